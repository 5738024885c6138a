"""Lanes write every row once, and never two batches at a time that touch one node; no engine is needed for that."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from graph.errors import StoreError
from graph.store import lanes as module
from graph.store.lanes import Lanes
from graph.store.rows import Group

NODES, OTHERS = ("Finding",), ("Passage",)
ABOUT, OF, AGAIN = ("ABOUT", "Finding", "Theme"), ("OF", "Passage", "Document"), ("RECURS_IN", "Finding", "Finding")


class NoBolt:
    """A connection that nothing is sent by."""

    where, abandoned = "nowhere", False

    def __init__(self, embedded: bool = False) -> None:
        self.embedded = embedded


class Watched(Lanes):
    """Notes what is being written at a time; each write waits for a second one, if there is to be one."""

    def __init__(self, bolt: Any, together: int = 1) -> None:
        super().__init__(bolt, False, lambda group, number: self.told.append((group, number)))
        self.told: list[tuple[Group, int]] = []
        self.now: list[tuple[Group, list[dict[str, Any]]]] = []
        self.seen: list[list[tuple[Group, list[dict[str, Any]]]]] = []
        self.meet = threading.Barrier(together)
        self.lock = threading.Lock()

    def _write(self, group: Group, rows: list[dict[str, Any]]) -> int:
        with self.lock:
            self.now.append((group, rows))
            self.seen.append(list(self.now))
        self.meet.wait(20)
        with self.lock:
            self.now.remove((group, rows))
        return len(rows)


def rows(group: Group, number: int) -> list[dict[str, Any]]:
    """Nodes, or relationships between few nodes."""
    if len(group) == 1:
        return [{"id": f"{i}"} for i in range(number)]
    return [{"from_id": f"{i % 50}", "to_id": f"{i % 7}"} for i in range(number)]


def touched(group: Group, of: list[dict[str, Any]]) -> set[tuple[str, str]]:
    """The nodes that a batch of relationships meets."""
    return {(label, row[end]) for row in of for label, end in zip(group[1:], ("from_id", "to_id"), strict=True)}


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, number in (("BATCH", 40), ("FEW", 20), ("LEFT", 80)):
        monkeypatch.setattr(module, name, number)


def test_all_is_written_once_and_none_beside_what_touches_the_same_node() -> None:
    with Watched(NoBolt()) as lanes:
        for group in (NODES, OTHERS, ABOUT, OF, AGAIN, ABOUT):
            lanes.put(group, rows(group, 500))
    written = [batches[-1] for batches in lanes.seen]
    for group, times in ((NODES, 1), (OTHERS, 1), (ABOUT, 2), (OF, 1), (AGAIN, 1)):
        sent = sorted(tuple(row.values()) for of, batch in written if of == group for row in batch)
        assert sent == sorted(tuple(row.values()) for row in rows(group, 500) * times)
    for batches in lanes.seen:
        assert len({len(group) for group, _ in batches}) == 1  # no relationship beside a node
        if len(batches) == 2 and len(batches[0][0]) > 1:
            assert not touched(*batches[0]) & touched(*batches[1])
    assert sum(number for _, number in lanes.told) == 3000


def test_what_touches_no_common_node_is_written_side_by_side_whatever_its_kind() -> None:
    with Watched(NoBolt(), together=2) as lanes:  # a batch alone would wait in vain
        for group in (NODES, OTHERS, ABOUT, OF):
            lanes.put(group, rows(group, 15))
    assert [{group for group, _ in batches} for batches in lanes.seen[1::2]] == [{NODES, OTHERS}, {ABOUT, OF}]


def test_nodes_are_begun_after_one_batch_and_relationships_after_one_for_each_cell(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.undo()  # with the numbers that loads have
    assert module.at_a_time(NoBolt(), NODES) == module.BATCH  # type: ignore[arg-type]
    assert module.at_a_time(NoBolt(), ABOUT) == 4 * module.BATCH  # type: ignore[arg-type]
    assert {module.at_a_time(NoBolt(True), group) for group in (NODES, ABOUT)} == {module.WAVE_EMBEDDED}  # type: ignore[arg-type]


def test_the_embedded_engine_gets_one_lane() -> None:
    with Watched(NoBolt(embedded=True)) as lanes:
        for group in (NODES, OTHERS, ABOUT):
            lanes.put(group, rows(group, 500))
    assert {len(batches) for batches in lanes.seen} == {1}


def test_a_failure_ends_the_rest_and_is_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    lanes = Watched(NoBolt())
    monkeypatch.setattr(lanes, "_write", lambda group, of: len(of) - 1 if group == OTHERS else len(of))

    def write() -> None:
        with lanes:
            for group in (NODES, OTHERS, ABOUT):
                lanes.put(group, rows(group, 500))

    with pytest.raises(StoreError, match="1 of 40 Passage could not be written"):
        write()
    assert not any(thread.is_alive() for thread in lanes._threads)
    assert ABOUT not in {group for group, _ in lanes.told}
