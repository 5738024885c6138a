"""What was last written to a store, kept beside it, so that the next load need not ask for every row.

A small SQLite file: for each chunk (see `chunks.py`) its hash and the keys and hashes of its rows, and which loads and
how many nodes and relationships the store held then. It is believed only where the store holds exactly these still;
a store that somebody else has loaded, a load that was cut short, or rows added or taken away by hand do not fit, and
then the store itself is asked. It holds no text of a document, and nothing is lost when it is thrown away.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from graph.store.rows import Group, Key

FORMAT = "2"


class LostError(Exception):
    """The file cannot be read any more: the store has to be asked."""


class Sent:
    """The file at `path`, made if it is not there; without a path, and where it cannot be used, it knows nothing."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self._file: sqlite3.Connection | None = None
        if path is not None:
            try:
                self._open(path)
            except (sqlite3.Error, OSError):
                self.forget()

    def _open(self, path: Path) -> None:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        self._file = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._file.execute("PRAGMA cache_size = -4000")
        self._file.execute("BEGIN IMMEDIATE")
        self._file.execute("CREATE TABLE IF NOT EXISTS head (name TEXT PRIMARY KEY, value TEXT)")
        self._file.execute("CREATE TABLE IF NOT EXISTS chunk (hash BLOB PRIMARY KEY, of TEXT, rows TEXT) WITHOUT ROWID")
        self._file.execute("CREATE INDEX IF NOT EXISTS chunk_of ON chunk (of)")

    @property
    def keeps(self) -> bool:
        """Whether it can be used."""
        return self._file is not None

    def fits(self, state: dict[str, object]) -> bool:
        """Whether the store is as it was left; if not, all that is known is dropped."""
        if self._file is None:
            return False
        try:
            found = self._file.execute("SELECT value FROM head WHERE name = 'state'").fetchone()
            if found and found[0] == _state(state):
                return True
            self._file.execute("DELETE FROM chunk")
            self._file.execute("DELETE FROM head")
        except sqlite3.Error:
            self.forget()
        return False

    def groups(self) -> list[Group]:
        """Every group of which something is known. LostError, here and below, where the file fails."""
        return [tuple(json.loads(of)) for (of,) in self._all("SELECT DISTINCT of FROM chunk")]

    def hashes(self, group: Group) -> set[bytes]:
        """The chunks that are known of a group."""
        return {hash_ for (hash_,) in self._all("SELECT hash FROM chunk WHERE of = ?", (json.dumps(group),))}

    def take(self, chunks: Iterable[bytes]) -> dict[Key, str]:
        """Keys and hashes of the rows of these chunks, which are forgotten."""
        found: dict[Key, str] = {}
        for chunk in chunks:
            for (rows,) in self._all("SELECT rows FROM chunk WHERE hash = ?", (chunk,)):
                width, told = json.loads(rows)
                found.update((tuple(told[at : at + width]), told[at + width]) for at in range(0, len(told), width + 1))
            self._all("DELETE FROM chunk WHERE hash = ?", (chunk,))
        return found

    def add(self, group: Group, chunk: bytes, rows: list[tuple[Key, str]]) -> None:
        """A chunk that is being written; it counts from `keep` on."""
        if self._file is not None:
            width = len(rows[0][0])  # one flat list of texts is written quicker than a list for each row
            told = json.dumps([width, [part for key, hash_ in rows for part in (*key, hash_)]], ensure_ascii=False)
            told = told.encode("utf-8", "replace").decode("utf-8")
            with suppress(LostError):
                self._all("INSERT OR REPLACE INTO chunk VALUES (?, ?, ?)", (chunk, json.dumps(group), told))

    def keep(self, state: dict[str, object]) -> None:
        """All of it holds, and the store is in this state."""
        with suppress(LostError):
            self._all("INSERT OR REPLACE INTO head VALUES ('state', ?)", (_state(state),))
            self._all("COMMIT")

    def close(self) -> None:
        """Close it; what was not kept never was."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def forget(self) -> None:
        """Give it up: a damaged file, a full disk or a folder that cannot be written costs time and nothing else."""
        try:
            self.close()
            if self.path is not None:
                for name in (self.path, self.path.with_name(self.path.name + "-journal")):
                    name.unlink(missing_ok=True)
        except (sqlite3.Error, OSError):
            self._file = None

    def _all(self, statement: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        if self._file is None:
            raise LostError
        try:
            return self._file.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            self.forget()
            raise LostError from error


def _state(state: dict[str, object]) -> str:
    return json.dumps({"format": FORMAT, **state}, sort_keys=True)
