"""Words for the embedded engine's Java that start it in a second: most tests start one, ask a little and end it.

It compiles quickly instead of well, and its classes are kept ready as they are for users (`graph/store/quicker.py`), in
a file of the tests' own that a first run of all of them makes. What it answers is the same; how fast it is at length is
for `benchmarks`, which sets none of this.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from graph.errors import StoreError
from graph.store.embedded import package
from graph.store.keeper import JAVA
from graph.store.quicker import SET, make, named

QUICK = "-XX:TieredStopAtLevel=1"


def cache() -> Path:
    """Where the classes are kept, for this engine. Raises StoreError where there is none."""
    given = os.environ.get("GOLDENTHREAD_NEO4J_CACHE")
    return (Path(given) if given else Path.home() / ".cache" / "golden-thread-tests") / named(package())


def use() -> None:
    """Have every engine that is started from here on use them, unless a person said otherwise; none makes its own."""
    os.environ.setdefault(JAVA, QUICK)
    try:
        os.environ.setdefault(SET, str(cache().absolute()))
    except StoreError:
        os.environ.setdefault(SET, "off")


def prepare() -> None:
    """Make the cache where there is none; without it the tests run all the same."""
    from graph.store.training import teach

    with contextlib.suppress(Exception):  # an engine that cannot run is for the tests to tell
        kept = cache()
        kept.parent.mkdir(parents=True, exist_ok=True)
        make(kept, package(), teach)
