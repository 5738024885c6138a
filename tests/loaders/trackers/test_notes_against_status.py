"""A row whose note says less than its status: the weaker holds, and is said. Forms that count their actions."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from graph.records import Action, DocumentRecord
from loaders.extract import extract
from tests.loaders.trackers.books import read_book

HEAD = ["Ref", "Action", "Lead", "Due date", "Status", "Update"]


def _row(path: Path, status: str, update: str, due: str = "May 2029") -> tuple[Action, DocumentRecord]:
    told = read_book(
        path / "log.xlsx",
        Log=[
            HEAD,
            [1, "Write to schools", "Council", due, status, update],
            [2, "Audit the files", "Trust", "June 2029", "In progress", "Tool agreed"],
        ],
    )
    return told.actions[0], told


@pytest.mark.parametrize(
    "update",
    [
        "Letter is still with the printers",
        "Half of the nurses have been trained",
        "Some schools have been written to",
        "Only 40% of staff have been trained",
        "The form was agreed. It is still being tested in two wards",
        "Draft is out for comment",
    ],
)
def test_complete_beside_a_note_that_only_a_part_is_done_is_under_way_and_says_so(tmp_path: Path, update: str) -> None:
    action, told = _row(tmp_path, "Complete", update)
    assert action.status == "under-way"
    assert any("not read as done" in note.message and note.where == "Log!2" for note in told.report.notes)


@pytest.mark.parametrize(
    "update",
    [
        "Letter sent to all schools in May",
        "All nurses have been trained",
        "Sent; the draft was out for comment in April",
        "Form in use and still used a year later",
        "Most recent audit shows it is followed",
    ],
)
def test_a_note_that_takes_nothing_back_leaves_it_complete(tmp_path: Path, update: str) -> None:
    action, _ = _row(tmp_path, "Complete", update)
    assert action.status == "complete-evidence-awaited"


def test_a_date_without_a_year_is_no_news_and_gives_no_day(tmp_path: Path) -> None:
    action, _ = _row(tmp_path, "Complete", "Half of the nurses have been trained", due="15 Oct (was 30 Sept)")
    assert (action.due_printed, action.due, action.status) == ("15 Oct (was 30 Sept)", None, "under-way")
    assert [one.text for one in action.updates] == ["Half of the nurses have been trained"]


def test_blocks_of_label_and_text_that_count_their_actions_are_one_action_each(tmp_path: Path) -> None:
    paper = Document()
    paper.add_heading("Action plan: review of Child Moss", 1)
    table = paper.add_table(rows=0, cols=2)
    for label, text in [
        ("Action 1", "Write to every school about the pathway"),
        ("Owner", "Director of education"),
        ("Target date", "31st March"),
        ("Where are we?", "Letter sent on 2 March"),
        ("Rating", "Green"),
        ("Action 2", "Audit thirty files"),
        ("Owner", "Business unit"),
        ("Target date", "Summer"),
        ("Where are we?", "Tool agreed; audit not begun"),
        ("Rating", "Amber"),
    ]:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, text
    paper.save(str(tmp_path / "plan.docx"))
    (review,) = extract(tmp_path / "plan.docx").reviews
    assert [(one.ref, one.text, one.leads, one.due_printed) for one in review.actions] == [
        ("1", "Write to every school about the pathway", ["Director of education"], "31st March"),
        ("2", "Audit thirty files", ["Business unit"], "Summer"),
    ]


def test_a_title_over_the_first_block_of_a_sheet_names_its_audit_and_a_plain_sheet_names_none(tmp_path: Path) -> None:
    told = read_book(
        tmp_path / "audits.xlsx",
        Audit=[
            ["Audit of bruising, 2029"],
            ["Action", "Give every midwife a card"],
            ["Lead", "Maternity"],
            ["Status", "Complete"],
            [],
            ["Audit of neglect, 2030"],
            ["Action", "Buy licences"],
            ["Lead", "Council"],
            ["Status", "Not started"],
        ],
    )
    assert {one.name: [action.text for action in one.actions] for one in told.reviews} == {
        "Audit of bruising, 2029": ["Give every midwife a card"],
        "Audit of neglect, 2030": ["Buy licences"],
    }
