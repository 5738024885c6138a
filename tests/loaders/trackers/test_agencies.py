"""Tables with a column for each agency's own work, and work named in a word or two beside who, when and how far."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.records import Action, DocumentRecord
from tests.loaders.trackers.books import read_book

HEAD = ["Recommendation", "Police", "Health actions", "Children's Social Care", "Due"]
ROWS = [
    [
        "1. Share what is known of fathers",
        "Add a field to the notice",
        "Ask at visits",
        "Record both",
        "30/09/2031",
    ],
    ["2. See the child alone", "n/a", "Set rooms aside in all clinics", "Sample twenty files", "31/12/2031"],
    ["3. Challenge each other", "Brief all sergeants", "", "Launch the new policy", "31/12/2031"],
]


def _actions(record: DocumentRecord) -> list[Action]:
    assert record.report.read == record.report.kept + len(record.report.rejected)
    return [*record.actions, *(one for review in record.reviews for one in review.actions)]


def test_each_agency_s_cell_is_an_action_of_its_own_that_answers_the_recommendation(tmp_path: Path) -> None:
    told = _actions(read_book(tmp_path / "plan.xlsx", Plans=[["Child F: what each agency will do"], HEAD, *ROWS]))
    assert [(a.recommendation, a.leads, a.text) for a in told] == [
        ("1", ["Police"], "Add a field to the notice"),
        ("1", ["Health"], "Ask at visits"),
        ("1", ["Children's Social Care"], "Record both"),
        ("2", ["Health"], "Set rooms aside in all clinics"),
        ("2", ["Children's Social Care"], "Sample twenty files"),
        ("3", ["Police"], "Brief all sergeants"),
        ("3", ["Children's Social Care"], "Launch the new policy"),
    ]
    assert {a.status for a in told} == {"not-stated"}
    assert [a.due for a in told][:1] == ["2031-09-30"]


def test_states_of_agencies_beside_their_work_say_how_far_each_is_with_what_is_asked(tmp_path: Path) -> None:
    rows = [
        ["Recommendation", "What Police will do", "What Health will do", "By"],
        ["Share information", "Brief all call handlers", "Brief all the midwives", "31/05/2031"],
        ["Train all staff", "Complete", "Not started", "31/07/2031"],
    ]
    told = _actions(read_book(tmp_path / "plan.xlsx", Plan=rows))
    assert [(a.text, a.leads, a.status) for a in told] == [
        ("Brief all call handlers", ["Police"], "not-stated"),
        ("Brief all the midwives", ["Health"], "not-stated"),
        ("Train all staff", ["Police"], "complete-evidence-awaited"),
        ("Train all staff", ["Health"], "not-started"),
    ]


def test_what_is_asked_is_no_agency_s_work(tmp_path: Path) -> None:
    record = read_book(tmp_path / "plan.xlsx", Plans=[["Child F"], HEAD, *ROWS])
    asked = [one.text for review in (*record.reviews, record) for one in review.recommendations]
    assert asked == ["Share what is known of fathers", "See the child alone", "Challenge each other"]


@pytest.mark.parametrize(
    "cells",
    [
        [["X", "", "X"], ["", "X", "X"]],  # who takes part
        [["Complete", "On track", "Not started"], ["Complete", "Complete", "On track"]],  # how far each is
    ],
)
def test_marks_and_states_of_agencies_are_no_actions(tmp_path: Path, cells: list[list[str]]) -> None:
    rows = [["Recommendation", "Police", "Health", "Housing", "Due"]]
    rows += [[f"Agencies should do {n} together.", *told, "30/09/2031"] for n, told in enumerate(cells)]
    told = _actions(read_book(tmp_path / "plan.xlsx", Plan=rows))
    assert not {a.text for a in told} & {"X", "Complete", "On track", "Not started"}


def test_agencies_beside_a_column_of_actions_tell_of_those_actions(tmp_path: Path) -> None:
    rows = [
        ["Action", "Due", "Police", "Health"],
        ["Write the joint guide", "30/09/2031", "Draft sent to all inspectors", "Waiting for the named doctor"],
        ["Hold a joint event", "30/09/2031", "Room booked for the autumn", "Speakers found in May"],
    ]
    told = _actions(read_book(tmp_path / "plan.xlsx", Plan=rows))
    assert [a.text for a in told] == ["Write the joint guide", "Hold a joint event"]


def test_few_words_name_the_work_where_every_other_column_says_who_when_and_how_far(tmp_path: Path) -> None:
    rows = [
        ["Thing", "Responsible", "Target date", "RAG"],
        ["Amend contract", "Commissioning", "30/06/2031", "Green"],
        ["Train midwives", "Maternity", "31/07/2031", "Amber"],
        ["Recruit", "HR", "31/12/2031", "Red"],
    ]
    told = _actions(read_book(tmp_path / "plan.xlsx", Plan=rows))
    assert [(a.text, a.status) for a in told] == [
        ("Amend contract", "on-track"),
        ("Train midwives", "at-risk"),
        ("Recruit", "overdue"),
    ]
    rows[1][0] = rows[2][0] = rows[3][0] = "Neglect"  # a topic over and over is no work
    assert _actions(read_book(tmp_path / "topic.xlsx", Plan=rows)) == []
