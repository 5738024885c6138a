"""What questions over the whole collection would sum up each time: themes together, where they arise, services.

All are plain counts of the graph as it stands, with the passages that an answer shows first. A question that asks for
one partnership, or for more passages, counts for itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from heapq import nsmallest
from itertools import combinations

from graph import model
from graph.declare import Node
from graph.derive.arising import SHOWN, passages_of, place, signs_of
from graph.memory import Graph

Owed = model.Recommendation | model.Action
ASKED = "asked"


def add_summed(graph: Graph) -> None:
    """Add ARISES_WITH between themes and SPOKEN_OF_ON from kinds of service to themes.

    Of each theme set `reviews`, `areas` and `areaYears`.
    """
    _add_together(graph)
    _add_areas(graph)
    _add_spoken_of(graph)


@dataclass
class _Told:
    """One review with all its tellings: its themes, those a person confirmed, those that more than words alone tell."""

    tellings: list[model.Review] = field(default_factory=list)
    themes: set[str] = field(default_factory=set)
    confirmed: set[str] = field(default_factory=set)
    explained: set[str] = field(default_factory=set)

    def known(self) -> tuple[date, str]:
        """Its place among all, those known first at the head and those without a day at the end."""
        return min(r.knownFrom or date.max for r in self.tellings), self.tellings[0].canonical


def _add_together(graph: Graph) -> None:
    told: dict[str, _Told] = defaultdict(_Told)
    for review in graph.all(model.Review):
        one = told[review.canonical]
        one.tellings.append(review)
        one.themes.update(review.themes)
        one.confirmed.update(review.confirmed)
        one.explained.update(set(review.themes) - set(review.byWording))
    of: dict[str, int] = defaultdict(int)
    both: dict[tuple[str, str], list[_Told]] = defaultdict(list)
    for one in sorted(told.values(), key=_Told.known):
        for id_ in one.themes:
            of[id_] += 1
        for pair in combinations(sorted(one.themes), 2):
            both[pair].append(one)
    themes = {theme.id: theme for theme in graph.all(model.Theme)}
    for id_, theme in themes.items():
        graph.change(theme, reviews=of[id_])
    facts: dict[tuple[str, str], list[model.Passage]] = {}
    for (a, b), reviews in sorted(both.items()):
        first = [r for one in reviews[:SHOWN] for r in one.tellings]
        found = {p.id: p for r in first for theme in (a, b) for p in _passages(graph, r, theme, facts)}
        graph.link(
            themes[a],
            "ARISES_WITH",
            themes[b],
            reviews=len(reviews),
            confirmed=sum(1 for one in reviews if {a, b} & one.confirmed),
            byWording=sum(1 for one in reviews if not {a, b} <= one.explained),
            first=_first(graph, found.values(), alike_once=True),
        )


def _add_areas(graph: Graph) -> None:
    """Count as the questions do that give a theme a row for each partnership, or for each of its years."""
    areas: dict[str, set[str]] = defaultdict(set)
    years: dict[str, set[tuple[str, str | None]]] = defaultdict(set)
    for review in graph.all(model.Review):
        places = {partnership.id for partnership in graph.targets(review, "CONDUCTED_FOR", model.Partnership)}
        for theme in review.themes:
            areas[theme] |= places
            years[theme] |= {(place, review.years) for place in places or ("",)}
    for theme_ in graph.all(model.Theme):
        graph.change(theme_, areas=len(areas[theme_.id]), areaYears=len(years[theme_.id]))


def _passages(
    graph: Graph, review: model.Review, theme: str, known: dict[tuple[str, str], list[model.Passage]]
) -> list[model.Passage]:
    """The passages by which a theme arises in a review, looked up once."""
    if (review.id, theme) not in known:
        known[review.id, theme] = [
            passage for link in signs_of(graph, review) if link.target == theme for passage in passages_of(graph, link)
        ]
    return known[review.id, theme]


@dataclass
class _Cell:
    """What is said of one kind of service on one theme: facts by what they say, and to what they belong."""

    facts: dict[str, Node] = field(default_factory=dict)
    by: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    owners: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    confirmed: set[str] = field(default_factory=set)
    by_wording: set[str] = field(default_factory=set)


def _add_spoken_of(graph: Graph) -> None:
    cells: dict[tuple[str, str], _Cell] = defaultdict(_Cell)
    for finding in graph.all(model.Finding):
        named = {kind.id for kind in graph.targets(finding, "NAMES", model.AgencyType)}
        _count(graph, cells, finding, named, finding.polarity, "IDENTIFIES", finding.places)
    owed: list[Owed] = [*graph.all(model.Recommendation), *graph.all(model.Action)]
    for one in owed:
        agencies = graph.targets(one, "ADDRESSED_TO", model.Agency)
        kinds = {kind.id for agency in agencies for kind in graph.targets(agency, "OF_TYPE", model.AgencyType)}
        by = "MAKES" if isinstance(one, model.Recommendation) else "LED_TO"
        _count(graph, cells, one, kinds, ASKED, by, one.places)
    kinds_of = {kind.id: kind for kind in graph.all(model.AgencyType)}
    themes = {theme.id: theme for theme in graph.all(model.Theme)}
    for (kind, theme), cell in sorted(cells.items()):
        found = {p.id: p for fact in cell.facts.values() for p in graph.targets(fact, "STATED_IN", model.Passage)}
        graph.link(
            kinds_of[kind],
            "SPOKEN_OF_ON",
            themes[theme],
            asked=len(cell.by[ASKED]),
            toImprove=len(cell.by["shortfall"] | cell.by["barrier"]),
            doneWell=len(cell.by["good-practice"]),
            topics=len(cell.by["not-stated"]),
            reviews=len(cell.owners),
            partnerships=len(cell.places),
            confirmed=len(cell.confirmed),
            byWording=len(cell.by_wording),
            passages=len({(*place(graph, p)[1:4], p.quote) for p in found.values()}),
            first=_first(graph, found.values()),
        )


def _count(
    graph: Graph,
    cells: dict[tuple[str, str], _Cell],
    fact: Node,
    kinds: set[str],
    says: str,
    by: str,
    places: Iterable[str],
) -> None:
    links = [e for e in graph.edges_from(fact, "ABOUT") if e.properties.get("polarity") != "absent"] if kinds else []
    if not links:
        return
    owners = {r.canonical for r in graph.sources(fact, by, model.Review)}
    owners |= {test.id for test in graph.sources(fact, by, model.Assurance)}
    for kind in kinds:
        for link in links:
            cell = cells[kind, link.target]
            cell.facts[fact.id] = fact
            cell.by[says].add(fact.id)
            cell.owners |= owners
            cell.places.update(places)
            if link.properties.get("state") == "confirmed":
                cell.confirmed.add(fact.id)
            if getattr(fact, "onlyByWording", None):
                cell.by_wording.add(fact.id)


def _first(graph: Graph, passages: Iterable[model.Passage], *, alike_once: bool = False) -> list[str]:
    """Ids of the passages an answer shows first; where it tells those that look alike once, one of them."""
    placed = ((place(graph, passage), passage.quote) for passage in passages)
    if not alike_once:
        return [where[-1] for where, _ in nsmallest(SHOWN, placed)]
    alike: dict[object, str] = {}
    for where, quote in sorted(placed):
        alike.setdefault((*where[:4], quote), where[-1])
    return list(alike.values())[:SHOWN]
