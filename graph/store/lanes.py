"""Writes rows side by side where that is safe: batches that touch no common node never wait for each other.

On Neo4j two lanes take two thirds of the time of one. Nodes never meet. Relationships fall into four cells by the
halves of their ends, and a batch of a cell has these halves for itself while it is written. A lane that is free takes
the next batch that touches no half of another, of whatever kind, so that neither waits at the end of each kind. The
embedded engine gets one lane: there, writers that meet are refused instead of made to wait.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import Any

from graph.errors import StoreError
from graph.store import statements
from graph.store.bolt import Bolt, Untold
from graph.store.first import First
from graph.store.rows import Group

BATCH = 10_000  # rows in a transaction
WAVE = 40_000  # relationships made ready at a time, a batch of each cell, while those before are being written
LEFT = 20_000  # rows not yet written at which the next are taken: a batch for each lane
WAVE_EMBEDDED = 3_000  # of which the engine holds a copy, on the same machine
FEW = 2_000  # rows that are not worth a second lane

Rows = list[dict[str, Any]]
Half = tuple[str, int]  # a label, and which half of its nodes


def at_a_time(bolt: Bolt, group: Group) -> int:
    """How many rows are made ready while those before are being written: fewer where the engine is on this machine."""
    return WAVE_EMBEDDED if bolt.embedded else WAVE if len(group) > 1 else BATCH


@dataclass(frozen=True, slots=True, eq=False)
class _Batch:
    """Rows that are written at once, and the halves of nodes that nobody else may touch meanwhile."""

    group: Group
    rows: Rows
    halves: frozenset[Half]


class Lanes:
    """Rows of one group after another, written while the next are made ready; a context manager, which writes all.

    `create`: the store holds none of ours. `written` is told the group and how many rows, in the caller's thread.
    """

    def __init__(self, bolt: Bolt, create: bool, written: Callable[[Group, int], None]) -> None:
        self.bolt, self.create, self.written = bolt, create, written
        self._first = First(bolt) if create and not bolt.embedded else None
        self._changed = threading.Condition()  # guards all below
        self._waiting: list[_Batch] = []
        self._writing: list[_Batch] = []
        self._written: list[tuple[Group, int]] = []  # and not yet told
        self._failure: BaseException | None = None
        self._over = self._linking = False
        self._threads: list[threading.Thread] = []

    def put(self, group: Group, rows: Rows) -> None:
        """Take rows as soon as few are left to write. Raises what writing raised, and Ctrl-C at once."""
        linking = len(group) > 1  # no relationship before all nodes
        self._wait(0 if self.bolt.embedded or linking != self._linking else LEFT)
        self._linking = linking
        batches = [
            _Batch(group, cell[at : at + BATCH], halves)
            for halves, cell in _cells(group, rows)
            for at in range(0, len(cell), BATCH)
        ]
        with self._changed:
            self._waiting += batches
            self._changed.notify_all()
        if not self._threads:
            number = 1 if self.bolt.embedded else 2
            self._threads = [threading.Thread(target=self._lane, name="lanes", daemon=True) for _ in range(number)]
            for thread in self._threads:
                thread.start()

    def __enter__(self) -> Lanes:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if not isinstance(error, Exception | None):  # Ctrl-C
            self.bolt.abandoned = True  # a call may still be waiting for the server: nothing here may wait for it
        try:
            if error is None:
                self._wait(0)
        finally:
            self._end()

    def _wait(self, left: int) -> None:
        """Until no more rows than these are left to write. Raises what writing raised."""
        with self._changed, self._patient():
            while self._left() > left:
                self._changed.wait(0.5)
            told, self._written = self._written, []
        if self._failure is not None:
            raise self._failure
        for group, number in told:
            self.written(group, number)

    def _end(self) -> None:
        """Until what is on its way is written, unless waiting for that was given up."""
        with self._changed:
            self._over = True
            self._changed.notify_all()
        with self._patient():
            for thread in self._threads:
                while thread.is_alive() and not self.bolt.abandoned:
                    thread.join(0.5)

    @contextmanager
    def _patient(self) -> Iterator[None]:
        """The same for Ctrl-C meanwhile."""
        try:
            yield
        except BaseException:
            self.bolt.abandoned = True
            raise

    def _left(self) -> int:
        """Rows that will still be written."""
        return 0 if self._failure else sum(len(batch.rows) for batch in (*self._waiting, *self._writing))

    def _lane(self) -> None:
        while (batch := self._next()) is not None:
            failure: BaseException | None = None
            try:
                written = self._write(batch.group, batch.rows)
                if written != len(batch.rows):
                    raise lost(self.bolt, batch.group, len(batch.rows) - written, len(batch.rows))
            except BaseException as error:  # handed to whoever waits
                failure = error
            with self._changed:
                self._writing.remove(batch)
                self._written.append((batch.group, len(batch.rows)))
                self._failure = self._failure or failure
                self._changed.notify_all()

    def _next(self) -> _Batch | None:
        """The first batch that touches nothing of those that are being written; none where all is over."""
        with self._changed:
            while not self._over and self._failure is None:
                held = frozenset[Half]().union(*(batch.halves for batch in self._writing))
                for batch in self._waiting:
                    if not batch.halves & held:
                        self._waiting.remove(batch)
                        self._writing.append(batch)
                        return batch
                self._changed.wait()
        return None

    def _write(self, group: Group, rows: Rows) -> int:
        """Write one batch; how many rows of it were written."""
        if self._first is not None:
            return self._first.write(group, rows)
        if len(group) == 1:
            cypher = statements.create_nodes(*group) if self.create else statements.merge_nodes(*group)
        else:
            cypher = statements.create_edges(*group) if self.create else statements.merge_edges(*group)
        return write_rows(self.bolt, cypher, rows)


def _cells(group: Group, rows: Rows) -> list[tuple[frozenset[Half], Rows]]:
    """Rows of a group by the halves of nodes that they touch, those first that can be written side by side."""
    if len(group) == 1:
        return [(frozenset(), rows)]
    _, source, target = group
    if len(rows) < FEW:
        return [(frozenset((label, half) for label in (source, target) for half in (0, 1)), rows)]
    cells: dict[tuple[int, int], Rows] = {cell: [] for cell in ((0, 0), (1, 1), (0, 1), (1, 0))}
    for one in rows:
        cells[hash(one["from_id"]) & 1, hash(one["to_id"]) & 1].append(one)
    return [(frozenset({(source, a), (target, b)}), cell) for (a, b), cell in cells.items()]


def write_rows(bolt: Bolt, cypher: str, rows: Rows) -> int:
    """One batch in a transaction of its own; how many the statement says it wrote."""
    return bolt.write(lambda transaction: run_rows(transaction, cypher, rows))


def run_rows(transaction: Any, cypher: str, rows: Rows) -> int:
    """One batch within a transaction; how many the statement says it wrote."""
    record = transaction.run(cypher, {"rows": Untold(rows)}).single() if rows else None
    return int(record["written"]) if record else 0


def lost(bolt: Bolt, group: Group, missing: int, number: int) -> StoreError:
    """What is said where a statement wrote fewer rows than it was given."""
    what = f"{missing} of {number} {group[0]} could not be written"
    return StoreError(what, bolt.where, "something else changes this graph; load again")
