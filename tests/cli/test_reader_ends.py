"""A file on which the program that reads it ends is named, and the others are read."""

from __future__ import annotations

import multiprocessing
import os
import threading
from pathlib import Path

import pytest

from graph.cli import loading
from graph.records import DocumentRecord

READ_ONE = loading.read_one


def ends(path: Path, mapping: object = None, given: object = None) -> tuple[DocumentRecord | None, str | None]:
    """`read_one`, in a process that ends on one of the files as a crash in a C library does."""
    if path.name == "ends.pdf":
        os.abort()
    return READ_ONE(path)


@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_file_that_ends_its_reader_is_named_and_the_others_are_read(
    at: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = [tmp_path / "one.txt", tmp_path / "two.txt"]
    for path in sound:
        path.write_text("Learning\n\n- Professionals did not speak to the father.\n", encoding="utf-8")
    paths = [*sound[:at], tmp_path / "ends.pdf", *sound[at:]]
    paths[at].write_bytes(b"%PDF-1.7\n%%EOF")
    monkeypatch.setattr(loading, "SMALL", 0)
    monkeypatch.setattr(loading, "read_one", ends)
    found = list(loading.read_all(paths))
    assert [path for path, _, _ in found] == paths
    for path, record, error in found:
        if path.name == "ends.pdf":
            assert record is None
            assert error is not None
            assert error.startswith(f"{path}: the file ended the program that reads it")
        else:
            assert error is None
            assert record is not None
            assert record.document.title == "Learning"


def test_who_takes_the_last_file_and_asks_no_more_leaves_no_reader_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [tmp_path / "one.txt", tmp_path / "two.txt"]
    for path in paths:
        path.write_text("Learning\n\n- Professionals did not speak to the father.\n", encoding="utf-8")
    monkeypatch.setattr(loading, "SMALL", 0)
    before = {*multiprocessing.active_children()}
    fresh = loading.read_all(paths)
    assert [next(fresh)[0] for _ in paths] == paths
    readers = {*multiprocessing.active_children()} - before
    assert readers
    fresh.close()
    assert not {*multiprocessing.active_children()} & readers
    assert {reader.exitcode for reader in readers} == {0}, "they were told to end, not killed"
    assert not [thread for thread in threading.enumerate() if "Executor" in type(thread).__name__]
