"""`seven-minute`: one theme on one page, to read in seven minutes and to talk about in a team."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from docx.shared import Cm, Pt

from graph.trace.words import when
from graph.views.briefs.kind import Ask, Kind
from graph.views.briefs.parts import Paper
from graph.views.briefs.shared import (
    asked_elsewhere,
    evidence_of,
    order_of,
    replied,
    source_of,
    such,
    what_marks_mean,
    with_confirmed,
)
from graph.views.cells import how_many, sources
from graph.views.notes import themes_links

if TYPE_CHECKING:
    from graph.questions.run import Answer

Row = Mapping[str, Any]

_SAID = ("said to be done", "under way", "promised")
_TO_IMPROVE = ("what needs to improve", "what got in the way")
_ROOM = 2050  # characters of passages and their sources that one page holds beside everything else
_SHARE = {"improve": 0.5, "helps": 0.25, "said": 0.25}
_MOST = {"improve": 6, "helps": 4, "said": 3}
_LONGEST = 420  # a longer passage does not fit; it is passed over, never cut
QUESTIONS = (
    "When did we last see this in our own work, and what did we do?",
    "Which of these would have been hard for us, and what got in the way?",
    "What is one thing we will do differently, and how will we know that it helped children?",
)


def write(paper: Paper, ask: Ask, params: dict[str, str]) -> None:
    """One theme on one page."""
    told = ask("follow-theme", **params)
    counted = ask("recurring-themes", **params)
    again = ask("closed-but-recurred", **params)
    good = ask("good-practice", **params)
    theme = told.params.get("theme")
    own = next((row for row in counted.rows if row["theme"] == theme), None)
    label = str(own["label"]) if own else params["theme"]
    paper.title(f"Seven minutes: {label}", " · ".join(v for k, v in params.items() if k != "theme"))
    _tight(paper)
    marked = "Not for sharing. " if paper.internal else ""
    paper.note(
        f"{marked}Before you read: this page tells of serious harm to children, in the words of published reviews."
    )
    paper.heading("What happened in reviews")
    _happened(paper, told, counted, again, own)
    paper.heading("What needs to improve")
    improve = _chosen(
        [r for r in told.rows if r["kind"] in ("what needs to improve", "what got in the way")], "improve"
    )
    _lines(paper, improve, "No loaded document says what needs to improve.")
    paper.heading("What helps")
    asked = [r for r in told.rows if r["kind"] == "recommended"]
    helps = _chosen([*good.rows, *asked], "helps")
    _lines(paper, helps, "No loaded document tells of good practice or makes a recommendation on this.")
    paper.heading("What partners say they did, or will do")
    said = _chosen([r for r in told.rows if r["kind"] in _SAID], "said")
    _lines(paper, said, "No loaded document tells of an action on this.")
    paper.heading("Questions for your team")
    for question in QUESTIONS:
        paper.say(question, "List Number")
    paper.heading("Sources")
    paper.say(_sources([*improve, *helps, *said]) or "None of the loaded documents.")
    made = when(paper.made_on, paper.made_on)
    paper.say(
        f"Theme links: {themes_links(told.coverage)}. Codebook {told.coverage.get('codebook')}. Made on {made}. "
        "Published reviews are a selection; what is not named is not thereby absent. "
        f"{what_marks_mean([*improve, *helps, *said])}".rstrip()
    )


def _happened(paper: Paper, told: Answer, counted: Answer, again: Answer, own: Row | None) -> None:
    if not told.rows:
        paper.say(told.empty)
        return
    of = counted.denominator["reviews"]
    if own is not None:
        named = with_confirmed(own, f"of {of} loaded")
        line = f"It is named in {named}; {how_many(own['tests'], 'test')} of practice found it wanting."
        paper.fact(line, source_of(counted), bullet=True)
    ours, elsewhere = asked_elsewhere(again.rows)
    line = "No loaded document is found to tell of the same again; that does not show that it was mended."
    if ours:
        line = f"It is seen again {how_many(len(ours), 'time')}{order_of(ours)}{such(ours)}."
    if elsewhere:
        line += f" Asked nationally or in another area, and seen here, possibly: {how_many(len(elsewhere), 'time')}."
    paper.fact(line, source_of(again), bullet=True)


def _lines(paper: Paper, rows: Sequence[Row], empty: str) -> None:
    if not rows:
        paper.say(empty)
    for row in rows:
        kind = str(row.get("kind", "done well"))
        words = "" if kind in _TO_IMPROVE else f"{kind[0].upper()}{kind[1:]}: "
        paper.fact(f"{words}{row['text']}{replied(row)}", sources(evidence_of(row), most=1), bullet=True)


def _sources(rows: Sequence[Row]) -> str:
    """The documents quoted; where they are of several partnerships, under whose work they tell of."""
    by: dict[str, dict[str, None]] = {}
    for row in rows:
        for passage in evidence_of(row):
            by.setdefault(str(row["partnership"] or "partnership not stated"), {})[str(passage["document"])] = None
    told = [(whose, "; ".join(names)) for whose, names in sorted(by.items())]
    return " ".join(f"{whose}: {names}." if len(told) > 1 else f"{names}." for whose, names in told)


def _chosen(rows: Sequence[Row], part: str) -> list[Row]:
    """What there is room for: the latest of each telling before a second of any, each wording once, none cut."""
    seen: dict[str, Row] = {}
    for row in sorted(rows, key=lambda r: str(r.get("date_to") or ""), reverse=True):
        seen.setdefault(str(row["text"]).casefold(), row)
    turn: dict[str, int] = {}
    ranked: list[tuple[int, int, Row]] = []
    for row in seen.values():
        told = str(row.get("told_by"))
        turn[told] = turn.get(told, 0) + 1
        ranked.append((turn[told], len(ranked), row))
    room = _ROOM * _SHARE[part]
    chosen: list[Row] = []
    for _, _, row in sorted(ranked, key=lambda each: each[:2]):
        size = len(str(row["text"])) + len(replied(row)) + len(sources(evidence_of(row), most=1)) + 12
        if len(str(row["text"])) <= _LONGEST and size <= room and len(chosen) < _MOST[part]:
            chosen.append(row)
            room -= size
    return chosen


def _tight(paper: Paper) -> None:
    """Smaller type and spaces, so that one page holds it."""
    section = paper.doc.sections[0]
    section.top_margin = section.bottom_margin = Cm(1.4)
    styles = paper.doc.styles
    for name in ("Body Text", "Fact", "Fact Bullet", "Note", "List Number"):
        styles[name].font.size = Pt(10)
        styles[name].paragraph_format.space_after = Pt(2)
    styles["Title"].font.size, styles["Heading 1"].font.size = Pt(18), Pt(12)
    styles["Heading 1"].paragraph_format.space_before = Pt(6)
    styles["Source"].font.size = Pt(8.5)


KIND = Kind(
    "seven-minute", "One theme on one page, with questions for a team", ("theme", "partnership"), ("theme",), write
)
