"""An open store: ask it, make it equal to a graph, walk through what it holds."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import nullcontext
from pathlib import Path
from types import TracebackType
from typing import Any, Literal

from graph.declare import NODES, RELATIONSHIPS
from graph.memory import Graph, set_aside
from graph.model import LoadRun
from graph.store import statements
from graph.store.bolt import Bolt
from graph.store.changes import Changes
from graph.store.embedded import Lease, engine_folder
from graph.store.lock import turn
from graph.store.parts import Parts
from graph.store.sent import Sent
from graph.store.sync import Progress, Sync, first_known


def _parts(graph: Graph | Parts) -> Parts:
    return graph if isinstance(graph, Parts) else Parts(graph)


class Store:
    """One open store, on either engine; a context manager.

    `engine` is "embedded" or "neo4j", `where` the path or address for messages. All errors are StoreError.
    """

    def __init__(self, bolt: Bolt, lease: Lease | None, path: Path | None) -> None:
        self.engine: Literal["embedded", "neo4j"] = "embedded" if lease else "neo4j"
        self.where = bolt.where
        self.lease = lease
        self._bolt, self._path = bolt, path

    def read(
        self, cypher: str, params: Mapping[str, Any] | None = None, *, timeout: float | None = None
    ) -> list[dict[str, Any]]:
        """The rows of a question as plain Python (dates as datetime.date), in a transaction that is rolled back.

        A statement that writes is refused and changes nothing. `timeout` in seconds.
        """
        return self._bolt.read(cypher, params or {}, timeout)

    def sync(
        self,
        graph: Graph | Parts,
        *,
        collection: str,
        run: LoadRun,
        progress: Progress | None = None,
        replace: bool = False,
        tell: Callable[[str], None] | None = None,
        sent: Path | None = None,
        again: bool = False,
    ) -> Changes:
        """Make the store equal to `graph` (or its rows) and say what that changed; nothing is written if none differs.

        Writers on one embedded store take turns (`tell` gets a sentence when this one waits). A database that holds
        another collection is refused unless `replace`. What carries no `rowHash` is somebody else's and stays.

        `sent`: the folder that keeps what was written here last (see `sent.py`; the embedded engine's own where
        none is given). It saves asking the store for every row, and is not believed with `again`.
        """
        if run.collection != collection:
            raise ValueError(f"the run is of collection {run.collection}, not {collection}")
        what = "is loading into this store"
        if self._path is None:
            held: Any = nullcontext()
        elif tell is None:
            held = turn(self._path / "write.lock", what)
        else:
            held = turn(self._path / "write.lock", what, tell=tell)
        with held:
            kept = Sent(self._sent_file(sent))
            try:
                parts = _parts(graph)
                with set_aside():
                    return Sync(self._bolt, parts, run, progress, replace, kept, again)()
            finally:
                kept.close()

    def _sent_file(self, folder: Path | None) -> Path | None:
        if self._path is not None:
            return engine_folder(self._path) / "sent.sqlite"
        if folder is None:
            return None
        name = hashlib.sha256(f"{self.where} {self._bolt.database or ''}".encode()).hexdigest()[:12]
        return folder / f"sent-{name}.sqlite"

    def compare(self, graph: Graph | Parts, collection: str) -> tuple[Changes, int]:
        """What `sync` would change, and how many loads were cut short here; writes nothing.

        Raises StoreError where the database holds another collection.
        """
        nobody = LoadRun(
            id="",
            name="",
            collection=collection,
            startedAt="",
            finishedAt=None,
            codebook="",
            version="",
            added=0,
            changed=0,
            removed=0,
        )
        return Sync(self._bolt, _parts(graph), nobody, None, False).look()

    def nodes(self, label: str) -> Iterator[dict[str, Any]]:
        """All nodes of a kind, sorted by id: declared properties (None: not stated) and rowHash."""
        if label not in NODES:
            raise ValueError(f"the model has no {label}")
        return iter(sorted(self.read(statements.nodes(label)), key=lambda r: str(r["id"])))

    def edges(self, type_: str) -> Iterator[dict[str, Any]]:
        """All relationships of a type, sorted: {source,target}_{label,id}, declared properties and rowHash."""
        if type_ not in RELATIONSHIPS:
            raise ValueError(f"the model has no {type_}")
        found = []
        for r in self.read(statements.edges(type_)):
            ends = {"source_label": first_known(r.pop("sources")), "source_id": r.pop("source_id")}
            ends |= {"target_label": first_known(r.pop("targets")), "target_id": r.pop("target_id")}
            found.append({**ends, **r})
        own = RELATIONSHIPS[type_].key
        first = ("source_label", "source_id", "target_label", "target_id")
        return iter(sorted(found, key=lambda r: tuple(str(r[name]) for name in (*first, *own))))

    def counts(self) -> dict[str, int]:
        """How much of ours it holds: each label and relationship type that occurs, and `nodes`, `relationships`."""
        nodes: dict[str, int] = {}
        for r in self.read("MATCH (n) WHERE n.rowHash IS NOT NULL RETURN labels(n) AS labels, count(*) AS count"):
            label = first_known(r["labels"])
            nodes[label] = nodes.get(label, 0) + r["count"]
        rows = self.read("MATCH ()-[r]->() WHERE r.rowHash IS NOT NULL RETURN type(r) AS type, count(*) AS count")
        edges = {r["type"]: r["count"] for r in rows}
        totals = {"nodes": sum(nodes.values()), "relationships": sum(edges.values())}
        return totals | dict(sorted(nodes.items())) | dict(sorted(edges.items()))

    def close(self) -> None:
        """Close it; the last user of an embedded engine waits until that has ended."""
        self._bolt.close()
        if self.lease is not None:
            lease, self.lease = self.lease, None
            # a call that was given up (Ctrl-C, time limit) must not make the user wait again
            lease.leave(wait=0.2) if self._bolt.abandoned else lease.leave()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
