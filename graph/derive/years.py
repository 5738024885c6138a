"""In which years each review, each test and each learning point that stands alone falls, in words.

The questions about time put these words on their rows; a span is kept as one, never counted in each of its years.
"""

from __future__ import annotations

from datetime import date

from graph import model
from graph.memory import Graph

NOT_DATED = "not dated"


def add_years(graph: Graph) -> None:
    """Set `years` of every review and test, and of every learning point that belongs to none."""
    for review in graph.all(model.Review):
        graph.change(review, years=years(review.datedFrom, review.datedTo))
    for test in graph.all(model.Assurance):
        graph.change(test, years=years(test.dateFrom, test.dateTo))
    for finding in (f for f in graph.all(model.Finding) if f.alone):
        graph.change(finding, years=years(finding.datedFrom, finding.datedTo))


def years(first: date | None, last: date | None) -> str:
    """The year, or the first and the last of a span; without a first day up to when, without a last "not dated"."""
    if last is None:
        return NOT_DATED
    if first is None:
        return f"up to {last.year}"
    return str(last.year) if first.year == last.year else f"{first.year} to {last.year}"
