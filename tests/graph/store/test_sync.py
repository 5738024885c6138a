"""A store becomes equal to a graph, on both engines: once, again, after changes, after an unfinished load."""

from __future__ import annotations

import gc
import logging
import threading
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import cypher
from graph.errors import StoreError
from graph.export import export_csv
from graph.memory import Edge, Graph
from graph.model import Document, Finding, Recommendation, Theme
from graph.questions import ask
from graph.store import Store, statements, sync
from tests.graph.store.graphs import large, run, small


def files(store: Store, folder: Path, *, facts: bool = True) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in export_csv(store, folder, facts=facts, internal=True)}


def foreign(store: Store, cypher: str) -> None:
    """Do what another tool would do with a driver of its own."""
    import neo4j

    if store.lease is not None:
        address, auth, database = store.lease.address, ("root", store.lease.password), "goldenthread"
    else:
        address, auth, database = store.where, store._bolt.driver._pool.pool_config.auth, None  # type: ignore[union-attr]
    with neo4j.GraphDatabase.driver(address, auth=auth) as driver, driver.session(database=database) as session:
        session.run(cypher).consume()


def test_first_sync_writes_everything_and_the_second_nothing(store: Store) -> None:
    graph = small()
    first = store.sync(graph, collection="one", run=run(1))
    assert first.added == sum(map(len, graph.nodes.values())) + len(graph.edges)
    assert (first.changed, first.removed) == (0, 0)
    assert first.added_by["ABOUT"] == 4
    counts = store.counts()
    again = store.sync(graph, collection="one", run=run(2))
    assert again.total == 0
    assert store.counts() == counts
    assert [r["id"] for r in store.nodes("LoadRun")] == ["run-1"]


def test_parallel_relationships_stay_apart(store: Store) -> None:
    store.sync(small(), collection="one", run=run())
    assert store.counts()["ABOUT"] == 4
    assert sorted(r["role"] for r in store.edges("ADDRESSED_TO")) == ["addressee", "lead"]


def test_values_come_back_as_they_were(store: Store) -> None:
    store.sync(small(), collection="one", run=run())
    finding = next(store.nodes("Finding"))
    assert finding["datedFrom"] == date(2023, 2, 28)
    assert finding["datedTo"] is None
    assert next(store.nodes("Theme"))["altLabels"] == ["Safer sleep", "Sleep, “safe”"]
    assert next(store.nodes("Statistic"))["numerator"] == 3.0
    rows = store.read("MATCH (f:Finding) WHERE f.datedFrom < date($day) RETURN count(f) AS n", {"day": "2023-03-01"})
    assert rows == [{"n": 2}]


def test_changed_and_no_longer_stated_and_removed(store: Store) -> None:
    store.sync(small(), collection="one", run=run(1))
    graph = small()
    ask = graph.get(Recommendation, "d1-r1")
    assert ask is not None
    graph.change(ask, ref=None, datedFrom=None, text="Ask where babies sleep")
    gone = "d1-f1"
    del graph.nodes["Finding"][gone]
    graph.edges = {k: e for k, e in graph.edges.items() if gone not in (e.source, e.target)}
    made = store.sync(graph, collection="one", run=run(2))
    assert made.changed_by == {"Recommendation": 1}
    assert made.removed_by == {"Finding": 1, "ABOUT": 2, "STATED_IN": 1}
    assert made.added == 0
    kept = next(store.nodes("Recommendation"))
    assert (kept["ref"], kept["datedFrom"], kept["text"]) == (None, None, "Ask where babies sleep")
    assert store.counts()["Finding"] == 1
    runs = list(store.nodes("LoadRun"))
    assert [(r["id"], r["added"], r["changed"], r["removed"]) for r in runs][1] == ("run-2", 0, 1, 4)
    assert all(r["finishedAt"] for r in runs)


def test_documents_are_joined_to_the_load_that_wrote_them(store: Store) -> None:
    store.sync(small(), collection="one", run=run(1))
    graph = small()
    graph.add(Document(id="d2", name="Other", source="elm/other.txt", kind="other", file="other.txt"))
    store.sync(graph, collection="one", run=run(2))
    assert [(r["source_id"], r["target_id"]) for r in store.edges("LOADED_IN")] == [("d1", "run-1"), ("d2", "run-2")]


