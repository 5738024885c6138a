"""A backup is the collection, byte for byte; restoring refuses whatever is not what was put in."""

from __future__ import annotations

import json
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.collection import Collection
from graph.collection.backup import LIST, backup, restore
from graph.errors import StoreError, WrongUse
from loaders.extract import extract

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
    (collection.path / "engine").mkdir()
    (collection.path / "engine" / "data").write_bytes(b"graph")
    (collection.path / "records" / "half.jsonl.new").write_text("{", "utf-8")
    return collection


def contents(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_comes_back_whole_without_the_engine(loaded: Collection, tmp_path: Path) -> None:
    backup(loaded, tmp_path / "one.zip")
    number = restore(tmp_path / "one.zip", tmp_path / "again")
    found = contents(tmp_path / "again")
    wanted = {k: v for k, v in contents(loaded.path).items() if not k.startswith("engine") and not k.endswith(".new")}
    assert found == {k: v for k, v in wanted.items() if not k.endswith(".lock")}
    assert number == len(found) == 3
    again = Collection.open(tmp_path / "again")
    assert (again.id, again.records()) == (loaded.id, loaded.records())
    for path in [again.path, *again.path.rglob("*"), tmp_path / "one.zip"]:
        assert not stat.S_IMODE(path.stat().st_mode) & 0o077, path


def test_same_collection_same_bytes(loaded: Collection, tmp_path: Path) -> None:
    backup(loaded, tmp_path / "one.zip")
    (loaded.path / "collection.json").touch()
    backup(loaded, tmp_path / "two.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    assert [p.name for p in tmp_path.iterdir() if p.name.endswith(".new")] == []


def members(file: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def rewritten(file: Path, change: Callable[[dict[str, bytes]], dict[str, bytes]]) -> Path:
    told = change(members(file))
    with zipfile.ZipFile(file, "w") as packed:
        for name, data in told.items():
            packed.writestr(name, data)
    return file


def listed(told: dict[str, bytes], name: str, data: bytes) -> dict[str, bytes]:
    """With one file more, which the list of files names too."""
    import hashlib

    head = json.loads(told[LIST])
    head["files"][name] = {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}
    return {**told, LIST: json.dumps(head).encode(), name: data}


@pytest.mark.parametrize(
    "name",
    [
        "../out.txt",
        "records/../../out.txt",
        "/out.txt",
        "engine/databases/x",
        "records\\out.txt",
        "C:out",
        "sources/..",
    ],
)
def test_no_path_leads_out(loaded: Collection, tmp_path: Path, name: str) -> None:
    backup(loaded, tmp_path / "one.zip")
    file = rewritten(tmp_path / "one.zip", lambda told: listed(told, name, b"x"))
    before = contents(tmp_path)
    with pytest.raises(StoreError, match="no collection has"):
        restore(file, tmp_path / "again")
    assert contents(tmp_path) == before
    assert not (tmp_path / "again").exists()


def flipped(told: dict[str, bytes]) -> dict[str, bytes]:
    name = next(n for n in told if n.startswith("sources/"))
    return {**told, name: told[name].replace(b"sister", b"sistre")}


@pytest.mark.parametrize(
    "change",
    [
        flipped,
        lambda told: {k: v for k, v in told.items() if not k.startswith("sources/")},
        lambda told: {**told, "records/more.jsonl": b"{}"},
        lambda told: {k: (v * 100_000 if k == "collection.json" else v) for k, v in told.items()},
    ],
)
def test_what_was_changed_is_refused(
    loaded: Collection, tmp_path: Path, change: Callable[[dict[str, bytes]], dict[str, bytes]]
) -> None:
    backup(loaded, tmp_path / "one.zip")
    with pytest.raises(StoreError, match="is damaged"):
        restore(rewritten(tmp_path / "one.zip", change), tmp_path / "again")
    assert not (tmp_path / "again").exists()
    assert not list(tmp_path.glob(".again*"))


def test_cut_short_or_something_else(loaded: Collection, tmp_path: Path) -> None:
    backup(loaded, tmp_path / "one.zip")
    data = (tmp_path / "one.zip").read_bytes()
    for number, wrong in enumerate((data[: len(data) // 2], b"", b"PK\x03\x04 no archive", data[:-30])):
        file = tmp_path / f"{number}.zip"
        file.write_bytes(wrong)
        with pytest.raises(StoreError):
            restore(file, tmp_path / "again")
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as packed:
        packed.writestr("a.txt", "x")
    with pytest.raises(StoreError, match="is no backup"):
        restore(tmp_path / "other.zip", tmp_path / "again")


def test_nothing_is_written_over(loaded: Collection, tmp_path: Path) -> None:
    backup(loaded, tmp_path / "one.zip")
    with pytest.raises(WrongUse, match="not empty"):
        restore(tmp_path / "one.zip", loaded.path)
    with pytest.raises(StoreError, match="cannot be written"):
        backup(loaded, tmp_path / "nowhere" / "one.zip")
