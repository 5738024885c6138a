"""Loads that are killed, cut off or run out of room at any moment; after the next load the graph is an undisturbed one.

    python -m benchmarks.kills [NUMBER] [neo4j]       200 where nothing is said, on the embedded engine

A third of the disturbances are SIGKILL to the whole load; a third fill the disk (a small file system of its own where
one may be mounted, else a limit to the size of files); a third cut the connection to the engine (the embedded one is
killed, before a server stands a proxy that is cut). On Neo4j the full disk is the collection's; `full_disk` fills the
server's. After each five, begun from nothing, the next load must give the bytes of an undisturbed graph. Of each
second five all loads take many small transactions, as those of a large collection do.
"""

from __future__ import annotations

import contextlib
import os
import random
import resource
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import psutil

from benchmarks.servers import NoServer, server
from graph.store import open_store
from graph.store.unstarted import LATE

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "graph" / "samples"
EVERY = 5
WAITS = 9  # times more that a command is begun where an engine does not answer in time: the machine is busy
BUSY = ("no answer within", LATE)
WIDE = "1g"  # of the small file system, while it is not full
KINDS = ("killed", "full disk", "cut off")
IN_MANY = """
import sys
from graph.cli import main
from graph.store import lanes, sync
sync.ONE, lanes.BATCH, lanes.FEW, lanes.LEFT = 0, 100, 20, 200
sys.exit(main())
"""  # the command, whose transactions are small


