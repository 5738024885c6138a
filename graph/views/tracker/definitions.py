"""The sheet that says what the columns and the words of status mean, and what an import does with edits."""

from __future__ import annotations

from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font

from graph.tracker.fields import FIELDS, GROUPS
from graph.tracker.words import Choice, choices
from graph.views.safe import put
from graph.views.tracker import look

SHEET = "What the words mean"
WIDTHS = (52, 46, 90)
HOW = (
    "Edit the columns with a green heading, save, and run: goldenthread tracker import FILE.xlsx --by YOUR-ROLE",
    "Every changed cell becomes a dated entry with your role; nothing that was there before is overwritten.",
    "Where somebody else changed the same cell meanwhile, both versions are kept and shown to settle.",
    "A row taken out here changes nothing. A new row with an action becomes a new action that your role added.",
    "Every “closed” needs why and who agreed; what is shown to work, done with evidence or held at a later test also "
    "needs evidence. Nothing is closed from silence.",
    "Four questions, four answers: recommended, said to be done, shown to work, seen again. One colour cannot say all.",
)


def write_definitions(book: Workbook, sharing: str) -> dict[str, str]:
    """Add the sheet; gives for Action and Recommendation the range of its words, for the lists of the rows."""
    sheet: Any = book.create_sheet(SHEET)
    for column, width in zip("ABC", WIDTHS, strict=True):
        sheet.column_dimensions[column].width = width
    line = _title(sheet, 1, "How to work with this workbook")
    for text in (*HOW, sharing):
        line = _line(sheet, line, text)
    places = {}
    for label, head in (("Action", "Status of an action"), ("Recommendation", "Status of a recommendation")):
        line = _title(sheet, line + 1, head)
        start = line
        for choice in choices(label):
            line = _choice(sheet, line, choice)
        places[label] = f"'{SHEET}'!$A${start}:$A${line - 1}"
    line = _title(sheet, line + 1, "Columns")
    for field in FIELDS:
        line = _line(sheet, line, field.heading, GROUPS[field.whose], field.meaning)
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    return places


def _title(sheet: Any, line: int, text: str) -> int:
    put(sheet.cell(line, 1), text)
    sheet.cell(line, 1).font = Font(name="Calibri", size=13, bold=True, color="22303C")
    return line + 1


def _line(sheet: Any, line: int, *texts: str) -> int:
    for column, text in enumerate(texts, 1):
        put(sheet.cell(line, column), text)
        sheet.cell(line, column).font = look.BODY
        if len(texts) > 1:
            sheet.cell(line, column).alignment, sheet.cell(line, column).border = look.WRAPPED, look.BOX
    if len(texts) > 1:
        sheet.row_dimensions[line].height = look.height(list(zip(texts, WIDTHS, strict=False)), least=1)
    return line + 1


def _choice(sheet: Any, line: int, choice: Choice) -> int:
    needs = ", and ".join(
        what
        for there, what in (
            (choice.note, "why and who agreed"),
            (choice.evidence, "evidence that practice was tested" if choice.least else "evidence"),
        )
        if there
    )
    _line(sheet, line, choice.words, f"needs {needs}" if needs else "", choice.meaning)
    cell = sheet.cell(line, 1)
    cell.fill = look.fill(choice.fill)
    if choice.outline:
        cell.font = Font(name="Calibri", size=10, bold=True, color="2E7D32")
    return line + 1
