"""Facts a person corrected or added: a date, who leads, what a child's outcome was. What was printed stays beside it.

A date that moves takes along what it dates: the learning of a review by its incident, what a document says by its
publication. Words as printed, numbers as printed and statuses are not corrected here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from graph import model
from graph.decisions.attach import Attached
from graph.decisions.codings import say_polarity
from graph.decisions.model import ValueDecision
from graph.decisions.record import owner_of, plain
from graph.declare import Node
from graph.memory import Graph
from graph.project.times import OWN_REPORT, iso_span
from graph.text import joined, slug

_TOLD: tuple[type[Any], ...] = (model.Finding, model.Recommendation, model.Action)
BASIS = "by a person"
Days = tuple[date, date]
Setter = Callable[[Graph, Any, Any], None]


def decide_value(graph: Graph, attached: Attached) -> Attached:
    """Put a fact as a person says it in place of what was read. Gives back a reason where it cannot be."""
    decision, thing = attached.decision, attached.thing
    assert isinstance(decision, ValueDecision)
    assert thing is not None
    field = _field(decision.field)
    if field in _DATES.get(thing.label, {}):
        days = iso_span(plain(decision.value))
        if days is None:
            return replace(attached, reason=f"{plain(decision.value) or 'nothing'} is no date, such as 2023-09")
        _DATES[thing.label][field](graph, thing, days)
    elif field in _SET.get(thing.label, {}):
        _SET[thing.label][field](graph, thing, decision.value)
    else:
        known = ", ".join(fields_of(thing.label)) or "nothing"
        return replace(
            attached, reason=f"{decision.field} cannot be corrected here; of this kind of thing, {known} can"
        )
    return attached


def fields_of(label: str) -> list[str]:
    """What can be corrected of a kind of thing."""
    return sorted({*_DATES.get(label, {}), *_SET.get(label, {})})


def labels_with(field: str) -> list[str]:
    """The kinds of thing that have a field which can be corrected."""
    name = _field(field)
    return sorted(label for label in {*_DATES, *_SET} if name in fields_of(label))


def value_of(graph: Graph, thing: Node, field: str) -> str | None:
    """What stands there now, as text."""
    name = _field(field)
    if name in ("leads", "addressees"):
        role = "lead" if name == "leads" else "addressee"
        edges = [e for e in graph.edges_from(thing, "ADDRESSED_TO") if e.properties.get("role") == role]
        return "; ".join(graph.nodes[e.target_label][e.target].name for e in edges) or None
    if name == "incident" and isinstance(thing, model.Review):
        thing = next(iter(graph.targets(thing, "EXAMINES", model.Case)), thing)
    own = {
        "age": "agePrinted",
        "plan_status": "planStatus",
        "sample_size": "sampleSize",
        "success_measure": "successMeasure",
        "title": "name",
    }
    stands = [getattr(thing, own.get(name, name), None)]
    stands = stands if stands[0] is not None else [getattr(thing, f"{name}{end}", None) for end in ("From", "To")]
    return " to ".join(dict.fromkeys(str(s) for s in stands if s is not None)) or None


def _field(said: str) -> str:
    return slug(said).replace("-", "_")


# --- dates ----------------------------------------------------------------------------------------------------------


def _incident(graph: Graph, thing: model.Case | model.Review, days: Days) -> None:
    cases = [thing] if isinstance(thing, model.Case) else graph.targets(thing, "EXAMINES", model.Case)
    for case in cases:
        graph.change(case, incidentFrom=days[0], incidentTo=days[1], incidentBasis=BASIS)
        for review in graph.sources(case, "EXAMINES", model.Review):
            _dated(graph, review, days, "incident")
            for finding in graph.targets(review, "IDENTIFIES", model.Finding):
                _dated(graph, finding, days, "incident")


def _of_review(name: str) -> Setter:
    def change(graph: Graph, review: model.Review, days: Days) -> None:
        review = graph.change(review, **{f"{name}From": days[0], f"{name}To": days[1]})
        known = ((review.notifiedFrom, review.notifiedTo), (review.completedFrom, review.completedTo))
        first = next(((a, b) for a, b in (*known, (review.publishedFrom, review.publishedTo)) if a and b), days)
        if review.dateBasis != "incident":
            _dated(graph, review, first, "review")
            for finding in graph.targets(review, "IDENTIFIES", model.Finding):
                if finding.dateBasis != "incident":
                    _dated(graph, finding, first, "review")
        made = (review.completedFrom, review.completedTo)
        made = made if all(made) else (review.publishedFrom, review.publishedTo)
        for asked in graph.targets(review, "MAKES", model.Recommendation):
            if made[0] and made[1] and not any(d.kind in OWN_REPORT for d in _documents(graph, asked)):
                _dated(graph, asked, (made[0], made[1]), "review")

    return change


def _of_test(graph: Graph, test: model.Assurance, days: Days) -> None:
    graph.change(test, dateFrom=days[0], dateTo=days[1])
    for finding in graph.targets(test, "IDENTIFIES", model.Finding):
        _dated(graph, finding, days, "test")


def _published(graph: Graph, document: model.Document, days: Days) -> None:
    before = (document.publishedFrom, document.publishedTo)
    document = graph.change(document, publishedFrom=days[0], publishedTo=days[1])
    for passage in graph.sources(document, "OF", model.Passage):
        for kind in _TOLD:
            for fact in graph.sources(passage, "STATED_IN", kind):
                if fact.dateBasis in (None, "document"):
                    _dated(graph, fact, days, "document")
        for event in graph.sources(passage, "STATED_IN", model.StatusEvent):
            if (event.dateFrom, event.dateTo) == before:
                graph.change(event, dateFrom=days[0], dateTo=days[1])


def _dated(graph: Graph, node: Any, days: Days, basis: str) -> None:
    graph.change(node, datedFrom=days[0], datedTo=days[1], dateBasis=basis)


def _documents(graph: Graph, node: Node) -> list[model.Document]:
    return [d for p in graph.targets(node, "STATED_IN", model.Passage) for d in graph.targets(p, "OF", model.Document)]


# --- other facts ----------------------------------------------------------------------------------------------------


def _due(graph: Graph, action: model.Action, value: object) -> None:
    """A due date that moves leaves the earlier one among those before."""
    before = [action.due] if action.due and action.due != plain(value) else []
    earlier = [*action.previousDue, *(d for d in before if d not in action.previousDue)]
    graph.change(action, due=plain(value) or None, previousDue=earlier)


def _asked(role: str) -> Setter:
    """Who leads or is asked: the agencies a person names, and no others."""

    def change(graph: Graph, thing: model.Action | model.Recommendation, value: object) -> None:
        for edge in [e for e in graph.edges_from(thing, "ADDRESSED_TO") if e.properties.get("role") == role]:
            graph.unlink(edge)
        owner = owner_of(graph, thing)
        for name in value if isinstance(value, list) else plain(value).split(";"):
            if joined(name):
                id_ = f"{owner.id if owner else thing.id.split(':')[0]}:{slug(name)}"
                agency = graph.get(model.Agency, id_) or graph.add(model.Agency(id=id_, name=joined(name)))
                graph.link(thing, "ADDRESSED_TO", agency, role=role)

    return change


def _plain(name: str) -> Setter:
    def change(graph: Graph, node: Node, value: object) -> None:
        graph.change(node, **{name: plain(value) or None})

    return change


def _number(name: str) -> Setter:
    def change(graph: Graph, node: Node, value: object) -> None:
        graph.change(node, **{name: int(value) if isinstance(value, int | float) else None})

    return change


_DATES: dict[str, dict[str, Setter]] = {
    "Case": {"incident": _incident},
    "Review": {"incident": _incident} | {n: _of_review(n) for n in ("notified", "completed", "published")},
    "Assurance": {"date": _of_test},
    "Document": {"published": _published},
}
_SET: dict[str, dict[str, Setter]] = {
    "Action": {"due": _due, "leads": _asked("lead"), "success_measure": _plain("successMeasure")}
    | {n: _plain(n) for n in ("completed", "recommendation", "ref")},
    "Recommendation": {"addressees": _asked("addressee"), "ref": _plain("ref")},
    "Review": {n: _plain(n) for n in ("decision", "ref")},
    "Child": {"outcome": _plain("outcome"), "sex": _plain("sex"), "age": _plain("agePrinted")}
    | {"plan_status": _plain("planStatus")},
    "Finding": {"polarity": lambda graph, node, value: say_polarity(graph, node, plain(value))},
    "Judgement": {"author": _plain("author"), "polarity": _plain("polarity")},
    "Assurance": {"issuer": _plain("issuer"), "sample_size": _number("sampleSize")},
    "Document": {"title": _plain("name"), "publisher": _plain("publisher")},
}
