"""A decision as a fact of the graph: a node, what it is about, and a passage that says who, when and why.

The passages stand in a document of kind `decisions`, one for each partnership. It is no published document: counts of
documents leave it out, but every row that rests on a decision can quote it.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from graph import model
from graph.decisions.attach import Attached
from graph.decisions.model import (
    CodingDecision,
    Conflict,
    Decision,
    Evidenced,
    Identity,
    LinkDecision,
    NotOne,
    ScrutinyView,
    StatusDecision,
    UpdateDecision,
    ValueDecision,
)
from graph.decisions.none import KINDS
from graph.decisions.statuses import words_of
from graph.declare import Node
from graph.memory import Graph

KIND = "decisions"
_UNKNOWN: dict[str, Any] = dict.fromkeys(
    ("publisher", "pages", "publishedFrom", "publishedTo", "publishedPrinted", "periodFrom", "periodTo")
)


def add_decision(graph: Graph, attached: Attached) -> model.Passage:
    """Add a decision with its passage, joined to what it is about. Gives the passage, for what follows from it."""
    decision = attached.decision
    told = _as_told(decision)
    id_ = "decision:" + hashlib.sha256(told.encode()).hexdigest()[:16]
    passage = _passage(graph, attached, id_)
    value = _value(decision)
    was = decision.quote or None if isinstance(decision, NotOne) else getattr(decision, "was", None)
    node = graph.add(
        model.Decision(
            id=id_,
            name=in_words(graph, decision),
            kind=decision.kind,  # type: ignore[attr-defined]
            by=decision.by or "not stated",
            on=decision.on,
            note=decision.note or None,
            field=decision.field if isinstance(decision, ValueDecision | Conflict) else None,
            value=value,
            was=None if was is None else plain(was),
            found=attached.found,
            reason=attached.reason or None,
            caution=attached.caution or None,
        )
    )
    graph.link(node, "STATED_IN", passage)
    for thing in (attached.thing, attached.other):
        if thing is not None:
            graph.link(node, "DECIDES", thing)
    return passage


def in_words(graph: Graph, decision: Decision) -> str:
    """What was decided, in plain words."""
    match decision:
        case Identity():
            return "the same" if decision.kind == "same" else "not the same"
        case CodingDecision():
            theme = graph.get(model.Theme, decision.theme)
            done = {"keep": "theme confirmed", "drop": "theme dropped", "add": "theme added"}[decision.choice]
            return f"{done}: {theme.name if theme else decision.theme}"
        case StatusDecision():
            of = f" for {decision.addressee}" if decision.addressee else ""
            return f"{words_of(decision.status)}{of}"
        case LinkDecision():
            return ("joined: " if decision.choice == "yes" else "not joined: ") + RELATION[decision.relation]
        case ValueDecision():
            return f"{decision.field.replace('_', ' ')}: {plain(decision.value) or 'taken out'}"
        case UpdateDecision():
            return f"progress: {decision.text}"
        case Evidenced():
            return f"evidence: {decision.text}"
        case ScrutinyView():
            return f"the independent scrutineer {SAYS[decision.view]}"
        case NotOne():
            return f"no {what_of(decision)}"
        case Conflict(settled=True):
            return f"settled: two versions of {decision.field}"
        case Conflict():
            return f"{decision.field}: {decision.value or 'nothing'}, kept beside {decision.now or 'nothing'}"
    raise TypeError(f"no words for {decision!r}")


RELATION = {
    "DELIVERED_BY": "the action delivers the recommendation",
    "GAVE_RISE_TO": "the learning gave rise to the recommendation",
    "MERGED_INTO": "one recommendation went into the other",
    "REPEATS": "one recommendation says the other again",
    "TESTS": "the test tests it",
    "RECURS_IN": "the later one is the earlier one seen again",
}


def what_of(decision: NotOne) -> str:
    """What it was taken for; its id says so also where nothing loaded has it any more."""
    kinds = [words for label, words in KINDS.items() if f":{label.lower()}:" in decision.thing]
    return kinds[0] if len(kinds) == 1 else "learning point, recommendation or action"


SAYS = {"agrees": "agrees with how it stands", "disagrees": "does not agree with how it stands"}


def said_by(decision: Decision) -> str:
    """By whom and when, as a sentence can end: "the learning lead, 2026-03-02"."""
    return ", ".join(p for p in (decision.by or "not stated", decision.on.isoformat() if decision.on else "") if p)


def plain(value: object) -> str:
    """A value as text."""
    return ", ".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)


def _value(decision: Decision) -> str | None:
    match decision:
        case ValueDecision() | Conflict():
            return plain(decision.value) or None
        case StatusDecision():
            return decision.status
        case CodingDecision():
            return f"{decision.choice} {decision.theme}"
        case LinkDecision():
            return f"{decision.relation} {decision.choice}"
        case ScrutinyView():
            return decision.view
        case UpdateDecision() | Evidenced():
            return decision.text
    return None


def _as_told(decision: Decision) -> str:
    return json.dumps(decision.model_dump(mode="json"), sort_keys=True, ensure_ascii=False)


def _passage(graph: Graph, attached: Attached, id_: str) -> model.Passage:
    decision = attached.decision
    document = _document(graph, attached.thing)
    where = f" Where it can be seen: {decision.where}." if isinstance(decision, Evidenced) and decision.where else ""
    words = f": “{decision.quote}”" if isinstance(decision, NotOne) and decision.quote else ""
    quote = f"Decided by {said_by(decision)}: {in_words(graph, decision)}{words}."
    quote += (f" {decision.note}" if decision.note else "") + where
    passage = graph.add(
        model.Passage(id=f"{document.id}:{id_}", name="decision", quote=quote, page=None, line=None, heading=None)
    )
    graph.link(passage, "OF", document)
    return passage


def _document(graph: Graph, thing: Node | None) -> model.Document:
    """The record of decisions of the partnership whose work the thing is of, else the one of nobody's."""
    owner = owner_of(graph, thing) if thing is not None else None
    id_ = f"{KIND}:{owner.id}" if owner else KIND
    document = graph.add(
        model.Document(
            id=id_,
            name="Decisions recorded in this collection",
            source=id_,
            kind=KIND,
            file="decisions",
            **_UNKNOWN,
        )
    )
    if owner is not None:
        graph.link(document, "TELLS_OF", owner)
    return document


def owner_of(graph: Graph, thing: Node) -> model.Partnership | None:
    """The partnership whose work a thing is of, by the documents that state it; None where there is none or several."""
    documents = [
        d for p in graph.targets(thing, "STATED_IN", model.Passage) for d in graph.targets(p, "OF", model.Document)
    ]
    documents += [thing] if isinstance(thing, model.Document) else []
    owners = {o.id: o for d in documents for o in graph.targets(d, "TELLS_OF", model.Partnership)}
    return owners[min(owners)] if owners else None
