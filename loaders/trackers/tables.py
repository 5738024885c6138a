"""The cells of a source as tables of rows, and how a place in one is named to a person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from graph.text import joined
from loaders.blocks import Block, BlockKind, Shape, SourceText

_HEADING = 12  # words


@dataclass(slots=True)
class Row:
    """One row: its cells by column."""

    number: int
    line: int | None
    cells: dict[int, Block] = field(default_factory=dict)
    place: str = ""  # where it stands, if its number in the file does not say it ("column C")

    def text(self, column: int | None) -> str:
        """What stands in a column, "" for nothing."""
        cell = self.cells.get(column) if column is not None else None
        return cell.text if cell else ""

    def raw(self, column: int) -> str:
        """The same with its line breaks."""
        cell = self.cells.get(column)
        return cell.raw.strip() if cell else ""

    def key(self, column: int) -> tuple[object, ...]:
        """What tells its cell from all others, of other sheets too; the same for all rows that a merged cell covers."""
        cell = self.cells[column]
        return (*cell.merged, cell.raw) if cell.merged else (id(self), column)

    @property
    def own(self) -> dict[int, Block]:
        """Cells with text that begin in this row, each merged area once."""
        own: dict[tuple[int, int], tuple[int, Block]] = {}
        for column, cell in self.cells.items():
            if cell.text and (cell.merged is None or cell.merged[0] == self.number):
                own.setdefault(cell.merged or (self.number, column), (column, cell))
        return dict(own.values())

    @property
    def words(self) -> str:
        """All that is said in it, once."""
        return joined(" ".join(cell.text for cell in self.own.values()))

    @property
    def struck(self) -> bool:
        """Whether all its text is struck through."""
        own = list(self.own.values())
        return bool(own) and all(cell.text in cell.struck for cell in own)


@dataclass(slots=True)
class Table:
    """One sheet, one CSV file or one table of a text document."""

    name: str | None
    rows: list[Row] = field(default_factory=list)
    before: list[Block] = field(default_factory=list)  # headings and text above it that belong to no table
    after: list[Block] = field(default_factory=list)  # text below the last table of a source
    owner: str = ""  # the agency whose return it is, where a line above says so
    over: str = ""  # the heading it stands under in a document it was taken from
    known: Mapping[str, str] = field(default_factory=dict)  # head in one spelling → what it holds

    def where(self, row: Row | None = None) -> str:
        """A place as a person would look it up."""
        if self.name is None:
            return "file" if row is None else f"row {row.number}, line {row.line}"
        if row is None:
            return self.name
        if row.place and not row.place.isdigit():
            return f"{self.name}, {row.place}"
        number = row.place or row.number
        return f"{self.name}, row {number}" if re.match(r"table \d", self.name) else f"{self.name}!{number}"

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)


def tables_of(source: SourceText) -> list[Table]:
    """The tables of a source in order, each with the text before it."""
    found: list[Table] = []
    before: list[Block] = []
    for block in source.blocks:
        if block.kind is not BlockKind.CELL or block.row is None or block.column is None:
            if block.kind is not BlockKind.FURNITURE:
                before.append(block)
            continue
        if not found or found[-1].name != block.table or (before and any(b.table is None for b in before)):
            found.append(Table(block.table, before=before, over=source.metadata.get("over", "")))
            before = []
        rows = found[-1].rows
        if not rows or rows[-1].number != block.row:
            rows.append(Row(block.row, block.line))
        rows[-1].cells[block.column] = _joined(rows[-1].cells.get(block.column), block)
    if found:
        found[-1].after = before
    for table in found:
        _spread(table, [s for s in source.shapes if s.table == table.name])
    return found


def over_of(table: Table) -> str:
    """The heading or short line that stands over a table; "" for none."""
    lines = [table.over, *(block.text for block in table.before if block.table is None)]
    return next((text for text in reversed(lines) if len(text.split()) <= _HEADING), "")


def _spread(table: Table, shapes: list[Shape]) -> None:
    """Give every row and column that a cell of a text document covers that cell, and colours without words a cell."""
    by_number = {row.number: row for row in table.rows}
    for shape in shapes:
        first = by_number.get(shape.row)
        cell = first.cells.get(shape.column) if first else None
        if cell is None:
            for number in range(shape.row, shape.row + shape.tall) if shape.fill else ():
                if row := by_number.get(number):
                    bare = Block(BlockKind.CELL, "", line=row.line, table=table.name, fill=shape.fill)
                    row.cells[shape.column] = replace(bare, row=number, column=shape.column)
            continue
        for number in range(shape.row, shape.row + shape.tall):
            for column in range(shape.column, shape.column + shape.wide):
                if row := by_number.get(number):
                    row.cells[column] = replace(cell, merged=(shape.row, shape.column))
        for row in table.rows:
            row.cells = dict(sorted(row.cells.items()))


def _joined(above: Block | None, block: Block) -> Block:
    """A cell of several paragraphs as one, with the numbers that text documents count apart."""
    if block.number and not block.text.startswith(block.number):
        block = replace(block, text=f"{block.number}. {block.text}", raw=f"{block.number}. {block.raw}")
    if above is None:
        return block
    text, raw = joined(f"{above.text} {block.text}"), f"{above.raw}\n{block.raw}"
    return replace(above, text=text, raw=raw, bold=above.bold + block.bold, struck=above.struck + block.struck)
