"""`closure`: the meeting pack. What changed since a day, what is proposed for closure, a page each with its evidence.

Gaps and contrary signs come first. Nothing here closes anything: the owner proposes, another tests, the partners close.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from graph.trace.words import when
from graph.views.briefs.kind import Ask, Kind
from graph.views.briefs.parts import Paper
from graph.views.briefs.shared import (
    coverage,
    evidence_of,
    first_source,
    grouped,
    how_many_shown,
    nothing,
    open_with,
    scope,
    source_of,
    span,
    such,
)
from graph.views.cells import how_many

if TYPE_CHECKING:
    from graph.questions.run import Answer

Row = Mapping[str, Any]

MOST_PAGES, MOST_CHANGES = 20, 60
_LONGEST = 110  # characters of a heading


def write(paper: Paper, ask: Ask, params: dict[str, str]) -> None:
    """The pack for a meeting; `since` is the day of the last one."""
    since = params.pop("since")
    changed = ask("what-changed", since=since, **params)
    since = _in_words(changed.params.get("since"), since)
    checks = ask("closure-checklist", limit="100000", **params)
    proposed, others = _proposed(checks)
    paper.title("Meeting pack: what may be closed", f"since {since} · {scope(params, [changed, checks])}")
    open_with(
        paper,
        "For the meeting to read before it decides. What speaks against closing comes first. Nothing here closes "
        "anything: the owner proposes, another tests, the safeguarding partners close.",
    )
    paper.heading("In short")
    paper.fact(
        f"{how_many(len(changed.rows), 'change')} since {since}{such(changed.rows)}.", source_of(changed), bullet=True
    )
    paper.fact(
        f"{len(proposed)} said to be done and not closed by record, of {len(proposed) + len(others)} recommendations "
        "and actions; each has a page here, up to 20.",
        source_of(checks),
        bullet=True,
    )
    signs = [_told(rows, "against") for rows in proposed]
    against = sum(bool(rows) for rows in signs)
    paper.fact(
        f"{against} of these {'has' if against == 1 else 'have'} a contrary sign"
        f"{such(row for rows in signs for row in rows)}.",
        source_of(checks),
        bullet=True,
    )
    paper.contents(deep=1)
    _changes(paper, changed, since)
    _list(paper, checks, proposed)
    for number, rows in enumerate(proposed[:MOST_PAGES], 1):
        _page(paper, number, rows)
    if len(proposed) > MOST_PAGES:
        paper.fact(f"{len(proposed) - MOST_PAGES} more are in the workbook of this question.", source_of(checks))
    coverage(paper, [changed, checks])


def _in_words(day: object, as_given: str) -> str:
    """The day of the last meeting as a person writes it; a year or month as it was given."""
    if len(as_given) < len("2020-01-01"):
        return as_given
    given = date.fromisoformat(str(day))
    return when(given, given)


def _proposed(answer: Answer) -> tuple[list[list[Row]], list[list[Row]]]:
    """What is said to be done and has no closing record; contrary signs first, then by what is missing."""
    groups = list(grouped(answer.rows, "recommendation", "kind", "partnership").values())

    def met(rows: Sequence[Row], item: str) -> set[str]:
        return {str(r["met"]) for r in rows if r["item"] == item}

    wanted = [g for g in groups if "yes" in met(g, "done") and "yes" not in met(g, "closing record")]
    wanted.sort(key=lambda g: (-sum(r["met"] == "against" for r in g), -sum(r["met"] == "not stated" for r in g)))
    return wanted, [g for g in groups if g not in wanted]


def _changes(paper: Paper, answer: Answer, since: str) -> None:
    paper.heading(f"What changed since {since}", new_page=True)
    if not answer.rows:
        return nothing(paper, answer)
    rows = [
        [
            row["change"],
            row["what"],
            _detail(row),
            span(row),
            first_source(row),
        ]
        for row in answer.rows[:MOST_CHANGES]
    ]
    paper.table(
        f"Changes: {how_many_shown(len(rows), len(answer.rows), 'changes')}",
        ["change", "what", "detail", "when", "source"],
        rows,
        (2.1, 5.6, 2.7, 2.6, 3.6),
    )
    return None


def _detail(row: Row) -> str:
    """What there is to say of a change; of a closing or a reply also of what, which its words may not name."""
    detail, about = str(row["detail"] or ""), row.get("about")
    of = {"closed": "of", "reply": "to"}.get(str(row["change"]))
    return f"{detail}; {of}: {about}" if of and about and about != row["what"] else detail


def _list(paper: Paper, answer: Answer, proposed: Sequence[Sequence[Row]]) -> None:
    paper.heading("Said to be done, not closed", new_page=True)
    if not proposed:
        return nothing(paper, answer) if not answer.rows else _none(paper, answer)
    rows = [
        [
            number,
            group[0]["recommendation"],
            f"{_count(group, 'against')}{such(_told(group, 'against'))}",
            _count(group, "not stated"),
            _best(group),
            first_source(_asked(group)),
        ]
        for number, group in enumerate(proposed, 1)
    ]
    paper.table(
        "Said to be done and not closed by record; what has contrary signs comes first",
        ["no.", "recommendation or action", "contrary signs", "not stated", "strongest that is shown", "source"],
        rows,
        (1, 5.2, 2.2, 1.8, 2.8, 3.6),
    )
    return None


def _none(paper: Paper, answer: Answer) -> None:
    paper.fact("No recommendation or action is said to be done and still open.", source_of(answer))


def _asked(group: Sequence[Row]) -> Row:
    """The row whose passages are where it was asked, and not those of a contrary sign."""
    return next((r for r in group if r["item"] == "who is to act"), group[0])


def _count(group: Sequence[Row], met: str) -> int:
    return len(_told(group, met))


def _told(group: Sequence[Row], met: str) -> list[Row]:
    """The rows of one answer; that no contrary sign was found is no gap."""
    return [r for r in group if r["met"] == met and not (met == "not stated" and r["item"] == "contrary sign")]


def _best(group: Sequence[Row]) -> str:
    shown = [str(r["detail"] or r["answer"]) for r in group if r["item"] == "shown" and r["met"] != "not stated"]
    return shown[0] if shown else "nothing is offered"


def _page(paper: Paper, number: int, rows: Sequence[Row]) -> None:
    first = _asked(rows)
    text = str(first["recommendation"])
    short = text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"
    paper.heading(f"{number}. {short}", 2, new_page=True)
    paper.fact(
        f"{str(first['kind']).capitalize()}: {text} ({first['partnership'] or 'partnership not stated'})",
        evidence_of(first),
    )
    for met, title in (
        ("against", "Contrary signs"),
        ("not stated", "Gaps"),
        ("partly", "Partly there"),
        ("yes", "There"),
    ):
        found = _told(rows, met)
        paper.heading(title, 3)
        if not found:
            paper.fact("None in the loaded documents.", evidence_of(first))
        for row in found:
            detail = f" ({row['detail']})" if row["detail"] else ""
            item = str(row["item"])
            paper.fact(f"{item[0].upper()}{item[1:]}: {row['answer']}{detail}", evidence_of(row), bullet=True)


KIND = Kind(
    "closure",
    "The meeting pack: what changed, what may be closed, a page each",
    ("since", "partnership", "theme"),
    ("since",),
    write,
)
