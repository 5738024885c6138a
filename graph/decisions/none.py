"""What was taken by its words alone, and a person says that it is none: no learning point, recommendation or action.

An unwelcome action must not be hidden that way. So only what no heading and no rule explains can be taken out, only
under the very words that were looked at, and never where a status, evidence, a reply or a person's yes hangs on it.
"""

from __future__ import annotations

from graph import model
from graph.declare import Node
from graph.memory import Edge, Graph
from graph.text import key

KINDS = {"Finding": "learning point", "Recommendation": "recommendation", "Action": "action"}
_HANGS = {
    "EVIDENCED_BY": "evidence is told of it",
    "RESPONDED_WITH": "a reply to it is told",
    "RECEIVED": "a view of it is told",
    "MERGED_INTO": "a recommendation was merged with it",
}
_LIKENED = (
    "tested-practice/"  # of graph.derive.improvement: worked out after all that people decide, and not without it
)
_MINDED = ("status", "value", "update", "evidence", "scrutiny", "conflict")  # kinds by which a person took it for one
_ALONE: tuple[type[Node], ...] = (model.StatusEvent, model.Agency)  # they go where nothing else has them


def hinders(graph: Graph, thing: Node, quote: str | None = None) -> str:
    """Why it cannot be said of a thing that it is none, in words; empty where it can.

    Args:
        graph: projected with all other decisions, or built.
        thing: a learning point, recommendation or action.
        quote: the words that the person looked at; None: those that stand there now.
    """
    if not getattr(thing, "byWording", False):
        return "it stands under a heading or was found by a rule; only what was taken by its words alone can be none"
    if quote is not None and key(quote) not in _says(graph, thing):
        return "its words are not those that the decision quotes"
    if any(event.closes or event.by != "derived" for event in graph.targets(thing, "HAS_STATUS", model.StatusEvent)):
        return "its status is told or was decided"
    edges = [e for e in graph.edges_at(thing) if not _only_likened(graph, e)]
    if hangs := next((why for type_, why in _HANGS.items() if any(e.type == type_ for e in edges)), ""):
        return hangs
    return affirmed(graph, thing)


def affirmed(graph: Graph, thing: Node) -> str:
    """How a person said that a thing is what it was taken for, in words; empty where nobody did.

    Only a yes to the thing itself is one: that a theme of it was dropped says nothing about the thing.
    """
    edges = graph.edges_at(thing)
    if any("confirmed" in (e.properties.get("state"), e.properties.get("certainty")) for e in edges):
        return "a person confirmed a theme or a link of it"
    found = [d for d in graph.sources(thing, "DECIDES", model.Decision) if d.found]
    if any(d.kind in _MINDED or _seen_again(graph, d) for d in found):
        return "a person decided something else about it"
    return ""


def take_out(graph: Graph, thing: Node) -> None:
    """Take a thing out with what hangs on it alone; its passages stay, and every decision about it is about them."""
    passages = graph.targets(thing, "STATED_IN", model.Passage)
    decisions = graph.sources(thing, "DECIDES", model.Decision)
    held = [n for kind in _ALONE for type_ in ("HAS_STATUS", "ADDRESSED_TO") for n in graph.targets(thing, type_, kind)]
    graph.take_out(thing)
    for node in held:
        if not any(e.target == node.id for e in graph.edges_at(node)):
            graph.take_out(node)
    for decision in decisions:
        for passage in passages:
            graph.link(decision, "DECIDES", passage)


def _only_likened(graph: Graph, edge: Edge) -> bool:
    """Whether an edge leads to evidence that a rule alone joins: what a test found of a practice told in like words."""
    found = graph.get(model.Evidence, edge.target) if edge.type == "EVIDENCED_BY" else None
    return found is not None and (found.rule or "").startswith(_LIKENED)


def _says(graph: Graph, thing: Node) -> set[str]:
    told = [p.quote for p in graph.targets(thing, "STATED_IN", model.Passage)]
    return {key(words) for words in (*told, str(getattr(thing, "text", "")))} - {""}


def _seen_again(graph: Graph, decision: model.Decision) -> bool:
    """Whether a decision joins two things as seen again, which is worked out only later, and none took it back."""
    if decision.value != "RECURS_IN yes":
        return False
    ends = [graph.nodes[e.target_label][e.target] for e in graph.edges_from(decision, "DECIDES")]
    return not any(graph.refused(one, "RECURS_IN", other) for one in ends for other in ends)
