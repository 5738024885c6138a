"""`make bench` runs every part that can run here, says which cannot, and then ends as a failure."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module

import pytest

from benchmarks import __main__ as bench
from benchmarks import start


def test_every_part_names_what_measures_it() -> None:
    for what, takes in bench.PARTS.values():
        module, function = what.split(".")
        assert callable(getattr(import_module(f"benchmarks.{module}"), function))
        assert takes


def test_a_part_that_cannot_run_is_told_and_the_next_still_runs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> Iterator[str]:
        yield "a figure"
        raise RuntimeError("no such engine\nand much more")

    monkeypatch.setattr(start, "measure", broken)
    monkeypatch.setenv("PATH", "")  # no Chromium
    assert bench.main(["explorer", "start"]) == 1
    told = [line for line in capsys.readouterr().out.splitlines() if not line.startswith("--")]
    assert told == ["a figure", "start: not measured, no such engine", "explorer: not measured, no Chromium here"]


def test_what_can_be_measured_ends_well(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(start, "measure", lambda: iter(["a figure"]))
    assert bench.main(["start"]) == 0
    assert bench.main(["strat"]) == 2
    assert "There is no part strat" in capsys.readouterr().err