class Proxy:
    """A port in front of a server that passes everything on until it is cut, or until so many bytes went in."""

    def __init__(self, host: str, port: int, most: int | None = None) -> None:
        self.target, self.left = (host, port), most
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.open: list[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                near, _ = self.listener.accept()
                far = socket.create_connection(self.target)
                self.open += [near, far]
                for one, other, counted in ((near, far, True), (far, near, False)):
                    threading.Thread(target=self._pass, args=(one, other, counted), daemon=True).start()

    def _pass(self, one: socket.socket, other: socket.socket, counted: bool) -> None:
        with contextlib.suppress(OSError):
            while data := one.recv(65536):
                if counted and self.left is not None:
                    data, self.left = data[: self.left], max(0, self.left - len(data))
                other.sendall(data)
                if self.left == 0:
                    self.cut()
                    return
        for end in (one, other):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def cut(self) -> None:
        """Close every connection and take no more."""
        self.listener.close()
        for end in self.open:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()


def command(folder: Path, *words: object, many: bool = False) -> list[str]:
    """A verb of the command line in a process of its own; `many`: in many transactions where it writes."""
    begins = ["-c", IN_MANY] if many else ["-m", "graph.cli"]
    return [sys.executable, *begins, *map(str, words), "--collection", str(folder / "killed.db")]


class Disk:
    """The file system of a folder, which can be filled: one of its own where that may be mounted."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        self.own = self._mount("-t", "tmpfs", "-o", f"size={WIDE}", "none")

    def _mount(self, *words: str) -> bool:
        call = ["mount", *words, str(self.folder)]
        with contextlib.suppress(OSError):
            return subprocess.run(call, capture_output=True, check=False).returncode == 0
        return False

    def fill(self, free: int) -> Callable[[], None] | None:
        """Leave so many bytes free; what a process has to call first where only its own files can be limited."""
        if not self.own:
            return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (free, free))
        used = shutil.disk_usage(self.folder).used
        self._mount("-o", f"remount,size={used + free}")
        return None

    def free(self) -> None:
        """There is room again."""
        if self.own:
            self._mount("-o", f"remount,size={WIDE}")

    def empty(self) -> None:
        """Nothing is on it."""
        for path in self.folder.iterdir():
            shutil.rmtree(path)

    def close(self) -> None:
        """Give it back."""
        if self.own:
            subprocess.run(["umount", "--lazy", str(self.folder)], check=False)


def run(folder: Path, *words: object) -> subprocess.CompletedProcess[str]:
    """Run it to its end; again where the engine did not answer in time, which says nothing of the graph."""
    call = command(folder, *words)
    for _ in range(1 + WAITS):
        done = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, timeout=1200, check=False)
        if not any(words in done.stderr for words in BUSY):
            break
    return done


def exported(folder: Path, store: str) -> dict[str, bytes]:
    """The facts of the graph, as bytes."""
    with tempfile.TemporaryDirectory(dir=folder) as out:
        done = run(folder, "export", out, "--for", "csv", "--facts", "--internal", "--store", store)
        if done.returncode:
            raise SystemExit(done.stderr)
        return {p.name: p.read_bytes() for p in sorted(Path(out).iterdir())}


def disturb(kind: str, folder: Path, disk: Disk, store: str, after: float, free: int, many: bool) -> bool:
    """One load, disturbed after so many seconds or with so many bytes free; whether that kept it from ending well."""
    proxy, limit = None, None
    if kind == "cut off" and "://" in store:
        host, port = store.split("://")[1].split(":")
        proxy = Proxy(host, int(port))
        store = f"bolt://127.0.0.1:{proxy.port}"
    if kind == "full disk":
        limit = disk.fill(free)
    load = subprocess.Popen(
        command(folder, "load", SAMPLES, "--store", store, many=many),
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=limit,
    )
    if kind != "full disk":
        with contextlib.suppress(subprocess.TimeoutExpired):
            load.wait(after)
        if kind == "killed":
            with contextlib.suppress(ProcessLookupError):
                os.killpg(load.pid, signal.SIGKILL)
        elif proxy is not None:
            proxy.cut()
        else:
            for process in engines(folder):
                with contextlib.suppress(psutil.Error):
                    process.kill()
    said = load.communicate(timeout=600)[1]
    disk.free()
    if "Traceback" in said:
        raise SystemExit(f"no sentence for {kind}: {said[-1500:]}")
    return load.returncode != 0


def engines(folder: Path) -> list[psutil.Process]:
    """The embedded engine of this folder, not its keeper."""
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            words = " ".join(process.cmdline())
            if "ArcadeDBServer" in words and str(folder / "killed.db") in words:
                found.append(process)
    return found


def measure(number: int = 200, engine: str = "embedded") -> Iterator[str]:
    """How many of `number` disturbances the next load made good; a line for each twenty and each failure."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name) / "disk"
        disk = Disk(folder)
        stack.callback(disk.close)
        store = str(folder / "killed.db")
        if engine == "neo4j":
            running = stack.enter_context(server(Path(name) / "server"))
            store = running.uri
            os.environ |= {"NEO4J_USERNAME": running.username, "NEO4J_PASSWORD": running.password}
        yield from disturbed(number, folder, disk, store)


def both() -> Iterator[str]:
    """200 on each engine that can be had."""
    yield from measure()
    try:
        yield from measure(engine="neo4j")
    except NoServer as reason:
        yield f"kills on Neo4j: not measured, {reason}"


def disturbed(number: int, folder: Path, disk: Disk, store: str) -> Iterator[str]:
    """All disturbances, five at a time, each five begun from nothing."""
    chance = random.Random(20)
    began = time.monotonic()
    first = run(folder, "load", SAMPLES, "--store", store)
    if first.returncode:
        raise SystemExit(first.stderr)
    lasted = time.monotonic() - began
    whole = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    undisturbed = exported(folder, store)
    good = done = met = 0
    while done < number:
        batch = min(EVERY, number - done)
        emptied(disk, store)
        for i in range(batch):
            began, after, free = time.monotonic(), chance.uniform(0.2, lasted), chance.randrange(whole)
            many = bool(done // EVERY % 2)
            if disturb(KINDS[(done + i) % 3], folder, disk, store, after, free, many):
                met += 1
            else:  # a load that ended well leaves the next one nothing to do
                lasted = max(1.0, min(lasted, time.monotonic() - began))
                emptied(disk, store)
        again = run(folder, "load", SAMPLES, "--store", store)
        same = again.returncode == 0 and exported(folder, store) == undisturbed
        good += batch * same
        done += batch
        if not same:
            yield f"after disturbances {done - batch + 1} to {done}: {again.stderr[-300:] or 'another graph'}"
        if not done % 20 or done == number:
            where = "Neo4j" if "://" in store else "the embedded engine"
            yield f"loads disturbed on {where}, made good by the next: {good} of {done} ({met} met one under way)"


def emptied(disk: Disk, store: str) -> None:
    """Begin again with nothing, so that a first load is disturbed too."""
    disk.empty()
    if "://" in store:
        with open_store(store) as opened:
            opened._bolt.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())


if __name__ == "__main__":
    for line in measure(
        int(sys.argv[1]) if len(sys.argv) > 1 else 200, sys.argv[2] if len(sys.argv) > 2 else "embedded"
    ):
        print(line, flush=True)
