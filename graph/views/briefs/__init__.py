"""Briefings in Word: one file for each kind, built from answers to questions and from nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from graph.views.briefs import closure, impact, scrutiny, seven_minute
from graph.views.briefs.kind import Ask, Kind

if TYPE_CHECKING:
    from graph.questions.run import Answer

_EVERY = "100000"  # rows: more than a briefing could be about
__all__ = ["KINDS", "Ask", "Kind", "write_brief"]

KINDS: dict[str, Kind] = {
    "scrutiny": scrutiny.KIND,
    "impact": impact.KIND,
    "seven-minute": seven_minute.KIND,
    "closure": closure.KIND,
}


def write_brief(
    kind: str, ask: Ask, params: Mapping[str, str], path: Path, *, made_on: date, internal: bool = False
) -> Path:
    """Write the briefing of a kind to `path` (.docx) and return it.

    `ask(id, **params)` answers a question, safe to send unless the briefing is `internal`; `params` are those of the
    kind (see `Kind.takes`). WrongUse, and no file, where they name something that is not loaded.
    """
    from graph.views.briefs.parts import Paper

    paper = Paper(made_on, internal=internal)

    def whole(id_: str, **given: str) -> Answer:
        return ask(id_, **{"limit": _EVERY, **given}).to_keep()  # what is counted must not stop at a limit

    KINDS[kind].write(paper, whole, dict(params))
    return paper.save(path)
