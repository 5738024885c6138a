"""Tables whose rules are drawn cell by cell: where the pieces of each rule meet, one column ends and the next begins.

Such rules stand between rows only, so that nothing upright frames a cell (`rules`); they are surer than the whites
between words (`aligned`), and hold in one column of a page, too, where words of its other columns stand on the same
lines. A table may break off at the foot of a column and go on beside it: there its first row stands above its rules.
"""

from __future__ import annotations

from bisect import bisect
from itertools import pairwise

from loaders.formats.pdf.heads import head_rows
from loaders.formats.pdf.lines import rows
from loaders.formats.pdf.rules import Cell, Table, shade
from loaders.formats.pdf.words import Shape, Sheet, Word

_THIN = 2.6  # points: a drawn area thinner than this is a rule
_LEAST_PIECE = 12.0  # points
_MEET = 2.0  # points between two pieces of one rule, at most
_SAME = 3.0  # points between the joints of two rules of one table
_LEAST_ROW = 6.0  # points between two rules
_GUTTER = 1.5  # ems of white before a line that does not run on from the left of a table
_PITCH = 1.6  # ems between the base lines of one row
_REACH = 2.5  # ems between a row's last base line and the rule below it
_BESIDE = 4.0  # points
_LEAST = {2: 4, 3: 3}  # rules of a table of so many columns; of more columns, two

Rule = tuple[float, list[float]]  # its height, and where its pieces begin and end


def jointed_tables(sheet: Sheet, words: list[Word]) -> tuple[list[Table], list[Word]]:
    """The tables with such rules among words that stand in no other table, and the words outside them."""
    found: list[Table] = []
    for heights, joints in _grouped(_rules(sheet.shapes)):
        table, words = _table(heights, joints, words)
        if table is not None:
            found.append(table)
    kept = [one for one in found if len(one.cells) > 0 and _proved(one, found)]
    words = [*words, *(word for one in found if one not in kept for cell in one.cells for word in cell.words)]
    for one in kept:
        rest = any(goes_on(other, one) for other in kept)
        words = _first_row(one, words) if rest else _headed(one, sheet, words)
        shade(one, sheet)
    return kept, words


def _headed(table: Table, sheet: Sheet, words: list[Word]) -> list[Word]:
    """Give a table the head that stands above its rules; lines of the page's other columns say nothing of it."""
    near = [w for w in words if table.left - _GUTTER * w.size <= w.left and w.right <= table.right + _GUTTER * w.size]
    left = set(map(id, head_rows([table], sheet, near)))
    taken = {id(word) for word in near} - left
    return [word for word in words if id(word) not in taken]


def goes_on(one: Table, two: Table) -> bool:
    """Whether a table right of another has its columns, so that it may be the rest of it."""
    return two.left > one.right - _BESIDE and same_columns(one, two)


def same_columns(one: Table, two: Table) -> bool:
    """Whether the columns of two tables are as wide."""
    shift = two.columns[0] - one.columns[0]
    return len(one.columns) == len(two.columns) and all(
        abs(a + shift - b) <= _SAME for a, b in zip(one.columns, two.columns, strict=True)
    )


def _rules(shapes: list[Shape]) -> list[Rule]:
    """Rules of several pieces that meet; the edges of grounds side by side are rules as well."""
    pieces: dict[int, list[tuple[float, float]]] = {}
    for shape in shapes:
        if shape.picture or shape.curved or not (shape.filled or shape.stroked) or shape.width < _LEAST_PIECE:
            continue
        edges = (
            {round((shape.top + shape.bottom) / 2)}
            if shape.height <= _THIN
            else {round(shape.top), round(shape.bottom)}
        )
        for edge in edges:
            pieces.setdefault(edge, []).append((shape.left, shape.right))
    found: list[Rule] = []
    for height, own in sorted(pieces.items()):
        chain: list[float] = []
        for left, right in [*sorted(set(own)), (float("inf"), 0.0)]:
            if chain and abs(left - chain[-1]) <= _MEET:
                chain.append(right)
                continue
            if len(chain) > 2:
                found.append((float(height), chain))
            chain = [left, right]
    return found


