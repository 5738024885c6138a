"""Tests joined to what they follow up, by the name the document gives, and to what their findings are about."""

from __future__ import annotations

import re

from graph import model
from graph.memory import Graph
from graph.resolve.labels import label_form
from graph.text import words

Followed = model.Assurance | model.Review
_FOLLOW_UP = re.compile(r"\bfollow(?:ing|s)?[- ]?up (?:from|of|on|to) (?:the )?(.+)", re.IGNORECASE)
SURE = ("probable", "confirmed")
RULE, BY_FINDING = "follows-up-by-name/1", "tests-by-finding/1"
_KIND_WORDS = {
    "deep-dive": ("deep dive",),
    "audit": ("audit",),
    "dip-sample": ("dip sample",),
    "inspection": ("inspection",),
}


def add_follow_ups(graph: Graph) -> None:
    """Add FOLLOWS_UP, and TESTS where what is followed up is a review of a case."""
    told: list[Followed] = [*graph.all(model.Assurance), *graph.all(model.Review)]
    for one in sorted(told, key=lambda n: n.id):
        for name in _names(one):
            for other in _named(graph, one, name, told):
                why = f"The document says that it follows up {name}."
                graph.link(one, "FOLLOWS_UP", other, certainty="probable", why=why, rule=RULE)
                if isinstance(one, model.Assurance) and isinstance(other, model.Review):
                    graph.link(one, "TESTS", other, certainty="probable", why=why, rule=RULE)


def add_tests(graph: Graph) -> None:
    """Add TESTS from a test to the recommendation or action whose practice its findings are about, good or wanting."""
    for type_ in ("RECURS_IN", "IMPROVED_IN"):
        for edge in list(graph.edges_of(type_)):
            if edge.source_label == "Finding" or edge.properties.get("certainty") not in SURE:
                continue
            source = graph.nodes[edge.source_label][edge.source]
            finding = graph.nodes["Finding"][edge.target]
            for test in graph.sources(finding, "IDENTIFIES", model.Assurance):
                why = f"What it found is about the same practice. {edge.properties['why']}"
                graph.link(test, "TESTS", source, certainty="probable", why=why, rule=BY_FINDING)


def _names(node: Followed) -> list[str]:
    """What it says it follows up, as read or in its own name ("Follow-up from …")."""
    return [*node.followsUp, *(m[1] for m in [_FOLLOW_UP.search(node.name)] if m)]


def _named(graph: Graph, one: Followed, name: str, told: list[Followed]) -> list[Followed]:
    """What goes by the name: a label in one spelling; else the only earlier test of the kind the name speaks of."""
    owners = {p.id for p in graph.targets(one, "CONDUCTED_FOR", model.Partnership)}
    near = [
        n
        for n in told
        if n.id != one.id and owners & {p.id for p in graph.targets(n, "CONDUCTED_FOR", model.Partnership)}
    ]
    form = label_form(name)
    exact = [n for n in near if form in _forms(n)]
    if exact:
        return exact
    said = " ".join(words(name)).replace("-", " ")
    kinds = [k for k, spelled in _KIND_WORDS.items() if any(s in said for s in spelled)]
    tests = [n for n in near if isinstance(n, model.Assurance) and n.kind in kinds and not _after(n, one)]
    return list(tests) if len(tests) == 1 else []


def _forms(node: Followed) -> set[str]:
    labels = [node.name, *([node.ref or "", *node.aliases] if isinstance(node, model.Review) else [])]
    return {label_form(label) for label in labels if label}


def _after(one: model.Assurance, other: Followed) -> bool:
    ends = other.dateTo if isinstance(other, model.Assurance) else other.completedTo
    return bool(one.dateFrom and ends and ends < one.dateFrom)
