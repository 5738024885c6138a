"""Nodes and relationships as rows: checked values, a hash of the facts, and an identity that both engines give back."""

from __future__ import annotations

import hashlib
import json
import marshal
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import Any

from graph.declare import NODES, RELATIONSHIPS, Node, Property, Value
from graph.errors import StoreError
from graph.memory import Edge, Graph
from graph.store.driver import day

OWN_LABEL, OWN_TYPE = "LoadRun", "LOADED_IN"  # written by the store itself, never taken from a graph
HASH = "rowHash"  # every node and relationship of ours carries it; what has none is somebody else's

Group = tuple[str, ...]  # (label,), or (type, source label, target label): what one statement can write
Key = tuple[str, ...]  # (id,), or (source, target, values of the key properties): one row of a group
Item = Node | Edge

_KIND = attrgetter("type", "source_label", "target_label")
_FORM = 2  # of marshal: later ones write equal values in different ways


@dataclass(frozen=True, slots=True)
class Row:
    """The facts of one node or relationship, ready to be sent: dates as ISO text, numbers as declared."""

    values: dict[str, Any]
    hash: str


def row(values: Mapping[str, Value], declared: Mapping[str, Property]) -> Row:
    """Values in the form the store takes, with their hash; equal facts have equal hashes on every machine."""
    sent = {
        name: value if (type(value) is str and value.isascii()) or value is True else _sent(value, declared[name].type)
        for name, value in values.items()
        if value is not None
    }
    return Row(sent, hashlib.sha256(_packed(sent)).hexdigest()[:16])


def _packed(sent: dict[str, Any]) -> bytes:
    """The same bytes for equal facts, in whatever order: as values lie in memory, which takes half the time of JSON."""
    try:
        return marshal.dumps(sorted(sent.items()), _FORM)
    except ValueError:  # a number or text of another library, which JSON writes as one of Python's own
        return _packed(json.loads(json.dumps(sent)))


BARE = row({}, {})  # more than half of all relationships say nothing but that they are


def _sent(value: Value, type_: str) -> Any:
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, date):
        return value.isoformat()
    if type_ == "float" and isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value)
    if isinstance(value, list):
        return [_text(item) for item in value]
    return value


def _text(value: str) -> str:
    """Half of a surrogate pair cannot be sent; it is not a character of any text."""
    return value if value.isascii() else value.encode("utf-8", "replace").decode("utf-8")


def grouped(graph: Graph) -> dict[Group, list[Item]]:
    """All nodes by label, then all relationships by type and ends, each in its order; without loads.

    Raises StoreError for a relationship that lacks a property it is told apart by: two of them would become one.
    """
    groups: dict[Group, list[Item]] = {
        (label,): list(nodes.values()) for label, nodes in graph.nodes.items() if label != OWN_LABEL and nodes
    }
    edges: dict[Group, list[Edge]] = defaultdict(list)
    for kind, edge in zip(map(_KIND, graph.edges.values()), graph.edges.values(), strict=True):
        edges[kind].append(edge)
    for group, found in edges.items():
        if own := RELATIONSHIPS[group[0]].key:
            for edge in found:
                _whole(edge, own)
        if group[0] != OWN_TYPE:
            groups[group] = [*found]
    return groups


def _whole(edge: Edge, own: tuple[str, ...]) -> None:
    if missing := [name for name in own if edge.properties.get(name) is None]:
        place = f"{edge.source_label} {edge.source} {edge.type} {edge.target_label} {edge.target}"
        raise StoreError(f"a relationship lacks {', '.join(missing)}, which tells it apart", place)


def key_of(item: Item) -> Key:
    """What tells a row from others of its group, as the store gives it back."""
    if isinstance(item, Edge):
        own = RELATIONSHIPS[item.type].key
        ends = (item.source, item.target)
        return (*ends, *(str(item.properties[name]) for name in own)) if own else ends
    return (item.id,)


def of_item(item: Item) -> Row:
    """One node or relationship as a row."""
    if isinstance(item, Edge):
        return row(item.properties, RELATIONSHIPS[item.type].properties) if item.properties else BARE
    return row(item.row(), NODES[item.label].properties)


def parameters(item: Item, made: Row, again: bool = False) -> dict[str, Any]:
    """A row as the write statements take it, days as days: a map of its facts, in `of` beside both ends of an edge.

    `again`: the store may hold it already; the map then says of every property that is not stated that there is none.
    """
    kind = item.type if isinstance(item, Edge) else item.label
    facts = {**_nothing(kind), **made.values, HASH: made.hash} if again else {**made.values, HASH: made.hash}
    for name in _days(kind):
        if told := facts.get(name):
            facts[name] = day(told)
    return {"from_id": item.source, "to_id": item.target, "of": facts} if isinstance(item, Edge) else facts


def _declared(name: str) -> dict[str, Property]:
    return NODES[name].properties if name in NODES else RELATIONSHIPS[name].properties


@lru_cache(maxsize=1000)
def _days(name: str) -> tuple[str, ...]:
    """The properties of a node or relationship that are dates."""
    return tuple(p.name for p in _declared(name).values() if p.type == "date")


@lru_cache(maxsize=1000)
def _nothing(name: str) -> dict[str, None]:
    return dict.fromkeys(_declared(name))
