"""Run the measurements that are named, or all, and print a line each: what, ratio or seconds, and the goal.

    python -m benchmarks [PART]...

A part that cannot run here says why; the others still run, and the whole ends with 1.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from importlib import import_module

PARTS = {  # name: what is called, and how long it takes on two quiet cores
    "start": ("start.measure", "10 seconds"),
    "tour": ("tour.measure", "half a minute"),
    "reading": ("reading.measure", "a minute"),
    "hostile": ("hostile.measure", "10 minutes"),
    "trackers": ("trackers.measure", "2 minutes"),
    "explorer": ("explorer.measure", "5 minutes"),
    "questions": ("questions.recurrence", "5 minutes"),
    "growth": ("growth.measure", "10 minutes"),
    "memory": ("memory.measure", "3 minutes"),
    "bulk": ("bulk.measure", "5 minutes"),
    "load": ("load.measure", "half an hour"),
    "full_disk": ("full_disk.measure", "20 minutes"),
    "kills": ("kills.both", "some hours"),
}


def main(names: list[str]) -> int:
    """Run them in this order; 0 where all could be measured."""
    if unknown := sorted({*names} - PARTS.keys()):
        print(f"There is no part {', '.join(unknown)}; there are {', '.join(PARTS)}.", file=sys.stderr)
        return 2
    short = 0
    for name, (what, takes) in PARTS.items():
        if names and name not in names:
            continue
        print(f"-- {name} takes about {takes}", flush=True)
        short += not ran(name, what)
    return int(short > 0)


def ran(name: str, what: str) -> bool:
    """Print the lines of one part; whether all of it could be measured."""
    module, function = what.split(".")
    whole = True
    try:
        measure: Callable[[], Iterator[str]] = getattr(import_module(f"benchmarks.{module}"), function)
        for line in measure():
            whole = whole and "not measured" not in line
            print(line, flush=True)
    except (Exception, SystemExit) as error:  # whatever stops one part is said, and the others are still measured
        said = next(iter(str(error).splitlines()), "") or type(error).__name__
        print(f"{name}: not measured, {said}", flush=True)
        return False
    return whole


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
