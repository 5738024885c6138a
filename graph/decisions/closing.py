"""Status that a person says: a dated event that stays. Only a closed code closes; a later open one opens it again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import date

from graph import model
from graph.decisions.attach import Attached
from graph.decisions.model import StatusDecision
from graph.decisions.record import said_by
from graph.decisions.statuses import closes, statuses
from graph.memory import Graph
from graph.text import key

RULE = "a person decided"
DONE = ("complete-evidence-awaited", "complete-evidenced", "embedded")
Owed = model.Recommendation | model.Action


def lacks(graph: Graph, decision: StatusDecision) -> str:
    """What a status needs that the decision does not give, in words; empty where it needs nothing more."""
    status = statuses()[decision.status]
    if status.needs == "reason" and not decision.note:
        return f"“{status.plain}” needs a reason"
    if status.needs == "successor" and not decision.successor:
        return f"“{status.plain}” needs the recommendation that takes it over"
    if status.needs == "evidence":
        named = [graph.get(model.Evidence, id_) for id_ in decision.evidence]
        grades = [e.grade for e in named if e is not None]
        if not named or (len(grades) == len(named) and max(grades) < status.least):
            return f"“{status.plain}” needs evidence that practice was tested, or better ({status.least} or above)"
    return ""


def decide_status(graph: Graph, attached: Attached, passage: model.Passage) -> None:
    """Add the event; close, open again or hand over as the code says."""
    decision, thing = attached.decision, attached.thing
    assert isinstance(decision, StatusDecision)
    assert isinstance(thing, Owed)
    if not closes(decision.status) and decision.status not in DONE:
        _open_again(graph, thing, decision)
    told = hashlib.sha256(decision.model_dump_json().encode()).hexdigest()[:16]
    event = graph.add(
        model.StatusEvent(
            id=f"{thing.id}:decided:{told}",
            name=statuses()[decision.status].plain,
            status=decision.status,
            statusPrinted=None,
            by=decision.by,
            closes=closes(decision.status) and _for_everybody(graph, thing, decision),
            addressee=decision.addressee,
            note=decision.note or None,
            dateFrom=decision.on,
            dateTo=decision.on,
        )
    )
    graph.link(thing, "HAS_STATUS", event)
    graph.link(event, "STATED_IN", passage)
    successor = graph.get(model.Recommendation, decision.successor or "")
    if successor is not None and isinstance(thing, model.Recommendation) and successor.id != thing.id:
        why = f"Decided by {said_by(decision)}. {decision.note}".strip()
        graph.link(thing, "MERGED_INTO", successor, certainty="confirmed", why=why, rule=RULE)


def rest_on_evidence(graph: Graph, attached: Iterable[Attached]) -> None:
    """Join what was decided to the evidence it names; after derive, which adds what tests found."""
    for one in attached:
        if not (one.found and isinstance(one.decision, StatusDecision) and one.decision.evidence):
            continue
        told = hashlib.sha256(one.decision.model_dump_json().encode()).hexdigest()[:16]
        event = graph.get(model.StatusEvent, f"{one.thing.id if one.thing else ''}:decided:{told}")
        for id_ in one.decision.evidence:
            evidence = graph.get(model.Evidence, id_)
            if event is not None and evidence is not None:
                graph.link(event, "RESTS_ON", evidence)


def _events(graph: Graph, thing: Owed) -> list[model.StatusEvent]:
    return graph.targets(thing, "HAS_STATUS", model.StatusEvent)


def _for_everybody(graph: Graph, thing: Owed, decision: StatusDecision) -> bool:
    """Whether it is closed for all it is asked of: said of all, or now said of the last of them."""
    if decision.addressee is None:
        return True
    asked = {key(a.name) for a in graph.targets(thing, "ADDRESSED_TO", model.Agency)}
    over = {
        key(e.addressee)
        for e in _events(graph, thing)
        if e.addressee and e.reopenedOn is None and e.status in statuses() and closes(e.status)
    }
    return asked <= over | {key(decision.addressee)}


def _open_again(graph: Graph, thing: Owed, decision: StatusDecision) -> None:
    """What was closed or said to be done by then is open again; that it had been so stays, with the day it ended."""
    for event in _events(graph, thing):
        ended = event.closes or event.status in DONE or (event.status in statuses() and closes(event.status))
        theirs = not decision.addressee or not event.addressee or key(event.addressee) == key(decision.addressee)
        if ended and theirs and event.reopenedOn is None and (event.dateTo or date.min) <= decision.on:
            graph.change(event, closes=False, reopenedOn=decision.on)
