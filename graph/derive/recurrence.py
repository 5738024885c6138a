"""Seen again: a later shortfall on the same practice as an earlier finding, recommendation or action.

Computed, never typed, within one partnership (a joint body counts with its members), above a bar: both are about one
specific theme, or about one theme in words that are alike. It says nothing about why; that something recurs does not
prove that an action failed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from graph import model
from graph.declare import Value
from graph.derive.bars import ALIKE_ASKED, ALIKE_SAID, same_practice
from graph.derive.by_theme import Pair, narrower_of, sharing
from graph.derive.likeness import Likeness
from graph.derive.opportunity import Chance, Opportunity
from graph.derive.order import Delivery, Order, days, delivery, order, type_of
from graph.derive.reasons import seen_again
from graph.derive.statements import Scopes, Statement
from graph.memory import Graph

if TYPE_CHECKING:
    from graph.codebook import Codebook

RULE = "seen-again/4"


def add_recurrence(graph: Graph, codebook: Codebook, told: Sequence[Statement]) -> None:
    """Add RECURS_IN."""
    scopes, opportunity, delivering = Scopes(graph), Opportunity(graph, codebook), _Delivering(graph)
    for source, target, themes in _pairs(told, scopes, codebook):
        scope = scopes.scope(source.owners, target.owners)
        if scope is None or not _elsewhere(source, target) or (proven := order(source, target)) == "no":
            continue
        found = same_practice(source, target, themes, codebook, joint=scope == "other")
        if not found:
            continue
        until = target.node.datedTo if proven == "after" else None
        delivered, stages = delivering.of(source, until)
        if isinstance(source.node, model.Action) and delivered.open_at_all and proven != "after":
            continue  # neither done nor proven earlier: nothing was seen again
        for theme, alike in found:
            then = [(day, _said(source, target, theme, alike, d, proven, scope, codebook)) for day, d in stages]
            now = _said(source, target, theme, alike, delivered, proven, scope, codebook)
            _add(graph, source, target, theme, alike, now, then, scope, opportunity.of(source, theme))


Stages = list[tuple[date, Delivery]]


class _Delivering:
    """How far statements had got by a day, and how far they were known to have got; what is asked again is kept."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._days: dict[str, list[date]] = {}
        self._told: dict[tuple[str, date | None], tuple[Delivery, Stages]] = {}

    def of(self, source: Statement, until: date | None) -> tuple[Delivery, Stages]:
        """How far it had got; and from each day on which that changed what was known, empty where it never did."""
        asked = (source.node.id, until)
        if asked not in self._told:
            self._told[asked] = delivery(self._graph, source, until), self._stages(source, until)
        return self._told[asked]

    def _stages(self, source: Statement, until: date | None) -> Stages:
        if source.node.id not in self._days:
            self._days[source.node.id] = days(self._graph, source.node)
        told: Stages = []
        for day in (date.min, *self._days[source.node.id]):
            delivered = delivery(self._graph, source, until, day)
            if not told or told[-1][1] != delivered:
                told.append((day, delivered))
        return told if len(told) > 1 else []


def _pairs(told: Sequence[Statement], scopes: Scopes, codebook: Codebook) -> Iterator[Pair]:
    """What is compared: recommendations apart, because less of their words must be alike."""
    narrower, targets = narrower_of(codebook), [s for s in told if may_be_seen(s)]
    sources = [s for s in told if _may_recur(s)]
    asked = [s for s in sources if isinstance(s.node, model.Recommendation)]
    other = [s for s in sources if not isinstance(s.node, model.Recommendation)]
    yield from sharing(asked, targets, narrower, scopes, ALIKE_ASKED)
    yield from sharing(other, targets, narrower, scopes, ALIKE_SAID)


def _may_recur(source: Statement) -> bool:
    """An earlier shortfall, barrier or bare topic; a recommendation whose text is known; any action."""
    if isinstance(source.node, model.Finding):
        return source.node.polarity in ("shortfall", "barrier", "not-stated") and not source.described
    return not isinstance(source.node, model.Recommendation) or source.node.stated


def may_be_seen(target: Statement) -> bool:
    """A later shortfall or bare topic."""
    seen = isinstance(target.node, model.Finding) and target.node.polarity in ("shortfall", "not-stated")
    return seen and not target.described


def _elsewhere(source: Statement, target: Statement) -> bool:
    """Another review, test or document; an action is not seen again in the very review or test it answers."""
    if source.node.id == target.node.id:
        return False
    if source.places or target.places:
        return not source.places & target.places
    return not {d.id for d in source.documents} & {d.id for d in target.documents}


@dataclass(frozen=True)
class _Said:
    """What is said of something seen again, as far as it goes by what was known of its delivery."""

    type: str
    closure: str
    certainty: str
    why: str


def _said(
    source: Statement,
    target: Statement,
    theme: str,
    alike: Likeness,
    delivered: Delivery,
    proven: Order,
    scope: str,
    codebook: Codebook,
) -> _Said:
    bare = source.bare or target.bare
    return _Said(
        type=type_of(delivered, proven, target.node.datedFrom),
        closure=delivered.closure,
        certainty="probable" if proven == "after" and not bare else "possible",
        why=seen_again(source, target, codebook.concepts[theme].label, alike, delivered, proven, scope),
    )


def _add(
    graph: Graph,
    source: Statement,
    target: Statement,
    theme: str,
    alike: Likeness,
    now: _Said,
    told: list[tuple[date, _Said]],
    scope: str,
    chance: Chance | None,
) -> None:
    then: dict[str, Value] = {}
    if told:
        then = {
            "changedOn": [day.isoformat() for day, _ in told],
            "types": [said.type for _, said in told],
            "closures": [said.closure for _, said in told],
            "certainties": [said.certainty for _, said in told],
            "whys": [said.why for _, said in told],
        }
    graph.link(
        source.node,
        "RECURS_IN",
        target.node,
        theme=theme,
        type=now.type,
        closure=now.closure,
        scope=scope,
        opportunity=chance.words if chance else None,
        opportunityFrom=chance.known if chance else None,
        similarity=alike.value,
        certainty=now.certainty,
        why=now.why,
        rule=RULE,
        **then,
    )
