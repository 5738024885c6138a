"""Further trackers of invented partnerships, each kept in a quite different way, written by code."""

# ruff: noqa: E501

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from openpyxl import Workbook
from openpyxl.styles import PatternFill

RED, AMBER, GREEN, BLUE, GREY = "FF5050", "FFC000", "92D050", "4F81BD", "BFBFBF"


def shade(cell: Any, colour: str) -> None:
    """Colour a cell of a Word table."""
    shd = OxmlElement("w:shd")
    shd.set(qn("w:val"), "clear")
    shd.set(qn("w:color"), "auto")
    shd.set(qn("w:fill"), colour)
    cell._tc.get_or_add_tcPr().append(shd)


def paint(sheet: Any, place: str, colour: str) -> None:
    """Colour a cell of a sheet."""
    sheet[place].fill = PatternFill("solid", start_color=colour, end_color=colour)


def landscape_plan(path: Path) -> Path:
    """Word, landscape: recommendations merged over their actions, a banner row, colours alone, a key of coloured cells."""
    doc = Document()
    section = doc.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    doc.add_heading("Wetherfell Safeguarding Children Partnership", 0)
    doc.add_paragraph("Action plan: Local Child Safeguarding Practice Review – Child Moss")
    doc.add_paragraph("Position at 6 October 2023")
    key = doc.add_table(rows=2, cols=4)
    for n, (colour, said) in enumerate(
        [(BLUE, "Finished, with proof"), (GREEN, "Going to plan"), (AMBER, "May be late"), (RED, "Late")]
    ):
        key.cell(0, n).text = said
        shade(key.cell(0, n), colour)
    key.cell(1, 0).merge(key.cell(1, 3)).text = "Key to the last column but one"
    doc.add_paragraph("")
    heads = ["No.", "Recommendation of the review", "What we will do", "Who", "By when", "RAG", "How far are we?"]
    table = doc.add_table(rows=1, cols=len(heads))
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        cell.text = head
    rows = [
        ("1", "Babies under one are seen by the health visitor before discharge.", "Add a discharge check to the ward list.", "Hospital Trust", "was 31/03/2023, now 30/09/2023", RED, "12/07/2023: ward manager on leave."),
        ("", "", "Share the list with the 0-19 service each Friday.", "Hospital Trust / 0-19 Service", "Q3 2023-24", GREEN, "Started in June."),
        ("2", "Fathers are part of every pre-birth plan.", "Ask every mother who the father is, and write it down.", "Midwifery", "end of Sept 23", BLUE, "29 September 2023 – form in use. Audit of 20 plans: father named in 18."),
        ("", "", "Invite fathers to the planning meeting.", "Children's Social Care, Midwifery", "30 Nov 2023 (extended from 31 July 2023)", AMBER, ""),
        ("", "", "Offer an evening slot.", "TBC", "ongoing", GREEN, "05.09.23 - two evenings a month."),
    ]  # fmt: skip
    banner = table.add_row().cells
    banner[0].merge(banner[-1]).text = "Theme A: Before and after birth"
    start: dict[str, int] = {}
    for number, asked, what, who, when, colour, said in rows:
        cells = table.add_row().cells
        for cell, text in zip(cells, (number, asked, what, who, when, "", said), strict=True):
            cell.text = text
        shade(cells[5], colour)
        at = len(table.rows) - 1
        if number:
            start[number] = at
        else:
            first = max(start.values())
            for column in (0, 1):
                words = table.cell(first, column).text
                table.cell(first, column).merge(table.cell(at, column))
                table.cell(first, column).text = words.strip()
    doc.save(str(path))
    return path


LANDSCAPE = [
    ("Add a discharge check to the ward list.", "1", ["Hospital Trust"], "2023-09-30", ["2023-03-31"], "overdue"),
    ("Share the list with the 0-19 service each Friday.", "1", ["Hospital Trust", "0-19 Service"], "2023-12-31", [], "on-track"),
    ("Ask every mother who the father is, and write it down.", "2", ["Midwifery"], "2023-09-30", [], "complete-evidenced"),
    ("Invite fathers to the planning meeting.", "2", ["Children's Social Care", "Midwifery"], "2023-11-30", ["2023-07-31"], "at-risk"),
    ("Offer an evening slot.", "2", [], None, [], "on-track"),
]  # fmt: skip


