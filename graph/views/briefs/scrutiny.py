"""`scrutiny`: what repeats, what was said to be done and is seen again, two accounts side by side, and gaps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.views.briefs.kind import Ask, Kind
from graph.views.briefs.parts import Paper
from graph.views.briefs.shared import (
    Row,
    asked_elsewhere,
    coverage,
    evidence_of,
    first_source,
    grouped,
    how_many_shown,
    nothing,
    of_side,
    open_with,
    order_of,
    replied,
    scope,
    seen_again,
    source_of,
    span,
    such,
    with_confirmed,
)
from graph.views.cells import how_many

if TYPE_CHECKING:
    from graph.questions.run import Answer

MOST_THEMES, MOST_AGAIN, MOST_VIEWS, MOST_GAPS = 12, 15, 10, 25


def write(paper: Paper, ask: Ask, params: dict[str, str]) -> None:
    """The briefing for a partnership or theme."""
    repeats = ask("recurring-themes", **params)
    again = ask("closed-but-recurred", **params)
    views = ask("differing-judgements", **params)
    gaps = ask("missing-links", **params)
    paper.title("Briefing for scrutiny", scope(params, [repeats, again, views, gaps]))
    open_with(
        paper,
        "What the loaded documents say again and again, what was said to be done and is seen again, where two accounts "
        "differ, and what is missing between learning, recommendation and action.",
    )
    _summary(paper, repeats, again, views, gaps)
    paper.contents(deep=1)
    _repeats(paper, repeats)
    _again(paper, again)
    _views(paper, views)
    _gaps(paper, gaps)
    coverage(paper, [repeats, again, views, gaps])


def _summary(paper: Paper, repeats: Answer, again: Answer, views: Answer, gaps: Answer) -> None:
    paper.heading("In short")
    several = [row for row in repeats.rows if row["reviews"] > 1]
    ours, elsewhere = asked_elsewhere(again.rows)
    closed = [row for row in ours if row["closure"] == "closed by record"]
    done = [row for row in ours if row["closure"] == "said to be done"]
    said = "is" if len(several) == 1 else "are"
    paper.fact(
        f"{how_many(len(several), 'theme')} {said} named in more than one review{such(several, only=True)}.",
        source_of(repeats),
        bullet=True,
    )
    paper.fact(
        f"{len(closed)} closed by record and seen again{such(closed)}; {len(done)} said to be done and seen "
        f"again{such(done)}; "
        f"{len(ours) - len(closed) - len(done)} seen again without a word on whether it was "
        f"done{such(row for row in ours if row not in closed and row not in done)}"
        f"{order_of([*closed, *done]) if closed or done else ''}"
        f"{f'; {len(elsewhere)} asked nationally or in another area, and seen here, possibly' if elsewhere else ''}.",
        source_of(again),
        bullet=True,
    )
    paper.fact(
        f"{how_many(len(views.rows), 'pair')} of accounts to read side by side{such(views.rows)}.",
        source_of(views),
        bullet=True,
    )
    paper.fact(
        f"{how_many(len(gaps.rows), 'gap')} between learning, recommendation and action{such(gaps.rows)}.",
        source_of(gaps),
        bullet=True,
    )


def _repeats(paper: Paper, answer: Answer) -> None:
    paper.heading("What repeats", new_page=True)
    if not answer.rows:
        return nothing(paper, answer)
    shown = answer.rows[:MOST_THEMES]
    paper.say(
        "Themes in the order of the number of reviews that name them. That a theme is named more often does not say "
        "that it happens more often."
    )
    bars = [(str(row["label"]), int(row["reviews"])) for row in shown if row["reviews"]]
    if bars:
        paper.chart("Reviews that name a theme", "reviews", bars, source_of(answer), table=False)
    paper.table(
        f"What keeps coming up: {how_many_shown(len(shown), len(answer.rows), 'themes')}",
        ["theme", "reviews", "tests that found it wanting", "first and last", "source"],
        [
            [
                row["label"],
                with_confirmed(row, f"of {row['of_reviews']}"),
                row["tests"],
                span(row, "first", "last"),
                first_source(row),
            ]
            for row in shown
        ],
        (3.4, 2.8, 2, 2.8, 5.6),
    )
    return None


def _again(paper: Paper, answer: Answer) -> None:
    ours, elsewhere = asked_elsewhere(answer.rows)
    told = [row for row in ours if row["closure"] != "none stated"]
    untold = [row for row in ours if row["closure"] == "none stated"]
    paper.heading("Said to be done, and seen again", new_page=True)
    paper.say(
        "Closed counts only where a record says so. Something seen again does not by itself prove that the action "
        "failed. None of these links is confirmed unless it says so."
    )
    if told:
        _pairs(paper, told, answer)
    elif answer.rows:
        paper.fact(
            "Nothing that is said to be done, or closed, is seen again in the loaded documents.", source_of(answer)
        )
    else:
        nothing(paper, answer)
    if untold:
        paper.heading("Seen again, without a word on whether it was done")
        _pairs(paper, untold, answer)
    if elsewhere:
        paper.heading("Asked nationally or in another area, and seen here")
        paper.say("Nobody here was asked, so none of it is a failure to close.")
        _pairs(paper, elsewhere, answer, first="Asked elsewhere", later="Seen here in")


def _pairs(
    paper: Paper, rows: Sequence[Row], answer: Answer, *, first: str = "First", later: str = "Seen again in"
) -> None:
    """Each theme once, below it what came first and what is seen later, with both passages; whose, if it can be any."""
    for (label,), pairs in grouped(rows[:MOST_AGAIN], "label").items():
        paper.heading(str(label), 2)
        for (seen,), same in grouped(pairs, "seen_again").items():
            row = same[0]
            for one in same:
                # What is seen again may be sure of one of those that came first, and only possible of another.
                sure = "" if one is row else f" ({seen_again(one)}; {one['certainty']})"
                paper.fact(f"{first}: {one['recommendation']}{replied(one)}{sure}", of_side(one, "before"))
            whose = "" if answer.params.get("partnership") else f"; {row['partnership'] or 'partnership not stated'}"
            when = f"{span(row, 'seen_from', 'seen_to')}{whose}"
            paper.fact(f"{later} {row['seen_in']} ({when}): {seen}", of_side(row, "after"))
            paper.fact(f"{seen_again(row).capitalize()}; {row['certainty']}. {row['why']}", evidence_of(row))
    left = len(rows) - MOST_AGAIN
    if left > 0:
        paper.fact(f"{left} more are in the workbook of this question.", source_of(answer))


def _views(paper: Paper, answer: Answer) -> None:
    paper.heading("Two accounts", new_page=True)
    if not answer.rows:
        return nothing(paper, answer)
    paper.say("Statements to read beside each other. They are never averaged, and neither is taken to be right.")
    rows = [
        [
            f"{row['view_by']}{_under(row)}: {row['view']}\n[{_where(row, 'view')}]",
            f"{row['other_by']}: {row['other']}\n[{_where(row, 'other')}]",
            f"{', '.join(row['themes']) or 'alike in words'}. {row['kind']}; {row['certainty']}",
        ]
        for row in answer.rows[:MOST_VIEWS]
    ]
    paper.table(
        f"Two accounts side by side: {how_many_shown(len(rows), len(answer.rows), 'pairs')}",
        ["finds something wanting", "says it is in place", "about, and how sure"],
        rows,
        (6.6, 6.6, 3.4),
    )
    return None


def _under(row: Row) -> str:
    """The heading over a view, without which a step or an aim reads as if it were reached."""
    return f", under “{row['view_under']}”" if row["view_under"] else ""


def _where(row: dict[str, object], side: str) -> str:
    return first_source({"evidence": of_side(row, side)})


def _gaps(paper: Paper, answer: Answer) -> None:
    paper.heading("Gaps", new_page=True)
    if not answer.rows:
        return nothing(paper, answer)
    paper.say("Links that the loaded documents do not show. Not published is not never made.")
    rows = [
        [str(row["kind"]), f"{row['text']}{replied(row)}", row["partnership"] or "not stated", first_source(row)]
        for row in answer.rows[:MOST_GAPS]
    ]
    paper.table(
        f"Missing links: {how_many_shown(len(rows), len(answer.rows), 'gaps')}",
        ["what is missing", "theme or recommendation", "whose", "source"],
        rows,
        (3, 5.4, 4, 4.2),
    )
    return None


KIND = Kind("scrutiny", "What repeats, what came back, two accounts, gaps", ("partnership", "theme"), (), write)
