"""Answers as a workbook: a sheet of notes, a named table for each question, and every quotation in a table of its own.

A text never becomes a formula: it is stored as text, and marked so that editing it does not make it one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from graph.marks import KEY, MARK
from graph.sharing import INTERNAL
from graph.views.cells import inert, value_of
from graph.views.notes import notes_of
from graph.views.rows import place_in_words
from graph.views.safe import put

if TYPE_CHECKING:
    from graph.questions.run import Answer

EVIDENCE = ("question", "row", "side", "document", "page", "line", "quotation", MARK)
_FIRST = 3  # the row of a table's header, below the title
_WIDE, _MIDDLE, _NARROW = 60, 24, 12
_BAD_IN_NAMES = re.compile(r"[^A-Za-z0-9_]")


@dataclass(frozen=True)
class _Sheet:
    """A table to write: `columns` and `rows` of values, under a title."""

    name: str
    title: str
    columns: list[str]
    rows: list[list[Any]]
    empty: str = ""


def write_workbook(answers: Sequence[Answer], path: Path, *, made_on: date, internal: bool = False) -> Path:
    """Write answers to `path` (.xlsx) and return it. `internal` marks every sheet as not for sharing.

    The answers are written as they are: ask them with `to_be_sent` unless the workbook is internal.
    """
    book = Workbook()
    book.properties.title = inert(answers[0].title) if len(answers) == 1 else "Answers to every question"
    book.properties.creator, book.properties.language = "Golden Thread", "en-GB"
    notes = book.active
    assert isinstance(notes, Worksheet)
    _write_notes(notes, answers, made_on, internal)
    for answer in answers:
        _write_table(book.create_sheet(), _answer_sheet(answer), internal)
    _write_table(book.create_sheet(), _evidence_sheet(answers), internal)
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    return path


def _answer_sheet(answer: Answer) -> _Sheet:
    evidence = [c for c in answer.columns if _is_evidence(answer, c)]
    plain = [c for c in answer.columns if c not in evidence]
    columns = ["row", *(c.replace("_", " ") for c in plain)]
    if evidence:
        columns += ["first source", "passages"]
    marked = [f"{c}_{KEY}" for c in evidence if any(f"{c}_{KEY}" in row for row in answer.rows)]
    columns += ["passages by words alone"] if marked else []
    rows: list[list[Any]] = []
    for number, row in enumerate(answer.rows, 1):
        values = [number, *(value_of(c, row.get(c)) for c in plain)]
        if evidence:
            items = [i for c in evidence for i in row.get(c) or []]
            total = sum(int(row.get(f"{c}_total", len(row.get(c) or []))) for c in evidence)
            values += [inert(place_in_words(items[0])) if items else None, total]
        values += [sum(int(row.get(c, 0)) for c in marked)] if marked else []
        rows.append(values)
    return _Sheet(answer.id[:31], answer.question, columns, rows, answer.empty)


def _is_evidence(answer: Answer, column: str) -> bool:
    values = [row.get(column) for row in answer.rows]
    lists = [v for v in values if isinstance(v, list)]
    return column == "evidence" or any(isinstance(i, Mapping) and "document" in i for v in lists for i in v)


def _evidence_sheet(answers: Sequence[Answer]) -> _Sheet:
    rows = [row for answer in answers for row in _evidence(answer)]
    empty = "No row rests on a passage."
    return _Sheet("Evidence", "The words each row rests on", list(EVIDENCE), rows, empty)


def _evidence(answer: Answer) -> Iterator[list[Any]]:
    for number, row in enumerate(answer.rows, 1):
        for column in answer.columns:
            if _is_evidence(answer, column):
                for item in row.get(column) or []:
                    yield _place(answer.id, number, item)
        if "quote" in answer.columns and row.get("document"):
            yield _place(answer.id, number, row)


def _place(question: str, number: int, item: Mapping[str, Any]) -> list[Any]:
    words = [value_of(name, item.get(name)) for name in ("side", "document", "page", "line", "quote")]
    return [question, number, *words, "yes" if item.get(KEY) is True else None]


def _write_notes(sheet: Worksheet, answers: Sequence[Answer], made_on: date, internal: bool) -> None:
    rows = [[n.about, n.what, n.says] for n in notes_of(answers, made_on, internal)]
    _write_table(sheet, _Sheet("Notes", "How to read this workbook", ["about", "what", "says"], rows), internal)


def _write_table(sheet: Worksheet, told: _Sheet, internal: bool) -> None:
    sheet.title = told.name
    _put(sheet, 1, 1, (f"{INTERNAL}. " if internal else "") + told.title).font = Font(
        name="Calibri", bold=True, size=13
    )
    for at, column in enumerate(told.columns, 1):
        cell = _put(sheet, _FIRST, at, column)
        cell.font, cell.fill = Font(name="Calibri", bold=True, color="FFFFFF"), PatternFill("solid", fgColor="1D3557")
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[get_column_letter(at)].width = _width([row[at - 1] for row in told.rows], column)
    for number, row in enumerate(told.rows, _FIRST + 1):
        for at, value in enumerate(row, 1):
            _put(sheet, number, at, value).alignment = Alignment(wrap_text=True, vertical="top")
        sheet.row_dimensions[number].height = _height(sheet, row)
    if told.rows:
        reference = f"A{_FIRST}:{get_column_letter(len(told.columns))}{_FIRST + len(told.rows)}"
        table = Table(displayName=f"t_{_BAD_IN_NAMES.sub('_', told.name)}", ref=reference)
        table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
        sheet.add_table(table)
    else:
        _put(sheet, _FIRST + 1, 1, told.empty or "No rows.")
    sheet.freeze_panes = f"A{_FIRST + 1}"
    _print_setup(sheet, internal)


def _print_setup(sheet: Worksheet, internal: bool) -> None:
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    if sheet.sheet_properties.pageSetUpPr is not None:
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{_FIRST}:{_FIRST}"
    for part, text in ((sheet.oddFooter, "&A, page &P of &N"), (sheet.oddHeader, INTERNAL if internal else None)):
        assert part is not None
        part.center.text = text


def _put(sheet: Worksheet, row: int, column: int, value: Any) -> Any:
    """A cell that holds exactly this: a number as a number, anything else as text, never as a formula."""
    cell: Any = sheet.cell(row, column)
    put(cell, inert(value) if isinstance(value, str) else value)
    return cell


def _height(sheet: Worksheet, row: Sequence[Any]) -> float:
    """Points that show a wrapped row whole, as far as a row can be high (409 points)."""
    lines = 1
    for at, value in enumerate(row, 1):
        wide = int(sheet.column_dimensions[get_column_letter(at)].width) - 2
        lines = max(lines, sum(-(-max(len(part), 1) // wide) for part in str(value or "").split("\n")))
    return min(409.0, 15.0 * lines + 2)


def _width(values: Sequence[Any], header: str) -> int:
    longest = max((len(str(v)) for v in values if v is not None), default=0)
    if longest > _MIDDLE:
        return _WIDE if longest > _WIDE else _MIDDLE + 8
    return max(_NARROW, min(longest, _MIDDLE) + 2, len(header) + 4)
