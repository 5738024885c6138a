"""Rows of a tracker and the recommendations they may answer, where no number says so: by the words that tell most.

A word counts by how few of the recommendations in question use it. The row is held against the recommendations of its
review; where none are known, against all of its partnership, which takes more. Only the one that leads by a margin is
offered, always as *possible*: a person decides (`goldenthread link`, or the workbook of the queue).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, log

from graph import model
from graph.derive.likeness import own_weight, stems_of
from graph.derive.statements import Scopes, Statement
from graph.memory import Graph

RULE = "answers-by-words/1"
REVIEW_BAR, PARTNERSHIP_BAR = 1.2, 2.0  # weight of shared words; set on twenty rows written against two reports
REVIEW_TELLING, PARTNERSHIP_TELLING = 2, 3  # of them so many that not all learning of the field uses
MARGIN = 0.2


@dataclass(frozen=True)
class _Asked:
    """The recommendations in question, with the stems of each and in how many each stem stands."""

    told: Sequence[Statement]
    stems: Sequence[dict[str, str]]
    count: Counter[str]
    having: dict[str, list[int]]

    @classmethod
    def of(cls, told: Sequence[Statement]) -> _Asked:
        stems = [stems_of(s.text) for s in told]
        having: dict[str, list[int]] = defaultdict(list)
        for number, one in enumerate(stems):
            for stem in one:
                having[stem].append(number)
        return cls(told, stems, Counter({stem: len(numbers) for stem, numbers in having.items()}), having)

    def weight(self, stem: str) -> float:
        """1 for a telling word that one recommendation uses, near 0 for one that all use."""
        return own_weight(stem) * log((len(self.told) + 1) / self.count[stem]) / log(len(self.told) + 1)

    def best(self, text: str) -> tuple[Statement, float, float, list[str]] | None:
        """The one that shares most with a text: its weight, its lead over the next, and the shared stems."""
        mine = stems_of(text)
        shared: dict[int, list[str]] = defaultdict(list)
        for stem in mine:
            for number in self.having.get(stem, ()):
                shared[number].append(stem)
        ranked = sorted(((fsum(map(self.weight, stems)), -n) for n, stems in shared.items()), reverse=True)
        if not ranked:
            return None
        weight, number = ranked[0][0], -ranked[0][1]
        lead = weight - (ranked[1][0] if len(ranked) > 1 else 0.0)
        return self.told[number], weight, lead, sorted(shared[number], key=lambda s: (-self.weight(s), s))


def add_answers(graph: Graph, told: Sequence[Statement]) -> None:
    """Add DELIVERED_BY, possible, from a recommendation to the row of a tracker that may answer it."""
    rows = [s for s in told if isinstance(s.node, model.Action) and _of_a_tracker(s)]
    rows = [s for s in rows if not _joined(graph, s)]
    if not rows:
        return
    asked = [s for s in told if isinstance(s.node, model.Recommendation) and s.node.stated and not _of_a_tracker(s)]
    of_place: dict[str, list[Statement]] = defaultdict(list)
    of_owners: dict[frozenset[str], list[Statement]] = defaultdict(list)
    for one in asked:
        of_owners[one.owners].append(one)
        for place in one.places:
            of_place[place].append(one)
    scopes, made = Scopes(graph), dict[tuple[str, ...], _Asked]()
    for row in rows:
        near = {s.node.id: s for place in sorted(row.places) for s in of_place.get(place, ())}
        whole = {
            s.node.id: s
            for owners, told_of in of_owners.items()
            if not near and scopes.scope(owners, row.owners) == "same partnership"
            for s in told_of
        }
        these = tuple(sorted(near or whole))
        if not these:
            continue
        if these not in made:
            made[these] = _Asked.of([(near or whole)[id_] for id_ in these])
        _offer(graph, row, made[these], in_review=bool(near))


def _offer(graph: Graph, row: Statement, asked: _Asked, *, in_review: bool) -> None:
    found = asked.best(row.text)
    if found is None:
        return
    one, weight, lead, shared = found
    telling = sum(1 for stem in shared if own_weight(stem) == 1.0)
    bar, least = (REVIEW_BAR, REVIEW_TELLING) if in_review else (PARTNERSHIP_BAR, PARTNERSHIP_TELLING)
    if weight < bar or telling < least or lead < MARGIN or not _in_time(one, row):
        return
    words = stems_of(one.text)
    said = ", ".join(f"“{words[stem]}”" for stem in shared[:4])
    of = "its review" if in_review else "its partnership"
    graph.link(
        one.node,
        "DELIVERED_BY",
        row.node,
        certainty="possible",
        why=f"Of the recommendations of {of} this one shares most with it: {said}. No number joins them.",
        rule=RULE,
    )


def _of_a_tracker(statement: Statement) -> bool:
    return any(d.kind == "action-tracker" for d in statement.documents)


def _joined(graph: Graph, row: Statement) -> bool:
    """Whether it is joined to a recommendation that another document prints."""
    for asked in graph.sources(row.node, "DELIVERED_BY", model.Recommendation):
        passages = graph.targets(asked, "STATED_IN", model.Passage)
        if any(d.kind != "action-tracker" for p in passages for d in graph.targets(p, "OF", model.Document)):
            return True
    return False


def _in_time(asked: Statement, row: Statement) -> bool:
    """Whether the row can have been told after the recommendation was known; where a day is unknown nothing is held."""
    return not (asked.known and row.interval) or asked.known[0] <= row.interval[1]
