"""A tracker of 5 000 rows: read, exported as the project's workbook, taken in unchanged and with ten edits.

Twice: rows that all differ, and rows that are all but the same (every team is asked the same thing), which is where
comparing each with each other one would never end. Each in a process of its own, so that the memory is its own.
"""

from __future__ import annotations

import io
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar

ROWS, EDITS = 5_000, 10
T = TypeVar("T")


def one(alike: bool) -> Iterator[str]:
    """Run the round once and say what each step took, in processor seconds."""
    import openpyxl

    from benchmarks.tracker_rows import tracker
    from graph.cli.tracker.here import here, reader
    from graph.collection import Collection
    from graph.tracker import compare
    from graph.tracker.fields import FIELDS
    from graph.views.tracker import Stamp, read_workbook, write_workbook
    from graph.views.tracker.write import HEAD
    from loaders.extract import extract

    took: dict[str, float] = {}

    def timed(name: str, step: Callable[[], T]) -> T:
        began = time.process_time()
        found = step()
        took[name] = time.process_time() - began
        return found

    with tempfile.TemporaryDirectory() as folder:
        plan = Path(folder, "plan.csv")
        plan.write_bytes(tracker(ROWS, alike=alike))
        record = timed("load", lambda: extract(plan))
        kept = Collection.open(str(Path(folder, "collection")))
        kept.put(record, plan)
        found = timed("graph", lambda: here(kept))
        stamp = Stamp(kept.id, "", "2024-05-01T09:00:00Z")
        data = timed("export", lambda: write_workbook(found.rows(), stamp, title="Tracker"))

        def take_in(file: bytes) -> int:
            book, now = read_workbook(file, "tracker.xlsx"), here(kept)
            told = compare(
                book.kept, book.rows, now.rows(), now.said, reader(now.graph), by="lead", on=date(2024, 5, 14)
            )
            if told.refused or told.conflicts or len(book.rows) != ROWS:
                raise AssertionError(f"{len(book.rows)} rows came back, not taken: {told.refused[:3]}")
            return told.total

        same = timed("import", lambda: take_in(data))
        book = openpyxl.load_workbook(io.BytesIO(data))
        column = next(n for n, f in enumerate(FIELDS, 2) if f.name == "due")
        for n in range(EDITS):
            book["Tracker"].cell(HEAD + 1 + n * (ROWS // EDITS), column).value = "31/12/2029"
        edited = io.BytesIO()
        book.save(edited)
        ten = take_in(edited.getvalue())
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    rows = "all but the same" if alike else "all different"
    steps = ", ".join(f"{name} {seconds:.1f} s" for name, seconds in took.items())
    yield f"tracker of {ROWS} rows, {rows}: {steps}, {memory} MB, goal 500 MB"
    yield f"the same taken in unchanged: {same} changes, goal 0; with {EDITS} edits: {ten}, goal {EDITS}"


def measure() -> Iterator[str]:
    """Both trackers, one after the other."""
    for alike in ("different", "alike"):
        told = subprocess.run(
            [sys.executable, "-m", "benchmarks.trackers", alike], check=True, capture_output=True, text=True
        )
        yield from told.stdout.splitlines()


if __name__ == "__main__":
    for line in one(sys.argv[1] == "alike") if len(sys.argv) > 1 else measure():
        print(line, flush=True)
