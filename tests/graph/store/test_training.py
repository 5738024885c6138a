"""What the engine is taught with is of the model alone, is all of it, and every question can be asked of it."""

from __future__ import annotations

import pytest

from graph.declare import NODES, RELATIONSHIPS
from graph.questions import questions
from graph.store import Store
from graph.store.training import MADE_UP, fill, made_up


def test_it_holds_every_kind_of_node_and_of_relationship_and_nothing_real() -> None:
    graph, run = made_up()
    assert {*graph.nodes, run.label} == set(NODES)
    found = {(edge.source_label, edge.type, edge.target_label) for edge in graph.edges.values()}
    of_model = {(source, r.type, target) for r in RELATIONSHIPS.values() for source, target in r.triples}
    assert {triple for triple in of_model if run.label not in triple} == found
    assert all(node.name.startswith(MADE_UP) for nodes in graph.nodes.values() for node in nodes.values())


@pytest.mark.embedded
def test_it_is_loaded_and_asked_every_question(embedded_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    import graph.questions

    asked = []
    real = graph.questions.ask
    monkeypatch.setattr(graph.questions, "ask", lambda store, id_: asked.append(id_) or real(store, id_))
    fill(embedded_store)
    assert asked == [question.id for question in questions().values() if not question.needs]
    assert embedded_store.counts()["Finding"] == 2