def test_unfinished_load_is_seen_and_replaced(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    from graph.store import sync as module

    def stop(self: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(module, "ONE", 0)
        patch.setattr(module.Sync, "_finish", stop)
        with pytest.raises(KeyboardInterrupt):
            store.sync(small(), collection="one", run=run(1))
    assert [(r["id"], r["finishedAt"]) for r in store.nodes("LoadRun")] == [("run-1", None)]
    made = store.sync(small(), collection="one", run=run(2))
    assert made.total == 0
    runs = list(store.nodes("LoadRun"))
    assert [r["id"] for r in runs] == ["run-2"]
    assert runs[0]["finishedAt"]
    assert [r["target_id"] for r in store.edges("LOADED_IN")] == ["run-2"]


def test_what_others_have_in_the_database_is_left_alone(store: Store) -> None:
    store.sync(small(), collection="one", run=run(1))
    foreign(
        store, "MATCH (f:Finding {id: 'd1-f1'}) CREATE (:Note {text: 'mine'})-[:ON {since: 1}]->(f) SET f.mine = true"
    )
    graph = small()
    finding = graph.get(Finding, "d1-f1")
    assert finding is not None
    graph.change(finding, text="Nobody asked twice")
    assert store.sync(graph, collection="one", run=run(2)).changed == 1
    rows = store.read("MATCH (n:Note)-[r:ON]->(f) RETURN n.text AS text, f.mine AS mine, f.text AS told")
    assert rows == [{"text": "mine", "mine": True, "told": "Nobody asked twice"}]
    made = store.sync(Graph(), collection="one", run=run(3))
    assert store.read("MATCH (n:Note) RETURN n.text AS text") == [{"text": "mine"}]
    assert made.notes == ["1 relationship of yours went with Finding nodes that are no longer loaded"]
    assert store.counts()["nodes"] == 3  # the loads


def test_a_relationship_says_no_more_what_is_no_longer_stated_and_keeps_what_others_say(store: Store) -> None:
    store.sync(small(), collection="one", run=run(1))
    foreign(store, "MATCH (:Finding {id: 'd1-f1'})-[r:ABOUT {sense: 'cause'}]->() SET r.mine = true")
    graph = small()
    edge = next(e for e in graph.edges_of("ABOUT") if e.source == "d1-f1" and e.properties["sense"] == "cause")
    graph.change_link(edge, cue=None, told="heading")
    assert store.sync(graph, collection="one", run=run(2)).changed_by == {"ABOUT": 1}
    rows = store.read("MATCH (f:Finding)-[r:ABOUT]->() RETURN r.sense AS sense, r.cue AS cue, r.mine AS mine")
    assert sorted(tuple(map(str, row.values())) for row in rows) == [
        ("cause", "None", "True"),
        ("cause", "nobody", "None"),
        ("learning", "asked", "None"),
        ("learning", "asked", "None"),
    ]


def test_what_changes_a_thing_does_not_name_each_property_which_takes_a_server_long_to_plan() -> None:
    assert "text" not in statements.merge_nodes("Finding")
    assert "cue" not in statements.merge_edges("ABOUT", "Finding", "Theme")
    assert "row.of.sense" in statements.merge_edges("ABOUT", "Finding", "Theme")  # which tells it apart


@pytest.mark.embedded
def test_pythons_collector_passes_by_the_graph_while_its_rows_are_made(embedded_store: Store) -> None:
    aside: list[int] = []
    graph = large(3000)
    embedded_store.sync(graph, collection="one", run=run(), progress=lambda *_: aside.append(gc.get_freeze_count()))
    assert min(aside) > sum(map(len, graph.nodes.values())) + len(graph.edges)
    assert gc.get_freeze_count() == 0


def test_another_collection_is_refused_unless_replaced(store: Store) -> None:
    store.sync(small(), collection="one", run=run(1))
    with pytest.raises(StoreError, match=r"another collection.*--replace"):
        store.sync(large(3), collection="two", run=run(2, "two"))
    assert store.counts()["Recommendation"] == 1
    store.sync(large(3), collection="two", run=run(2, "two"), replace=True)
    counts = store.counts()
    assert (counts["Finding"], counts.get("Recommendation"), counts["LoadRun"]) == (3, None, 1)


def test_a_question_that_writes_is_refused_and_undone(store: Store) -> None:
    store.sync(small(), collection="one", run=run(1))
    with pytest.raises(StoreError, match="only read"):
        store.read("MATCH (f:Finding) SET f.text = 'changed' RETURN f.id AS id")
    assert store.sync(small(), collection="one", run=run(2)).total == 0
    assert store.read("MATCH (f:Finding {text: 'changed'}) RETURN f.id AS id") == []


def test_question_with_a_mistake_is_one_sentence(store: Store) -> None:
    with pytest.raises(StoreError) as told:
        store.read("MATCH (f:Finding RETURN f")
    assert "\n" not in str(told.value)
    assert store.read("RETURN 1 AS one") == [{"one": 1}]


def test_time_limit_is_kept(store: Store) -> None:
    with pytest.raises(StoreError, match="longer than"):
        store.read(
            "UNWIND range(1, 20000) AS a UNWIND range(1, 20000) AS b WITH a, b WHERE a = b RETURN count(*) AS n",
            timeout=1,
        )


def test_question_over_its_limit_is_a_sentence_with_advice_and_the_store_goes_on(store: Store, tmp_path: Path) -> None:
    graph = large(400)
    store.sync(graph, collection="one", run=run(1))
    shipped = (Path(cypher.__file__).parent / "known-to-services.cypher").read_text(encoding="utf-8")
    lines = shipped.splitlines(keepends=True)
    first = next(
        place for place, line in enumerate(lines) if not line.startswith("//")
    )  # the statement, below its head
    head, body = "".join(lines[:first]), "".join(lines[first:])
    slow = "UNWIND range(1, 10000) AS a UNWIND range(1, 10000) AS b WITH a, b WHERE a = b WITH count(*) AS waited\n"
    (tmp_path / "too-slow.cypher").write_text(head.replace("known-to-services", "too-slow") + slow + body, "utf-8")
    with pytest.raises(StoreError) as told:
        ask(store, "too-slow", folders=[tmp_path], seconds=1)
    said = told.value.sentence()
    assert "took longer than 1 s" in said
    assert "ask for one theme or partnership, or allow more time" in said
    assert "\n" not in said
    assert store.read("MATCH (f:Finding) RETURN count(f) AS n") == [{"n": len(graph.all(Finding))}]
    assert ask(store, "known-to-services").id == "known-to-services"
    assert store.sync(graph, collection="one", run=run(2)).total == 0
    assert store.sync(large(401), collection="one", run=run(3)).total > 0


def test_relationship_without_what_tells_it_apart_is_an_error(store: Store) -> None:
    graph = small()
    finding, theme = graph.get(Finding, "d1-f0"), graph.get(Theme, "sleep")
    assert finding is not None
    assert theme is not None
    edge = Edge("ABOUT", "Finding", finding.id, "Theme", theme.id, {"cue": "no sense given"})
    graph.edges[edge.key] = edge  # as a graph made otherwise than by `link`, which refuses it, could hold it
    with pytest.raises(StoreError, match="lacks sense"):
        store.sync(graph, collection="one", run=run())


def test_batches_and_progress(store: Store) -> None:
    seen: list[tuple[str, int, int]] = []
    made = store.sync(large(2100), collection="one", run=run(), progress=lambda *told: seen.append(told))
    assert seen[-1][1] == seen[-1][2] == made.total
    assert [told[1] for told in seen] == sorted(told[1] for told in seen)
    assert store.counts()["ABOUT"] == 4200


@pytest.mark.embedded
@pytest.mark.neo4j
def test_the_first_rows_are_made_while_an_empty_store_is_prepared(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    row, constraints = sync.parameters, sync.Sync._constraints
    made = threading.Event()

    def noted(item: Any, of: Any, again: bool = False) -> dict[str, Any]:
        made.set()
        return row(item, of, again)

    def prepared(self: sync.Sync, *groups: Any) -> None:
        assert made.wait(60), "nothing is made until the store is prepared"
        constraints(self, *groups)

    monkeypatch.setattr(sync, "ONE", 0)
    monkeypatch.setattr(sync, "parameters", noted)
    monkeypatch.setattr(sync.Sync, "_constraints", prepared)
    store.sync(small(), collection="one", run=run(1))
    assert store.sync(small(), collection="one", run=run(2), again=True).total == 0


def test_nothing_is_written_where_a_store_cannot_be_prepared(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def failed(self: sync.Sync, *groups: Any) -> None:
        raise StoreError("it has no room", "here", "make room")

    monkeypatch.setattr(sync, "ONE", 0)
    with monkeypatch.context() as patch:
        patch.setattr(sync.Sync, "_constraints", failed)
        with pytest.raises(StoreError, match="it has no room"):
            store.sync(small(), collection="one", run=run(1))
    assert store.counts() == {"nodes": 0, "relationships": 0}
    assert store.sync(small(), collection="one", run=run(2)).added


def test_both_engines_export_the_same_bytes(embedded_store: Store, neo4j_store: Store, tmp_path: Path) -> None:
    for one in (embedded_store, neo4j_store):
        one.sync(small(), collection="one", run=run())
    facts = files(embedded_store, tmp_path / "a")
    assert facts == files(neo4j_store, tmp_path / "b")
    assert "LoadRun.csv" not in facts
    assert "rowHash" not in facts["Finding.csv"].decode()
    assert facts["Finding.csv"].decode().splitlines()[0].startswith("id,name,text,polarity,judgedBy,datedFrom")
    assert '"[""Safer sleep"", ""Sleep, “safe”""]"' in facts["Theme.csv"].decode()
    assert "rowHash" in files(embedded_store, tmp_path / "c", facts=False)["LOADED_IN.csv"].decode()


def test_what_is_sent_is_not_written_out_for_the_drivers_log(
    store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="neo4j")
    store.sync(small(), collection="one", run=run(1))
    monkeypatch.setattr(sync, "ONE", 0)  # in many transactions, too
    store.sync(Graph(), collection="one", run=run(2))
    store._bolt.run("MATCH (n) DETACH DELETE n")
    store.sync(small(), collection="one", run=run(3))
    told = "\n".join(record.getMessage() for record in caplog.records)
    assert "UNWIND" in told
    assert "Nobody asked" not in told
