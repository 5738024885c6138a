"""The small graph in a store: what the tests of questions, trace and views ask. A plugin, so that all share one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.memory import Graph
from graph.model import LoadRun
from graph.store import Store, open_store
from tests.engines import clear
from tests.small_graph import small_graph

ENGINES = [pytest.param("embedded", marks=pytest.mark.embedded), pytest.param("neo4j", marks=pytest.mark.neo4j)]


def without_runs(graph: Graph) -> tuple[Graph, LoadRun]:
    """The graph as `project` makes it, and the run that loads it: the store itself joins documents to runs."""
    run = graph.all(LoadRun)[0]
    bare = Graph()
    for label, nodes in graph.nodes.items():
        if label != "LoadRun":
            for node in nodes.values():
                bare.add(node)
    for edge in graph.edges.values():
        if edge.type != "LOADED_IN":
            source = graph.nodes[edge.source_label][edge.source]
            bare.link(source, edge.type, graph.nodes[edge.target_label][edge.target], **edge.properties)
    return bare, run


@pytest.fixture(scope="session")
def small_embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The small graph on the embedded engine, started once a test run; nothing writes to it."""
    graph, run = without_runs(small_graph())
    with open_store(str(tmp_path_factory.mktemp("small") / "collection")) as store:
        store.sync(graph, collection=run.collection, run=run)
        yield store


@pytest.fixture(scope="module", params=ENGINES)
def small_store(request: pytest.FixtureRequest) -> Iterator[Store]:
    """A store that holds the small graph; nothing writes to it. Tests share the Neo4j server, so it is filled anew."""
    if request.param == "embedded":
        yield request.getfixturevalue("small_embedded")
        return
    server = request.getfixturevalue("neo4j_server")
    clear(server)
    graph, run = without_runs(small_graph())
    with open_store(**server) as store:
        store.sync(graph, collection=run.collection, run=run)
        yield store
