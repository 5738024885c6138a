"""From documents to an answered question on the embedded engine, in a new collection, start of the engine included."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def measure() -> Iterator[str]:
    """Load the published documents (or the samples where they are not here) and answer one question."""
    folder = Path(os.environ.get("GOLDENTHREAD_REVIEWS") or ROOT.parent / "shared" / "reviews")
    texts = sorted(folder.glob("*.txt")) or sorted((ROOT / "graph" / "samples").glob("*.*"))
    with tempfile.TemporaryDirectory() as place:
        store = str(Path(place) / "bench.db")
        began = time.perf_counter()
        _run("load", *map(str, texts), "--store", store)
        loaded = time.perf_counter()
        _run("ask", "recurring-themes", "--store", store, "--format", "json")
        asked = time.perf_counter()
        _run("load", *map(str, texts), "--store", store)
        again = time.perf_counter()
    yield (
        f"{len(texts)} documents: load {loaded - began:.1f} s + one question {asked - loaded:.1f} s = "
        f"{asked - began:.1f} s (goal 10 s); load again, nothing changed: {again - asked:.1f} s"
    )


def _run(*words: str) -> None:
    subprocess.run([sys.executable, "-m", "graph.cli", *words], check=True, capture_output=True)
