"""The kept classes of the engine: only one's own are used, a bad file costs nothing, and nobody waits for them."""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import subprocess
import time
from pathlib import Path
from typing import Any

import psutil
import pytest

from graph.store import keeper, open_store, quicker
from graph.store.embedded import package
from graph.store.keeper import JAVA
from graph.store.training import MADE_UP
from tests import engine_java
from tests.graph.store.processes import eventually, processes, python

BUSY = 120  # seconds: it gives way to all else


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this user's file belongs, in a home of the test's own."""
    monkeypatch.delenv(quicker.SET)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(quicker.sys, "platform", "linux")
    return tmp_path / "cache" / "goldenthread" / quicker.named(package())


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The processes that would be started."""
    calls: list[list[str]] = []

    def noted(call: list[str], folder: Path) -> Any:
        calls.append(call)
        return subprocess.CompletedProcess(call, 0)

    monkeypatch.setattr(quicker, "apart", noted)
    return calls


@pytest.fixture(scope="module")
def kept() -> Path:
    """The file that the tests use, made where there is none."""
    engine_java.prepare()
    return engine_java.cache()


def made(file: Path) -> Path:
    file.parent.mkdir(mode=0o700, parents=True)
    file.touch(mode=0o600)
    return file


def test_its_name_changes_with_each_file_of_the_engine(tmp_path: Path) -> None:
    (tmp_path / "jars").mkdir()
    jar = tmp_path / "jars" / "engine.jar"
    jar.write_bytes(b"one")
    os.utime(jar, (1, 1))
    before = quicker.named(tmp_path)
    assert quicker.named(tmp_path) == before
    os.utime(jar, (1, 2))
    later = quicker.named(tmp_path)
    (tmp_path / "jars" / "other.jar").touch()
    assert len({before, later, quicker.named(tmp_path)}) == 3


def test_ones_own_file_is_used_where_it_is(own: Path) -> None:
    assert quicker.cache(package()) is None
    made(own)
    assert quicker.cache(package()) == own


@pytest.mark.parametrize("foreign", ["written by others", "folder written by others", "a link", "a folder"])
def test_what_others_could_have_put_there_is_not_used(own: Path, foreign: str) -> None:
    made(own)
    if foreign == "written by others":
        own.chmod(0o620)
    elif foreign == "folder written by others":
        own.parent.chmod(0o777)
    elif foreign == "a link":
        own.rename(own.with_suffix(".real"))
        own.symlink_to(own.with_suffix(".real"))
    else:
        own.unlink()
        own.mkdir()
    assert quicker.cache(package()) is None


