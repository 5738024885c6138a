"""Make a store equal to a graph: find what differs, write that, then remove what is gone.

The order makes a kill harmless at any moment: a `LoadRun` without `finishedAt` is written first, then nodes, then
relationships, and only when all of these stand are things removed and the run finished. The next sync finds what is
there and goes on; the same graph always ends in the same facts. Where nothing differs nothing is written at all.

What changes little, which is nearly every load, is written in one transaction: on the embedded engine who asks
meanwhile sees the graph before or after. On Neo4j who reads while it is committed can see a part of it: there the run
stands before that transaction and is finished after it, each in one of its own, by which `questions/settled.py` tells a
part from the whole. Larger loads take many transactions, in this order.

What the store holds is taken from `Sent`, chunk by chunk, where the store is as it was left; else it is asked for the
hash of every row. A store with nothing in it is not asked, and gets CREATE instead of MERGE.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain, islice
from typing import Any

from graph.declare import NODES
from graph.errors import StoreError
from graph.made_by import rules
from graph.model import LoadRun
from graph.store import statements
from graph.store.bolt import Bolt
from graph.store.changes import Changes
from graph.store.lanes import Lanes, Rows, at_a_time, lost, run_rows, write_rows
from graph.store.parts import Chunk, Parts
from graph.store.rows import BARE, HASH, OWN_LABEL, OWN_TYPE, Group, Item, Key, key_of, of_item, parameters
from graph.store.sent import LostError, Sent

BATCH = 10_000  # rows removed in a transaction
ONE = 20_000  # rows, written and removed, that fit into one transaction
Progress = Callable[[str, int, int], None]  # what is being written, rows looked at or removed, rows in all


def first_known(labels: Iterable[str]) -> str:
    """The label of a node that the model knows, if others were added to it."""
    return min(labels, key=lambda label: (label not in NODES, label), default="")


class Sync:
    """One sync of the rows of a graph into one store. `again`: ask the store for every row, whatever was sent to it."""

    def __init__(
        self,
        bolt: Bolt,
        parts: Parts,
        run: LoadRun,
        progress: Progress | None,
        replace_others: bool,
        sent: Sent | None = None,
        again: bool = False,
    ) -> None:
        self.bolt, self.run, self.replace_others = bolt, run, replace_others
        self.parts = parts
        self.sent, self.again = sent or Sent(None), again
        self.changes = Changes()
        self.progress: Progress = progress or (lambda what, done, total: None)
        self.done = self.total = 0
        self.new_documents: list[str] = []
        self.gone: dict[Group, dict[Key, str]] = {}
        self.held_groups: set[Group] = set()

    def __call__(self) -> Changes:
        """Do it. Raises StoreError when the database holds another collection, or fails on the way."""
        self._look()
        waves = self._differing()
        first: list[tuple[Group, Rows]] = []
        number = 0
        if self.empty and self.total > ONE:
            self._in_many(first, waves)
        else:
            for group, rows in waves:
                first.append((group, rows))
                number += len(rows)
                if number > ONE:
                    self._in_many(first, waves)
                    break
            else:
                self._in_few(first, number)
        self.sent.keep(self._state())
        return self.changes

    def _in_few(self, waves: list[tuple[Group, Rows]], number: int) -> None:
        """All that is to be written, where it is little; what has to go may be much."""
        gone = sum(map(len, self.gone.values()))
        if waves or gone or self.old_runs or self.outdated:  # answers name codebook and rules of the last load
            self._in_one(waves) if number + gone <= ONE else self._in_many(waves, ())
        elif not (self.believed or self.empty):
            self._constraints()  # rows of a bulk import have none yet

    def _in_one(self, waves: list[tuple[Group, Rows]]) -> None:
        """All rows or none, in one transaction; the run within it where nobody can see a part of that."""
        held = {group[0] for group in self.held_groups}
        self._constraints({group[0] for group, _ in waves} - held if self.believed else NODES)
        rest = [(cypher, rows) for _, cypher, rows in self._removals(at_once=True)]
        apart = not self.bolt.embedded and bool(waves or rest)
        if apart:
            self._write_run(self.run)
            rest.append(self._joins())
        else:
            rest += [*self._end_of_run(), self._joins()]

        def write(transaction: Any) -> None:
            for group, rows in waves:
                if (number := run_rows(transaction, self._merge(group), rows)) != len(rows):
                    raise lost(self.bolt, group, len(rows) - number, len(rows))  # which undoes all of it
            for cypher, rows in rest:
                run_rows(transaction, cypher, rows)

        self.bolt.write(write)
        for group, _ in waves:
            self.progress(group[0], self.done, self.total)
        if apart:
            self._together(self._end_of_run())
        self._finished()

    def _in_many(self, first: list[tuple[Group, Rows]], rest: Iterable[tuple[Group, Rows]]) -> None:
        """In many transactions; a run that is not finished is seen by the next load."""
        begun = self.bolt.aside(self._begin)
        if not self.empty:
            begun(None)  # else the first rows are made meanwhile
        with Lanes(self.bolt, self.empty, self._written) as lanes:
            for group, rows in chain(_let_go(first), rest):
                begun(None)
                lanes.put(group, rows)
        self.total = self.done + sum(map(len, self.gone.values()))
        for group, cypher, rows in self._removals():
            for batch in _batches(rows):
                write_rows(self.bolt, cypher, batch)
                self.done += len(batch)
                self.progress(group[0], self.done, self.total)
        self._finish()

    def look(self) -> tuple[Changes, int]:
        """What a sync would change, and how many unfinished loads it would clear away; writes nothing."""
        self._look()
        for _ in self._differing():
            pass
        return self.changes, len(self.old_runs)

    # --- what differs -----------------------------------------------------------------------------------------------

    def _look(self) -> None:
        """Which loads the store holds, whether it is empty, and which groups it has."""
        runs = self.bolt.read(statements.HELD_RUNS, {}, fresh=True)
        others = sorted({str(r["collection"]) for r in runs if r["collection"] != self.run.collection})
        if others and not self.replace_others:
            raise StoreError(
                "the database holds the graph of another collection",
                self.bolt.where,
                "use another database (NEO4J_DATABASE), or load with --replace to put this one in its place",
            )
        number = 1 + max((int(r["number"]) for r in runs), default=0)
        self.run = replace(self.run, number=number, rules=rules())
        self.outdated = bool(runs) and any(runs[-1][name] != getattr(self.run, name) for name in ("codebook", "rules"))
        self.runs = sorted(str(r["id"]) for r in runs)
        self.old_runs = [r["id"] for r in runs if r["finished"] is None or r["collection"] != self.run.collection]
        state = self._state()
        self.empty = not state["nodes"]
        fits = self.sent.fits(state)
        self.believed = fits and not (self.again or self.empty or self.old_runs)
        if self.believed:
            try:
                self.held_groups = set(self.sent.groups())
            except LostError:
                self.believed = False
        if not self.believed and not self.empty:
            self.held_groups = set(self._kinds())
        self.total = sum(self.parts.numbers.values())

    def _state(self) -> dict[str, object]:
        """What tells that a store is as it was left: its loads, and how much it holds."""
        nodes = self.bolt.read(statements.ALL_NODES, {}, fresh=True)[0]["count"]
        edges = self.bolt.read(statements.ALL_EDGES, {}, fresh=True)[0]["count"]
        return {"runs": self.runs, "nodes": nodes, "relationships": edges}

    def _kinds(self) -> Iterator[Group]:
        for r in self.bolt.read(statements.HELD_LABELS, {}, fresh=True):
            yield (first_known(r["labels"]),)
        for r in self.bolt.read(statements.HELD_TYPES, {}, fresh=True):
            yield (r["type"], first_known(r["sources"]), first_known(r["targets"]))

    def _differing(self) -> Iterator[tuple[Group, Rows]]:
        """Rows to write, nodes before relationships, a part at a time; notes what has to go, and counts."""
        groups = sorted({*self.parts.numbers, *self.held_groups}, key=lambda group: (len(group) > 1, group))
        for group in groups:
            if group[0] in (OWN_LABEL, OWN_TYPE):
                continue
            wave = at_a_time(self.bolt, group)
            fresh, held = self._compared(group, self.parts.chunks(group))
            rows: Rows = []
            for chunk in fresh:
                told = []
                for item in chunk.items():
                    key, made = key_of(item), of_item(item)
                    told.append((key, made.hash))
                    before = held.pop(key, None)
                    if before != made.hash:
                        self._count(group, item, before)
                        rows.append(parameters(item, made, again=not self.empty))
                self.sent.add(group, chunk.hash, told)
                self.done += chunk.number
                if len(rows) >= wave:
                    yield group, rows
                    rows = []
            if rows:
                yield group, rows
            if held:
                self.gone[group] = held
                self.changes.removed_by[group[0]] = self.changes.removed_by.get(group[0], 0) + len(held)

    def _compared(self, group: Group, found: list[Chunk]) -> tuple[list[Chunk], dict[Key, str]]:
        """The chunks that have to be looked at row by row, and the rows that the store holds in their place."""
        if self.believed:
            try:
                known = self.sent.hashes(group)
                fresh = [chunk for chunk in found if chunk.hash not in known]
                held = self.sent.take(known - {chunk.hash for chunk in found})
                self.done += sum(chunk.number for chunk in found if chunk.hash in known)
                return fresh, held
            except LostError:
                self.believed = False
                self.held_groups |= set(self._kinds())
        return found, self._held(group) if group in self.held_groups else {}

    def _held(self, group: Group) -> dict[Key, str]:
        """Every row of a group that the store holds: its key and hash."""
        if len(group) == 1:
            return {(str(id_),): hash_ for id_, hash_ in self.bolt.rows(statements.held_nodes(*group))}
        return {tuple(map(str, key)): hash_ for *key, hash_ in self.bolt.rows(statements.held_edges(*group))}

    def _count(self, group: Group, item: Item, before: str | None) -> None:
        by = self.changes.added_by if before is None else self.changes.changed_by
        by[group[0]] = by.get(group[0], 0) + 1
        if group == ("Document",):
            self.new_documents.append(item.id)  # type: ignore[union-attr]

    # --- writing ----------------------------------------------------------------------------------------------------

    def _constraints(self, groups: Iterable[str] = NODES) -> None:
        """Those of some labels: a store that is as this left it has those of all that it holds."""
        for label in NODES:
            if label in groups:
                self.bolt.run(statements.constraint(label))

    def _begin(self) -> None:
        """What stands before the first row of a load in many transactions."""
        self._constraints()
        self._write_run(self.run)

    def _written(self, group: Group, number: int) -> None:
        self.progress(group[0], self.done, self.total)

    def _merge(self, group: Group) -> str:
        return statements.merge_nodes(*group) if len(group) == 1 else statements.merge_edges(*group)

    def _removals(self, at_once: bool = False) -> Iterator[tuple[Group, str, Rows]]:
        """Relationships first, then nodes; what others have hung on these goes too, and is said.

        `at_once`: all within one transaction, where relationships of a node that goes need no statement of their own.
        """
        ends = {group[0]: {key[0] for key in keys} for group, keys in self.gone.items() if len(group) == 1}
        for group in sorted(self.gone, key=lambda group: (len(group) == 1, group)):
            keys = self.gone[group]
            if len(group) == 1:
                rows: Rows = [{"id": key[0]} for key in keys]
                self._hanging(group[0], rows)
                yield group, statements.delete_nodes(group[0]), rows
            else:
                sources, targets = (ends.get(label, ()) if at_once else () for label in group[1:])
                rows = [
                    {"from_id": key[0], "to_id": key[1], HASH: hash_}
                    for key, hash_ in keys.items()
                    if key[0] not in sources and key[1] not in targets
                ]
                if rows:
                    yield group, statements.delete_edges(*group), rows

    def _joins(self) -> tuple[str, Rows]:
        """Documents of this run, and those of an unfinished one, joined to it."""
        joined = sorted(self.new_documents)
        if not self.believed:  # else every document that was loaded before is joined to the load that did it
            linked = {r["id"] for r in self.bolt.read(statements.LOADED_DOCUMENTS, {}, fresh=True)}
            new = set(joined)
            ids = [key_of(item)[0] for chunk in self.parts.chunks(("Document",)) for item in chunk.items()]
            joined = sorted(id_ for id_ in ids if id_ in new or id_ not in linked)
        rows = [{"from_id": id_, "to_id": self.run.id, "of": {HASH: BARE.hash}} for id_ in joined]
        return statements.merge_edges(OWN_TYPE, "Document", OWN_LABEL), rows

    def _end_of_run(self) -> list[tuple[str, Rows]]:
        """The run with its end and counts; unfinished ones go."""
        c = self.changes
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        run = replace(self.run, finishedAt=now, added=c.added, changed=c.changed, removed=c.removed)
        return [
            (statements.delete_nodes(OWN_LABEL), [{"id": id_} for id_ in self.old_runs if id_ != self.run.id]),
            (statements.merge_nodes(OWN_LABEL), [parameters(run, of_item(run), again=True)]),
        ]

    def _finish(self) -> None:
        """After everything else; the run's end comes last, alone where who reads can see a part of a transaction."""
        if self.bolt.embedded:
            self._together([*self._end_of_run(), self._joins()])
        else:
            self._together([self._joins()])
            self._together(self._end_of_run())
        self._finished()

    def _together(self, parts: list[tuple[str, Rows]]) -> None:
        """In one transaction."""

        def write(transaction: Any) -> None:
            for cypher, rows in parts:
                run_rows(transaction, cypher, rows)

        self.bolt.write(write)

    def _finished(self) -> None:
        self.runs = sorted({*self.runs, self.run.id} - ({*map(str, self.old_runs)} - {self.run.id}))

    def _write_run(self, run: LoadRun) -> None:
        write_rows(self.bolt, statements.merge_nodes(OWN_LABEL), [parameters(run, of_item(run), again=True)])

    def _hanging(self, label: str, rows: Rows) -> None:
        hanging = sum(
            self.bolt.read(statements.foreign_edges(label), {"rows": batch})[0]["hanging"] for batch in _batches(rows)
        )
        if hanging:
            noun = "relationship" if hanging == 1 else "relationships"
            self.changes.notes.append(f"{hanging} {noun} of yours went with {label} nodes that are no longer loaded")


def _let_go(waves: list[tuple[Group, Rows]]) -> Iterator[tuple[Group, Rows]]:
    """One after the other, none kept once it is taken."""
    while waves:
        yield waves.pop(0)


def _batches(rows: Rows) -> Iterator[Rows]:
    rest = iter(rows)
    while batch := list(islice(rest, BATCH)):
        yield batch
