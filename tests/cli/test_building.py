"""A large collection is built by a process of its own: the same rows, the same sentences, nothing left behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.synthetic import records
from graph.cli import building
from graph.cli.building import rows_of
from graph.collection import Collection
from graph.collection.record_files import to_lines
from graph.errors import StoreError
from graph.store import engine_folder


@pytest.fixture
def collection(tmp_path: Path) -> Collection:
    made = Collection.open(tmp_path / "one.db")
    for number, record in enumerate(records("S")):
        if number < 3:
            (made.path / "records" / f"{number}.jsonl").write_text(to_lines(record), "utf-8")
    return made


def told(collection: Collection) -> tuple[object, list[str]]:
    with collection.lock(), rows_of(collection) as (rows, said):
        return {group: [c.hash for c in rows.chunks(group)] for group in rows.numbers}, said.waiting


def test_another_process_gives_the_same_rows(collection: Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    decided = "- kind: same\n  one: case-a\n  other: case-b\n  by: R. Reader\n  on: 2024-05-01\n"
    (collection.path / "decisions" / "one.yaml").write_text(decided, "utf-8")
    here = told(collection)
    assert "waits" in here[1][0]
    monkeypatch.setattr(building, "LARGE", 0)
    assert told(collection) == here
    assert not list(engine_folder(collection.path).iterdir())


def test_what_is_damaged_is_said_from_another_process(collection: Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "LARGE", 0)
    (collection.path / "records" / "1.jsonl").write_text("{", "utf-8")
    with pytest.raises(StoreError, match=r"1\.jsonl"):
        told(collection)


def test_where_no_other_process_can_be_had_it_is_built_here(
    collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = told(collection)
    monkeypatch.setattr(building, "LARGE", 0)
    monkeypatch.setattr(building, "_spilled", _ends)
    assert told(collection) == here


def _ends(_path: Path, _folder: Path) -> None:
    import os

    os._exit(9)