def sheets_by_review(path: Path) -> Path:
    """A sheet a review, each with its columns in another order and other words; an index; colours and words mixed."""
    book = Workbook()
    index: Any = book.active
    index.title = "Index"
    for row in (["Thornby and Vale Safeguarding Children Partnership"], ["Reviews on this tracker"], ["LCSPR Curlew", "see sheet 2"], ["RR 4/22 Dunlin", "see sheet 3"]):  # fmt: skip
        index.append(row)
    one = book.create_sheet("LCSPR Curlew")
    for row in (
        ["Ref", "Owner", "Deadline", "Task", "State", "Latest news", "Linked recommendation"],
        ["C1", "Police; Probation", datetime(2023, 6, 30), "Flag addresses of children on plans.", "Done", "30/06/2023: flags live.", "R1"],
        ["C2", "Police", "31/12/22 moved to 30/06/23 moved to 31/10/23", "Train control room staff.", "Delayed", "01/08/23 trainer found\n15/09/23 first day held", "R1"],
        ["C3", "ICB", "by Christmas", "Pay for the second nurse.", "Not begun", None, "R2"],
        ["C4", "Virtual School", "Autumn term 2023", "Ask schools to ring on day one of absence.", "In hand", "Pilot in 4 schools", "R2"],
    ):  # fmt: skip
        one.append(row)
    two = book.create_sheet("RR 4-22 Dunlin")
    for row in (
        ["Rapid review 4/22: Dunlin"],
        [],
        ["BRAG", "What the review asked", "Who leads", "What will be done", "Original date", "New date", "Evidence we hold", "Commentary"],
        [None, "1. See children alone.", "Early Help", "Room at each hub where a child can be seen alone.", "31.01.2023", "30.04.2023", "Photos of six rooms", None],
        [None, "1. See children alone.", "Early Help & Schools", "Write down if the child was not seen alone.", "Feb 2023", None, None, "March 2023: field added"],
        [None, "2. Listen to neighbours.", "Front Door Manager", "Log anonymous calls by address.", "1st May 2023", "n/a", None, None],
    ):  # fmt: skip
        two.append(row)
    for place, colour in (("A4", BLUE), ("A5", GREEN), ("A6", GREY)):
        paint(two, place, colour)
    for n, (colour, word) in enumerate(
        [(BLUE, "Blue: complete"), (GREEN, "Green: under way"), (GREY, "Grey: on hold")]
    ):
        two.cell(9 + n, 2).value = word
        paint(two, f"B{9 + n}", colour)
    two["A8"] = "BRAG key"
    book.save(path)
    return path


BY_REVIEW = [
    ("Flag addresses of children on plans.", "R1", ["Police", "Probation"], "2023-06-30", [], "complete-evidence-awaited"),
    ("Train control room staff.", "R1", ["Police"], "2023-10-31", ["2022-12-31", "2023-06-30"], "overdue"),
    ("Pay for the second nurse.", "R2", ["ICB"], None, [], "not-started"),
    ("Ask schools to ring on day one of absence.", "R2", ["Virtual School"], None, [], "under-way"),
    ("Room at each hub where a child can be seen alone.", "1", ["Early Help"], "2023-04-30", ["2023-01-31"], "complete-evidenced"),
    ("Write down if the child was not seen alone.", "1", ["Early Help", "Schools"], "2023-02-28", [], "under-way"),
    ("Log anonymous calls by address.", "2", ["Front Door Manager"], "2023-05-01", [], "paused"),
]  # fmt: skip


