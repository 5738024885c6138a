"""`impact`: material for the yearly report's section on impact, each line graded in plain words and cited."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from graph.views.briefs.kind import Ask, Kind
from graph.views.briefs.parts import Paper
from graph.views.briefs.shared import (
    Row,
    coverage,
    grouped,
    joined_by,
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

# In the order of strength: what a line shows, whatever heading it stands under.
SHOWS = (
    "better for children",
    "practice tested again, and held",
    "practice tested",
    "a view",
    "people reached",
    "done",
    "said so",
    "planned",
)
_MAY_STAND = SHOWS[:3]
MOST, MOST_SHOWN = 40, 12


def write(paper: Paper, ask: Ask, params: dict[str, str]) -> None:
    """The section for a partnership, a theme or a year."""
    lines = ask("impact-section", **params)
    different = ask("difference-for-children", **params)
    paper.title("What the yearly report can say about impact", scope(params, [lines, different]))
    open_with(paper, "Each line is graded by what its words show, not by the heading it stands under.")
    _summary(paper, lines, different)
    paper.contents()
    _different(paper, different)
    _lines(paper, lines)
    coverage(paper, [lines, different])


def _summary(paper: Paper, lines: Answer, different: Answer) -> None:
    paper.heading("In short")
    told = Counter(str(row["shows"]) for row in lines.rows)
    better = [row for row in different.rows if str(row["strength"]).startswith("better for children")]
    if better:
        paper.fact(
            f"{how_many(len(better), 'line')} on what is better for children{such(better)}.",
            source_of(different),
            bullet=True,
        )
    else:
        paper.fact(
            "No loaded document shows that something is better for children because of a recommendation or action. "
            "That is not stated; it does not mean that nothing changed.",
            source_of(different),
            bullet=True,
        )
    paper.fact(
        f"{how_many(len(lines.rows), 'line')} in all; {sum(told[s] for s in _MAY_STAND)} rest on practice tested or on "
        f"what changed for children, {told['people reached']} on people reached, {told['done']} on things done, "
        f"{told['said so']} only say so, {told['planned']} are planned, {told['a view']} are views{such(lines.rows)}.",
        source_of(lines),
        bullet=True,
    )


def _different(paper: Paper, answer: Answer) -> None:
    paper.heading("What is different for children", new_page=True)
    if not answer.rows:
        return nothing(paper, answer)
    paper.say("Only where practice was tested or something changed for children, with what it is told under.")
    for strength in sorted({str(row["strength"]) for row in answer.rows}, key=_strongest):
        rows = grouped((r for r in answer.rows if r["strength"] == strength), "shown", "direction")
        paper.heading(f"{strength[0].upper()}{strength[1:]}", 2)
        under: dict[tuple[str, str], list[Row]] = {}
        for same in list(rows.values())[:MOST_SHOWN]:
            key = (str(same[0]["because_of"] or "not stated under what"), str(same[0]["link"]))
            under.setdefault(key, []).append(same[0])
        for (because, link), told in under.items():
            paper.fact(f"Told under ({link}): {because}", joined_by(answer))
            for row in told:
                way = str(row["direction"])
                line = f"{way[0].upper()}{way[1:]} ({span(row)}): {row['shown']}"
                paper.fact(line, row["evidence"], bullet=True)
        if len(rows) > MOST_SHOWN:
            paper.fact(f"{len(rows) - MOST_SHOWN} more are in the workbook of this question.", source_of(answer))
    return None


def _place(row: Row) -> tuple[str, int, int]:
    """Lines in the order of their documents, so that neighbours stay neighbours."""
    first = (row["evidence"] or [{}])[0]
    return str(first.get("document")), first.get("page") or 0, first.get("line") or 0


def _strongest(shows: str) -> int:
    return SHOWS.index(shows) if shows in SHOWS else len(SHOWS)


def _lines(paper: Paper, answer: Answer) -> None:
    paper.heading("The lines, by what they show", new_page=True)
    if not answer.rows:
        return nothing(paper, answer)
    told = Counter(str(row["shows"]) for row in answer.rows)
    others = sorted(set(told) - set(SHOWS))
    bars = [(name, told[name]) for name in (*SHOWS, *others) if told[name]]
    paper.chart("Lines by what they show", "lines", bars, source_of(answer))
    for shows, _ in bars:
        rows = sorted((row for row in answer.rows if row["shows"] == shows), key=_place)
        paper.heading(f"{shows[0].upper()}{shows[1:]}", 2)
        shown = rows[:MOST]
        for advice in dict.fromkeys(row["advice"] for row in shown):
            paper.say(f"How it may be used: {advice}.")
            for row in shown:
                if row["advice"] == advice:
                    paper.fact(f"{row['line']} ({under(row)})", row["evidence"], bullet=True)
        if len(rows) > MOST:
            paper.fact(f"{len(rows) - MOST} more are in the workbook of this question.", source_of(answer))
    return None


def under(row: Row) -> str:
    """What a line is told under, and when; no name that the line or its source says already."""
    section = str(row["section"])
    said = str(row["line"]).startswith(f"{section}:") or {e["document"] for e in row["evidence"]} == {section}
    return span(row) if said else f"{section}; {span(row)}"


KIND = Kind(
    "impact", "Material for the yearly report's section on impact", ("partnership", "theme", "from", "to"), (), write
)
