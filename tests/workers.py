"""The run on all cores: how many workers, which tests begin, and an embedded engine that starts faster.

`make test` calls pytest with workers (pytest-xdist); `pytest tests/x` alone runs as ever. Tests of a file stay in one
worker, so that what they share is made once; each worker starts its own engines, servers and browser.
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
    # where a container asks for it, every command, reader and notebook of a test would compile all of this again
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def pytest_sessionstart(session: pytest.Session) -> None:
    """Before the workers start: what a run of everything gains by, a run of one file does not."""
    options = session.config.option
    if getattr(options, "tx", None) and not options.collectonly and not hasattr(session.config, "workerinput"):
        engine_java.prepare()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Begin with the files that take longest, those on a server first, so that no worker waits at the end."""
    if not hasattr(config, "workerinput"):
        return
    on_server = {item.path for item in items if item.get_closest_marker("neo4j")}

    def late(item: pytest.Item) -> int:
        if item.path in on_server:
            return 0
        return 1 if str(item.path.relative_to(config.rootpath)).startswith(SLOW) else 2

    items.sort(key=late)
