"""Trackers as boards, improvement plans and project tools lay them out: what each layout must not lose or make up."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from graph.records import DocumentRecord
from loaders.extract import extract
from loaders.trackers.reviews import label_of, sheet_label
from loaders.trackers.vocabulary import field_of

Rows = list[list[object]]


def read(tmp_path: Path, rows: Rows, sheet: str = "Sheet1") -> DocumentRecord:
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = sheet
    for row in rows:
        page.append(row)
    book.save(tmp_path / "plan.xlsx")
    return extract(tmp_path / "plan.xlsx")


def stands(record: DocumentRecord) -> dict[str, str]:
    every = [*record.actions, *(action for review in record.reviews for action in review.actions)]
    return {action.text: action.status for action in every}


def test_groups_of_a_board_keep_to_their_own_rows(tmp_path: Path) -> None:
    head = ["Name", "Person", "Status", "Timeline - Start", "Timeline - End", "Text"]
    record = read(
        tmp_path,
        [
            ["Finished"],
            head,
            [
                "Rewrite the welcome letter for new carers",
                "Fostering Team",
                "Done",
                "2024-01-08",
                "2024-03-01",
                "Sent to all",
            ],
            [
                "Ring every new carer in the first week",
                "Fostering Team",
                "Done",
                "2024-01-08",
                "2024-02-01",
                "All 14 rung",
            ],
            [],
            ["Next year"],
            head,
            [
                "Count the rooms that stand empty",
                "Housing",
                "Working on it",
                "2024-04-08",
                "2024-07-01",
                "Half counted",
            ],
            ["Ask carers what helps them most", "Participation Team", None, "2024-04-08", "2024-08-01", None],
        ],
    )
    assert stands(record) == {
        "Rewrite the welcome letter for new carers": "complete-evidence-awaited",
        "Ring every new carer in the first week": "complete-evidence-awaited",
        "Count the rooms that stand empty": "under-way",
        "Ask carers what helps them most": "not-stated",
    }
    assert all(not action.previous_due for action in record.actions)


def test_a_plan_by_priorities_keeps_the_first_and_its_key_is_no_action(tmp_path: Path) -> None:
    record = read(
        tmp_path,
        [
            ["Priority 1: Homes are safe"],
            ["Ref", "What we will do", "Lead officer", "By when", "BRAG", "Progress"],
            ["1.1", "Check every stair gate at the first visit.", "Health Visiting", "Jun-24", "B", "Checked"],
            ["Priority 2: Schools are told"],
            ["2.1", "Ring the school on the day.", "Police", "Sep-24", "R", "No line yet"],
            [],
            ["BRAG key:", "B = Finished", "G = On track", "A = Some delay", "R = Not started"],
        ],
    )
    assert [action.priority for action in record.actions] == [
        "Priority 1: Homes are safe",
        "Priority 2: Schools are told",
    ]
    assert [action.status for action in record.actions] == ["complete-evidence-awaited", "not-started"]


def test_recommendations_over_their_tasks_are_no_actions(tmp_path: Path) -> None:
    record = read(
        tmp_path,
        [
            ["Row", "Task Name", "Assigned To", "Finish", "% Complete", "Status"],
            [1, "Rec 1 - Carers are heard"],
            [2, "Hold a listening evening.", "Fostering Team", "30/04/2024", 1, "In Progress"],
            [3, "Send the notes to carers.", "Fostering Team", "31/05/2024", 0.25, None],
            [4, "Rec 2 - Rooms are found"],
            [5, "List the empty rooms.", "Housing", "30/06/2024", 0, None],
        ],
    )
    assert [action.recommendation for action in record.actions] == ["1", "1", "2"]
    assert [action.status for action in record.actions] == ["under-way", "under-way", "not-started"]


@pytest.mark.parametrize(
    ("printed", "statuses"),
    [
        ([1, 0.6, 0], ["complete-evidence-awaited", "under-way", "not-started"]),
        ([100, 60, 1], ["complete-evidence-awaited", "under-way", "under-way"]),
        ([1, 0, 1], ["not-stated"] * 3),  # one of a hundred or the whole: the column does not show it
    ],
)
def test_bare_numbers_under_per_cent_done(tmp_path: Path, printed: list[float], statuses: list[str]) -> None:
    tasks = ["Read every old plan again.", "Show the board what was found.", "Ask families to read it."]
    rows: Rows = [["Action", "Lead", "Delivery date", "% complete"]]
    rows += [[task, "Housing", "Q2 24/25", share] for task, share in zip(tasks, printed, strict=True)]
    assert list(stands(read(tmp_path, rows)).values()) == statuses


def test_remarks_under_a_table_and_sheets_of_agencies(tmp_path: Path) -> None:
    record = read(
        tmp_path,
        [
            ["Action", "Target date", "Completion date", "RAG status"],
            ["Give wardens a card.", "31/05/2024", "20/05/2024", "Blue - complete"],
            ["Give drivers a card.", "30/06/2024", None, "Green - on track"],
            ["Notes: cards are kept at the front desk"],
        ],
        sheet="Probation",
    )
    assert record.reviews == []
    assert [(a.leads, a.due, a.completed) for a in record.actions] == [
        (["Probation"], "2024-05-31", "2024-05-20"),
        (["Probation"], "2024-06-30", None),
    ]
    assert [r.reason for r in record.report.rejected] == ["a remark on its own, not an action"]


@pytest.mark.parametrize(
    ("head", "held"),
    [
        ("Act #", "ref"),
        ("Act Desc", "action"),
        ("Resp Ag", "leads"),
        ("Tgt Dt", "due"),
        ("Rev Dt", "due_revised"),
        ("Stat", "status"),
        ("Cmts", "updates"),
        ("SAR\nname", "review"),
        ("DHR ref", "review"),
        ("Timeline - Start", "start"),
        ("#", "ref"),
    ],
)
def test_shortened_heads(head: str, held: str) -> None:
    assert field_of(head) == held


@pytest.mark.parametrize("title", ["LCSPR Action Tracker", "SAR action plan", "Rapid reviews"])
def test_a_kind_of_review_alone_names_none(title: str) -> None:
    assert label_of(title) is None
    assert sheet_label("Police") is None
