"""What people decided, put into the graph before anything is derived from it. The one place where it enters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graph import model
from graph.decisions.attach import Attached, attach
from graph.decisions.closing import decide_status
from graph.decisions.codings import decide_theme
from graph.decisions.links import decide_link
from graph.decisions.model import (
    CodingDecision,
    Decision,
    Evidenced,
    LinkDecision,
    NotOne,
    ScrutinyView,
    StatusDecision,
    UpdateDecision,
    ValueDecision,
)
from graph.decisions.none import hinders, take_out
from graph.decisions.offered import add_evidence, add_progress
from graph.decisions.record import add_decision
from graph.decisions.saying import standing_of
from graph.decisions.scrutiny import add_scrutiny, unfit
from graph.decisions.statuses import closes
from graph.decisions.values import decide_value
from graph.declare import Node
from graph.memory import Graph


def apply(graph: Graph, decisions: Sequence[Decision]) -> list[Attached]:
    """Put decisions into a projected graph, earliest first; each is a node with its passage, found or not.

    Corrections, themes and evidence come before statuses, which may rest on them; that something is none comes last, as
    all of these speak against it.
    """
    attached = attach(graph, decisions)
    order = (ValueDecision, CodingDecision, Evidenced, UpdateDecision, LinkDecision, StatusDecision, NotOne)
    ranked = sorted(attached, key=lambda a: order.index(k) if (k := type(a.decision)) in order else -1)  # stable
    applied = [_apply(graph, one) for one in ranked]
    none = {one.thing.id: one.thing for one in applied if one.found and one.thing and isinstance(one.decision, NotOne)}
    for thing in none.values():  # when all that decides on them is there, so that it stays tied to their words
        take_out(graph, thing)
    return applied


def orphans(graph: Graph) -> list[model.Decision]:
    """Decisions of a built graph that wait: what they are about is not in the loaded documents."""
    return [d for d in graph.all(model.Decision) if not d.found]


def waits(decision: model.Decision) -> str:
    """A decision that waits, in a sentence for whoever loads."""
    day = f" of {decision.on.isoformat()}" if decision.on else ""
    return f"a decision{day} by {decision.by} ({decision.name}) is kept and waits: {decision.reason}"


def _apply(graph: Graph, one: Attached) -> Attached:
    decision = one.decision
    one = replace(one, thing=_now(graph, one.thing), other=_now(graph, one.other))
    if one.found:
        if isinstance(decision, ValueDecision):
            one = decide_value(graph, one)
        elif isinstance(decision, CodingDecision):
            one = decide_theme(graph, one)
        elif isinstance(decision, StatusDecision):
            standing = standing_of(graph, decision, one.thing)
            caution = "; ".join(standing.beside) if closes(decision.status) else ""
            one = replace(one, reason=standing.refused, caution=caution)
        elif isinstance(decision, ScrutinyView):
            one = replace(one, reason=unfit(decision))
        elif isinstance(decision, LinkDecision):
            decide_link(graph, one)
        elif isinstance(decision, UpdateDecision):
            add_progress(graph, one)
        elif isinstance(decision, NotOne):
            assert one.thing is not None
            one = replace(one, reason=hinders(graph, one.thing, decision.quote))
    passage = add_decision(graph, one)
    if one.found and isinstance(decision, Evidenced):
        add_evidence(graph, one, passage)
    if one.found and isinstance(decision, StatusDecision):
        decide_status(graph, one, passage)
    if one.found and isinstance(decision, ScrutinyView):
        add_scrutiny(graph, one, passage)
    return one


def _now(graph: Graph, node: Node | None) -> Node | None:
    """A thing as earlier decisions have left it."""
    return graph.nodes[node.label][node.id] if node is not None else None
