"""The workbook as a lead works in it: rows with a frozen head, filters, lists to choose from, words and colours.

Three sheets: the rows, what the words mean, and a hidden memory of the export. No cell holds a formula.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from copy import copy
from datetime import date
from typing import Any

from openpyxl import Workbook
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from graph.tracker.fields import FIELDS, GROUPS, ID_HEADING, Field
from graph.tracker.rows import Row, shown
from graph.tracker.words import every
from graph.views.safe import put, web_address
from graph.views.tracker import look
from graph.views.tracker.definitions import write_definitions
from graph.views.tracker.stamp import SHEET, Stamp, kept_line

Look = tuple[str, str, bool, bool, bool, str | None]  # field, format, empty, is a link, warns, its colour
HEAD = 4  # row of the headings
SHARING = (
    "Not for sharing as it is: it quotes documents and names their cases as they were published, and holds what your "
    "partnership added. Read it before you pass it on."
)


def write_workbook(rows: Sequence[Row], stamp: Stamp, *, title: str, notes: Sequence[str] = ()) -> bytes:
    """The file.

    Args:
        rows: as `graph.tracker.rows_of` gives them.
        stamp: where it comes from.
        title: for its first line.
        notes: sentences for the second line, such as what it is out of.
    """
    book = Workbook()
    sheet: Any = book.active
    sheet.title = "Tracker"
    _head(sheet, title, notes)
    looks: dict[Look, Any] = {}
    for number, row in enumerate(rows, HEAD + 1):
        _row(sheet, number, row, looks)
    last = max(HEAD + len(rows), HEAD + 1)
    places = write_definitions(book, SHARING)
    _lists(sheet, rows, places)
    _colours(sheet, last)
    _print(sheet, title, last)
    memory = book.create_sheet(SHEET)
    memory.sheet_state = "veryHidden"
    put(memory.cell(1, 1), stamp.line())
    for column, name in enumerate(("id", "kind", "values", "hashes", "hash"), 1):
        put(memory.cell(2, column), name)
    for number, row in enumerate(rows, 3):
        for column, text in enumerate(kept_line(row), 1):
            put(memory.cell(number, column), text)
    book.properties.title, book.properties.creator = title, "Golden Thread"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def letter(name: str) -> str:
    """The letter of a field's column; the hidden id comes first."""
    return get_column_letter([f.name for f in FIELDS].index(name) + 2)


def _head(sheet: Any, title: str, notes: Sequence[str]) -> None:
    put(sheet.cell(1, 2), title)
    sheet.cell(1, 2).font = Font(name="Calibri", size=16, bold=True, color="22303C")
    put(sheet.cell(2, 2), " ".join([SHARING, *notes]))
    sheet.cell(2, 2).font = look.WARNING
    sheet.row_dimensions[1].height, sheet.row_dimensions[2].height = 26, 30
    sheet.merge_cells(start_row=1, start_column=2, end_row=1, end_column=9)
    sheet.merge_cells(start_row=2, start_column=2, end_row=2, end_column=9)
    sheet.cell(2, 2).alignment = look.CENTRED
    put(sheet.cell(HEAD, 1), ID_HEADING)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["A"].hidden = 12, True
    first: dict[str, int] = {}
    for column, field in enumerate(FIELDS, 2):
        colour = look.HEADING[field.whose]
        if field.whose not in first:
            first[field.whose] = column
            put(sheet.cell(HEAD - 1, column), GROUPS[field.whose])
        for row in (HEAD - 1, HEAD):
            cell = sheet.cell(row, column)
            cell.fill, cell.alignment = look.fill(colour), look.CENTRED
            cell.font = Font(name="Calibri", size=11 if row == HEAD else 10, bold=True, color="FFFFFF")
        sheet.cell(HEAD - 1, column).alignment = Alignment(vertical="center")
        put(sheet.cell(HEAD, column), field.heading)
        sheet.column_dimensions[get_column_letter(column)].width = field.width
    sheet.row_dimensions[HEAD].height = 32


