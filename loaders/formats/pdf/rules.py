"""Ruled tables and boxes of a page, found from the lines and areas that are drawn.

A table is a connected net of rules with at least two columns; a box is an area that is framed or shaded and holds
lines of text. Tables without upright rules are found by `aligned`; nothing here guesses from white space alone.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from loaders.formats.pdf.words import Shape, Sheet, Word

_THIN = 2.6  # points: a drawn area thinner than this is a rule
_NEAR = 3.0  # points: rules closer than this touch
_LEAST_RULE = 4.0  # points
_LEAST_ROW = 6.0  # points
_MOST_RULES = 1500  # a page with more is a drawing
_COLUMN = 0.75  # ems of white between two columns
_LEAST_BOX = (60.0, 10.0)  # points wide and high
_PAGE_SHARE = 0.8  # an area larger than this part of the page is its background


@dataclass(slots=True, eq=False)
class Cell:
    """A table cell: bounds in points, place from 1 (of its upper left part), and how many rows and columns it takes."""

    left: float
    top: float
    right: float
    bottom: float
    row: int
    column: int
    wide: int = 1
    words: list[Word] = field(default_factory=list)
    shaded: bool = False

    @property
    def edge(self) -> float:
        """How far right its lines may reach, by the white left of them."""
        return self.right - max(2.0, min(word.left for word in self.words) - self.left)


@dataclass(slots=True, eq=False)
class Table:
    """A ruled table; `columns` are the places of its upright rules."""

    left: float
    top: float
    right: float
    bottom: float
    columns: list[float]
    cells: list[Cell]


@dataclass(slots=True, eq=False)
class Box:
    """A framed or shaded area with text in it."""

    left: float
    top: float
    right: float
    bottom: float
    words: list[Word] = field(default_factory=list)


@dataclass(slots=True)
class _Rule:
    """A straight rule: at `place`, from `start` to `end` the other way."""

    upright: bool
    place: float
    start: float
    end: float


def ruled_tables(sheet: Sheet) -> tuple[list[Table], list[Table], list[Word]]:
    """The tables of a page with their words in them, the grids that are none, and the words outside."""
    rules = [rule for shape in sheet.shapes if not shape.picture for rule in _rules(shape, sheet)]
    tables: list[Table] = []
    areas: list[Table] = []
    for net in _nets(rules) if len(rules) <= _MOST_RULES else []:
        table = _table(net)
        if table is None:
            continue
        (tables if len(table.columns) > 2 else areas).append(table)
    rest, kept = list(sheet.words), list[Table]()
    for table in sorted(tables, key=lambda t: t.top):
        inside, outside = _split(rest, table)
        for word in inside:
            home = next((cell for cell in table.cells if _holds(cell, word, 0.0)), None)
            (home.words if home else outside).append(word)
        table.cells = [part for cell in table.cells if cell.words for part in _parted(cell, table.columns)]
        if len({cell.column for cell in table.cells}) < (2 if len(table.columns) == 3 else 1):  # a frame with a margin
            areas.append(table)
            continue
        rest = outside
        shade(table, sheet)
        kept.append(table)
    return kept, areas, rest


def _rules(shape: Shape, sheet: Sheet) -> Iterable[_Rule]:
    if shape.curved or not (shape.filled or shape.stroked):
        return
    if shape.height <= _THIN:
        if shape.width >= _LEAST_RULE:
            yield _Rule(False, (shape.top + shape.bottom) / 2, shape.left, shape.right)
    elif shape.width <= _THIN:
        if shape.height >= _LEAST_RULE:
            yield _Rule(True, (shape.left + shape.right) / 2, shape.top, shape.bottom)
    elif shape.stroked and min(shape.width, shape.height) >= _LEAST_RULE and not _is_page(shape, sheet):
        for place in (shape.top, shape.bottom):
            yield _Rule(False, place, shape.left, shape.right)
        for place in (shape.left, shape.right):
            yield _Rule(True, place, shape.top, shape.bottom)


def _is_page(shape: Shape | Box, sheet: Sheet) -> bool:
    area = (shape.right - shape.left) * (shape.bottom - shape.top)
    return area > _PAGE_SHARE * sheet.width * sheet.height


def _nets(rules: list[_Rule]) -> list[list[_Rule]]:
    """Rules grouped by touching, directly or through others."""
    nets: list[list[_Rule]] = []
    left = sorted(rules, key=lambda r: (r.start, r.place))
    while left:
        net, seen, rest = [left.pop()], 0, list[_Rule]()
        while seen < len(net):
            rule, rest = net[seen], list[_Rule]()
            for other in left:
                (net if _touch(rule, other) else rest).append(other)
            left, seen = rest, seen + 1
        nets.append(net)
    return nets


def _touch(one: _Rule, two: _Rule) -> bool:
    if one.upright == two.upright:
        return abs(one.place - two.place) <= _NEAR and one.start <= two.end + _NEAR and two.start <= one.end + _NEAR
    return one.start - _NEAR <= two.place <= one.end + _NEAR and two.start - _NEAR <= one.place <= two.end + _NEAR


def _table(net: list[_Rule]) -> Table | None:
    """The grid a net of rules draws; None where it encloses nothing."""
    across, upright = [r for r in net if not r.upright], [r for r in net if r.upright]
    if len(across) < 2 or not upright:
        return None
    left, right = min(r.start for r in across), max(r.end for r in across)
    ys = _places([r.place for r in across])
    xs = _places([left, right, *(r.place for r in upright)])
    over = [r.start for r in upright if r.start < ys[0] - _LEAST_ROW]  # a row cut by the page's end has no rule there
    under = [r.end for r in upright if r.end > ys[-1] + _LEAST_ROW]
    ys = ([min(over)] if len(over) > 1 else []) + ys + ([max(under)] if len(under) > 1 else [])
    if len(ys) < 2 or len(xs) < 2:
        return None
    cells: list[Cell] = []
    above: dict[tuple[int, int], Cell] = {}
    for row, (top, bottom) in enumerate(pairwise(ys), 1):
        middle, start = (top + bottom) / 2, 0
        here: dict[tuple[int, int], Cell] = {}
        for end in range(1, len(xs)):
            if end < len(xs) - 1 and not _covers(upright, xs[end], middle):
                continue
            cell = above.get((start, end))
            if cell is None or _covers(across, top, (xs[start] + xs[end]) / 2):
                cell = Cell(xs[start], top, xs[end], bottom, row, start + 1, end - start)
                cells.append(cell)
            cell.bottom, here[start, end] = bottom, cell
            start = end
        above = here
    return Table(xs[0], ys[0], xs[-1], ys[-1], xs, cells)


def _covers(rules: list[_Rule], place: float, across: float) -> bool:
    return any(abs(r.place - place) <= _NEAR and r.start - 1 <= across <= r.end + 1 for r in rules)


def _places(values: list[float]) -> list[float]:
    """Sorted places, those of one drawn line as one."""
    result: list[float] = []
    for value in sorted(values):
        if not result or value - result[-1] > _NEAR:
            result.append(value)
    return result


def _parted(cell: Cell, xs: list[float]) -> list[Cell]:
    """A wide cell as several where its words keep the columns of other rows: some tables rule every other row only."""
    inner = xs[cell.column : cell.column + cell.wide - 1]
    if not inner or any(word.left < x - 1 and word.right > x + 1 for word in cell.words for x in inner):
        return [cell]
    places = [bisect(inner, word.left + 1) for word in cell.words]
    by_line = sorted(zip(cell.words, places, strict=True), key=lambda pair: (round(pair[0].base), pair[0].left))
    for (one, at), (two, after) in pairwise(by_line):
        near = round(one.base) == round(two.base) and two.left - one.right < _COLUMN * two.size
        if at != after and near:
            return [cell]
    if len(set(places)) < 2:
        return [cell]
    edges = [cell.left, *inner, cell.right]
    return [
        Cell(
            edges[at],
            cell.top,
            edges[at + 1],
            cell.bottom,
            cell.row,
            cell.column + at,
            words=[word for word, place in zip(cell.words, places, strict=True) if place == at],
        )
        for at in sorted(set(places))
    ]


def _split(words: list[Word], area: Table | Box) -> tuple[list[Word], list[Word]]:
    """Words inside an area, and the others."""
    inside: list[Word] = []
    outside: list[Word] = []
    for word in words:
        (inside if _holds(area, word, 1.0) else outside).append(word)
    return inside, outside


def _holds(area: Table | Box | Cell, word: Word, slack: float) -> bool:
    x, y = (word.left + word.right) / 2, word.base - 0.3 * word.size
    return area.left - slack <= x <= area.right + slack and area.top - slack <= y <= area.bottom + slack


def shade(table: Table, sheet: Sheet) -> None:
    """Mark the cells that have a coloured ground."""
    grounds = [s for s in sheet.shapes if s.filled and s.width > _LEAST_RULE and s.height > _LEAST_RULE]
    for cell in table.cells:
        x, y = (cell.left + cell.right) / 2, (cell.top + cell.bottom) / 2
        cell.shaded = any(
            s.left <= x <= s.right and s.top <= y <= s.bottom and s.width < 1.2 * (cell.right - cell.left) + 9
            for s in grounds
        )


def boxes(sheet: Sheet, areas: list[Table], words: list[Word]) -> tuple[list[Box], list[Word]]:
    """Areas that hold at least two lines of text, the innermost first, with their words; and the words left."""
    drawn = [Box(a.left, a.top, a.right, a.bottom) for a in areas]
    grounds: list[Box] = []
    for shape in sorted(sheet.shapes, key=lambda s: s.top):
        drawn_area = shape.filled or (shape.stroked and shape.curved)
        if shape.picture or not drawn_area or shape.width < _LEAST_BOX[0] or shape.height < _LEAST_BOX[1]:
            continue
        last = grounds[-1] if grounds else None  # the ground of a paragraph may be drawn line by line
        sides = max(abs(shape.left - last.left), abs(shape.right - last.right)) if last else 2 * _NEAR
        if last and sides < _NEAR and shape.top <= last.bottom + _NEAR:
            last.bottom = max(last.bottom, shape.bottom)
        else:
            grounds.append(Box(shape.left, shape.top, shape.right, shape.bottom))
    found: list[Box] = []
    for box in sorted(drawn + grounds, key=lambda b: (b.right - b.left) * (b.bottom - b.top)):
        if _is_page(box, sheet):
            continue
        inside, outside = _split(words, box)
        if len({round(w.base) for w in inside}) >= 2 and len(inside) >= 6:
            box.words, words = inside, outside
            found.append(box)
    return found, words
