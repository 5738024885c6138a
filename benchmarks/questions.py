"""How long each question takes on 2 000 cases, against the plainest count over the same links on the same engine.

    python -m benchmarks.questions [S|R|M|L] [ADDRESS]     ADDRESS: an empty Neo4j; without it the embedded engine

`closed-but-recurred` is set against reviews a theme, all others against learning points a theme. `make bench` asks it
of 2 000 reviews on both engines. Question and count take turns, so that what else the machine does weighs on both.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.servers import NoServer, neo4j
from benchmarks.synthetic import Size, records
from graph.codebook import load
from graph.derive import build
from graph.memory import Graph
from graph.model import LoadRun, Review
from graph.questions import questions
from graph.questions.prepare import prepare
from graph.store import Store, open_store

REVIEWS = "MATCH (r:Review)-[:IDENTIFIES]->(f:Finding)-[:ABOUT]->(t:Theme) RETURN t.id, count(DISTINCT r)"
FINDINGS = "MATCH (f:Finding)-[:ABOUT]->(t:Theme) RETURN t.id, count(DISTINCT f)"
AGAINST = {"closed-but-recurred": (REVIEWS, 3.0)}
GOAL = 10.0
RUNS = 5
LONGEST = 120.0  # seconds


def measure(size: Size = "M", address: str | None = None) -> Iterator[str]:
    """One line a question: its time, the yardstick's and their ratio with the goal."""
    graph = build(records(size), load())
    with tempfile.TemporaryDirectory() as place, open_store(address or str(Path(place) / "bench")) as store:
        yield _loaded(store, graph)
        yield from asked(store)


def recurrence() -> Iterator[str]:
    """`closed-but-recurred` on 2 000 reviews, on each engine that can be had."""
    graph = build(records("R"), load())
    with tempfile.TemporaryDirectory() as place:
        with open_store(str(Path(place) / "bench")) as store:
            yield _loaded(store, graph)
            yield from asked(store, ("closed-but-recurred",))
        try:
            with neo4j(Path(place)) as store:
                yield _loaded(store, graph)
                yield from asked(store, ("closed-but-recurred",))
        except NoServer as reason:
            yield f"neo4j: not measured, {reason}"


def _loaded(store: Store, graph: Graph) -> str:
    run = LoadRun(id="bench", name="bench", collection="bench", startedAt="2024-01-01", codebook="", version="")
    began = time.perf_counter()
    store.sync(graph, collection="bench", run=run)
    took, reviews = time.perf_counter() - began, len(graph.all(Review))
    return f"{store.engine}: {reviews} reviews, {len(graph.edges)} relationships loaded in {took:.0f} s"


def asked(store: Store, only: tuple[str, ...] = ()) -> Iterator[str]:
    """The same on a store that is loaded."""
    for id_, question in questions().items():
        if only and id_ not in only:
            continue
        values = prepare(question, given(store, {p.name for p in question.params if p.required}), store)
        against, goal = AGAINST.get(id_, (FINDINGS, GOAL))
        try:
            took, plain = seconds(store, question.text, values, against)
        except Exception as error:  # what is refused or too slow is told in its line, and the rest still measured
            yield f"{store.engine} {id_}: {str(error).splitlines()[0][:100]}"
            continue
        said = "" if took / plain <= goal else "  OVER"
        yield f"{store.engine} {id_}: {took / plain:.1f}x ({took * 1000:.0f} ms), goal {goal:.0f}x{said}"


def seconds(store: Store, text: str, values: dict[str, Any], against: str) -> tuple[float, float]:
    """Median times of a statement and of what it is set against, in turns, after one turn that is not counted."""
    times: list[tuple[float, float]] = []
    for _ in range(RUNS + 1):
        times.append((_once(store, text, values), _once(store, against, {})))
        if times[-1][0] > LONGEST / 4:
            return times[-1]
    took, plain = zip(*times[1:], strict=True)
    return statistics.median(took), statistics.median(plain)


def _once(store: Store, text: str, values: dict[str, Any]) -> float:
    began = time.perf_counter()
    store.read(text, values, timeout=LONGEST)
    return time.perf_counter() - began


def given(store: Store, names: set[str]) -> dict[str, Any]:
    """What a question must be given: the theme, review or text that most is said about."""
    theme = "MATCH (:Finding)-[:ABOUT]->(t:Theme) RETURN t.id AS id, count(*) AS n ORDER BY n DESC, id LIMIT 1"
    review = "MATCH (r:Review)-[:IDENTIFIES]->(:Finding) RETURN r.id AS id, count(*) AS n ORDER BY n DESC, id LIMIT 1"
    given: dict[str, Any] = {}
    if "theme" in names:
        given["theme"] = store.read(theme)[0]["id"]
    if "review" in names:
        given["review"] = store.read(review)[0]["id"]
    if "since" in names:
        given["since"] = "2023-10-01"
    if "text" in names:
        given["text"] = "Staff should be given clear guidance on information sharing when families move"
    return given


if __name__ == "__main__":
    for line in measure(*sys.argv[1:]):  # type: ignore[arg-type]
        print(line, flush=True)
