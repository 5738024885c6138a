"""A workbook of plain rows: frozen head, filters, and text that stays text whatever it looks like."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from graph.views.rows import in_words
from graph.views.safe import put

_HEAD = PatternFill("solid", start_color="44546A", end_color="44546A")


def write(cell: Any, value: object) -> None:
    """Put a value into a cell: a number as a number, all else in words."""
    put(cell, value if isinstance(value, int | float) and not isinstance(value, bool) else in_words(value))


def fill(
    sheet: Any, columns: Sequence[str], rows: Sequence[Mapping[str, Any]], widths: Mapping[str, int] | None = None
) -> None:
    """Fill a sheet with a head and rows."""
    for place, column in enumerate(columns, 1):
        cell = sheet.cell(1, place)
        write(cell, column)
        cell.font, cell.fill = Font(bold=True, color="FFFFFF"), _HEAD
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[get_column_letter(place)].width = (widths or {}).get(column, 14)
    for number, row in enumerate(rows, 2):
        for place, column in enumerate(columns, 1):
            cell = sheet.cell(number, place)
            write(cell, row.get(column))
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{len(rows) + 1}"


def as_workbook(
    name: str, columns: Sequence[str], rows: Sequence[Mapping[str, Any]], widths: Mapping[str, int] | None = None
) -> bytes:
    """Rows as a workbook of one sheet."""
    book = Workbook()
    sheet: Any = book.active
    sheet.title = name
    fill(sheet, columns, rows, widths)
    return as_bytes(book)


def as_bytes(book: Workbook) -> bytes:
    """The workbook as a file."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
