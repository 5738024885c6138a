"""Trackers as boards, improvement plans and project tools lay them out: what each layout must not lose or make up."""

from __future__ import annotations

from pathlib import Path

import docx
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


@pytest.mark.parametrize(
    "title",
    [
        "LCSPR Action Tracker",
        "SAR action plan",
        "Rapid reviews",
        "No LCSPR. The group agreed these",
        "Not a rapid review",
    ],
)
def test_a_kind_of_review_alone_names_none(title: str) -> None:
    assert label_of(title) is None
    assert sheet_label("Police") is None


def test_an_issue_tool_closes_what_it_will_not_do_as_cancelled(tmp_path: Path) -> None:
    head: list[object] = [
        "Issue key",
        "Summary",
        "Issue Type",
        "Status",
        "Assignee",
        "Due date",
        "Resolution",
        "Labels",
    ]
    told = [
        ("Print the card with the night numbers", "Done", "31/05/2024", "Done"),
        ("Check that hostels have the card", "In Review", "30/06/2024", "Unresolved"),
        ("Withdraw the old card from use", "Done", "30/06/2024", "Won't Do"),
        ("Tell drivers whom to ring", "Backlog", None, "Unresolved"),
    ]
    rows: Rows = [head]
    rows += [
        [f"N-{n}", what, "Task", how, "Housing", due, end, "Gorse"] for n, (what, how, due, end) in enumerate(told)
    ]
    record = read(tmp_path, rows)
    assert list(stands(record).values()) == ["complete-evidence-awaited", "under-way", "cancelled", "not-started"]
    assert record.report.rejected == []


def test_a_log_of_meetings_with_closed_yes_or_no(tmp_path: Path) -> None:
    rows: Rows = [
        ["Date raised", "Log no.", "Detail of action", "Assigned", "Deadline", "Closed Y/N", "Date closed"],
        ["12/01/2024", "24/01", "Bring back the figures.", "Business Manager", "12/03/2024", "Y", "10/03/2024"],
        ["12/01/2024", "24/02", "Ask for the dates of inquests.", "Business Manager", "Next meeting", "N", None],
        ["12/03/2024", "24/03", "Write to landlords again.", "Housing", "30/04/2024", None, None],
    ]
    record = read(tmp_path, rows)
    assert [a.status for a in record.actions] == ["complete-evidence-awaited", "under-way", "not-stated"]
    assert [a.completed for a in record.actions] == ["2024-03-10", None, None]


@pytest.mark.parametrize(
    ("said", "printed", "statuses"),
    [
        (
            "Status codes: 1 = Not started; 2 = In progress; 3 = Complete",
            [3, 1],
            ["complete-evidence-awaited", "not-started"],
        ),
        (
            "RAG: Blue = completed, Amber = may miss target, Red = not started",
            ["Blue", "Red"],
            ["complete-evidence-awaited", "not-started"],
        ),
        ("Key: B finished, G going well, R not started", ["B", "R"], ["complete-evidence-awaited", "not-started"]),
    ],
)
def test_a_key_in_a_line_as_it_may_be_written(
    tmp_path: Path, said: str, printed: list[object], statuses: list[str]
) -> None:
    tasks = ["Set up a group for fathers.", "Ask midwives to tell them of it."]
    rows: Rows = [[said], ["Action", "Lead", "Due", "Status"]]
    rows += [[task, "Family Hubs", "01/09/2024", word] for task, word in zip(tasks, printed, strict=True)]
    assert list(stands(read(tmp_path, rows)).values()) == statuses


def test_dated_notes_below_an_action_are_its_updates(tmp_path: Path) -> None:
    rows: Rows = [
        ["Action No.", "Action", "Lead", "Target", "Status"],
        ["1", "Run an evening for landlords.", "Housing", "31/07/2024", "Amber"],
        [None, "12/05/2024 speaker found"],
        ["2", "Close the old inbox.", "Housing", "30/05/2024", "Blue"],
    ]
    record = read(tmp_path, rows)
    assert [(a.ref, [(u.date, u.text) for u in a.updates]) for a in record.actions] == [
        ("1", [("2024-05-12", "speaker found")]),
        ("2", []),
    ]


