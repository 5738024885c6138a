"""Rows that wait on disk are the rows of the graph; the file is its owner's alone and does not stay."""

from __future__ import annotations

import errno
import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graph.errors import StoreError
from graph.memory import Graph
from graph.model import Finding, Theme
from graph.store import Parts, clear, spill
from graph.store.rows import of_item
from tests.graph.small import without_runs
from tests.small_graph import small_graph


class Odd(str):
    """A text that is no plain one."""


def graphs() -> list[Graph]:
    odd = Graph()
    finding = odd.add(
        Finding(
            id="f", name="f", polarity="shortfall", text="\ud800 half", datedFrom=date(2024, 2, 29), places=["p", "q"]
        )
    )
    other = odd.add(Finding(id="g", name="g", polarity="barrier", text="none of these days"))
    theme = odd.add(Theme(id="t", name="t"))
    for one, why in ((finding, Odd("a text of another library")), (other, "a plain one")):
        odd.link(one, "RECURS_IN", finding, theme="t", why=why)
        odd.link(one, "ABOUT", theme, sense="practice", cue="ä")
    return [without_runs(small_graph())[0], odd, Graph()]


@pytest.mark.parametrize("number", range(3))
def test_rows_on_disk_are_those_in_memory(tmp_path: Path, number: int) -> None:
    graph = graphs()[number]
    known = Parts(graph)
    told = spill(graph, tmp_path)
    assert os.name == "nt" or told.path.stat().st_mode & 0o777 == 0o600
    with told.open() as parts:
        assert os.name == "nt" or not list(tmp_path.iterdir())
        assert parts.numbers == known.numbers
        for group, rows in known.numbers.items():
            one, other = known.chunks(group), parts.chunks(group)
            assert [c.hash for c in one] == [c.hash for c in other]
            assert sum(c.number for c in other) == rows
            mine, theirs = ([item for c in chunks for item in c.items()] for chunks in (one, other))
            assert mine == theirs
            assert [of_item(item) for item in mine] == [of_item(item) for item in theirs]
        assert parts.chunks(("Nobody",)) == []
    assert not list(tmp_path.iterdir())


def test_a_full_disk_is_a_sentence_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_told: Any) -> Any:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("graph.store.parts.packed", full)
    with pytest.raises(StoreError, match=r"cannot be written here \(No space left on device\); make room"):
        spill(graphs()[0], tmp_path)
    assert not list(tmp_path.iterdir())
    with pytest.raises(StoreError, match="cannot be written here"):
        spill(graphs()[0], tmp_path / "nowhere")


def test_what_a_killed_load_left_is_taken_away(tmp_path: Path) -> None:
    told = spill(graphs()[0], tmp_path)
    (tmp_path / "password").write_text("kept")
    clear(tmp_path)
    assert not told.path.exists()
    assert [p.name for p in tmp_path.iterdir()] == ["password"]
