"""A first load into an empty Neo4j names the ends of relationships by Neo4j's own ids, and gives the same graph."""

from __future__ import annotations

from typing import Any

import pytest

from graph.errors import StoreError
from graph.store import Store, lanes, statements, sync
from graph.store.first import First
from graph.store.lanes import Lanes
from graph.store.rows import Group, grouped, of_item, parameters
from tests.graph.store.graphs import large, run, small

pytestmark = pytest.mark.neo4j


def operators(plan: dict[str, Any]) -> list[str]:
    below = [name for child in plan.get("children", ()) for name in operators(child)]
    return [plan["operatorType"].split("@")[0], *below]


def planned(store: Store, cypher: str) -> list[str]:
    def work() -> list[str]:
        with store._bolt._session() as session:
            return operators(session.run("EXPLAIN " + cypher, {"of": {"rows": []}}).consume().plan)

    return store._bolt.within(work)


@pytest.mark.parametrize("bare", [True, False])
@pytest.mark.parametrize("group", [("ABOUT", "Finding", "Theme"), ("OF", "Passage", "Document")])
def test_no_end_is_looked_for_in_an_index_or_among_all_nodes(
    neo4j_store: Store, group: tuple[str, str, str], bare: bool
) -> None:
    found = planned(neo4j_store, statements.first_edges(*group, bare=bare))
    assert found.count("NodeByElementIdSeek") == 2
    assert not [name for name in found if "Scan" in name or "IndexSeek" in name]


@pytest.mark.parametrize("graph", [small(), large(3000)], ids=["every kind of value", "two lanes"])
def test_the_graph_is_the_same_row_by_row(neo4j_store: Store, monkeypatch: pytest.MonkeyPatch, graph: Any) -> None:
    written: list[str] = []
    write = First.write
    monkeypatch.setattr(First, "write", lambda self, group, rows: written.append(group[0]) or write(self, group, rows))
    monkeypatch.setattr(sync, "ONE", 0)
    neo4j_store.sync(graph, collection="one", run=run(1))
    assert {*written} == {group[0] for group in grouped(graph)}
    assert neo4j_store.sync(graph, collection="one", run=run(2), again=True).total == 0  # asks for each row there
    assert {group for group in map(tuple, _kinds(neo4j_store)) if group[0] != "LOADED_IN"} == {
        group for group in grouped(graph) if len(group) == 3
    }


@pytest.mark.parametrize("cut", range(0, 12, 2))
def test_a_first_load_that_is_cut_off_between_two_batches_goes_on(
    neo4j_store: Store, monkeypatch: pytest.MonkeyPatch, cut: int
) -> None:
    left = iter([*[False] * cut, True])  # then nothing more is cut off
    write = First.write

    def cut_off(self: First, group: Group, rows: list[dict[str, Any]]) -> int:
        if next(left, True):
            raise StoreError("cut off", "here", "")
        return write(self, group, rows)

    monkeypatch.setattr(First, "write", cut_off)
    monkeypatch.setattr(sync, "ONE", 0)
    monkeypatch.setattr(lanes, "BATCH", 25)
    graph = large(60)
    with pytest.raises(StoreError, match="cut off"):
        neo4j_store.sync(graph, collection="one", run=run(1))
    unfinished = "MATCH (n:LoadRun) WHERE n.finishedAt IS NULL RETURN n.id AS id"
    assert neo4j_store.read(unfinished) == [{"id": "run-1"}]
    neo4j_store.sync(graph, collection="one", run=run(2))
    assert neo4j_store.compare(graph, "one")[0].total == 0  # asks for each row there
    counts = neo4j_store.counts()
    rows = grouped(graph)
    assert counts["nodes"] == 1 + sum(len(items) for group, items in rows.items() if len(group) == 1)
    assert counts["relationships"] == 1 + sum(len(items) for group, items in rows.items() if len(group) == 3)
    assert not neo4j_store.read(unfinished)


def _kinds(store: Store) -> list[list[str]]:
    found = store.read("MATCH (a)-[r]->(b) RETURN DISTINCT type(r) AS t, labels(a)[0] AS a, labels(b)[0] AS b")
    return [[r["t"], r["a"], r["b"]] for r in found]


def test_a_relationship_without_a_written_end_is_said(neo4j_store: Store) -> None:
    groups = {group: [parameters(i, of_item(i)) for i in items] for group, items in grouped(small()).items()}

    def write() -> None:
        with Lanes(neo4j_store._bolt, True, lambda group, number: None) as lanes:
            for group in (("Finding",), ("Document",), ("STATED_IN", "Finding", "Passage")):
                lanes.put(group, groups[group])

    with pytest.raises(StoreError, match="2 of 2 STATED_IN could not be written"):
        write()


def test_ids_of_nodes_that_are_gone_or_of_another_kind_are_no_ends(neo4j_store: Store) -> None:
    first = First(neo4j_store._bolt)
    groups = {group: [parameters(i, of_item(i)) for i in items] for group, items in grouped(small()).items()}
    for label in ("Finding", "Passage"):
        assert first.write((label,), groups[(label,)]) == 2
    neo4j_store._bolt.run("MATCH (f:Finding {id: 'd1-f0'}) REMOVE f:Finding SET f:Note")
    group = ("STATED_IN", "Finding", "Passage")
    assert first.write(group, groups[group]) == 1
    neo4j_store._bolt.run("MATCH (n:Note) DELETE n")
