"""Headings that stand over all columns though they are short: a rule under them, or a ground behind them, says so.

Told by their words alone they would stand in the first column; the drawing goes on over the others, and a reader takes
the columns above it before those below.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median_low

from loaders.formats.pdf.lines import Row
from loaders.formats.pdf.words import Shape

_THIN = 3.0  # points: a drawn area thinner than this is a rule
_UNDER = 1.0  # ems between a heading's base line and the rule under it
_HIGH = (1.0, 3.2)  # ems a ground behind one line is high
_LARGE = 1.12  # times the size of the text around
_OVER = 1.5  # ems that the drawing reaches into the column on either side of a gutter


@dataclass(slots=True)
class Banner:
    """A rule (`top` and `bottom` nearly the same) or a ground that may set a heading over columns, in points."""

    left: float
    top: float
    right: float
    bottom: float


def banners(shapes: list[Shape], least: float) -> list[Banner]:
    """What may set a heading over columns among the drawings of a page; `least`: how wide, in points."""
    return [
        Banner(s.left, s.top, s.right, s.bottom)
        for s in shapes
        if s.width >= least
        and s.height <= 60
        and not (s.picture or s.curved)
        and (s.filled or (s.stroked and s.height <= _THIN))
    ]


def parting(rows: Sequence[Row], at: int, gutter: float, drawn: Sequence[Banner]) -> bool:
    """Whether the row is a heading over the columns left and right of a gutter: alone, on a drawing that crosses it."""
    row = rows[at]
    first, last = row.words[0].left, row.words[-1].right
    if not drawn or first < gutter < last:
        return False
    over = _OVER * row.size
    below = rows[at + 1].base - 0.8 * rows[at + 1].size if at + 1 < len(rows) else row.base + 9 * row.size
    for one in drawn:
        if one.left > gutter - over or one.right < gutter + over or one.bottom > below + 1:
            continue
        if first < one.left - 2 or last > one.right + 2:
            continue
        if one.bottom - one.top <= _THIN:
            if 0 <= one.top - row.base <= _UNDER * row.size and _set_apart(row, rows):
                return True
        elif one.top <= min(word.top for word in row.words) and row.base <= one.bottom:
            low, high = _HIGH
            if low <= (one.bottom - one.top) / row.size <= high:
                return True
    return False


def _set_apart(row: Row, rows: Sequence[Row]) -> bool:
    """Whether a line is bold or larger than those around."""
    return all(word.bold for word in row.words) or row.size >= _LARGE * median_low([other.size for other in rows])
