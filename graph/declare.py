"""How the model is declared: nodes as frozen dataclasses, relationships as a table of allowed triples.

`graph/model.py` uses these to say what the graph is; constraints, write statements, cleanup, SCHEMA.md, the query
linter's vocabulary, the explorer's legend and the Browser style read the two registries below. A declaration that
lacks a description fails at import.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter
from typing import Any, ClassVar, cast, dataclass_transform

Value = str | int | float | bool | date | list[str] | None
_TYPES = {str: "string", int: "integer", float: "float", bool: "boolean", date: "date", list[str]: "list of strings"}


@dataclass(frozen=True)
class Property:
    """A declared property. `type` is one of string, integer, float, boolean, date, list of strings."""

    name: str
    type: str
    description: str
    required: bool


class Node:
    """Base of all node classes. Every node has `id` (its key) and `name` (its caption on screen)."""

    label: ClassVar[str]
    plural: ClassVar[str]
    colour: ClassVar[str]
    key: ClassVar[str]
    description: ClassVar[str]
    properties: ClassVar[dict[str, Property]]
    all_values: ClassVar[Callable[[Any], tuple[Value, ...]]]  # in declared order
    id: str
    name: str

    def row(self) -> dict[str, Value]:
        """Property values that are stated, in declared order; nothing is stored for None."""
        values = zip(self.properties, type(self).all_values(self), strict=True)
        return {name: value for name, value in values if value is not None and value != []}


NODES: dict[str, type[Node]] = {}


def prop(description: str, default: Any = None) -> Any:
    """A property of a node: its description, and its default (None: not stated; ...: required)."""
    if default is ...:
        return field(metadata={"description": description})
    if isinstance(default, list):
        return field(default_factory=list, metadata={"description": description})
    return field(default=default, metadata={"description": description})


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(prop,))
def node(*, plural: str, colour: str, key: str) -> Callable[[type], Any]:
    """Declare a node: its plural in plain words, its colour, and how its key is made."""

    def declare(cls: type) -> type:
        made: Any = dataclass(frozen=True, kw_only=True, slots=True)(cls)
        hints = typing.get_type_hints(made)
        made.label, made.plural, made.colour, made.key = made.__name__, plural, colour, key
        made.description = " ".join((made.__doc__ or "").split())
        made.properties = {}
        for item in dataclasses.fields(made):
            text = item.metadata.get("description", "")
            if not text or not made.description:
                raise TypeError(f"{made.__name__}.{item.name} needs a description")
            required = item.default is dataclasses.MISSING and item.default_factory is dataclasses.MISSING
            made.properties[item.name] = Property(item.name, _type_name(hints[item.name]), text, required)
        made.all_values = attrgetter(*made.properties)
        NODES[made.__name__] = made
        return cast(type, made)

    return declare


def _type_name(hint: Any) -> str:
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        hint = next(part for part in typing.get_args(hint) if part is not type(None))
    return _TYPES[hint]


@dataclass(frozen=True)
class Relationship:
    """A relationship type: allowed (source label, target label) pairs and its properties.

    `key` names the properties that tell parallel relationships of two nodes apart.
    """

    type: str
    description: str
    reverse: str  # how it reads from the target
    triples: tuple[tuple[str, str], ...]
    properties: dict[str, Property]
    key: tuple[str, ...] = ()


RELATIONSHIPS: dict[str, Relationship] = {}


def relationship(
    type_: str,
    description: str,
    *,
    reverse: str,
    of: str,
    to: str,
    key: tuple[str, ...] = (),
    **properties: tuple[str, str],
) -> None:
    """Declare a relationship; `of` and `to` are labels split by "|", or "same" for `to` to pair each with itself.

    Properties are name=(type, description).
    """
    sources = of.split("|")
    pairs = [(s, s) for s in sources] if to == "same" else [(s, t) for s in sources for t in to.split("|")]
    for pair in pairs:
        for label in pair:
            if label not in NODES:
                raise TypeError(f"{type_}: unknown label {label}")
    made = {n: Property(n, t, d, n in key) for n, (t, d) in properties.items()}
    RELATIONSHIPS[type_] = Relationship(type_, description, reverse, tuple(pairs), made, key)