def test_marks_under_agencies_and_a_follow_up_that_is_no_due_date(tmp_path: Path) -> None:
    rows: Rows = [
        [
            "Action",
            "Police",
            "Housing",
            "Health",
            "Date to be achieved by",
            "Follow-up audit due",
            "In progress",
            "Complete",
        ],
        ["Put one flag on all the systems", "✓", None, "✓", "31/03/2025", "30/09/2025", "✓", None],
        ["Ask each child alone at school", None, "✓", None, "30/11/2024", "30/05/2025", None, "✓"],
    ]
    record = read(tmp_path, rows)
    assert [(a.leads, a.due, a.status) for a in record.actions] == [
        (["Police", "Health"], "2025-03-31", "under-way"),
        (["Housing"], "2024-11-30", "complete-evidence-awaited"),
    ]


def test_a_table_under_each_recommendation_of_a_text_document(tmp_path: Path) -> None:
    paper = docx.Document()
    paper.add_paragraph("SILP Recommendations and Action Plan – Family Y")
    asked = {
        "That partners keep one list.": "Write the list once a month",
        "That schools hold it.": "Send it to schools",
    }
    for number, (wanted, task) in enumerate(asked.items(), 1):
        paper.add_paragraph(f"Recommendation {number}: {wanted}")
        table = paper.add_table(rows=2, cols=4)
        for row, texts in enumerate(
            (
                ["What action is needed", "Who will do it", "By when", "Finished?"],
                [task, "Education", "30 May 2024", "No"],
            )
        ):
            for column, text in enumerate(texts):
                table.cell(row, column).text = text
    paper.save(str(tmp_path / "plan.docx"))
    (review,) = extract(tmp_path / "plan.docx").reviews
    assert review.name == "Family Y"
    assert [(a.recommendation, a.text) for a in review.actions] == [
        ("1", "Write the list once a month"),
        ("2", "Send it to schools"),
    ]


def test_heads_and_statuses_in_welsh(tmp_path: Path) -> None:
    rows: Rows = [
        ["Adolygiad", "Argymhelliad", "Gweithredu", "Pwy", "Erbyn pryd", "Sefyllfa"],
        ["CPR 1/2024", "Rhannu yn gynt.", "Ysgrifennu canllaw byr.", "Heddlu", "31/03/2024", "Wedi cwblhau"],
        ["CPR 1/2024", "Gwrando ar blant.", "Gofyn i bob plentyn.", "Addysg", "30/06/2024", "Ar y gweill"],
        ["CPR 1/2024", "Cofnodi ofnau.", "Newid y ffurflen.", "Addysg", "30/06/2024", "Heb ei gwblhau"],
    ]
    found = list(stands(read(tmp_path, rows)).values())
    assert found == ["complete-evidence-awaited", "under-way", "under-way"]


def test_the_last_quarter_holds_and_no_in_a_column_of_evidence_is_none(tmp_path: Path) -> None:
    rows: Rows = [
        [
            "Rhif / No",
            "Commitment by partner",
            "Partner",
            "Delivery by",
            "Progress RAG Q1",
            "Progress RAG Q2",
            "Evidence seen (Y/N)",
        ],
        ["1", "Hostels to have a lead for safer sleep.", "Housing", "31/03/2025", "Red", "Amber", "N"],
        ["2", "Police to record the state of the home.", "Police", "30/09/2024", "Green", "Complete", "No"],
    ]
    record = read(tmp_path, rows)
    assert [(a.ref, a.status, a.evidence) for a in record.actions] == [
        ("1", "at-risk", []),
        ("2", "complete-evidence-awaited", []),
    ]
