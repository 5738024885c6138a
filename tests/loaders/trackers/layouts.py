"""Two invented trackers, unlike each other: what partnerships do to a spreadsheet, made by hand for the tests."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

TEAL, PLUM, SAND, RUST = "FF00808A", "FF800080", "FFFFD966", "FFC00000"


def _fill(colour: str) -> PatternFill:
    return PatternFill("solid", fgColor=colour)


def coloured_workbook(path: Path) -> Path:
    """Sheets by review, a key on a sheet of its own, recommendations as rows, colours alone, an action in two rows."""
    book = Workbook()
    cover = book.active
    cover.title = "Cover"
    cover["A1"] = "Dunmarsh Safeguarding Children Partnership"
    cover["A2"] = "Learning tracker, position at 30 June 2024"
    legend = book.create_sheet("Key")
    legend["A1"] = "What the colours mean"
    meanings = [(TEAL, "Done and tested"), (PLUM, "Not begun"), (SAND, "Going to plan"), (RUST, "Late")]
    for row, (colour, meaning) in enumerate(meanings, start=2):
        legend.cell(row, 1).fill = _fill(colour)
        legend.cell(row, 2, meaning)
    _plover(book)
    _heron(book)
    log = book.create_sheet("Update log")
    for row in [
        ("Action no.", "Date", "Note"),
        ("P2", date(2024, 5, 20), "Course booked."),
        ("X9", date(2024, 5, 21), "?"),
    ]:
        log.append(row)
    lists = book.create_sheet("Lists")
    lists.sheet_state = "hidden"
    lists["A1"] = "Early Help"
    book.save(path)
    return path


def _plover(book: Workbook) -> None:
    sheet = book.create_sheet("RR 02-24 Plover")
    sheet["A1"] = "Action plan: Rapid Review RR 02/24 'Plover'"
    sheet.merge_cells("A1:G1")
    heads = ["No.", "What will we do?", "By whom?", "By when?", "BRAG", "Progress (newest first)", "So what?"]
    for column, head in enumerate(heads, start=1):
        sheet.cell(4, column, head)
    sheet["A5"] = "Recommendation 1: Services should ask who else lives in the home."
    sheet.merge_cells("A5:G5")
    sheet["A6"], sheet["B6"], sheet["C6"] = "P1", "Add a household page to the referral form.", "MASH\nEarly Help"
    sheet.merge_cells("A6:A7")
    sheet.merge_cells("B6:B7")
    sheet["C7"] = "Digital Services"
    sheet["D6"] = date(2024, 3, 29)
    sheet["E6"].fill = sheet["E7"].fill = _fill(TEAL)
    sheet["F6"] = "14/03/24: Page live. 02/02/24: Draft agreed."
    sheet["F7"] = "11/04/24: Closed by the group."
    sheet["G6"] = "Dip sample of 20 referrals in May found the page filled in 18."
    sheet["A8"] = "Recommendation 2: Staff should know what to do about bites by dogs."
    sheet.merge_cells("A8:G8")
    sheet["A9"], sheet["B9"], sheet["C9"] = "P2", "Run a course with the dog unit.", "Police & Probation"
    sheet["D9"] = CellRichText(TextBlock(InlineFont(strike=True), "31/05/2024"), " 31/08/2024")
    sheet["E9"].fill = _fill(SAND)
    sheet["A10"], sheet["B10"], sheet["C10"] = "P3", "Print a leaflet for parents.", "Mrs Brightwater"
    sheet["D10"] = 45473  # 30 June 2024
    sheet["E10"].fill = _fill("FF00B0F0")
    sheet["A11"], sheet["B11"], sheet["C11"] = "P4", "Write to every vet in the area.", "ICB"
    sheet["D11"] = "May 2024"
    sheet["E11"].fill = _fill(PLUM)
    sheet.row_dimensions[11].hidden = True
    sheet["B11"].comment = Comment("Ask the council first.", "chair")
    for cell in sheet[11]:
        cell.font = Font(strike=True)
    sheet["A12"] = "Number of actions: 5"


def _heron(book: Workbook) -> None:
    sheet = book.create_sheet("LCSPR Heron")
    sheet.append(["Rec", "Ref", "Action", "Timescale", None, "Lead", "RAG status"])
    sheet.append([None, None, None, "First date", "Revised date", None, None])
    sheet.merge_cells("D1:E1")
    sheet.append(
        [
            1,
            "H1",
            "Teach the bruising pathway to new doctors.",
            date(2024, 1, 31),
            "end of Q2 24/25",
            "Hospital Trust",
            None,
        ]
    )
    sheet.append(
        [None, "H2", "Ask fathers what would have helped.", "Summer 2024", None, "Voice and Participation Team", None]
    )
    sheet.append([2, "H3", "Test the pathway at night.", date(2024, 4, 30), "TBC", "ED / Paediatrics", None])
    for row, colour in ((3, RUST), (4, SAND), (5, PLUM)):
        sheet.cell(row, 7).fill = _fill(colour)


HISTORY = [
    ["Reporting period", "Source review", "Recommendation", "Action ref", "Agreed action", "Lead agency",
    "Lead officer",
     "Target date", "Status", "Commentary", "Date completed", "Cost"],
    ["Q1 2023-24", "SCR Alder; LCSPR Birch", "Make supervision reflective.", "7", "Buy a supervision course.",
     "Children's Social Care", "Priya Oakley (Principal Social Worker)", "30/09/23", "In progress", "Tender out.",
     "", "£900"],
    ["Q2 2023-24", "SCR Alder; LCSPR Birch", "", "7", "Buy a supervision course.", "Children's Social Care",
     "Principal Social Worker", "31/12/23", "In progress", "Bids read.", "", ""],
    ["Q3 2023-24", "SCR Alder; LCSPR Birch", "", "7", "Buy a supervision course.", "Children's Social Care",
     "Principal Social Worker", "31/12/23", "Completed", "Course bought.", "15/12/2023", ""],
    ["Q3 2023-24", "Partnership plan", "", "8", "Hold a learning day each year.", "TBC", "", "annually", "Wobbly",
    "", "", ""],
    ["Q3 2023-24", "LCSPR Birch", "Check that plans have dates.", "8", "Look at 20 plans.", "All partners", "",
    "29/02/2023",
     "On hold", "March 2024 was too busy.", "", ""],
]  # fmt: skip


def history_csv(path: Path) -> Path:
    """One row an action and quarter, no key, persons named, a number given twice, a review column with two reviews."""
    out = io.StringIO()
    csv.writer(out).writerows(HISTORY)
    path.write_text(out.getvalue(), encoding="utf-8-sig")
    return path
