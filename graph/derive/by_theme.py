"""Which statements are worth comparing: those of one area, about one thing, in words that are alike enough.

Comparing each statement with each other one by one grows with the square of a collection. So the shared weight of all
sentences about one theme in one area is worked out at once, as one product of two matrices (sentences by words), and
only pairs that reach the bar are looked at. None that reaches it is missed; one area is in memory at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

from graph.derive.likeness import LEAST, held, own_weight
from graph.derive.statements import Statement

if TYPE_CHECKING:
    from graph.codebook import Codebook

Pair = tuple[Statement, Statement, list[str]]


class Areas(Protocol):
    """Which areas owners belong to; `Scopes` is one."""

    def areas(self, owners: Iterable[str]) -> set[str]:
        """Names of areas; two statements are compared where they share one."""
        ...


_AT_ONCE = 2_000  # sentences of sources in one product
_ROUNDED = 0.001  # likeness is rounded to three digits


def narrower_of(codebook: Codebook) -> dict[str, frozenset[str]]:
    """Every theme with all its narrower ones, worked out once."""
    return {id_: frozenset(codebook.descendants(id_)) for id_ in codebook.concepts}


def sharing(
    sources: Iterable[Statement],
    targets: Iterable[Statement],
    narrower: Mapping[str, frozenset[str]],
    scopes: Areas,
    least: float,
) -> Iterator[Pair]:
    """Pairs of one area that are about a theme of the source or a narrower one and reach a likeness on it.

    Args:
        sources: what is compared, in the order in which the pairs of one area are given.
        targets: what it is compared with.
        narrower: every theme with its narrower ones.
        scopes: which partnerships are one area.
        least: the likeness, above 0 and up to 1.

    Yields:
        Source, target, and the themes of the source that both are about, the narrowest of each branch; each pair once.
    """
    broader = _broader(narrower)
    from_, to = _by_area(sources, scopes), _by_area(targets, scopes)
    for area in sorted(from_.keys() & to.keys()):
        mine, theirs = from_[area], to[area]
        about = [frozenset(a for t in s.themes for a in broader.get(t, {t})) for s in theirs]
        near: dict[int, set[int]] = {}
        for theme in sorted({t for s in mine for t in s.themes}):
            one = _Sentences.of(mine, theme, [n for n, s in enumerate(mine) if theme in s.themes])
            other = _Sentences.of(theirs, theme, [n for n, themes in enumerate(about) if theme in themes])
            for a, b in _alike(one, other, least):
                near.setdefault(a, set()).add(b)
        for a in sorted(near):
            areas = scopes.areas(mine[a].owners)
            for b in sorted(near[a]):
                if area == min(areas & scopes.areas(theirs[b].owners)):  # else given in another area
                    shared = mine[a].themes & about[b]
                    yield mine[a], theirs[b], sorted(t for t in shared if not narrower.get(t, frozenset()) & shared)


def _by_area(told: Iterable[Statement], scopes: Areas) -> dict[str, list[Statement]]:
    found: dict[str, list[Statement]] = {}
    for statement in told:
        for area in scopes.areas(statement.owners):
            found.setdefault(area, []).append(statement)
    return found


def _broader(narrower: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """Every theme with itself and all its broader ones."""
    found: dict[str, set[str]] = {theme: {theme} for theme in narrower}
    for theme, below in narrower.items():
        for one in below:
            found[one].add(theme)
    return {theme: frozenset(above) for theme, above in found.items()}


@dataclass(frozen=True)
class _Sentences:
    """The sentences by which statements are about a theme: whose each is, its stems and its weight."""

    of_whom: NDArray[Any]
    stems: list[Mapping[str, str]]
    weights: NDArray[Any]

    @classmethod
    def of(cls, told: list[Statement], theme: str, numbers: list[int]) -> _Sentences:
        """Those of the statements with these numbers."""
        rows = [(n, *pair) for n in numbers for pair in held(told[n].text, told[n].cues.get(theme, ""))]
        return cls(np.array([n for n, _, _ in rows], int), [s for _, s, _ in rows], np.array([w for _, _, w in rows]))

    def by_word(self, columns: Mapping[str, int], weighed: bool) -> NDArray[Any]:
        """One row a sentence, one column a word: its weight, or 1."""
        found = np.zeros((len(self.stems), len(columns)), np.float32)
        for row, stems in enumerate(self.stems):
            for stem in stems:
                if (column := columns.get(stem)) is not None:
                    found[row, column] = own_weight(stem) if weighed else 1
        return found

    def part(self, start: int) -> _Sentences:
        """The next of them."""
        rows = slice(start, start + _AT_ONCE)
        return _Sentences(self.of_whom[rows], self.stems[rows], self.weights[rows])


def _alike(one: _Sentences, other: _Sentences, least: float) -> Iterator[tuple[int, int]]:
    """Numbers of statements with two sentences that are alike enough."""
    words = {stem for stems in one.stems for stem in stems} & {stem for stems in other.stems for stem in stems}
    columns = {stem: n for n, stem in enumerate(sorted(words))}
    if not columns:
        return
    held_by_other = other.by_word(columns, weighed=False).T
    for start in range(0, len(one.stems), _AT_ONCE):
        part = one.part(start)
        with np.errstate(invalid="ignore"):  # some builds of the matrix library set the flag on finite numbers
            shared = part.by_word(columns, weighed=True) @ held_by_other
        assert not np.isnan(shared).any()
        bar = (least - _ROUNDED) * np.maximum(np.minimum.outer(part.weights, other.weights), LEAST)
        rows, found = np.nonzero((shared >= bar) & (shared > 0))
        yield from set(zip(part.of_whom[rows].tolist(), other.of_whom[found].tolist(), strict=True))
