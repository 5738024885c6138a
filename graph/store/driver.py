"""The official driver, without the libraries for tables that it brings in where they are installed.

It takes pandas and pyarrow in so that their values can be sent. Ours are plain, and those two take 70 MB and a third of
a second of every command. Where a program uses them already they are there as ever; it can import them afterwards, too.
"""

from __future__ import annotations

import sys
from functools import lru_cache
from types import ModuleType

_TABLES = ("pandas", "pyarrow")


@lru_cache(maxsize=1)
def driver() -> ModuleType:
    """The module `neo4j`, imported at the first call."""
    absent = [name for name in _TABLES if name not in sys.modules]
    for name in absent:
        sys.modules[name] = None  # type: ignore[assignment]  # which Python reads as: not installed
    try:
        import neo4j

        return neo4j
    finally:
        for name in absent:
            sys.modules.pop(name, None)
