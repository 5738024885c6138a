"""A file on which the program that reads it ends is named, and the others are read."""

from __future__ import annotations

import os
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
