"""Trackers in words of their own: statuses, column heads, forms on a page, rows cut off by a page break."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from openpyxl import Workbook
from openpyxl.styles import PatternFill

from loaders.extract import extract
from loaders.trackers.dates import due_of
from loaders.trackers.vocabulary import status_of
from tests.loaders.trackers.test_parts import cell

DONE = ("done", "complete-evidenced", "complete-evidence-awaited", "embedded")

NEVER_DONE = """
turned down; rejected by partners; not agreed; has stopped; stopped; withdrawn; discontinued; cannot be done;
will not be done; refused; no longer funded; being designed; still a plan; in draft; out to consultation;
has not been completed; has yet to be completed; never done; unable to complete; hasn't been done; would be complete if
funded; completion expected May; to be completed by June; will be completed in June; due for completion; nearly there;
all but complete; close to completion; complete bar one site; complete in three of five agencies; delivered to 40 of 60
staff; complete in one area; phase 1 complete; draft completed; consultation closed; 80% complete; not yet embedded;
partially embedded; being embedded; no evidence seen; not evidenced; awaiting sign-off; reopened; closed - not achieved;
on track to be completed by the due date; not completed by the due date; cannot be closed; carried forward
"""


@pytest.mark.parametrize("words", [" ".join(w.split()) for w in NEVER_DONE.split(";")])
def test_what_is_denied_hoped_for_or_partly_so_is_never_complete(words: str) -> None:
    assert status_of(words) is not None
    assert status_of(words) not in DONE


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Turned down by the Executive", "cancelled"),
        ("Funding not agreed", "cancelled"),
        ("Rolled into 2.1", "superseded"),
        ("Complete, moved to business as usual", "embedded"),
        ("On ice", "paused"),
        ("Still a plan", "not-started"),
        ("In the diary", "not-started"),
        ("Out to consultation", "under-way"),
        ("First draft", "under-way"),
        ("Not on track", "at-risk"),
        ("Some risk that action may not be completed on time", "at-risk"),
        ("Will not make its date", "at-risk"),
        ("Will not be done in time", "at-risk"),
        ("Complete, awaiting audit", "complete-evidence-awaited"),
        ("Not looked at yet", "not-started"),
        ("Came to nothing", "cancelled"),
        ("CLOSED_UNVERIFIED", "complete-evidence-awaited"),
        ("Not at risk", "on-track"),
        ("No longer overdue", "on-track"),
        ("On track for completion by due date", "on-track"),
        ("Not completed by the due date", "overdue"),
        ("Completed late", "done"),
        ("Completed in 5 of 5", "done"),
        ("Completed in all agencies", "done"),
        ("Signed off by QA sub-group", "done"),
        ("In place", "done"),
        ("Completed. To be audited in June", "complete-evidence-awaited"),
        ("Complete, no evidence", "complete-evidence-awaited"),
        ("Complete – impact evidenced", "complete-evidenced"),
        ("No update received", None),
        ("Awaiting update", None),
        ("Not stopped", None),
    ],
)
def test_a_status_in_words_of_its_own_is_read(words: str, status: str | None) -> None:
    assert status_of(words) == status


def test_earlier_dates_may_be_listed_after_the_one_that_holds() -> None:
    due = due_of(cell("31/03/25 (was 30/11/24 and 31/01/25)"))
    assert (due.due, due.previous) == ("2025-03-31", ["2024-11-30", "2025-01-31"])


def _workbook(path: Path, rows: list[list[str | None]]) -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def test_columns_are_told_by_what_stands_below_heads_nobody_foresaw(tmp_path: Path) -> None:
    source = _workbook(
        tmp_path / "plan.xlsx",
        [
            ["Pledge", "Doers", "Moon", "Lamp"],
            ["Ask every carer who else lives in the home.", "Police", "31/03/2025", "In draft"],
            ["Write to schools about children who move often.", "Housing Service", "30/06/2025", "Turned down"],
            ["Hold a yearly day for foster carers and schools.", "Early Help; Police", "TBC", "Completed"],
        ],
    )
    actions = extract(source).actions
    assert [(a.leads, a.due, a.status) for a in actions] == [
        (["Police"], "2025-03-31", "under-way"),
        (["Housing Service"], "2025-06-30", "cancelled"),
        (["Early Help", "Police"], None, "complete-evidence-awaited"),
    ]


def test_a_list_of_versions_is_no_table_of_actions(tmp_path: Path) -> None:
    source = _workbook(
        tmp_path / "cover.xlsx",
        [
            ["Issue", "Day", "Author", "State", "Summary"],
            ["0.1", "01/03/2025", "Business Manager", "Draft", "First draft of the whole plan for comments."],
            ["1.0", "01/04/2025", "Business Manager", "Completed", "Agreed by all partners at the meeting in April."],
        ],
    )
    record = extract(source)
    assert record.actions == []
    assert len(record.report.rejected) == 3


def test_what_we_will_do_beside_recommendations_is_the_action(tmp_path: Path) -> None:
    source = _workbook(
        tmp_path / "two.xlsx",
        [
            ["Recommendation", "Pledge", "Lead", "Due date", "Status"],
            ["Children should be seen alone.", "Add a box to the visit form.", "CSC", "31/03/2025", "Completed"],
            [None, "Read twenty visit records each term.", "CSC", "30/06/2025", "Not started"],
        ],
    )
    actions = extract(source).actions
    assert [a.text for a in actions] == ["Add a box to the visit form.", "Read twenty visit records each term."]
    assert {a.recommendation for a in actions} == {"Children should be seen alone."}


def test_a_form_with_two_fields_side_by_side_is_one_action(tmp_path: Path) -> None:
    document = docx.Document()
    for number, status in (("1", "Turned down"), ("2", "Green")):
        table = document.add_table(rows=0, cols=4)
        for texts in (
            ("Action no.", number, "Recommendation no.", "4"),
            ("Action", f"Write guide number {number} for hostels.", "", ""),
            ("Lead", "Housing", "Supported by", "CSC"),
            ("Target date", "31/03/2025", "RAG", status),
            ("Date closed", "30/03/2025" if status == "Green" else "", "", ""),
        ):
            for one, text in zip(table.add_row().cells, texts, strict=True):
                one.text = text
        document.add_paragraph("Next card")
    document.save(str(tmp_path / "cards.docx"))
    actions = extract(tmp_path / "cards.docx").actions
    assert [(a.recommendation, a.leads, a.due, a.status) for a in actions] == [
        ("4", ["Housing", "CSC"], "2025-03-31", "cancelled"),
        ("4", ["Housing", "CSC"], "2025-03-31", "complete-evidence-awaited"),
    ]


def test_a_row_cut_off_by_a_page_goes_on_and_a_count_of_the_closed_closes_nothing(tmp_path: Path) -> None:
    heads: list[str | None] = ["Ref", "Action", "Lead", "Due date", "Status", "Update"]
    source = _workbook(
        tmp_path / "pages.xlsx",
        [
            heads,
            [
                "1",
                "Write to every school.",
                "Education",
                "31/03/2025",
                "In progress",
                "12/01/2025 - letter written and",
            ],
            heads,
            ["(cont.)", None, None, None, None, "then sent to half."],
            ["2", "Call every school.", "Education", "31/03/2025", "Not started", None],
            [None, None, None, None, "Closed: 4", None],
        ],
    )
    record = extract(source)
    assert [a.status for a in record.actions] == ["under-way", "not-started"]
    assert [u.text for u in record.actions[0].updates] == ["letter written and then sent to half."]
    assert any("!4" in n.where and "joined" in n.message for n in record.report.notes)
    assert any("!6" in r.where and "total" in r.reason for r in record.report.rejected)


def test_closed_beside_a_response_that_refuses_is_not_done(tmp_path: Path) -> None:
    source = _workbook(
        tmp_path / "responses.xlsx",
        [
            ["Recommendation", "Our response", "Lead", "Due date", "Status"],
            ["Every child should have one worker for life.", "Not accepted. No such duty.", "CSC", "TBC", "Closed"],
            ["Schools should be told the same day.", "Accepted", "Police", "31/03/2025", "In progress"],
        ],
    )
    refused, accepted = extract(source).actions
    assert refused.status == "cancelled"
    assert (accepted.text, accepted.status) == ("Schools should be told the same day.", "under-way")


def test_a_table_that_counts_actions_lists_none(tmp_path: Path) -> None:
    source = _workbook(
        tmp_path / "figures.xlsx",
        [
            ["Agency", "Actions", "Complete", "On track", "Status"],
            ["CSC", "3", "1", "2", "Green"],
            ["Police", "2", "1", "1", "Amber"],
        ],
    )
    assert extract(source).actions == []


def test_heads_as_systems_write_them(tmp_path: Path) -> None:
    source = tmp_path / "export.csv"
    source.write_text(
        "action_id,rec_text,action_text,ownerOrg,orig_due_date,curr_due_date,state,last_note\n"
        "1,Plans should be shared.,Send each plan to the school.,CSC,2024-03-31,2024-06-30,IN_PROGRESS,half sent\n"
        "2,Plans should be shared.,Send each plan to the nurse.,CSC,2024-03-31,2024-03-31,CLOSED_UNVERIFIED,all sent\n"
        "3,Plans should be read.,Ask schools what they read.,Education,2024-03-31,2024-03-31,WITHDRAWN,no time\n",
        encoding="utf-8",
    )
    actions = extract(source).actions
    assert [(a.leads, a.due, a.previous_due, a.status) for a in actions] == [
        (["CSC"], "2024-06-30", ["2024-03-31"], "under-way"),
        (["CSC"], "2024-03-31", [], "complete-evidence-awaited"),
        (["Education"], "2024-03-31", [], "cancelled"),
    ]
    assert actions[0].recommendation == "Plans should be shared."


def test_rows_of_a_history_under_unknown_heads_are_one_action(tmp_path: Path) -> None:
    source = _workbook(
        tmp_path / "returns.xlsx",
        [
            ["Reported", "ID", "Promise", "Doers", "Finish", "Moon", "What we were told"],
            ["31/03/2024", "A1", "Put a nurse in each hub.", "Police", "30/04/2024", "Not begun", "Posts advertised."],
            ["30/04/2024", "A1", "Put a nurse in each hub.", "Police", "31/07/2024", "Humming", "Three are in post."],
            ["31/05/2024", "A1", "Put a nurse in each hub.", "Police", "31/07/2024", "Humming", "Four are in post."],
            ["31/05/2024", "A2", "Read every closure.", "Early Help", "31/07/2024", "All done", "82 were read."],
        ],
    )
    first, second = extract(source).actions
    assert (first.due, first.previous_due, first.status_printed) == ("2024-07-31", ["2024-04-30"], "Humming")
    assert (first.status, second.status) == ("not-stated", "complete-evidence-awaited")
    assert [u.date for u in first.updates] == ["2024-03-31", "2024-04-30", "2024-05-31"]


def test_a_key_in_a_line_over_a_table_of_a_text_document(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Ratings: P = put right and tested; C = carried out; O = on the way; W = we decided not to")
    table = document.add_table(rows=0, cols=5)
    for row in (
        ("Item", "Action", "Who", "When", "Rating"),
        ("1", "Ask about children at every warning.", "Lead: Housing. Support: CSC, Probation", "31/03/24", "O"),
        ("2", "Pay removal costs.", "Lead: Housing", "31/03/24", "W"),
        ("3", "Tell schools within two days.", "Lead: CSC", "31/03/24", "C"),
    ):
        for one, text in zip(table.add_row().cells, row, strict=True):
            one.text = text
    document.save(str(tmp_path / "ratings.docx"))
    actions = extract(tmp_path / "ratings.docx").actions
    assert [a.status for a in actions] == ["under-way", "cancelled", "complete-evidence-awaited"]
    assert actions[0].leads == ["Housing", "CSC", "Probation"]


def test_actions_side_by_side_in_one_row_are_several(tmp_path: Path) -> None:
    source = _workbook(
        tmp_path / "wide.xlsx",
        [
            ["Rec", "Action 1", "Lead 1", "Due 1", "Status 1", "Action 2", "Lead 2", "Due 2", "Status 2"],
            ["1", "Give a list.", "CSC", "31/03/2024", "Done", "Brief heads.", "Education", "30/09/2024", "Started"],
            ["2", "Sign each closure.", "CSC", "30/04/2024", "Will not be done", None, None, None, None],
        ],
    )
    record = extract(source)
    assert [(a.recommendation, a.leads, a.due, a.status) for a in record.actions] == [
        ("1", ["CSC"], "2024-03-31", "complete-evidence-awaited"),
        ("1", ["Education"], "2024-09-30", "under-way"),
        ("2", ["CSC"], "2024-04-30", "cancelled"),
    ]
    assert record.report.read == record.report.kept + len(record.report.rejected)


def test_marks_under_the_names_of_agencies_say_who_leads(tmp_path: Path) -> None:
    source = _workbook(
        tmp_path / "marks.xlsx",
        [
            ["No", "Action", "CSC", "Police", "ICB", "Education", "Target", "Status"],
            ["1", "Hold one meeting.", "L", "S", None, None, "31/01/2025", "Complete"],
            ["2", "Send logs to it.", None, "L", None, None, "31/03/2025", "In progress"],
            ["3", "Ask families.", None, None, None, "S", "30/09/2025", "Not started"],
            ["4", "Pay for a chair.", None, None, "L", None, "30/09/2025", "Not started"],
        ],
    )
    assert [a.leads for a in extract(source).actions] == [["CSC", "Police"], ["Police"], ["Education"], ["ICB"]]


def test_rows_of_one_number_on_several_sheets_all_tell_of_the_action(tmp_path: Path) -> None:
    book = Workbook()
    book.remove(book.active)
    quarters = ("Q1 2023-24", "In progress", "12/06/2023 - half"), ("Q2 2023-24", "Done", "12/09/2023 - all")
    for name, status, said in quarters:
        sheet = book.create_sheet(name)
        sheet.append(["No", "Action", "Lead", "Due date", "Status", "Update"])
        sheet.append(["1", "Send alerts to schools.", "Police", "30/06/2023", status, said])
    book.save(tmp_path / "quarters.xlsx")
    (action,) = extract(tmp_path / "quarters.xlsx").actions
    assert action.status == "complete-evidence-awaited"
    assert [(u.date, u.text) for u in action.updates] == [("2023-06-12", "half"), ("2023-09-12", "all")]


def test_colours_without_words_beside_their_meaning_are_a_key(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    for row in (
        ["", "Going on as planned"],
        ["", "Done and shown to work"],
        [],
        ["Ref", "Action", "Lead", "Due date", "RAG"],
        ["1", "Write a checklist.", "Police", "31/03/2024", ""],
        ["2", "Read ten records.", "Police", "31/03/2024", ""],
    ):
        sheet.append(row)
    for place, colour in (("A1", "FFC000"), ("A2", "00B0F0"), ("E5", "FFC000"), ("E6", "00B0F0")):
        sheet[place].fill = PatternFill("solid", fgColor=colour)
    book.save(tmp_path / "swatches.xlsx")
    assert [a.status for a in extract(tmp_path / "swatches.xlsx").actions] == ["on-track", "complete-evidenced"]


def test_a_table_of_what_was_learnt_heads_no_actions_by_its_content(tmp_path: Path) -> None:
    source = _workbook(
        tmp_path / "learning.xlsx",
        [
            ["Review", "What happened", "What was learned", "What has been done", "Status"],
            [
                "Linnet (rapid review, Jan 2025)",
                "A girl of two was ill.",
                "Nobody asked who cared.",
                "A form.",
                "Complete",
            ],
            [
                "Siskin (rapid review, Mar 2025)",
                "A baby was born at home.",
                "Routes were unclear.",
                "A page.",
                "Not started",
            ],
        ],
    )
    texts = [action.text for action in extract(source).actions]
    assert "Nobody asked who cared." not in texts
    assert "A girl of two was ill." not in texts


def test_a_status_with_a_question_mark_states_nothing(tmp_path: Path) -> None:
    source = _workbook(
        tmp_path / "asked.xlsx",
        [
            ["Action", "Lead", "Due date", "Status"],
            ["Write to schools.", "Police", "31/03/2024", "Done?"],
            ["Call the schools.", "Police", "31/03/2024", "Done"],
        ],
    )
    record = extract(source)
    assert [a.status for a in record.actions] == ["not-stated", "complete-evidence-awaited"]
    assert any("!2" in n.where and "asks" in n.message for n in record.report.notes)
