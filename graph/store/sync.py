"""Make a store equal to a graph: read what it holds, write what differs, then remove what is gone.

The order makes a kill harmless at any moment: a `LoadRun` without `finishedAt` is written first, then nodes, then
relationships, and only when all of these stand are things removed and the run finished. The next sync reads what is
there and goes on; the same graph always ends in the same facts. Where nothing differs nothing is written at all.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from graph.declare import NODES, RELATIONSHIPS
from graph.errors import StoreError
from graph.memory import Graph
from graph.model import LoadRun
from graph.store import statements
from graph.store.bolt import Bolt
from graph.store.changes import Changes
from graph.store.rows import HASH, OWN_LABEL, OWN_TYPE, EdgeKey, NodeKey, Row, edge_rows, node_rows, of_node, row

BATCH = 2_000
Progress = Callable[[str, int, int], None]  # what is being written, rows done, rows in all


def first_known(labels: Iterable[str]) -> str:
    """The label of a node that the model knows, if others were added to it."""
    return min(labels, key=lambda label: (label not in NODES, label), default="")


class Sync:
    """One sync of one graph into one store."""

    def __init__(self, bolt: Bolt, graph: Graph, run: LoadRun, progress: Progress | None, replace_others: bool) -> None:
        self.bolt, self.run, self.replace_others = bolt, run, replace_others
        self.nodes, self.edges = node_rows(graph), edge_rows(graph)
        self.changes = Changes()
        self.progress: Progress = progress or (lambda what, done, total: None)
        self.done = self.total = 0

    def __call__(self) -> Changes:
        """Do it. Raises StoreError when the database holds another collection, or fails on the way."""
        self._look()
        if not (self.add_nodes or self.add_edges or self.drop_nodes or self.drop_edges or self.old_runs):
            return self.changes
        self._begin()
        for label, keys in _grouped(self.add_nodes, lambda key: key[0]):
            self._send(label, statements.merge_nodes(label), keys, self._node, counted=True)
        for ends, found in _grouped(self.add_edges, lambda key: (key[0], key[1], key[3])):
            self._send(ends[0], statements.merge_edges(*ends), found, self._edge, counted=True)
        for ends, found in _grouped(self.drop_edges, lambda key: (key[0], key[1], key[3])):
            self._send(ends[0], statements.delete_edges(*ends), found, self._gone_edge)
        for label, keys in _grouped(self.drop_nodes, lambda key: key[0]):
            self._hanging(label, keys)
            self._send(label, statements.delete_nodes(label), keys, lambda key: {"id": key[1]})
        self._finish()
        return self.changes

    def look(self) -> tuple[Changes, int]:
        """What a sync would change, and how many unfinished loads it would clear away; writes nothing."""
        self._look()
        return self.changes, len(self.old_runs)

    def _look(self) -> None:
        """Compare with what the store holds."""
        runs = self.bolt.read(statements.HELD_RUNS, {}, fresh=True)
        others = sorted({str(r["collection"]) for r in runs if r["collection"] != self.run.collection})
        if others and not self.replace_others:
            raise StoreError(
                "the database holds the graph of another collection",
                self.bolt.where,
                "use another database (NEO4J_DATABASE), or load with --replace to put this one in its place",
            )
        self.old_runs = [r["id"] for r in runs if r["finished"] is None or r["collection"] != self.run.collection]
        held_nodes: dict[NodeKey, str] = {}
        for r in self.bolt.read(statements.HELD_NODES, {}, fresh=True):
            held_nodes[first_known(r["labels"]), str(r["id"])] = r["hash"]
        self.held_edges: dict[EdgeKey, str] = {}
        for r in self.bolt.read(statements.HELD_EDGES, {}, fresh=True):
            self.held_edges[held_key(r)] = r["hash"]
        self.add_nodes = [k for k, wanted in self.nodes.items() if held_nodes.get(k) != wanted.hash]
        self.add_edges = [k for k, wanted in self.edges.items() if self.held_edges.get(k) != wanted.hash]
        self.drop_nodes = [k for k in held_nodes if k not in self.nodes and k[0] != OWN_LABEL]
        self.drop_edges = [k for k in self.held_edges if k not in self.edges and k[0] != OWN_TYPE]
        self.total = len(self.add_nodes) + len(self.add_edges) + len(self.drop_nodes) + len(self.drop_edges)
        c = self.changes
        c.added_by = _count([k for k in self.add_nodes if k not in held_nodes], self.add_edges, self.held_edges)
        changed = [k for k in self.add_edges if k in self.held_edges]
        c.changed_by = _count([k for k in self.add_nodes if k in held_nodes], changed, {})
        c.removed_by = _count(self.drop_nodes, self.drop_edges, {})

    def _begin(self) -> None:
        for label in NODES:
            self.bolt.run(statements.constraint(label))
        self._write_run(self.run)

    def _finish(self) -> None:
        """Say when, with counts; documents of this run, and those of an unfinished one, are joined to it."""
        linked = {r["id"] for r in self.bolt.read(statements.LOADED_DOCUMENTS, {}, fresh=True)}
        new = {id_ for label, id_ in self.add_nodes if label == "Document"}
        documents = sorted(
            id_ for label, id_ in self.nodes if label == "Document" and (id_ in new or id_ not in linked)
        )
        link = row({}, {})
        rows = [{"from_id": id_, "to_id": self.run.id, HASH: link.hash} for id_ in documents]
        for batch in _batches(rows):
            self._write(statements.merge_edges(OWN_TYPE, "Document", OWN_LABEL), batch)
        if old := [{"id": id_} for id_ in self.old_runs if id_ != self.run.id]:
            self._write(statements.delete_nodes(OWN_LABEL), old)
        c = self.changes
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        self._write_run(replace(self.run, finishedAt=now, added=c.added, changed=c.changed, removed=c.removed))

    def _write_run(self, run: LoadRun) -> None:
        made = of_node(run)
        self._write(statements.merge_nodes(OWN_LABEL), [{**made.values, HASH: made.hash}])

    def _node(self, key: NodeKey) -> dict[str, Any]:
        made = self.nodes[key]
        return {**made.values, HASH: made.hash}

    def _edge(self, key: EdgeKey) -> dict[str, Any]:
        made: Row = self.edges[key]
        return {**made.values, "from_id": key[2], "to_id": key[4], HASH: made.hash}

    def _gone_edge(self, key: EdgeKey) -> dict[str, Any]:
        return {"from_id": key[2], "to_id": key[4], HASH: self.held_edges[key]}

    def _send(
        self, what: str, cypher: str, keys: list[Any], make: Callable[[Any], dict[str, Any]], counted: bool = False
    ) -> None:
        for batch in _batches(keys):
            written = self._write(cypher, [make(key) for key in batch])
            if counted and written != len(batch):
                lost = f"{len(batch) - written} of {len(batch)} {what} could not be written"
                raise StoreError(lost, self.bolt.where, "something else changes this graph; load again")
            self.done += len(batch)
            self.progress(what, self.done, self.total)

    def _hanging(self, label: str, keys: list[NodeKey]) -> None:
        rows = [{"id": key[1]} for key in keys]
        hanging = sum(
            self.bolt.read(statements.foreign_edges(label), {"rows": batch})[0]["hanging"] for batch in _batches(rows)
        )
        if hanging:
            noun = "relationship" if hanging == 1 else "relationships"
            self.changes.notes.append(f"{hanging} {noun} of yours went with {label} nodes that are no longer loaded")

    def _write(self, cypher: str, rows: list[dict[str, Any]]) -> int:
        def work(transaction: Any) -> int:
            record = transaction.run(cypher, {"rows": rows}).single()
            return int(record["written"]) if record else 0

        return self.bolt.write(work)


def held_key(r: dict[str, Any]) -> EdgeKey:
    """The identity of a relationship that the store holds, as `rows.edge_key` makes it."""
    declared = RELATIONSHIPS.get(r["type"])
    values = dict(zip(statements.KEY_NAMES, r["own"], strict=True))
    own = (str(values[name]) for name in (declared.key if declared else ()))
    return (r["type"], first_known(r["sources"]), str(r["source"]), first_known(r["targets"]), str(r["target"]), *own)


def _count(nodes: list[NodeKey], edges: list[EdgeKey], without: dict[EdgeKey, str]) -> dict[str, int]:
    return dict(Counter([k[0] for k in nodes] + [k[0] for k in edges if k not in without]))


def _grouped(keys: list[Any], by: Callable[[Any], Any]) -> Iterator[tuple[Any, list[Any]]]:
    groups: dict[Any, list[Any]] = defaultdict(list)
    for key in keys:
        groups[by(key)].append(key)
    return iter(groups.items())


def _batches(keys: list[Any]) -> Iterator[list[Any]]:
    rest = iter(keys)
    while batch := list(islice(rest, BATCH)):
        yield batch
