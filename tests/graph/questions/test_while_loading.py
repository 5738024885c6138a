"""An answer is from before a load or after it; where that cannot be, it says so."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from graph.memory import Graph
from graph.model import Finding
from graph.questions import ask, find_question
from graph.questions.run import coverage
from graph.store import Store, sync
from tests.graph.store.graphs import run, small

pytestmark = pytest.mark.embedded
QUESTION = "follow-theme"


class Meanwhile:
    """The real store; right after the question itself is read for the first time, something else happens."""

    def __init__(self, store: Store, then: Callable[[], object]) -> None:
        self.store, self.then, self.asked = store, then, 0

    def read(self, cypher: str, params: Mapping[str, Any] | None = None, **limit: Any) -> list[dict[str, Any]]:
        rows = self.store.read(cypher, params, **limit)
        if cypher == find_question(QUESTION).text:
            self.asked += 1
            if self.asked == 1:
                self.then()
        return rows


def edited() -> Graph:
    graph = small()
    for finding in graph.all(Finding):
        graph.change(finding, text="Afterwards")
    return graph


def test_a_load_that_ends_meanwhile_has_the_question_asked_again(embedded_store: Store) -> None:
    embedded_store.sync(small(), collection="one", run=run(1))
    between = Meanwhile(embedded_store, lambda: embedded_store.sync(edited(), collection="one", run=run(2)))
    answer = ask(between, QUESTION, {"theme": "Safe sleep"})
    assert between.asked == 2
    assert answer.rows
    assert answer.rows == ask(embedded_store, QUESTION, {"theme": "Safe sleep"}).rows
    assert answer.coverage["load"] == "run-2"
    assert not [note for note in answer.notes if "load" in note.lower()]


def test_a_load_that_has_not_ended_is_said(embedded_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_told: object) -> None:
        raise KeyboardInterrupt

    embedded_store.sync(small(), collection="one", run=run(1))
    with monkeypatch.context() as patch:
        patch.setattr(sync, "ONE", 0)
        patch.setattr(sync.Sync, "_finish", stop)
        with pytest.raises(KeyboardInterrupt):
            embedded_store.sync(edited(), collection="one", run=run(2))
    said = ask(embedded_store, QUESTION, {"theme": "Safe sleep"}).json()["caveats"]
    assert "A load that began 2025-01-02T09:00 has not ended" in " ".join(said)
    embedded_store.sync(edited(), collection="one", run=run(3))
    assert "has not ended" not in " ".join(ask(embedded_store, QUESTION, {"theme": "Safe sleep"}).json()["caveats"])


def test_the_last_load_is_named_also_where_the_clock_was_set_back(embedded_store: Store) -> None:
    embedded_store.sync(small(), collection="one", run=run(9))
    embedded_store.sync(edited(), collection="one", run=run(4))
    assert coverage(embedded_store)["load"] == "run-4"
    assert [(r["id"], r["number"]) for r in embedded_store.nodes("LoadRun")] == [("run-4", 2), ("run-9", 1)]
