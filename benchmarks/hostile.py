"""Every hostile file is refused or read with a sentence, in a child process that is watched while it reads.

The child has 1 GB of memory to call its own, no network (what it would call is a door of ours that counts knocks), and
a folder in which no file may appear or change. It takes a minute of processor time at most or counts as hung.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import resource
import signal
import socket
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

CANARY = "nobody-may-read-this"  # stands in a file beside the documents, which no document may pull in
MEMORY = 1024**3  # bytes a child may take beyond what it was born with
LONGEST = 60  # seconds of processor time
_PATIENCE = 300.0  # seconds on the clock, on a machine that others use too
_FORBIDDEN = ("socket.", "subprocess.", "os.exec", "os.posix_spawn", "os.system", "os.remove", "os.rename", "os.mkdir")


class Outcome(NamedTuple):
    """What became of one file: "read", "refused" or a fault, the sentence said, megabytes and seconds it took."""

    name: str
    what: str
    said: str
    megabytes: float
    seconds: float

    @property
    def good(self) -> bool:
        """Whether it was refused or read, and in a sentence."""
        return self.what in ("read", "refused")


def run(items: Iterable[tuple[str, str, Any]], folder: Path) -> Iterator[Outcome]:
    """Read each in a child of its own. `folder` must be empty; it holds the files while they are read."""
    (folder / "canary.txt").write_text(f"{CANARY}\n", encoding="utf-8")
    context = multiprocessing.get_context("fork")
    from loaders.extract import extract  # loaded once, before the children are born

    assert extract

    for at, (name, file, content) in enumerate(items):
        place = folder / str(at)
        place.mkdir()
        (place / "canary.txt").write_text(f"{CANARY}\n", encoding="utf-8")
        path = place / file
        path.write_bytes(content() if callable(content) else content)
        before = _state(folder)
        ours, theirs = context.Pipe(duplex=False)
        child = context.Process(target=_child, args=(path, theirs))
        began = time.perf_counter()
        child.start()
        theirs.close()
        result = _heard(ours)
        child.join(1 if result else 0)
        if child.is_alive():
            child.kill()
        child.join()
        seconds = time.perf_counter() - began
        if result is None:
            hung = seconds >= _PATIENCE or child.exitcode in (-signal.SIGXCPU, -signal.SIGKILL)
            what = "hung" if hung else f"died with {child.exitcode}"
            result = (what, "", 0.0)
        what, said, megabytes = result
        if _state(folder) != before:
            what = "wrote a file"
        path.unlink()
        yield Outcome(name, what, said, megabytes, seconds)


def _heard(pipe: Any) -> tuple[str, str, float] | None:
    """What the child said in time, if anything."""
    try:
        told: tuple[str, str, float] | None = pipe.recv() if pipe.poll(_PATIENCE) else None
    except EOFError:
        return None
    return told


def _state(folder: Path) -> str:
    """Names, sizes and times of all files in the folder."""
    told = sorted(f"{p}{p.lstat().st_size}{p.lstat().st_mtime_ns}" for p in folder.rglob("*"))
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


def _child(path: Path, pipe: Any) -> None:
    """Read one file and say what became of it."""
    os.chdir(path.parent)
    os.environ["TMPDIR"] = str(path.parent)
    tempfile.tempdir = str(path.parent)
    sys.stderr = open(os.devnull, "w")  # noqa: SIM115 (the process ends with it)
    born = _taken()
    resource.setrlimit(resource.RLIMIT_AS, (born + MEMORY, born + MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (LONGEST, LONGEST))
    seen: list[str] = []

    def watch(event: str, args: tuple[Any, ...]) -> None:
        writes = event == "open" and isinstance(args[1], str) and any(c in args[1] for c in "wax+")
        if writes or event.startswith(_FORBIDDEN):
            seen.append(f"{event} {args[0] if args else ''}")
            raise PermissionError(f"{event} is not allowed here")

    sys.addaudithook(watch)
    what, said = _told(path)
    if seen:
        what, said = "reached out", seen[0]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    pipe.send((what, said, peak))
    pipe.close()
    os._exit(0)


def _taken() -> int:
    """Bytes of addresses that this process has."""
    return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()


def _told(path: Path) -> tuple[str, str]:
    from graph.errors import UnreadableDocument
    from loaders.extract import extract

    try:
        record = extract(path)
        text = record.model_dump_json()
    except UnreadableDocument as error:
        said = str(error)
        whole = said.startswith(str(path)) and said.endswith(".") and "\n" not in said and len(said) < 600
        return ("refused" if whole else "refused without a sentence"), said.removeprefix(str(path))
    except MemoryError:
        return "out of memory", ""
    except BaseException as error:
        return f"{type(error).__name__}", str(error)[:200]
    if CANARY in text or "root:x:" in text:
        return "let another file in", ""
    return "read", f"{record.report.kept} kept; {'; '.join(note.message for note in record.report.notes)[:120]}"


class Door:
    """An address on this machine that nothing may call; `knocks` counts who did."""

    def __init__(self) -> None:
        self.socket = socket.socket()
        self.socket.bind(("127.0.0.1", 0))
        self.socket.listen(50)
        self.socket.setblocking(False)
        self.address = f"http://127.0.0.1:{self.socket.getsockname()[1]}"

    def knocks(self) -> int:
        """How many calls came."""
        count = 0
        while True:
            try:
                self.socket.accept()[0].close()
                count += 1
            except BlockingIOError:
                return count


def measure() -> Iterator[str]:
    """A line for each fault, one of counts for each format, and the hungriest and slowest file."""
    from benchmarks.hostile_files import every

    door, found = Door(), list[Outcome]()
    with tempfile.TemporaryDirectory() as folder:
        for one in run(every(door.address), Path(folder)):
            found.append(one)
            if not one.good:
                yield f"  FAULT {one.name}: {one.what} {one.said} ({one.megabytes:.0f} MB, {one.seconds:.0f} s)"
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for one in found:
        kinds[one.name.split()[0].strip(".:")][one.what] += 1
    for kind, counts in sorted(kinds.items()):
        yield f"  hostile {kind:10} " + ", ".join(f"{n} {what}" for what, n in sorted(counts.items()))
    for one in sorted(found, key=lambda o: -o.seconds)[:8]:
        yield f"  slow: {one.name} {one.seconds:.1f} s {one.megabytes:.0f} MB {one.what}"
    hungry, slow = max(found, key=lambda o: o.megabytes), max(found, key=lambda o: o.seconds)
    good = sum(one.good for one in found)
    yield (
        f"hostile files: {good} of {len(found)} refused or read with a sentence, {door.knocks()} calls to the network; "
        f"most memory {hungry.megabytes:.0f} MB ({hungry.name}), longest {slow.seconds:.1f} s ({slow.name}); "
        "goal: all, none, 1 024 MB"
    )


if __name__ == "__main__":
    for line in measure():
        print(line, flush=True)
