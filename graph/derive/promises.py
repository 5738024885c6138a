"""Promised again: what was still to do in one document and is still to do in a later one of the partnership."""

from __future__ import annotations

from graph import model
from graph.derive.likeness import likeness
from graph.derive.near import near_pairs
from graph.derive.order import order
from graph.derive.statements import Scopes, Statement, statements
from graph.memory import Graph

ALIKE, LEAST_SHARED = 0.6, 2


def add_promises(graph: Graph) -> None:
    """Add PROMISED_AGAIN_IN, from the promise to the passage that promises it again."""
    scopes = Scopes(graph)
    told = [s for s in statements(graph) if isinstance(s.node, model.Action) and _still_to_do(s.node)]
    for one, other in near_pairs(told, scopes, ALIKE):
        for earlier, later in ((one, other), (other, one)):
            if not _told_later(earlier, later) or scopes.scope(earlier.owners, later.owners) != "same partnership":
                continue
            alike = likeness(earlier.text, later.text)
            if alike.value >= ALIKE and alike.telling >= LEAST_SHARED:
                for passage in graph.targets(later.node, "STATED_IN", model.Passage):
                    graph.link(earlier.node, "PROMISED_AGAIN_IN", passage)


def _still_to_do(action: model.Action) -> bool:
    return action.promise and action.status not in ("complete-evidence-awaited", "complete-evidenced", "embedded")


def _told_later(earlier: Statement, later: Statement) -> bool:
    return order(earlier, later) != "no" and not {d.id for d in earlier.documents} & {d.id for d in later.documents}
