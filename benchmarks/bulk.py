"""The bulk path: from a graph in memory to files, and from files to a database that answers, of the import alone.

    python -m benchmarks.bulk [S|R|M|L]      M where nothing is said

Building the graph from records is told beside it: it is part of every load, and most of this one.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil

from benchmarks.servers import NoServer, starter
from benchmarks.synthetic import Size, records
from graph.codebook import load as codebook
from graph.derive import build
from graph.export.admin import export_admin
from graph.export.built import Built
from graph.export.rows import Rows
from graph.memory import Graph
from graph.model import LoadRun

GOAL = 2.0


def measure(size: Size = "M") -> Iterator[str]:
    """Seconds and processor seconds of each step, and the ratio."""
    graph, built = timed(lambda: build(records(size), codebook()))
    yield f"{size}: records to graph in memory: {built}"
    yield from of_graph(graph)


def of_graph(graph: Graph) -> Iterator[str]:
    """The same of a graph that was built."""
    rows = sum(map(len, graph.nodes.values())) + len(graph.edges)
    run = LoadRun(id="bench", name="bench", collection="bench", startedAt="2024-01-01", codebook="", version="")
    with tempfile.TemporaryDirectory() as name:
        files, home = Path(name) / "files", Path(name) / "home"
        files.mkdir()
        _, written = timed(lambda: export_admin(Rows(Built(graph, run)), files))
        yield f"{rows} rows, graph to files: {written}"
        try:
            _, imported = timed(lambda: admin_import(files, home))
        except NoServer as reason:
            yield f"import not measured: {reason}"
            return
        yield f"neo4j-admin database import full: {imported}"
        for what, at in (("seconds", 0), ("processor seconds", 1)):
            ratio = 1 + written[at] / imported[at]
            yield f"bulk, graph to database, of the import alone: {ratio:.2f}x in {what} (goal {GOAL}x)"


def admin_import(files: Path, home: Path) -> None:
    """What `import.txt` says, by the jars that the tests use, into a database that is not running."""
    made = starter()
    for folder in ("conf", "data"):
        (home / folder).mkdir(parents=True)
    (home / "conf" / "neo4j.conf").touch()
    words = (files / "import.txt").read_text().replace("\\\n", " ").split()[1:]
    call = [made.java(), *made.JVM_FLAGS, "-cp", str(made.jars() / "*"), "org.neo4j.cli.AdminTool", *words]
    env = {**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
    done = subprocess.run(call, env=env, cwd=files, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"the import failed: {(done.stdout + done.stderr)[-2000:]}")


class Took(tuple[float, float]):
    """Seconds, and processor seconds of this process and those it waited for."""

    def __str__(self) -> str:
        return f"{self[0]:.1f} s, {self[1]:.1f} processor seconds"


def timed(work: Callable[[], Any]) -> tuple[Any, Took]:
    """What `work` gives, and what it took."""
    began, busy = time.perf_counter(), _busy()
    found = work()
    return found, Took((time.perf_counter() - began, _busy() - busy))


def _busy() -> float:
    told = psutil.Process().cpu_times()
    return float(told.user + told.system + told.children_user + told.children_system)


if __name__ == "__main__":
    for line in measure(sys.argv[1] if len(sys.argv) > 1 else "M"):  # type: ignore[arg-type]
        print(line, flush=True)
