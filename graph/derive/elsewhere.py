"""Where else a recommendation was found wanting: of very many areas the nearest, and how many more there may be.

Nearly everything is near to something somewhere, so of each recommendation only so much is looked at as its nearest
areas take; all pairs would grow with the square of a country. What cannot be one practice, by its themes, by practices
that are named or by how little it shares, is passed by all at once, and the very same words are compared once.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from graph.derive.bars import ALIKE, ALIKE_SAID, Found, named_by, of_practice, same_practice
from graph.derive.by_theme import ROUNDED, Numbers, about_of, broader_of, narrower_of, narrowest
from graph.derive.by_word import AlikeOn, ByWord
from graph.derive.order import known_by, proven
from graph.derive.practices import named
from graph.derive.statements import Scopes, Statement

if TYPE_CHECKING:
    from graph.codebook import Codebook

MOST = 5  # areas that one area's recommendation is joined to; the rest are counted
Echo = tuple[Statement, Found]
T = TypeVar("T", bound=Hashable)


class Elsewhere:
    """What each area's recommendation was found wanting in elsewhere, the most alike looked at first."""

    def __init__(self, seen: list[Statement], codebook: Codebook, scopes: Scopes) -> None:
        """Keep what was `seen`, in order of their keys."""
        self._seen, self._codebook, self._scopes = seen, codebook, scopes
        self._narrower = narrower_of(codebook)
        broader = broader_of(self._narrower)
        self._about = [about_of(s, broader) for s in seen]
        self._areas, self._area = _numbered(tuple(sorted(s.owners)) for s in seen)
        self._words = _numbered((s.text, s.themes, tuple(s.cues.items()), s.bare) for s in seen)[1].tolist()
        self._names, self._named = _numbered(named(s.text) for s in seen)
        self._proven = np.array([proven(s) for s in seen], int)
        self._bare, self._topic = (np.array([getattr(s, of) for s in seen], bool) for of in ("bare", "topic"))
        self._by_word = ByWord(seen, self._about, ALIKE_SAID, lambda theme: named_by(theme, codebook))
        self._apart: dict[frozenset[str], Numbers] = {}
        self._met: dict[frozenset[str], tuple[Numbers, Numbers]] = {}

    def nearest(self, source: Statement) -> tuple[list[Echo], str]:
        """The most alike of each area, of the nearest areas; and what is said of the areas more it was seen in.

        `source` is a recommendation whose words are known.
        """
        others, values, worth = self._alike(source)
        best: dict[int, Echo] = {}
        least = -1.0  # how alike the last of the nearest is, once there are enough
        looked: set[tuple[int, int]] = set()
        found: dict[int, list[Found]] = {}
        for other, value in zip(others[worth].tolist(), values[worth].tolist(), strict=True):
            if value + ROUNDED < least:
                break
            area, words, target = int(self._area[other]), self._words[other], self._seen[other]
            if (area, words) in looked or (area in best and value + ROUNDED < best[area][1][1].value):
                continue
            looked.add((area, words))
            if words not in found:
                themes = narrowest(source.themes & self._about[other], self._narrower)
                found[words] = same_practice(source, target, themes, self._codebook, joint=False)
            for same in found[words]:
                best[area] = min(best.get(area, (target, same)), (target, same), key=_first)
                if len(best) >= MOST:
                    least = sorted((e[1][1].value for e in best.values()), reverse=True)[MOST - 1]
        near = sorted(best.values(), key=_first)
        rest = set(np.unique(self._area[others[values + ROUNDED < least]]).tolist()) - best.keys()
        more = len(near[MOST:]) + len(rest)
        if not more:
            return near[:MOST], ""
        seen = "may have been seen" if rest else "was seen"  # what is less alike was not looked at
        return near[:MOST], f"It {seen} in {more} more areas, which are not joined to it."

    def _alike(self, source: Statement) -> tuple[Numbers, Numbers, Numbers]:
        """Numbers of those of other areas that are alike and proven later, the most alike first; how alike, and which
        are worth looking at.
        """
        found = [(np.empty(0, np.int32), np.empty(0, np.float32), np.empty(0, bool))]
        for alike in self._by_word.alike(source):
            may = (self._proven[alike.whom] > known_by(source)) & self._is_apart(source)[self._area[alike.whom]]
            later = AlikeOn(alike.theme, alike.whom[may], alike.values[may], alike.beyond[may])
            found.append((later.whom, later.values, self._worth(source, later)))
        others, values, worth = (np.concatenate(part) for part in zip(*found, strict=True))
        order = np.lexsort((others, -values))
        return others[order], values[order], worth[order]

    def _worth(self, source: Statement, alike: AlikeOn) -> Numbers:
        """Which may be one practice with the source on this theme; `same_practice` finds the others not to be."""
        if not of_practice(alike.theme, self._codebook):
            return np.zeros(len(alike.whom), bool)
        specific = self._codebook.concepts[alike.theme].specific
        meets, differs = (table[self._named[alike.whom]] for table in self._meeting(source))
        enough = (alike.values + ROUNDED >= ALIKE) & (alike.beyond > 0)
        words = ~differs & (meets | enough | (specific & ~self._bare[alike.whom]))
        return np.where(self._topic[alike.whom], specific, words)

    def _meeting(self, source: Statement) -> tuple[Numbers, Numbers]:
        """By sets of practices that are named: whether one is the source's; whether both name some and share none."""
        names = named(source.text)
        if names not in self._met:
            meets = np.array([bool(names & other) for other in self._names], bool)
            self._met[names] = meets, ~meets & np.array([bool(names and other) for other in self._names], bool)
        return self._met[names]

    def _is_apart(self, source: Statement) -> Numbers:
        """By areas: whether it is another than the source's."""
        if source.owners not in self._apart:
            apart = [self._scopes.scope(source.owners, area) is None for area in self._areas]
            self._apart[source.owners] = np.array(apart, bool)
        return self._apart[source.owners]


def _numbered(things: Iterable[T]) -> tuple[list[T], Numbers]:
    """Each different one once, in the order they come; and of each its number among these."""
    numbers: dict[T, int] = {}
    of_each = np.array([numbers.setdefault(one, len(numbers)) for one in things], int)
    return list(numbers), of_each


def _first(echo: Echo) -> tuple[float, str, str]:
    """The most alike first."""
    target, (theme, found) = echo
    return -found.value, target.node.id, theme
