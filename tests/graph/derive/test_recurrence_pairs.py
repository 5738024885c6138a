"""How often "seen again" and "seen improved" are right on the published documents, against pairs judged by reading."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from graph.codebook import load
from graph.derive import build
from graph.memory import Graph
from graph.text import digest, key

PAIRS = Path(__file__).with_name("recurrence_pairs.yaml")
SAMPLES = Path(__file__).resolve().parents[3] / "graph" / "samples"
Pair = tuple[str, str, str]


def labelled() -> tuple[set[Pair], set[Pair]]:
    rows = yaml.safe_load(PAIRS.read_text("utf-8"))
    same, other = ({(type_, *p) for type_, of in rows[name].items() for p in of} for name in ("same", "other"))
    return same, other


def told(graph: Graph, label: str, id_: str) -> str:
    return digest(key(graph.nodes[label][id_].text))  # type: ignore[attr-defined]


@pytest.mark.reviews
def test_what_is_seen_again_is_the_same_practice(reviews: Path) -> None:
    from tests.published import extracted

    files = [*sorted(reviews.glob("*.txt")), *sorted((reviews / "pdf").glob("*.pdf")), *sorted(SAMPLES.iterdir())]
    graph = build([extracted(path) for path in files if path.suffix in (".txt", ".pdf")], load())
    texts = {told(graph, label, id_) for label in ("Finding", "Recommendation", "Action") for id_ in graph.nodes[label]}
    joined = {
        (e.type, told(graph, e.source_label, e.source), told(graph, e.target_label, e.target))
        for type_ in ("RECURS_IN", "IMPROVED_IN")
        for e in graph.edges_of(type_)
    }
    same, other = ({p for p in pairs if {p[1], p[2]} <= texts} for pairs in labelled())
    assert len(same) >= 60, "the reader now cuts sentences differently: label anew"
    assert len(other) >= 60, "the reader now cuts sentences differently: label anew"
    right, wrong = len(joined & same), len(joined & other)
    print(f"{right} right, {wrong} wrong, of {len(same)} + {len(other)}")
    assert right / (right + wrong) >= 0.8
    assert right / len(same) >= 0.7
