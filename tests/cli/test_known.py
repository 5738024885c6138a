"""What would be read as it was is not read again; whatever its record depends on reads it again when it changes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.cli import known
from graph.cli.loading import load
from graph.collection import Collection
from graph.store import open_store

TEXT = "Learning from Elm\n\nLearning\n\n- Professionals did not speak to the father.\n- Nobody asked about sleep.\n"
CODEBOOK = Path(__file__).resolve().parents[2] / "graph" / "data" / "codebook.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "documents"
    made.mkdir()
    (made / "one.txt").write_text(TEXT, encoding="utf-8")
    (made / "two.txt").write_text(TEXT.replace("Elm", "Ash").replace("sleep", "work"), encoding="utf-8")
    return made


@pytest.fixture
def engine_stays(tmp_path: Path) -> Iterator[None]:
    """The store's engine runs for the whole test: many loads join it."""
    with open_store(str(tmp_path / "one.db")):
        yield


def read_again(folder: Path, **options: Any) -> tuple[list[str], int]:
    """Load; the files that were read, and changes in the graph."""
    result = load([folder], str(folder.parent / "one.db"), **options)
    assert not result.failed
    assert all(found.record is not None for found in result.files)
    return sorted(f.path.name for f in result.files if not f.known), 0 if not result.changes else result.changes.total


@pytest.mark.embedded
@pytest.mark.usefixtures("engine_stays")
def test_only_what_may_be_read_otherwise_is_read(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_again(folder)[0] == ["one.txt", "two.txt"]
    assert read_again(folder) == ([], 0)
    assert read_again(folder, again=True) == (["one.txt", "two.txt"], 0)
    assert read_again(folder) == ([], 0)

    (folder / "two.txt").write_text(TEXT.replace("Elm", "Oak"), encoding="utf-8")
    names, changed = read_again(folder)
    assert names == ["two.txt"]
    assert changed

    manifest = folder / "sources.yaml"
    manifest.write_text("- file: one.txt\n  title: Learning from Elm House\n", encoding="utf-8")
    assert read_again(folder)[0] == ["one.txt"]
    assert Collection.open(tmp_path / "one.db").records()[0].document.title == "Learning from Elm House"
    assert read_again(folder) == ([], 0)

    monkeypatch.setattr(known, "reader", lambda: "another version")
    assert read_again(folder) == (["one.txt", "two.txt"], 0)
    assert read_again(folder) == ([], 0)

    damaged = next((tmp_path / "one.db" / "records").glob("*one*.jsonl"))
    damaged.write_text("{", encoding="utf-8")
    with pytest.raises(Exception, match="document"):
        read_again(folder)  # the damaged record stops what needs it, with its sentence


@pytest.mark.embedded
@pytest.mark.usefixtures("engine_stays")
def test_another_codebook_codes_again(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = yaml.safe_load(CODEBOOK.read_text("utf-8"))
    told["version"] = f"{told['version']}-next"
    for concept in told["concepts"]:
        for cue in ("cues", "altLabels"):
            if concept["id"] == told["concepts"][-1]["id"] and isinstance(concept.get(cue), list):
                concept[cue] = [*concept[cue], "asked about sleep"]
    other = tmp_path / "codebook.yaml"
    other.write_text(yaml.safe_dump(told, allow_unicode=True), encoding="utf-8")
    read_again(folder)
    assert read_again(folder) == ([], 0)
    monkeypatch.setenv("GOLDENTHREAD_CODEBOOK", str(other))
    assert read_again(folder)[0] == ["one.txt", "two.txt"]
    assert read_again(folder) == ([], 0)
    runs = [json.loads(line) for line in (tmp_path / "one.db" / "runs.jsonl").read_text("utf-8").splitlines()]
    assert [run["codebook"].endswith("-next") for run in runs] == [False, False, True, True]
