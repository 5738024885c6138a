"""The rows that every format writes: nodes by label, relationships by type and by the kinds they join, in order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any, Protocol

from graph.declare import NODES, RELATIONSHIPS, Property
from graph.sharing import Texts
from graph.sharing import export as safe

RUN_LABEL, RUN_TYPE = "LoadRun", "LOADED_IN"
HASH = "rowHash"
ENDS = ("source_label", "source_id", "target_label", "target_id")
Row = dict[str, Any]


class Held(Protocol):
    """What holds a graph: a store, or `Built`."""

    def nodes(self, label: str) -> Iterator[Row]:
        """All nodes of a kind, sorted by id: declared properties (None: not stated) and rowHash."""
        ...

    def edges(self, type_: str) -> Iterator[Row]:
        """All relationships of a type, sorted: {source,target}_{label,id}, declared properties and rowHash."""
        ...


class Rows:
    """The rows of a graph: safe to send by its `texts`, whole without; with `facts`, without loads and hashes."""

    def __init__(self, held: Held, *, facts: bool = False, texts: Texts | None = None) -> None:
        self._store, self.facts = held, facts
        self._texts = texts

    def labels(self) -> list[str]:
        """The labels of the model, in its order."""
        return [label for label in NODES if not (self.facts and label == RUN_LABEL)]

    def types(self) -> list[str]:
        """The relationship types of the model, in its order."""
        return [type_ for type_ in RELATIONSHIPS if not (self.facts and type_ == RUN_TYPE)]

    def node_properties(self, label: str) -> list[Property]:
        """What the columns of a label hold, in order."""
        return [*NODES[label].properties.values(), *self._hash()]

    def edge_properties(self, type_: str) -> list[Property]:
        """What the columns of a type hold, without its ends, in order."""
        return [*RELATIONSHIPS[type_].properties.values(), *self._hash()]

    def _hash(self) -> list[Property]:
        return (
            []
            if self.facts
            else [Property(HASH, "string", "hash of the facts, by which a load sees changes; not sent", False)]
        )

    def nodes(self, label: str) -> Iterator[Row]:
        """The nodes of a label, sorted by id."""
        rows = self._store.nodes(label)
        return iter(rows if self._texts is None else safe.nodes(label, rows, self._texts))

    def edges(self, type_: str) -> Iterator[Row]:
        """The relationships of a type, sorted by their ends."""
        rows = self._store.edges(type_)
        return iter(rows if self._texts is None else safe.edges(type_, rows, self._texts))

    def edges_by_ends(self, type_: str) -> Iterator[tuple[str, str, list[Row]]]:
        """The relationships of a type, by source and target label; kinds that do not occur are left out."""

        def ends(row: Row) -> tuple[str, str]:
            return row["source_label"], row["target_label"]

        for (source, target), rows in groupby(sorted(self.edges(type_), key=ends), key=ends):
            yield source, target, list(rows)
