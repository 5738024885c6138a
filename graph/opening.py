"""How a store is named, and opening what was loaded: its folder, its graph in memory, or the store itself.

One place, for the command line and for Python: what holds nothing yet is refused with one sentence, and never made.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.collection import Collection
    from graph.memory import Graph
    from graph.store import Store

DEFAULT_STORE = "goldenthread.db"


def is_address(store: str) -> bool:
    """Whether a store is the address of a server rather than a folder."""
    return "://" in store


def folder_of(store: str, collection: str | None = None) -> Path:
    """The collection folder that belongs to a store; WrongUse where a folder is given two of them.

    The embedded engine lives inside its collection. With a second folder the records would go to one and the graph to
    the other, and every later command would find half of it.
    """
    if is_address(store):
        return Path(collection or DEFAULT_STORE)
    if collection and Path(collection).resolve() != Path(store).resolve():
        from graph.errors import WrongUse

        raise WrongUse(
            "--collection goes with the address of a Neo4j server; a folder is a store and its collection in one",
            collection,
            f"say --store {collection} instead",
        )
    return Path(store)


def open_collection(store: str, collection: str | None = None) -> Collection:
    """The collection folder that belongs to a store. StoreError where nothing was loaded."""
    from graph.collection import Collection
    from graph.errors import StoreError

    folder = folder_of(store, collection)
    if not (folder / "collection.json").exists():
        raise StoreError("nothing was loaded here yet", str(folder), "run: goldenthread load YOUR-DOCUMENTS first")
    return Collection.open(folder)


def open_graph(store: str, collection: str | None = None) -> tuple[Collection, Graph]:
    """A loaded collection and its graph, built in memory from records and decisions."""
    from graph.codebook import load as load_codebook
    from graph.derive import build

    opened = open_collection(store, collection)
    return opened, build(opened.records(), load_codebook(), opened.decisions())


def open_loaded(store: str, collection: str | None = None) -> Store:
    """The open store (a context manager). StoreError where nothing was loaded, or a server cannot be reached.

    A server is asked for what it holds; no folder is needed beside it to read.
    """
    from graph.store import open_store

    if not is_address(store):
        open_collection(store, collection)
    return open_store(store)
