"""What is right and what is wrong with a collection folder, each with how to mend it. Reads only."""

from __future__ import annotations

import hashlib
import shutil
import stat
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from graph.collection.holds import holds
from graph.collection.withdrawal import tombstones
from graph.decisions.scrutiny import edited_out
from graph.errors import GoldenThreadError

if TYPE_CHECKING:
    from graph.collection import Collection

LEAST_FREE = 200_000_000  # bytes
BACKUP = "restore the collection from a backup: goldenthread restore"


@dataclass(frozen=True)
class Sign:
    """One line of the doctor: `state` is right, wrong, or a note (worth knowing, nothing to mend)."""

    what: str
    state: Literal["right", "wrong", "note"]
    found: str
    mend: str = ""


def examine(collection: Collection) -> Iterator[Sign]:
    """Every check of the folder; one that fails itself is said and the others go on."""
    checks: list[tuple[str, Callable[[Collection], Iterator[Sign]]]] = [
        ("permissions", _permissions),
        ("records", _records),
        ("sources", _sources),
        ("decisions", _decisions),
        ("history", _history),
        ("disk", _disk),
    ]
    for what, check in checks:
        try:
            yield from check(collection)
        except GoldenThreadError as error:
            yield Sign(what, "wrong", f"{error.where}: {error.what}", error.todo or BACKUP)
        except OSError as error:
            yield Sign(what, "wrong", f"cannot be read ({error.strerror})", "check the folder's permissions")


def open_to_others(folder: Path) -> list[Path]:
    """Files and folders that other accounts of the machine may read; none on Windows, which has no such modes."""
    if sys.platform == "win32":
        return []
    return [p for p in (folder, *sorted(folder.rglob("*"))) if stat.S_IMODE(p.lstat().st_mode) & 0o077]


def half_written(folder: Path) -> list[Path]:
    """Files of commands that were killed while writing; nothing reads them."""
    return [p for p in sorted(folder.rglob("*.new")) if folder / "engine" not in p.parents]


def _permissions(collection: Collection) -> Iterator[Sign]:
    if found := open_to_others(collection.path):
        what = f"{len(found)} files or folders can be read by others ({found[0].name})"
        yield Sign("permissions", "wrong", what, "goldenthread doctor --mend")
    else:
        yield Sign("permissions", "right", "only its owner can read it")


def _records(collection: Collection) -> Iterator[Sign]:
    bad = 0
    for docid in collection.docids():
        try:
            collection.record(docid)
        except GoldenThreadError as error:
            bad += 1
            yield Sign("records", "wrong", f"{error.where}: {error.what}", error.todo)
    number = len(collection.docids())
    held = len(holds(collection))
    if not bad:
        yield Sign("records", "right", f"{number} documents can be read" + (f", {held} of them held" if held else ""))


def _sources(collection: Collection) -> Iterator[Sign]:
    """The copies of what was loaded: there, and with the content they had.

    Rows that a person added in the tracker are named by a hash of the rows, not of the workbook they came in.
    """
    good = 0
    for docid in collection.docids():
        head = collection.head(docid)
        copies = sorted((collection.path / "sources").glob(f"{docid}@{head.sha256[:12]}*"))
        copies = [p for p in copies if p.suffix != ".new"]
        if not copies:
            yield Sign("sources", "wrong", f"the copy of {head.file or docid} is missing", "load the document again")
        elif not head.file.endswith(f"-{head.sha256[:8]}.xlsx") and not _as_kept(copies[0], head.sha256):
            copy = copies[0].name
            yield Sign("sources", "wrong", f"{copy} has changed", f"remove it and load the document again, or {BACKUP}")
        else:
            good += 1
    if good == len(collection.docids()):
        yield Sign("sources", "right", f"{good} copies are as they were loaded")


def _as_kept(path: Path, sha256: str) -> bool:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == sha256


def _decisions(collection: Collection) -> Iterator[Sign]:
    yield Sign("decisions", "right", f"{len(collection.decisions())} can be read")
    noted = [mark for run in collection.runs() for mark in run.get("views", ())]
    for mark in edited_out(noted, collection.views()):
        day, role, view, _ = mark.split(" · ")
        what = f"a view of the {role} of {day} ({view}) was taken out of its file or altered; it cannot be taken back"
        yield Sign("scrutiny", "wrong", what, f"give it again with confirm scrutiny and --on {day}, or {BACKUP}")


def _history(collection: Collection) -> Iterator[Sign]:
    """What was cut short, and times that cannot be."""
    if left := half_written(collection.path):
        what = f"{len(left)} half-written files of a command that was killed ({left[0].name})"
        yield Sign("interrupted", "wrong", what, "goldenthread doctor --mend")
    for stone in tombstones(collection):
        if not stone.finished:
            what = f"the withdrawal of {stone.title} was cut short"
            yield Sign("interrupted", "wrong", what, "goldenthread doctor --mend finishes it")
    runs = collection.runs()
    if not runs:
        yield Sign("history", "note", "no load has finished yet", "goldenthread load YOUR-DOCUMENTS")
        return
    last = runs[-1]
    ahead = (datetime.now(UTC) + timedelta(minutes=5)).strftime("%Y-%m-%dT%H:%M:%S")
    if str(last["started"]) > ahead:
        what = f"the last load began on {last['started']}, which is still to come"
        yield Sign("clock", "note", what, "check this machine's clock; no fact depends on it")
    documents = len(last.get("documents", ()))
    text = (
        f"{len(runs)} loads; the last began {last['started']} with {documents} documents, codebook {last['codebook']}"
    )
    yield Sign("history", "right", f"{text}, version {last['version']}")


def _disk(collection: Collection) -> Iterator[Sign]:
    free = shutil.disk_usage(collection.path).free
    size = sum(p.stat().st_size for p in collection.path.rglob("*") if p.is_file())
    text = f"{free // 1_000_000} MB free, the collection takes {max(1, size // 1_000_000)} MB"
    if free < max(LEAST_FREE, size):
        yield Sign("disk", "wrong", text, "make room: writing the graph anew needs about as much again")
    else:
        yield Sign("disk", "right", text)
