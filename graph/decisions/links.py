"""What a person joined or kept apart. Joined is confirmed; kept apart is never added by a rule again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import cast

from graph import model
from graph.decisions.attach import Attached
from graph.decisions.model import LinkDecision
from graph.decisions.record import said_by
from graph.declare import Node, Value
from graph.memory import Edge, Graph
from graph.resolve.components import Components

RULE = "a person decided"
EITHER_WAY = ("REPEATS",)


def decide_link(graph: Graph, attached: Attached) -> None:
    """Add the relationship as confirmed, or refuse it; RECURS_IN is confirmed by `decide_again`, once it is worked out.

    What is not seen again is kept under a name of its own, so that nothing has to remember to leave it out.
    """
    decision, one, other = attached.decision, attached.thing, attached.other
    assert isinstance(decision, LinkDecision)
    assert one is not None
    assert other is not None
    types = (decision.relation, "NOT_RECURRING_IN") if decision.relation == "RECURS_IN" else (decision.relation,)
    for edge in [e for type_ in types for e in graph.edges_from(one, type_) if e.target == other.id]:
        graph.unlink(edge)  # of two decisions on one pair the later one holds
    graph.refuse(one, decision.relation, other, decision.choice == "no")
    if decision.relation in EITHER_WAY and one.label == other.label:
        graph.refuse(other, decision.relation, one, decision.choice == "no")
    if decision.relation == "RECURS_IN":
        if decision.choice == "no":
            graph.link(one, "NOT_RECURRING_IN", other, certainty="rejected", why=why(decision), rule=RULE)
    elif decision.choice == "yes":
        graph.link(one, decision.relation, other, certainty="confirmed", why=why(decision), rule=RULE)


def decide_again(graph: Graph, attached: Iterable[Attached]) -> None:
    """Confirm what was worked out as seen again.

    What no rule found is added on the themes that both are about, else on those of either, with nothing said of the
    order.
    """
    for one in attached:
        decision = one.decision
        if not (one.found and isinstance(decision, LinkDecision) and decision.relation == "RECURS_IN"):
            continue
        assert one.thing is not None
        assert one.other is not None
        if graph.refused(one.thing, "RECURS_IN", one.other):
            continue  # decided otherwise later
        edges = [e for e in graph.edges_from(one.thing, "RECURS_IN") if e.target == one.other.id]
        for edge in edges:
            told = f"{edge.properties.get('why', '')} {why(decision)}".strip()
            graph.change_link(edge, certainty="confirmed", why=told, **_from_now(edge, decision))
        if not edges:
            for theme in sorted(_shared(graph, one.thing, one.other)):
                graph.link(
                    one.thing,
                    "RECURS_IN",
                    one.other,
                    theme=theme,
                    type="R0",
                    closure="none stated",
                    scope="same partnership",
                    certainty="confirmed",
                    why=why(decision),
                    rule=RULE,
                    changedOn=[decision.on.isoformat()],
                    types=["R0"],
                    closures=["none stated"],
                    certainties=["confirmed"],
                    whys=[why(decision)],
                )


def _from_now(edge: Edge, decision: LinkDecision) -> dict[str, Value]:
    """What was known of it day by day, with the decision from its own day on; what was known before stays."""
    now = {"types": "type", "closures": "closure", "certainties": "certainty", "whys": "why"}
    on = decision.on.isoformat()
    days = cast("list[str]", edge.properties.get("changedOn") or [date.min.isoformat()])
    then = {
        many: list(cast("list[str]", edge.properties.get(many) or [edge.properties.get(one)]))
        for many, one in now.items()
    }
    at = len([day for day in days if day <= on])
    for values in then.values():
        values.insert(at, values[at - 1])
    sure = [*then["certainties"][:at], *["confirmed"] * (len(days) + 1 - at)]
    whys = [*then["whys"][:at], *(f"{w} {why(decision)}".strip() for w in then["whys"][at:])]
    return {"changedOn": [*days[:at], on, *days[at:]], **then, "certainties": sure, "whys": whys}


def same_as(graph: Graph, ends: list[str], stated: dict[str, str], joined: Components[str]) -> None:
    """Join two cases, reviews or tests that a person says are one."""
    kinds: tuple[type[Node], ...] = (model.Case, model.Review, model.Assurance)
    for kind in kinds:
        one, other = graph.get(kind, ends[0]), graph.get(kind, ends[1])
        if one is not None and other is not None:
            graph.link(one, "SAME_AS", other, **stated)
            joined.join(one.id, other.id)


def why(decision: LinkDecision) -> str:
    """Who decided, when and why, in a sentence."""
    done = "Decided" if decision.choice == "yes" else "Rejected"
    return f"{done} by {said_by(decision)}. {decision.note}".strip()


def _shared(graph: Graph, one: Node, other: Node) -> set[str]:
    return _themes(graph, one) & _themes(graph, other) or _themes(graph, other) or _themes(graph, one)


def _themes(graph: Graph, thing: Node) -> set[str]:
    return {e.target for e in graph.edges_from(thing, "ABOUT")}
