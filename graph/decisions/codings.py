"""Themes that a person confirmed, dropped or added. What was dropped is no longer in the graph; the decision is."""

from __future__ import annotations

from dataclasses import replace

from graph import model
from graph.decisions.attach import Attached
from graph.decisions.model import CodingDecision
from graph.declare import Node
from graph.memory import Graph

RULE = "a person"


def decide_theme(graph: Graph, attached: Attached) -> Attached:
    """Confirm, take out or add ABOUT, and set the polarity a person says. Gives back a reason where it cannot be."""
    decision, thing = attached.decision, attached.thing
    assert isinstance(decision, CodingDecision)
    assert thing is not None
    theme = graph.get(model.Theme, decision.theme)
    if theme is None:
        return replace(attached, reason=f"the codebook has no theme {decision.theme}")
    edges = [e for e in graph.edges_from(thing, "ABOUT") if e.target == theme.id]
    edges = [e for e in edges if e.properties.get("sense") == decision.sense] or edges
    if decision.choice == "drop":
        for edge in edges:
            graph.unlink(edge)
        return attached
    by = {"state": "confirmed", "by": decision.by, "on": decision.on.isoformat()}
    for edge in edges:
        graph.change_link(edge, **by)
    if not edges:
        polarity = decision.polarity or getattr(thing, "polarity", None) or "not-stated"
        cue = decision.quote or None
        graph.link(thing, "ABOUT", theme, sense=decision.sense, cue=cue, ruleId=RULE, polarity=polarity, **by)
    if decision.polarity:
        say_polarity(graph, thing, decision.polarity)
    return attached


def say_polarity(graph: Graph, thing: Node, polarity: str) -> None:
    """What a learning point says of practice, as a person reads it."""
    if isinstance(thing, model.Finding | model.Judgement):
        graph.change(thing, polarity=polarity)
    for edge in graph.edges_from(thing, "ABOUT"):
        if edge.properties.get("sense") == "learning":
            graph.change_link(edge, polarity=polarity)
