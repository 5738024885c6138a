"""Writing one graph into one Neo4j: first load, the same again, one document changed; against two other writers.

    python -m benchmarks.load [S|R|M|L] [ROUNDS]      M and one round where nothing is said

The others are cartography and neo4j-graphrag, installed from PyPI into an environment that this makes under the
user's cache and that no part of the project needs. Each writer gets a server of its own, just started and warmed with
the smallest collection (ours with a document of it changed and changed back, too), and the same rows from memory.
Ratios are of seconds, and of processor seconds of client and server together, which other work on the machine does
not touch. Lines with `embedded` are of the embedded engine.
"""

from __future__ import annotations

import json
import os
import pickle
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from benchmarks.servers import NoServer, server
from benchmarks.synthetic import Size, records
from graph.codebook import load as codebook
from graph.derive import build
from graph.memory import Graph
from graph.model import LoadRun
from graph.records import DocumentRecord
from graph.store import Store, open_store
from graph.store.rows import grouped

PEERS = {"cartography": "cartography==0.143.0", "neo4j-graphrag": "neo4j-graphrag==1.22.0"}
GOALS = {("cartography", "first"): 2.3, ("neo4j-graphrag", "first"): 3.5, ("cartography", "again"): 9.0}
ONE_CHANGED = 0.05


@dataclass(frozen=True)
class Took:
    """Seconds, processor seconds of client and engine, and what the store held afterwards."""

    seconds: float
    busy: float
    nodes: int = 0
    relationships: int = 0
    changes: int = 0


def measure(size: Size = "M", rounds: int = 1) -> Iterator[str]:
    """One line a ratio, with seconds."""
    told = list(records(size))
    small = list(records("S"))
    graph, warm = build(told, codebook()), [build(of, codebook()) for of in (small, one_edited(small), small)]
    changed = build(one_edited(told), codebook())
    nodes, edges = sum(map(len, graph.nodes.values())), len(graph.edges)
    yield f"{size}: {len(told)} documents, {nodes} nodes and {edges} relationships"
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        try:
            ours = [on_neo4j(place / f"{i}", warm, graph, changed) for i in range(rounds)]
            yield from told_of("neo4j", ours, nodes, edges)
            rows = place / "rows.pickle"
            rows.write_bytes(pickle.dumps((plain(warm[0]), plain(graph))))
            for who, what in PEERS.items():
                theirs = [of_peer(who, what, rows, place / f"{who}{i}") for i in range(rounds)]
                yield from compared(who, ours, theirs, nodes, edges)
        except NoServer as reason:
            yield f"neo4j: not measured, {reason}"
            ours = []
        embedded = [on_embedded(place / f"embedded{i}", graph, changed) for i in range(rounds)]
        yield from told_of("embedded", embedded, nodes, edges)
        if ours:
            first = middle(embedded, "first", "seconds") / middle(ours, "first", "seconds")
            yield f"embedded first load against Neo4j's: {first:.2f}x the time (goal 1.5x)"


def one_edited(told: list[DocumentRecord]) -> list[DocumentRecord]:
    """The same with a new edition of the last document that tells of reviews."""
    at = max(i for i, record in enumerate(told) if any(review.findings for review in record.reviews))
    return [*told[:at], edited(told[at]), *told[at + 1 :]]


def edited(record: DocumentRecord) -> DocumentRecord:
    """A new edition: a word more in every learning point, and the last one left out."""
    made = record.model_copy(deep=True)
    lists = [made.findings, *(review.findings for review in made.reviews)]
    for findings in lists:
        for finding in findings:
            finding.text += " again"
    for findings in lists:
        if findings:
            findings.pop()
            break
    return made


def plain(graph: Graph) -> Any:
    """The rows as plain values, for a process that knows nothing of this project."""
    nodes, edges = {}, {}
    for group, items in grouped(graph).items():
        if len(group) == 1:
            nodes[group[0]] = [item.row() for item in items]  # type: ignore[union-attr]
        else:
            edges[group] = [(e.source, e.target, e.properties) for e in items]  # type: ignore[union-attr]
    return nodes, edges


def on_neo4j(place: Path, warm: list[Graph], graph: Graph, changed: Graph) -> dict[str, Took]:
    """Our writer on a server of its own."""
    with (
        server(place) as running,
        open_store(running.uri, username=running.username, password=running.password) as store,
    ):
        return ours(store, place / "sent", running.pid, warm, graph, changed)


def on_embedded(place: Path, graph: Graph, changed: Graph) -> dict[str, Took]:
    """Our writer on an embedded engine of its own."""
    with open_store(str(place)) as store:
        return ours(store, None, engine_of(place), [], graph, changed)


def engine_of(place: Path) -> int:
    """The process of the embedded engine that runs for a folder."""
    return int(json.loads((place / "engine" / "keeper.json").read_text())["engine"])


