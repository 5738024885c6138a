"""A workbook that introduces its reviews on a sheet in front of the plan, and tells shares in its updates."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook

from graph.records import DocumentRecord
from loaders.extract import extract

FRONT = (
    "What is in this plan",
    "1. LCSPR Robin (published July 2031). Robin was nine. He was seriously injured while his parents worked nights.",
    "2. Rapid Review 7/31. A girl aged 15 who took an overdose in a residential school.",
    "3. Rapid Review 9/31. A boy aged 3 who is named in no row.",
)
ROWS = (
    ("No.", "Review", "Recommendation", "What we will do", "Who", "By when", "Where are we now?"),
    ("R1", "Robin", "Carers should be in assessments.", "Sample 20 assessments", "Council", "Mar 2031",
     "Done. 17 of 20 had an answer; in 9 of the 17 the carer had been spoken to."),
    ("R2", "RR 7/31", "Visits should be monthly.", "Report on visits", "Council", "Apr 2031",
     "First report to 38 schools."),
)  # fmt: skip


def record(tmp_path: Path) -> DocumentRecord:
    book = Workbook()
    front, plan = book.active, book.create_sheet("Action plan")
    assert front is not None
    front.title = "Read me"
    for line in FRONT:
        front.append([line])
    for row in ROWS:
        plan.append(row)
    book.save(tmp_path / "plan.xlsx")
    return extract(tmp_path / "plan.xlsx")


def test_what_a_sheet_in_front_tells_of_a_child_belongs_to_the_review_that_rows_name(tmp_path: Path) -> None:
    robin, girl = record(tmp_path).reviews
    assert (robin.name, robin.kind, girl.ref, girl.kind) == ("Robin", "lcspr", "RR 7/31", "rapid-review")
    assert [(child.age, child.sex) for child in (*robin.children, *girl.children)] == [
        ("nine", "male"),
        ("15", "female"),
    ]
    assert girl.harms == ["suicide-self-harm"]
    assert robin.context[0].text == "Robin was nine."


def test_a_review_that_no_row_names_is_noted(tmp_path: Path) -> None:
    report = record(tmp_path).report
    assert [note.message for note in report.notes if "no row names" in note.message] == [
        f"no row names the review of this line: “{FRONT[3]}”"
    ]
    assert report.read == report.kept + len(report.rejected)


def test_shares_in_updates_are_figures_of_work_and_a_plain_count_is_none(tmp_path: Path) -> None:
    assert [(one.numerator, one.denominator, one.source) for one in record(tmp_path).statistics] == [
        (17, 20, "activity"),
        (9, 17, "activity"),
    ]
