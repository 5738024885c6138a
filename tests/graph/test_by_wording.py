"""Answers, traces and pages say what was taken by its words alone: in every row, in every count, in one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document
from rich.console import Console

from graph.marks import MARK, rests_only
from graph.questions import Answer, ask
from graph.store import Store, open_store
from graph.trace import trace
from graph.views.briefs import write_brief
from graph.views.explorer.holding import held
from graph.views.rows import as_csv
from graph.views.table import print_rows
from graph.views.trace_text import render
from graph.views.workbook import write_workbook
from tests.engines import clear
from tests.graph.small import ENGINES, without_runs
from tests.small_graph import small_graph
from tests.status_graph import status_graph

CHALLENGE, BRUISING = "professional-challenge", "bruising-non-mobile"
BRUISE = "A bruise on a baby was not referred the same day."
# A review's point and its document's, of two on the theme; a later one of two accounts that are seen again.
TAKEN = ("brief22/f1", "digest23/f9", "joint21/f1", "digest23/f1")
OWED = ("f1", "f8", "a1")


def opened(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, made: Any) -> Iterator[Store]:
    graph, run = without_runs(made)
    if request.param == "neo4j":
        server = request.getfixturevalue("neo4j_server")
        clear(server)
        held = open_store(**server)
    else:
        held = open_store(str(tmp_path_factory.mktemp("taken") / "collection"))
    with held as store:
        store.sync(graph, collection=run.collection, run=run)
        yield store


@pytest.fixture(scope="module", params=ENGINES)
def small_store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    yield from opened(request, tmp_path_factory, small_graph(TAKEN))


@pytest.fixture(scope="module", params=ENGINES)
def status_store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    yield from opened(request, tmp_path_factory, status_graph(OWED))


def picked(store: Store, id_: str, *columns: str, **params: str) -> list[tuple[Any, ...]]:
    return [tuple(row[c] for c in columns) for row in ask(store, id_, params).rows]


def marked(answer: Answer) -> set[str]:
    return {item["quote"] for row in answer.rows for item in row["evidence"] if "by_wording" in item}


def test_a_theme_that_rests_on_nothing_else_says_so(small_store: Store) -> None:
    columns = ("theme", "reviews", "tests", "documents", "by_wording", "only_by_wording")
    assert [row for row in picked(small_store, "recurring-themes", *columns) if row[4]] == [
        (CHALLENGE, 3, 1, 1, 1, False),
        (BRUISING, 1, 0, 1, 2, True),
    ]
    # the later account was taken so as well, but a person confirmed that it is seen again: that is a yes to it
    assert [row for row in picked(small_store, "recurring-themes", *columns, partnership="NSCP") if row[4]] == [
        (BRUISING, 0, 0, 1, 1, True)
    ]
    rows = picked(small_store, "theme-across-partnerships", "theme", "partnership", *columns[4:])
    assert [row for row in rows if row[2]] == [
        (BRUISING, "Eastvale Safeguarding Partnership", 1, True),
        (BRUISING, "Northmere Safeguarding Children Partnership", 1, True),
        (CHALLENGE, "Northmere and Eastvale", 1, True),
    ]
    rows = picked(small_store, "theme-through-time", "theme", "year", *columns[4:])
    assert [row for row in rows if row[2]] == [
        (BRUISING, "2022", 1, True),
        (BRUISING, "up to 2023", 1, True),
        (CHALLENGE, "2018 to 2021", 1, True),
    ]


@pytest.mark.parametrize("counted", [{}, {"passages": "6"}], ids=["at load", "asked"])
def test_themes_together_say_how_much_of_it_is_such(small_store: Store, counted: dict[str, str]) -> None:
    columns = ("theme", "other", "both", "by_wording", "only_by_wording")
    rows = [row for row in picked(small_store, "theme-combinations", *columns, **counted) if row[3]]
    assert rows == [
        (BRUISING, "domestic-abuse", 1, 1, True),
        (BRUISING, "parental-substance-misuse", 1, 1, True),
        (BRUISING, CHALLENGE, 1, 1, True),
    ]


def test_gaps_say_how_much_of_their_learning_is_such(small_store: Store) -> None:
    links = ("theme", "learning_points", "actions", "by_wording")
    assert picked(small_store, "missing-links", *links)[0] == (BRUISING, 1, 1, 1)


def test_other_counts_say_how_much_of_them_is_such(status_store: Store) -> None:
    columns = ("service", "theme", "to_improve", "by_wording", "only_by_wording")
    for more in ({}, {"passages": "6"}):
        spoken = [row for row in picked(status_store, "agency-types-by-theme", *columns, **more) if row[3]]
        assert spoken == [("Social care", "step-down", 1, 1, True)]
    again = ("seen_again", "by_wording")
    assert picked(status_store, "recommendations-of-review", *again, review="Elm")[0] == (1, 1)
    assert picked(status_store, "said-before", *again, text="a step-down checklist is to be used")[0] == (1, 1)
    assert picked(status_store, "tackled-elsewhere", *again, theme="step-down") == [(0, 0), (0, 0)]


def test_the_passages_of_every_question_are_marked_and_counted(small_store: Store) -> None:
    """Not one of them asks for it; a printed figure is read by a rule whatever its sentence was taken for."""
    procedure = "The bruising procedure is not always followed."
    answer = ask(small_store, "recurring-themes")
    assert marked(answer) == {procedure, BRUISE, "Across both areas escalation came late."}
    assert answer.marked.startswith("Of the 12 passages shown, 3 were taken by their words alone")
    assert marked(ask(small_store, "closed-but-recurred")) == {procedure}
    assert ask(small_store, "printed-statistics").marked == ""
    (row,) = ask(small_store, "provenance", {"text": BRUISE}).rows
    assert (row["by_wording"], rests_only(row)) == (True, True)


def test_a_row_says_whether_it_rests_on_nothing_else(status_store: Store) -> None:
    answer = ask(status_store, "follow-theme", {"theme": "step-down"})
    assert {row["text"] for row in answer.rows if rests_only(row)} == {
        "Cases were stepped down by social care without a plan.",
        "A step-down checklist was issued.",
        "The checklist was not used in half of the cases.",
    }
    assert answer.marked.startswith("Of the 6 passages behind these rows, 3 were taken by their words alone")
    assert answer.json()["caveats"][-1] == answer.marked
    assert answer.coverage["by_wording"] == len(OWED)
    (row, *_) = ask(status_store, "recommendations-of-review", {"review": "Elm"}).rows
    assert (row["evidence_by_wording"], rests_only(row)) == (1, False)


def test_what_is_sent_is_marked_too(small_store: Store) -> None:
    answer = ask(small_store, "recurring-themes", to_be_sent=True)
    assert BRUISE in marked(answer)
    assert answer.marked.startswith("Of the 12 passages shown, 3 were taken by their words alone")
    theme = ask(small_store, "follow-theme", {"theme": CHALLENGE}, to_be_sent=True)  # of what is in it, and no more
    assert theme.marked.startswith("Of the 8 passages shown, 1 was taken by its words alone")


# --- where people read it -------------------------------------------------------------------------------------------


def on_terminal(printed: Any) -> str:
    console = Console(file=StringIO(), width=200)
    printed(console)
    return str(console.file.getvalue())  # type: ignore[attr-defined]


def test_a_row_on_the_terminal_and_in_csv_is_marked_beside_its_place(small_store: Store) -> None:
    answer = ask(small_store, "recurring-themes")
    told = on_terminal(lambda console: print_rows(console, answer.columns, answer.rows))
    bruising = next(block for block in told.split("\n\n") if "Bruising" in block[:40])
    challenge = next(block for block in told.split("\n\n") if "challenge" in block[:40])
    assert f"Bruising in non-mobile babies ({MARK})" in bruising
    assert f"{MARK}: 2" in bruising
    assert f"“{BRUISE}” (Eastvale briefing 2022, line 5, {MARK})" in bruising
    assert challenge.count(MARK) == 2  # the count, and one quotation
    assert f"(Eastvale briefing 2022, line 5, {MARK})" in as_csv(answer.columns, answer.rows)


def test_a_workbook_counts_and_marks_them(small_store: Store, tmp_path: Path) -> None:
    answer = ask(small_store, "recurring-themes", to_be_sent=True)
    path = write_workbook([answer], tmp_path / "a.xlsx", made_on=date(2026, 1, 2))
    notes, table, evidence = openpyxl.load_workbook(path).worksheets
    heads = [cell.value for cell in table[3]]
    rows = [dict(zip(heads, row, strict=True)) for row in table.iter_rows(min_row=4, values_only=True)]
    (bruising,) = (row for row in rows if row["theme"] == BRUISING)
    assert (bruising["passages"], bruising["passages by words alone"], bruising["only by wording"]) == (2, 2, "yes")
    told = {row[6]: row[7] for row in evidence.iter_rows(min_row=4, values_only=True)}
    assert {words for words, mark in told.items() if mark == "yes"} == marked(answer)
    assert answer.marked in {row[2] for row in notes.iter_rows(min_row=4, values_only=True)}


def test_a_trace_marks_its_steps_and_says_how_many(small_store: Store) -> None:
    found = trace(small_store, "escalation")
    (late,) = (step for step in found.steps if step.by_wording)
    assert late.text == "Across both areas escalation came late."
    assert [item["by_wording"] for item in late.json()["evidence"]] == [True]
    assert found.json()["caveats"] == found.caveats
    assert found.caveats[0].startswith(f"Of the {len(found.steps)} steps, 1 was taken by its words alone")
    told = on_terminal(lambda console: render(found, console))
    assert f"Joint themes 2018-21, p. 4, {MARK}" in told
    assert found.caveats[0] in " ".join(told.split())
    # the sentences count what they rest on
    again = next(
        item for item in trace(small_store, "bruising in non-mobile babies").summary if item.name == "Seen again"
    )
    assert again.text.endswith("By words alone: 1 of 1.")
    assert again.short.endswith("By words alone: 1 of 1.")


@pytest.mark.parametrize("internal", [True, False])
def test_the_explorer_knows_them_and_its_picture_says_where_nothing_else_is_told(
    small_store: Store, internal: bool
) -> None:
    page = held(small_store, internal=internal)
    taken = {fact["text"] for fact in page["facts"] if fact.get("by_wording")}
    assert taken >= {BRUISE, "Across both areas escalation came late."}
    assert len(taken) == 3
    assert page["mark"]["short"] == MARK
    labels = {node["id"]: node["label"].split("\n")[-1] for node in page["overview"]["nodes"]}
    assert labels[BRUISING] == f"2, {MARK}"
    assert labels[CHALLENGE].endswith("confirmed")


def test_a_briefing_counts_and_marks_them(small_store: Store, tmp_path: Path) -> None:
    path = write_brief(
        "scrutiny", lambda id_, **p: ask(small_store, id_, p), {}, tmp_path / "b.docx", made_on=date(2026, 1, 2)
    )
    paper = Document(str(path))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    assert f"1 review, 0 confirmed, of 5 (2 {MARK})" in cells
    assert any(f"Eastvale briefing 2022, line 5 ({MARK})" in text for text in cells)
    assert any(text.startswith("Of the ") and "were taken by their words alone" in text for text in cells)
    said = " ".join(paragraph.text for paragraph in paper.paragraphs)
    assert "1 gap between learning, recommendation and action (1 of them, at least in part, by words alone)" in said
