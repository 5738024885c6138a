"""The words that are data are read by one reader, which gives what the parser in Python gives."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from graph.yaml_data import data_of

ROOT = Path(__file__).resolve().parent.parent
FILES = sorted(
    path.relative_to(ROOT)
    for room in ("graph", "loaders")
    for path in (ROOT / room).rglob("*.yaml")
    if "samples" not in path.parts
)


@pytest.mark.parametrize("file", FILES, ids=str)
def test_both_parsers_read_the_same(file: Path) -> None:
    assert data_of(".".join(file.parent.parts), file.name) == yaml.safe_load((ROOT / file).read_text("utf-8"))


def test_no_other_place_reads_them_slowly() -> None:
    found = [
        str(path.relative_to(ROOT))
        for room in ("graph", "loaders")
        for path in (ROOT / room).rglob("*.py")
        if "safe_load(" in path.read_text("utf-8")
    ]
    assert found == ["loaders/trackers/mapping.py"]  # a file that a user gives
