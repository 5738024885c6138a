"""Whose documents tell each fact: the partnerships, which questions would otherwise look up through passages."""

from __future__ import annotations

from graph import model
from graph.memory import Graph

KINDS = (model.Finding, model.Recommendation, model.Action, model.Evidence, model.StatusEvent)


def add_places(graph: Graph) -> None:
    """Set `places` of every fact: ids of the partnerships its documents tell of, by name; none where none is stated."""
    of: dict[str, list[model.Partnership]] = {
        d.id: graph.targets(d, "TELLS_OF", model.Partnership) for d in graph.all(model.Document)
    }
    for kind in KINDS:
        for fact in graph.all(kind):
            told = {
                p.id: p.name
                for passage in graph.targets(fact, "STATED_IN", model.Passage)
                for document in graph.targets(passage, "OF", model.Document)
                for p in of[document.id]
            }
            if told:
                graph.change(fact, places=sorted(told, key=lambda id_: (told[id_], id_)))