def cards_sheet(path: Path) -> Path:
    """Cards one under the other: names of fields on the left, their values on the right, a blank row between cards."""
    book = Workbook()
    sheet: Any = book.active
    sheet.title = "Actions"
    sheet.append(["Harrow Fell Safeguarding Children Board – learning actions from SCR Teal (2018)"])
    for card in (
        [("Action no.", "T1"), ("Action", "Write a protocol for bruises on babies."), ("Recommendation", "3"), ("Lead agency", "Health, Police"), ("Due date", "31 March 2019"), ("Revised due date", "30 June 2019"), ("Status", "Complete"), ("Progress", "14/05/2019 – signed off by the Board."), ("Evidence", "Dip sample of 15 files: followed in 14")],
        [("Action no.", "T2"), ("Action", "Tell GPs about the protocol."), ("Recommendation", "3"), ("Lead agency", "CCG"), ("Due date", "Q4 2018/19"), ("Revised due date", ""), ("Status", "Overdue"), ("Progress", "Bulletin drafted."), ("Evidence", "")],
        [("Action no.", "T3"), ("Action", "Put a duty paediatrician on the rota."), ("Recommendation", "4"), ("Lead agency", "Hospital Trust"), ("Due date", "TBC"), ("Revised due date", ""), ("Status", "Not started"), ("Progress", ""), ("Evidence", "")],
    ):  # fmt: skip
        sheet.append([])
        for row in card:
            sheet.append(list(row))
    book.save(path)
    return path


CARDS = [
    ("Write a protocol for bruises on babies.", "3", ["Health", "Police"], "2019-06-30", ["2019-03-31"], "complete-evidenced"),
    ("Tell GPs about the protocol.", "3", ["CCG"], "2019-03-31", [], "overdue"),
    ("Put a duty paediatrician on the rota.", "4", ["Hospital Trust"], None, [], "not-started"),
]  # fmt: skip


def cards_word(path: Path) -> Path:
    """A Word table an action, fields on the left, under headings that name the review."""
    doc = Document()
    doc.add_heading("Loxmoor Safeguarding Children Partnership: action cards", 0)
    doc.add_heading("Rapid Review RR07/23 – Wren", 1)
    for card in (
        [("Action 1", "Publish one number for worried neighbours."), ("Owner", "Front Door"), ("Complete by", "end of Jan 24"), ("Where are we?", "On track"), ("Updates", "03/11/23: number bought\n20/11/23: poster printed")],
        [("Action 2", "Visit within two days of an anonymous call."), ("Owner", "Children's Social Care; Police"), ("Complete by", "15/12/2023 (was 15/10/2023)"), ("Where are we?", "Slipped"), ("Updates", "")],
    ):  # fmt: skip
        table = doc.add_table(rows=0, cols=2)
        for name, value in card:
            cells = table.add_row().cells
            cells[0].text, cells[1].text = name, value
        doc.add_paragraph("")
    doc.save(str(path))
    return path


WORD_CARDS = [
    ("Publish one number for worried neighbours.", None, ["Front Door"], "2024-01-31", [], "on-track"),
    ("Visit within two days of an anonymous call.", None, ["Children's Social Care", "Police"], "2023-12-15", ["2023-10-15"], "overdue"),
]  # fmt: skip


def across(path: Path) -> Path:
    """Turned on its side: a column an action, the names of the fields down the left."""
    book = Workbook()
    sheet: Any = book.active
    sheet.title = "LCSPR Heath"
    for row in (
        ["Marlside Safeguarding Children Partnership"],
        [],
        ["Action", "Give each school a named officer.", "Print a card for parents.", "Check the card in a year."],
        ["Recommendation", 1, 2, 2],
        ["Lead", "Police", "Health Visiting / Libraries", "Quality Assurance Manager"],
        ["Target date", datetime(2024, 1, 31), "Spring 2024", "31/01/2025"],
        ["RAG", None, None, None],
        ["Comments", "10/10/23: four of nine named", None, None],
    ):
        sheet.append(row)
    for place, colour in (("B7", AMBER), ("C7", GREEN), ("D7", GREY)):
        paint(sheet, place, colour)
    book.save(path)
    return path


