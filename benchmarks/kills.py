"""Loads that are killed, cut off or run out of room at any moment; after the next load the graph is an undisturbed one.

    python -m benchmarks.kills [NUMBER] [NEO4J ADDRESS]       200 where nothing is said, on the embedded engine

A third of the disturbances are SIGKILL to the whole load, a third limit the size of files it may write (as a full disk
does), a third cut the connection to the engine (the engine itself is killed, or with a server the proxy in between).
After each ten disturbances the next load must give the bytes of an undisturbed graph.
"""

from __future__ import annotations

import contextlib
import os
import random
import resource
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "graph" / "samples"
EVERY = 10
KINDS = ("killed", "full disk", "cut off")


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


def command(folder: Path, *words: object) -> list[str]:
    """A verb of the command line in a process of its own."""
    return [sys.executable, "-m", "graph.cli", *map(str, words), "--collection", str(folder / "killed.db")]


def run(folder: Path, *words: object) -> subprocess.CompletedProcess[str]:
    """Run it to its end."""
    call = command(folder, *words)
    return subprocess.run(call, cwd=ROOT, capture_output=True, text=True, timeout=600, check=False)


def exported(folder: Path, store: str) -> dict[str, bytes]:
    """The facts of the graph, as bytes."""
    with tempfile.TemporaryDirectory(dir=folder) as out:
        done = run(folder, "export", out, "--for", "csv", "--facts", "--internal", "--store", store)
        if done.returncode:
            raise SystemExit(done.stderr)
        return {p.name: p.read_bytes() for p in sorted(Path(out).iterdir())}


def disturb(kind: str, folder: Path, store: str, after: float, chance: random.Random) -> None:
    """One load with one disturbance; the documents' order of arrival is not the point, so the whole is loaded."""
    proxy = None
    if kind == "cut off" and "://" in store:
        host, port = store.split("://")[1].split(":")
        proxy = Proxy(host, int(port))
        store = f"bolt://127.0.0.1:{proxy.port}"
    most = chance.choice((2_000, 20_000, 200_000, 2_000_000))
    limit = (lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))) if kind == "full disk" else None
    load = subprocess.Popen(
        command(folder, "load", SAMPLES, "--store", store),
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=limit,
    )
    if kind == "full disk":
        said = load.communicate(timeout=600)[1]
        if load.returncode and "Traceback" in said:
            raise SystemExit(f"no sentence for a full disk: {said[-500:]}")
        return
    time.sleep(after)
    if kind == "killed":
        os.killpg(load.pid, signal.SIGKILL)
    elif proxy is not None:
        proxy.cut()
    else:
        for process in engines(folder):
            with contextlib.suppress(psutil.Error):
                process.kill()
    said = load.communicate(timeout=600)[1]
    if "Traceback" in said:
        raise SystemExit(f"no sentence for {kind}: {said[-500:]}")


def engines(folder: Path) -> list[psutil.Process]:
    """The embedded engine of this folder, not its keeper."""
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            words = " ".join(process.cmdline())
            if "ArcadeDBServer" in words and str(folder / "killed.db") in words:
                found.append(process)
    return found


def measure(number: int = 200, address: str = "") -> Iterator[str]:
    """How many of `number` disturbances the next load made good."""
    chance = random.Random(20)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = address or str(folder / "killed.db")
        began = time.monotonic()
        first = run(folder, "load", SAMPLES, "--store", store)
        if first.returncode:
            raise SystemExit(first.stderr)
        lasted = max(1.0, time.monotonic() - began)
        undisturbed = exported(folder, store)
        good = done = 0
        while done < number:
            batch = min(EVERY, number - done)
            empty(folder, store)
            for i in range(batch):
                disturb(KINDS[(done + i) % 3], folder, store, chance.uniform(0.2, lasted), chance)
            after = run(folder, "load", SAMPLES, "--store", store)
            same = after.returncode == 0 and exported(folder, store) == undisturbed
            good += batch * same
            done += batch
            if not same:
                yield f"after disturbances {done - batch + 1} to {done}: {after.stderr[-300:] or 'another graph'}"
    where = "Neo4j" if address else "the embedded engine"
    yield f"loads killed, cut off or out of room, made good by the next, on {where}: {good} of {number} (goal: all)"


def empty(folder: Path, store: str) -> None:
    """Begin again with nothing, so that a first load is disturbed too. A server's graph is left to `load`."""
    import shutil

    for path in folder.iterdir():
        if path.name == "killed.db" and "://" not in store:
            shutil.rmtree(path)


if __name__ == "__main__":
    for line in measure(int(sys.argv[1]) if len(sys.argv) > 1 else 200, sys.argv[2] if len(sys.argv) > 2 else ""):
        print(line, flush=True)
