"""The doctor names what is wrong and mends only what can be made again from the records."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from graph.collection import Collection
from graph.collection.health import examine
from graph.decisions import ScrutinyView, add
from graph.decisions.scrutiny import mark
from graph.store import open_store
from loaders.extract import extract
from tests.cli.conftest import Run

TEXT = """Elm Safeguarding Partnership
Learning from Elm 2024

Learning
- Nobody asked the older sister about the weekend.
"""


@pytest.fixture
def loaded(tmp_path: Path) -> Collection:
    collection = Collection.open(tmp_path / "collection")
    path = tmp_path / "elm.txt"
    path.write_text(TEXT, "utf-8")
    collection.put(extract(path), path)
    return collection


def wrong(collection: Collection) -> dict[str, str]:
    return {s.what: s.found for s in examine(collection) if s.state == "wrong"}


def only(collection: Collection, folder: str) -> Path:
    (found,) = (p for p in (collection.path / folder).iterdir() if p.is_file())
    return found


def test_a_sound_folder_has_nothing_wrong(loaded: Collection) -> None:
    assert wrong(loaded) == {}
    assert {"permissions", "records", "sources", "decisions", "disk"} <= {s.what for s in examine(loaded)}


def test_each_damage_is_named(loaded: Collection) -> None:
    source, record = only(loaded, "sources"), only(loaded, "records")
    source.write_bytes(b"changed")
    assert "has changed" in wrong(loaded)["sources"]
    source.unlink()
    assert "is missing" in wrong(loaded)["sources"]
    source.write_text(TEXT, "utf-8")
    source.chmod(0o644)
    assert "can be read by others" in wrong(loaded)["permissions"]
    source.chmod(0o600)
    (loaded.path / "decisions" / "by-hand.yaml").write_text("- kind: nothing\n", "utf-8")
    assert "by-hand.yaml: decision 1" in wrong(loaded)["decisions"]
    (loaded.path / "decisions" / "by-hand.yaml").unlink()
    (loaded.path / "sources" / "half.pdf.new").write_bytes(b"")
    (loaded.path / "sources" / "half.pdf.new").chmod(0o600)
    assert "half-written" in wrong(loaded)["interrupted"]
    (loaded.path / "sources" / "half.pdf.new").unlink()
    text = record.read_text("utf-8")
    record.write_text(text[: len(text) // 2], "utf-8")
    assert "damaged at line" in wrong(loaded)["records"]
    record.write_text(text, "utf-8")
    assert wrong(loaded) == {}


def test_a_clock_that_went_back_is_said(loaded: Collection) -> None:
    told = {"started": "2999-01-01T00:00:00.000000Z", "codebook": "1", "version": "1", "documents": []}
    (loaded.path / "runs.jsonl").write_text(json.dumps(told) + "\n", "utf-8")
    assert any(s.what == "clock" and "still to come" in s.found for s in examine(loaded))


def test_a_view_of_the_scrutineer_that_was_taken_out_of_its_file_is_said(loaded: Collection) -> None:
    view = ScrutinyView(
        thing="x", view="disagrees", by="independent scrutineer", on=date(2024, 5, 4), note="No audit was seen."
    )
    (path,) = add(loaded.path / "decisions", [view])
    told = {"started": "2024-05-04T09:00:00.000000Z", "codebook": "1", "version": "1", "views": [mark(view)]}
    (loaded.path / "runs.jsonl").write_text(json.dumps(told) + "\n", "utf-8")
    (loaded.path / "runs.jsonl").chmod(0o600)
    assert wrong(loaded) == {}
    path.unlink()
    found = wrong(loaded)["scrutiny"]
    assert "independent scrutineer of 2024-05-04 (disagrees) was taken out" in found
    assert "No audit" not in found


@pytest.mark.embedded
@pytest.mark.timeout(600)
def test_the_graph_is_compared_and_mended_and_a_backup_is_whole(run: Run, tmp_path: Path) -> None:
    (tmp_path / "elm.txt").write_text(TEXT, "utf-8")
    assert run("doctor").returncode == 1  # nothing is loaded
    assert run("load", "elm.txt").returncode == 0
    sound = run("doctor", "--format", "json")
    assert sound.returncode == 0, sound.stdout + sound.stderr
    assert {"what": "graph", "state": "right"}.items() <= json.loads(sound.stdout)[-1].items()
    with open_store(str(tmp_path / "goldenthread.db")) as store:  # as a version left it that noted no rules
        store._bolt.write(lambda tx: tx.run("MATCH (n:LoadRun) SET n.version = '0.0.9' REMOVE n.rules").consume())
    older = run("doctor", "--format", "json")
    assert older.returncode == 0, older.stdout + older.stderr
    told = {sign["what"]: sign for sign in json.loads(older.stdout)}
    assert told["rules"]["found"].startswith("The graph was loaded by golden-thread 0.0.9, with other rules")
    assert told["graph"]["state"] == "right"  # its facts are still those of the records
    assert run("load", "elm.txt").returncode == 0
    assert "other rules" not in run("doctor", "--format", "json").stdout
    shutil.rmtree(tmp_path / "goldenthread.db" / "engine")
    broken = run("doctor")
    assert broken.returncode == 1
    assert "there is no graph here yet" in broken.stdout.replace("\n", " ")
    mended = run("doctor", "--mend", "--format", "json")
    assert mended.returncode == 0, mended.stdout + mended.stderr
    assert run("backup", "one.zip").returncode == 0
    back = run("restore", "one.zip", "again.db")
    assert back.returncode == 0, back.stderr
    assert run("doctor", "--store", "again.db").returncode == 0
