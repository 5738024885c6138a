"""Loads are compared on servers that are warm and empty, writer by writer in turns."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from benchmarks import load
from graph.memory import Graph
from graph.store import Store
from tests.graph.store.graphs import run, small


@pytest.mark.neo4j
@pytest.mark.skipif("NEO4J_URI" in os.environ, reason="a server that is somebody's keeps its indexes")
def test_an_emptied_server_has_what_a_new_one_has(neo4j_store: Store, empty_neo4j: dict[str, str]) -> None:
    def held() -> list[Any]:
        return [
            neo4j_store.read("MATCH (n) RETURN count(n) AS n"),
            neo4j_store.read("SHOW CONSTRAINTS YIELD name"),
            neo4j_store.read("SHOW INDEXES YIELD type WHERE type <> 'LOOKUP' RETURN type"),
        ]

    neo4j_store.sync(small(), collection="one", run=run(1))
    neo4j_store._bolt.run("CREATE INDEX of_another IF NOT EXISTS FOR (n:Another) ON (n.id)")
    assert all(held())
    load.emptied(
        SimpleNamespace(uri=empty_neo4j["address"], username=empty_neo4j["username"], password=empty_neo4j["password"])
    )
    assert held() == [[{"n": 0}], [], []]


def test_every_writer_keeps_its_server_and_finds_it_empty_each_round(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    done: list[tuple[str, str]] = []

    @contextmanager
    def server(place: Path, apoc: bool = False) -> Iterator[Any]:
        done.append(("started", place.name))
        yield place.name

    def wrote(running: Any) -> load.Round:
        done.append(("wrote", running))
        return {"first": load.Took(len(done), 0, 0)}

    monkeypatch.setattr(load, "server", server)
    monkeypatch.setattr(load, "emptied", lambda running: done.append(("emptied", running)))
    monkeypatch.setattr(load, "on_neo4j", lambda running, *_: wrote(running))
    monkeypatch.setattr(load, "of_peer", lambda who, rows, running: wrote(running))
    took = load.in_turns(tmp_path, Graph(), Graph(), 2)
    writers = [load.OURS, *load.PEERS]
    turn = [(what, who) for who in writers for what in ("emptied", "wrote")]
    assert done == [("started", who) for who in writers] + turn * 2
    assert {who: len(rounds) for who, rounds in took.items()} == dict.fromkeys(writers, 2)
