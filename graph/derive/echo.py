"""Echo: what was recommended to all, or in another area, found wanting in a local review or test afterwards.

Nobody local closed it, so it is no failure of a closure and stands under a relationship of its own: no status, test or
effect is worked out from it. The practice must be proven later, and every echo is only possible. Of what one area asked
and many others are found wanting in, the nearest areas are joined and the rest are only counted; none is ranked by it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from graph import model
from graph.derive.bars import ALIKE_SAID, Found, hopeless, same_practice
from graph.derive.by_theme import ROUNDED, about_of, broader_of, narrower_of, narrowest, sharing
from graph.derive.by_word import ByWord
from graph.derive.order import known_by, order, proven
from graph.derive.practices import named
from graph.derive.reasons import echoed
from graph.derive.recurrence import may_be_seen
from graph.derive.statements import Everywhere, Scopes, Statement
from graph.memory import Graph
from graph.national import national_body

if TYPE_CHECKING:
    from graph.codebook import Codebook

RULE = "echo/2"
MOST = 5  # areas that one area's recommendation is joined to; the rest are counted
Echo = tuple[Statement, Found]


def add_echoes(graph: Graph, codebook: Codebook, told: list[Statement]) -> None:
    """Add ECHOED_IN, from a recommendation to other areas' shortfalls proven later; `told` is everything."""
    asked = [s for s in told if isinstance(s.node, model.Recommendation) and s.node.stated]
    seen = [s for s in told if s.owners and may_be_seen(s)]
    scopes = Scopes(graph)
    for source, echo in _of_all([s for s in asked if national(s)], seen, codebook, scopes):
        _add(graph, codebook, source, echo)
    elsewhere = _Elsewhere(seen, codebook, scopes)
    for source in asked:
        near, more = elsewhere.nearest(source) if source.owners else ([], "")
        for echo in near:
            _add(graph, codebook, source, echo, more)


def _of_all(
    asked: list[Statement], seen: list[Statement], codebook: Codebook, scopes: Scopes
) -> Iterator[tuple[Statement, Echo]]:
    """What was asked of all and found wanting afterwards; wordings of other areas are as alike as those of one."""
    for source, target, themes in sharing(asked, seen, narrower_of(codebook), Everywhere(), ALIKE_SAID):
        if scopes.scope(source.owners, target.owners) is not None or order(source, target) != "after":
            continue
        for same in same_practice(source, target, themes, codebook, joint=False):
            yield source, (target, same)


class _Elsewhere:
    """What each area's recommendation was found wanting in elsewhere, the most alike looked at first.

    Nearly everything is near to something somewhere, so of each recommendation only so much is looked at as its nearest
    areas take; all pairs would grow with the square of a country.
    """

    def __init__(self, seen: list[Statement], codebook: Codebook, scopes: Scopes) -> None:
        self._seen, self._codebook, self._scopes = seen, codebook, scopes
        self._narrower = narrower_of(codebook)
        broader = broader_of(self._narrower)
        self._about = [about_of(s, broader) for s in seen]
        codes: dict[tuple[str, ...], int] = {}
        self._area = np.array([codes.setdefault(tuple(sorted(s.owners)), len(codes)) for s in seen], int)
        self._areas = list(codes)
        self._apart: dict[tuple[frozenset[str], int], bool] = {}
        once: dict[frozenset[str], frozenset[str]] = {}
        self._named = [once.setdefault(names, names) for names in (named(s.text) for s in seen)]
        self._proven = np.array([proven(s) for s in seen], int)
        self._by_word = ByWord(seen, self._about, ALIKE_SAID)

    def _alike(self, source: Statement) -> tuple[list[int], list[float]]:
        """Numbers of those that are alike and proven later, and how alike, the most alike first."""
        others, values = self._by_word.alike(source)
        later = np.flatnonzero(self._proven[others] > known_by(source))
        later = later[np.argsort(-values[later], kind="stable")]
        return others[later].tolist(), values[later].tolist()

    def nearest(self, source: Statement) -> tuple[list[Echo], str]:
        """The most alike of each area, of the nearest areas; and what is said of the areas more it was seen in."""
        others, values = self._alike(source)
        names = named(source.text)
        best: dict[int, Echo] = {}
        looked: set[int] = set()
        rest: set[int] = set()
        for at, (other, value) in enumerate(zip(others, values, strict=True)):
            if (
                len(best) >= MOST
                and value + ROUNDED < sorted((e[1][1].value for e in best.values()), reverse=True)[MOST - 1]
            ):
                further = np.unique(self._area[others[at:]]).tolist()
                rest = {a for a in further if a not in best and self._is_apart(source, a)}
                break
            area = int(self._area[other])
            if other in looked or (area in best and value + ROUNDED < best[area][1][1].value):
                continue
            looked.add(other)
            if not self._is_apart(source, area):
                continue
            target, both = self._seen[other], source.themes & self._about[other]
            if hopeless(source, target, both, self._codebook, value + ROUNDED, (names, self._named[other])):
                continue
            themes = narrowest(both, self._narrower)
            for same in same_practice(source, target, themes, self._codebook, joint=False):
                best[area] = min(best.get(area, (target, same)), (target, same), key=_first)
        near = sorted(best.values(), key=_first)
        more = len(near[MOST:]) + len(rest)
        if not more:
            return near[:MOST], ""
        seen = "may have been seen" if rest else "was seen"  # what is less alike was not looked at
        return near[:MOST], f"It {seen} in {more} more areas, which are not joined to it."

    def _is_apart(self, source: Statement, area: int) -> bool:
        """Whether an area is another than the source's."""
        pair = (source.owners, area)
        if pair not in self._apart:
            self._apart[pair] = self._scopes.scope(source.owners, self._areas[area]) is None
        return self._apart[pair]


def _first(echo: Echo) -> tuple[float, str, str]:
    """The most alike first."""
    target, (theme, found) = echo
    return -found.value, target.node.id, theme


def _add(graph: Graph, codebook: Codebook, source: Statement, echo: Echo, more: str = "") -> None:
    target, (theme, alike) = echo
    graph.link(
        source.node,
        "ECHOED_IN",
        target.node,
        theme=theme,
        type="R4",
        scope="national" if national(source) else "other partnership",
        similarity=alike.value,
        certainty="possible",
        why=echoed(source, target, codebook.concepts[theme].label, alike, more, everywhere=national(source)),
        rule=RULE,
    )


def national(statement: Statement) -> bool:
    """Whether a national body says it, of no one partnership's work: an inspection of a place is that place's."""
    return not statement.owners and any(national_body(d.publisher) for d in statement.documents)
