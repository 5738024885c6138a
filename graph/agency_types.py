"""Kinds of agency as people read them ("Integrated care board"), known to the graph and to the reader alike."""

from __future__ import annotations

from functools import cache

from graph.yaml_data import data_of


@cache
def agency_types() -> dict[str, str]:
    """Name of each kind of agency by its id."""
    loaded: dict[str, str] = data_of("graph.data", "agency_types.yaml")
    return loaded


def name_of(kind: str) -> str:
    """The name of a kind; of one that is not listed, its id in plain words."""
    return agency_types().get(kind) or kind.replace("-", " ").capitalize()