ACROSS = [
    ("Give each school a named officer.", "1", ["Police"], "2024-01-31", [], "at-risk"),
    ("Print a card for parents.", "2", ["Health Visiting", "Libraries"], None, [], "on-track"),
    ("Check the card in a year.", "2", ["Quality Assurance Manager"], "2025-01-31", [], "not-started"),
]


def months_over(path: Path) -> Path:
    """Title rows, two rows of heads with merged groups, ratings month by month of which the last holds."""
    book = Workbook()
    sheet: Any = book.active
    sheet.title = "Master"
    sheet["A1"] = "CONFIDENTIAL – Eskdale & Brough Safeguarding Children Partnership"
    sheet["A2"] = "Improvement plan v7, updated 30 January 2024"
    heads = {"A4": "Source", "B4": "Rec. no.", "C4": "Action", "D4": "Responsible", "E4": "Timescale", "G4": "Rating at", "J4": "Impact", "E5": "Set", "F5": "Now", "G5": "Jul 23", "H5": "Oct 23", "I5": "Jan 24"}  # fmt: skip
    for place, text in heads.items():
        sheet[place] = text
    for merged in ("A4:A5", "B4:B5", "C4:C5", "D4:D5", "E4:F4", "G4:I4", "J4:J5"):
        sheet.merge_cells(merged)
    rows: list[list[Any]] = [
        ["SCR Teasel", "2.1", "Map who sees which baby.", "Public Health", "30/09/2023", None, "A", "A", "G", None],
        ["SCR Teasel", "2.2", "Hold one list of births.", "Midwifery\nHealth Visiting", "30/09/2023", "31/03/2024", "G", "A", "R", None],
        ["LCSPR Sorrel", "1", "Survey young carers.", "Youth Service", "Dec 2023", None, "G", "G", "B", "64 of 80 said that somebody asked them"],
        ["LCSPR Sorrel", "1", "Train reception staff.", "Schools", "FY 2023-24", None, "-", "G", "G", None],
    ]  # fmt: skip
    for row in rows:
        sheet.append(row)
    sheet.append([])
    sheet.append(["B = done and evidenced, G = on course, A = slipping, R = past its date"])
    book.save(path)
    return path


MONTHS = [
    ("Map who sees which baby.", "2.1", ["Public Health"], "2023-09-30", [], "on-track"),
    ("Hold one list of births.", "2.2", ["Midwifery", "Health Visiting"], "2024-03-31", ["2023-09-30"], "overdue"),
    ("Survey young carers.", "1", ["Youth Service"], "2023-12-31", [], "complete-evidenced"),
    ("Train reception staff.", "1", ["Schools"], None, [], "on-track"),
]

SEMICOLONS = """\ufeffBeckside Safeguarding Partnership;;;;;;
Exported from the action log on 02/02/2024;;;;;;
;;;;;;
Item;Which review?;What needs to happen;Agencies responsible;To be completed by;How is it going?;What shows it worked
7;LCSPR Plover;Hold a learning hour in each GP practice.;ICB and GPs;End March 2024;Well under way;
8;LCSPR Plover;"Rewrite the letter; send it in six languages.";Education;"Was: Sept 2023
Now: Feb 2024";At risk of missing its date;
9;RR Avocet / LCSPR Plover;Count calls that were not answered.;Police & Probation;2023-11-30;Finished;Calls unanswered fell from 41 to 12
10;not from a review;Refresh the web page.;Business Unit;ASAP;Parked;
;;;Total: 4 actions;;;
"""
LOG = [
    ("Hold a learning hour in each GP practice.", None, ["ICB", "GPs"], "2024-03-31", [], "under-way"),
    ("Rewrite the letter; send it in six languages.", None, ["Education"], "2024-02-29", ["2023-09-30"], "at-risk"),
    ("Count calls that were not answered.", None, ["Police", "Probation"], "2023-11-30", [], "complete-evidenced"),
    ("Refresh the web page.", None, ["Business Unit"], None, [], "paused"),
]


def semicolons(path: Path) -> Path:
    """CSV with semicolons, a mark at its start, lines before its head, a total, dates in two lines of one cell."""
    path.write_text(SEMICOLONS, "utf-8")
    return path
