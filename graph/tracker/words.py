"""Status in plain words: what the list of the workbook offers, each with its colour, and what a typed word means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from graph.decisions.statuses import Status, statuses
from graph.text import key
from graph.yaml_data import data_of


@dataclass(frozen=True)
class Choice:
    """One status that can be chosen. `least` is the lowest grade of evidence, `instead` what holds below it."""

    code: str
    words: str  # as the list shows it, with the name of its colour
    fill: str | None  # RRGGBB
    meaning: str
    note: bool = False  # it needs why, and who agreed
    evidence: bool = False
    least: str = ""
    instead: str = ""
    outline: bool = False


@cache
def _data() -> dict[str, Any]:
    found: dict[str, Any] = data_of("graph.tracker", "words.yaml")
    return found


@cache
def choices(label: str) -> tuple[Choice, ...]:
    """What can be chosen for an Action or a Recommendation."""
    of = label.lower()
    offered = [s for s in statuses().values() if s.of == of and s.code not in _data()["left_out"]]
    unknown = statuses()["not-stated"]
    return tuple(_choice(s) for s in (offered if unknown in offered else [unknown, *offered]))


def _choice(status: Status) -> Choice:
    data = _data()
    colour = data["coloured"].get(status.code)
    plain = status.plain[:1].upper() + status.plain[1:]
    return Choice(
        code=status.code,
        words=f"{plain} ({colour})" if colour else plain,
        fill=data["colours"][colour] if colour else None,
        meaning=status.means,
        note=status.closes or status.needs == "reason" or status.code in data["note"],
        evidence=status.needs == "evidence" or status.code in data["evidence"],
        least=status.least,
        instead=status.instead,
        outline=bool(colour) and "outline" in str(colour),
    )


def every() -> tuple[Choice, ...]:
    """All choices, each code once."""
    return tuple({c.code: c for label in ("Action", "Recommendation") for c in choices(label)}.values())


def words_of(code: str) -> str:
    """A status as the workbook shows it."""
    known = next((c.words for c in every() if c.code == code), None)
    return known or (statuses()[code].plain if code in statuses() else code)


def choice_of(text: str, label: str, read: Callable[[str], str | None], best: str | None = None) -> Choice | None:
    """The status that typed words mean: those of the list, with or without colour, else words of closing, else `read`.

    Args:
        text: what stands in the cell.
        label: Action or Recommendation; each has its own list.
        read: what a word of status means in anybody's tracker; gives an action status, `done`, or None.
        best: grade of the best evidence of the row. A recommendation that is only called closed is "closed; done",
            and whether it is shown to work is for the evidence to say.
    """
    offered = choices(label)
    wanted = key(text)
    for one in offered:
        if wanted in (key(one.words), key(one.words.rsplit(" (", 1)[0]), key(one.code)):
            return one
    by_code = {c.code: c for c in offered}
    if any(f" {word} " in f" {wanted} " for word in _data()["closing_words"]):
        shown = best is not None and best >= by_code["C-IE"].least if label == "Recommendation" else False
        code: str | None = "complete-evidenced" if label == "Action" else "C-IE" if shown else "C-IN"
        found = by_code[str(code)]
        return found if found.evidence else Choice(**{**found.__dict__, "evidence": True})
    code = read(text)
    if code == "done":
        code = "complete-evidence-awaited"
    if label == "Recommendation" and code in ("complete-evidence-awaited", "complete-evidenced"):
        code = "O-DE"
    return by_code.get(code or "")
