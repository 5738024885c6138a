"""Which engine an address means: a path is the embedded one, a Bolt address a Neo4j server."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from graph.errors import StoreError
from graph.store.bolt import Bolt
from graph.store.embedded import DATABASE, Lease, join
from graph.store.store import Store

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
_ADDRESS = re.compile(r"^[a-zA-Z][a-zA-Z0-9+.-]+://")


def open_store(
    address: str,
    *,
    username: str | None = None,
    password: str | None = None,
    database: str | None = None,
    connect_timeout: float = 8.0,
    create: bool = True,
) -> Store:
    """Open the store at a path (embedded engine, in its `engine` folder) or at a Bolt address (Neo4j).

    User, password and database of a server default to NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE. Raises
    StoreError within `connect_timeout` seconds where a server does not answer. `create=False`: an embedded graph that
    does not exist is an error.
    """
    if not _ADDRESS.match(address):
        return _embedded(Path(address), create)
    scheme = urlsplit(address).scheme.lower()
    if scheme not in SCHEMES:
        advice = "use bolt://HOST:7687 or neo4j+s://HOST, or the path of a collection"
        raise StoreError(f"{scheme}:// is not an address of a Neo4j server for programs", address, advice)
    user = username or os.environ.get("NEO4J_USERNAME") or "neo4j"
    secret = password if password is not None else os.environ.get("NEO4J_PASSWORD")
    bolt = Bolt(
        address,
        (user, secret) if secret is not None else None,
        database or os.environ.get("NEO4J_DATABASE") or None,
        embedded=False,
        where=address,
        connect_timeout=connect_timeout,
    )
    return Store(bolt, None, None)


def _embedded(path: Path, create: bool) -> Store:
    lease = join(path, create=create)
    try:
        bolt = Bolt(
            lease.address, ("root", lease.password), DATABASE, embedded=True, where=str(path), connect_timeout=20.0
        )
    except BaseException:
        lease.leave()
        raise
    return Store(bolt, lease, path)


@dataclass(frozen=True)
class Served:
    """How other programs on this machine reach a collection that is kept open."""

    address: str
    username: str
    password_file: Path
    database: str


@contextmanager
def serve(path: Path) -> Iterator[Served]:
    """Keep the embedded engine of a collection open for the time of the block; other commands join it."""
    with open_store(str(path)) as store:
        lease = store.lease
        assert isinstance(lease, Lease)
        yield Served(lease.address, "root", lease.folder / "password", DATABASE)
