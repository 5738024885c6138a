"""Heads of ruled tables that no rule frames: set on a ground of their own, or plainly above the columns.

Only words that keep to the table's columns are taken, so that a caption or a sentence above a table stays text.
"""

from __future__ import annotations

from bisect import bisect
from itertools import pairwise

from loaders.formats.pdf.lines import Row, rows
from loaders.formats.pdf.rules import Cell, Table
from loaders.formats.pdf.words import Sheet, Word

_NEAR = 4.0  # points between a head's ground and the table
_REACH = 1.3  # ems between a head's base line and the table, where it has no ground
_LINES = 1.6  # ems between the base lines of one head
_COLUMN = 0.75  # ems of white between two columns
_WIDE = 0.6  # of the table's width: what a head's ground covers
_FILLED = 0.6  # of the columns that a head names
_MOST_LINES = 4
_MOST_WORDS = 12  # of a column's head


def head_rows(tables: list[Table], sheet: Sheet, words: list[Word]) -> list[Word]:
    """Give each table the row of heads that stands directly above its rules; gives the words that are left."""
    for table in tables:
        if _has_head(table):
            continue
        ground = _ground(table, sheet)
        head = _head(table, ground, words)
        if not head:
            continue
        taken = {id(word) for row in head for word in row.words}
        words = [word for word in words if id(word) not in taken]
        _put(table, head, ground)
    return words


def _has_head(table: Table) -> bool:
    """Whether the first row within the rules is set apart by weight."""
    first = [word for cell in table.cells if cell.row == 1 for word in cell.words]
    rest = [word for cell in table.cells if cell.row > 1 for word in cell.words]
    return all(word.bold for word in first) and not all(word.bold for word in rest)


def _ground(table: Table, sheet: Sheet) -> float | None:
    """The upper edge of a filled area that ends where the table begins and is about as wide."""
    found = [
        s
        for s in sheet.shapes
        if s.filled
        and abs(s.bottom - table.top) <= _NEAR
        and s.height > 2 * _NEAR
        and table.left - _NEAR <= s.left
        and s.right <= table.right + _NEAR
    ]
    wide = sum(s.width for s in found)
    return min(s.top for s in found) if wide >= _WIDE * (table.right - table.left) else None


def _head(table: Table, ground: float | None, words: list[Word]) -> list[Row]:
    """The lines of the head, from the lowest; [] where what stands above is none."""
    least = ground if ground is not None else table.top - _MOST_LINES * _LINES * 14
    above = [w for w in words if least - 1 <= w.top and w.base <= table.top + 2]
    found: list[Row] = []
    for row in reversed(rows(above)):
        gap = (found[-1].base if found else table.top) - row.base
        if ground is None and gap > (_LINES if found else _REACH) * row.size:
            break
        apart = ground is not None or all(word.bold for word in row.words)
        if not _keeps(row, table) or (found and not apart):
            if ground is not None:
                return []
            break
        found.append(row)
    inner = table.columns[1:-1]
    named: dict[int, int] = {}
    for word in (word for row in found for word in row.words):
        at = bisect(inner, word.left + 1)
        named[at] = named.get(at, 0) + 1
    columns = len(inner) + 1
    apart = ground is not None or all(word.bold for row in found for word in row.words)
    enough = len(named) > 1 and (len(named) >= _FILLED * columns if apart else len(named) == columns > 2)
    return found if enough and len(found) <= _MOST_LINES and max(named.values()) <= _MOST_WORDS else []


def _keeps(row: Row, table: Table) -> bool:
    """Whether the words of a line stay inside the table and its columns, with white between columns."""
    if row.words[0].left < table.left - 2 or row.words[-1].right > table.right + 2:
        return False
    if all(word.margin for word in row.words):
        return False
    inner = table.columns[1:-1]
    if any(word.left < x - 1 and word.right > x + 1 for word in row.words for x in inner):
        return False
    return all(
        two.left - one.right >= _COLUMN * row.size
        for one, two in pairwise(row.words)
        if bisect(inner, one.left + 1) != bisect(inner, two.left + 1)
    )


def _put(table: Table, head: list[Row], ground: float | None) -> None:
    """Add the head as the table's first row."""
    for cell in table.cells:
        cell.row += 1
    inner = table.columns[1:-1]
    edges = [table.left, *inner, table.right]
    top = ground if ground is not None else min(word.top for word in head[-1].words) - 1
    words = [word for row in reversed(head) for word in row.words]
    for at in sorted({bisect(inner, word.left + 1) for word in words}):
        here = [word for word in words if bisect(inner, word.left + 1) == at]
        cell = Cell(edges[at], top, edges[at + 1], table.top, 1, at + 1, words=here, shaded=ground is not None)
        table.cells.append(cell)
    table.top = top
