"""What a row, a case and a page cost as a collection grows, in processor time, drawn in one chart.

    python -m benchmarks.growth [S] [M] [L]      S and M where nothing is said

Measured on the embedded engine, warmed with the smallest collection; client and engine are counted together, so that
other work on the machine changes little. Run by itself it keeps the figures in `growth.yaml` (those of sizes that were
not measured stay) and draws `growth.svg`. The page of M needs GOLDENTHREAD_ENGINE_HEAP=4g; L takes an hour and 10 GB.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import yaml

from benchmarks.load import engine_of, synced, timed
from benchmarks.questions import given
from benchmarks.synthetic import SIZES, Size, records
from graph.codebook import load as codebook
from graph.derive import build
from graph.errors import StoreError
from graph.memory import Graph
from graph.questions import questions
from graph.questions.prepare import prepare
from graph.store import Store, open_store
from graph.views.explorer import write_page

KEPT, CHART = (Path(__file__).with_name(f"growth.{ending}") for ending in ("yaml", "svg"))
RUNS = 3
SLACK = 1.25  # repeats differ by so much
COSTS = {  # what is kept of a size → what one unit of it is called, and how many there are to a unit as kept
    "build": ("records to graph, processor ms a case", 1e3),
    "load": ("graph to store, processor µs a row", 1e6),
    "questions": ("every question once, processor ms a case", 1e3),
    "explorer": ("explorer, KB a case", 1e-3),
}
Figures = dict[str, dict[str, float]]  # of a size: cases, rows, and each cost in all (seconds or bytes)


def measure(*sizes: Size) -> Iterator[str]:
    """One line a size, then one a cost: by how much a unit of it grew."""
    found: Figures = {}
    for size in sizes or ("S", "M"):
        found[size] = of_size(size)
        yield f"{size}: " + ", ".join(f"{name} {value:,.1f}" for name, value in found[size].items())
    yield from told(found)


def of_size(size: Size) -> dict[str, float]:
    """Everything of one collection, seconds of processor time and bytes."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        found = loaded(place, size)
        with open_store(name) as store:  # now with an engine of the size that the collection asks for
            found |= opened(store, place)
    return {"cases": SIZES[size][0], **found}


def loaded(place: Path, size: Size) -> dict[str, float]:
    """Its rows, and the processor seconds from records to the graph and from the graph to the store."""
    began = time.process_time()
    graph = build(records(size), codebook())
    built = time.process_time() - began
    with open_store(str(place)) as store:
        synced(store, build(records("S"), codebook()), None, "warm")
        synced(store, Graph(), None, "emptied")
        store._bolt.write(lambda tx: tx.run("MATCH (n) DETACH DELETE n").consume())  # no loads: a first one again
        took = timed(engine_of(place), lambda: synced(store, graph, None, "first"))
    rows = sum(map(len, graph.nodes.values())) + len(graph.edges)
    return {"rows": rows, "build": round(built, 2), "load": round(took.busy, 2)}


def opened(store: Store, place: Path) -> dict[str, float]:
    """The same of a store that is loaded: all questions, and the explorer where the engine has the memory for it."""
    found: dict[str, float] = {"questions": round(answered(store, engine_of(place)), 2)}
    with tempfile.TemporaryDirectory() as name, suppress(StoreError):
        found["explorer"] = write_page(store, Path(name) / "explorer.html").stat().st_size
    return found


def answered(store: Store, engine: int) -> float:
    """Processor seconds of every question together, with default parameters: medians, after one that is not counted."""
    whole = 0.0
    for question in questions().values():
        values = prepare(question, given(store, {p.name for p in question.params if p.required}), store)
        times = [timed(engine, lambda q=question, v=values: len(store.read(q.text, v))) for _ in range(RUNS + 1)]  # type: ignore[misc]
        whole += statistics.median(took.busy for took in times[1:])
    return whole


def units(of: dict[str, float], cost: str) -> float:
    """What a row or a case takes, as `COSTS` names it."""
    return of[cost] * COSTS[cost][1] / of["rows" if cost == "load" else "cases"]


def told(found: Figures) -> Iterator[str]:
    """By how much each unit grew from a size to the next; linear is 1, and repeats differ by a fourth."""
    for cost, (name, _) in COSTS.items():
        having = [size for size in SIZES if cost in found.get(size, ())]
        if short := [size for size in found if size not in having]:
            yield f"{name}: not measured at {', '.join(short)}, the engine has not the memory for it"
        each = " / ".join(f"{units(found[size], cost):,.1f}" for size in having)
        grew = [units(found[b], cost) / units(found[a], cost) for a, b in pairwise(having)]
        said = "  WORSE THAN LINEAR" if any(one > SLACK for one in grew) else ""
        by = f" (times {', '.join(f'{one:.2f}' for one in grew)})" if grew else ""
        yield f"{name}, {' / '.join(having)}: {each}{by}{said}"


def draw(found: Figures, file: Path) -> None:
    """All costs in one chart, a unit of each as a share of what it is at M: a line that rises is worse than linear."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": "growth", "font.size": 10}):
        axes = (figure := Figure(figsize=(8, 4.2), layout="constrained")).subplots()
        for (cost, (name, _)), mark in zip(COSTS.items(), "os^D", strict=True):
            having = [size for size in SIZES if cost in found.get(size, ())]
            if "M" not in having:
                continue
            at = [found[size]["cases"] for size in having]
            shares = [units(found[size], cost) / units(found["M"], cost) for size in having]
            axes.plot(at, shares, marker=mark, label=f"{name} ({units(found['M'], cost):,.1f} at M)")
        axes.axhline(1, color="grey", linewidth=0.8, linestyle=":")
        axes.set(xscale="log", xlabel="cases", ylabel="a row or a case, times what it is at M")
        axes.set_yscale("log", base=2)
        axes.yaxis.set_major_formatter("{x:g}")
        axes.set_title("Cost of one row or case as a collection grows: level is linear", loc="left")
        axes.set_xticks([SIZES[size][0] for size in found], [f"{size} {SIZES[size][0]:,}" for size in found])
        axes.minorticks_off()
        axes.spines[["top", "right"]].set_visible(False)
        axes.legend(frameon=False)
        figure.savefig(file, metadata={"Date": None})


if __name__ == "__main__":
    kept: Figures = yaml.safe_load(KEPT.read_text("utf-8")) if KEPT.exists() else {}
    for size_ in sys.argv[1:] or ["S", "M"]:
        kept[size_] = of_size(size_)  # type: ignore[arg-type]
        kept = {size: kept[size] for size in SIZES if size in kept}
        KEPT.write_text(yaml.safe_dump(kept, sort_keys=False), "utf-8")
    draw(kept, CHART)
    for line in told(kept):
        print(line, flush=True)
