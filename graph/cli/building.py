"""The graph of a collection as rows for a store: made here where it is small, else by a process of its own.

Python gives little of the memory of a large graph back, and the engine needs it. So a large collection is built by
another process, which leaves the rows in a file and ends before the first of them is written.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from graph.collection import Collection
    from graph.memory import Graph
    from graph.store import Parts, Spilled

LARGE = 16_000_000  # bytes of records: below, another process would take longer to start than it is worth


@dataclass
class Said:
    """What building a graph has to say of decisions, a sentence each: those that wait, and those taken with doubt."""

    waiting: list[str] = field(default_factory=list)
    doubted: list[str] = field(default_factory=list)


@contextmanager
def rows_of(collection: Collection) -> Iterator[tuple[Parts, Said]]:
    """The rows of a collection's graph, which must be locked, and what is to be said of it. Raises StoreError."""
    from graph.store import Parts, clear, engine_folder

    folder = engine_folder(collection.path)
    clear(folder)
    told = None
    if sum(file.stat().st_size for file in (collection.path / "records").glob("*.jsonl")) >= LARGE:
        folder.mkdir(mode=0o700, exist_ok=True)
        with suppress(BrokenProcessPool):  # no process could be started, or it was ended: it is tried here
            told = _elsewhere(collection.path, folder)
    if told is not None:
        with told[0].open() as parts:
            yield parts, told[1]
    else:
        graph, said = _built(collection)
        yield Parts(graph), said


def _built(collection: Collection) -> tuple[Graph, Said]:
    from graph.codebook import load
    from graph.decisions.apply import orphans, waits
    from graph.decisions.saying import doubted
    from graph.derive import build

    graph = build(iter(collection.records()), load(), collection.decisions(), collection.editions())
    said = Said([waits(decision) for decision in orphans(graph)], doubted(graph))
    graph.lighten()
    return graph, said


def _elsewhere(path: Path, folder: Path) -> tuple[Spilled, Said]:
    """The rows in a file in a folder, made by a process that has ended, so that its memory is free again."""
    from graph.errors import StoreError

    context = multiprocessing.get_context("spawn")  # forking beside the progress bar's thread could hang
    others = set(multiprocessing.active_children())
    pool = ProcessPoolExecutor(1, mp_context=context, initializer=_end_with_who_asked)
    whole = False
    try:
        found = pool.submit(_spilled, path, folder).result()
        whole = True
    finally:
        if not whole:  # Ctrl-C or a failure: leaving would else wait until the graph is built
            for worker in {*multiprocessing.active_children()} - others:
                worker.kill()
        pool.shutdown()
    if isinstance(found[0], str):
        raise StoreError(*found)
    return found


def _spilled(path: Path, folder: Path) -> tuple[Spilled, Said] | tuple[str, str, str]:
    """In the other process. A sentence for the user comes back in its parts, since errors of ours do not travel."""
    from graph.collection import Collection
    from graph.errors import GoldenThreadError
    from graph.store import spill

    try:
        graph, said = _built(Collection.open(path))
        return spill(graph, folder), said
    except GoldenThreadError as error:
        return error.what, error.where, error.todo


def _end_with_who_asked() -> None:
    """Ctrl-C reaches this process too and ends it without a trace; on Linux so does the end of who asked for it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG
