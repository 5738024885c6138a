"""Stores for tests: the embedded engine, and a real Neo4j that the tests assemble, start once and stop themselves.

`embedded_store` and `neo4j_store` are empty, open stores; `store` is each in turn. Neo4j is the server that
`NEO4J_URI` names (with NEO4J_USERNAME, NEO4J_PASSWORD; its default database must be empty, and is emptied again), else
one made from Maven Central; where Java or Maven is missing the tests that need it skip and say so.
"""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from graph.store import Store, open_store


def _starter() -> ModuleType:
    """tests/neo4j/server.py, by its path: a package of that name would hide the driver."""
    spec = importlib.util.spec_from_file_location(
        "goldenthread_neo4j_server", Path(__file__).parent / "neo4j" / "server.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Address, user name and password of a Neo4j server, as keyword arguments of `open_store`; one per test run."""
    if uri := os.environ.get("NEO4J_URI"):
        names = {"username": "NEO4J_USERNAME", "password": "NEO4J_PASSWORD"}
        named: dict[str, str] = {"address": uri, **{k: os.environ[v] for k, v in names.items() if v in os.environ}}
        with open_store(**named) as opened:  # type: ignore[arg-type]
            if opened.read("MATCH (n) RETURN n.id AS id LIMIT 1"):
                pytest.fail(f"the database at NEO4J_URI ({uri}) is not empty, and the tests would empty it")
        yield named
        clear(named)
        return
    starter = _starter()
    try:
        starter.java()
        starter.jars()
    except starter.NotPossible as reason:
        pytest.skip(f"no Neo4j for the tests: {reason}")
    with starter.running(tmp_path_factory.mktemp("neo4j")) as server:
        yield {"address": server.uri, "username": server.username, "password": server.password}


def clear(server: dict[str, Any]) -> None:
    """Empty the server's database: all nodes and relationships."""
    import neo4j

    auth = (server.get("username", "neo4j"), server["password"]) if "password" in server else None
    with neo4j.GraphDatabase.driver(server["address"], auth=auth) as driver, driver.session() as session:
        session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS").consume()


@pytest.fixture
def empty_neo4j(neo4j_server: dict[str, str]) -> dict[str, str]:
    """As `neo4j_server`, with an empty database."""
    clear(neo4j_server)
    return neo4j_server


@pytest.fixture
def neo4j_store(empty_neo4j: dict[str, str]) -> Iterator[Store]:
    """An open, empty store on the Neo4j server."""
    with open_store(**empty_neo4j) as opened:
        yield opened


@pytest.fixture
def embedded_store(tmp_path: Path) -> Iterator[Store]:
    """An open, empty store of the embedded engine."""
    with open_store(str(tmp_path / "collection")) as opened:
        yield opened


@pytest.fixture(
    params=[pytest.param("embedded", marks=pytest.mark.embedded), pytest.param("neo4j", marks=pytest.mark.neo4j)]
)
def store(request: pytest.FixtureRequest) -> Store:
    """Each engine in turn, open and empty."""
    made: Store = request.getfixturevalue(f"{request.param}_store")
    return made
