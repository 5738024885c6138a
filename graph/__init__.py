"""Golden Thread: the graph that joins case, review, finding, recommendation, action, evidence and later case.

For Python: `graph.open(store)`, `graph.frame(answer)`; see `graph.door`. Imported only when used, so that the command
line starts quickly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graph.door import Opened, frame
    from graph.door import open_collection as open

__all__ = ["Opened", "frame", "open"]

_DOOR = {"open": "open_collection", "frame": "frame", "Opened": "Opened"}


def __getattr__(name: str) -> Any:
    if name not in _DOOR:
        raise AttributeError(f"module 'graph' has no attribute '{name}'")
    from graph import door

    return getattr(door, _DOOR[name])
