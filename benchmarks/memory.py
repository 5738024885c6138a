"""How much memory a first load takes, client and engine together, from the records of a collection to its graph.

    python -m benchmarks.memory [S|R|M|L] [neo4j]      M on the embedded engine where nothing is said

The collection is written by another process; then this one, which has done nothing before, loads it as the command
does.
Its memory, that of the process that builds the graph and the engine's are looked at together, ten times a second.
Pages that two of them share are counted twice. Linux only: an engine's peak is read from /proc.
"""

from __future__ import annotations

import multiprocessing
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil

from benchmarks.bulk import timed
from benchmarks.load import engine_of
from benchmarks.servers import server
from benchmarks.synthetic import Size, records
from graph.cli.loading import write
from graph.collection import Collection
from graph.collection.record_files import to_lines

GOALS = {"M": 1_000, "L": 4_000}


def measure(size: Size = "M", engine: str = "embedded") -> Iterator[str]:
    """Lines with seconds, processor seconds of this process and those it waited for, and megabytes."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        made = multiprocessing.get_context("spawn").Process(target=collected, args=(size, place / "collection"))
        made.start()
        made.join()
        collection = Collection.open(place / "collection")
        if engine == "embedded":
            yield from loaded(size, collection, str(collection.path), lambda: engine_of(collection.path))
        else:
            import os

            with server(place) as running:
                os.environ |= {"NEO4J_USERNAME": running.username, "NEO4J_PASSWORD": running.password}
                yield from loaded(size, collection, running.uri, lambda: running.pid)


def collected(size: Size, folder: Path) -> None:
    """A collection of synthetic records, as reading their documents would leave it."""
    place = Collection.open(folder).path / "records"
    for number, record in enumerate(records(size)):
        (place / f"{number:06}.jsonl").write_text(to_lines(record), "utf-8")


def loaded(size: Size, collection: Collection, address: str, engine: Callable[[], int]) -> Iterator[str]:
    """What a load took, and the peaks."""
    with watched(engine) as most:
        (_, counts), took = timed(lambda: write(collection, address))
    rows = counts["nodes"] + counts["relationships"]
    goal = f", goal {GOALS[size]} MB" if size in GOALS else ""
    yield f"{size}: {rows} rows, from records to a graph that answers: {took} (without the engine's)"
    yield f"at most: client {most['client']} MB, engine {most['engine']} MB, together {most['together']} MB{goal}"


@contextmanager
def watched(engine: Callable[[], int]) -> Iterator[dict[str, int]]:
    """The most memory of this process and its own, of the engine, and of all at one time, in MB."""
    most = {"client": 0, "engine": 0, "together": 0}
    done = threading.Event()

    def look() -> None:
        me = psutil.Process()
        while not done.wait(0.1):
            client = its = 0
            with suppress(psutil.Error, OSError, ValueError, KeyError):
                its = psutil.Process(engine()).memory_info().rss // 1_000_000
            for process in (me, *me.children(recursive=True)):
                with suppress(psutil.Error):
                    name = process.name()
                    client += 0 if name.startswith("java") else process.memory_info().rss // 1_000_000
            for what, now in (("client", client), ("engine", its), ("together", client + its)):
                most[what] = max(most[what], now)

    thread = threading.Thread(target=look, daemon=True)
    thread.start()
    try:
        yield most
    finally:
        done.set()
        thread.join()


if __name__ == "__main__":
    for line in measure(*sys.argv[1:]):  # type: ignore[arg-type]
        print(line, flush=True)
