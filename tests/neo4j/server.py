"""A real Neo4j server for the tests, assembled from its Maven Central jars: no Docker, no root, no running server.

Needs Java 17 or 21 and Maven. The jars are kept in a cache (`GOLDENTHREAD_NEO4J_CACHE`, else a folder under ~/.cache);
the server's data lies in a folder of the test run, it listens on free loopback ports, and the tests stop it.
"""

from __future__ import annotations

import contextlib
import filecmp
import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock

POM = Path(__file__).with_name("pom.xml")
QUIET = "client.allow_telemetry=false\ndbms.usage_report.enabled=false"
BELOW_EPHEMERAL = range(20_000, 32_000)  # ports that no connection of this machine is given in the meantime
START_SECONDS, STOP_SECONDS, MAVEN_SECONDS = 120, 60, 900
HEAP, PAGE_CACHE = "1g", "128m"  # many small graphs; what measures a large one gives more
JVM_FLAGS = (
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",  # a server of minutes asks most things once: half its time went into compiling well
    "-XX:-OmitStackTraceInFastThrow",
    "-XX:+ExitOnOutOfMemoryError",
    "-Dio.netty.tryReflectionSetAccessible=true",
    "-Dlog4j2.disable.jmx=true",
    "-Dfile.encoding=UTF-8",
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
)


class NotPossible(Exception):
    """This machine lacks what the server needs; the sentence says what."""


@dataclass(frozen=True)
class Server:
    """A running server: where it answers and how to log in; `browser` is the address of its web page."""

    uri: str
    username: str
    password: str
    pid: int
    browser: str = ""


def java() -> str:
    """The Java to use: JAVA_HOME, else the one on PATH. Raises NotPossible unless it is 17 or 21."""
    home = os.environ.get("JAVA_HOME")
    name = str(Path(home) / "bin" / "java") if home else "java"
    if shutil.which(name) is None:
        raise NotPossible("no Java found; install Java 17 or 21")
    told = subprocess.run([name, "-version"], capture_output=True, text=True).stderr
    found = re.search(r'version "(\d+)', told)
    if found is None or found[1] not in ("17", "21"):
        raise NotPossible(f"Java 17 or 21 is needed, found {found[1] if found else 'something else'}")
    return name


def jars() -> Path:
    """The folder with the server's jars, fetched with Maven the first time."""
    cache = Path(os.environ.get("GOLDENTHREAD_NEO4J_CACHE") or Path.home() / ".cache" / "golden-thread-tests")
    lib = cache / "neo4j-5.26.30"
    cache.mkdir(parents=True, exist_ok=True)
    with FileLock(cache / "neo4j.lock"):
        mark = lib / "pom.xml"
        if mark.is_file() and filecmp.cmp(mark, POM, shallow=False):
            return lib
        if shutil.which("mvn") is None:
            raise NotPossible("no Maven (mvn) found, which fetches the server's jars")
        new = cache / "new"
        shutil.rmtree(new, ignore_errors=True)
        call = ["mvn", "-B", "-q", "-f", str(POM), "dependency:copy-dependencies", f"-DoutputDirectory={new}"]
        done = subprocess.run(call, capture_output=True, text=True, timeout=MAVEN_SECONDS)
        if done.returncode:
            raise NotPossible(f"Maven could not fetch the server's jars: {(done.stdout + done.stderr)[-600:]}")
        shutil.copy(POM, new / "pom.xml")
        shutil.rmtree(lib, ignore_errors=True)
        new.rename(lib)
    return lib


def free_port() -> int:
    """A loopback port that is free now, and that another test is unlikely to take before the server does."""
    while True:
        with socket.socket() as s, contextlib.suppress(OSError):
            s.bind(("127.0.0.1", secrets.choice(BELOW_EPHEMERAL)))
            return int(s.getsockname()[1])