def _grouped(rules: list[Rule]) -> list[tuple[list[float], list[float]]]:
    """Rules with the same joints: their heights from the top, and the joints."""
    groups: list[tuple[list[float], list[float]]] = []
    for height, joints in rules:
        for heights, known in groups:
            if len(known) == len(joints) and all(abs(a - b) <= _SAME for a, b in zip(known, joints, strict=True)):
                if height - heights[-1] >= _LEAST_ROW:
                    heights.append(height)
                break
        else:
            groups.append(([height], joints))
    return [group for group in groups if len(group[0]) > 1]


def _table(heights: list[float], joints: list[float], words: list[Word]) -> tuple[Table | None, list[Word]]:
    """The table between rules, as far down as words keep to its columns; and the words that are left."""
    inside = [w for w in words if _across(w, joints) and heights[0] < w.base <= heights[-1] + 1]
    cells: list[Cell] = []
    bottom = heights[0]
    for number, (top, end) in enumerate(pairwise(heights), 1):
        own = [w for w in inside if top < w.base <= end + 1]
        if any(_crosses(w, joints) for w in own):
            break
        cells += _cells(own, joints, top, end, number)
        bottom = end
    taken = {id(word) for cell in cells for word in cell.words}
    if not cells:
        return None, words
    table = Table(joints[0], heights[0], joints[-1], bottom, list(joints), cells)
    return table, [word for word in words if id(word) not in taken]


def _across(word: Word, joints: list[float]) -> bool:
    return joints[0] - 1 <= (word.left + word.right) / 2 <= joints[-1] + 1


def _crosses(word: Word, joints: list[float]) -> bool:
    return any(word.left < x - 1 and word.right > x + 1 for x in joints)


def _cells(words: list[Word], joints: list[float], top: float, bottom: float, row: int) -> list[Cell]:
    inner = joints[1:-1]
    places = {id(word): bisect(inner, word.left + 1) for word in words}
    return [
        Cell(joints[at], top, joints[at + 1], bottom, row, at + 1, words=[w for w in words if places[id(w)] == at])
        for at in sorted(set(places.values()))
    ]


def _proved(table: Table, found: list[Table]) -> bool:
    """Whether there are rows enough, on its own or with the table that goes on beside it, and columns filled."""
    if any(goes_on(one, table) or goes_on(table, one) for one in found if one is not table):
        return True
    rules = len({cell.row for cell in table.cells}) + 1
    filled = {cell.column for cell in table.cells}
    return rules >= _LEAST.get(len(table.columns) - 1, 2) and rules > 2 and len(filled) == len(table.columns) - 1


def _first_row(table: Table, words: list[Word]) -> list[Word]:
    """Give a table that goes on the row above its first rule; gives the words that are left."""
    joints, own = table.columns, list[Word]()
    above, size = table.top, 0.0
    for row in reversed([row for row in rows(words) if row.base <= table.top + 1]):
        here = [w for w in row.words if _across(w, joints)]
        left = [w for w in row.words if w.right <= joints[0] + 1]
        runs = bool(here and left) and here[0].left - left[-1].right < _GUTTER * row.size
        if not here:
            continue
        if (
            runs
            or any(_crosses(w, joints) for w in here)
            or above - row.base > (_PITCH * size if own else _REACH * row.size)
        ):
            break
        own, above, size = [*here, *own], row.base, row.size
    if not own:
        return words
    for cell in table.cells:
        cell.row += 1
    top = min(word.top for word in own) - 1
    table.cells = [*_cells(own, joints, top, table.top, 1), *table.cells]
    table.top = top
    taken = set(map(id, own))
    return [word for word in words if id(word) not in taken]
