"""Where a document says that learning gave rise to a recommendation, or that one recommendation went into another."""

from __future__ import annotations

from pathlib import Path

from graph import model
from graph.codebook import load
from graph.derive import build
from graph.memory import Graph
from graph.records import Recommendation
from loaders.extract import extract

TITLE = """Ashmere Safeguarding Children Partnership

Local Child Safeguarding Practice Review: Wren

Published March 2024

"""
SAID = """Learning

- Step-down plans did not name a lead worker, which led to recommendation 2.
- Fathers were not spoken to.

Recommendations

1. The partnership should record fathers.
2. The partnership should name a lead worker in every step-down plan.
3. The partnership should review the step-down form.

Progress on recommendations

Recommendation 3 has been merged into recommendation 2.
"""
TURNS = """Findings: fathers

- Fathers were not spoken to.

Recommendations

1. The partnership should record fathers.

Findings: step-down

- Step-down plans did not name a lead worker.

Recommendations

2. The partnership should name a lead worker.
"""


def read(folder: Path, text: str) -> tuple[dict[str, Recommendation], Graph]:
    path = folder / "wren.txt"
    path.write_text(TITLE + text, encoding="utf-8")
    record = extract(path)
    (review,) = record.reviews
    return {r.ref or "": r for r in review.recommendations}, build([record], load())


def ends(graph: Graph, type_: str) -> set[tuple[str, str, object]]:
    return {
        (
            str(getattr(graph.nodes[e.source_label][e.source], "text", ""))[:24],
            str(getattr(graph.nodes[e.target_label][e.target], "text", ""))[:24],
            e.properties["certainty"],
        )
        for e in graph.edges_of(type_)
    }


def test_learning_that_says_it_led_to_a_recommendation(tmp_path: Path) -> None:
    asked, graph = read(tmp_path, SAID)
    (link,) = asked["2"].arises_from
    assert link.basis == "said"
    assert "led to recommendation 2" in link.quote
    assert not asked["1"].arises_from
    assert ends(graph, "GAVE_RISE_TO") == {("Step-down plans did not ", "The partnership should n", "stated")}


def test_a_stated_merge_is_a_link_and_moves_no_duty(tmp_path: Path) -> None:
    asked, graph = read(tmp_path, SAID)
    assert asked["3"].merged_into
    assert asked["3"].merged_into.other == "2"
    assert ends(graph, "MERGED_INTO") == {("The partnership should r", "The partnership should n", "stated")}
    merged = [r for r in graph.all(model.Recommendation) if r.ref and "3" in r.ref]
    assert not [e for r in merged for e in graph.targets(r, "HAS_STATUS", model.StatusEvent) if e.closes]


def test_learning_and_its_own_recommendations_that_take_turns(tmp_path: Path) -> None:
    asked, graph = read(tmp_path, TURNS)
    assert [[one.other for one in asked[n].arises_from] for n in ("1", "2")] == [
        ["Fathers were not spoken to."],
        ["Step-down plans did not name a lead worker."],
    ]
    assert {sure for _, _, sure in ends(graph, "GAVE_RISE_TO")} == {"probable"}


def test_all_learning_before_all_recommendations_says_nothing_of_which_from_which(tmp_path: Path) -> None:
    together = SAID.replace(", which led to recommendation 2", "").split("Progress")[0]
    _, graph = read(tmp_path, together)
    assert not list(graph.edges_of("GAVE_RISE_TO"))


def test_a_plan_to_merge_is_no_merge(tmp_path: Path) -> None:
    _, graph = read(tmp_path, SAID.replace("has been merged", "will be merged"))
    assert not list(graph.edges_of("MERGED_INTO"))


def test_learning_and_recommendation_in_one_row(tmp_path: Path) -> None:
    from docx import Document

    made = Document()
    for line in TITLE.strip().split("\n\n"):
        made.add_heading(line, 1)
    made.add_heading("Learning and recommendations", 1)
    table = made.add_table(rows=3, cols=2)
    cells = (
        ("Learning", "Recommendation"),
        ("Fathers were not spoken to.", "The partnership should record fathers."),
        ("Plans did not name a lead worker.", "The partnership should name a lead worker."),
    )
    for row, texts in zip(table.rows, cells, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    made.save(str(tmp_path / "wren.docx"))
    record = extract(tmp_path / "wren.docx")
    asked = [r for one in (record, *record.reviews) for r in one.recommendations]
    assert [[link.other for link in r.arises_from] for r in asked] == [
        ["Fathers were not spoken to."],
        ["Plans did not name a lead worker."],
    ]
    assert {link.basis for r in asked for link in r.arises_from} == {"same row"}
