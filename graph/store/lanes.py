"""Writes rows side by side where that is safe: two lanes that touch no common node never wait for each other.

On Neo4j two lanes take two thirds of the time of one. Nodes fall into two halves; relationships into four cells by the
halves of their ends, of which two that share no half are written at a time. The embedded engine gets one lane: there,
writers that meet are refused instead of made to wait.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from graph.errors import StoreError
from graph.store import statements
from graph.store.bolt import Bolt
from graph.store.first import First
from graph.store.rows import Group

BATCH = 10_000  # rows in a transaction
WAVE = 40_000  # rows made ready at a time for two lanes, while the rows before are being written
WAVE_EMBEDDED = 3_000  # of which the engine holds a copy, on the same machine
FEW = 2_000  # rows that are not worth a second lane

Rows = list[dict[str, Any]]


def at_a_time(bolt: Bolt) -> int:
    """How many rows are made ready while those before are being written: fewer where the engine is on this machine."""
    return WAVE_EMBEDDED if bolt.embedded else WAVE


class Lanes:
    """Rows of one group after another, written while the next are made ready; `create`: the store holds none of ours.

    `written` is told the group and how many rows, in the thread that calls `put` and `end`.
    """

    def __init__(self, bolt: Bolt, create: bool, written: Callable[[Group, int], None]) -> None:
        self.bolt, self.create, self.written = bolt, create, written
        self._first = First(bolt) if create and not bolt.embedded else None
        self._stop = threading.Event()
        self._failure: BaseException | None = None
        self._running: tuple[threading.Thread, Group, int] | None = None

    def put(self, group: Group, rows: Rows) -> None:
        """Wait for the rows before, then begin to write these. Raises what writing raised, and Ctrl-C at once."""
        self.end()
        thread = threading.Thread(target=self._write, args=(group, rows), name="lanes", daemon=True)
        thread.start()
        self._running = (thread, group, len(rows))

    def end(self) -> None:
        """Wait until all that was put is written."""
        if self._running is None:
            return
        thread, group, number = self._running
        try:
            while thread.is_alive():
                thread.join(0.5)
        except BaseException:
            self._stop.set()
            self.bolt.abandoned = True  # a call may still be waiting for the server: nothing here may wait for it
            raise
        self._running = None
        if self._failure is not None:
            raise self._failure
        self.written(group, number)

    def _write(self, group: Group, rows: Rows) -> None:
        try:
            for side_by_side in self._turns(group, rows):
                others = [threading.Thread(target=self._lane, args=(group, r), daemon=True) for r in side_by_side[1:]]
                for other in others:
                    other.start()
                self._lane(group, side_by_side[0])
                for other in others:
                    other.join()
        except BaseException as error:  # handed to whoever waits
            self._failure = self._failure or error

    def _turns(self, group: Group, rows: Rows) -> list[list[Rows]]:
        """What may be written side by side, one turn after another."""
        if self.bolt.embedded or len(rows) < FEW:
            return [[rows]]
        if len(group) == 1:
            return [[rows[0::2], rows[1::2]]]
        cells: dict[tuple[int, int], Rows] = {(a, b): [] for a in (0, 1) for b in (0, 1)}
        for one in rows:
            cells[hash(one["from_id"]) & 1, hash(one["to_id"]) & 1].append(one)
        if group[1] == group[2]:  # across the halves, the ends of one cell are the beginnings of the other
            return [[cells[0, 0], cells[1, 1]], [cells[0, 1]], [cells[1, 0]]]
        return [[cells[0, 0], cells[1, 1]], [cells[0, 1], cells[1, 0]]]

    def _lane(self, group: Group, rows: Rows) -> None:
        try:
            for at in range(0, len(rows), BATCH):
                if self._stop.is_set() or self._failure is not None:
                    return
                batch = rows[at : at + BATCH]
                written = self._batch(group, batch)
                if written != len(batch):
                    raise lost(self.bolt, group, len(batch) - written, len(batch))
        except BaseException as error:
            self._failure = self._failure or error

    def _batch(self, group: Group, rows: Rows) -> int:
        """Write one batch; how many rows of it were written."""
        if self._first is not None:
            return self._first.write(group, rows)
        if len(group) == 1:
            cypher = statements.create_nodes(*group) if self.create else statements.merge_nodes(*group)
        else:
            cypher = statements.create_edges(*group) if self.create else statements.merge_edges(*group)
        return write_rows(self.bolt, cypher, rows)


def write_rows(bolt: Bolt, cypher: str, rows: Rows) -> int:
    """One batch in a transaction of its own; how many the statement says it wrote."""
    return bolt.write(lambda transaction: run_rows(transaction, cypher, rows))


def run_rows(transaction: Any, cypher: str, rows: Rows) -> int:
    """One batch within a transaction; how many the statement says it wrote."""
    record = transaction.run(cypher, {"rows": rows}).single() if rows else None
    return int(record["written"]) if record else 0


def lost(bolt: Bolt, group: Group, missing: int, number: int) -> StoreError:
    """What is said where a statement wrote fewer rows than it was given."""
    what = f"{missing} of {number} {group[0]} could not be written"
    return StoreError(what, bolt.where, "something else changes this graph; load again")