def test_another_accounts_file_is_not_used(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(own)
    monkeypatch.setattr(os, "getuid", lambda: own.stat().st_uid + 1)
    assert quicker.cache(package()) is None


def test_a_person_can_say_which_or_none(own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(own)
    monkeypatch.setenv(quicker.SET, "off")
    assert quicker.cache(package()) is None
    other = made(tmp_path / "other" / "one.aot")
    monkeypatch.setenv(quicker.SET, str(other))
    assert quicker.cache(package()) == other
    asked: list[object] = []
    monkeypatch.setattr(quicker.atexit, "register", lambda *call: asked.append(call))
    quicker.make_later(package())
    assert asked == []


def test_it_is_made_once_a_day_at_most(own: Path, begun: list[list[str]]) -> None:
    quicker._begin(package())
    quicker._begin(package())
    (call,) = begun
    assert call[1:] == ["-I", "-m", "graph.store.training", str(own)]
    for file in (own.parent, *own.parent.iterdir()):
        assert not stat.S_IMODE(file.stat().st_mode) & 0o077, file
    tried = own.parent / "tried"
    os.utime(tried, (time.time() - 25 * 3600,) * 2)
    quicker._begin(package())
    tried.write_text("of an engine that was replaced")
    quicker._begin(package())
    assert len(begun) == 3
    own.touch()
    tried.unlink()
    quicker._begin(package())
    assert len(begun) == 3


@pytest.mark.parametrize("hindrance", ["no room", "no folder", "no home"])
def test_where_it_cannot_be_kept_nothing_is_begun_or_said(
    own: Path, begun: list[list[str]], monkeypatch: pytest.MonkeyPatch, hindrance: str
) -> None:
    if hindrance == "no room":
        monkeypatch.setattr(quicker.shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10**9, 10**9, 0))  # type: ignore[attr-defined]
    elif hindrance == "no folder":
        own.parent.parent.write_text("in its place")
    else:
        monkeypatch.delenv("XDG_CACHE_HOME")
        monkeypatch.setattr(Path, "home", classmethod(lambda cls: (_ for _ in ()).throw(RuntimeError("no home"))))
    assert quicker.cache(package()) is None
    quicker._begin(package())
    assert begun == []


@pytest.mark.parametrize("fault", ["the question", "the folder"])
def test_what_goes_wrong_while_it_is_made_leaves_nothing(
    own: Path, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    class Ready:
        process = None

        def __init__(self, folder: Path, *_: object) -> None:
            (own.with_suffix(".new")).write_text("half")

        def ready(self) -> bool:
            return True

        def end(self) -> None:
            pass

    def wrong(_: object) -> None:
        raise ValueError

    monkeypatch.setattr(quicker, "Engine", Ready)
    monkeypatch.setattr(os, "nice", lambda _: 0)
    monkeypatch.setattr(os, "umask", lambda _: 0)
    if fault == "the question":
        own.parent.mkdir(parents=True)
    quicker.quietly(own, package(), wrong)
    assert not own.parent.exists() or {file.suffix for file in own.parent.iterdir()} <= {".lock"}


@pytest.mark.parametrize(("code", "how"), [(1, ""), (-11, ""), (None, "late"), (-9, "killed")])
def test_a_start_that_fails_with_it_is_tried_without_and_the_file_removed_unless_it_was_slow_or_killed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int | None, how: str
) -> None:
    monkeypatch.delenv(JAVA)
    started: list[list[str]] = []

    class Refusing:
        process = type("Process", (), {"pid": 0, "poll": staticmethod(lambda: code)})

        def __init__(self, folder: Path, package: Path, heap: str, words: list[str]) -> None:
            started.append(words)

        def ready(self) -> bool:
            return not started[-1]

        def said(self) -> str:
            return "Error occurred during initialization of VM"

        def end(self) -> None:
            pass

    monkeypatch.setattr(keeper, "Engine", Refusing)
    file = made(tmp_path / "cache" / "one.aot")
    kept = keeper.Keeper(tmp_path, package(), "512m", file)
    kept.listener.close()
    assert started == [[f"-XX:AOTCache={file}"], *([] if how else [[]])]
    assert (kept.fault.get("how", ""), file.exists()) == (how, bool(how))


@pytest.mark.embedded
def test_the_engine_starts_with_it(kept: Path, tmp_path: Path) -> None:
    with open_store(str(tmp_path / "c")) as store:
        assert store.read("RETURN 1 AS n") == [{"n": 1}]
        assert any(f"-XX:AOTCache={kept}" in p.cmdline() for p in processes(tmp_path / "c"))
    said = (tmp_path / "c" / "engine" / "engine.out").read_text()
    assert "[aot]" not in said, said[:500]


@pytest.mark.embedded
def test_nothing_of_the_graph_it_was_made_with_is_in_it(kept: Path) -> None:
    assert kept.stat().st_size > 10_000_000
    assert MADE_UP.encode() not in kept.read_bytes()
    assert not stat.S_IMODE(kept.stat().st_mode) & 0o077


@pytest.mark.embedded
@pytest.mark.parametrize("harm", ["empty", "garbage", "cut short", "spoilt within", "of another engine"])
def test_a_bad_file_is_passed_over(kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, harm: str) -> None:
    file = made(tmp_path / "cache" / "bad.aot")
    whole = kept.read_bytes()
    half = len(whole) // 2
    spoilt = whole[:half] + b"\x5a" * 1_000_000 + whole[half + 1_000_000 :]
    older = whole.replace(b"arcadedb-server-", b"arcadedb-sorver-")
    file.write_bytes(
        {"empty": b"", "garbage": b"\x5a" * 5000, "cut short": whole[:half], "spoilt within": spoilt}.get(harm, older)
    )
    monkeypatch.setenv(quicker.SET, str(file))
    with open_store(str(tmp_path / "c")) as store:
        assert store.read("RETURN 1 AS n") == [{"n": 1}]


@pytest.mark.embedded
def test_a_command_begins_it_when_it_has_ended_and_what_is_killed_leaves_no_engine(own: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from graph.store import open_store\n"
        "with open_store(sys.argv[1]): pass\n"
        "print(Path(sys.argv[2]).exists())"
    )
    environment = {"XDG_CACHE_HOME": str(own.parent.parent), "TMPDIR": str(tmp_path), quicker.SET: ""}
    out, err = python("-c", code, tmp_path / "c", own.parent, **environment).communicate(timeout=BUSY)
    assert (out.strip(), err) == ("False", "")
    assert not processes(tmp_path / "c")
    begun = eventually(lambda: len(making(own)) == 2, BUSY)
    maker = making(own)[0]  # it was there before its engine
    low, called = maker.nice(), maker.cmdline()
    maker.kill()
    assert (begun, low, "graph.store.training" in called) == (True, 19, True)
    assert eventually(lambda: not making(own), BUSY)
    assert not own.exists()


def making(file: Path) -> list[psutil.Process]:
    """What makes that file: the process that teaches, and its engine."""
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            if process.status() != psutil.STATUS_ZOMBIE and any(
                str(file.with_suffix("")) in part for part in process.cmdline()
            ):
                found.append(process)
    return sorted(found, key=lambda process: process.create_time())
