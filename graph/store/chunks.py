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
from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import Any

from graph.declare import NODES
from graph.store.rows import Group, Item

MASK = 255  # one id in so many ends a chunk
MOST = 2_000  # rows, where the ids of a long stretch end none (many relationships of one node)
_EDGE = attrgetter("source", "target", "properties")
_FORM = 2  # of marshal: later ones write equal values in different ways


def chunks(group: Group, items: list[Item]) -> Iterator[tuple[bytes, list[Item]]]:
    """The items in order, in chunks, each with its hash."""
    if not items:
        return  # also for a kind that another version left in a store and the model no longer knows
    of_id = attrgetter("id" if len(group) == 1 else "source")
    values = _of_nodes(group[0]) if len(group) == 1 else _of_edges
    head = "|".join(group).encode()
    begin, last = 0, len(items)
    for at, item in enumerate(items, 1):
        if at == last or at - begin >= MOST or not zlib.crc32(of_id(item).encode("utf-8", "replace")) & MASK:
            part = items[begin:at]
            yield _hash(head, values(part)), part
            begin = at


def _of_edges(part: list[Item]) -> list[Any]:
    return list(map(_EDGE, part))


def _of_nodes(label: str) -> Callable[[list[Item]], list[Any]]:
    """Takes the values of nodes, days as numbers."""
    declared = NODES[label].properties
    dates = [name for name, p in declared.items() if p.type == "date"]
    others = attrgetter(*(name for name in declared if name not in dates))
    of_dates = [attrgetter(name) for name in dates]
    return lambda part: [
        *map(others, part),
        *(day and day.toordinal() for of_one in of_dates for day in map(of_one, part)),
    ]


def _hash(head: bytes, values: list[Any]) -> bytes:
    made = hashlib.blake2b(head, digest_size=16)
    try:
        made.update(marshal.dumps(values, _FORM))
    except ValueError:  # a kind of number or text of another library
        made.update(json.dumps(values, ensure_ascii=False, check_circular=False).encode("utf-8", "surrogatepass"))
    return made.digest()
