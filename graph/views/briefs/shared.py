"""Parts that several briefings have: what a count says, coverage and caveats, who wrote what, words for codes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from graph.views.briefs.parts import CONTENT_NOTE, Paper
from graph.views.cells import SEEN_AGAIN, sources
from graph.views.notes import NOT_SAFE, SAFE, SUGGESTED, out_of, themes_links

if TYPE_CHECKING:
    from graph.questions.run import Answer

Row = Mapping[str, Any]


def source_of(answer: Answer) -> str:
    """The source of what was counted: the question, and what it is out of."""
    told = out_of(answer)
    return f"counted by the question “{answer.question}”" + (f", out of {told} loaded" if told else "")


def how_many(n: int, one: str, many: str = "") -> str:
    """ "1 review", "3 reviews"."""
    return f"{n} {one if n == 1 else many or one + 's'}"


def with_confirmed(n: int, confirmed: int, one: str) -> str:
    """A count that says how much of it a person confirmed: "3 reviews, 0 confirmed"."""
    return f"{how_many(n, one)}, {confirmed} confirmed"


def open_with(paper: Paper, about: str) -> None:
    """The lines below a title: what to know before reading, and whether it may be sent."""
    paper.note(CONTENT_NOTE)
    if paper.internal:
        paper.note(NOT_SAFE)
    paper.say(about)


def nothing(paper: Paper, answer: Answer) -> None:
    """Said where a question has no rows: why, in a sentence; silence is no answer."""
    paper.say(answer.empty or "Nothing in the loaded documents answers this.")


def coverage(paper: Paper, answers: Sequence[Answer]) -> None:
    """The last part: what the briefing rests on and how not to read it, each caveat once."""
    cover = answers[0].coverage
    paper.heading("What this rests on")
    paper.table(
        "What is loaded, and how far it was looked at",
        ["", "says"],
        [
            ["Loaded", f"{cover.get('documents')} documents, {cover.get('reviews')} reviews"],
            ["Theme links", f"{themes_links(cover)}. {SUGGESTED}"],
            ["Codebook", cover.get("codebook") or "not stated"],
            ["Load", cover.get("load") or "not stated"],
            ["Made on", paper.made_on.isoformat()],
            ["Sharing", NOT_SAFE if paper.internal else SAFE],
        ],
        (3.2, 13.4),
    )
    paper.heading("How to read it", 2)
    read = [a.read_as for a in answers] + [c for a in answers for c in [*a.caveats, *a.notes]]
    for text in dict.fromkeys(t for t in read if t):
        paper.say(text, "List Bullet")
    paper.heading("Documents quoted", 2)
    quoted = sorted({e["document"] for a in answers for row in a.rows for e in evidence_of(row)})
    for name in quoted or ["none"]:
        paper.say(name, "List Bullet")


def evidence_of(row: Row) -> list[Row]:
    """The passages of a row, wherever it keeps them."""
    if "evidence" in row:
        return list(row["evidence"] or [])
    return [row] if row.get("document") else []


def of_side(row: Row, side: str) -> list[Row]:
    """The passages of one side of a row."""
    return [e for e in evidence_of(row) if e.get("side") == side]


def seen_again(row: Row) -> str:
    """What `type` says, in words."""
    return SEEN_AGAIN.get(str(row.get("type")), str(row.get("type")))


def span(row: Row, first: str = "date_from", last: str = "date_to") -> str:
    """A span of days as printed in a table."""
    a, b = row.get(first), row.get(last)
    if not a and not b:
        return "date not stated"
    return str(a) if a == b else f"{a or '…'} to {b or '…'}"


def first_source(row: Row) -> str:
    """A row's sources for a column."""
    return sources(evidence_of(row), most=2)


def grouped(rows: Iterable[Row], *keys: str) -> dict[tuple[Any, ...], list[Row]]:
    """Rows under the same values, in order."""
    made: dict[tuple[Any, ...], list[Row]] = {}
    for row in rows:
        made.setdefault(tuple(row.get(k) for k in keys), []).append(row)
    return made
