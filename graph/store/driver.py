"""The official driver, without the libraries for tables that it brings in where they are installed.

It takes pandas and pyarrow in so that their values can be sent. Ours are plain, and those two take 70 MB and a third of
a second of every command. Where a program uses them already they are there as ever; it can import them afterwards, too.

To pack a day the driver looks through what it knows in Python, ten times as long as packing a text takes. Days are
handed over as what it makes of them, each made once.
"""

from __future__ import annotations

import sys
from datetime import date
from functools import lru_cache
from types import ModuleType
from typing import Any

_TABLES = ("pandas", "pyarrow")
_DAY_0 = date(1970, 1, 1).toordinal()  # from which Bolt counts days


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


@lru_cache(maxsize=50_000)
def day(text: str) -> Any:
    """A day as it is sent: packed already, or a date where this driver packs in another way."""
    driver()
    made = date.fromisoformat(text)
    try:
        from neo4j._codec.packstream import Structure
    except ImportError:
        return made
    return Structure(b"D", made.toordinal() - _DAY_0)
