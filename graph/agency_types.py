"""Kinds of agency as people read them ("Integrated care board"), known to the graph and to the reader alike."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml


@cache
def agency_types() -> dict[str, str]:
    """Name of each kind of agency by its id."""
    text = files("graph.data").joinpath("agency_types.yaml").read_text(encoding="utf-8")
    loaded: dict[str, str] = yaml.safe_load(text)
    return loaded


def name_of(kind: str) -> str:
    """The name of a kind; of one that is not listed, its id in plain words."""
    return agency_types().get(kind) or kind.replace("-", " ").capitalize()
