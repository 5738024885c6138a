"""The run on all cores: how many workers, which tests stay together, and an embedded engine that starts faster.

`make test` calls pytest with workers (pytest-xdist); `pytest tests/x` alone runs as ever. Tests of a file stay in one
worker, so that what they share is made once; those on the shared Neo4j server are one group, so that one is started.
"""

from __future__ import annotations

import os

import psutil
import pytest

from tests import engine_java

MEMORY_EACH = 3 * 1024**3  # a worker at its largest: a Neo4j server, a few embedded engines, a browser
SLOW = ("tests/cli", "tests/packaging", "tests/test_notebooks.py", "tests/traps", "tests/graph")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """A worker for each core that the memory is enough for; one where all share the server that a person named."""
    if os.environ.get("NEO4J_URI"):
        return 1
    return max(1, min(os.cpu_count() or 1, psutil.virtual_memory().total // MEMORY_EACH))


def pytest_configure(config: pytest.Config) -> None:
    engine_java.use()


def pytest_sessionstart(session: pytest.Session) -> None:
    """Before the workers start: what a run of everything gains by, a run of one file does not."""
    options = session.config.option
    if getattr(options, "tx", None) and not options.collectonly and not hasattr(session.config, "workerinput"):
        engine_java.prepare()
        engine_java.use()


@pytest.hookimpl(tryfirst=True)  # xdist reads the groups in the same hook
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Name the group of each test, and begin with what takes longest, so that no worker waits at the end."""
    if not hasattr(config, "workerinput"):
        return
    order: dict[str, int] = {}
    for item in items:
        group = "neo4j" if shares_server(item) else str(item.path.relative_to(config.rootpath))
        item.add_marker(pytest.mark.xdist_group(group))
        order[item.nodeid] = 0 if group == "neo4j" else 1 if group.startswith(SLOW) else 2
    items.sort(key=lambda item: order[item.nodeid])


def shares_server(item: pytest.Item) -> bool:
    """Whether a test asks the Neo4j server that the run shares."""
    given = getattr(item, "callspec", None)
    engines = {value for value in given.params.values() if isinstance(value, str)} if given is not None else set()
    return "neo4j_server" in getattr(item, "fixturenames", ()) or bool(engines & {"neo4j", "neo4j_store"})
