"""What is kept of the last load beside a store saves asking it, and is never believed where it may be wrong."""

from __future__ import annotations

import random
import zlib
from pathlib import Path

import pytest

from graph.export import export_csv
from graph.memory import Graph
from graph.model import Agency, Document, Finding, Passage
from graph.store import Store, open_store
from graph.store.chunks import MOST
from graph.store.parts import Parts
from graph.store.rows import grouped
from graph.store.statements import constraint
from tests.graph.store.graphs import large, run


def facts(store: Store, place: Path) -> dict[str, bytes]:
    export_csv(store, place, facts=True)
    return {p.name: p.read_bytes() for p in sorted(place.iterdir())}


def by_hand(store: Store, cypher: str) -> None:
    store._bolt.write(lambda transaction: transaction.run(cypher).consume())


def without(graph: Graph, finding: Finding) -> None:
    """Take a finding and its passage out."""
    for node in (finding, Passage(id=f"p-{finding.id}", name="", quote="")):
        for edge in [e for e in graph.edges.values() if node.id in (e.source, e.target)]:
            graph.unlink(edge)
        del graph.nodes[node.label][node.id]


def test_one_row_more_changes_its_own_chunk_only() -> None:
    before, after, items = Parts(large(3000)), Parts(large(3001)), grouped(large(3001))
    for group in before.numbers:
        old = {chunk.hash for chunk in before.chunks(group)}
        chunks = after.chunks(group)
        assert [item for chunk in chunks for item in chunk.items()] == items[group]
        assert len([chunk for chunk in chunks if chunk.hash not in old]) <= 2, group
    assert len(before.chunks(("Finding",))) > 3


def test_whether_a_chunk_ends_is_asked_of_each_node_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bytes] = []
    crc32 = zlib.crc32
    monkeypatch.setattr(zlib, "crc32", lambda id_: asked.append(id_) or crc32(id_))
    graph = large(3000)
    parts = Parts(graph)
    assert all(chunk.number <= MOST for group in parts.numbers for chunk in parts.chunks(group))
    assert len(asked) == sum(map(len, graph.nodes.values()))


@pytest.mark.embedded
def test_any_edits_give_the_graph_that_a_first_load_gives(tmp_path: Path) -> None:
    chance = random.Random(5)
    graph = large(400)
    with open_store(str(tmp_path / "kept")) as store:
        store.sync(graph, collection="one", run=run(1))
        for number in range(2, 4):
            for finding in chance.sample(graph.all(Finding), 20):
                if chance.random() < 0.5:
                    graph.change(finding, text=f"edited in {number}")
                else:
                    without(graph, finding)
            made = store.sync(graph, collection="one", run=run(number))
            assert made.changed
            assert made.removed
            assert not made.added
            assert store.sync(graph, collection="one", run=run(10 + number)).total == 0
        kept = facts(store, tmp_path / "a")
    with open_store(str(tmp_path / "fresh")) as store:
        store.sync(graph, collection="one", run=run(1))
        assert facts(store, tmp_path / "b") == kept


def test_what_goes_with_a_node_and_what_goes_alone_are_both_gone(store: Store, tmp_path: Path) -> None:
    sent, graph = tmp_path / "sent", large(300)
    store.sync(graph, collection="one", run=run(1), sent=sent)
    findings = graph.all(Finding)
    without(graph, findings[3])
    alone = next(e for e in graph.edges.values() if e.type == "ABOUT" and e.source == findings[5].id)
    graph.unlink(alone)
    graph.add(Document(id="d2", name="Other", source="elm/other.txt", kind="other", file="other.txt"))
    made = store.sync(graph, collection="one", run=run(2), sent=sent)
    assert made.removed_by == {"Finding": 1, "Passage": 1, "ABOUT": 3, "STATED_IN": 1, "OF": 1}
    assert {(r["source_id"], r["target_id"]) for r in store.edges("LOADED_IN")} == {("d9", "run-1"), ("d2", "run-2")}
    assert store.counts()["ABOUT"] == 2 * 300 - 3
    assert store.sync(graph, collection="one", run=run(3), sent=sent, again=True).total == 0  # every row was asked for


@pytest.mark.embedded
def test_what_was_done_by_hand_is_mended(tmp_path: Path) -> None:
    graph = large(300)
    with open_store(str(tmp_path / "one")) as store:
        store.sync(graph, collection="one", run=run(1))
        by_hand(store, "MATCH (f:Finding {id: 'f7'}) DETACH DELETE f")
        assert store.sync(graph, collection="one", run=run(2)).added_by == {"Finding": 1, "ABOUT": 2, "STATED_IN": 1}
        by_hand(store, "MATCH (f:Finding {id: 'f8'}) SET f.rowHash = 'other', f.text = 'other'")
        assert store.sync(graph, collection="one", run=run(3)).total == 0  # a change in place is not looked for …
        assert store.sync(graph, collection="one", run=run(4), again=True).changed == 1  # … until it is asked for
        assert store.read("MATCH (f:Finding {text: 'other'}) RETURN f.id AS id") == []


@pytest.mark.embedded
@pytest.mark.parametrize("damage", ["cut short", "not a database", "gone"])
def test_a_damaged_note_costs_time_and_nothing_else(tmp_path: Path, damage: str) -> None:
    graph = large(300)
    with open_store(str(tmp_path / "one")) as store:
        store.sync(graph, collection="one", run=run(1))
        note = tmp_path / "one" / "engine" / "sent.sqlite"
        assert note.stat().st_mode & 0o077 == 0
        if damage == "gone":
            note.unlink()
        else:
            note.write_bytes(note.read_bytes()[:5000] if damage == "cut short" else b"x" * 5000)
        without(graph, graph.all(Finding)[5])
        assert store.sync(graph, collection="one", run=run(2)).removed == 6
        assert store.sync(graph, collection="one", run=run(3)).total == 0


@pytest.mark.neo4j
def test_another_folder_loads_between(neo4j_store: Store, tmp_path: Path) -> None:
    one, other = large(300), large(300, prefix="g")
    neo4j_store.sync(one, collection="one", run=run(1), sent=tmp_path / "a")
    neo4j_store.sync(other, collection="one", run=run(2), sent=tmp_path / "b")
    made = neo4j_store.sync(one, collection="one", run=run(3), sent=tmp_path / "a")
    assert made.added_by["Finding"] == made.removed_by["Finding"] == 300
    assert neo4j_store.sync(one, collection="one", run=run(4), sent=tmp_path / "a").total == 0
    assert neo4j_store.sync(one, collection="one", run=run(5), sent=tmp_path / "a", again=True).total == 0


@pytest.mark.neo4j
def test_constraints_are_asked_for_only_of_kinds_that_the_store_does_not_hold(
    neo4j_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    graph = large(30)
    neo4j_store.sync(graph, collection="one", run=run(1), sent=tmp_path)
    asked: list[str] = []
    ask = neo4j_store._bolt.run
    monkeypatch.setattr(neo4j_store._bolt, "run", lambda cypher: asked.append(cypher) or ask(cypher))
    graph.change(graph.all(Finding)[0], text="edited")
    graph.add(Agency(id="a", name="Health visiting"))
    assert neo4j_store.sync(graph, collection="one", run=run(2), sent=tmp_path).total == 2
    assert asked == [constraint("Agency")]
