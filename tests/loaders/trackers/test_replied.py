"""Columns of replies: what was accepted, in part or not at all, joined to what its row asks, with an action or none."""

from __future__ import annotations

from pathlib import Path

from graph.derive import build
from graph.model import Recommendation
from loaders.formats.csv import read_csv
from loaders.trackers.parse import parse_tracker
from tests.graph.made import CODEBOOK

SHEET = """Ref,Recommendation,Agency,Response,Action,Lead,Due,Status
1,Each school should name a lead for attendance.,Schools,Accepted,Leads named in every school,Head,31/03/2031,Complete
2,Caseloads should be reduced to 16.,Council,Not accepted,Recruitment of six posts,Director,30/06/2031,In progress
3,Discharge by telephone should end.,Trust,Accepted in principle,Second clinician checks each,Nurse,30/09/2031,On track
4,A new log of concerns should be bought.,Trust,Rejected - cost,,,,
5,Every visit should be recorded.,Trust,Awaiting the Board,New form,Nurse,30/09/2031,On track
"""
ASKS = """Recommendation,Accepted?,Action,Lead,Status
Each school should name a lead for attendance.,Y,Leads named in every school,Head,Complete
Caseloads should be reduced to 16.,N,None,Director,
Discharge by telephone should end.,Partly,Second clinician checks each,Nurse,On track
"""
INSTEAD = """Recommendation,Our response,Lead,Status
Every child should have one worker for life.,Not accepted. No such duty.,Council,Closed
Schools should be told the same day.,Accepted,Police,In progress
"""

ANSWERS = """No.,Recommendation,Trust answer,Action,Owner,By when,Progress
1,Every team should have a lead.,Accepted,Leads named in every team,Head,31/03/2031,In place.
2,A summary should be sent to every surgery.,Not accepted. A leaflet was sent.,None.,,,Closed
3,A new log should be bought.,Not accepted,Price three logs,Trust,31/03/2031,Closed
"""


def replied(sheet: str) -> dict[str, tuple[str, str | None]]:
    """Of each recommendation, by its first word: its reply and how it stands as assessed."""
    graph = build([parse_tracker(read_csv(Path("sheet.csv"), sheet.encode()))], CODEBOOK)
    return {one.text.split()[0]: (one.response, one.assessed) for one in graph.all(Recommendation)}


def test_a_column_of_replies_is_told_of_each_recommendation_and_one_without_an_action_is_kept() -> None:
    told = replied(SHEET)
    assert {first: reply for first, (reply, _) in told.items()} == {
        "Each": "accepted",
        "Caseloads": "not accepted",
        "Discharge": "accepted in principle",
        "A": "not accepted",
        "Every": "not stated",
    }
    assert told["A"][1] == "open; answered: not accepted"
    assert told["Caseloads"][1] == "open; not accepted; for a person to judge"


def test_a_head_that_asks_whether_it_is_accepted_is_answered_by_yes_and_no() -> None:
    told = {first: reply for first, (reply, _) in replied(ASKS).items()}
    assert told == {"Each": "accepted", "Caseloads": "not accepted", "Discharge": "accepted in part"}
    record = parse_tracker(read_csv(Path("sheet.csv"), ASKS.encode()))
    assert ("Accepted? N", "N") in [(one.text, one.quote) for one in record.responses]


def test_a_reply_in_place_of_an_action_is_a_reply_too() -> None:
    assert [reply for reply, _ in replied(INSTEAD).values()] == ["not accepted", "accepted"]


def test_what_was_refused_is_not_done_however_its_row_is_closed() -> None:
    record = parse_tracker(read_csv(Path("sheet.csv"), ANSWERS.encode()))
    assert [(one.text, one.status) for one in record.actions] == [
        ("Leads named in every team", "complete-evidence-awaited"),
        ("Price three logs", "cancelled"),
    ]
    graph = build([record], CODEBOOK)
    assert [one.response for one in graph.all(Recommendation)] == ["accepted", "not accepted", "not accepted"]
