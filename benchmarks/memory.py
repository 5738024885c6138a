"""How much memory a first load takes, client and engine together, and how long from records to a graph that answers.

    python -m benchmarks.memory [S|R|M|L] [neo4j]      M on the embedded engine where nothing is said

It loads in this process, which has done nothing before. The peaks of the two are added, though they need not be at one
time. Linux only: the engine's peak is read from /proc.
"""

from __future__ import annotations

import resource
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.bulk import timed
from benchmarks.load import _run, engine_of
from benchmarks.servers import server
from benchmarks.synthetic import Size, records
from graph.codebook import load as codebook
from graph.derive import build
from graph.memory import Graph
from graph.store import Store, open_store

GOALS = {"M": 1_000, "L": 4_000}


def measure(size: Size = "M", engine: str = "embedded") -> Iterator[str]:
    """Lines with seconds, processor seconds of this process and megabytes."""
    graph, took = timed(lambda: build(records(size), codebook()))
    graph.lighten()
    rows = sum(map(len, graph.nodes.values())) + len(graph.edges)
    yield f"{size}: {rows} rows; records to graph in memory: {took}, {own()} MB at most"
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        if engine == "embedded":
            with open_store(str(place)) as store:
                yield from loaded(store, graph, engine_of(place), size)
        else:
            with (
                server(place) as running,
                open_store(running.uri, username=running.username, password=running.password) as store,
            ):
                yield from loaded(store, graph, running.pid, size)


def loaded(store: Store, graph: Graph, process: int, size: Size) -> Iterator[str]:
    """What writing it took, and the peaks."""
    _, took = timed(lambda: store.sync(graph, collection="bench", run=_run("first")))
    its = peak(process)
    goal = f", goal {GOALS[size]} MB" if size in GOALS else ""
    yield f"{store.engine}: graph to store: {took}; client {own()} MB, engine {its} MB, {own() + its} MB together{goal}"


def own() -> int:
    """The most memory this process had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1000


def peak(process: int) -> int:
    """The most memory another process had, in MB."""
    told = Path(f"/proc/{process}/status").read_text()
    return next(int(line.split()[1]) for line in told.splitlines() if line.startswith("VmHWM")) // 1000


if __name__ == "__main__":
    for line in measure(*sys.argv[1:]):  # type: ignore[arg-type]
        print(line, flush=True)
