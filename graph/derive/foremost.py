"""Which later learning points the question what came back tells first, so that it need not sort all to show a hundred.

The order is the one of that question: what a record closed, what was said to be done, the rest; each the surest first.
Asked for more rows, for one theme or partnership, or as of a day, it looks at all of them itself.
"""

from __future__ import annotations

from heapq import nsmallest

from graph import model
from graph.memory import Edge, Graph

ROWS = 100  # as many as the question shows unless it is asked for more
_CERTAINTY = {"confirmed": 0, "probable": 1}
_CLOSURE = {"closed by record": 0, "said to be done": 1}


def add_foremost(graph: Graph) -> None:
    """Set `foremost` of every learning point that the first hundred rows are about."""
    again = (edge for type_ in ("RECURS_IN", "ECHOED_IN") for edge in graph.edges_of(type_))
    first = {edge.target for edge in nsmallest(ROWS, again, key=_place)}
    for finding in [f for f in graph.all(model.Finding) if f.id in first]:
        graph.change(finding, foremost=True)


def _place(edge: Edge) -> tuple[int, int, str, str, str]:
    told = edge.properties
    certainty, closure = str(told.get("certainty")), str(told.get("closure"))
    return _CLOSURE.get(closure, 2), _CERTAINTY.get(certainty, 2), str(told["theme"]), edge.source, edge.target
