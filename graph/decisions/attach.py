"""Find again what a decision is about: by its id, else by the same words in the same document, else it waits.

An id stays while the words stay; a new edition or a better reader can change it. A decision is never moved to other
words: where its words are gone, or stand in several places, it is an orphan, which is listed and kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from graph import model
from graph.decisions.model import (
    About,
    CodingDecision,
    Decision,
    Evidenced,
    Identity,
    LinkDecision,
    NotOne,
    ScrutinyView,
    StatusDecision,
    UpdateDecision,
)
from graph.decisions.none import KINDS
from graph.decisions.withdrawn import GONE
from graph.declare import RELATIONSHIPS, Node
from graph.memory import Graph
from graph.text import key

STILL = 90.0  # of 100: how alike the words under one id must be to be the same with a mistake mended
LEAST = 20  # characters of a quotation that may be found as a part of a longer passage
CODED = frozenset(source for source, _ in RELATIONSHIPS["ABOUT"].triples)
DECIDED = frozenset(t for _, t in RELATIONSHIPS["DECIDES"].triples) - {"Passage"}  # it is what is left of something


@dataclass(frozen=True)
class Attached:
    """A decision with the things of this graph that it is about, or why it has none."""

    decision: Decision
    thing: Node | None = None
    other: Node | None = None
    reason: str = ""
    caution: str = ""  # why it was for somebody else to say

    @property
    def found(self) -> bool:
        """Whether all that it is about is in the graph."""
        return not self.reason


def attach(graph: Graph, decisions: Sequence[Decision]) -> list[Attached]:
    """Every decision once, with what it is about, earliest first; those of one day in the order they were written."""
    if not decisions:
        return []
    places = _Places(graph)
    once = {(type(d), d.model_dump_json()): d for d in decisions}.values()
    dated = sorted(once, key=lambda d: d.on.isoformat() if d.on else "")  # stable
    return [_attached(places, decision) for decision in dated]


def _attached(places: _Places, decision: Decision) -> Attached:
    if isinstance(decision, Identity):
        ends = [places.by_id(id_, ("Case", "Review", "Assurance")) for id_ in (decision.one, decision.other)]
        missing = [id_ for id_, end in zip((decision.one, decision.other), ends, strict=True) if end is None]
        reason = f"nothing loaded has the id {missing[0]}" if missing else ""
        return Attached(decision, ends[0], ends[1], reason)
    assert isinstance(decision, About)
    labels = _labels(decision)
    thing, reason = places.find(decision.thing, decision.document, decision.quote, labels)
    other = None
    if isinstance(decision, LinkDecision) and not reason:
        targets = {t for s, t in RELATIONSHIPS[decision.relation].triples if thing and s == thing.label}
        other, reason = places.find(decision.other, "", decision.other_quote, targets)
    return Attached(decision, thing, other, reason)


def _labels(decision: About) -> frozenset[str]:
    """Which kinds of thing the decision can be about."""
    match decision:
        case CodingDecision():
            return CODED
        case StatusDecision():
            return frozenset({"Recommendation", "Action"})
        case UpdateDecision() | ScrutinyView():
            return frozenset({"Recommendation", "Action"})
        case NotOne():
            return frozenset(KINDS)
        case Evidenced():
            return frozenset(s for s, _ in RELATIONSHIPS["EVIDENCED_BY"].triples)
        case LinkDecision():
            return frozenset(s for s, _ in RELATIONSHIPS[decision.relation].triples)
        case _:
            return DECIDED


class _Places:
    """The things of a graph by id, by their words and by their document."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._by_id: dict[str, list[Node]] = {}
        self._words: dict[str, list[Node]] | None = None

    def by_id(self, id_: str, labels: Iterable[str]) -> Node | None:
        """The thing with this id, of one of these kinds."""
        return next((n for label in sorted(labels) if (n := self._graph.nodes.get(label, {}).get(id_))), None)

    def find(self, id_: str, document: str, quote: str, labels: Iterable[str]) -> tuple[Node | None, str]:
        """The one thing that is meant, or a reason why there is none."""
        labels = sorted(labels)
        if id_.startswith(GONE):
            return None, "its document was withdrawn"
        known = self.by_id(id_, labels)
        if known is not None and (not quote or self._still(known, quote)):
            return known, ""
        if not quote:
            return None, f"nothing loaded has the id {id_}, and the decision quotes no words to find it by"
        kind = next((label for label in labels if f":{label.lower()}:" in id_), None)
        found = [n for n in self._saying(quote, [kind] if kind else labels) if self._of(n, document, id_)]
        if len(found) == 1:
            return found[0], ""
        if found:
            return None, f"its words stand in {len(found)} places of the document"
        if known is not None:
            return None, "its words have changed since it was decided"
        return None, "its words are in no loaded document" + (f" called {document}" if document else "")

    def _passages(self, node: Node) -> list[model.Passage]:
        return self._graph.targets(node, "STATED_IN", model.Passage)

    def _says(self, node: Node) -> set[str]:
        told = {key(p.quote) for p in self._passages(node)} | {key(str(getattr(node, "text", "") or node.name))}
        return told - {""}

    def _still(self, node: Node, quote: str) -> bool:
        wanted = key(quote)
        return not wanted or any(_one(wanted, said) for said in self._says(node))

    def _saying(self, quote: str, labels: Sequence[str]) -> list[Node]:
        """Things whose words are the quotation; where there are none, those whose words hold it or are held in it."""
        wanted = key(quote)
        if self._words is None:
            self._words = {}
            for label in sorted(DECIDED):
                for node in self._graph.nodes.get(label, {}).values():
                    for said in sorted(self._says(node)):
                        self._words.setdefault(said, []).append(node)
        exact = [n for n in self._words.get(wanted, ()) if n.label in labels]
        if exact or len(wanted) < LEAST:
            return exact
        held = {
            (n.label, n.id): n
            for said, nodes in self._words.items()
            if len(said) >= LEAST and (wanted in said or said in wanted)
            for n in nodes
            if n.label in labels
        }
        return list(held.values())

    def _of(self, node: Node, document: str, id_: str) -> bool:
        """Whether a thing stands in the document of the decision: its title, or an edition of the same source."""
        if not document:
            return True
        documents = [d for p in self._passages(node) for d in self._graph.targets(p, "OF", model.Document)]
        documents += [node] if isinstance(node, model.Document) else []
        return any(key(d.name) == key(document) or id_.startswith(f"{d.source}:") for d in documents)


def _one(one: str, other: str) -> bool:
    if one == other or fuzz.ratio(one, other) >= STILL:
        return True
    return min(len(one), len(other)) >= LEAST and (one in other or other in one)
