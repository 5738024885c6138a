"""Which things are one when pairs of them are: connected components with a stable head."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Components(Generic[T]):
    """Union–find; the head of a component is its smallest member, whatever the order of joining."""

    def __init__(self, members: Iterable[T]) -> None:
        self._parent: dict[T, T] = {m: m for m in members}
        self._members: dict[T, list[T]] = {m: [m] for m in self._parent}

    def head(self, member: T) -> T:
        """The smallest member of the component."""
        if member not in self._parent:
            self._parent[member], self._members[member] = member, [member]
        return self._parent[member]

    def join(self, one: T, other: T) -> None:
        """Make two components one."""
        a, b = self.head(one), self.head(other)
        if a != b:
            low, high = sorted((a, b))  # type: ignore[type-var]
            self._members[low] = sorted(self._members[low] + self._members.pop(high))  # type: ignore[type-var]
            self._parent.update(dict.fromkeys(self._members[low], low))

    def members(self, head: T) -> list[T]:
        """All members of a component, smallest first."""
        return self._members[head]