def ours(
    store: Store, sent: Path | None, engine: int, warm: list[Graph], graph: Graph, changed: Graph
) -> dict[str, Took]:
    """First, again, with one document changed; `warm` is loaded before, so that a server has met each statement."""
    took: dict[str, Took] = {}
    for number, graph_ in enumerate(warm):
        synced(store, graph_, sent, f"warm {number}")
    if warm:
        store.sync(Graph(), collection="bench", run=_run("emptied"), sent=sent)
        # the loads that are left would make the next one no first load
        store._bolt.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())
    for what, of in (("first", graph), ("again", graph), ("one changed", changed)):
        took[what] = timed(engine, lambda of=of, what=what: synced(store, of, sent, what))  # type: ignore[misc]
        counts = store.counts()
        loads = counts.get("LoadRun", 0), counts.get("LOADED_IN", 0)
        took[what] = Took(
            took[what].seconds,
            took[what].busy,
            counts["nodes"] - loads[0],
            counts["relationships"] - loads[1],
            took[what].changes,
        )
    return took


def synced(store: Store, graph: Graph, sent: Path | None, what: str) -> int:
    """One load; how many rows it changed."""
    return store.sync(graph, collection="bench", run=_run(what), sent=sent).total


def _run(what: str) -> LoadRun:
    return LoadRun(id=what, name=what, collection="bench", startedAt="2024-01-01", codebook="", version="")


def timed(engine: int, work: Callable[[], int]) -> Took:
    """Seconds, and processor seconds of this process and the engine's."""
    began, busy = time.perf_counter(), _busy(engine) + time.process_time()
    changes = work()
    return Took(time.perf_counter() - began, _busy(engine) + time.process_time() - busy, changes=changes)


def _busy(process: int) -> float:
    told = psutil.Process(process).cpu_times()
    return float(told.user + told.system)


def of_peer(who: str, what: str, rows: Path, place: Path) -> dict[str, Took]:
    """Another writer on a server of its own, in a process and environment of its own."""
    python = environment(what)
    with server(place, apoc=who == "neo4j-graphrag") as running:
        call = [str(python), str(Path(__file__).with_name("load_peers.py")), who, str(rows), running.uri]
        env = {**os.environ, "NEO4J_PASSWORD": running.password}
        peer = subprocess.Popen(call, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        took, before = {}, 0.0
        assert peer.stdout is not None
        for line in peer.stdout:
            told = json.loads(line)
            if "begin" in told:
                before = _busy(running.pid)
                continue
            busy = told["busy"] + _busy(running.pid) - before
            took[told["what"]] = Took(told["seconds"], busy, told["nodes"], told["relationships"])
        said = peer.communicate()[1]
        if peer.returncode:
            raise SystemExit(f"{who}: {said[-2000:]}")
    return took


def environment(what: str) -> Path:
    """The Python of an environment that holds one other writer, made the first time."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "golden-thread-benchmarks"
    folder = cache / what.replace("==", "-")
    python = folder / "bin" / "python"
    if not (folder / "whole").exists():
        venv.create(folder, clear=True, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", what], check=True)
        (folder / "whole").touch()
    return python


def middle(rounds: list[dict[str, Took]], what: str, of: str) -> float:
    """The median over rounds."""
    return statistics.median(getattr(one[what], of) for one in rounds)


def told_of(where: str, rounds: list[dict[str, Took]], nodes: int, edges: int) -> Iterator[str]:
    """Our own times, whether everything is there, and what one changed document takes of a first load."""
    for what, took in rounds[-1].items():
        seconds, busy = middle(rounds, what, "seconds"), middle(rounds, what, "busy")
        yield f"{where} {what}: {seconds:.1f} s, {busy:.1f} processor seconds, {took.changes} changes"
    for what in ("first", "again"):
        held = (rounds[-1][what].nodes, rounds[-1][what].relationships)
        yield f"{where} {what}: {'nothing lost, nothing doubled' if held == (nodes, edges) else f'HOLDS {held}'}"
    share = middle(rounds, "one changed", "seconds") / middle(rounds, "first", "seconds")
    busy = middle(rounds, "one changed", "busy") / middle(rounds, "first", "busy")
    yield f"{where} one document changed, of the first load: {share:.3f} ({busy:.3f} processor), goal {ONE_CHANGED}"


def compared(
    who: str, own: list[dict[str, Took]], theirs: list[dict[str, Took]], nodes: int, edges: int
) -> Iterator[str]:
    """How often our time goes into theirs, and what they lost or doubled."""
    for what in ("first", "again"):
        seconds, busy = (middle(theirs, what, of) / middle(own, what, of) for of in ("seconds", "busy"))
        goal = GOALS.get((who, what))
        said = "" if goal is None else f", goal {goal}x" + ("" if seconds >= goal else "  SHORT")
        took = middle(theirs, what, "seconds")
        yield f"{who} {what}: {seconds:.1f}x ours ({took:.1f} s), {busy:.1f}x in processor seconds{said}"
        held = theirs[-1][what]
        yield f"{who} {what}: holds {held.nodes - nodes:+d} nodes and {held.relationships - edges:+d} relationships"


if __name__ == "__main__":
    words = sys.argv[1:]
    for line in measure(words[0] if words else "M", int(words[1]) if len(words) > 1 else 1):  # type: ignore[arg-type]
        print(line, flush=True)