def _configure(home: Path, bolt: int, http: int, settings: str) -> None:
    for name in ("conf", "data", "logs", "plugins", "import", "run"):
        (home / name).mkdir(parents=True, exist_ok=True)
    (home / "conf" / "neo4j.conf").write_text(
        "\n".join(
            [
                "server.default_listen_address=127.0.0.1",
                f"server.bolt.listen_address=127.0.0.1:{bolt}",
                f"server.bolt.advertised_address=127.0.0.1:{bolt}",
                f"server.http.listen_address=127.0.0.1:{http}",
                f"server.http.advertised_address=127.0.0.1:{http}",
                "server.https.enabled=false",
                "server.memory.heap.initial_size=512m",
                f"server.memory.heap.max_size={HEAP}",
                f"server.memory.pagecache.size={PAGE_CACHE}",
                "db.tx_log.rotation.retention_policy=50M size",
                # the tests fill one database with many small graphs: a question is planned once, not for each of them
                "dbms.cypher.min_replan_interval=1d",
                # both are five seconds, waited out at every stop
                "internal.server.bolt.thread_pool_shutdown_wait_time=1s",
                "internal.server.bolt.connection_shutdown_wait_time=1s",
                settings,
                "",
            ]
        )
    )


def _answers(uri: str, password: str) -> bool:
    import neo4j

    try:  # in a session of its own: what the driver tries again by itself it tries with seconds between
        with (
            neo4j.GraphDatabase.driver(uri, auth=("neo4j", password), connection_timeout=2) as driver,
            driver.session(database="neo4j") as session,
        ):
            session.run("RETURN 1").consume()
    except neo4j.exceptions.AuthError:
        raise
    except Exception:
        return False
    return True


@contextlib.contextmanager
def running(
    home: Path, settings: str = QUIET, files: Path | None = None, password: str | None = None
) -> Iterator[Server]:
    """Start a server with its data in `home`, wait until it answers a query, and stop it at the end.

    `settings` are further lines of its neo4j.conf; `files` a folder with an `import.txt`, imported first; `password`
    that of a server that ran there before.
    """
    runtime, lib, password = java(), jars(), password or secrets.token_hex(12)
    bolt, http = free_port(), free_port()
    _configure(home, bolt, http, settings)
    base = [runtime, *JVM_FLAGS, "-cp", str(lib / "*")]
    env = {**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
    admin = [*base, "org.neo4j.cli.AdminTool", "dbms", "set-initial-password", password]
    subprocess.run(admin, env=env, check=True, capture_output=True, timeout=START_SECONDS)
    if files is not None:
        told = (files / "import.txt").read_text().replace("\\\n", " ").split()[1:]
        made = [*base, "org.neo4j.cli.AdminTool", *told]
        done = subprocess.run(made, env=env, cwd=files, capture_output=True, text=True, timeout=START_SECONDS)
        if done.returncode:
            raise RuntimeError(f"the import failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    uri = f"bolt://127.0.0.1:{bolt}"
    main = ["org.neo4j.server.CommunityEntryPoint", f"--home-dir={home}", f"--config-dir={home / 'conf'}"]
    with (home / "logs" / "console.log").open("wb") as log:
        process = subprocess.Popen(
            [*base, f"-Xmx{HEAP}", *main], cwd=home, env=env, stdout=log, stderr=log, start_new_session=True
        )
    try:
        deadline = time.monotonic() + START_SECONDS
        while not _answers(uri, password):
            if process.poll() is not None or time.monotonic() > deadline:
                tail = (home / "logs" / "console.log").read_text(errors="replace")[-1500:]
                raise RuntimeError(f"the Neo4j server did not start:\n{tail}")
            time.sleep(0.2)
        yield Server(uri, "neo4j", password, process.pid, f"http://localhost:{http}/browser/")
    finally:
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


if __name__ == "__main__":  # python tests/neo4j/server.py FOLDER: keep one open for looking around
    with running(Path(sys.argv[1]).resolve()) as made:
        print(f"{made.uri} {made.username} {made.password}", flush=True)
        with contextlib.suppress(KeyboardInterrupt):
            while True:
                time.sleep(3600)
