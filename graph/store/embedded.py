"""The embedded engine as its users see it: join the one that runs, or start one; a lease keeps it alive.

`keeper.py` says how it is kept and ended. The start is guarded by a file lock, so that two first commands share one
engine. What is left of an engine whose keeper was killed is ended before a new one starts.
"""

from __future__ import annotations

import contextlib
import importlib.util
import json
import os
import shutil
import socket
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from graph.errors import StoreError
from graph.store.apart import apart, forget
from graph.store.driver import driver
from graph.store.heap import heap_for
from graph.store.keeper import DATABASE, ending
from graph.store.lock import turn
from graph.store.quicker import cache, make_later
from graph.store.unstarted import unstarted

__all__ = ["DATABASE", "Lease", "engine_folder", "join", "rebuild"]

START_SECONDS = 90.0
LEAVE_SECONDS = 15.0


def engine_folder(path: Path) -> Path:
    """Where the engine of a collection keeps its files."""
    return path / "engine"


@dataclass
class Lease:
    """A share in a running engine; `leave` gives it back."""

    folder: Path
    bolt: int
    password: str
    connection: socket.socket

    @property
    def address(self) -> str:
        """Where Bolt clients of this machine reach the engine."""
        return f"bolt://127.0.0.1:{self.bolt}"

    def leave(self, wait: float = LEAVE_SECONDS) -> None:
        """Give the lease back; the last one waits (at most `wait` seconds) until the engine has ended."""
        with contextlib.suppress(OSError):
            self.connection.shutdown(socket.SHUT_WR)
            self.connection.settimeout(max(wait, 0.01))
            while self.connection.recv(100):
                pass
        self.connection.close()


def package() -> Path:
    """The folder of the engine's Python package. Raises StoreError where there is no wheel for this machine."""
    found = importlib.util.find_spec("arcadedb_embedded")
    folder = Path(found.origin).parent if found and found.origin else None
    if folder is None or not (folder / "jre" / "bin").is_dir():
        raise StoreError(
            "the embedded engine is not installed (there is none for this kind of machine, or it was left out)",
            "",
            "use a Neo4j server: --store bolt://localhost:7687, with NEO4J_USERNAME and NEO4J_PASSWORD",
        )
    return folder


def join(path: Path, *, create: bool = True) -> Lease:
    """A lease on the engine of the collection at `path`; starts the engine where none runs."""
    where, folder = package(), engine_folder(path)
    if path.exists() and not path.is_dir():
        raise StoreError("is a file, not a collection folder", str(path), "give another --store")
    if not create and not (folder / "databases").is_dir():
        raise StoreError("there is no graph here yet", str(path), "load documents first: goldenthread load PATH")
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise StoreError(f"cannot be made ({error.strerror})", str(path), "choose a folder you can write to") from error
    if lease := _ask(folder):
        return lease
    with turn(path / "engine.lock", "is starting or repairing this store"):
        if lease := _ask(folder):
            return lease
        _clear(folder)
        return _start(where, folder)


def rebuild(path: Path) -> None:
    """Throw the embedded graph away, so that the next sync writes it again. The collection's records stay."""
    with turn(path / "write.lock", "is loading into this store"), turn(path / "engine.lock", "is starting this store"):
        _clear(engine_folder(path), patience=0.0)
        shutil.rmtree(engine_folder(path), ignore_errors=True)


def _told(folder: Path) -> dict[str, Any] | None:
    try:
        told = json.loads((folder / "keeper.json").read_text("utf-8"))
        return told if isinstance(told, dict) else None
    except (OSError, ValueError):
        return None


def _ask(folder: Path) -> Lease | None:
    """A lease from the keeper that `keeper.json` names, if one answers there: the port decides, not the process id."""
    told = _told(folder)
    if told is None:
        return None
    try:
        connection = socket.create_connection(("127.0.0.1", int(told["port"])), timeout=START_SECONDS)
        connection.sendall(str(told["token"]).encode() + b"\n")
        line = connection.makefile("rb").readline()
        answer = json.loads(line) if line else None
        password = (folder / "password").read_text("utf-8")
    except (OSError, ValueError, KeyError):
        return None
    if not isinstance(answer, dict) or "bolt" not in answer:
        connection.close()
        if isinstance(answer, dict) and "how" in answer:
            raise unstarted(str(answer["how"]), str(answer["said"]), str(folder.parent))
        return None
    return Lease(folder, int(answer["bolt"]), password, connection)


def _clear(folder: Path, patience: float = 12.0) -> None:
    """End what is left of an engine that nobody answers for; one that is ending is given time to."""
    told = _told(folder) or {}
    left = [p for name in ("keeper", "engine") if (p := _process(told.get(name), folder))]
    _, alive = psutil.wait_procs(left, timeout=patience)
    for process in alive:
        with contextlib.suppress(psutil.Error):
            process.terminate()
    _, alive = psutil.wait_procs(alive, timeout=10)
    for process in alive:
        with contextlib.suppress(psutil.Error):
            process.kill()
    psutil.wait_procs(alive, timeout=5)
    (folder / "keeper.json").unlink(missing_ok=True)


def _process(pid: object, folder: Path) -> psutil.Process | None:
    """The process of that id if it is ours: a reused id belongs to a program that does not name this folder."""
    try:
        process = psutil.Process(int(str(pid)))
        if process.status() == psutil.STATUS_ZOMBIE:
            return None
        return process if any(str(folder.resolve()) in part for part in process.cmdline()) else None
    except (psutil.Error, ValueError):
        return None


def _start(where: Path, folder: Path) -> Lease:
    """Start a keeper in a session of its own, so that the terminal's Ctrl-C does not reach it."""
    heap, ready = heap_for(folder), cache(where)
    call = [sys.executable, "-I", str(Path(__file__).with_name("keeper.py")), str(folder.resolve()), str(where), heap]
    made = os.open(folder / "keeper.out", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with open(made, "wb") as out:
        keeper = apart([*call, *([str(ready)] if ready else [])], folder, out)
    driver()  # importing it takes as long as half a start: meanwhile
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if lease := _ask(folder):
            forget(keeper)
            if not ready:
                make_later(where)
            return lease
        if keeper.poll() is not None:
            break
        time.sleep(0.02)
    how, said = ending(keeper.poll()), (folder / "keeper.out").read_text(errors="replace")
    forget(keeper)
    raise unstarted(how, said, str(folder.parent))
