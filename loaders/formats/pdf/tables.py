"""Tables over page ends, and what the head of a row or column says of a cell."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import count

from loaders.formats.pdf.jointed import goes_on
from loaders.formats.pdf.lines import Line, line, rows
from loaders.formats.pdf.page import Layout
from loaders.formats.pdf.rules import Cell, Table
from loaders.formats.pdf.text import text

_MOST_HEAD = 15  # words in the head of a row or column
_SHORTENED = 2  # words that may end in a point for being cut short
_SAME = 4.0  # points between the columns of one table on two pages


@dataclass(slots=True, eq=False)
class Grid:
    """A table as a reader sees it: on one page or over several, rows counted through."""

    name: str = ""
    rows: int = 0
    texts: dict[tuple[int, int], str] = field(default_factory=dict)
    bold: set[tuple[int, int]] = field(default_factory=set)
    shaded: set[tuple[int, int]] = field(default_factory=set)
    places: dict[int, tuple[int, int]] = field(default_factory=dict)  # of cells, by `id`: row and column, from 1
    repeated: set[int] = field(default_factory=set)  # `id`s of cells that print the head again on a further page
    headed: bool = False
    stubbed: bool = False

    def heads(self, row: int, column: int) -> tuple[str | None, str | None]:
        """What stands at the head of the row and of the column of a cell; None for the heads themselves."""
        row_head = self.texts.get((row, 1)) if self.stubbed and column > 1 and not (self.headed and row == 1) else None
        column_head = self.texts.get((1, column)) if self.headed and row > 1 else None
        return row_head, column_head


def grids(pages: list[Layout], body: list[list[Line]], words: Counter[str]) -> dict[int, Grid]:
    """The grid of every table, by the table's `id`; `body` holds each page's lines without furniture."""
    result: dict[int, Grid] = {}
    numbers = count(1)
    last: tuple[Table, Grid] | None = None
    for page, found in zip(pages, body, strict=True):
        free = [one for one in found if not one.cell]
        spans = _spans(page)
        above: Table | None = None
        for at, table in enumerate(sorted(page.tables, key=lambda t: spans.get(id(t), (0, 0))[0])):
            first = at == 0 and not any(one.base < table.top for one in free)
            if above is not None and goes_on(above, table) and not _between(page, free, spans, above, table):
                grid = result[id(above)]
            elif last and first and _same_columns(last[0], table):
                grid = last[1]
            else:
                grid = Grid(f"table {next(numbers)}")
            _add(grid, table, words)
            result[id(table)] = grid
            above = table
            last = (table, grid) if not any(one.base > table.bottom for one in free) else None
        if not page.tables:
            last = None
    for grid in result.values():
        _judge(grid)
    return result


def _spans(page: Layout) -> dict[int, tuple[int, int]]:
    """The places of the first and the last line of each table, in reading order, by the table's `id`."""
    spans: dict[int, tuple[int, int]] = {}
    for at, one in enumerate(page.lines):
        if one.cell:
            table = id(one.cell[0])
            spans[table] = (spans.get(table, (at, at))[0], at)
    return spans


def _between(page: Layout, free: list[Line], spans: dict[int, tuple[int, int]], one: Table, two: Table) -> bool:
    """Whether text is read between two tables of a page."""
    running = set(map(id, free))
    return any(id(line) in running for line in page.lines[spans[id(one)][1] : spans[id(two)][0]])


def _same_columns(one: Table, two: Table) -> bool:
    return len(one.columns) == len(two.columns) and all(
        abs(a - b) <= _SAME for a, b in zip(one.columns, two.columns, strict=True)
    )


def _text(cell: Cell, words: Counter[str]) -> str:
    found = [line(row.words, 0) for row in rows(cell.words)]
    for one in found:
        one.cell, one.edge = cell, cell.edge
    return text(found, words, 0)


def _add(grid: Grid, table: Table, words: Counter[str]) -> None:
    """Count a table's rows on; a first row without head is the rest of the row before the page end."""
    texts = {id(cell): _text(cell, words) for cell in table.cells}
    offset, skip = grid.rows, 0
    if grid.rows:
        top = [cell for cell in table.cells if cell.row == 1]
        if top and all(grid.texts.get((1, cell.column)) == texts[id(cell)] for cell in top):
            grid.repeated.update(id(cell) for cell in top)
            skip = 1
        first = [cell for cell in table.cells if cell.row == 1 + skip]
        if first and (all(cell.column > 1 for cell in first) or _runs_on(grid, first, texts)):
            offset -= 1
        offset -= skip
    for cell in table.cells:
        place = (cell.row + offset if id(cell) not in grid.repeated else 1, cell.column)
        grid.places[id(cell)] = place
        grid.rows = max(grid.rows, place[0])
        if id(cell) in grid.repeated:
            continue
        grid.texts[place] = f"{grid.texts[place]} {texts[id(cell)]}" if place in grid.texts else texts[id(cell)]
        if line(cell.words, 0).bold:
            grid.bold.add(place)
        if cell.shaded:
            grid.shaded.add(place)


def _runs_on(grid: Grid, first: list[Cell], texts: dict[int, str]) -> bool:
    """Whether the first row of a page is the rest of the row before: fewer cells, and sentences that are not over."""
    last = {column: text for (row, column), text in grid.texts.items() if row == grid.rows}
    here = {cell.column: texts[id(cell)] for cell in first}
    return len(here) < len(last) and all(
        column in last and text[:1].islower() and not last[column].endswith((".", "?", "!"))
        for column, text in here.items()
    )


def _judge(grid: Grid) -> None:
    """Decide whether the first row and column are heads: set apart by weight or ground, or short beside the rest."""
    first = {p for p in grid.texts if p[0] == 1}
    others = set(grid.texts) - first
    if len(first) < 2 or not others:
        return
    short = all(_is_head(grid.texts[p]) for p in first)
    apart = any(first <= signs and len(others & signs) <= len(others) / 2 for signs in (grid.bold, grid.shaded))
    brief = all(len(grid.texts[p].split()) <= 6 for p in first) and 3 * _mean(grid, first) < _mean(grid, others)
    grid.headed = short and (apart or brief)
    stubs = {p for p in others if p[1] == 1}
    grid.stubbed = len(stubs) >= len({p[0] for p in others}) / 2 and all(
        len(grid.texts[p].split()) <= _MOST_HEAD for p in stubs
    )


def _is_head(text: str) -> bool:
    """Whether a text may head a column: short and no sentence, but perhaps a word cut short ("Rec.", "Ref. no.")."""
    words = len(text.split())
    return words <= _MOST_HEAD and (words <= _SHORTENED or not text.endswith("."))


def _mean(grid: Grid, places: set[tuple[int, int]]) -> float:
    return sum(len(grid.texts[p]) for p in places) / len(places)
