"""Writing one graph into one Neo4j: first load, the same again, one document changed; against two other writers.

    python -m benchmarks.load [S|R|M|L] [ROUNDS]      M and one round where nothing is said

The others are cartography and neo4j-graphrag, installed from PyPI into an environment that this makes under the
user's cache and that no part of the project needs. Each writer gets one server of its own (2 GB of heap each, all
three at a time) and the same rows from memory. What is compared is a server that is warm: it has loaded this size
before, and its data, constraints and indexes were deleted. One that was just started spends most of its time on
compiling itself, whoever writes; its load is told, too, as cold. Writers take turns round by round, so that other
work on the machine meets all of them. Timed is everything from rows in memory to the last commit, constraints and
waiting for their indexes included. Ratios are of seconds, and of processor seconds of client and server together,
which other work does not touch much. Lines with `embedded` are of the embedded engine, new for each round.
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
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import neo4j
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

OURS = "neo4j"
PEERS = {"cartography": "cartography==0.143.0", "neo4j-graphrag": "neo4j-graphrag==1.22.0"}
GOALS = {("cartography", "first"): 2.3, ("neo4j-graphrag", "first"): 3.5, ("cartography", "again"): 9.0}
ONE_CHANGED = 0.05
AT_A_TIME = 20_000  # rows deleted in a transaction


@dataclass(frozen=True)
class Took:
    """Seconds, processor seconds of client and engine, and what the store held afterwards."""

    seconds: float
    client: float
    engine: float
    nodes: int = 0
    relationships: int = 0
    changes: int = 0

    @property
    def busy(self) -> float:
        """Processor seconds of both."""
        return self.client + self.engine


Round = dict[str, Took]  # first, again, one changed


def measure(size: Size = "M", rounds: int = 1) -> Iterator[str]:
    """One line a ratio, with seconds."""
    told = list(records(size))
    graph = build(told, codebook())
    changed = build(one_edited(told), codebook())
    nodes, edges = sum(map(len, graph.nodes.values())), len(graph.edges)
    yield f"{size}: {len(told)} documents, {nodes} nodes and {edges} relationships"
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        try:
            took = in_turns(place, graph, changed, 1 + rounds)
            for who, (cold, *_) in took.items():
                yield f"{who} first, cold: {said(cold['first'])}"
            warm = {who: of[1:] for who, of in took.items()}
            yield from told_of(OURS, warm[OURS], nodes, edges)
            for who in PEERS:
                yield from compared(who, warm[OURS], warm[who], nodes, edges)
        except NoServer as reason:
            yield f"neo4j: not measured, {reason}"
            warm = {}
        embedded = [on_embedded(place / f"embedded{i}", graph, changed) for i in range(rounds)]
        yield from told_of("embedded", embedded, nodes, edges)
        if warm:
            first = middle(embedded, "first", "seconds") / middle(warm[OURS], "first", "seconds")
            yield f"embedded first load against Neo4j's: {first:.2f}x the time (goal 1.5x)"


def in_turns(place: Path, graph: Graph, changed: Graph, rounds: int) -> dict[str, list[Round]]:
    """Every writer on a server of its own, which is emptied before each round; the first one finds it cold."""
    rows = place / "rows.pickle"
    rows.write_bytes(pickle.dumps(plain(graph)))
    took: dict[str, list[Round]] = {who: [] for who in (OURS, *PEERS)}
    with ExitStack() as stack:
        servers = {who: stack.enter_context(server(place / who, apoc=who == "neo4j-graphrag")) for who in took}
        for number in range(rounds):
            for who, running in servers.items():
                emptied(running)
                if who == OURS:
                    took[who].append(on_neo4j(running, place / f"sent{number}", graph, changed))
                else:
                    took[who].append(of_peer(who, rows, running))
    return took


def emptied(running: Any) -> None:
    """A server without data, constraints and indexes, but for those that every new database has."""
    batch = f"IN TRANSACTIONS OF {AT_A_TIME} ROWS"
    with (
        neo4j.GraphDatabase.driver(running.uri, auth=(running.username, running.password)) as driver,
        driver.session() as session,
    ):
        session.run(f"MATCH ()-[r]->() CALL (r) {{ DELETE r }} {batch}").consume()
        session.run(f"MATCH (n) CALL (n) {{ DELETE n }} {batch}").consume()
        for name in session.run("SHOW CONSTRAINTS YIELD name").value():
            session.run(f"DROP CONSTRAINT `{name}`").consume()
        for name in session.run("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name").value():
            session.run(f"DROP INDEX `{name}`").consume()


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


def on_neo4j(running: Any, sent: Path, graph: Graph, changed: Graph) -> Round:
    """Our writer on an empty server."""
    with open_store(running.uri, username=running.username, password=running.password) as store:
        return ours(store, sent, running.pid, graph, changed)


def on_embedded(place: Path, graph: Graph, changed: Graph) -> Round:
    """Our writer on an embedded engine of its own."""
    with open_store(str(place)) as store:
        return ours(store, None, engine_of(place), graph, changed)


def engine_of(place: Path) -> int:
    """The process of the embedded engine that runs for a folder."""
    return int(json.loads((place / "engine" / "keeper.json").read_text())["engine"])


def ours(store: Store, sent: Path | None, engine: int, graph: Graph, changed: Graph) -> Round:
    """First, again, with one document changed."""
    took: Round = {}
    for what, of in (("first", graph), ("again", graph), ("one changed", changed)):
        made = timed(engine, lambda of=of, what=what: synced(store, of, sent, what))  # type: ignore[misc]
        counts = store.counts()
        nodes = counts["nodes"] - counts.get("LoadRun", 0)
        took[what] = replace(made, nodes=nodes, relationships=counts["relationships"] - counts.get("LOADED_IN", 0))
    return took


def synced(store: Store, graph: Graph, sent: Path | None, what: str) -> int:
    """One load; how many rows it changed."""
    return store.sync(graph, collection="bench", run=_run(what), sent=sent).total


def _run(what: str) -> LoadRun:
    return LoadRun(id=what, name=what, collection="bench", startedAt="2024-01-01", codebook="", version="")


def timed(engine: int, work: Callable[[], int]) -> Took:
    """Seconds, and processor seconds of this process and the engine's."""
    began, client, busy = time.perf_counter(), time.process_time(), _busy(engine)
    changes = work()
    seconds = time.perf_counter() - began
    return Took(seconds, time.process_time() - client, _busy(engine) - busy, changes=changes)


