"""The disk of a Neo4j server that fills during a load: a clear sentence, and after room is made an undisturbed graph.

    python -m benchmarks.full_disk [NUMBER]       20 where nothing is said

The server's folder is a small file system of its own, of which so much is left free at random that a load runs into its
end somewhere. A server that could not write goes on with nothing until it is started again, and drops what it had
half written only where its settings say so (`docs/neo4j-administrators.md`), so both are done, as an administrator
would. A server reserves room for what it is about to write, 256 MB at a time, into which a small load fits whole; here
it is 1 MB.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from benchmarks.kills import ROOT, SAMPLES, Disk, command, exported, run
from benchmarks.servers import NoServer, starter
from graph.store import open_store

RESERVED = "db.tx_log.rotation.size=1m"
RECOVERS = "internal.dbms.tx_log.fail_on_corrupted_log_files=false"
SAID = "can no longer write"


def measure(number: int = 20) -> Iterator[str]:
    """How many of `number` loads whose server ran out of room the next made good; a line each five and each failure."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        disk, folder = Disk(Path(name) / "server"), Path(name) / "collection"
        folder.mkdir()
        stack.callback(disk.close)
        if not disk.own:
            yield "full disk of a Neo4j server: not measured, no small file system can be mounted here (Linux, as root)"
            return
        try:
            made = starter()
        except NoServer as reason:
            yield f"full disk of a Neo4j server: not measured, {reason}"
            return
        yield from filled(number, made, disk, folder)


def filled(number: int, made: Any, disk: Disk, folder: Path) -> Iterator[str]:
    """All of them, each begun from nothing."""
    chance, good, met = random.Random(20), 0, 0
    settings = f"{made.QUIET}\n{RESERVED}\n"
    with made.running(disk.folder, settings) as server:
        os.environ |= {"NEO4J_USERNAME": server.username, "NEO4J_PASSWORD": server.password}
        before = shutil.disk_usage(disk.folder).used
        loaded(folder, server)
        wanted = exported(folder, server.uri)
        takes = shutil.disk_usage(disk.folder).used - before
    for n in range(1, number + 1):
        with made.running(disk.folder, settings, password=server.password) as server:
            emptied(folder, server)
            disk.fill(chance.randrange(takes))
            done = subprocess.run(
                command(folder, "load", SAMPLES, "--store", server.uri),
                cwd=ROOT,
                capture_output=True,
                text=True,
                check=False,
            )
        disk.free()
        met += done.returncode != 0
        if done.returncode and SAID not in done.stderr:
            yield f"load {n}: another sentence than expected: {done.stderr[-300:]}"
        with made.running(disk.folder, settings + RECOVERS, password=server.password) as server:
            again = loaded(folder, server)
            same = again.returncode == 0 and exported(folder, server.uri) == wanted
        good += same
        if not same:
            yield f"load {n}: {again.stderr[-300:] or 'another graph'}"
        if not n % 5 or n == number:
            yield f"loads whose Neo4j server had a full disk, made good by the next: {good} of {n} ({met} ran into it)"


def loaded(folder: Path, server: Any) -> subprocess.CompletedProcess[str]:
    """An ordinary load of the samples into a server."""
    return run(folder, "load", SAMPLES, "--store", server.uri)


def emptied(folder: Path, server: Any) -> None:
    """Begin again with nothing."""
    shutil.rmtree(folder)
    folder.mkdir()
    with open_store(server.uri, username=server.username, password=server.password) as store:
        store._bolt.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())


if __name__ == "__main__":
    for line in measure(int(sys.argv[1]) if len(sys.argv) > 1 else 20):
        print(line, flush=True)
