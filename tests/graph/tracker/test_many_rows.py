"""A long tracker of rows that are all but the same, out and in again: none is lost, none changes by itself."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl

from benchmarks.tracker_rows import tracker
from graph.derive import build
from graph.tracker import Said, compare, rows_of
from graph.views.tracker import Stamp, read_workbook, write_workbook
from graph.views.tracker.write import HEAD
from loaders.extract import extract
from tests.graph import made
from tests.graph.tracker.desk import COLUMN, DAY, READER

ROWS = 1_000  # benchmarks/trackers.py does the same with 5 000


def test_a_long_tracker_loses_no_row_and_changes_nothing_by_itself(tmp_path: Path) -> None:
    plan = tmp_path / "plan.csv"
    plan.write_bytes(tracker(ROWS, alike=True))
    record = extract(plan)
    told = sorted(a.text for r in record.reviews for a in r.actions)
    assert len(set(told)) == ROWS
    rows = rows_of(build([record], made.CODEBOOK), Said())
    assert sorted(r.values["action"] for r in rows if r.label == "Action") == told
    data = write_workbook(rows, Stamp("collection", "load", "2024-05-01T09:00:00Z"), title="Tracker")

    def taken_in(file: bytes) -> tuple[int, list[str], int]:
        book = read_workbook(file, "tracker.xlsx")
        outcome = compare(book.kept, book.rows, rows, Said(), READER, by="learning lead", on=DAY)
        return outcome.total, outcome.refused, len(book.rows)

    assert taken_in(data) == (0, [], len(rows))
    book = openpyxl.load_workbook(io.BytesIO(data))
    actions = [n for n, row in enumerate(rows, HEAD + 1) if row.label == "Action"]
    for number in actions[:: ROWS // 10]:
        book["Tracker"].cell(number, COLUMN["due"]).value = "31/12/2029"
    edited = io.BytesIO()
    book.save(edited)
    assert taken_in(edited.getvalue()) == (10, [], len(rows))
