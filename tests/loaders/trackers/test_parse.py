"""Whole trackers: two invented layouts, the user's mapping, and what becomes of each row."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from graph.codebook import load as load_codebook
from graph.derive import build
from graph.errors import WrongUse
from graph.model import Action as ActionNode
from graph.model import Recommendation as RecommendationNode
from graph.model import StatusEvent
from graph.records import Action, DocumentRecord
from graph.text import holds
from loaders.extract import extract
from loaders.read import read
from loaders.trackers.mapping import read_mapping
from tests.loaders.trackers.layouts import coloured_workbook, history_csv


def actions(record: DocumentRecord) -> dict[str, Action]:
    return {a.ref or a.text: a for home in (*record.reviews, record) for a in home.actions}


def said(record: DocumentRecord, where: str) -> str:
    return "; ".join(n.message for n in record.report.notes if n.where == where)


@pytest.fixture
def coloured(tmp_path: Path) -> DocumentRecord:
    return extract(coloured_workbook(tmp_path / "dunmarsh.xlsx"))


@pytest.fixture
def history(tmp_path: Path) -> DocumentRecord:
    return extract(history_csv(tmp_path / "history.csv"))


def test_the_cover_says_what_the_tracker_is(coloured: DocumentRecord) -> None:
    document = coloured.document
    assert (document.kind, document.published) == ("action-tracker", "2024-06-30")
    assert document.partnership == "Dunmarsh Safeguarding Children Partnership"


def test_reviews_by_title_and_by_sheet(coloured: DocumentRecord) -> None:
    assert [(r.ref, r.name, len(r.actions)) for r in coloured.reviews] == [
        ("RR 02/24", "Plover", 4),
        (None, "Heron", 3),
    ]
    assert [r.ref for r in coloured.reviews[0].recommendations] == ["1", "2"]
    assert "named only in this tracker" in said(coloured, "LCSPR Heron")


def test_one_action_over_several_rows(coloured: DocumentRecord) -> None:
    found = actions(coloured)["P1"]
    assert found.leads == ["MASH", "Early Help", "Digital Services"]
    assert [u.date for u in found.updates] == ["2024-03-14", "2024-02-02", "2024-04-11"]
    assert (found.recommendation, found.due) == ("1", "2024-03-29")


def test_colours_mean_what_the_key_on_its_own_sheet_says(coloured: DocumentRecord) -> None:
    found = actions(coloured)
    assert (found["P1"].status, found["P1"].status_printed) == ("complete-evidenced", "Blue")
    assert found["P2"].status == "on-track"
    assert found["H1"].status == "overdue"
    assert found["P4"].status == "not-started"


def test_dates_moved_struck_and_kept_as_numbers(coloured: DocumentRecord) -> None:
    found = actions(coloured)
    assert (found["P2"].due, found["P2"].previous_due) == ("2024-08-31", ["2024-05-31"])
    assert found["P3"].due == "2024-06-30"
    assert (found["H1"].due, found["H1"].previous_due) == ("2024-09-30", ["2024-01-31"])
    assert (found["H3"].due, found["H3"].due_printed, found["H3"].previous_due) == (None, "TBC", ["2024-04-30"])


def test_a_log_on_another_sheet_tells_by_number(coloured: DocumentRecord) -> None:
    assert [(u.date, u.text) for u in actions(coloured)["P2"].updates] == [("2024-05-20", "Course booked.")]
    assert "the log tells of number x9" in said(coloured, "file")


def test_recommendation_numbers_written_once_hold_below(coloured: DocumentRecord) -> None:
    assert [actions(coloured)[ref].recommendation for ref in ("H1", "H2", "H3")] == ["1", "1", "2"]


def test_what_is_odd_is_told_at_its_place_and_nowhere_else(coloured: DocumentRecord) -> None:
    sheet = "RR 02-24 Plover"
    assert "name was left out" in said(coloured, f"{sheet}!10")
    assert "struck through" in said(coloured, f"{sheet}!11")
    assert "hidden" in said(coloured, f"{sheet}!11")
    assert "Ask the council first." in said(coloured, f"{sheet}!11")
    assert "5 is printed, 4 actions" in said(coloured, f"{sheet}!12")
    assert said(coloured, f"{sheet}!6") == said(coloured, f"{sheet}!9") == ""


def test_every_row_is_kept_or_rejected_with_a_reason(coloured: DocumentRecord, history: DocumentRecord) -> None:
    for record in (coloured, history):
        assert record.report.read == record.report.kept + len(record.report.rejected)
        assert all(r.reason and r.where for r in record.report.rejected)
    assert any(r.text == "Early Help" for r in coloured.report.rejected)


def test_rows_of_one_history_are_one_action_under_each_of_its_reviews(history: DocumentRecord) -> None:
    assert [(r.name, [a.ref for a in r.actions]) for r in history.reviews] == [("Alder", ["7"]), ("Birch", ["7", "8"])]
    found = history.reviews[0].actions[0]
    assert (found.status, found.completed) == ("complete-evidence-awaited", "2023-12-15")
    assert (found.due, found.previous_due) == ("2023-12-31", ["2023-09-30"])
    assert [u.text for u in found.updates] == ["Tender out.", "Bids read.", "Course bought."]
    assert found.leads == ["Children's Social Care", "Principal Social Worker"]
    assert "Oakley" not in history.model_dump_json()


def test_a_word_that_no_key_explains_is_not_stated(history: DocumentRecord) -> None:
    found = history.actions[0]
    assert (found.status, found.status_printed, found.due_printed) == ("not-stated", "Wobbly", "annually")
    assert "meaning is unknown" in said(history, "row 5, line 5")


def test_the_mapping_is_shown_and_can_be_set(tmp_path: Path) -> None:
    path, file = history_csv(tmp_path / "history.csv"), tmp_path / "m.yaml"
    assert "Agreed action → action" in said(extract(path), "file")
    assert "not taken: Cost" in said(extract(path), "file")
    file.write_text(
        "columns: {Commentary: evidence, Reporting period: null}\nstatus: {Wobbly: at-risk}\n", encoding="utf-8"
    )
    record = extract(path, read_mapping(file))
    assert record.actions[0].status == "at-risk"
    assert record.reviews[0].actions[0].updates == []
    assert record.reviews[0].actions[0].evidence


@pytest.mark.parametrize("text", ["columns: {A: nonsense}", "status: {Red: finished}", "colums: {}", "- a", "a: ["])
def test_a_mapping_that_makes_no_sense_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "m.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(WrongUse, match=r"m\.yaml"):
        read_mapping(file)


def test_a_table_without_a_head_is_told_and_nothing_is_made_up(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("one,two\nthree,four\n", encoding="utf-8")
    record = extract(path)
    assert (record.actions, record.reviews, len(record.report.rejected)) == ([], [], 2)
    assert "--mapping" in said(record, "file")


@pytest.mark.parametrize("make", [coloured_workbook, history_csv])
def test_every_quotation_stands_in_the_file(tmp_path: Path, make: object) -> None:
    path = make(tmp_path / ("a.xlsx" if make is coloured_workbook else "a.csv"))  # type: ignore[operator]
    text, record = read(path).pages[0].text, extract(path)
    told = [x for home in (*record.reviews, record) for x in (*home.actions, *home.recommendations)]
    told += [e for a in actions(record).values() for e in a.evidence]
    assert told
    assert all(holds(text, one.quote) for one in told)
    assert all(holds(text, review.quote) for review in record.reviews)


def test_actions_reach_the_graph_with_dated_status_and_their_recommendation(coloured: DocumentRecord) -> None:
    graph = build([coloured], load_codebook())
    found = {a.ref: a for a in graph.all(ActionNode)}
    assert found["P2"].updates == ["2024-05-20: Course booked."]
    (event,) = graph.targets(found["P2"], "HAS_STATUS", StatusEvent)
    assert (event.status, event.statusPrinted, str(event.dateFrom), event.closes) == (
        "on-track",
        "Amber",
        "2024-06-30",
        False,
    )
    asked = [r for r in graph.all(RecommendationNode) if found["P2"] in graph.targets(r, "DELIVERED_BY", ActionNode)]
    assert [r.ref for r in asked] == ["2"]


def test_five_thousand_rows_are_read_whole(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["Ref", "Action", "Lead", "Due date", "Status"])
    for n in range(5000):
        book.active.append([n, f"Write letter number {n} to the council.", "Police", "31/03/2024", "On track"])
    book.save(tmp_path / "a.xlsx")
    assert len(extract(tmp_path / "a.xlsx").actions) == 5000
