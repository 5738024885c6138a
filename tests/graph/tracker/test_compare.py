"""What edits of the workbook say: dated decisions once, conflicts kept with both values, refusals with a reason."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from graph.decisions import Conflict, Evidenced, StatusDecision, UpdateDecision, ValueDecision
from graph.views.tracker.write import HEAD
from tests.graph.tracker.desk import COLUMN, DAY, Desk, edit, number_of, shown, tracker

CARD, REHEARSE, FLOW, AUDIT = "Print the", "Rehearse", "Write an esc", "Audit 20"
ASKED = "Strategy discussions should hear"  # no action delivers it


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk([tracker()], tmp_path / "decisions")


def test_an_unchanged_round_trip_says_nothing(desk: Desk) -> None:
    outcome = desk.hand_in(desk.export())
    assert (outcome.total, outcome.refused, outcome.said, outcome.new) == (0, [], [], [])


def test_rows_are_actions_and_recommendations_without_one(desk: Desk) -> None:
    rows = desk.rows()
    assert [r.label for r in rows].count("Action") == 4
    assert [r.values["recommendation"] for r in rows if r.label == "Recommendation"] == [
        "Strategy discussions should hear from health."
    ]
    card = next(r for r in rows if r.values["action"].startswith(CARD))
    assert card.values["recommendation"] == "Partners should know the bruising procedure."
    assert (card.values["printed"], card.values["status"], card.values["due"]) == ("Green", "on-track", "2024-03-31")
    assert card.values["leads"] == "Health; Police"
    assert card.values["previous_due"] == "31/12/2023"
    assert card.values["done"] == "Not stated"


def test_each_kind_of_cell_becomes_its_kind_of_decision(desk: Desk) -> None:
    file = edit(
        desk.export(),
        {
            (CARD, "due"): date(2024, 6, 30),
            (REHEARSE, "leads"): "Hospital Trust; Police",
            (FLOW, "status"): "Under way",
            (AUDIT, "add_update"): "Six read so far.",
            (FLOW, "add_evidence"): "Flowchart, version 2, on the website",
            (REHEARSE, "measure"): "Referrals within four hours",
            (ASKED, "status"): "Open; no answer yet",
        },
    )
    outcome = desk.hand_in(file)
    assert (outcome.refused, outcome.conflicts) == ([], [])
    told = {type(d): d for d in outcome.decisions}
    assert len(outcome.decisions) == 7
    values = {d.field: (d.value, d.was) for d in outcome.decisions if isinstance(d, ValueDecision)}
    assert values == {
        "due": ("2024-06-30", "2024-03-31"),
        "leads": (["Hospital Trust", "Police"], None),
        "success_measure": ("Referrals within four hours", None),
    }
    statuses = {d.status: d.was for d in outcome.decisions if isinstance(d, StatusDecision)}
    assert statuses == {"under-way": "not-stated", "O-AR": "not-stated"}
    assert isinstance(told[UpdateDecision], UpdateDecision)
    assert told[UpdateDecision].text == "Six read so far."
    assert isinstance(told[Evidenced], Evidenced)
    for decision in outcome.decisions:
        assert (decision.by, decision.on) == ("learning lead", DAY)
        assert decision.document == "Heron tracker"  # type: ignore[attr-defined]
        assert decision.quote  # type: ignore[attr-defined]
    assert desk.hand_in(file).total == 0  # the same file again


def test_the_next_export_shows_what_was_taken(desk: Desk) -> None:
    desk.hand_in(edit(desk.export(), {(CARD, "due"): date(2024, 6, 30), (CARD, "add_update"): "Cards at the printer."}))
    file = desk.export()
    assert shown(file, CARD, "due").date() == date(2024, 6, 30)
    assert shown(file, CARD, "previous_due") == "31/12/2023\n31/03/2024"
    assert (
        shown(file, CARD, "updates") == "15/01/2024: Printer found.\n14/05/2024: Cards at the printer. (learning lead)"
    )
    assert shown(file, CARD, "add_update") is None
    assert desk.hand_in(file).total == 0


def test_two_people_who_change_one_cell_are_both_shown_and_neither_is_overwritten(desk: Desk) -> None:
    out = desk.export()
    one = edit(out, {(CARD, "status"): "At risk (amber)", (REHEARSE, "due"): "30/09/2024"})
    other = edit(out, {(CARD, "status"): "Overdue (red)", (REHEARSE, "due"): "30/09/2024", (FLOW, "leads"): "Police"})
    assert len(desk.hand_in(one, "learning lead").decisions) == 2
    second = desk.hand_in(other, "business manager", date(2024, 5, 20))
    assert [type(d) for d in second.decisions] == [ValueDecision]  # the third cell; the date is the same on both sides
    (conflict,) = second.conflicts
    assert (conflict.field, conflict.value, conflict.was) == ("status", "overdue", "on-track")
    assert (conflict.now, conflict.now_by) == ("at-risk", "learning lead, 2024-05-14")
    assert desk.hand_in(other, "business manager", date(2024, 5, 20)).total == 0

    file = desk.export()
    assert shown(file, CARD, "status") == "At risk (amber)"
    both = shown(file, CARD, "conflict")
    assert "business manager, 2024-05-20, wrote “Overdue (red)”" in both
    assert "here stands “At risk (amber)” (learning lead, 2024-05-14)" in both
    assert desk.hand_in(file).total == 0  # passing by settles nothing
    assert shown(desk.export(), CARD, "conflict") == both


@pytest.mark.parametrize("way", ["emptied", "decided"])
def test_a_conflict_is_settled_by_a_person(desk: Desk, way: str) -> None:
    out = desk.export()
    desk.hand_in(edit(out, {(CARD, "status"): "At risk (amber)"}))
    other = edit(out, {(CARD, "status"): "Overdue (red)"})
    desk.hand_in(other, "business manager")
    cell = {(CARD, "conflict"): None} if way == "emptied" else {(CARD, "status"): "Overdue (red)"}
    settled = desk.hand_in(edit(desk.export(), cell), "chair", date(2024, 6, 1))
    assert [d.settled for d in settled.decisions if isinstance(d, Conflict)] == [True]
    assert shown(desk.export(), CARD, "conflict") is None
    assert shown(desk.export(), CARD, "status") == ("At risk (amber)" if way == "emptied" else "Overdue (red)")
    assert desk.hand_in(other, "business manager").total == 0  # the old file brings it back to nobody


def test_a_status_of_done_or_closed_needs_why_and_evidence_and_the_rest_of_the_row_is_taken(desk: Desk) -> None:
    out = desk.export()
    first = desk.hand_in(edit(out, {(FLOW, "status"): "Closed", (FLOW, "leads"): "Police"}))
    assert [type(d) for d in first.decisions] == [ValueDecision]
    (sentence,) = first.refused
    assert "needs why and who agreed" in sentence
    assert "and evidence" in sentence
    second = desk.hand_in(
        edit(
            desk.export(),
            {
                (FLOW, "status"): "Closed",
                (FLOW, "note"): "Executive, minute 4, 2 May",
                (FLOW, "add_evidence"): "Audit of 20 files found it used in 18",
            },
        )
    )
    assert second.refused == []
    (status,) = [d for d in second.decisions if isinstance(d, StatusDecision)]
    assert (status.status, status.note) == ("complete-evidenced", "Executive, minute 4, 2 May")
    asked = desk.hand_in(edit(desk.export(), {(ASKED, "status"): "Closed; withdrawn by those who made it (grey)"}))
    assert asked.total == 0
    assert "needs why and who agreed" in asked.refused[0]


def test_what_cannot_be_read_is_refused_with_a_sentence(desk: Desk) -> None:
    outcome = desk.hand_in(
        edit(
            desk.export(),
            {(CARD, "due"): "soonish", (REHEARSE, "status"): "splendid", (FLOW, "action"): "Write two flowcharts."},
        )
    )
    assert outcome.total == 0
    assert len(outcome.refused) == 3
    assert any("“soonish” is not a date" in s for s in outcome.refused)
    assert any("“splendid” is not a status" in s for s in outcome.refused)
    assert any("“Action” is as the source says" in s for s in outcome.refused)


def test_a_note_alone_is_progress_and_beside_an_edit_its_reason(desk: Desk) -> None:
    alone = edit(desk.export(), {(AUDIT, "note"): "Auditor is ill."})
    (update,) = desk.hand_in(alone).decisions
    assert isinstance(update, UpdateDecision)
    assert update.text == "Auditor is ill."
    assert desk.hand_in(alone).total == 0
    beside = edit(desk.export(), {(AUDIT, "note"): "Agreed by the subgroup.", (AUDIT, "due"): "Q3 2024-25"})
    (due,) = desk.hand_in(beside).decisions
    assert isinstance(due, ValueDecision)
    assert (due.value, due.was, due.note) == ("2024-12-31", "2024-09", "Agreed by the subgroup.")
    assert desk.hand_in(beside).total == 0


def test_rows_taken_out_moved_or_copied_change_nothing(desk: Desk) -> None:
    out = desk.export()
    book = openpyxl.load_workbook(io.BytesIO(out))
    sheet = book["Tracker"]
    last = sheet.max_row + 1
    for column in range(1, sheet.max_column + 1):
        sheet.cell(last, column).value = sheet.cell(HEAD + 2, column).value  # a copy at the end
    sheet.cell(last, COLUMN["due"]).value = "30/11/2024"
    sheet.delete_rows(HEAD + 1)
    sheet.insert_cols(3)
    sheet.cell(HEAD, 3).value = "My own column"
    saved = io.BytesIO()
    book.save(saved)
    outcome = desk.hand_in(saved.getvalue())
    assert outcome.total == 0
    assert outcome.said == ["1 row is no longer in the file; that changes nothing here."]
    assert len(outcome.refused) == 1
    assert "second copy" in outcome.refused[0]


def test_what_is_no_longer_loaded_is_said(desk: Desk) -> None:
    out = edit(desk.export(), {(CARD, "due"): "30/11/2024"})
    number = number_of(out, CARD)
    desk.records = []
    outcome = desk.hand_in(out)
    assert outcome.total == 0
    assert outcome.refused == [
        f"Row {number}: what it is about is no longer in what is loaded; its changes were not taken."
    ]


def test_who_may_close_is_asked_of_the_workbook_too(desk: Desk) -> None:
    closing = {
        (ASKED, "status"): "Closed; done and not shown to work (light blue)",
        (ASKED, "note"): "Executive, minute 4, 2 May",
    }
    out = edit(desk.export(), closing)
    alone = desk.hand_in(out, "analyst")
    assert alone.total == 0
    assert "only two together may say that it is closed" in alone.refused[0]
    owner = desk.hand_in(out, "Otterby Police lead", keep=False)
    assert [d.status for d in owner.decisions if isinstance(d, StatusDecision)] == ["C-IN"]
    assert any("usually for the delegated safeguarding partners" in sentence for sentence in owner.said)
    partners = desk.hand_in(out, "safeguarding partners")
    assert (len(partners.decisions), partners.refused, partners.said) == (1, [], [])


def test_a_cell_put_back_to_what_the_export_held_takes_nothing_back_and_is_said(desk: Desk) -> None:
    out = desk.export()
    desk.hand_in(edit(out, {(CARD, "due"): "30/09/2024"}))
    desk.hand_in(edit(desk.export(), {(CARD, "status"): "At risk (amber)"}), "business manager", date(2024, 5, 20))
    back = desk.hand_in(out, "learning lead", date(2024, 5, 21))
    assert back.total == 0
    (sentence,) = back.said
    assert "2 cells hold what the export held, and another value was given since; that stays" in sentence
    assert "30/09/2024 (learning lead, 2024-05-14)" in sentence
    assert "At risk (amber) (business manager, 2024-05-20)" in sentence
