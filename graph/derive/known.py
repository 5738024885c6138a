"""When each fact became known: what an answer "as of" a day may rest on.

A report of a year tells of its year, but nobody could read it before it was published. So a fact is known from the
publication of the first document that tells it; where no publication is stated, from the end of the time that document
reports on; where neither is, from its own date. A dated entry of a tracker or a decision is a record made on its day.
"""

from __future__ import annotations

from datetime import date

from graph import model
from graph.memory import Graph

Fact = (
    model.Review
    | model.Finding
    | model.Recommendation
    | model.Action
    | model.Assurance
    | model.Evidence
    | model.StatusEvent
)
KINDS: tuple[type[Fact], ...] = (
    model.Review,
    model.Finding,
    model.Recommendation,
    model.Action,
    model.Assurance,
    model.Evidence,
    model.StatusEvent,
)
_RECORDS = ("action-tracker", "decisions")  # kinds of document whose entries are made day by day


def add_known(graph: Graph) -> None:
    """Set `knownFrom` and `knownBy` of every fact that can be dated at all; what cannot stays without."""
    for kind in KINDS:
        for fact in graph.all(kind):
            known, by = _known(graph, fact)
            if known is not None:
                graph.change(fact, knownFrom=known, knownBy=by)


def _known(graph: Graph, fact: Fact) -> tuple[date | None, str | None]:
    """The first day on which it can have been known, and by what."""
    told = {
        d.id: d for p in graph.targets(fact, "STATED_IN", model.Passage) for d in graph.targets(p, "OF", model.Document)
    }
    found = [_of_document(fact, told[id_]) for id_ in sorted(told)]
    dated = [(day, by) for day, by in found if day is not None]
    return min(dated, default=(None, None)) if dated else (_own(fact), "own date" if _own(fact) else None)


def _of_document(fact: Fact, document: model.Document) -> tuple[date | None, str | None]:
    if isinstance(fact, model.StatusEvent) and document.kind in _RECORDS and fact.dateFrom:
        return fact.dateFrom, "own date"
    if document.publishedFrom:
        return document.publishedFrom, "publication"
    return document.periodTo, "end of the time reported on"


def _own(fact: Fact) -> date | None:
    """The last day it can have been, where its documents bear no date."""
    if isinstance(fact, model.Review):
        return fact.publishedFrom or fact.completedTo
    if isinstance(fact, (model.StatusEvent, model.Assurance)):
        return fact.dateTo
    return fact.datedTo
