"""Which nodes are one: as a document states, as a person decided, and what only may be; and the id they share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph import model
from graph.decisions import Decision, Identity
from graph.decisions.links import same_as
from graph.declare import Node
from graph.memory import Graph
from graph.project.keys import case_key, test_key
from graph.resolve.components import Components
from graph.resolve.possible import RULE, Possible
from graph.resolve.resolve import Resolved, Stated

_KINDS: tuple[type[Node], ...] = (model.Case, model.Review, model.Assurance)


@dataclass(frozen=True)
class Sameness:
    """What is said or may be of cases and tests being one: all that is needed once the records are let go."""

    cases: list[str]  # their keys; numbers in pairs are places in here
    tests: list[str]
    stated: list[Stated]
    possible_cases: list[Possible]
    possible_tests: list[Possible]

    @classmethod
    def of(cls, resolved: Resolved) -> Sameness:
        """The same without the tellings it was read from."""
        tests = zip(resolved.tests, resolved.test_labels, strict=True)
        return cls(
            [case_key(c.owner, label) for c, label in zip(resolved.cases, resolved.case_labels, strict=True)],
            [test_key(t.first.owner, t.kind, label) for t, label in tests],
            resolved.stated,
            resolved.possible_cases,
            resolved.possible_tests,
        )


def add_sameness(graph: Graph, same: Sameness, decisions: Sequence[Decision]) -> None:
    """Add STATED_SAME_AS, POSSIBLY_SAME_AS and SAME_AS, and set `canonical` of cases and reviews.

    What a person decided either way is no longer offered as possible, and "different" outweighs a stated identity.
    """
    cases = [graph.nodes["Case"][id_] for id_ in same.cases]
    tests = [graph.nodes["Assurance"][id_] for id_ in same.tests]
    decided = {frozenset((d.one, d.other)): d for d in decisions if isinstance(d, Identity)}
    joined: Components[str] = Components(n.id for kind in _KINDS for n in graph.all(kind))
    for pair in same.stated:
        one, other = sorted((cases[pair.one], cases[pair.other]), key=lambda n: n.id)
        identity = pair.identity
        graph.link(
            one,
            "STATED_SAME_AS",
            other,
            quote=identity.quote,
            page=identity.page,
            line=identity.line,
            document=pair.document,
        )
        if _kept(decided.get(frozenset((one.id, other.id)))):
            joined.join(one.id, other.id)
    for ends, decision in sorted(decided.items(), key=lambda item: sorted(item[0])):
        _decide(graph, sorted(ends), decision, joined)
    _possible(graph, cases, same.possible_cases, decided)
    _possible(graph, tests, same.possible_tests, decided)
    for case in graph.all(model.Case):
        graph.change(case, canonical=joined.head(case.id))
    _reviews(graph, joined)


def _kept(decision: Identity | None) -> bool:
    return decision is None or decision.kind == "same"


def _decide(graph: Graph, ends: list[str], decision: Identity, joined: Components[str]) -> None:
    if len(ends) == 2 and decision.kind == "same":
        same_as(graph, ends, {n: str(v) for n in ("by", "on", "note") if (v := getattr(decision, n))}, joined)


def _possible(
    graph: Graph, nodes: Sequence[Node], pairs: Iterable[Possible], decided: Mapping[frozenset[str], object]
) -> None:
    for pair in pairs:
        one, other = sorted((nodes[pair.one], nodes[pair.other]), key=lambda n: n.id)
        if one.id != other.id and frozenset((one.id, other.id)) not in decided:
            graph.link(
                one,
                "POSSIBLY_SAME_AS",
                other,
                reasonsFor=list(pair.reasons_for),
                reasonsAgainst=list(pair.reasons_against),
                rule=RULE,
            )


def _reviews(graph: Graph, joined: Components[str]) -> None:
    """Reviews of one kind whose cases are one are one review; a review of no named kind joins none.

    But a tracker rarely says of what kind a review was: one named only there is the one review told of its case.
    """
    heads: dict[tuple[str, str], list[str]] = {}
    untold: list[tuple[str, str]] = []
    for review in graph.all(model.Review):
        for case in graph.targets(review, "EXAMINES", model.Case):
            if review.kind != "other":
                heads.setdefault((joined.head(case.id), review.kind), []).append(review.id)
            elif review.onlyInTracker:
                untold.append((joined.head(case.id), review.id))
    for same in heads.values():
        for id_ in same[1:]:
            joined.join(same[0], id_)
    for case_id, id_ in untold:
        named = [ids[0] for (of, _), ids in heads.items() if of == case_id]
        if len(named) == 1:
            joined.join(named[0], id_)
    for review in graph.all(model.Review):
        graph.change(review, canonical=joined.head(review.id))
