"""The story of the samples comes out of their documents: asked, said to be done, seen again; asked, closed, held."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from graph import model
from graph.codebook import load
from graph.declare import Node
from graph.derive import build
from graph.memory import Edge, Graph
from graph.text import key

SAMPLES = Path(__file__).resolve().parents[3] / "graph" / "samples"


@pytest.fixture(scope="module")
def graph() -> Graph:
    from loaders.extract import extract

    return build([extract(path) for path in sorted(SAMPLES.iterdir()) if path.suffix in (".txt", ".pdf")], load())


def asked(graph: Graph, words: str) -> model.Recommendation:
    (found,) = (r for r in graph.all(model.Recommendation) if words in key(r.text))
    return found


def edge_to(graph: Graph, source: Node, type_: str, words: str) -> Edge:
    (found,) = (e for e in graph.edges_from(source, type_) if words in key(graph.nodes["Finding"][e.target].text))  # type: ignore[attr-defined]
    return found


def test_recommendation_one_was_said_to_be_done_and_is_seen_again_twice(graph: Graph) -> None:
    first = asked(graph, "uses the escalation procedure")
    relaunched = [a for a in graph.targets(first, "DELIVERED_BY", model.Action) if "relaunched" in a.text]
    assert [a.status for a in relaunched] == ["complete-evidence-awaited"]
    for words in ("five of the eight cases", "the nursery and the health visitor did not"):
        said = edge_to(graph, first, "RECURS_IN", words).properties
        assert (said["type"], said["closure"], said["certainty"]) == ("R2", "said to be done", "probable")
        assert "relaunched" in str(said["why"])
    audit = [t for t in graph.sources(first, "TESTS", model.Assurance) if t.dateFrom == date(2020, 12, 14)]
    assert audit
    promised = [a for a in graph.targets(first, "DELIVERED_BY", model.Action) if a.promise and "every agency" in a.text]
    assert promised
    again = edge_to(graph, promised[0], "RECURS_IN", "the nursery and the health visitor did not")
    assert again.properties["type"] == "R1"


def test_recommendation_two_was_closed_by_record_and_held(graph: Graph) -> None:
    second = asked(graph, "give safe sleep advice to both parents")
    (closed,) = (e for e in graph.targets(second, "HAS_STATUS", model.StatusEvent) if e.closes)
    assert (closed.dateFrom, closed.dateTo) == (date(2021, 3, 18), date(2021, 3, 18))
    before = edge_to(graph, second, "RECURS_IN", "4 of the 10").properties
    assert (before["type"], before["closure"]) == ("R5", "none stated")
    assert "only later (18 March 2021)" in str(before["why"])
    assert edge_to(graph, second, "IMPROVED_IN", "9 of the 10").properties["certainty"] == "probable"
    assert [v.grade for v in graph.targets(second, "EVIDENCED_BY", model.Evidence)] == ["E3"]
    assert len(graph.sources(second, "TESTS", model.Assurance)) == 2
    assert not [e for e in graph.edges_from(second, "RECURS_IN") if e.properties["type"] == "R3"]


def test_a_promise_without_a_later_word_stays_silent(graph: Graph) -> None:
    (conference,) = (a for a in graph.all(model.Action) if "conference" in key(a.text))
    assert conference.promise
    assert not graph.edges_from(conference, "PROMISED_AGAIN_IN")
    assert not graph.edges_from(conference, "RECURS_IN")


def test_the_newsletter_says_who_tw_is(graph: Graph) -> None:
    (edge,) = (
        e
        for e in graph.edges_of("STATED_SAME_AS")
        if {graph.nodes["Case"][end].name for end in (e.source, e.target)} == {"TW", "Rowan"}
    )
    assert "Child Rowan" in str(edge.properties["quote"])


def test_nothing_is_joined_across_partnerships(graph: Graph) -> None:
    for type_ in ("RECURS_IN", "IMPROVED_IN", "DELIVERED_BY"):
        for edge in graph.edges_of(type_):
            assert edge.source.split("/")[0] == edge.target.split("/")[0]
