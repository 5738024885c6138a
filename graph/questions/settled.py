"""What is read while a load may change the graph: of before it or of after it, and said where that is not sure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.metadata import version
from typing import Any, Protocol, TypeVar

from graph.made_by import rules
from graph.questions.library import statement

UNDER_WAY = (
    "A load that began {begun} has not ended: rows may be of before and after it. Ask again when it has, "
    "or, if none is running, load again."
)
OUTDATED = "The graph was loaded by {then}, with other rules than golden-thread {now} has, which answers"
LOAD_AGAIN = (
    "what it says may be out of date. Run goldenthread load with the documents again, or goldenthread load --rebuild."
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
    transactions; while one is under way, or was cut short, that is said. So is that other rules made the graph.
    """
    before = store.read(statement("shared/loads"))
    for _ in range(TRIES):
        found = read()
        after = store.read(statement("shared/loads"))
        if same := after == before:
            break
        before = after
    said = [UNDER_WAY.format(begun=load["begun"]) for load in reversed(after) if load["finished"] is None]
    if told := outdated(after):
        said.append(f"{told}: {LOAD_AGAIN}")
    return found, said if same else [*said, CHANGED]


def outdated(loads: list[dict[str, Any]]) -> str | None:
    """By what the graph was loaded, where its rules are not those of now; `loads` are rows of shared/loads in order."""
    if not loads or loads[-1]["rules"] == rules():
        return None
    then, now = loads[-1]["version"], version("golden-thread")
    other = f"golden-thread {then}" if then and then != now else f"another build of golden-thread {now}"
    return OUTDATED.format(then=other, now=now)
