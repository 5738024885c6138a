"""Why the embedded engine did not start, as one sentence: the machine was too busy, something ended it, or its store.

That the graph is damaged is said on the engine's own words only: one that was slow or was killed says nothing of it.
"""

from __future__ import annotations

import re

from graph.errors import StoreError
from graph.store.keeper import HELD

DAMAGED = "the embedded graph is damaged and cannot be opened"
REBUILD = "it can be written again from the collection's records: goldenthread load --rebuild"
LATE = "the embedded engine did not start in time"
AGAIN = "nothing was lost; run the command again in a while"
OWN = re.compile(r'Exception in thread "main" com\.arcadedb\.')  # it gave up on what it was to open
MACHINE = ("OutOfMemoryError", "No space left", "Too many open files", "Permission denied", "Read-only file system")


def unstarted(how: str, said: str, where: str) -> StoreError:
    """The sentence for an end as the keeper tells it (`harmed`, `late`, `killed` or `ended`) and what was printed."""
    if how == "harmed":
        return StoreError(f"{DAMAGED} (its files are not as they were left)", where, REBUILD)
    if how == "late":
        return StoreError(LATE, where, AGAIN)
    if how == "killed":
        return StoreError("the embedded engine was ended from outside while it started", where, AGAIN)
    if HELD in said:
        return StoreError("another engine has the embedded graph open, perhaps one that is just ending", where, AGAIN)
    if OWN.search(said) and not any(word in said for word in MACHINE):
        return StoreError(f"{DAMAGED} ({_reason(said)})", where, REBUILD)
    todo = f"{AGAIN}, and where that does not help: goldenthread doctor --mend"
    return StoreError(f"the embedded engine could not be started ({_reason(said)})", where, todo)


def _reason(said: str) -> str:
    """The last line that names an error."""
    lines = [line.strip() for line in said.splitlines() if "Error" in line or "Exception" in line]
    return lines[-1][:200] if lines else "it ended without saying why"