def _row(sheet: Any, number: int, row: Row, looks: dict[Look, Any]) -> None:
    put(sheet.cell(number, 1), row.id)
    for column, field in enumerate(FIELDS, 2):
        cell = sheet.cell(number, column)
        _value(cell, field, row)
        address = web_address(row.link) if field.name == "document" else None
        if address:
            cell.hyperlink = address
        named = look.named_colour(row.values["printed"]) if field.name == "printed" else None
        warned = field.name == "conflict" and bool(row.values["conflict"])
        known = (field.name, cell.number_format, cell.value is None, bool(address), warned, named)
        if known not in looks:
            _dress(cell, field, look.LINKED if address else look.WARNING if warned else look.BODY, named)
            looks[known] = cell._style
        cell._style = copy(looks[known])  # each look is worked out once: comparing styles is what takes time
    shown_texts = [(row.values.get(f.name, ""), f.width) for f in FIELDS]
    sheet.row_dimensions[number].height = look.height(shown_texts)


def _dress(cell: Any, field: Field, font: Font, named: str | None) -> None:
    cell.font, cell.alignment, cell.border = font, look.WRAPPED, look.BOX
    if tint := named or look.TINT[field.whose]:
        cell.fill = look.fill(tint)
    if field.name == "due":
        cell.alignment = look.CENTRED_TOP


def _value(cell: Any, field: Field, row: Row) -> None:
    text = row.values.get(field.name, "")
    if field.name == "due":
        cell.number_format = "dd/mm/yyyy"
        if len(text) == 10:
            cell.value = date.fromisoformat(text)
            return
    put(cell, shown(field.name, text))
    if field.name in ("note", "add_update", "add_evidence", "leads", "measure"):
        cell.number_format = "@"  # what is typed there stays as it was typed


def _lists(sheet: Any, rows: Sequence[Row], places: dict[str, str]) -> None:
    """The list of statuses of each row: actions and recommendations have their own."""
    for label, place in places.items():
        chosen = DataValidation(type="list", formula1=place, allow_blank=True, errorStyle="warning")
        chosen.errorTitle, chosen.error = "Not a status of the list", "The import will say if it cannot be taken."
        chosen.promptTitle, chosen.prompt = "Status", "Choose; done with evidence, or closed, needs a reason beside it."
        for start, end in _runs([r.label == label for r in rows]):
            chosen.add(f"{letter('status')}{HEAD + 1 + start}:{letter('status')}{HEAD + 1 + end}")
        if chosen.sqref.ranges:
            sheet.add_data_validation(chosen)


def _runs(flags: list[bool]) -> list[tuple[int, int]]:
    """First and last index of each unbroken run of True."""
    found: list[tuple[int, int]] = []
    for index, flag in enumerate(flags):
        if flag and found and found[-1][1] == index - 1:
            found[-1] = (found[-1][0], index)
        elif flag:
            found.append((index, index))
    return found


def _colours(sheet: Any, last: int) -> None:
    """Colour follows the word that is chosen, also after editing."""
    where = f"{letter('status')}{HEAD + 1}:{letter('status')}{last + 500}"
    for order, choice in enumerate(every(), 1):
        if choice.fill:
            style = look.of_status(choice.fill, outline=choice.outline)
            words = choice.words.replace('"', '""')
            formula = [f'{letter("status")}{HEAD + 1}="{words}"']
            sheet.conditional_formatting.add(
                where, Rule(type="expression", dxf=style, formula=formula, priority=order, stopIfTrue=True)
            )


def _print(sheet: Any, title: str, last: int) -> None:
    sheet.freeze_panes = f"{letter('printed')}{HEAD + 1}"
    sheet.auto_filter.ref = f"A{HEAD}:{get_column_letter(len(FIELDS) + 1)}{last}"
    sheet.sheet_view.showGridLines = False
    sheet.sheet_view.zoomScale = 90
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A3
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 2, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows, sheet.print_title_cols = f"{HEAD - 1}:{HEAD}", f"{letter('review')}:{letter('number')}"
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.oddFooter.left.text = "Not for sharing as it is"
    sheet.oddFooter.center.text = title.replace("&", "&&")[:200]
    sheet.oddFooter.right.text = "Page &P of &N"
