"""The review queue: what goes out is doubtful, what comes back is a decision, and nothing is taken for a formula."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import openpyxl
import pytest

from graph.codebook import load
from graph.decisions import CodingDecision, Decision, Identity, LinkDecision, NotOne, ValueDecision
from graph.derive import build
from graph.errors import WrongUse
from graph.memory import Graph
from graph.model import Finding
from graph.queue.returned import Returned, Taken, take
from graph.queue.rows import PairRow, Place, coding_rows, pair_rows
from graph.records import Coding, Document, DocumentRecord, Review
from graph.records import Finding as Told
from graph.views.queue import PAIRS, PASSAGES, read_queue, write_queue

DOOR = "The worker saw her at the door and did not go in"
MUCH = "Much went wrong at once in this family"
NOBODY = "Nobody asked the older brother anything"
STAFF = "Staff knew what was expected of them"
DAY = date(2026, 3, 2)
CODEBOOK = load()
FOUR = ["neglect", "safe-sleep", "domestic-abuse", "information-sharing"]


def point(text: str, *themes: str, **more: Any) -> Told:
    polarity = more.setdefault("polarity", "shortfall")
    codings = [Coding(id=t, cue=text.split()[0], rule="r", polarity=polarity) for t in themes]
    return Told(text=text, quote=text, page=3, themes=codings, **more)


@pytest.fixture(scope="module")
def record() -> DocumentRecord:
    return DocumentRecord(
        document=Document(title="Learning from Elder", sha256="a" * 64, file="elder.pdf", published="2021-05", pages=9),
        reviews=[
            Review(
                ref="RR 1/21",
                quote="RR 1/21",
                page=2,
                findings=[
                    point("Sleep was asked about at each visit", "safe-sleep"),
                    point(NOBODY),
                    point(MUCH, *FOUR),
                    point(STAFF, "neglect", polarity="good-practice", judged_by="prose"),
                    point("=1+1 was written in the notes"),
                    point(DOOR, "safe-sleep", by_wording=True),
                ],
            )
        ],
    )


@pytest.fixture
def graph(record: DocumentRecord) -> Graph:
    return build([record], CODEBOOK)


def sheets(graph: Graph, every: bool = False) -> openpyxl.Workbook:
    rows = coding_rows(graph, every=every)
    return openpyxl.load_workbook(io.BytesIO(write_queue(rows, pair_rows(graph), CODEBOOK, "a test")))


def test_every_sheet_says_that_it_is_not_for_sharing(graph: Graph) -> None:
    assert {sheet.oddHeader.center.text for sheet in sheets(graph).worksheets} == {"Not for sharing"}


def filled(book: openpyxl.Workbook, quote: str, theme: str | None = None, sheet: str = PASSAGES, **cells: str) -> None:
    page: Any = book[sheet]
    heads = {cell.value: cell.column for cell in page[1]}
    label = CODEBOOK.label(theme) if theme else None
    for line in page.iter_rows(min_row=2):
        if line[heads["quote"] - 1].value == quote and (sheet == PAIRS or line[heads["theme"] - 1].value == label):
            for name, value in cells.items():
                page.cell(line[0].row, heads[name.replace("_", " ")]).value = value
            return
    raise AssertionError(f"no row says {quote}")


def returned(book: openpyxl.Workbook, graph: Graph, known: list[Decision] | None = None) -> Taken:
    out = io.BytesIO()
    book.save(out)
    rows = read_queue(out.getvalue(), "queue.xlsx")
    return take(rows, graph, CODEBOOK, known or [], by="learning lead", on=DAY)


def test_only_doubtful_passages_go_out_unless_every_theme_is_asked_for(graph: Graph) -> None:
    why = {row.place.quote: row.why for row in coding_rows(graph)}
    assert why[NOBODY] == "no theme was found in its words"
    assert "4 themes" in why[MUCH]
    assert "prose" in why[STAFF]
    assert why[DOOR] == "taken by its words alone; no heading and no rule says what it is"
    assert "Sleep was asked about at each visit" not in why
    every = coding_rows(graph, every=True)
    assert len(every) == len(coding_rows(graph)) + 1
    assert len({row.id for row in every}) == len(every)


def test_the_workbook_has_a_frozen_head_lists_to_choose_from_and_no_formula(graph: Graph) -> None:
    book = sheets(graph)
    page: Any = book[PASSAGES]
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref
    lists = {rule.formula1 for rule in page.data_validations.dataValidation}
    assert '"keep,drop"' in lists
    themes = next(formula for formula in lists if formula.startswith("Words!"))
    first, last = (int(part) for part in themes.replace("Words!$A$", "").replace("$A$", "").split(":"))
    offered = [book["Words"].cell(row, 1).value for row in range(first, last + 1)]  # type: ignore[union-attr]
    assert offered == [concept.label for concept in CODEBOOK.concepts.values()]
    for sheet in book.worksheets:
        assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None} <= {"s", "n"}
    assert any(cell.value == "=1+1 was written in the notes" for row in page.iter_rows() for cell in row)


def test_what_is_filled_in_becomes_a_decision_and_the_rest_none(graph: Graph) -> None:
    book = sheets(graph)
    filled(book, MUCH, "neglect", keep_or_drop="keep", note="plainly said")
    filled(book, MUCH, "safe-sleep", keep_or_drop="Drop", by="analyst", on="2026-02-01")
    filled(book, NOBODY, add_theme="Neglect")
    filled(book, STAFF, "neglect", polarity="what needs to improve")
    taken = returned(book, graph)
    assert taken.faults == []
    codings = [d for d in taken.decisions if isinstance(d, CodingDecision)]
    keep, drop, *more = sorted(codings, key=lambda d: ("keep", "drop", "add").index(d.choice))
    assert (keep.theme, keep.note, keep.by, keep.on) == ("neglect", "plainly said", "learning lead", DAY)
    assert (keep.document, keep.quote) == ("Learning from Elder", MUCH)
    assert (drop.theme, drop.by, drop.on) == ("safe-sleep", "analyst", date(2026, 2, 1))
    assert [d.choice for d in more] == ["add"]
    (value,) = [d for d in taken.decisions if isinstance(d, ValueDecision)]
    assert (value.field, value.value) == ("polarity", "shortfall")


def test_the_same_file_again_adds_nothing_and_a_changed_mind_does(graph: Graph, record: DocumentRecord) -> None:
    book = sheets(graph)
    filled(book, MUCH, "neglect", keep_or_drop="keep")
    first = returned(book, graph)
    decided = build([record], CODEBOOK, first.decisions)
    again = returned(book, decided, first.decisions)
    assert (again.decisions, again.known, again.faults) == ([], 1, [])
    filled(book, MUCH, "neglect", keep_or_drop="drop")
    (changed,) = returned(book, decided, first.decisions).decisions
    assert isinstance(changed, CodingDecision)
    assert changed.choice == "drop"


def test_a_decided_theme_is_confirmed_in_the_graph_and_leaves_the_queue(graph: Graph, record: DocumentRecord) -> None:
    book = sheets(graph)
    for theme in FOUR:
        filled(book, MUCH, theme, keep_or_drop="keep" if theme == "neglect" else "drop")
    filled(book, NOBODY, add_theme="Neglect")
    filled(book, STAFF, "neglect", polarity="what needs to improve")
    filled(book, DOOR, "safe-sleep", keep_or_drop="keep")
    decided = build([record], CODEBOOK, returned(book, graph).decisions)
    thing = next(f for f in decided.all(Finding) if f.text == MUCH)
    assert [(e.target, e.properties["state"]) for e in decided.edges_from(thing, "ABOUT")] == [("neglect", "confirmed")]
    assert next(f for f in decided.all(Finding) if f.text == STAFF).polarity == "shortfall"
    assert [row.place.quote for row in coding_rows(decided)] == ["=1+1 was written in the notes"]


def test_only_of_what_its_words_alone_told_can_a_row_say_that_it_is_none(graph: Graph) -> None:
    page: Any = sheets(graph)[PASSAGES]
    heads = {cell.value: cell.column for cell in page[1]}
    offered = {
        line[heads["quote"] - 1].value
        for line in page.iter_rows(min_row=2)
        for rule in page.data_validations.dataValidation
        if "no learning point" in rule.formula1 and line[heads["keep or drop"] - 1].coordinate in rule.sqref
    }
    assert offered == {DOOR}
    lists = [r for r in page.data_validations.dataValidation if r.formula1.startswith('"keep,drop')]
    held = [
        cell.coordinate for line in page.iter_rows(min_row=2) for cell in line if cell.column == heads["keep or drop"]
    ]
    assert [sum(cell in rule.sqref for rule in lists) for cell in held] == [1] * len(coding_rows(graph))


def test_what_is_none_leaves_the_graph_and_the_same_file_again_adds_nothing(
    graph: Graph, record: DocumentRecord
) -> None:
    book = sheets(graph)
    filled(book, DOOR, "safe-sleep", keep_or_drop="No learning point", note="a story")
    taken = returned(book, graph)
    assert taken.faults == []
    (none,) = taken.decisions
    assert isinstance(none, NotOne)
    assert (none.quote, none.document, none.by, none.note) == (DOOR, "Learning from Elder", "learning lead", "a story")
    decided = build([record], CODEBOOK, taken.decisions)
    assert DOOR not in {f.text for f in decided.all(Finding)}
    assert DOOR not in {row.place.quote for row in coding_rows(decided, every=True)}
    again = returned(book, decided, taken.decisions)
    assert (again.decisions, again.known, again.faults) == ([], 1, [])
    filled(book, DOOR, "safe-sleep", keep_or_drop="keep")
    (fault,) = returned(book, decided, taken.decisions).faults
    assert "take that out of decisions/none.yaml first" in fault


@pytest.mark.parametrize(
    ("quote", "cells", "fault"),
    [
        (STAFF, {"keep_or_drop": "no learning point"}, "it stands under a heading or was found by a rule"),
        (DOOR, {"keep_or_drop": "no action"}, "it was read as a learning point; write “no learning point”"),
        (DOOR, {"keep_or_drop": "none"}, "“none” is neither keep nor drop"),
        (DOOR, {"keep_or_drop": "no learning point", "add_theme": "Neglect"}, "choose one"),
    ],
)
def test_what_cannot_be_said_to_be_none_is_told_with_its_row(
    graph: Graph, quote: str, cells: dict[str, str], fault: str
) -> None:
    book = sheets(graph)
    filled(book, quote, "neglect" if quote == STAFF else "safe-sleep", **cells)
    taken = returned(book, graph)
    assert taken.decisions == []
    assert fault in taken.faults[0]


def test_a_row_whose_words_are_others_by_now_takes_nothing_out(graph: Graph) -> None:
    thing = next(f for f in graph.all(Finding) if f.text == DOOR)
    row = Returned(2, PASSAGES, thing.id, "Learning from Elder", "Other words", choice="no learning point")
    taken = take([row], graph, CODEBOOK, [], by="learning lead", on=DAY)
    assert taken.decisions == []
    assert "its words are not those that the decision quotes" in taken.faults[0]


def test_two_rows_of_one_passage_cannot_say_that_it_is_none_and_what_it_is_about(record: DocumentRecord) -> None:
    both = [point(DOOR, "safe-sleep", "neglect", by_wording=True)]
    review = record.reviews[0].model_copy(update={"findings": both})
    graph = build([record.model_copy(update={"reviews": [review]})], CODEBOOK)
    book = sheets(graph)
    filled(book, DOOR, "safe-sleep", keep_or_drop="no learning point")
    filled(book, DOOR, "neglect", keep_or_drop="drop")
    assert sorted(type(d).__name__ for d in returned(book, graph).decisions) == ["CodingDecision", "NotOne"]
    filled(book, DOOR, "neglect", keep_or_drop="keep")
    taken = returned(book, graph)
    assert [type(d).__name__ for d in taken.decisions] == ["CodingDecision"]
    assert "another row of the same passage says what it is about" in taken.faults[0]


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        ({"keep_or_drop": "perhaps"}, "“perhaps” is neither keep nor drop"),
        ({"add_theme": "Weather"}, "the codebook has no theme called “Weather”"),
        ({"polarity": "bad"}, "“bad” is none of what needs to improve"),
        ({"keep_or_drop": "keep", "on": "soon"}, "“soon” is no day; write it as 2026-03-02"),
        ({"note": "to be looked at"}, "holds a note and no decision"),
        ({"keep_or_drop": "keep", "id": "gone"}, "its id is not in the loaded documents"),
    ],
)
def test_what_cannot_be_taken_is_said_with_its_row(graph: Graph, cells: dict[str, str], fault: str) -> None:
    book = sheets(graph)
    filled(book, MUCH, "neglect", **cells)
    filled(book, MUCH, "safe-sleep", keep_or_drop="drop")
    taken = returned(book, graph)
    (sentence,) = taken.faults
    assert sentence.startswith(f"{PASSAGES}, row ")
    assert fault in sentence
    assert len(taken.decisions) == 1


def test_a_file_of_another_kind_is_refused_with_a_sentence() -> None:
    book = openpyxl.Workbook()
    out = io.BytesIO()
    book.save(out)
    with pytest.raises(WrongUse, match="is not a workbook that `goldenthread confirm export` made"):
        read_queue(out.getvalue(), "mine.xlsx")


def test_pairs_are_answered_with_yes_or_no(graph: Graph) -> None:
    one, other = (f.id for f in graph.all(Finding)[:2])
    places = [Place("Learning from Elder", 3, None, quote) for quote in ("first words", "other words")]
    pairs = [
        PairRow(f"POSSIBLY_SAME_AS # {one} # {other}", "may be the same", *places, "same age", ""),
        PairRow(f"RECURS_IN # {one} # {other}", "may be seen again", *places, "", ""),
    ]
    book = openpyxl.load_workbook(io.BytesIO(write_queue([], pairs, CODEBOOK, "a test")))
    filled(book, "first words", sheet=PAIRS, yes_or_no="no", note="two families")
    book[PAIRS].cell(3, 11).value = "yes"  # type: ignore[union-attr]
    different, link = returned(book, graph).decisions
    assert isinstance(different, Identity)
    assert (different.kind, {different.one, different.other}, different.note) == (
        "different",
        {one, other},
        "two families",
    )
    assert isinstance(link, LinkDecision)
    assert (link.relation, link.thing, link.other, link.choice) == ("RECURS_IN", one, other, "yes")
    assert (link.quote, link.other_quote) == ("first words", "other words")
