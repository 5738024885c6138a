"""Rows of a first load into an empty Neo4j: relationships find their ends by Neo4j's own ids, not by two searches.

A sixth of a server's own work was to look for the two ends of relationships, long texts, in an index. Here a node that
is written says which id Neo4j gave it, and relationships name these. Such an id holds while the node does; nothing is
known of it later, so they live as long as one load: one that goes on where another was cut off finds ends by our ids.

Rows stand in a map (`$of`), because it seems that a server plans a statement anew for lists of ten, a hundred, a
thousand rows.
"""

from __future__ import annotations

from typing import Any

from graph.store import statements
from graph.store.bolt import Bolt, Untold
from graph.store.rows import BARE, HASH, Group

Rows = list[dict[str, Any]]


class First:
    """Writes batches of rows, all nodes before their relationships; two that touch no common node side by side."""

    def __init__(self, bolt: Bolt) -> None:
        self.bolt = bolt
        self._own: dict[str, dict[str, str]] = {}

    def write(self, group: Group, rows: Rows) -> int:
        """One batch in a transaction of its own; how many were written."""
        return self._nodes(group[0], rows) if len(group) == 1 else self._edges(group, rows)

    def _nodes(self, label: str, rows: Rows) -> int:
        cypher = statements.first_nodes(label)
        given = self.bolt.write(lambda transaction: _first(transaction, cypher, rows))
        self._own.setdefault(label, {}).update(given)
        return len(given)

    def _edges(self, group: Group, rows: Rows) -> int:
        """Those whose ends were written; more than half say nothing but that they are."""
        sources, targets = self._own.get(group[1], {}), self._own.get(group[2], {})
        bare: list[Any] = []
        told: list[Any] = []
        for row in rows:
            source, target = sources.get(row["from_id"]), targets.get(row["to_id"])
            if source is None or target is None:
                continue  # not counted, which is said as of any row that could not be written
            facts = row["of"]
            if facts[HASH] == BARE.hash:
                bare.append([source, target])  # lists: of a tuple the driver makes one first
            else:
                told.append([source, target, facts])
        parts = [(statements.first_edges(*group, bare=part is bare), part) for part in (bare, told) if part]
        return int(self.bolt.write(lambda transaction: sum(_first(transaction, *part) for part in parts)))


def _first(transaction: Any, cypher: str, rows: list[Any]) -> Any:
    return transaction.run(cypher, {"of": {"rows": Untold(rows), "hash": BARE.hash}}).single(strict=True)[0]
