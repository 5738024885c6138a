"""Tables without upright rules: words that keep the same whites free under a row of heads, line after line.

Only strong evidence makes a table, since columns of text look alike: a head set apart by weight or by a rule under it,
three columns or more, two rows or more, a column of short entries (who, when, how far), and cells that do not run on
in the next row. All else stays text.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median_low

from loaders.formats.pdf.lines import Row
from loaders.formats.pdf.rules import Cell, Table
from loaders.formats.pdf.unruled import unruled_tables
from loaders.formats.pdf.words import Sheet, Word

_APART = 0.75  # ems of white between the heads of two columns, at least
_WHITE = 0.5  # ems of white that must stay between two columns
_LEAST = (3, 2)  # columns, rows under the head
_MOST_COLUMNS = 12
_FAR = 3.5  # ems between the base lines of two lines of a table, at most, where no rule parts them
_BRIEF = 5  # words of an entry in a short column
_GUTTER = 8.0  # points of white before a column that goes on from the page before
_WIDE = 0.6  # of the table's width: what rules and grounds cover to part two rows
_RUN_ON = 0.15  # of the cells that may begin in small letters
_FILLED = 0.6  # of the cells that must hold words

White = tuple[float, float]


def aligned_tables(
    sheet: Sheet, words: list[Word], before: Sequence[float] | None = None
) -> tuple[list[Table], list[Word]]:
    """The tables among words that stand in no ruled table, and the words outside them.

    `before`: where the columns of a table stand that the page before ended with; its rows may go on without a head.
    """
    if sum(1 for word in words if word.bold) < _LEAST[0] and not sheet.shapes and before is None:
        return [], words
    return unruled_tables(words, lambda lines, at, above: _table(lines, at, sheet, None if above else before))


def _table(lines: list[Row], at: int, sheet: Sheet, before: Sequence[float] | None) -> tuple[Table | None, int]:
    """The table that begins at a line, and the line after it."""
    head = lines[at]
    whites = _whites(head)
    bold = all(word.bold for word in head.words)
    if before is not None and (going := _going(before, lines, at)):
        whites, bold = going, bold and len(whites) == len(going)
    if not _LEAST[0] <= len(whites) + 1 <= _MOST_COLUMNS:
        return None, at
    left, right = head.words[0].left, head.words[-1].right
    end = at + 1
    while end < len(lines):
        row, last = lines[end], lines[end - 1]
        narrowed = _narrowed(whites, row)
        if narrowed is None or row.base - last.base > _FAR * last.size or row.size > 1.3 * head.size:
            break
        whites, end = narrowed, end + 1
        left, right = min(left, row.words[0].left), max(right, row.words[-1].right)
    if end - at < 1 + _LEAST[1]:
        return None, at
    seps = _separators(sheet, left, right, head.base - 2 * head.size, lines[end - 1].base + 2 * head.size)
    ruled = any(head.base < y < head.base + 2.5 * head.size for y in seps)
    goes_on = before is not None and _same(before, left, whites)
    if not (bold or ruled or goes_on):
        return None, at
    cuts = [0.5 * (low + high) for low, high in whites]
    groups = _groups(lines[at:end], cuts, seps, bold)
    table = _built(groups, left, right, whites, cuts)
    if goes_on and before is not None:
        table.columns = list(before)
    return (table, end) if _is_table(groups, cuts, goes_on and not bold) else (None, at)


def _whites(row: Row) -> list[White]:
    """The whites between the heads of a row."""
    found: list[White] = []
    for one, two in pairwise(row.words):
        if two.left - one.right >= _APART * row.size:
            found.append((one.right, two.left))
    return found


def _narrowed(whites: list[White], row: Row) -> list[White] | None:
    """What a line leaves of the whites; None where it leaves too little of one."""
    result: list[White] = []
    for low, high in whites:
        for word in row.words:
            if word.right <= low or word.left >= high:
                continue
            if word.left - low >= high - word.right:
                high = word.left
            else:
                low = word.right
        if high - low < _WHITE * row.size:
            return None
        result.append((low, high))
    return result


def _separators(sheet: Sheet, left: float, right: float, top: float, bottom: float) -> list[float]:
    """Heights at which rules, or the edges of grounds, go over most of the width."""
    spans: dict[int, float] = {}
    for shape in sheet.shapes:
        if shape.picture or not (shape.filled or shape.stroked) or shape.right < left or shape.left > right:
            continue
        for y in {round(shape.top), round(shape.bottom)}:
            if top <= y <= bottom and shape.bottom - shape.top < bottom - top:
                spans[y] = spans.get(y, 0.0) + min(shape.right, right) - max(shape.left, left)
    return sorted(y for y, wide in spans.items() if wide >= _WIDE * (right - left))


def _going(before: Sequence[float], lines: list[Row], at: int) -> list[White] | None:
    """The whites before the columns of the page before, where this line and the next keep them free."""
    whites: list[White] | None = [(x - _GUTTER, x + 1) for x in before[1:-1]]
    for row in lines[at : at + 1 + _LEAST[1]]:
        whites = _narrowed(whites, row) if whites else None
    return whites if len(lines) > at + _LEAST[1] and lines[at].words[0].left >= before[0] - 4 else None


def _same(before: Sequence[float], left: float, whites: list[White]) -> bool:
    """Whether columns stand where those of the page before did."""
    inner = list(before)[1:-1]
    fits = len(inner) == len(whites) and all(
        low - 4 <= x <= high + 4 for x, (low, high) in zip(inner, whites, strict=True)
    )
    return fits and abs(before[0] - left) <= 4


def _groups(lines: list[Row], cuts: list[float], seps: list[float], bold: bool) -> list[list[Row]]:
    """The lines of each row of the table."""
    parted = [any(one.base < y < two.base for y in seps) for one, two in pairwise(lines)]
    gaps = [two.base - one.base for one, two in pairwise(lines)]
    pitch = median_low([gap for gap in gaps if gap > 0.9 * lines[0].size] or [0.0])
    tight = min(pitch, 1.5 * lines[0].size)
    spaced = [gap > 1.25 * tight for gap in gaps]
    if sum(parted) >= _LEAST[1]:
        starts = [one or (bold and at == 0 and spaced[0]) for at, one in enumerate(parted)]
        if 3 * sum(parted) < sum(spaced):  # the rule parts the head alone
            starts = [one or two for one, two in zip(parted, spaced, strict=True)]
    elif sum(spaced) >= _LEAST[1]:
        starts = [one or two for one, two in zip(parted, spaced, strict=True)]
    else:
        starts = [sum(1 for part in _parts(row, cuts) if part) >= max(2, len(cuts)) for row in lines[1:]]
    groups = [[lines[0]]]
    for row, start in zip(lines[1:], starts, strict=True):
        head = len(groups) == 1 and bold and all(word.bold for word in row.words)
        if bold and len(groups) == 1 and not head and not start:
            start = True
        if start and not head:
            groups.append([])
        groups[-1].append(row)
    return groups


def _parts(row: Row, cuts: list[float]) -> list[list[Word]]:
    """The words of a line in each column."""
    parts: list[list[Word]] = [[] for _ in range(len(cuts) + 1)]
    for word in row.words:
        parts[sum(1 for cut in cuts if word.left >= cut)].append(word)
    return parts


def _is_table(groups: list[list[Row]], cuts: list[float], goes_on: bool) -> bool:
    part = goes_on and not _parts(groups[0][0], cuts)[0]  # the rest of the last row of the page before
    body = groups[0 if goes_on and not part else 1 :]
    if len(body) < _LEAST[1]:
        return False
    cells = [[[w for row in group for w in _parts(row, cuts)[at]] for at in range(len(cuts) + 1)] for group in body]
    filled = [cell for row in cells for cell in row if cell]
    if len(filled) < _FILLED * len(body) * (len(cuts) + 1) or any(sum(map(bool, row)) < 2 for row in cells):
        return False
    soft = sum(1 for row in cells[1:] for cell in row if cell and cell[0].text[:1].islower())
    if soft > _RUN_ON * len(filled):
        return False
    columns = zip(*cells, strict=True)
    return any(
        sum(map(bool, column)) >= 2 * len(body) / 3 and all(len(cell) <= _BRIEF for cell in column)
        for column in columns
    )


def _built(groups: list[list[Row]], left: float, right: float, whites: list[White], cuts: list[float]) -> Table:
    """The table of the groups; columns begin where the white before them ends."""
    xs = [left, *(high for _, high in whites), right]
    cells: list[Cell] = []
    for number, group in enumerate(groups, 1):
        top, bottom = group[0].base - group[0].size, group[-1].base + 0.3 * group[-1].size
        for at in range(len(cuts) + 1):
            words = [word for row in group for word in _parts(row, cuts)[at]]
            if words:
                edge = whites[at][0] + 2.0 if at < len(whites) else right + 2.0
                cells.append(Cell(min(xs[at], words[0].left), top, edge, bottom, number, at + 1, words=words))
    first, last = groups[0][0], groups[-1][-1]
    return Table(left, first.base - first.size, right, last.base + 0.3 * last.size, xs, cells)
