"""The parts of reading a tracker, each by itself: columns, words of status, dates, leads, updates, names of reviews."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.blocks import Block, BlockKind
from loaders.extract import extract
from loaders.trackers.colours import name_of
from loaders.trackers.dates import due_of, impossible
from loaders.trackers.leads import leads_of
from loaders.trackers.legend import Legend
from loaders.trackers.reviews import label_of, sheet_label
from loaders.trackers.status import standing
from loaders.trackers.updates import completed_in, updates_of
from loaders.trackers.vocabulary import field_of, status_of


def cell(text: str, **more: object) -> Block:
    return Block(BlockKind.CELL, " ".join(text.split()), raw=text, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("head", "field"),
    [
        ("Action", "action"), ("What will we do?", "action"), ("Action owner", "leads"), ("By whom?", "leads"),
        ("Lead agency", "leads"), ("Responsible officer", "leads"), ("By when?", "due"), ("Target date", "due"),
        ("Original due date", "due_original"), ("Revised deadline", "due_revised"), ("BRAG", "status"),
        ("Current status", "status"), ("Date completed", "completed"), ("Progress to date", "updates"),
        ("Comments", "updates"), ("Evidence of impact", "evidence"), ("So what?", "evidence"),
        ("Success measure", "measure"),
        ("What will be different?", "measure"), ("What will be different for children", "measure"),
        ("Measure of success", "measure"), ("How will we know?", "measure"), ("Impact measure", "measure"),
        ("Intended impact", "measure"), ("What good looks like", "measure"), ("Impact", "evidence"),
        ("What difference has it made", "evidence"), ("What will be done", "action"),
        ("Rec no.", "rec_no"), ("Recommendation", "recommendation"),
        ("Position March 2024", "updates"),
        ("Source review", "review"), ("Action ref", "ref"), ("Window colour scheme", None),
    ],
)  # fmt: skip
def test_what_a_column_holds(head: str, field: str | None) -> None:
    assert field_of(head) == field


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Complete", "done"), ("Not complete", "under-way"), ("75%", "under-way"), ("100%", "done"), ("0%",
        "not-started"),
        ("Complete - awaiting evidence", "complete-evidence-awaited"), ("Done and tested", "complete-evidenced"),
        ("Complete and embedded", "embedded"), ("Some slippage", "at-risk"), ("Running late", "overdue"),
        ("On hold", "paused"), ("No longer required", "cancelled"), ("Superseded by A4", "superseded"),
        ("Yet to start", "not-started"), ("In progress", "under-way"), ("On target", "on-track"), ("Maroon", None),
    ],
)  # fmt: skip
def test_words_of_status(words: str, status: str | None) -> None:
    assert status_of(words) == status


@pytest.mark.parametrize(
    ("text", "due", "previous"),
    [
        ("30.9.23", "2023-09-30", []), ("8.4.24", "2024-04-08", []), ("end of Sept 23", "2023-09-30", []),
        ("Sept23", "2023-09-30", []), ("Feb 2024", "2024-02-29", []), ("Q3 2023-24", "2023-12-31", []),
        ("2023/24 Q4", "2024-03-31", []), ("financial year end 2024", "2024-03-31", []),
        ("FY 2023-24", None, []), ("financial year end", None, []), ("Q4", None, []),
        ("with immediate effect", None, []),
        ("by financial year end 2023/24", "2024-03-31", []), ("tbc", None, []),
        ("Quarter 2 (24/25)", "2024-09-30", []), ("end of FY 24/25",
        "2025-03-31", []),
        ("was 31/03/2023, now 30/09/2023", "2023-09-30", ["2023-03-31"]),
        ("30/9/24 (orig 31/3/24)", "2024-09-30", ["2024-03-31"]),
        ("31/3/24 (original), 30/9/24 (revised)", "2024-09-30", ["2024-03-31"]),
        ("31/01/2024 (slipped from Oct 22)", "2024-01-31", ["2022-10-31"]),
        ("was 30/04/23, then 31/07/23, now 31/12/23", "2023-12-31", ["2023-04-30", "2023-07-31"]),
        ("30/06/2024 → 30/09/2024", "2024-09-30", ["2024-06-30"]), ("30/06/2024\n30/09/2024",
        "2024-09-30", ["2024-06-30"]),
        ("TBC (was 31/03/2024)", None, ["2024-03-31"]), ("ongoing", None, []),
        ("Ongoing - review March 2024", None, []),
        ("ASAP", None, []), ("Autumn term 2024", None, []), ("mid-June 2024", None, []), ("2024", None, []),
        ("Q3 2023", None, []), ("within 3 months", None, []), ("31/06/2023", None, []), ("31 March", None, []),
    ],
)  # fmt: skip
def test_due_dates_as_people_type_them(text: str, due: str | None, previous: list[str]) -> None:
    found = due_of(cell(text))
    assert (found.due, found.previous) == (due, previous)


def test_a_day_that_does_not_exist_is_told_and_not_mended() -> None:
    assert due_of(cell("31/06/2023")).odd == ["31/06/2023 is not a date: no such day exists"]
    assert impossible("29/02/2023 and 29/02/2024") == ["29/02/2023"]


def test_two_dates_of_which_none_is_said_to_hold_are_no_date() -> None:
    found = due_of(cell("30 June 2024 and 30 Sept 2024"))
    assert found.due is None
    assert "several dates" in found.odd[0]


def test_a_struck_date_is_an_earlier_one() -> None:
    found = due_of(cell("30/06/2024 30/09/2024", struck=("30/06/2024",)))
    assert (found.due, found.previous) == ("2024-09-30", ["2024-06-30"])


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("CSC/Police", ["CSC", "Police"]), ("Police & Probation", ["Police", "Probation"]),
        ("Drug and Alcohol Service", ["Drug and Alcohol Service"]), ("0-19 Service / MASH", ["0-19 Service", "MASH"]),
        ("Voice and Participation Team", ["Voice and Participation Team"]), ("Named GP (ICB)", ["Named GP (ICB)"]),
        ("MASH, Digital Services and Police", ["MASH", "Digital Services", "Police"]),
        ("Lead: CSC; Support: Education", ["CSC", "Education"]), ("TBC", []), ("vacant", []), ("", []),
        ("Health (ICB, acute trust)", ["Health (ICB, acute trust)"]),
    ],
)  # fmt: skip
def test_leads_one_by_one(text: str, leads: list[str]) -> None:
    found = leads_of([text])
    assert found.names == leads
    assert bool(found.odd) == (not leads)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Jane Marsh (Designated Nurse)", "Designated Nurse"), ("Designated Nurse - Priya Marsh", "Designated Nurse"),
        ("Olu Winterbourne (Safeguarding Lead)", "Safeguarding Lead"), ("Jane Marsh, Head of Service",
        "Head of Service"),
        ("Dr A Marsh", None), ("Mrs Marsh", None), ("Emma Marsh", None),
    ],
)  # fmt: skip
def test_the_name_of_a_person_is_left_out_and_that_is_said(text: str, role: str | None) -> None:
    found = leads_of([text])
    assert found.names == ([role] if role else [])
    assert "a person is named as lead; the name was left out" in found.odd


def test_updates_are_dated_entries() -> None:
    found = updates_of("14/06/23 – drafted. 20/07/23 – sent;\nreplies awaited.\nNo cost known.")
    assert [(u.date, u.text) for u in found] == [
        ("2023-06-14", "drafted."),
        ("2023-07-20", "sent;\nreplies awaited.\nNo cost known."),
    ]
    assert [(u.date, u.text) for u in updates_of("May 2024 saw a rise.")] == [(None, "May 2024 saw a rise.")]
    assert [u.date for u in updates_of("All trained.", "Update March 2024")] == ["2024-03"]
    assert updates_of("No update") == []


def test_completed_only_where_an_entry_opens_with_it() -> None:
    assert completed_in(updates_of("24/01/2025: Completed. All trained.")) == "2025-01-24"
    assert completed_in(updates_of("24/01/2025: Completed the first half of it.")) is None
    assert completed_in(updates_of("24/01/2025: Audit complete.")) is None


@pytest.mark.parametrize(
    ("fill", "name"),
    [("0070C0", "Blue"), ("00B050", "Green"), ("92D050", "Green"), ("FFC000", "Amber"), ("FF0000", "Red"),
     ("7030A0", "Purple"), ("A6A6A6", "Grey"), ("FFFF00", "Yellow"), ("FFFFFF", None), (None, None)],
)  # fmt: skip
def test_names_of_colours(fill: str | None, name: str | None) -> None:
    assert name_of(fill) == name


def test_the_trackers_own_key_comes_before_any_general_meaning() -> None:
    legend = Legend({"g": "Finished"}, {"FFC000": "On track"})
    assert standing([cell("G")], legend, evidence=False).status == "complete-evidence-awaited"
    assert standing([cell("G")], legend, evidence=True).status == "complete-evidenced"
    assert standing([cell("", fill="FFC000")], legend, evidence=False).status == "on-track"
    assert standing([cell("", fill="FFBF00")], legend, evidence=False).status == "on-track"  # the key's only amber


def test_what_is_not_in_the_key_is_not_stated() -> None:
    legend = Legend({"g": "Finished"}, {"FFC000": "On track"})
    for odd in (cell("P"), cell("", fill="A6A6A6")):
        found = standing([odd], legend, evidence=True)
        assert found.status == "not-stated"
        assert "key" in found.odd[0]


def test_without_a_key_colours_mean_the_usual_and_that_is_known() -> None:
    found = standing([cell("Amber")], Legend(), evidence=False)
    assert (found.status, found.printed, found.by_custom) == ("at-risk", "Amber", True)
    assert standing([], Legend(), evidence=True).status == "not-stated"


def test_word_and_colour_that_disagree_are_told() -> None:
    found = standing([cell("Green", fill="FF0000")], Legend({"green": "On track"}), evidence=False, coloured=True)
    assert found.status == "on-track"
    assert found.odd == ["the word says green but the cell is red"]


@pytest.mark.parametrize(
    ("text", "ref", "name", "kind"),
    [
        ("RAPID REVIEW 'PLOVER' (RR02/24)", "RR02/24", "Plover", "rapid-review"), ("LCSPR Heron", None, "Heron",
        "lcspr"),
        ("RR 05/24 – Siblings X and Y", "RR 05/24", "Siblings X and Y", "rapid-review"),
        ("SCR Alder (2017)", None, "Alder", "scr"),
        ("THEMATIC LEARNING REVIEW: FIRE SAFETY", None, "Fire Safety", "learning-review"),
        ("Action plan for LCSPR 'Heron'", None, "Heron", "lcspr"), ("Wren (LCSPR 2022)", None, "Wren", "lcspr"),
    ],
)  # fmt: skip
def test_names_of_reviews(text: str, ref: str | None, name: str, kind: str) -> None:
    found = label_of(text)
    assert found is not None
    assert (found.ref, found.name, found.kind) == (ref, name, kind)


def test_what_names_no_review() -> None:
    assert [label_of(t, sure=True) for t in ("Business plan (no review)", "n/a", "None")] == [None] * 3
    assert [sheet_label(t) for t in ("Sheet1", "Open actions", "Neglect", "Legend", "2023-24")] == [None] * 5
    assert (sheet_label("Linnet") or label_of("")).name == "Linnet"  # type: ignore[union-attr]


def test_a_short_note_of_what_was_done_beside_green_without_a_key(tmp_path: Path) -> None:
    rows = [
        "Ref,Review,Recommendation,Action,Lead,Due date,RAG,Progress",
        "1,Child Robin,1,Refresh the protocol,Health,31/05/2024,Green,Reissued May 2024",
        "2,Child Robin,2,Invite a paediatrician,CSC,30/09/2024,Green,Draft agreed 12 April 2024",
        "3,Child Robin,,Tell every nursery,Education,30/09/2024,Green,Reissued; training to follow in the summer",
    ]
    plan = tmp_path / "tracker.csv"
    plan.write_text("\n".join(rows), "utf-8")
    record = extract(plan)
    told = [(a.recommendation, a.status, a.status_printed, a.promise) for r in record.reviews for a in r.actions]
    assert told == [
        ("1", "complete-evidence-awaited", "Green", False),
        ("2", "on-track", "Green", True),
        (None, "on-track", "Green", True),
    ]
    assert any("the progress says done (“Reissued May 2024”)" in note.message for note in record.report.notes)


def test_one_column_that_no_head_explains_is_the_action_where_the_rest_is_known(tmp_path: Path) -> None:
    rows = (
        "What reviews asked of us,Who,When by,Where are we now?\n"
        "A safer sleep message for fathers,Midwifery,March 2023,Film launched\n"
        'A policy on missed appointments in every agency,ICB,June 2023,"Drafted, not yet signed off"\n'
    )
    file = tmp_path / "plan.csv"
    file.write_text(rows, encoding="utf-8")
    record = extract(file)
    actions = [*record.actions, *(a for review in record.reviews for a in review.actions)]
    assert [(a.text, a.due) for a in actions] == [
        ("A safer sleep message for fathers", "2023-03-31"),
        ("A policy on missed appointments in every agency", "2023-06-30"),
    ]
    assert actions[1].status != "complete-evidence-awaited"
