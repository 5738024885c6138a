"""The parser's words are found by name, and none of them lies about unused."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

import loaders
from loaders.parse.cues import cue

HOUSE = Path(loaders.__file__).parent


def test_a_cue_that_is_not_there_is_named_with_its_file() -> None:
    files = r"cues\.yaml and progress\.yaml and notices\.yaml and requests\.yaml"
    with pytest.raises(LookupError, match=rf"{files} have no entry `commissioned` under `facts`"):
        cue("facts", "commissioned")


def test_every_cue_is_asked_for() -> None:
    code = "".join(path.read_text("utf-8") for path in sorted(HOUSE.rglob("*.py")))
    read = [
        yaml.safe_load((HOUSE / "data" / name).read_text("utf-8"))
        for name in ("cues.yaml", "progress.yaml", "notices.yaml", "requests.yaml")
    ]
    words = {part: entries for loaded in read for part, entries in loaded.items()}
    assert len(words) == sum(map(len, read))
    parts = {part: entries for part, entries in words.items() if isinstance(entries, dict) and part != "words"}
    assert [f"{part}: {name}" for part, entries in parts.items() for name in entries if f'"{name}"' not in code] == []
