"""Parts that several briefings have: what a count says, coverage and caveats, who wrote what, words for codes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from graph.marks import KEY, MARK, meaning, rests_on, rests_only
from graph.questions.by_wording import place_of
from graph.trace.words import when
from graph.views.briefs.parts import CONTENT_NOTE, Paper
from graph.views.cells import SEEN_AGAIN, how_many, sources
from graph.views.notes import NOT_SAFE, SAFE, SUGGESTED, out_of, themes_links

if TYPE_CHECKING:
    from graph.questions.run import Answer

Row = Mapping[str, Any]


def source_of(answer: Answer) -> str:
    """The source of what was counted: the question, and what it is out of."""
    told = out_of(answer)
    return f"counted by the question “{answer.question}”" + (f", out of {told} loaded" if told else "")


def joined_by(answer: Answer) -> str:
    """The source of a link whose own words the rows of an answer do not quote."""
    return f"joined by the question “{answer.question}”"


def with_confirmed(row: Row, of: str) -> str:
    """Reviews that name a theme, how many of them a person confirmed, and how much was taken by its words alone."""
    told = f"{how_many(row['reviews'], 'review')}, {row['confirmed']} confirmed, {of}"
    return f"{told} ({row[KEY]} {MARK})" if row[KEY] else told


def such(rows: Iterable[Row], *, only: bool = False) -> str:
    """Behind a count of rows: how many of them rest, in part or `only`, on what was taken by its words alone."""
    many = sum((rests_only if only else rests_on)(row) for row in rows)
    return f" ({many} of them{'' if only else ', at least in part,'} {MARK})" if many else ""


def what_marks_mean(rows: Iterable[Row]) -> str:
    """How many of the passages of rows are marked as taken by their words alone, and what that means; else empty."""
    passages = {place_of(item): item for row in rows for item in evidence_of(row)}
    many = sum(item.get(KEY) is True for item in passages.values())
    return f"Of the {len(passages)} passages that this rests on, {many} {meaning(many)}" if many else ""


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
            *([[MARK.capitalize(), said]] if (said := what_marks_mean(row for a in answers for row in a.rows)) else []),
            ["Codebook", cover.get("codebook") or "not stated"],
            ["Loaded on", _day_of(str(cover.get("load") or ""))],
            ["Made on", when(paper.made_on, paper.made_on)],
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


def _day_of(load: str) -> str:
    """The day of a load in words; its id begins with the moment it began."""
    try:
        day = date.fromisoformat(load[:10])
    except ValueError:
        return load or "not stated"
    return when(day, day)


def how_many_shown(shown: int, of: int, what: str) -> str:
    """Of a table that may be cut: "all 12 themes", "the first 12 of 17 themes"."""
    return f"all {of} {what}" if shown == of else f"the first {shown} of {of} {what}"


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


def asked_elsewhere(rows: Iterable[Row]) -> tuple[list[Row], list[Row]]:
    """What is seen again, parted: what was asked, done or learnt here, and what was asked nationally or elsewhere."""
    every = list(rows)
    return [r for r in every if r["type"] != "R4"], [r for r in every if r["type"] == "R4"]


def order_of(rows: Iterable[Row]) -> str:
    """Of what is seen again: how much surely after it was said to be done, and where the order is not known."""
    types = [str(row["type"]) for row in rows]
    after, unknown = sum(t in ("R2", "R3") for t in types), types.count("R0")
    told = [f"{after} of these {len(types)} after it was said to be done or closed"] if types else []
    return "".join(f"; {part}" for part in [*told, *([f"in {unknown} the order is not known"] if unknown else [])])


def span(row: Row, first: str = "date_from", last: str = "date_to") -> str:
    """A span of days in words: "Nov 2023", "between Apr 2023 and Mar 2024"."""
    a, b = (date.fromisoformat(str(row[k])) if row.get(k) else None for k in (first, last))
    return when(a, b)


def scope(params: Mapping[str, str], answers: Sequence[Answer]) -> str:
    """What a briefing is about, in words: names instead of ids."""
    rows = [row for answer in answers for row in answer.rows]
    told = dict(params)
    for name in ("partnership", "theme"):
        asked = next((a.params[name] for a in answers if a.params.get(name)), None)
        if asked is None or name not in told:
            continue
        names = (row.get("partnership") if name == "partnership" else _label(row, asked) for row in rows)
        told[name] = str(next((n for n in names if n), told[name]))
    if "from" in told or "to" in told:
        first, last = told.pop("from", None), told.pop("to", None)
        told["dates"] = " ".join(f"{word} {day}" for word, day in (("from", first), ("to", last)) if day)
    return " · ".join(told.values()) or "Everything loaded"


def _label(row: Row, theme: object) -> object:
    return row.get("label") if row.get("theme") == theme else None


def first_source(row: Row) -> str:
    """A row's sources for a column."""
    return sources(evidence_of(row), most=2)


def replied(row: Row) -> str:
    """What was replied, to stand behind the words of what was asked or done; nothing where no reply is stated."""
    reply = row.get("reply")
    return f" (reply: {reply})" if reply and reply != "not stated" else ""


def grouped(rows: Iterable[Row], *keys: str) -> dict[tuple[Any, ...], list[Row]]:
    """Rows under the same values, in order."""
    made: dict[tuple[Any, ...], list[Row]] = {}
    for row in rows:
        made.setdefault(tuple(row.get(k) for k in keys), []).append(row)
    return made
