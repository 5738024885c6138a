"""What still stands on its words alone: taken so, and no person has said that it is right.

Whoever reads a count or a quotation must see that a machine took it for learning, a request or work by weights of its
words. It is worked out once here, so that answers, pages and the tracker's workbook say it alike; a person's yes to the
thing itself ends it (`graph.decisions.none.affirmed`).
"""

from __future__ import annotations

from collections.abc import Iterable

from graph import model
from graph.decisions.none import affirmed
from graph.memory import Edge, Graph

Taken = model.Finding | model.Recommendation | model.Action
KINDS: tuple[type[Taken], ...] = (model.Finding, model.Recommendation, model.Action)


def add_by_wording(graph: Graph) -> None:
    """Set `onlyByWording` of what was taken so, and `byWording` of the documents that state it.

    It comes after all that people decided, and before what is counted of it.
    """
    for kind in KINDS:
        for thing in graph.all(kind):
            if thing.byWording and not affirmed(graph, thing):
                graph.change(thing, onlyByWording=True)
    stated: dict[str, set[str]] = {}
    for kind in KINDS:
        for thing in graph.all(kind):
            if thing.onlyByWording:
                for passage in graph.targets(thing, "STATED_IN", model.Passage):
                    for document in graph.targets(passage, "OF", model.Document):
                        stated.setdefault(document.id, set()).add(passage.id)
    for document in graph.all(model.Document):
        if document.id in stated:
            graph.change(document, byWording=sorted(stated[document.id]))


def only_by_wording(graph: Graph, links: Iterable[Edge]) -> set[str]:
    """Of the themes that these links lead to, those that nothing but what was taken by its words alone leads to."""
    told: dict[str, bool] = {}
    for link in links:
        by_words = bool(getattr(graph.nodes[link.source_label][link.source], "onlyByWording", None))
        told[link.target] = told.get(link.target, True) and by_words
    return {theme for theme, alone in told.items() if alone}
