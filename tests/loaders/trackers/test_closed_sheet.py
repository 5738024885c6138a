"""Workbooks of two sheets: closed actions under other heads than the open ones, recommendations beside actions."""

from __future__ import annotations

from pathlib import Path

from graph.records import Action
from tests.loaders.trackers.books import read_book

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
    record = read_book(tmp_path / "log.xlsx", Open=OPEN, Closed=CLOSED)
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


ASKED = [
    ["Review", "Rec", "What the review told us", "Recommendation", "Overall position"],
    ["LCSPR Wren", "WRE1", "Visits were late and nobody asked why.", "Visit within a week", "Amber"],
    ["RR 2/31", "RR2.1", "The host area was not told of the move.", "Tell the host area of any move", "Green"],
]
ACTING = [
    ["Rec no.", "No", "Action", "Who", "By when", "Status", "Update"],
    ["WRE1", "a", "Add a prompt to the visit form", "Council", "2031-09-30", "Complete", "Live since May"],
    ["RR2.1", "a", "Move the template to the new system", "Placements", "2031-10-31", "On track", "Drafted"],
    ["RR2.1", "b", "Check notifications each month", "Placements", "2031-10-31", "Not started", ""],
]


def test_a_sheet_of_recommendations_says_which_review_the_actions_of_another_are_of(tmp_path: Path) -> None:
    record = read_book(tmp_path / "tracker.xlsx", Recs=ASKED, Actions=ACTING)
    assert record.actions == []
    told = {review.name or review.ref: review for review in record.reviews}
    assert {name: [one.text for one in review.actions] for name, review in told.items()} == {
        "Wren": ["Add a prompt to the visit form"],
        "RR 2/31": ["Move the template to the new system", "Check notifications each month"],
    }
    assert [(one.ref, one.text) for one in told["Wren"].recommendations] == [("WRE1", "Visit within a week")]
    assert [one.recommendation for one in told["RR 2/31"].actions] == ["RR2.1", "RR2.1"]


def test_a_sheet_that_only_lists_what_was_asked_gives_it_to_the_review_whose_work_answers_it(tmp_path: Path) -> None:
    asked = [["Rec", "Recommendation"], ["ASH R1", "Homes should be visited."], ["ELM R1", "Babies should be weighed."]]
    head = ["Review", "Rec", "Action", "Lead", "Due", "Status"]
    acting = [head, ["LCSPR Ash", "ASH R1", "Agree visits", "Council", "30/06/2031", "On track"]]
    record = read_book(tmp_path / "log.xlsx", Recs=asked, Actions=acting)
    assert [(r.ref, r.text) for r in record.reviews[0].recommendations] == [("ASH R1", "Homes should be visited.")]
    assert [one.ref for one in record.recommendations] == ["ELM R1"]  # nobody answers it yet
    assert record.report.read == record.report.kept + len(record.report.rejected)


def test_of_a_number_that_two_reviews_answer_the_list_says_not_which_is_meant(tmp_path: Path) -> None:
    acting = [["Review", "Rec", "Action", "Lead", "Due", "Status"]]
    for name in ("LCSPR Ash", "LCSPR Elm"):
        acting.append([name, "1", f"Visit for {name}", "Council", "30/06/2031", "On track"])
    asked = [["No", "Recommendation"], ["1", "Homes should be visited."]]
    record = read_book(tmp_path / "log.xlsx", Recs=asked, Actions=acting)
    assert [one.ref for one in record.recommendations] == ["1"]
