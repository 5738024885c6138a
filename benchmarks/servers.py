"""An empty Neo4j for measurements: the one that tests/neo4j assembles, or the server that NEO4J_URI names."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from graph.store import Store, open_store

_APOC = ("org.neo4j.procedure:apoc-core:5.26.0", "org.neo4j.procedure:apoc-common:5.26.0")
_STARTER = Path(__file__).parent.parent / "tests" / "neo4j" / "server.py"


class NoServer(Exception):  # noqa: N818  (no error: it is told and the rest is measured)
    """No Neo4j can be had here; the sentence says why."""


@contextmanager
def neo4j(place: Path) -> Iterator[Store]:
    """An open store on an empty Neo4j, whose data lies in `place`; stopped afterwards. NoServer where there is none."""
    if address := os.environ.get("NEO4J_URI"):
        with open_store(address) as store:
            if store.counts()["nodes"]:
                raise NoServer("the database at NEO4J_URI is not empty")
            yield store
        return
    with (
        server(place / "neo4j") as running,
        open_store(running.uri, username=running.username, password=running.password) as store,
    ):
        yield store


@contextmanager
def server(place: Path, apoc: bool = False) -> Iterator[Any]:
    """A server of its own (uri, username, password, pid), its data in `place`; stopped afterwards. NoServer: none.

    `apoc`: with the APOC procedures, which this project never uses and one of the writers it is compared with needs.
    """
    made = starter()
    if apoc:
        merged = _with_apoc(made.jars())
        made.jars = lambda: merged
        (place / "plugins").mkdir(parents=True)
        for jar in merged.glob("apoc-*.jar"):  # on the class path to be loaded, in this folder to be looked for
            shutil.copy(jar, place / "plugins")
    with made.running(place) as running:
        yield running


def starter() -> Any:
    """The module that assembles the tests' server. NoServer where this machine lacks what it needs."""
    spec = importlib.util.spec_from_file_location("goldenthread_neo4j_server", _STARTER)
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = made
    spec.loader.exec_module(made)
    made.JVM_FLAGS = tuple(
        flag for flag in made.JVM_FLAGS if "Tiered" not in flag
    )  # compiled well, as Neo4j is shipped
    made.HEAP, made.PAGE_CACHE = "2g", "1g"  # where a large collection fits
    try:
        made.java()
        made.jars()
    except made.NotPossible as reason:
        raise NoServer(str(reason)) from None
    return made


def _with_apoc(jars: Path) -> Path:
    """A folder with the server's jars and APOC's."""
    lib = jars.with_name(jars.name + "-apoc")
    if not (lib / "whole").exists():
        lib.mkdir(exist_ok=True)
        for jar in _APOC:
            call = ["mvn", "-B", "-q", "dependency:copy", f"-Dartifact={jar}", f"-DoutputDirectory={lib}"]
            done = subprocess.run(call, capture_output=True, text=True, timeout=900, check=False)
            if done.returncode:
                raise NoServer(f"Maven could not fetch APOC: {(done.stdout + done.stderr)[-300:]}")
        for own in jars.glob("*.jar"):
            if not (lib / own.name).exists():
                (lib / own.name).symlink_to(own)
        (lib / "whole").touch()
    return lib
