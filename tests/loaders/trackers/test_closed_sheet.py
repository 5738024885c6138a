"""A workbook whose closed actions stand on a sheet of their own, under other heads than the open ones."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook

from graph.records import Action
from loaders.extract import extract

OPEN = [
    ["Ref", "Recommendation", "Action", "Who", "By", "Where are we?"],
    ["WREN1", "Schools should ask for proof.", "Write guidance for heads", "Education", "2031-05-23", "On track"],
    ["REED1", "Clinics should tell the visitor.", "Audit 20 burns", "Named Nurse", "2031-04-30", "Not started"],
]
CLOSED = [
    ["Closed actions (do not delete)"],
    [],
    ["Review", "No.", "Recommendation", "What was done", "Agency", "Signed off", "What difference?"],
    [
        "Wren",
        "WREN3",
        "GPs should write to the team.",
        "Letter and alert on the system",
        "ICB",
        "2030-09-12",
        "19 alerts",
    ],
    ["Wren", "WREN5", "Train staff in this.", "Four half-days held, 133 attended", "ICB", "2030-11-14", ""],
    ["Reed", "REED4", "Consider a post at the clinic.", "Not taken forward. Too few cases.", "ICB", "2030-10-10", ""],
]


def _closed(tmp_path: Path) -> dict[str | None, Action]:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in (("Open", OPEN), ("Closed", CLOSED)):
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(tmp_path / "log.xlsx")
    record = extract(tmp_path / "log.xlsx")
    assert not any("initials" in note.message for note in record.report.notes)
    actions = [*record.actions, *(one for review in record.reviews for one in review.actions)]
    assert len(actions) == 5
    return {one.ref: one for one in actions}


def test_what_was_done_is_the_action_and_its_day_no_due_date(tmp_path: Path) -> None:
    done = _closed(tmp_path)["WREN5"]
    assert (done.text, done.recommendation) == ("Four half-days held, 133 attended", "Train staff in this.")
    assert (done.completed, done.due) == ("2030-11-14", None)
    assert done.status.startswith("complete")


def test_what_was_not_taken_forward_is_not_done_whatever_sheet_it_stands_on(tmp_path: Path) -> None:
    assert _closed(tmp_path)["REED4"].status == "cancelled"