def _busy(process: int) -> float:
    told = psutil.Process(process).cpu_times()
    return float(told.user + told.system)


def of_peer(who: str, rows: Path, running: Any) -> Round:
    """Another writer on an empty server, in a process and environment of its own."""
    call = [environment(PEERS[who]), Path(__file__).with_name("load_peers.py"), who, rows, running.uri]
    env = {**os.environ, "NEO4J_PASSWORD": running.password}
    peer = subprocess.Popen(call, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    took, before = {}, 0.0
    assert peer.stdout is not None
    for line in peer.stdout:
        told = json.loads(line)
        if "begin" in told:
            before = _busy(running.pid)
            continue
        engine = _busy(running.pid) - before
        took[told["what"]] = Took(told["seconds"], told["busy"], engine, told["nodes"], told["relationships"])
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


def middle(rounds: list[Round], what: str, of: str) -> float:
    """The median over rounds."""
    return statistics.median(getattr(one[what], of) for one in rounds)


def said(*rounds: Took) -> str:
    """Medians of seconds and processor seconds."""
    seconds, client, engine = (
        statistics.median(getattr(one, of) for one in rounds) for of in ("seconds", "client", "engine")
    )
    return f"{seconds:.1f} s, processor seconds {client:.1f} of the client and {engine:.1f} of the engine"


def told_of(where: str, rounds: list[Round], nodes: int, edges: int) -> Iterator[str]:
    """Our own times, whether everything is there, and what one changed document takes of a first load."""
    for what, took in rounds[-1].items():
        yield f"{where} {what}: {said(*(one[what] for one in rounds))}, {took.changes} changes"
    for what in ("first", "again"):
        held = (rounds[-1][what].nodes, rounds[-1][what].relationships)
        yield f"{where} {what}: {'nothing lost, nothing doubled' if held == (nodes, edges) else f'HOLDS {held}'}"
    share = middle(rounds, "one changed", "seconds") / middle(rounds, "first", "seconds")
    busy = middle(rounds, "one changed", "busy") / middle(rounds, "first", "busy")
    yield f"{where} one document changed, of the first load: {share:.3f} ({busy:.3f} processor), goal {ONE_CHANGED}"


def compared(who: str, own: list[Round], theirs: list[Round], nodes: int, edges: int) -> Iterator[str]:
    """How often our time goes into theirs, and what they lost or doubled."""
    for what in ("first", "again"):
        seconds, busy = (middle(theirs, what, of) / middle(own, what, of) for of in ("seconds", "busy"))
        goal = GOALS.get((who, what))
        short = "" if goal is None else f", goal {goal}x" + ("" if seconds >= goal else "  SHORT")
        yield f"{who} {what}: {said(*(one[what] for one in theirs))}"
        yield f"{who} {what}: {seconds:.1f}x ours, {busy:.1f}x in processor seconds{short}"
        held = theirs[-1][what]
        yield f"{who} {what}: holds {held.nodes - nodes:+d} nodes and {held.relationships - edges:+d} relationships"


if __name__ == "__main__":
    words = sys.argv[1:]
    for line in measure(words[0] if words else "M", int(words[1]) if len(words) > 1 else 1):  # type: ignore[arg-type]
        print(line, flush=True)
