"""Words for the embedded engine's Java that start it in a second: most tests start one, ask a little and end it.

It compiles quickly instead of well, and takes its classes from a cache (Java's AOT cache) that a first run of all tests
makes from the small graph and the questions. What it answers is the same; how fast it is at length is for `benchmarks`,
which sets none of this.
"""

from __future__ import annotations

import contextlib
import importlib.metadata
import os
import subprocess
import tempfile
from pathlib import Path

from filelock import FileLock

from graph.store.keeper import DATABASE, JAVA, Engine

QUICK = "-XX:TieredStopAtLevel=1"
SECONDS = 120


def cache() -> Path:
    """Where the classes are kept, for this version of the engine."""
    folder = Path(os.environ.get("GOLDENTHREAD_NEO4J_CACHE") or Path.home() / ".cache" / "golden-thread-tests")
    with contextlib.suppress(importlib.metadata.PackageNotFoundError):
        return folder / f"engine-{importlib.metadata.version('arcadedb-embedded')}.aot"
    return folder / "engine.aot"


def use() -> None:
    """Have every engine that is started from here on use them, unless a person said otherwise."""
    if os.environ.get(JAVA, QUICK).startswith(QUICK):
        os.environ[JAVA] = f"{QUICK} -XX:AOTCache={cache()}" if cache().is_file() else QUICK


def prepare() -> None:
    """Make the cache where there is none; without it the tests run all the same."""
    from graph.store.embedded import package

    kept = cache()
    kept.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(kept.with_suffix(".lock")), tempfile.TemporaryDirectory() as made:
        if kept.is_file():
            return
        folder, noted, new = Path(made), Path(made) / "noted", kept.with_suffix(".new")
        with contextlib.suppress(Exception):  # an engine that cannot run is for the tests to tell
            used = trained(folder, package(), noted)
            call = [word for word in used if not word.startswith(("-XX:AOT", "-D"))]
            options = ["-XX:AOTMode=create", f"-XX:AOTConfiguration={noted}", f"-XX:AOTCache={new}"]
            subprocess.run([call[0], *options, *call[1:-1]], check=True, capture_output=True, timeout=SECONDS)
            new.replace(kept)


def trained(folder: Path, package: Path, noted: Path) -> list[str]:
    """Fill an engine with the small graph, ask it all, have Java note its classes; the call it ran by."""
    import psutil

    from graph.questions import ask, questions
    from graph.store.bolt import Bolt
    from graph.store.store import Store
    from tests.graph.small import without_runs
    from tests.small_graph import small_graph

    before = os.environ.get(JAVA)
    os.environ[JAVA] = f"-XX:AOTMode=record -XX:AOTConfiguration={noted}"
    try:
        (folder / "config").mkdir()
        engine = Engine(folder, package, "512m")
    finally:
        os.environ.pop(JAVA)
        if before is not None:
            os.environ[JAVA] = before
    try:
        call = psutil.Process(engine.process.pid).cmdline()
        engine.ready()
        login = ("root", (folder / "password").read_text("utf-8"))
        bolt = Bolt(f"bolt://127.0.0.1:{engine.bolt}", login, DATABASE, embedded=True, where="", connect_timeout=20.0)
        with Store(bolt, None, None) as store:
            graph, run = without_runs(small_graph())
            store.sync(graph, collection=run.collection, run=run)
            for question in questions().values():
                if not question.needs:
                    ask(store, question.id)
        engine.process.terminate()
        engine.process.wait(SECONDS)
    finally:
        engine.end()
    return call
