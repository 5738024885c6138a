"""The graph in memory: typed nodes and checked relationships, before any engine sees them.

`project` fills it from records, `derive` adds to it, the store writes it. What the model forbids cannot be added.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TypeVar, cast

from graph.declare import RELATIONSHIPS, Node, Value

N = TypeVar("N", bound=Node)


@contextmanager
def uncollected() -> Iterator[None]:
    """Make millions of facts without Python looking through all of them for rings again and again: there are none."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


@contextmanager
def set_aside() -> Iterator[None]:
    """Make rows of facts while Python's collector passes by the facts themselves, and looks only at what is new."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


@dataclass(frozen=True, slots=True)
class Edge:
    """A relationship between two nodes of the graph."""

    type: str
    source_label: str
    source: str
    target_label: str
    target: str
    properties: dict[str, Value] = field(default_factory=dict, hash=False)

    @property
    def key(self) -> tuple[str, ...]:
        """What tells it apart: type, both ends, and the declared key properties."""
        ends = (self.type, self.source_label, self.source, self.target_label, self.target)
        apart = RELATIONSHIPS[self.type].key
        return (*ends, *(str(self.properties.get(name)) for name in apart)) if apart else ends


_Ends = dict[str, dict[str, list[Edge]]]  # relationships by label and id of one end


class Graph:
    """Nodes by label and id, edges by key; insertion order is kept, so the same records give the same graph."""

    def __init__(self) -> None:
        self.nodes: dict[str, dict[str, Node]] = {}
        self.edges: dict[tuple[str, ...], Edge] = {}
        self._out: _Ends = {}
        self._in: _Ends = {}
        self._said: dict[tuple[object, ...], dict[str, Value]] = {}
        self._refused: set[tuple[str, str, str]] = set()

    def lighten(self) -> None:
        """Let go of what only walking along relationships needs, a tenth of it all; it is made again by who walks."""
        self._said = {}
        for name in ("_out", "_in"):
            self.__dict__.pop(name, None)

    def __getattr__(self, name: str) -> _Ends:
        if name not in ("_out", "_in"):
            raise AttributeError(name)
        self._out, self._in = {}, {}
        for edge in self.edges.values():
            self._out.setdefault(edge.source_label, {}).setdefault(edge.source, []).append(edge)
            self._in.setdefault(edge.target_label, {}).setdefault(edge.target, []).append(edge)
        return self._out if name == "_out" else self._in

    def add(self, node: N) -> N:
        """Add a node and return it; the same again is fine, a different one under the same id is an error."""
        known = self.nodes.setdefault(node.label, {}).setdefault(node.id, node)
        if known != node:
            raise ValueError(f"two different {node.label} under {node.id}: {known!r} and {node!r}")
        return node

    def change(self, node: N, **values: Value) -> N:
        """Replace a node by itself with other property values; one that has them already stays."""
        if all(getattr(node, name) == value for name, value in values.items()):
            return node
        made = replace(node, **values)  # type: ignore[type-var]
        self.nodes[node.label][node.id] = made
        return made

    def link(self, source: Node, type_: str, target: Node, **properties: Value) -> Edge:
        """Add a relationship; the same again is fine, and what a person refused is not added.

        Raises ValueError for what the model does not allow.
        """
        declared = RELATIONSHIPS[type_]
        if (source.label, target.label) not in declared.triples:
            raise ValueError(f"the model has no ({source.label})-[{type_}]->({target.label})")
        if not properties.keys() <= declared.properties.keys():
            unknown = sorted(properties.keys() - declared.properties.keys())
            raise ValueError(f"{type_} has no property {', '.join(unknown)}")
        if declared.key and (missing := [name for name in declared.key if properties.get(name) is None]):
            raise ValueError(f"{type_} needs {', '.join(missing)}, which tells parallel relationships apart")
        stated = self._shared({n: v for n, v in properties.items() if v is not None and v != []})
        edge = Edge(type_, source.label, source.id, target.label, target.id, stated)
        key = edge.key
        if key not in self.edges and self.refused(source, type_, target):
            return edge
        out, into = self._out, self._in  # before it is there: they may be made again from what is
        known = self.edges.setdefault(key, edge)
        if known is edge:
            out.setdefault(source.label, {}).setdefault(source.id, []).append(edge)
            into.setdefault(target.label, {}).setdefault(target.id, []).append(edge)
        return known

    def _shared(self, stated: dict[str, Value]) -> dict[str, Value]:
        """Properties that many relationships have alike (none, or how a theme was recognised) are kept once."""
        if "why" in stated or any(isinstance(value, list) for value in stated.values()):
            return stated  # told of one relationship only
        return self._said.setdefault((*stated, *stated.values(), *map(type, stated.values())), stated)

    def refuse(self, source: Node, type_: str, target: Node, refused: bool = True) -> None:
        """From now on no rule adds this relationship: a person said that there is none. False takes that back."""
        pair = (source.id, type_, target.id)
        self._refused.add(pair) if refused else self._refused.discard(pair)

    def refused(self, source: Node, type_: str, target: Node) -> bool:
        """Whether a person said that there is no such relationship."""
        return bool(self._refused) and (source.id, type_, target.id) in self._refused

    def change_link(self, edge: Edge, **values: Value) -> Edge:
        """Replace properties of a relationship that is in the graph; what tells it apart stays. None takes one out."""
        stated: dict[str, Value] = {n: v for n, v in {**edge.properties, **values}.items() if v is not None}
        if replace(edge, properties=stated).key != edge.key:
            raise ValueError(f"{edge.type} is told apart by {', '.join(RELATIONSHIPS[edge.type].key)}")
        held = self.edges[edge.key]
        # in its place: a theme has very many relationships, and looking for this one among them took minutes
        object.__setattr__(held, "properties", self._shared(stated))
        return held

    def unlink(self, edge: Edge) -> None:
        """Take a relationship out."""
        both = self._out[edge.source_label][edge.source], self._in[edge.target_label][edge.target]
        held = self.edges.pop(edge.key)
        for ends in both:
            del ends[next(n for n, one in enumerate(ends) if one is held)]

    def edges_at(self, node: Node) -> list[Edge]:
        """All relationships that start or end at `node`, each once."""
        ends = (*self._out.get(node.label, {}).get(node.id, ()), *self._in.get(node.label, {}).get(node.id, ()))
        return list({e.key: e for e in ends}.values())

    def take_out(self, node: Node) -> None:
        """Take a node out with all its relationships; only `graph.decisions` does."""
        for edge in self.edges_at(node):
            self.unlink(edge)
        del self.nodes[node.label][node.id]

    def all(self, kind: type[N]) -> list[N]:
        """All nodes of one class, in insertion order."""
        return cast(list[N], list(self.nodes.get(kind.label, {}).values()))

    def get(self, kind: type[N], id_: str) -> N | None:
        """One node by class and id."""
        return cast("N | None", self.nodes.get(kind.label, {}).get(id_))

    def targets(self, node: Node, type_: str, kind: type[N]) -> list[N]:
        """Nodes of a class that `node` points to by a relationship."""
        held, label = self.nodes.get(kind.label, {}), kind.label
        found = self._out.get(node.label, {}).get(node.id, ())
        return [cast(N, held[e.target]) for e in found if e.type == type_ and e.target_label == label]

    def sources(self, node: Node, type_: str, kind: type[N]) -> list[N]:
        """Nodes of a class that point to `node` by a relationship."""
        held, label = self.nodes.get(kind.label, {}), kind.label
        found = self._in.get(node.label, {}).get(node.id, ())
        return [cast(N, held[e.source]) for e in found if e.type == type_ and e.source_label == label]

    def edges_from(self, node: Node, type_: str) -> list[Edge]:
        """Relationships of a type that start at `node`."""
        return [e for e in self._out.get(node.label, {}).get(node.id, ()) if e.type == type_]

    def edges_of(self, type_: str) -> Iterator[Edge]:
        """All relationships of a type."""
        return (e for e in self.edges.values() if e.type == type_)
