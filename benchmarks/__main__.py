"""Run every measurement and print one line each: what, ratio or seconds, and the goal."""

from __future__ import annotations

from benchmarks import explorer, hostile, questions, reading, start, tour, trackers

if __name__ == "__main__":
    for measure in (
        start.measure,
        tour.measure,
        reading.measure,
        hostile.measure,
        trackers.measure,
        explorer.measure,
        questions.recurrence,
    ):
        for line in measure():
            print(line, flush=True)
