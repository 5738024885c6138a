"""A graph in memory as a store would give it back, with the load that it would be: for files made before any store.

The files of `neo4j-admin` are the quickest first load of a large collection. They are made from the same declaration
and by the same writer as an export; only the rows come from here.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from graph.declare import NODES, RELATIONSHIPS
from graph.export.rows import RUN_LABEL, RUN_TYPE, Row
from graph.memory import Edge, Graph
from graph.model import LoadRun
from graph.store.rows import HASH, grouped, key_of, of_item, row


class Built:
    """The rows of a graph and of one load of all of it; `run` says when, with how many rows added."""

    def __init__(self, graph: Graph, run: LoadRun) -> None:
        """Raises StoreError for a relationship that lacks a property it is told apart by."""
        self.run = run
        self._nodes = {label: graph.nodes.get(label, {}) for label in NODES if label != RUN_LABEL}
        self._edges: dict[str, list[Edge]] = {}
        for group, items in grouped(graph).items():
            if len(group) > 1:
                self._edges.setdefault(group[0], []).extend(items)  # type: ignore[arg-type]

    def nodes(self, label: str) -> Iterator[Row]:
        """All nodes of a kind, sorted by id, with their hash."""
        found = [self.run] if label == RUN_LABEL else sorted(self._nodes[label].values(), key=attrgetter("id"))
        for node in found:
            yield {name: getattr(node, name) for name in NODES[label].properties} | {HASH: of_item(node).hash}

    def edges(self, type_: str) -> Iterator[Row]:
        """All relationships of a type, sorted by their ends, with their hash."""
        if type_ == RUN_TYPE:
            hash_ = row({}, {}).hash
            for id_ in sorted(self._nodes["Document"]):
                yield _ends("Document", id_, RUN_LABEL, self.run.id) | {HASH: hash_}
            return
        nothing = dict.fromkeys(RELATIONSHIPS[type_].properties)
        for edge in sorted(self._edges.get(type_, []), key=lambda e: (e.source_label, e.target_label, key_of(e))):
            ends = _ends(edge.source_label, edge.source, edge.target_label, edge.target)
            yield ends | nothing | edge.properties | {HASH: of_item(edge).hash}


def _ends(source_label: str, source: str, target_label: str, target: str) -> Row:
    return {"source_label": source_label, "source_id": source, "target_label": target_label, "target_id": target}
