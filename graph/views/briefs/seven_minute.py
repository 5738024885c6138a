"""`seven-minute`: one theme on one page, to read in seven minutes and to talk about in a team."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from docx.shared import Cm, Pt

from graph.views.briefs.kind import Ask, Kind
from graph.views.briefs.parts import Paper
from graph.views.briefs.shared import evidence_of, source_of, with_confirmed
from graph.views.cells import sources
from graph.views.notes import themes_links

Row = Mapping[str, Any]

_ROOM = {"what needs to improve": 4, "what got in the way": 4, "done well": 3, "stated": 2}
_LONGEST = 190  # characters of a line, so that all fits on one page
QUESTIONS = (
    "When did we last see this in our own work, and what did we do?",
    "Which of these would have been hard for us, and what got in the way?",
    "What is one thing we will do differently, and how will we know that it helped children?",
)


def write(paper: Paper, ask: Ask, params: dict[str, str]) -> None:
    """One theme on one page."""
    told = ask("follow-theme", **params)
    counted = ask("recurring-themes", **params)
    good = ask("good-practice", **params)
    label = next((str(r["label"]) for r in counted.rows if r["theme"] == told.params.get("theme")), None)
    paper.title(f"Seven minutes: {label or params['theme']}", " · ".join(v for k, v in params.items() if k != "theme"))
    _tight(paper)
    paper.note("Before you read: this page tells of serious harm to children, in the words of published reviews.")
    if paper.internal:
        paper.note("Not for sharing.")
    paper.heading("What happened in reviews")
    reviews, confirmed = (sum(int(r[k]) for r in counted.rows if r["label"] == label) for k in ("reviews", "confirmed"))
    if told.rows:
        named = with_confirmed(reviews, confirmed, "review")
        paper.fact(f"The theme is named in {named}, of {counted.denominator['reviews']}.", source_of(counted))
    else:
        paper.say(told.empty)
    improve = [r for r in told.rows if r["kind"] in ("what needs to improve", "what got in the way")]
    paper.heading("What needs to improve")
    _lines(paper, improve, "text", 4, "No loaded document says what needs to improve.")
    paper.heading("What helps")
    _lines(paper, good.rows, "text", 3, "No loaded document tells of good practice on this.")
    paper.heading("Questions for your team")
    for question in QUESTIONS:
        paper.say(question, "List Number")
    paper.heading("Sources")
    used = [
        e
        for rows in (_different(improve, "text")[:4], _different(good.rows, "text")[:3])
        for r in rows
        for e in evidence_of(r)
    ]
    names = list(dict.fromkeys(str(e["document"]) for e in used))
    paper.say("; ".join(names) + "." if names else "None of the loaded documents.")
    paper.say(
        f"Theme links: {themes_links(told.coverage)}. Codebook {told.coverage.get('codebook')}. Made on "
        f"{paper.made_on.isoformat()}. Published reviews are a selection; what is not named is not thereby absent."
    )


def _lines(paper: Paper, rows: Sequence[Row], column: str, most: int, empty: str) -> None:
    if not rows:
        paper.say(empty)
    for row in _different(rows, column)[:most]:
        paper.fact(_short(str(row[column])), sources(evidence_of(row), most=1), bullet=True)


def _different(rows: Sequence[Row], column: str) -> list[Row]:
    """The latest first, each wording once, and not two of one telling before every telling had one."""
    seen: dict[str, Row] = {}
    for row in sorted(rows, key=lambda r: str(r.get("date_to") or ""), reverse=True):
        seen.setdefault(str(row[column]).casefold(), row)
    turn: dict[str, int] = {}
    order = []
    for row in seen.values():
        told = str(row.get("told_by"))
        turn[told] = turn.get(told, 0) + 1
        order.append((turn[told], row))
    return [row for _, row in sorted(order, key=lambda pair: pair[0])]


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rsplit(' ', 1)[0]} …"


def _tight(paper: Paper) -> None:
    """Smaller type and spaces, so that one page holds it."""
    section = paper.doc.sections[0]
    section.top_margin = section.bottom_margin = Cm(1.5)
    styles = paper.doc.styles
    for name, size in (
        ("Title", 18),
        ("Heading 1", 12.5),
        ("Body Text", 10),
        ("Fact", 10),
        ("Fact Bullet", 10),
        ("Note", 9.5),
        ("List Number", 10),
    ):
        styles[name].font.size = Pt(size)
        styles[name].paragraph_format.space_after = Pt(2.5)
    styles["Heading 1"].paragraph_format.space_before = Pt(7)
    styles["Source"].font.size = Pt(8.5)


KIND = Kind(
    "seven-minute", "One theme on one page, with questions for a team", ("theme", "partnership"), ("theme",), write
)
