"""Findings, recommendations and actions as derive compares them: themes, dates, owner, and who says so where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from graph import model
from graph.memory import Graph
from graph.text import words

Practice = model.Finding | model.Recommendation | model.Action
_NOT_PRACTICE = ("harm", "context", "mention")
TOPIC_WORDS = 7  # a list entry of so few words is a topic; a longer one is a sentence


@dataclass(frozen=True, eq=False)
class Statement:
    """One finding, recommendation or action with all that decides an order and a scope."""

    node: Practice
    themes: frozenset[str]
    documents: tuple[model.Document, ...]
    owners: frozenset[str]  # ids of the partnerships whose work it is about
    places: frozenset[str]  # ids (canonical) of its review, test or priority; empty: the document's own
    tests: tuple[model.Assurance, ...] = ()
    reviews: tuple[model.Review, ...] = ()
    agencies: frozenset[str] = field(default=frozenset())

    @property
    def text(self) -> str:
        """Its words."""
        return self.node.text

    @property
    def bare(self) -> bool:
        """Whether it is only a topic ("Visiting"): it counts as a theme and proves nothing about practice."""
        if isinstance(self.node, model.Finding):
            return self.node.polarity == "not-stated"
        return not (isinstance(self.node, model.Action) or self.node.stated)

    @property
    def topic(self) -> bool:
        """Whether it is bare and short: the name of a theme rather than a sentence."""
        return self.bare and len(words(self.text)) <= TOPIC_WORDS

    @property
    def interval(self) -> tuple[date, date] | None:
        """The time it is about, where anything is known."""
        node = self.node
        return (node.datedFrom, node.datedTo) if node.datedFrom and node.datedTo else None

    @property
    def known(self) -> tuple[date, date] | None:
        """When it became known: the end of its review or test, else its publication, else the time reported on."""
        spans = [s for r in self.reviews for s in ((r.completedFrom, r.completedTo), (r.publishedFrom, r.publishedTo))]
        spans += [(t.dateFrom, t.dateTo) for t in self.tests]
        if not any(all(s) for s in spans):
            spans = [(d.publishedFrom, d.publishedTo) for d in self.documents]
        if not any(all(s) for s in spans):
            spans = [(d.periodFrom, d.periodTo) for d in self.documents]
        found = [(a, b) for a, b in spans if a and b]
        return (min(a for a, _ in found), min(b for _, b in found)) if found else None


def statements(graph: Graph) -> list[Statement]:
    """All findings, recommendations and actions that have words, in order of their keys."""
    nodes: list[Practice] = [*graph.all(model.Finding), *graph.all(model.Recommendation), *graph.all(model.Action)]
    return [_statement(graph, node) for node in sorted(nodes, key=lambda n: (n.label, n.id))]


def _statement(graph: Graph, node: Practice) -> Statement:
    passages = graph.targets(node, "STATED_IN", model.Passage)
    documents = {d.id: d for p in passages for d in graph.targets(p, "OF", model.Document)}
    type_ = {"Finding": "IDENTIFIES", "Recommendation": "MAKES", "Action": "LED_TO"}[node.label]
    reviews = graph.sources(node, type_, model.Review)
    tests = graph.sources(node, type_, model.Assurance)
    priorities = graph.sources(node, type_, model.Priority)
    owners = {p.id for o in (*reviews, *tests) for p in graph.targets(o, "CONDUCTED_FOR", model.Partnership)}
    owners = owners or {p.id for d in documents.values() for p in graph.targets(d, "TELLS_OF", model.Partnership)}
    themes = frozenset(
        edge.target
        for edge in graph.edges_from(node, "ABOUT")
        if edge.properties.get("sense") not in _NOT_PRACTICE and edge.properties.get("polarity") != "absent"
    )
    addressed = () if isinstance(node, model.Finding) else graph.targets(node, "ADDRESSED_TO", model.Agency)
    return Statement(
        node,
        themes,
        tuple(documents[id_] for id_ in sorted(documents)),
        frozenset(owners),
        frozenset([*(r.canonical for r in reviews), *(o.id for o in tests), *(o.id for o in priorities)]),
        tuple(tests),
        tuple(reviews),
        frozenset(a.id for a in addressed),
    )


class Scopes:
    """Which partnerships are within one area: a partnership itself, and a joint body with each of its members."""

    def __init__(self, graph: Graph) -> None:
        self._joint: dict[str, set[str]] = {}
        for edge in graph.edges_of("PART_OF"):
            self._joint.setdefault(edge.source, set()).add(edge.target)

    def scope(self, one: Iterable[str], other: Iterable[str]) -> str | None:
        """ "same partnership", "other" for a joint body and its member, None for different partnerships."""
        a, b = set(one), set(other)
        if a & b:
            return "same partnership"
        if any(self._joint.get(x, set()) & b for x in a) or any(self._joint.get(x, set()) & a for x in b):
            return "other"
        return None

    def pairs(self, told: Iterable[Statement]) -> Iterator[tuple[Statement, Statement]]:
        """Pairs of statements within one area, in the order given; each once."""
        ordered = list(told)
        by_owner: dict[str, set[int]] = {}
        for number, statement in enumerate(ordered):
            for owner in statement.owners:
                for area in {owner} | self._joint.get(owner, set()):
                    by_owner.setdefault(area, set()).add(number)
        near = {(a, b) for numbers in by_owner.values() for a in numbers for b in numbers if a < b}
        for a, b in sorted(near):
            if self.scope(ordered[a].owners, ordered[b].owners) is not None:
                yield ordered[a], ordered[b]
