"""Plain counts that many questions would make again each time, made once at load.

They are facts of the graph as it stands, nothing more: whoever counts the relationships gets the same numbers.
"""

from __future__ import annotations

from collections import Counter

from graph import model
from graph.memory import Graph


def add_counts(graph: Graph) -> None:
    """Set on each theme how many theme links to it a person confirmed or not, on each case how many children it has."""
    confirmed: Counter[str] = Counter()
    suggested: Counter[str] = Counter()
    for link in graph.edges_of("ABOUT"):
        of = confirmed if link.properties.get("state") == "confirmed" else suggested
        of[link.target] += 1
    for theme in graph.all(model.Theme):
        graph.change(theme, confirmed=confirmed[theme.id], suggested=suggested[theme.id])
    for case in graph.all(model.Case):
        children = {e.target for e in graph.edges_from(case, "CONCERNS") if e.properties.get("role") != "sibling"}
        graph.change(case, children=len(children))
