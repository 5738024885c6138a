"""The store: one interface over the embedded engine and Neo4j; nothing else in the project imports a driver.

The graph in a store is a projection of the collection folder: `sync` makes the store equal to a graph in memory, and a
store that is damaged can be thrown away and written again. Importing this package imports no
driver (that takes 0.13 s).
"""

from graph.store.changes import Changes
from graph.store.embedded import engine_folder, rebuild
from graph.store.opening import Served, open_store, serve
from graph.store.parts import Parts, Spilled, clear, spill
from graph.store.store import Store

__all__ = [
    "Changes",
    "Parts",
    "Served",
    "Spilled",
    "Store",
    "clear",
    "engine_folder",
    "open_store",
    "rebuild",
    "serve",
    "spill",
]
