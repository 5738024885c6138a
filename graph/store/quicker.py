"""The engine's classes kept ready (Java's AOT cache), so that it starts in about half the time: one file a user.

Where there is none that fits, a process of low priority makes it after the command has ended, by an engine of its own
that holds a made-up graph (`training.py`): nothing that was loaded can get into it. Nothing depends on the file: what
goes wrong with it is passed over, and the engine starts as it would without.
"""

from __future__ import annotations

import atexit
import contextlib
import hashlib
import os
import shutil
import stat
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock

from graph.store.apart import apart, forget
from graph.store.keeper import Engine

SET = "GOLDENTHREAD_ENGINE_CACHE"  # "off", or a file that is used as it is and never made
SECONDS = 600.0  # Java takes ten to prepare the classes, and longer on a busy machine, where it gives way
AGAIN_SECONDS = 24 * 3600.0  # so often it is tried where it did not work
ROOM = 1_000_000_000  # bytes that have to be free: the disk is not filled for this
KEPT = 5  # files: an engine that is installed anew needs another


def place() -> Path:
    """The folder of this program among what the user's account keeps only to be quick."""
    around: str | Path
    if sys.platform == "darwin":
        around = Path.home() / "Library" / "Caches"
    else:
        around = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(around) / "goldenthread"


def named(package: Path) -> str:
    """The file's name for an engine: Java refuses one that was made with other files, or with the same but older."""
    parts = [package / "jre" / "release", *sorted((package / "jars").glob("*.jar"))]
    told = [(str(part), part.stat().st_size, part.stat().st_mtime_ns) for part in parts if part.is_file()]
    return f"engine-{hashlib.sha256(repr(told).encode()).hexdigest()[:16]}.aot"


def cache(package: Path) -> Path | None:
    """The file to start the engine with; None where there is none of this user's own, or a person wants none."""
    with contextlib.suppress(OSError, RuntimeError):  # no home, or none that can be read
        given = os.environ.get(SET)
        file = Path(given) if given else place() / named(package)
        if given != "off" and file.is_absolute() and _own(file.parent) and _own(file) and file.is_file():
            return file
    return None


def _own(path: Path) -> bool:
    """Whether nobody else could have put it there: Java runs what it holds."""
    found = path.lstat()
    if stat.S_ISLNK(found.st_mode):
        return False
    return sys.platform == "win32" or (found.st_uid == os.getuid() and not found.st_mode & 0o022)


def make_later(package: Path) -> None:
    """Have the file made when this process has ended, unless a person said which to use.

    Not on Windows, where a process that is told to end ends at once, and Java writes the file as it ends.
    """
    if sys.platform != "win32" and not os.environ.get(SET):
        atexit.register(_begin, package)


def _begin(package: Path) -> None:
    """Start the process that makes it, if that was not tried today and there is room."""
    with contextlib.suppress(OSError, RuntimeError):
        folder = place()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        file, tried = folder / named(package), folder / "tried"
        lately = tried.exists() and abs(time.time() - tried.stat().st_mtime) < AGAIN_SECONDS
        if file.exists() or not _own(folder) or shutil.disk_usage(folder).free < ROOM:
            return
        if lately and tried.read_text("utf-8") == file.name:
            return
        tried.touch(mode=0o600)
        tried.write_text(file.name, encoding="utf-8")
        forget(apart([sys.executable, "-I", "-m", "graph.store.training", str(file)], folder))


def make(file: Path, package: Path, teach: Callable[[Engine], None]) -> None:
    """Make the file where it is not there, from a run of the engine in which `teach` asks what users ask."""
    lock, new = FileLock(file.with_suffix(".lock"), mode=0o600), file.with_suffix(".new")
    with lock, tempfile.TemporaryDirectory(prefix="goldenthread-", ignore_cleanup_errors=True) as made:
        if file.is_file():
            return
        try:
            (Path(made) / "config").mkdir()
            engine = Engine(Path(made), package, "512m", [f"-XX:AOTCacheOutput={new}"])
            try:
                if not engine.ready():
                    return
                teach(engine)
                engine.process.terminate()
                engine.process.wait(SECONDS)  # Java writes the file as it ends
            finally:
                engine.end()
            new.chmod(0o600)
            new.replace(file)
        finally:
            for left in (new, Path(f"{new}.config")):
                left.unlink(missing_ok=True)
    for old in sorted(file.parent.glob("engine-*.aot"), key=lambda path: path.stat().st_mtime)[:-KEPT]:
        old.unlink(missing_ok=True)


def quietly(file: Path, package: Path, teach: Callable[[Engine], None]) -> None:
    """Make the file as it is made for users: readable by them alone, of low priority, and without a word."""
    os.umask(0o077)
    os.nice(19)
    with contextlib.suppress(Exception):
        make(file, package, teach)
