"""The rows of a group in chunks whose hash shows, without looking at each row, that nothing in them has changed.

A chunk ends where the id of a row says so, not after so many rows: one row more or less changes its own chunk and
leaves all others as they were. The hash of a chunk is taken from values as they lie in memory, which is very much
quicker than making the rows of it; it serves to skip, never as an identity.
"""

from __future__ import annotations

import hashlib
import json
import marshal
import zlib
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import Any

from graph.declare import NODES
from graph.memory import Edge, Graph
from graph.store.rows import Group, Item

MASK = 255  # one id in so many ends a chunk
MOST = 2_000  # rows, where the ids of a long stretch end none (many relationships of one node)
_EDGE = attrgetter("source", "target", "properties")
_FORM = 2  # of marshal: later ones write equal values in different ways


def ends(graph: Graph) -> frozenset[str]:
    """The ids of nodes at which chunks end: asked of each node once, however many relationships begin there."""
    ids = (id_ for nodes in graph.nodes.values() for id_ in nodes)
    return frozenset(id_ for id_ in ids if not zlib.crc32(id_.encode("utf-8", "replace")) & MASK)


def cut(group: Group, items: list[Item], ends: frozenset[str]) -> Iterator[list[Item]]:
    """The items in order, in chunks."""
    if not items:
        return  # also for a kind that another version left in a store and the model no longer knows
    ids = map(attrgetter("id" if len(group) == 1 else "source"), items)
    begin = 0
    for end in (*(at for at, id_ in enumerate(ids, 1) if id_ in ends), len(items)):
        for at in (*range(begin + MOST, end, MOST), end):
            if begin < at:
                yield items[begin:at]
            begin = at


def packed(group: Group, part: list[Item]) -> tuple[bytes, bool]:
    """The values of a chunk as bytes, and whether these are JSON, which a number or text of another library needs."""
    values = list(map(_EDGE, part)) if len(group) > 1 else _of_nodes(group[0], part)
    try:
        return marshal.dumps(values, _FORM), False
    except ValueError:
        told = json.dumps(values, ensure_ascii=False, check_circular=False)
        return told.encode("utf-8", "surrogatepass"), True


def unpacked(group: Group, values: list[Any]) -> list[Item]:
    """The chunk of these values again."""
    if len(group) > 1:
        type_, source, target = group
        return [Edge(type_, source, one, target, other, properties) for one, other, properties in values]
    others, dates = _columns(group[0])
    number = len(values) // (1 + len(dates))
    days = [day and date.fromordinal(day) for day in values[number:]]
    made, names = NODES[group[0]], (*others, *dates)
    return [
        made(**dict(zip(names, (*values[at], *days[at::number]), strict=True)))  # days stand a property after another
        for at in range(number)
    ]


def chunk_of(group: Group, data: bytes) -> bytes:
    """The hash of a chunk, by what `packed` gives."""
    made = hashlib.sha256("|".join(group).encode())  # processors have instructions of their own for it
    made.update(data)
    return made.digest()[:16]


def _of_nodes(label: str, part: list[Item]) -> list[Any]:
    """The values of nodes, then their days as numbers, a property after the other."""
    others, dates = _columns(label)
    of_dates = [attrgetter(name) for name in dates]
    return [
        *map(attrgetter(*others), part),
        *(day and day.toordinal() for of_one in of_dates for day in map(of_one, part)),
    ]


@lru_cache(maxsize=100)
def _columns(label: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The properties of a node that are no days, and those that are."""
    declared = NODES[label].properties
    dates = tuple(name for name, p in declared.items() if p.type == "date")
    return tuple(name for name in declared if name not in dates), dates
