"""Findings, recommendations and actions as derive compares them: themes, dates, owner, and who says so where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from graph import model
from graph.memory import Edge, Graph
from graph.text import words

Practice = model.Finding | model.Recommendation | model.Action
_NOT_PRACTICE = ("harm", "context", "mention")
_NO_CUES: Mapping[str, str] = {}
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
    cues: Mapping[str, str] = field(default_factory=dict)  # theme → the words of its own that are about it

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

    @cached_property
    def topic(self) -> bool:
        """Whether it is bare and short: the name of a theme rather than a sentence."""
        return self.bare and len(words(self.text)) <= TOPIC_WORDS

    @property
    def described(self) -> bool:
        """Whether a test only describes something here, without praise or blame: no topic and no finding of fault."""
        said = bool(self.tests) and self.text.rstrip().endswith((".", "!", "?"))
        return said and isinstance(self.node, model.Finding) and self.node.polarity == "not-stated"

    @cached_property
    def interval(self) -> tuple[date, date] | None:
        """The time it is about, where anything is known."""
        node = self.node
        return (node.datedFrom, node.datedTo) if node.datedFrom and node.datedTo else None

    @cached_property
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
    kept: dict[frozenset[str], frozenset[str]] = {}
    return [_statement(graph, node, kept) for node in sorted(nodes, key=lambda n: (n.label, n.id))]


def _statement(graph: Graph, node: Practice, kept: dict[frozenset[str], frozenset[str]]) -> Statement:
    """One of them; what many have alike (a partnership, a review, two themes) is kept once."""

    def once(ids: Iterable[str]) -> frozenset[str]:
        found = frozenset(ids)
        return kept.setdefault(found, found)

    passages = graph.targets(node, "STATED_IN", model.Passage)
    documents = {d.id: d for p in passages for d in graph.targets(p, "OF", model.Document)}
    type_ = {"Finding": "IDENTIFIES", "Recommendation": "MAKES", "Action": "LED_TO"}[node.label]
    reviews = graph.sources(node, type_, model.Review)
    tests = graph.sources(node, type_, model.Assurance)
    priorities = graph.sources(node, type_, model.Priority)
    owners = {p.id for o in (*reviews, *tests) for p in graph.targets(o, "CONDUCTED_FOR", model.Partnership)}
    owners = owners or {p.id for d in documents.values() for p in graph.targets(d, "TELLS_OF", model.Partnership)}
    about = [
        edge
        for edge in graph.edges_from(node, "ABOUT")
        if edge.properties.get("sense") not in _NOT_PRACTICE and edge.properties.get("polarity") != "absent"
    ]
    own = {e.target: str(e.properties["cue"]) for e in about if _own_words(e)}
    addressed = () if isinstance(node, model.Finding) else graph.targets(node, "ADDRESSED_TO", model.Agency)
    return Statement(
        node,
        once(edge.target for edge in about),
        tuple(documents[id_] for id_ in sorted(documents)),
        once(owners),
        once([*(r.canonical for r in reviews), *(o.id for o in tests), *(o.id for o in priorities)]),
        tuple(tests),
        tuple(reviews),
        once(a.id for a in addressed),
        own or _NO_CUES,
    )


def _own_words(about: Edge) -> bool:
    """Whether a coding rests on words of the passage itself, not of the heading above it."""
    return bool(about.properties.get("cue")) and "heading:" not in str(about.properties.get("ruleId"))


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

    def areas(self, owners: Iterable[str]) -> set[str]:
        """The owners and the joint bodies or members that count as one area with them, for looking up."""
        return {area for owner in owners for area in ({owner} | self._joint.get(owner, set()))}


class Everywhere:
    """One area for all: what is asked of everybody, or is said again elsewhere."""

    def areas(self, owners: Iterable[str]) -> set[str]:
        """The same for any owners."""
        return {"everywhere"}
