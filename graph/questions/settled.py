"""What is read while a load may change the graph: of before it or of after it, and said where that is not sure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol, TypeVar

from graph.questions.library import statement

UNDER_WAY = (
    "A load that began {begun} has not ended: rows may be of before and after it. Ask again when it has, "
    "or, if none is running, load again."
)
CHANGED = "Loads changed the graph while this was asked: rows may be of before and after. Ask again."
TRIES = 3  # times something is read while loads change it
T = TypeVar("T")


class Reader(Protocol):
    """What is needed of a store: `graph.store.Store` is one."""

    def read(
        self, cypher: str, params: Mapping[str, Any] | None = None, *, timeout: float | None = None
    ) -> list[dict[str, Any]]:
        """Rows of a statement, in a transaction that is rolled back; StoreError after `timeout` seconds."""
        ...


def settled(store: Reader, read: Callable[[], T]) -> tuple[T, list[str]]:
    """What `read` gives of the store, and sentences on what is not sure of it; none where no load was in its way.

    It is of the graph before a load or after it: where one ended meanwhile it is read again. A large load takes many
    transactions; while one is under way, or was cut short, that is said.
    """
    before = store.read(statement("shared/loads"))
    for _ in range(TRIES):
        found = read()
        after = store.read(statement("shared/loads"))
        if same := after == before:
            break
        before = after
    said = [UNDER_WAY.format(begun=load["begun"]) for load in reversed(after) if load["finished"] is None]
    return found, said if same else [*said, CHANGED]
