"""A colour beside words that say otherwise makes nothing done, and the reader is told of both."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import PatternFill

from graph.records import Action, DocumentRecord
from loaders.extract import extract
from loaders.trackers.agreeing import settled
from tests.rendered import as_html

FILLS = {"Blue": "FF0070C0", "Green": "FF00B050", "Amber": "FFFFC000", "Red": "FFFF0000"}
KEY = "Key: Blue = complete; Green = on track; Amber = at risk; Red = overdue."
TASKS = {
    "Write a guide on household checks.": ("Blue", "Delayed", "overdue"),
    "Change the form for absence.": ("Blue", "In progress", "under-way"),
    "Set up a rota of doctors.": ("Green", "Paused", "paused"),
    "Train the desk officers.": ("Green", "Not started", "not-started"),
    "Ask families what they saw.": ("Blue", "Complete", "complete-evidence-awaited"),
    "Write to all schools about it.": ("Red", "Complete", "not done"),
}


def coloured(path: Path, *, keyed: bool) -> DocumentRecord:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for line in ["Action plan", *([KEY] if keyed else [])]:
        sheet.append([line])
    sheet.append(["Action", "Lead", "Status"])
    for task, (colour, word, _) in TASKS.items():
        sheet.append([task, "Police", word])
        sheet.cell(sheet.max_row, 3).fill = PatternFill("solid", fgColor=FILLS[colour])
    book.save(path / "plan.xlsx")
    return extract(path / "plan.xlsx")


def worded(path: Path, head: str, *, keyed: bool) -> DocumentRecord:
    rows = [[task, "Police", colour, word] for task, (colour, word, _) in TASKS.items()]
    parts = [("h1", "Learning report 2031"), ("h2", "Action plan"), *([("p", KEY)] if keyed else [])]
    (path / "plan.html").write_bytes(as_html([*parts, ("table", [["Action", "Lead", "RAG", head], *rows])]))
    return extract(path / "plan.html")


@pytest.mark.parametrize("keyed", [False, True])
@pytest.mark.parametrize("make", ["coloured", "Status", "Progress"])
def test_words_hold_against_the_colour_beside_them(make: str, keyed: bool, tmp_path: Path) -> None:
    record = coloured(tmp_path, keyed=keyed) if make == "coloured" else worded(tmp_path, make, keyed=keyed)
    assert [action.text for action in record.actions] == list(TASKS)
    for action in record.actions:
        colour, word, status = TASKS[action.text]
        assert {colour, word} <= _printed(action)
        if status == "not done":
            assert action.status in ("not-stated", "overdue")
        else:
            assert action.status == status
    told = [note.message for note in record.report.notes if "say different things" in note.message]
    assert len(told) == 5


def _printed(action: Action) -> set[str]:
    said = (action.status_printed or "").replace("(", "/ ").replace(")", "").split("/")
    return {part.strip() for part in [*said, *(update.text for update in action.updates)]}


def test_a_word_and_a_colour_that_may_both_be_true_are_no_contradiction() -> None:
    assert settled("Complete", "done", "Green", None) == ("done", None)
    assert settled("In progress", "under-way", "Amber", "at-risk") == ("under-way", None)
    assert settled("Not started", "not-started", "Red", None) == ("not-started", None)


def test_what_a_key_says_is_late_is_not_done() -> None:
    status, odd = settled("Complete", "done", "Red", "overdue")
    assert (status, odd) == ("overdue", "the word “Complete” and the colour red say different things")
