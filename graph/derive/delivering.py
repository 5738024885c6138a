"""Recommendations joined to what delivers them and to those that say the same again.

An action delivers a recommendation when it names its number, in the same review or document. A recommendation repeats
an earlier one of its partnership when the words are near the same; told again under one review and number, it is the
same one in another document, and its status is told there.
"""

from __future__ import annotations

from graph import model
from graph.derive.likeness import Likeness, likeness
from graph.derive.statements import Scopes, Statement, statements
from graph.memory import Graph
from graph.resolve.labels import label_form
from graph.text import key

BY_NUMBER, BY_WORDS = "delivered-by-number/1", "repeats-by-words/1"
NEAR_SAME = 0.75
LEAST_SHARED = 3


def add_delivery(graph: Graph) -> None:
    """Add DELIVERED_BY for actions whose text is linked to a recommendation by number (see `numbered`)."""
    told = statements(graph)
    recommendations = [s for s in told if isinstance(s.node, model.Recommendation)]
    for action in (s for s in told if isinstance(s.node, model.Action)):
        assert isinstance(action.node, model.Action)
        number = action.node.recommendation
        if not number:
            continue
        same = [r for r in recommendations if _number(r) == label_form(number)]
        of_review = [r for r in same if r.places & action.places]
        of_document = [r for r in same if {d.id for d in r.documents} & {d.id for d in action.documents}]
        for found in of_review or (of_document if len(of_document) == 1 else []):
            graph.link(
                found.node,
                "DELIVERED_BY",
                action.node,
                certainty="probable",
                why=f"The action names recommendation {number}.",
                rule=BY_NUMBER,
            )


def add_repeats(graph: Graph) -> None:
    """Add REPEATS from the later recommendation to the earlier, and share the status of one told twice."""
    scopes = Scopes(graph)
    told = [s for s in statements(graph) if isinstance(s.node, model.Recommendation)]
    told.sort(key=lambda s: (str(s.node.datedTo or "9999"), s.node.id))
    for earlier, later in scopes.pairs(told):
        if {d.id for d in earlier.documents} & {d.id for d in later.documents}:
            continue
        one_number = bool(_number(earlier)) and _number(earlier) == _number(later)
        alike = likeness(earlier.text, later.text)
        if one_number and earlier.places & later.places and (alike.value >= 0.5 or _unstated(earlier, later)):
            _link(graph, later, earlier, alike.value, "Told under the same review and number.")
            _share_status(graph, earlier, later)
        elif not _unstated(earlier, later) and _near_same(earlier, later, alike):
            shared = ", ".join(f"“{w}”" for w in alike.shared[:4])
            _link(graph, later, earlier, alike.value, f"The words are near the same; they share {shared}.")


def _near_same(one: Statement, other: Statement, alike: Likeness) -> bool:
    return key(one.text) == key(other.text) or (alike.value >= NEAR_SAME and alike.telling >= LEAST_SHARED)


def _number(statement: Statement) -> str:
    assert isinstance(statement.node, model.Recommendation)
    return label_form(statement.node.ref) if statement.node.ref else ""


def _unstated(*told: Statement) -> bool:
    return any(isinstance(s.node, model.Recommendation) and not s.node.stated for s in told)


def _link(graph: Graph, later: Statement, earlier: Statement, value: float, why: str) -> None:
    graph.link(later.node, "REPEATS", earlier.node, similarity=value, certainty="probable", why=why, rule=BY_WORDS)


def _share_status(graph: Graph, one: Statement, other: Statement) -> None:
    for a, b in ((one, other), (other, one)):
        for event in graph.targets(a.node, "HAS_STATUS", model.StatusEvent):
            graph.link(b.node, "HAS_STATUS", event)
