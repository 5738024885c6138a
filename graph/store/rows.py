"""Nodes and relationships as rows: checked values, a hash of the facts, and an identity that both engines give back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.declare import NODES, RELATIONSHIPS, Node, Property, Value
from graph.errors import StoreError
from graph.memory import Edge, Graph

OWN_LABEL, OWN_TYPE = "LoadRun", "LOADED_IN"  # written by the store itself, never taken from a graph
HASH = "rowHash"  # every node and relationship of ours carries it; what has none is somebody else's

NodeKey = tuple[str, str]  # label, id
EdgeKey = tuple[str, ...]  # type, source label, source, target label, target, values of the key properties


@dataclass(frozen=True, slots=True)
class Row:
    """The facts of one node or relationship, ready to be sent: dates as ISO text, numbers as declared."""

    values: dict[str, Any]
    hash: str


def row(values: Mapping[str, Value], declared: Mapping[str, Property]) -> Row:
    """Values in the form the store takes, with their hash; equal facts have equal hashes on every machine."""
    sent = {name: _sent(value, declared[name].type) for name, value in values.items() if value is not None}
    text = json.dumps(sent, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return Row(sent, hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16])


def _sent(value: Value, type_: str) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if type_ == "float" and isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value)
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, list):
        return [_text(item) for item in value]
    return value


def _text(value: str) -> str:
    """Half of a surrogate pair cannot be sent; it is not a character of any text."""
    return value.encode("utf-8", "replace").decode("utf-8")


def node_rows(graph: Graph) -> dict[NodeKey, Row]:
    """All nodes of a graph, without loads."""
    return {
        (label, id_): row(node.row(), NODES[label].properties)
        for label, nodes in graph.nodes.items()
        if label != OWN_LABEL
        for id_, node in nodes.items()
    }


def edge_rows(graph: Graph) -> dict[EdgeKey, Row]:
    """All relationships of a graph, without those to loads.

    Raises StoreError for one that lacks a property it is told apart by: two of them would become one.
    """
    rows: dict[EdgeKey, Row] = {}
    for edge in graph.edges.values():
        if edge.type == OWN_TYPE:
            continue
        declared = RELATIONSHIPS[edge.type]
        if missing := [name for name in declared.key if edge.properties.get(name) is None]:
            place = f"{edge.source_label} {edge.source} {edge.type} {edge.target_label} {edge.target}"
            raise StoreError(f"a relationship lacks {', '.join(missing)}, which tells it apart", place)
        rows[edge_key(edge)] = row(edge.properties, declared.properties)
    return rows


def edge_key(edge: Edge) -> EdgeKey:
    """The identity of a relationship as the store gives it back."""
    own = (str(edge.properties[name]) for name in RELATIONSHIPS[edge.type].key)
    return (edge.type, edge.source_label, edge.source, edge.target_label, edge.target, *own)


def of_node(node: Node) -> Row:
    """One node as a row."""
    return row(node.row(), type(node).properties)
