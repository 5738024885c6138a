"""Excel workbooks as blocks: a heading for each sheet, then its cells, with merged cells spread and colours kept.

Formulas are never worked out: what the workbook stored as their value is read. Hidden rows, columns and sheets are
read and noted; so are comments, and formulas without a stored value.
"""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.cell.rich_text import CellRichText
from openpyxl.utils import get_column_letter

from graph.errors import UnreadableDocument
from graph.text import joined, printed
from loaders.blocks import Block, BlockKind, Page, SourceText
from loaders.formats.xlsx import guard
from loaders.formats.xlsx.style import fill_of, shown, theme_colours

MOST_CELLS = 2_000_000  # with content; 5 000 rows of a tracker have about 60 000


def read_xlsx(path: Path, data: bytes) -> SourceText:
    """Read a workbook.

    Args:
        path: its name, for messages.
        data: its bytes.

    Returns:
        Blocks: per sheet a HEADING with its name and a CELL per non-empty or coloured cell, row by row; `row`, `line`
        and `column` count from 1 as the spreadsheet does, `table` is the sheet's name.

    Raises:
        UnreadableDocument: not a workbook, damaged, protected, or larger than any tracker.
    """
    formulas = guard.check(str(path), data)
    book = _open(path, data, stored=True)
    source = SourceText(path.name, "", "xlsx")
    for name in ("title", "subject"):
        if value := getattr(book.properties, name, None):
            source.metadata[name] = str(value)
    lost = _lost_formulas(path, data, book) if formulas else {}
    themes = theme_colours(getattr(book, "loaded_theme", None))
    lines: list[str] = []
    for sheet in book.worksheets:
        reader = _Sheet(sheet, themes, source)
        lines += reader.read(lost.get(sheet.title, set()))
    if not any(block.kind is BlockKind.CELL and block.text for block in source.blocks):
        raise UnreadableDocument("the workbook has no text in it", str(path), "give one with an action tracker in it")
    source.pages.append(Page(None, "\n".join(lines), "\n".join(lines)))
    return source


def _open(path: Path, data: bytes, *, stored: bool) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what openpyxl does not keep (validation, pictures) is not needed here
        try:
            return openpyxl.load_workbook(io.BytesIO(data), data_only=stored, rich_text=stored, keep_links=False)
        except Exception as error:
            todo = "open it in a spreadsheet program, save it anew as .xlsx and give that"
            raise UnreadableDocument("the workbook cannot be read", str(path), todo) from error


def _lost_formulas(path: Path, data: bytes, book: Any) -> dict[str, set[tuple[int, int]]]:
    """Cells that hold a formula of which no value was stored, by sheet."""
    found: dict[str, set[tuple[int, int]]] = {}
    for sheet in _open(path, data, stored=False).worksheets:
        values = book[sheet.title]._cells
        for place, cell in sheet._cells.items():
            if cell.data_type == "f" and (place not in values or values[place].value is None):
                found.setdefault(sheet.title, set()).add(place)
    return found


@dataclass
class _Sheet:
    """One sheet on its way to blocks."""

    sheet: Any
    themes: list[str]
    source: SourceText

    def read(self, lost: set[tuple[int, int]]) -> list[str]:
        """Add the sheet's blocks; gives its rows as plain text."""
        name, sheet = self.sheet.title, self.sheet
        self.source.blocks.append(Block(BlockKind.HEADING, joined(name), level=1, table=name, raw=name))
        if sheet.sheet_state != "visible":
            self.note(name, "the sheet is hidden in the workbook; it was read")
        if sheet._images or sheet._charts:
            self.note(name, "pictures and charts on the sheet are not read")
        anchors = self._anchors()
        places = sorted({*sheet._cells, *anchors})
        if len(places) > MOST_CELLS:
            raise UnreadableDocument(f"sheet {name} has {len(places):,} cells", self.source.name, "save it in parts")
        rows: dict[int, list[str]] = {}
        for row, column in places:
            block = self._cell(row, column, anchors.get((row, column)))
            if block is None:
                continue
            self.source.blocks.append(block)
            if block.text and block.merged in (None, (row, column)):
                rows.setdefault(row, []).append(block.raw)
        self._hidden(rows)
        for row, column in sorted(lost):
            self.note(f"{name}!{row}", f"cell {get_column_letter(column)}{row} has a formula without a stored value")
        return [name, *("\t".join(cells) for _, cells in sorted(rows.items()))]

    def note(self, where: str, message: str) -> None:
        """Note something seen on the way."""
        self.source.notes.append((where, message))

    def _anchors(self) -> dict[tuple[int, int], tuple[int, int]]:
        """Each cell under a merge and the first cell of it."""
        found = {}
        for area in self.sheet.merged_cells.ranges:
            for row in range(area.min_row, area.max_row + 1):
                for column in range(area.min_col, area.max_col + 1):
                    found[(row, column)] = (area.min_row, area.min_col)
        return found

    def _cell(self, row: int, column: int, anchor: tuple[int, int] | None) -> Block | None:
        cell = self.sheet._cells.get(anchor or (row, column))
        if cell is None:
            return None
        fill = fill_of(cell, self.themes)
        raw, value = ("", None) if cell.value is None else shown(cell.value, cell.number_format or "General")
        if cell.comment is not None and anchor in (None, (row, column)):
            self.note(f"{self.sheet.title}!{row}", f"comment at {cell.coordinate}: {joined(cell.comment.text)}")
        if not raw.strip() and fill is None:
            return None
        bold, struck = _runs(cell.value)
        text = printed(raw)
        font = cell.font
        return Block(
            BlockKind.CELL,
            text,
            line=row,
            row=row,
            column=column,
            table=self.sheet.title,
            value=value,
            fill=fill,
            bold=(text,) if font is not None and font.b and text else bold,
            struck=(text,) if font is not None and font.strike and text else struck,
            merged=anchor,
            raw=raw,
        )

    def _hidden(self, rows: dict[int, list[str]]) -> None:
        name = self.sheet.title
        for row, size in self.sheet.row_dimensions.items():
            if size.hidden and row in rows:
                self.note(f"{name}!{row}", "the row is hidden in the workbook; it was read")
        for letter, size in self.sheet.column_dimensions.items():
            if size.hidden:
                self.note(name, f"column {letter} is hidden in the workbook; it was read")


def _runs(value: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The bold and the struck runs of a cell with mixed print."""
    if not isinstance(value, CellRichText):
        return (), ()
    styled = [run for run in value if not isinstance(run, str)]
    bold = tuple(printed(run.text) for run in styled if run.font.b and run.text.strip())
    struck = tuple(printed(run.text) for run in styled if run.font.strike and run.text.strip())
    return bold, struck
