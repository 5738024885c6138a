"""A handful of the hostile files that `benchmarks/hostile.py` makes; all of them are run by `make bench`."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.hostile import MEMORY, Door, run
from benchmarks.hostile_files import every

NAMES = (
    ".docx entity: canary",
    ".pptx entity: parameter",
    ".xlsx entity: laughs",
    ".xlsx lies about its size",
    ".docx part outside",
    ".pptx points outside",
    ".docx nested without end",
    "html attributes",
    "html svg entity",
    "mht nested",
    "pdf page tree in a circle",
    "pdf a form that draws itself",
    "pdf a count of two thousand million",
    "pdf launch",
    "pdf 300 columns",
    "pdf stream of 1 GB",
    "pdf stream packed three times",
    "text: noise",
    "text: brackets",
    "text: stars",
    "csv a quote left open",
    "xlsx dimension lies",
)


def test_hostile_files_are_refused_or_read_with_a_sentence(tmp_path: Path) -> None:
    door = Door()
    items = [item for item in every(door.address) if item[0] in NAMES]
    assert len(items) == len(NAMES)
    found = list(run(items, tmp_path))
    assert [one for one in found if not one.good] == []
    assert max(one.megabytes for one in found) * 1024**2 < MEMORY
    assert door.knocks() == 0


def test_there_are_at_least_three_hundred_of_them() -> None:
    assert len({name for name, _, _ in every("http://127.0.0.1:9")}) >= 300


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("word " * 40_000, "a paragraph has more than 100,000 characters"),
        ("x\n" * 60_000, "it has more than 50,000 lines"),
    ],
)
def test_text_without_end_is_refused(words: str, said: str, tmp_path: Path) -> None:
    from graph.errors import UnreadableDocument
    from loaders.read import read

    path = tmp_path / "a.txt"
    path.write_text(words, encoding="utf-8")
    with pytest.raises(UnreadableDocument, match=said):
        read(path)
