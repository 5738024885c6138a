"""What a sync compares and writes: the rows of a graph by group, in chunks; in memory, or on disk where they are many.

A graph of hundreds of thousands of facts takes more memory than writing it, and Python gives none of that back. So a
large one is made in a process of its own, which puts its rows into a file (`spill`) and ends; who writes them to a
store reads a chunk at a time. The file holds what was published, as the collection's records do: it stands beside the
store, for its owner alone, and is taken away as soon as it is open.
"""

from __future__ import annotations

import json
import marshal
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from graph.errors import StoreError
from graph.memory import Graph, uncollected
from graph.store.chunks import chunk_of, cut, ends, packed, unpacked
from graph.store.rows import Group, Item, grouped

_BEGINS = "rows-"  # how the file is called


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some rows of a group that follow each other: their hash, how many, and where to get them."""

    hash: bytes
    number: int
    items: Callable[[], list[Item]]


class Parts:
    """The rows of a graph in memory: how many of each group, and their chunks."""

    def __init__(self, graph: Graph) -> None:
        """All rows. Raises StoreError for a relationship that lacks what it is told apart by."""
        self._groups, self._ends = grouped(graph), ends(graph)
        self.numbers = {group: len(items) for group, items in self._groups.items()}

    def chunks(self, group: Group) -> list[Chunk]:
        """The chunks of a group in order; none where it has no rows."""
        with uncollected():
            return [_in_memory(group, part) for part in cut(group, self._groups.get(group, []), self._ends)]


def _in_memory(group: Group, part: list[Item]) -> Chunk:
    return Chunk(chunk_of(group, packed(group, part)[0]), len(part), lambda: part)


@dataclass(frozen=True)
class Spilled:
    """A file of rows, and where the chunks of each group stand in it: hash, number of rows, place, bytes, if JSON."""

    path: Path
    places: dict[Group, list[tuple[bytes, int, int, int, bool]]]

    @contextmanager
    def open(self) -> Iterator[Parts]:
        """The rows; afterwards the file is gone, and on Linux and macOS as soon as it is open."""
        with self.path.open("rb") as file:
            try:
                with suppress(OSError):
                    self.path.unlink()
                yield _OnDisk(file, self)
            finally:
                file.close()
                self.path.unlink(missing_ok=True)


class _OnDisk(Parts):
    """The rows in a file."""

    def __init__(self, file: IO[bytes], spilled: Spilled) -> None:
        self._file, self._places = file, spilled.places
        self.numbers = {group: sum(place[1] for place in places) for group, places in spilled.places.items()}

    def chunks(self, group: Group) -> list[Chunk]:
        """The chunks of a group in order, each read when it is asked for."""
        return [
            Chunk(hash_, number, lambda at=at, size=size, is_json=is_json: self._read(group, at, size, is_json))  # type: ignore[misc]
            for hash_, number, at, size, is_json in self._places.get(group, [])
        ]

    def _read(self, group: Group, at: int, size: int, is_json: bool) -> list[Item]:
        self._file.seek(at)
        data = self._file.read(size)
        return unpacked(group, json.loads(data) if is_json else marshal.loads(data))  # noqa: S302 # nosec B302


def spill(graph: Graph, folder: Path) -> Spilled:
    """Put the rows of a graph into a new file in a folder. Raises StoreError where there is no room for it."""
    places: dict[Group, list[tuple[bytes, int, int, int, bool]]] = {}
    name = ""
    try:
        handle, name = tempfile.mkstemp(prefix=_BEGINS, dir=folder)  # readable by its owner alone
        with os.fdopen(handle, "wb") as file:
            at = ends(graph)
            for group, items in grouped(graph).items():
                of_group = places[group] = []
                for part in cut(group, items, at):
                    data, is_json = packed(group, part)
                    of_group.append((chunk_of(group, data), len(part), file.tell(), len(data), is_json))
                    file.write(data)
    except BaseException as error:
        if name:
            Path(name).unlink(missing_ok=True)
        if isinstance(error, OSError):
            what = f"the rows of the graph cannot be written here ({error.strerror})"
            raise StoreError(what, str(folder), "make room and load again; nothing was lost") from error
        raise
    return Spilled(Path(name), places)


def clear(folder: Path) -> None:
    """Take away what a killed load left behind."""
    for file in folder.glob(f"{_BEGINS}*"):
        file.unlink(missing_ok=True)
