"""What stands beside a printed state, above a cell or under a head of learning, and changes what it says."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from loaders.extract import extract
from loaders.formats.text.read import read_text
from loaders.parse.parse import parse


def _sheet(path: Path, *sheets: list[list[str]]) -> Path:
    book = Workbook()
    for number, rows in enumerate(sheets):
        sheet = book.active if number == 0 else book.create_sheet(f"Other {number}")
        assert sheet is not None
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("Not complete – two of five teams have the form", "under-way"),
        ("Partly met. Half of those asked knew of it", "under-way"),
        ("Considered and rejected as too dear", "cancelled"),
        ("Form live since March", "complete-evidence-awaited"),
        ("Course commissioned and first delivered in April", "complete-evidence-awaited"),
    ],
)
def test_complete_holds_only_where_its_last_news_does_not_deny_it(tmp_path: Path, said: str, status: str) -> None:
    head = ["Action", "Lead", "Status", "Update"]
    rows = [
        head,
        ["Issue the form", "Health", "Complete", said],
        ["Train staff", "Police", "On track", "Two dates set"],
    ]
    first = extract(_sheet(tmp_path / "plan.xlsx", rows)).actions[0]
    assert (first.status, first.status_printed) == (status, "Complete")


def test_as_above_is_who_and_when_of_the_row_above(tmp_path: Path) -> None:
    rows = [
        ["Action", "Who / by when", "Status"],
        ["Issue the form", "Named Nurse. Dec 2031", "In progress"],
        ["Train staff", "as above", "In progress"],
        ["Write to schools", "Police", "In progress"],
    ]
    actions = extract(_sheet(tmp_path / "plan.xlsx", rows)).actions
    assert [(one.leads, one.due_printed) for one in actions] == [
        (["Named Nurse"], "Dec 2031"),
        (["Named Nurse"], "Dec 2031"),
        (["Police"], None),
    ]


def test_learning_in_a_column_of_a_sheet_beside_the_plan_is_kept(tmp_path: Path) -> None:
    plan = [
        ["Action", "Lead", "Status"],
        ["Issue the form", "Health", "In progress"],
        ["Train staff", "Police", "On track"],
    ]
    beside = [
        ["What", "When", "What it told us"],
        ["Audit of files", "May 2031", "Nobody had asked the fathers of the children"],
        ["Survey", "June 2031", "Staff did not know of the form"],
        ["Group of young people", "not yet", "To be arranged for half term"],
    ]
    record = extract(_sheet(tmp_path / "plan.xlsx", plan, beside))
    assert [one.text for one in record.findings] == [
        "Nobody had asked the fathers of the children",
        "Staff did not know of the form",
    ]
    assert any("To be arranged" in one.text for one in record.report.rejected)


def test_a_row_of_learning_without_an_action_is_kept_and_none_asks_nothing(tmp_path: Path) -> None:
    rows = [
        ["Learning from the review", "Recommendation", "Action", "Lead", "Status"],
        ["Nobody asked about the baby", "Health should ask each parent", "Change the form", "Health", "In progress"],
        ["The call was not written down", "None", "n/a", "", ""],
        ["Police did not share what they knew", "Police should tell schools", "Write to schools", "Police", "On hold"],
    ]
    record = extract(_sheet(tmp_path / "plan.xlsx", rows))
    assert [one.text for one in record.findings] == [rows[1][0], rows[3][0], rows[2][0]]
    assert [one.text for one in record.recommendations] == [rows[1][1], rows[3][1]]
    assert [one.text for one in record.actions] == ["Change the form", "Write to schools"]


AREAS = """# Scrutiny report

## {heading}

| Area | How they see it | Scrutiny's view |
|---|---|---|
| Referral form to be known by all staff | Complete | Partly met. Half of those asked had not seen it |
| Seek the views of fathers in each audit | On track | Not met. Two audits did not |
| Think about one service for both towns | Closed | Considered and rejected as too far apart |
"""


@pytest.mark.parametrize(("heading", "asked"), [("Progress against areas for improvement", 3), ("Our work so far", 0)])
def test_the_heading_over_a_table_says_whether_its_rows_were_asked_for(heading: str, asked: int) -> None:
    record = parse(read_text(Path("report.md"), AREAS.format(heading=heading).encode()))
    boxes = [record, *record.reviews]
    actions = [one for box in boxes for one in box.actions]
    assert sum(len(box.recommendations) for box in boxes) == asked
    assert [one.status for one in actions] == ["under-way", "on-track", "cancelled"]
    assert not {"Complete", "On track", "Closed"} & {one.text for one in actions}
