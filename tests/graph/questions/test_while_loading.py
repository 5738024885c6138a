"""An answer is from before a load or after it; where that cannot be, it says so."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from importlib.metadata import version
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from graph.export import LOADING, export
from graph.made_by import rules
from graph.memory import Graph
from graph.model import Finding
from graph.questions import ask, find_question
from graph.questions.library import statement
from graph.questions.run import coverage
from graph.questions.settled import CHANGED, outdated, settled
from graph.store import Store, sync
from graph.trace import trace
from graph.views.explorer import write_page
from graph.views.trace_text import render
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


def said_by(store: Store, place: Path) -> dict[str, str]:
    """What the answer, the thread, the page and the files say, the last two beside what they tell."""
    told: list[str] = []
    page = write_page(store, place / "page.html", tell=told.append).read_text("utf-8")
    export(store, place / "files", "csv", tell=told.append)
    beside = place / "files" / LOADING
    console = Console(file=StringIO(), width=500)
    render(trace(store, "Safe sleep"), console)
    return {
        "answer": " ".join(ask(store, QUESTION, {"theme": "Safe sleep"}).json()["caveats"]),
        "thread": console.file.getvalue(),  # type: ignore[attr-defined]
        "thread as JSON": " ".join(trace(store, "no such thing").json()["notes"]),
        "page": page.partition("<header>")[0],
        "files": beside.read_text("utf-8") if beside.exists() else "",
        "told": " ".join(told),
    }


def test_a_load_that_has_not_ended_is_said(
    embedded_store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def stop(*_told: object) -> None:
        raise KeyboardInterrupt

    embedded_store.sync(small(), collection="one", run=run(1))
    with monkeypatch.context() as patch:
        patch.setattr(sync, "ONE", 0)
        patch.setattr(sync.Sync, "_finish", stop)
        with pytest.raises(KeyboardInterrupt):
            embedded_store.sync(edited(), collection="one", run=run(2))
    for where, text in said_by(embedded_store, tmp_path).items():
        assert "A load that began 2025-01-02T09:00 has not ended" in text, where
    embedded_store.sync(edited(), collection="one", run=run(3))
    for where, text in said_by(embedded_store, tmp_path).items():
        assert "has not ended" not in text, where


def test_what_is_read_while_a_load_ends_is_read_again(embedded_store: Store) -> None:
    embedded_store.sync(small(), collection="one", run=run(1))
    times: list[int] = []

    def texts() -> set[str]:
        times.append(1)
        found = {row["text"] for row in embedded_store.nodes("Finding")}
        if len(times) == 1:
            embedded_store.sync(edited(), collection="one", run=run(2))
        return found

    assert settled(embedded_store, texts) == ({"Afterwards"}, [])
    assert len(times) == 2


def test_what_never_comes_to_rest_is_said(embedded_store: Store) -> None:
    number = iter(range(1, 9))

    def loading() -> None:
        which = next(number)
        embedded_store.sync((small, edited)[which % 2](), collection="one", run=run(which))

    _, said = settled(embedded_store, loading)
    assert said == [CHANGED]


def test_the_last_load_is_named_also_where_the_clock_was_set_back(embedded_store: Store) -> None:
    embedded_store.sync(small(), collection="one", run=run(9))
    embedded_store.sync(edited(), collection="one", run=run(4))
    assert coverage(embedded_store)["load"] == "run-4"
    assert [(r["id"], r["number"]) for r in embedded_store.nodes("LoadRun")] == [("run-4", 2), ("run-9", 1)]


def test_a_graph_that_other_rules_made_says_so_until_it_is_loaded_again(
    embedded_store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(sync, "rules", lambda: "of another version")
        embedded_store.sync(small(), collection="one", run=replace(run(1), version="0.0.9"))
    for where, text in said_by(embedded_store, tmp_path).items():
        assert "loaded by golden-thread 0.0.9, with other rules" in text, where
        assert "goldenthread load --rebuild" in text, where
    changes = embedded_store.sync(small(), collection="one", run=run(2))
    assert changes.total == 0  # its facts are the same, and that they are by these rules is noted
    for where, text in said_by(embedded_store, tmp_path).items():
        assert "other rules" not in text, where
    embedded_store.sync(small(), collection="one", run=run(3))
    assert [r["load"] for r in embedded_store.read(statement("shared/loads"))] == ["run-1", "run-2"]


def test_rules_that_changed_within_one_version_are_told_apart() -> None:
    now = {"load": "1", "begun": "", "finished": "", "version": version("golden-thread"), "rules": rules()}
    assert outdated([]) is None
    assert outdated([now | {"rules": "other"}, now]) is None
    assert "loaded by another build of golden-thread" in str(outdated([now, now | {"rules": "other"}]))
    assert "loaded by golden-thread 0.0.1," in str(outdated([now | {"rules": None, "version": "0.0.1"}]))
