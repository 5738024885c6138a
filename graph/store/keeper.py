"""Keeps the embedded engine of one store alive while somebody uses it, and ends it when nobody does.

Run as a script, as a child of the command that found no running engine; it imports only the standard library, so that
it starts in 30 ms. It starts the engine (Java) and listens on a loopback port. **A connection to that port is a
lease**: the kernel closes it when a command ends, however it ends, so a killed command leaves nothing behind. When the
last lease is gone the engine is ended cleanly and only then the leaving connection closed, so that its holder can wait
for it. `keeper.json` in the engine's folder (0600) says where the keeper listens and which processes these are.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import secrets
import selectors
import shlex
import signal
import socket
import subprocess
import sys
import time
import urllib.request
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

DATABASE = "goldenthread"
START_SECONDS = 60.0
FIRST_LEASE_SECONDS = 30.0  # the command that started us may have been killed before it came back
END_SECONDS = 5.0  # after that by force, which loses nothing that was committed
HASHED_BYTES = 256_000_000  # a larger graph is compared by the sizes of its files
JAVA = "GOLDENTHREAD_ENGINE_JAVA"  # further words for the engine's Java, such as "-Xlog:gc"
OUTSIDE = frozenset(code for signal in (1, 2, 9, 15) for code in (-signal, 128 + signal))  # Java ends with the latter
TAKEN = "already in use"  # a port
HELD = "locked by another process"  # the graph, by an engine that was left alone and is ending
HEAP = re.compile(r"\d{1,6}[mMgG]")


def ending(code: int | None) -> str:
    """How a process that was to start came to its end, by its exit code; none: it has not, and was waited for."""
    return "late" if code is None else "killed" if code in OUTSIDE else "ended"


def free_port() -> int:
    """A loopback port that is free now."""
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


def files(folder: Path) -> dict[str, list[int]]:
    """Size and checksum of every file of the database, to know it again."""
    found = sorted(p for p in (folder / "databases" / DATABASE).rglob("*") if p.is_file())
    hashed = sum(p.stat().st_size for p in found) <= HASHED_BYTES
    return {p.name: [p.stat().st_size, zlib.crc32(p.read_bytes()) if hashed else 0] for p in found}


def unharmed(folder: Path) -> bool:
    """Whether the files are as the engine left them, where it ended cleanly; the engine itself would not notice.

    It opens a graph whose files were emptied or cut short without a word, and then answers as if there were no facts.
    """
    note = folder / "files.json"
    if not note.exists():
        return True
    try:
        same = bool(json.loads(note.read_text("utf-8")) == files(folder))
    except (OSError, ValueError):
        same = False
    if same:
        note.unlink()
    return same


def _die_with_parent() -> None:
    """On Linux the engine ends when its keeper is killed; elsewhere the next command ends it."""
    import ctypes

    ctypes.CDLL(None).prctl(1, signal.SIGTERM)  # PR_SET_PDEATHSIG


class Engine:
    """The engine as a child process, with free ports and a new password; `words` are for its Java."""

    def __init__(self, folder: Path, package: Path, heap: str, words: Sequence[str] = ()) -> None:
        self.folder, self.bolt, self.http = folder, free_port(), free_port()
        secret = folder / "password"
        secret.unlink(missing_ok=True)
        with open(os.open(secret, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(24))
        # the engine keeps the password of its first start in this file, and would go on asking for that one
        self.clean = False
        (folder / "config" / "server-users.jsonl").unlink(missing_ok=True)
        flags = {
            "arcadedb.server.rootPath": folder,
            "arcadedb.server.rootPasswordPath": secret,  # a password in a flag would show in the list of processes
            "arcadedb.server.mode": "production",
            "arcadedb.server.httpIncomingHost": "127.0.0.1",
            "arcadedb.server.httpIncomingPort": self.http,
            "arcadedb.server.plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
            "arcadedb.bolt.host": "127.0.0.1",
            "arcadedb.bolt.port": self.bolt,
            "arcadedb.server.defaultDatabases": f"{DATABASE}[root]",
            "arcadedb.txWalFlush": 2,  # to the disk at each commit
        }
        java = package / "jre" / "bin" / ("java.exe" if os.name == "nt" else "java")
        call = [str(java), f"-Xmx{heap}", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"]
        call += [*shlex.split(os.environ.get(JAVA, "")), *words]
        call += ["--add-opens", "java.base/java.nio=ALL-UNNAMED"]
        call += [f"-D{name}={value}" for name, value in flags.items()]
        call += ["-cp", str(package / "jars" / "*"), "com.arcadedb.server.ArcadeDBServer"]
        foreign = ("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS", "JDK_AOT_VM_OPTIONS", "CLASSPATH")
        env = {name: value for name, value in os.environ.items() if name not in foreign}
        with (folder / "engine.out").open("wb") as out:
            self.process = subprocess.Popen(  # noqa: S603 # nosec B603
                call,
                cwd=folder,
                env=env,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                preexec_fn=_die_with_parent if sys.platform == "linux" else None,
            )

    def said(self) -> str:
        """What the engine printed at last, each line as far as anybody would read it."""
        lines = (self.folder / "engine.out").read_text(errors="replace").splitlines()
        return "\n".join(line[:500] for line in lines)[-20_000:]

    def ready(self) -> bool:
        """Wait until it answers; False when it ended instead or takes too long."""
        deadline = time.monotonic() + START_SECONDS
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # loopback never goes through a proxy
        while self.process.poll() is None and time.monotonic() < deadline:
            with contextlib.suppress(OSError), opener.open(f"http://127.0.0.1:{self.http}/api/v1/ready", timeout=2):
                return True
            time.sleep(0.02)
        return False

    def end(self) -> None:
        """End it cleanly; by force where it does not."""
        running = self.process.poll() is None
        self.process.terminate()
        try:
            self.process.wait(END_SECONDS)
            self.clean = running
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class Keeper:
    """The leases on one engine."""

    def __init__(self, folder: Path, package: Path, heap: str, cache: Path | None = None) -> None:
        self.folder = folder
        self.token = secrets.token_urlsafe(24)
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.choose = selectors.DefaultSelector()
        self.leases: set[socket.socket] = set()
        self.leaving: list[socket.socket] = []  # closed at once while others stay, else after the engine has ended
        self.engine: Engine | None = None
        self.fault: dict[str, str] = {} if unharmed(folder) else {"how": "harmed", "said": ""}
        if self.fault:
            self.write()
        else:
            self.start(package, heap, cache)

    def start(self, package: Path, heap: str, cache: Path | None) -> None:
        """Start the engine; again where a port was taken, where another holds the graph, or without its cache.

        Java passes over most caches that it cannot use; one that only a start without it gets past is removed. An
        engine that is slow or was killed says nothing of its cache.
        """
        doubted = None
        for _ in range(4):
            words = [f"-XX:AOTCache={cache}"] if cache and "-XX:AOT" not in os.environ.get(JAVA, "") else []
            self.engine = Engine(self.folder, package, heap, words)
            self.write()
            if self.engine.ready():
                self.fault = {}
                if doubted:
                    with contextlib.suppress(OSError):
                        doubted.unlink()
                return
            how = ending(self.engine.process.poll())
            self.engine.end()
            self.fault = {"how": how, "said": self.engine.said()}
            if not any(held in self.fault["said"] for held in (TAKEN, HELD)):
                if not words or how != "ended":
                    return
                doubted, cache = cache, None

    def write(self) -> None:
        """Say in `keeper.json` where we are."""
        told = {
            "port": self.listener.getsockname()[1],
            "token": self.token,
            "keeper": os.getpid(),
            "engine": self.engine.process.pid if self.engine else None,
        }
        self.put("keeper.json", told)

    def put(self, name: str, told: dict[str, Any]) -> None:
        """A small file, whole or not at all."""
        new = self.folder / f"{name}.new"
        new.unlink(missing_ok=True)
        with open(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            json.dump(told, file)
        new.replace(self.folder / name)

    def keep(self) -> None:
        """Serve leases until the last one is gone, the engine ends, or we are told to stop."""
        self.choose.register(self.listener, selectors.EVENT_READ)
        deadline = time.monotonic() + FIRST_LEASE_SECONDS
        while self.fault or (self.engine is not None and self.engine.process.poll() is None):
            for key, _ in self.choose.select(timeout=0.5):
                if key.fileobj is self.listener:
                    self.admit()
                else:
                    self.hear(key.fileobj)  # type: ignore[arg-type]
            if self.leases:
                deadline = 0.0
                self.release()
            elif time.monotonic() > deadline:
                return

    def admit(self) -> None:
        """A new connection; who has the token gets a lease and the answer, others are closed."""
        connection, _ = self.listener.accept()
        connection.settimeout(2)
        try:
            asked = connection.makefile("rb").readline(200).decode().strip()
            if not secrets.compare_digest(asked, self.token):
                raise PermissionError
            answer: dict[str, Any] = dict(self.fault)
            if self.engine is not None and not self.fault:
                answer = {"bolt": self.engine.bolt}
            connection.sendall(json.dumps(answer).encode() + b"\n")
        except (OSError, ValueError):
            connection.close()
            return
        self.leases.add(connection)
        self.choose.register(connection, selectors.EVENT_READ)

    def hear(self, connection: socket.socket) -> None:
        """Anything from a lease means that its holder leaves; the last one is closed after the engine."""
        self.choose.unregister(connection)
        self.leases.discard(connection)
        self.leaving.append(connection)

    def release(self) -> None:
        """Let those who left go."""
        while self.leaving:
            self.leaving.pop().close()

    def close(self) -> None:
        """End the engine and say that nobody is here; what is still connected is let go by the end of this process."""
        self.listener.close()
        if self.engine is not None:
            self.engine.end()
            if self.engine.clean and not self.fault:
                self.put("files.json", files(self.folder))
        (self.folder / "keeper.json").unlink(missing_ok=True)


def _stop(*_: object) -> None:
    raise SystemExit(0)


def main() -> None:
    """`keeper.py FOLDER PACKAGE HEAP [CACHE]`: the engine's folder and package, Java's heap ("512m") and its cache."""
    os.umask(0o077)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _stop)
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
    folder, package, heap = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    cache = Path(sys.argv[4]) if len(sys.argv) > 4 else None
    keeper = Keeper(folder, package, heap if HEAP.fullmatch(heap) else "512m", cache)
    try:
        keeper.keep()
    finally:
        keeper.close()
        os._exit(0)


if __name__ == "__main__":
    main()
