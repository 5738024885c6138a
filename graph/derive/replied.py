"""What was replied to each recommendation, in words: accepted, in part, not accepted …, by whom, and known since when.

A reply is no deed and closes nothing: what was refused stays asked. It is told once here, so that every question, page
and trace says it in the same words; an action is told with what was replied to the recommendation that it delivers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph import model
from graph.declare import Node
from graph.memory import Graph
from graph.text import key

AGREED = "accepted"
NOT_STATED = "not stated"
SURE = ("probable", "confirmed")


def replies_to(graph: Graph, asked: model.Recommendation, agency: Node | None = None) -> list[model.Response]:
    """The replies to it, then those to the review or test that made it; for one of those asked, not another's."""
    makers: list[Node] = [*graph.sources(asked, "MAKES", model.Review), *graph.sources(asked, "MAKES", model.Assurance)]
    found = {r.id: r for one in (asked, *makers) for r in graph.targets(one, "RESPONDED_WITH", model.Response)}
    if agency is None:
        return list(found.values())
    others = [one for one in graph.targets(asked, "ADDRESSED_TO", model.Agency) if one.id != agency.id]
    return [r for r in found.values() if _is(r, agency) or not any(_is(r, one) for one in others)]


def _is(reply: model.Response, agency: Node) -> bool:
    """Whether it is the reply of an agency, which may be asked by a shorter name ("the Trust")."""
    return reply.author is not None and set(key(agency.name).split()) <= set(key(reply.author).split())


def kinds(replies: Iterable[model.Response]) -> str:
    """What was replied, in a word for each kind; else not stated."""
    return "; ".join(sorted({r.kind for r in replies})) or NOT_STATED


def limited(response: str) -> bool:
    """Whether a reply says anything but that it is accepted."""
    return response not in (NOT_STATED, AGREED)


def add_replies(graph: Graph) -> None:
    """Set `replies` and `repliesFrom` of recommendations and what delivers them; `add_known` comes first."""
    for asked in graph.all(model.Recommendation):
        _tell(graph, asked, [asked])
    for action in graph.all(model.Action):
        asking = [a for a in graph.sources(action, "DELIVERED_BY", model.Recommendation) if _surely(graph, a, action)]
        if asking:
            _tell(graph, action, asking)


def _surely(graph: Graph, asked: model.Recommendation, action: model.Action) -> bool:
    edges = graph.edges_from(asked, "DELIVERED_BY")
    return any(e.target == action.id and e.properties.get("certainty") in SURE for e in edges)


def _tell(graph: Graph, owed: Node, asking: Sequence[model.Recommendation]) -> None:
    told: dict[str, str] = {}  # words → first day on which they can have been known
    for asked in asking:
        own = {r.id for r in graph.targets(asked, "RESPONDED_WITH", model.Response)}
        for reply in replies_to(graph, asked):
            words = f"{reply.kind}, by {reply.author}" if reply.author else f"{reply.kind}, by whom is not stated"
            words += "" if reply.id in own else " (to all of them)"
            day = reply.knownFrom.isoformat() if reply.knownFrom else ""
            told[words] = min(told.get(words, day), day)
    if told:
        graph.change(owed, replies=list(told), repliesFrom=list(told.values()))
