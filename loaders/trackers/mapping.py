"""A user's own reading of a tracker: what may stand in a `--mapping` file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from graph.errors import WrongUse
from loaders.trackers.vocabulary import STATUSES, fields

_KEYS = frozenset(("header", "columns", "status", "sheets", "review", "partnership"))


def checked(mapping: Mapping[str, Any], name: str) -> dict[str, Any]:
    """The mapping, if all it names exists. Raises WrongUse that says what does not."""
    where = f"mapping for {name}"
    if odd := set(mapping) - _KEYS:
        raise WrongUse(f"unknown part {', '.join(sorted(map(str, odd)))}", where, f"use {', '.join(sorted(_KEYS))}")
    columns = [mapping, *(mapping.get("sheets") or {}).values()]
    meanings = [m for part in columns for m in (part.get("columns") or {}).values() if m is not None]
    if odd := {str(m) for m in meanings} - set(fields()):
        raise WrongUse(f"unknown column meaning {', '.join(sorted(odd))}", where, f"use one of {', '.join(fields())}")
    if odd := {str(s) for s in (mapping.get("status") or {}).values()} - set(STATUSES):
        raise WrongUse(f"unknown status {', '.join(sorted(odd))}", where, f"use one of {', '.join(STATUSES)}")
    return dict(mapping)


def read_mapping(path: Path) -> dict[str, Any]:
    """Read a mapping file.

    Raises:
        WrongUse: it cannot be read, is no YAML, or names what does not exist.
    """
    try:
        loaded = yaml.safe_load(Path(path).read_text("utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise WrongUse(
            "the mapping file cannot be read as YAML", str(path), "see `goldenthread load --help`"
        ) from error
    if not isinstance(loaded, dict):
        raise WrongUse("the mapping file holds no mapping", str(path), "write `columns:` and one line a column")
    return checked(loaded, Path(path).name)
