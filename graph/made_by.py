"""By which code and data something was made, so that what other rules made can say so.

A hash, because a version number stays while rules change under it. Within one installed version it never changes: line
ends count as equal, and nothing but the named files is read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

HOME = Path(__file__).resolve().parents[1]
SUFFIXES = (".py", ".yaml")
# All that `graph.derive.build` is made of: how records and decisions become the graph.
RULES = (
    *("graph/check", "graph/dates", "graph/data", "graph/decisions", "graph/derive", "graph/project", "graph/resolve"),
    *(f"graph/{name}.py" for name in ("agency_types", "codebook", "declare", "gazetteer", "given", "memory", "model")),
    *(f"graph/{name}.py" for name in ("national", "records", "text", "yaml_data")),
)


def hash_of(parts: Iterable[str]) -> str:
    """A hash of these files and of all code and data in these folders, named as in the project."""
    named = [HOME / part for part in parts]
    found = {file for path in named for file in (path.rglob("*") if path.is_dir() else [path])}
    made = hashlib.sha256()
    for path in sorted(file for file in found if file.suffix in SUFFIXES):
        text = path.read_bytes().replace(b"\r\n", b"\n")
        made.update(f"{path.relative_to(HOME).as_posix()}\n".encode() + text)
    return made.hexdigest()


@cache
def rules() -> str:
    """A hash of all rules by which records and decisions become a graph."""
    return hash_of(RULES)[:16]
