"""Rows kept unevenly: work under a number, points in one cell, days that are only expected, hidden and struck rows."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font

from graph.records import Action, DocumentRecord
from loaders.extract import extract
from loaders.parse.items.status import stand_of
from tests.loaders.trackers.books import read_book

HEAD = ["No", "Action", "Lead", "Due date", "Status"]


def _actions(record: DocumentRecord) -> list[Action]:
    assert record.report.read == record.report.kept + len(record.report.rejected)
    return [*record.actions, *(one for review in record.reviews for one in review.actions)]


def test_rows_of_a_number_and_words_are_what_is_asked_of_the_work_numbered_below(tmp_path: Path) -> None:
    rows = [
        ["LCSPR Willow – action plan"],
        ["No", "Recommendation / action", "Lead", "By", "Status"],
        ["1", "Partners should hear the child."],
        ["1a", "Add a page to the plan", "Council", "30/06/2031", "On track"],
        ["1b", "Ask ten children", "Participation", "30/09/2031", "Not started"],
        ["2", "Dentists should be asked."],
        ["2.1", "Write to every practice", "ICB", "31/05/2031", "Complete"],
    ]
    review = read_book(tmp_path / "plan.xlsx", Plan=rows).reviews[0]
    assert [(r.ref, r.text) for r in review.recommendations] == [
        ("1", "Partners should hear the child."),
        ("2", "Dentists should be asked."),
    ]
    assert [(a.ref, a.recommendation) for a in review.actions] == [("1a", "1"), ("1b", "1"), ("2.1", "2")]


def test_work_of_a_number_and_words_alone_stays_work(tmp_path: Path) -> None:
    rows = [HEAD, ["1", "Improve recording"], ["1a", "Buy the tool", "Council", "30/06/2031", "On track"]]
    assert [a.ref for a in _actions(read_book(tmp_path / "plan.xlsx", Plan=rows))] == ["1", "1a"]


def test_a_number_and_a_letter_before_the_work_number_it(tmp_path: Path) -> None:
    rows = [["Action", "Lead", "Due", "Status"], ["1a Brief all teams", "All agencies", "30/06/2031", "On track"]]
    told = _actions(read_book(tmp_path / "plan.xlsx", Plan=rows))
    assert [(a.ref, a.text) for a in told] == [("1a", "Brief all teams")]


POINTS = "• Set up a quiet room\n• Train two workers a team\n• Ask children each quarter"


def test_points_of_one_cell_are_actions_each_with_its_own_news_and_day(tmp_path: Path) -> None:
    head = ["Recommendation", "Actions", "Who", "When", "Progress"]
    when, news = "May 2031\nJune 2031\nongoing", "• Done in May\n• One of two trained\n• Not started"
    told = _actions(
        read_book(tmp_path / "plan.xlsx", Plan=[head, ["R1. See the child", POINTS, "Council", when, news]])
    )
    assert [(a.text, a.due, a.status) for a in told] == [
        ("Set up a quiet room", "2031-05-31", "complete-evidence-awaited"),
        ("Train two workers a team", "2031-06-30", "under-way"),
        ("Ask children each quarter", None, "not-started"),
    ]


def test_points_stay_together_where_the_news_beside_them_has_other_points(tmp_path: Path) -> None:
    head = ["Recommendation", "Actions", "Who", "When", "Progress"]
    rows = [head, ["R1. See the child", POINTS, "Council", "May 2031", "• Room set up in May\n• Two workers trained"]]
    assert len(_actions(read_book(tmp_path / "plan.xlsx", Plan=rows))) == 1


@pytest.mark.parametrize(
    ("said", "done"),
    [
        ("12/06/2031", True),
        ("Signed off by the board 12/06/2031", True),
        ("expected June 2031", False),
        ("June 2031 (planned)", False),
        ("by June 2031", False),
        ("June 2031?", False),
        ("not before June 2031", False),
    ],
)
def test_a_day_of_completion_that_is_only_expected_makes_nothing_done(tmp_path: Path, said: str, done: bool) -> None:
    head = ["No", "Action", "Lead", "Due date", "Date completed", "RAG"]
    rows = [head, ["1", "Post the film", "Comms", "31/05/2031", said, "Green"]]
    told = _actions(read_book(tmp_path / "plan.xlsx", Plan=rows))[0]
    assert (told.completed is not None) is done
    assert told.status.startswith("complete") is done


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("Letter sent. Meetings to be booked.", "under-way"),
        ("Guide published; copies to be sent to schools", "under-way"),
        ("Policy signed off. To be reviewed in May 2032.", "complete-evidence-awaited"),
        ("Live since May. To be audited in the autumn.", "complete-evidence-awaited"),
    ],
)
def test_work_still_to_be_done_behind_what_was_done_leaves_it_under_way(said: str, status: str) -> None:
    assert stand_of(said).status == status


def test_hidden_rows_and_sheets_are_read_and_said_and_a_comment_closes_nothing(tmp_path: Path) -> None:
    book = Workbook()
    sheet, old = book.worksheets[0], book.create_sheet("Old")
    rows = (
        HEAD,
        ["A1", "Publish it", "Comms", "30/06/2031", "In progress"],
        ["A2", "Train all", "Housing", "30/06/2031", None],
        ["A3", "Drop it", "Comms", "30/06/2031", "In progress"],
    )
    for row in rows:
        sheet.append(row)
    sheet["E2"].comment = Comment("Now complete", "AB")
    sheet.row_dimensions[3].hidden = True
    sheet.auto_filter.ref = "A1:E4"
    for cell in sheet[4]:
        cell.font = Font(strike=True)
    old.append(HEAD)
    old.append(["A0", "Set up the group", "Chair", "01/02/2031", "Complete"])
    old.sheet_state = "veryHidden"
    book.save(tmp_path / "log.xlsx")
    record = extract(tmp_path / "log.xlsx")
    assert [(a.ref, a.status) for a in _actions(record)] == [
        ("A1", "under-way"),
        ("A2", "not-stated"),
        ("A3", "under-way"),
        ("A0", "complete-evidence-awaited"),
    ]
    said = " ".join(note.message for note in record.report.notes)
    for told in ("comment at E2: Now complete", "the row is hidden", "the sheet is hidden", "struck through"):
        assert told in said
