"""`impact`: material for the yearly report's section on impact, each line graded in plain words and cited."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from graph.views.briefs.kind import Ask, Kind
from graph.views.briefs.parts import Paper
from graph.views.briefs.shared import coverage, first_source, how_many, nothing, open_with, source_of, span

if TYPE_CHECKING:
    from graph.questions.run import Answer

# In the order of strength: what a line shows, whatever heading it stands under.
SHOWS = (
    "better for children, and lasting",
    "better for children",
    "practice tested",
    "a view",
    "people reached",
    "done",
    "said so",
    "planned",
)
_MAY_STAND = SHOWS[:3]
MOST = 40


def write(paper: Paper, ask: Ask, params: dict[str, str]) -> None:
    """The section for a partnership, a theme or a year."""
    lines = ask("impact-section", **params)
    different = ask("difference-for-children", **params)
    paper.title("What the yearly report can say about impact", " · ".join(params.values()) or "everything loaded")
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
            f"{how_many(len(better), 'line')} on what is better for children.", source_of(different), bullet=True
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
        f"{told['said so']} only say so, {told['planned']} are planned.",
        source_of(lines),
        bullet=True,
    )


def _different(paper: Paper, answer: Answer) -> None:
    paper.heading("What is different for children", new_page=True)
    if not answer.rows:
        return nothing(paper, answer)
    paper.say("Only where practice was tested or something changed for children, with what it is told under.")
    rows = [
        [row["shown"], f"{row['strength']}; {row['direction']}", f"{row['because_of'] or 'not stated'} ({row['link']})",
         span(row), first_source(row)]
        for row in answer.rows[:MOST]
    ]  # fmt: skip
    paper.table(
        f"Shown: the first {len(rows)} of {len(answer.rows)}",
        ["what is shown", "how strong, which way", "told under, and how sure", "when", "source"],
        rows,
        (4.8, 2.8, 3.6, 2.2, 3.2),
    )
    return None


def _lines(paper: Paper, answer: Answer) -> None:
    paper.heading("The lines, by what they show", new_page=True)
    if not answer.rows:
        return nothing(paper, answer)
    told = Counter(str(row["shows"]) for row in answer.rows)
    others = sorted(set(told) - set(SHOWS))
    bars = [(name, told[name]) for name in (*SHOWS, *others) if told[name]]
    paper.chart("Lines by what they show", "lines", bars, source_of(answer))
    for shows, _ in bars:
        rows = [row for row in answer.rows if row["shows"] == shows]
        paper.heading(f"{shows[0].upper()}{shows[1:]}", 2)
        paper.say(f"How it may be used: {rows[0]['advice']}.")
        for row in rows[:MOST]:
            paper.fact(f"{row['line']} ({row['section']}; {span(row)})", row["evidence"], bullet=True)
        if len(rows) > MOST:
            paper.fact(f"{len(rows) - MOST} more are in the workbook of this question.", source_of(answer))
    return None


KIND = Kind(
    "impact", "Material for the yearly report's section on impact", ("partnership", "theme", "from", "to"), (), write
)
