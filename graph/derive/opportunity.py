"""Opportunity: in how many later reviews a practice could have been seen again, and in how many it was.

Seen again three times says little without how often it could have been. Where the codebook states which children a
theme is about (`population`), the later reviews of the partnership with such a child are counted; else nothing is. It
counts reviews, each once however often it is told, and only where the incident is proven later.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from graph import model
from graph.derive.known import known_from
from graph.derive.order import PROVING
from graph.derive.statements import Statement
from graph.memory import Graph

if TYPE_CHECKING:
    from graph.codebook import Codebook


@dataclass(frozen=True)
class _Told:
    """One review of a partnership: when its incident was, the ages of its children and what it found wanting."""

    review: str  # canonical id
    since: date | None  # first day, where it orders practice
    ages: tuple[float, ...]
    wanting: frozenset[str]
    known: date | None  # first day on which it can have been known


class Chance(NamedTuple):
    """In how many later reviews, in words, and the first day on which all that was counted can have been known."""

    words: str
    known: str | None  # ISO day


class Opportunity:
    """The reviews of each partnership, ready to be counted."""

    def __init__(self, graph: Graph, codebook: Codebook) -> None:
        self._codebook = codebook
        self._told: dict[str, list[_Told]] = {}
        if any(c.population for c in codebook.concepts.values()):
            for review in graph.all(model.Review):
                for partnership in graph.targets(review, "CONDUCTED_FOR", model.Partnership):
                    self._told.setdefault(partnership.id, []).append(_told(graph, review))

    def of(self, source: Statement, theme: str) -> Chance | None:
        """Such as "3 of 8 later reviews where …", or "no later review where … is loaded to compare".

        None where the codebook states no population or no order is known.
        """
        population = self._codebook.concepts[theme].population
        if not population or source.known is None:
            return None
        about = {theme, *self._codebook.descendants(theme)}
        later: dict[str, bool] = {}
        undated, ageless = set(), set()
        for told in (t for owner in sorted(source.owners) for t in self._told.get(owner, ())):
            if told.review in source.places:
                continue
            if not told.ages:
                ageless.add(told.review)
            elif min(told.ages) >= population.under_months:
                continue
            elif told.since is None:
                undated.add(told.review)
            elif told.since > source.known[1]:
                later[told.review] = later.get(told.review, False) or bool(told.wanting & about)
        said = f"no later review where {population.words} is loaded to compare"
        if later:
            said = f"{sum(later.values())} of {len(later)} later reviews where {population.words}"
        more = [
            f"{len(found)} {why}"
            for found, why in (
                (undated - later.keys(), "more without a date"),
                (ageless - later.keys(), "more without an age"),
            )
            if found
        ]
        known = max((t.known for o in source.owners for t in self._told.get(o, ()) if t.known), default=None)
        return Chance(said + (f" ({', '.join(more)})" if more else ""), known.isoformat() if known else None)


def add_opportunity(graph: Graph, codebook: Codebook, told: Iterable[Statement]) -> None:
    """Say on ABOUT of each learning point, recommendation and action in how many later reviews its theme came back."""
    opportunity = Opportunity(graph, codebook)
    for statement in told:
        for edge in graph.edges_from(statement.node, "ABOUT"):
            chance = opportunity.of(statement, edge.target) if edge.target in statement.themes else None
            if chance:
                graph.change_link(edge, opportunity=chance.words, opportunityFrom=chance.known)


def _told(graph: Graph, review: model.Review) -> _Told:
    ages = [
        child.ageMonths
        for case in graph.targets(review, "EXAMINES", model.Case)
        for edge in graph.edges_from(case, "CONCERNS")
        if edge.properties.get("role") != "sibling"
        and (child := graph.get(model.Child, edge.target)) is not None
        and child.ageMonths is not None
    ]
    wanting = frozenset(
        edge.target
        for finding in graph.targets(review, "IDENTIFIES", model.Finding)
        if finding.polarity == "shortfall"
        for edge in graph.edges_from(finding, "ABOUT")
    )
    since = review.datedFrom if review.dateBasis in PROVING else None
    return _Told(review.canonical, since, tuple(ages), wanting, known_from(graph, review)[0])
