"""Reading order: which words of a region are read one under the other, by cutting it at white gutters.

A recursive cut in two directions (XY-cut: Nagy and Seth 1984), started from runs of rows that leave the same gutter
free, so that a heading over two columns or a table between them does not hide the gutter. What is no text (tables,
boxes) takes part as stand-in words that carry their content in `Inset.content`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

from loaders.formats.labels import is_sign
from loaders.formats.pdf.banners import Banner, parting
from loaders.formats.pdf.lines import BY_LEFT, Row, rows
from loaders.formats.pdf.words import Word

_GUTTER = 0.7  # ems of white between columns, at least
_LEAST_ROWS = 3  # rows that must stand side by side for columns
_APART = 4.0  # ems between the base lines of a heading and the text before it, at most
MOST_COLUMNS = 24  # whites through a row, or columns side by side: more are a pattern, not columns of text
_LEAST_WORDS = 3  # words a row of a text column has in the middle of its rows; fewer is a list of labels


@dataclass(slots=True, eq=False)
class Inset(Word):
    """A stand-in for something that is read as a whole at its place; one for every row it is high."""

    content: Any = None


def inset(content: Any, left: float, top: float, right: float, bottom: float, size: float) -> list[Word]:
    """Stand-ins for an area, one for each line of text that would stand beside it."""
    count = max(1, int((bottom - top) / (1.2 * size)))
    return [Inset("", left, right, top + size * (0.8 + 1.2 * k), size, content=content) for k in range(count)]


def ordered(words: list[Word], drawn: Sequence[Banner] = ()) -> list[tuple[list[Row], bool]]:
    """Runs of rows in reading order, each with whether it stands beside another column.

    `drawn`: rules and grounds that may set a short heading over all columns.
    """
    result: list[tuple[list[Row], bool]] = []
    _cut(words, result, False, 0, drawn)
    return result


def _cut(
    words: list[Word], result: list[tuple[list[Row], bool]], beside: bool, deep: int, drawn: Sequence[Banner]
) -> None:
    if not words:
        return
    region = rows(words)
    band = _band(region) if deep < MOST_COLUMNS else None
    if band is None:
        result.append((region, beside))
        return
    first, last, gutter = band
    _cut([w for row in region[:first] for w in row.words], result, beside, deep, drawn)
    start = first
    for at in range(first, last + 2):
        over = at <= last and parting(region, at, gutter, drawn)
        if not over and at <= last:
            continue
        middle = [w for row in region[start:at] for w in row.words]
        _cut([w for w in middle if w.right <= gutter], result, True, deep + 1, drawn)
        _cut([w for w in middle if w.right > gutter], result, True, deep + 1, drawn)
        if over:
            result.append(([region[at]], beside))
        start = at + 1
    _cut([w for row in region[last + 1 :] for w in row.words], result, beside, deep, drawn)


def _band(region: list[Row]) -> tuple[int, int, float] | None:
    """The longest run of rows (first, last) with a gutter through them, and where it is."""
    if len(region) < _LEAST_ROWS:
        return None
    best: tuple[int, int, int, float] | None = None
    tried: set[tuple[int, int]] = set()
    for start in range(len(region) - 1):
        gaps = _gaps(region[start], region[start + 1])
        for low, high in gaps if len(gaps) <= MOST_COLUMNS else ():
            if (start, round(low)) in tried:
                continue
            end, left, right = _grown(region, start, low, high)
            tried.update((row, round(low)) for row in range(start, end))
            found = _columns(region, start, end, (left + right) / 2)
            if found and (best is None or found[0] > best[0]):
                best = (*found, (left + right) / 2)
    return best[1:] if best else None


def _gaps(one: Row, two: Row) -> list[tuple[float, float]]:
    """White between words that two neighbouring rows share, behind list signs left out."""
    words = sorted([*one.words, *two.words], key=BY_LEFT)
    least = _GUTTER * min(one.size, two.size)
    result = []
    reach = words[0].right
    for word in words[1:]:
        if word.left - reach >= least:
            result.append((reach, word.left))
        reach = max(reach, word.right)
    return result


def _grown(region: list[Row], start: int, low: float, high: float) -> tuple[int, float, float]:
    """How far down the white goes on: last row, and what is left of the white."""
    end = start
    for at in range(start, len(region)):
        row, left, right = region[at], low, high
        for word in row.words:
            if word.right <= left or word.left >= right:
                continue
            if word.left - left >= right - word.right:
                right = word.left
            else:
                left = word.right
        if right - left < _GUTTER * min(row.size, 12.0):
            break
        end, low, high = at, left, right
    return end, low, high


def _columns(region: list[Row], start: int, end: int, gutter: float) -> tuple[int, int, int] | None:
    """Whether text stands on both sides of the gutter: (rows side by side, first row, last row)."""
    left = {i: [w for w in region[i].words if w.right <= gutter] for i in range(start, end + 1)}
    right = {i: [w for w in region[i].words if w.right > gutter] for i in range(start, end + 1)}
    on_left, on_right = [i for i in left if left[i]], [i for i in right if right[i]]
    if not on_left or not on_right:
        return None
    shared = range(max(on_left[0], on_right[0]), min(on_left[-1], on_right[-1]) + 1)
    both = min(sum(1 for i in shared if left[i]), sum(1 for i in shared if right[i]))
    if both < _LEAST_ROWS or not (_is_text(left, shared) and _is_text(right, shared)):
        return None
    first = min(on_right[0], on_left[-1])
    return both, first, _foot(region, on_right[-1], end, max(w.right for i in on_left for w in left[i]))


def _foot(region: list[Row], last: int, end: int, edge: float) -> int:
    """The last row of the left column, where it is the longer: as long as its lines go on.

    Where nothing crosses the gutter below, or a line below is wrapped at the column's edge, so do headings and white.
    """
    below = region[last + 1 : end + 1]
    wrapped = any(two.words[0].right - two.words[0].left > edge - one.words[-1].right for one, two in pairwise(below))
    surely = wrapped or end == len(region) - 1
    for i in range(last + 1, end + 1):
        before, row = region[i - 1], region[i]
        if row.base - before.base > (_APART if surely else 1.7) * row.size:
            break
        if not surely and abs(row.size - before.size) > 0.1 * row.size:
            break
        last = i
    return last


def _is_text(side: dict[int, list[Word]], shared: range) -> bool:
    """Whether one side of a gutter is running text or a thing of its own, not signs, figures or labels."""
    rows_here = [side[i] for i in shared if side[i]]
    if any(type(w) is Inset for row in rows_here for w in row):
        return True
    alone = [row[0] for row in rows_here if len(row) == 1]
    signs = sum(1 for word in alone if is_sign(word.text, word.symbol) or word.text.isdigit())
    usual = max(median(len(row) for row in found) for found in (rows_here, [row for row in side.values() if row]))
    return 2 * signs < len(rows_here) and usual >= _LEAST_WORDS
