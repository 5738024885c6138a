"""When each fact became known: what an answer "as of" a day may rest on.

A report of a year tells of its year, but nobody could read it before it was published. So a fact is known from the
publication of the first document that tells it; where no publication is stated, from the end of the time that document
reports on; where neither is, from its own date. A dated entry of a tracker or a decision is a record made on its day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from graph import model
from graph.declare import Node
from graph.derive.replied import replies_to
from graph.memory import Graph

Fact = (
    model.Review
    | model.Finding
    | model.Recommendation
    | model.Action
    | model.Assurance
    | model.Evidence
    | model.StatusEvent
    | model.Response
)
KINDS: tuple[type[Fact], ...] = (
    model.Review,
    model.Finding,
    model.Recommendation,
    model.Action,
    model.Assurance,
    model.Evidence,
    model.StatusEvent,
    model.Response,
)
_RECORDS = ("action-tracker", "decisions")  # kinds of document whose entries are made day by day
Owed = model.Recommendation | model.Action
Known = tuple[date | None, str | None]


def add_known(graph: Graph) -> None:
    """Set `knownFrom` and `knownBy` of every fact that can be dated at all; what cannot stays without.

    Actions also get the day from which their status stands as it is printed, recommendations and actions that of all
    that their assessment rests on: what people said, what was shown and what was found later.
    """
    for document in graph.all(model.Document):
        graph.change(document, knownFrom=None if document.kind in _RECORDS else _read(document)[0])
    for kind in KINDS:
        for fact in graph.all(kind):
            known, by = known_from(graph, fact)
            if known is not None:
                graph.change(fact, knownFrom=known, knownBy=by)
    for action in graph.all(model.Action):
        events = graph.targets(action, "HAS_STATUS", model.StatusEvent)
        graph.change(action, statusFrom=_last(e for e in events if e.by in ("printed", "derived")))
    owing: list[Owed] = [*graph.all(model.Recommendation), *graph.all(model.Action)]
    for owed in owing:
        graph.change(owed, assessedFrom=_last(_rests_on(graph, owed)))


def known_from(graph: Graph, fact: Fact) -> Known:
    """The first day on which it can have been known, and by what; nothing where it cannot be dated."""
    told = {
        d.id: d for p in graph.targets(fact, "STATED_IN", model.Passage) for d in graph.targets(p, "OF", model.Document)
    }
    found = [_entered(graph, fact, told[id_]) or _read(told[id_]) for id_ in sorted(told)]
    dated = [(day, by) for day, by in found if day is not None]
    return min(dated, default=(None, None)) if dated else (_own(fact), "own date" if _own(fact) else None)


def _read(document: model.Document) -> Known:
    """When a document could first be read."""
    if document.publishedFrom:
        return document.publishedFrom, "publication"
    return document.periodTo, "end of the time reported on" if document.periodTo else None


def _entered(graph: Graph, fact: Fact, document: model.Document) -> Known | None:
    """Of a record that is kept day by day: the day of the entry; of what entries are about, that of the first."""
    if document.kind not in _RECORDS:
        return None
    if isinstance(fact, model.StatusEvent):
        return (fact.dateFrom, "own date") if fact.dateFrom else None
    if not isinstance(fact, (model.Recommendation, model.Action)):
        return None
    about = [fact, *graph.targets(fact, "DELIVERED_BY", model.Action)]
    entries = [e for one in about for e in graph.targets(one, "HAS_STATUS", model.StatusEvent)]
    days = [e.dateFrom for e in entries if e.dateFrom and _stands_in(graph, e, document)]
    read = _read(document)[0]
    return (min(days), "own date") if days and (read is None or min(days) < read) else None


def _stands_in(graph: Graph, fact: Node, document: model.Document) -> bool:
    passages = graph.targets(fact, "STATED_IN", model.Passage)
    return any(document.id == d.id for p in passages for d in graph.targets(p, "OF", model.Document))


def _own(fact: Fact) -> date | None:
    """The last day it can have been, where its documents bear no date."""
    if isinstance(fact, model.Review):
        return fact.publishedFrom or fact.completedTo
    if isinstance(fact, (model.StatusEvent, model.Assurance)):
        return fact.dateTo
    return None if isinstance(fact, model.Response) else fact.datedTo


def _rests_on(graph: Graph, owed: Owed) -> Iterator[Fact]:
    """All that an assessment goes by: replies, statuses, evidence, tests, what was found later; of its actions too."""
    if isinstance(owed, model.Recommendation):
        yield from replies_to(graph, owed)
    parts: list[Owed] = [owed, *graph.targets(owed, "DELIVERED_BY", model.Action)]
    for part in parts:
        yield part
        yield from graph.targets(part, "HAS_STATUS", model.StatusEvent)
        yield from graph.targets(part, "EVIDENCED_BY", model.Evidence)
        yield from graph.sources(part, "TESTS", model.Assurance)
        for type_ in ("RECURS_IN", "IMPROVED_IN"):
            yield from graph.targets(part, type_, model.Finding)


def _last(facts: Iterable[Fact]) -> date | None:
    return max((f.knownFrom for f in facts if f.knownFrom), default=None)
