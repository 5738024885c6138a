"""How long the command line takes to say what it can do, against a Python that does nothing."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Iterator

RUNS = 9


def seconds(command: list[str]) -> float:
    """Median wall time of a command over several runs, after one that is not counted."""
    times = []
    for _ in range(RUNS + 1):
        began = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        times.append(time.perf_counter() - began)
    return statistics.median(times[1:])


def measure() -> Iterator[str]:
    """`goldenthread --help` against `python -c pass`: at most 12 times."""
    nothing = seconds([sys.executable, "-c", "pass"])
    helped = seconds([sys.executable, "-c", "from graph.cli import main; main(['--help'])"])
    times = f"{helped * 1000:.0f} ms / {nothing * 1000:.0f} ms"
    yield f"--help against python -c pass: {helped / nothing:.1f}x ({times}), goal 12x"
