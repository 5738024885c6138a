"""The engine's memory follows the size of the collection, and a question that needed more is told as that."""

from pathlib import Path

import psutil
import pytest
from neo4j.exceptions import Neo4jError

from graph.store.faults import sentence
from graph.store.heap import SET, heap_for, refused

MB = 1024 * 1024
HEAP = "com.arcadedb.exception.QueryHeapBudgetExceededException: Query heap budget exceeded: the in-heap ORDER BY\n"
OTHER = "java.lang.IllegalStateException: something else\n\tat com.arcadedb.Step.next(Step.java:1)\n"


class Failed(Neo4jError):
    """What the engine answers to any fault of its own."""

    @property
    def message(self) -> str:
        return "The request failed. Check the server log for the details"


def database(folder: Path, megabytes: int) -> Path:
    (folder / "databases" / "goldenthread").mkdir(parents=True)
    with (folder / "databases" / "goldenthread" / "Passage_0.bucket").open("wb") as file:
        file.truncate(megabytes * MB)
    return folder


def in_mb(heap: str) -> int:
    assert heap.endswith("m")
    return int(heap[:-1])


def test_a_small_or_new_collection_gets_little(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SET, raising=False)
    assert heap_for(tmp_path) == "512m"
    assert heap_for(database(tmp_path, 10)) == "512m"


def test_a_large_collection_gets_more_but_never_most_of_the_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(SET, raising=False)
    fourth = psutil.virtual_memory().total // MB // 4
    assert in_mb(heap_for(database(tmp_path, 200))) == max(512, min(2_048, fourth))


def test_a_person_decides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SET, "3g")
    assert heap_for(database(tmp_path, 200)) == "3g"


def test_the_last_fault_decides_what_is_told(tmp_path: Path) -> None:
    error = Failed()
    log = tmp_path / "engine" / "log" / "arcadedb.log.0"
    log.parent.mkdir(parents=True)
    for lines, memory in ((OTHER, False), (OTHER + HEAP, True), (HEAP + OTHER, False)):
        log.write_text(lines, "utf-8")
        assert refused(tmp_path / "engine") is memory
        said = str(sentence(error, str(tmp_path), embedded=True))
        assert ("needs more memory" in said) is memory
        assert (SET in said) is memory
    assert not refused(tmp_path / "nothing")
