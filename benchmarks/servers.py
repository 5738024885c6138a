"""An empty Neo4j for measurements: the one that tests/neo4j assembles, or the server that NEO4J_URI names."""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.store import Store, open_store

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
    spec = importlib.util.spec_from_file_location("goldenthread_neo4j_server", _STARTER)
    assert spec is not None
    assert spec.loader is not None
    starter = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = starter
    spec.loader.exec_module(starter)
    try:
        starter.java()
        starter.jars()
    except starter.NotPossible as reason:
        raise NoServer(str(reason)) from None
    with (
        starter.running(place / "neo4j") as server,
        open_store(server.uri, username=server.username, password=server.password) as store,
    ):
        yield store
