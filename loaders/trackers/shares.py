"""Shares that updates of a tracker tell ("17 of 20 assessments had an answer"): what was found when work was looked at.

They are figures of work, never of reviews; a count that is no share says how much was done and stays in the update.
"""

from __future__ import annotations

from collections.abc import Iterable

from graph.records import Statistic
from loaders.parse.figures.statistics import statistics_of
from loaders.trackers.drafts import Draft

_TELLS = 4  # words of a cell that says more than a status and a date


def shares_told(drafts: Iterable[Draft]) -> list[Statistic]:
    """The shares in the cells that tell in words what came of an action, each cell once, in order."""
    cells = [row.cells.get(at) for d in drafts for row in d.rows for at in d.head.columns("updates", "evidence")]
    told = {id(cell): cell for cell in cells if cell is not None and len(cell.text.split()) >= _TELLS}
    found = [
        one for one in statistics_of(list(told.values())) if one.denominator is not None or one.percent is not None
    ]
    for one in found:
        one.source = "activity" if one.source == "review" else one.source
        one.unit = "other" if one.unit == "review" else one.unit
    return found
