"""Workbooks made for a test, and what is read of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook

from graph.records import DocumentRecord
from loaders.extract import extract


def read_book(path: Path, **sheets: Sequence[Sequence[object]]) -> DocumentRecord:
    """What is read of a workbook of these sheets, by name."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return extract(path)
