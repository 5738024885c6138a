"""Which statements are worth comparing: those of one area, about one thing, in words that are alike enough.

Comparing each statement with each other one by one grows with the square of a collection. So the shared weight of all
sentences about one theme in one area is worked out at once, as one product of two matrices (sentences by words), and
only pairs that reach the bar are looked at. None that reaches it is missed; one area is in memory at a time, and of its
sentences two thousand by two thousand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

from graph.derive.likeness import COMMON, LEAST, common_among, held
from graph.derive.statements import Statement

if TYPE_CHECKING:
    from graph.codebook import Codebook

Pair = tuple[Statement, Statement, list[str]]
Numbers = NDArray[Any]
Alike = tuple[Numbers, Numbers, Numbers]  # numbers of sources, of targets, likeness


class Areas(Protocol):
    """Which areas owners belong to; `Scopes` is one."""

    def areas(self, owners: Iterable[str]) -> set[str]:
        """Names of areas; two statements are compared where they share one."""
        ...


_AT_ONCE = 2_000  # sentences of either side in one product
ROUNDED = 0.001  # likeness is rounded to three digits


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
    broader = broader_of(narrower)
    from_, to = _by_area(sources, scopes), _by_area(targets, scopes)
    for area in sorted(from_.keys() & to.keys()):
        mine, theirs = from_[area], to[area]
        about = [about_of(s, broader) for s in theirs]
        ones, others, _ = alike(mine, theirs, about, least)
        pairs = np.unique(ones.astype(np.int64) * len(theirs) + others)
        for a, b in zip((pairs // len(theirs)).tolist(), (pairs % len(theirs)).tolist(), strict=True):
            both = scopes.areas(mine[a].owners) & scopes.areas(theirs[b].owners)
            if area == min(both):  # else given in another area
                yield mine[a], theirs[b], narrowest(mine[a].themes & about[b], narrower)


def about_of(statement: Statement, broader: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The themes of a statement and all that are broader."""
    return frozenset(above for theme in statement.themes for above in broader.get(theme, {theme}))


def narrowest(themes: frozenset[str], narrower: Mapping[str, frozenset[str]]) -> list[str]:
    """Those themes of which none of the others is a narrower one."""
    return sorted(t for t in themes if not narrower.get(t, frozenset()) & themes)


def broader_of(narrower: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """Every theme with itself and all its broader ones."""
    found: dict[str, set[str]] = {theme: {theme} for theme in narrower}
    for theme, below in narrower.items():
        for one in below:
            found[one].add(theme)
    return {theme: frozenset(above) for theme, above in found.items()}


def alike(
    sources: Sequence[Statement],
    targets: Sequence[Statement],
    about: Sequence[frozenset[str]],
    least: float,
) -> Alike:
    """Which of the sources and targets reach a likeness on a theme of the source: their numbers, and how alike.

    Args:
        sources: what is compared.
        targets: what it is compared with.
        about: the themes of each target, broader ones too.
        least: the likeness, above 0 and up to 1.

    Returns:
        Three arrays of one length; a pair stands there once for each pair of sentences on each theme.
    """
    found: list[Alike] = []
    of_theme = by_theme([s.themes for s in sources]), by_theme(about)
    words = Numbering()
    for theme in sorted(of_theme[0].keys() & of_theme[1].keys()):
        one, other = (
            Sentences.of(((n, told[n].text, told[n].cues.get(theme, "")) for n in numbers[theme]), words)
            for told, numbers in zip((sources, targets), of_theme, strict=True)
        )
        found += _blocks(one, other, words.known, least)
    return _together(found)


def alike_texts(ones: Iterable[str], others: Iterable[str], least: float) -> Alike:
    """Which of these texts reach a likeness (above 0 and up to 1), whatever they are about; see `alike`."""
    words = Numbering()
    one, other = (Sentences.of(((n, text, "") for n, text in enumerate(texts)), words) for texts in (ones, others))
    return _together(list(_blocks(one, other, words.known, least)))


def _together(found: list[Alike]) -> Alike:
    if not found:
        return np.empty(0, np.int32), np.empty(0, np.int32), np.empty(0, np.float32)
    ones, others, values = (np.concatenate(part) for part in zip(*found, strict=True))
    return ones, others, values


def by_theme(themes: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    """Theme → the numbers of those that are about it."""
    found: dict[str, list[int]] = {}
    for number, of_one in enumerate(themes):
        for theme in of_one:
            found.setdefault(theme, []).append(number)
    return found


def _by_area(told: Iterable[Statement], scopes: Areas) -> dict[str, list[Statement]]:
    found: dict[str, list[Statement]] = {}
    for statement in told:
        for area in scopes.areas(statement.owners):
            found.setdefault(area, []).append(statement)
    return found


class Numbering:
    """Words as numbers, in the order in which they are met; a text of several themes is numbered once."""

    def __init__(self) -> None:
        self.known: dict[str, int] = {}
        self._of: dict[tuple[str, str], list[tuple[list[int], float]]] = {}

    def of(self, text: str, cue: str) -> list[tuple[list[int], float]]:
        """The sentences that hold a cue, as the numbers of their words; and their weights."""
        if (text, cue) not in self._of:
            known = self.known
            self._of[text, cue] = [
                ([known.setdefault(stem, len(known)) for stem in stems], weight) for stems, weight in held(text, cue)
            ]
        return self._of[text, cue]


@dataclass(frozen=True)
class Sentences:
    """The sentences by which statements are about a theme: whose each is, its words as numbers, and its weight."""

    of_whom: Numbers
    words: Numbers  # of all sentences, one after the other
    starts: Numbers  # where the words of each sentence begin, and where the last ends
    weights: Numbers

    @classmethod
    def of(cls, texts: Iterable[tuple[int, str, str]], numbering: Numbering) -> Sentences:
        """Those of texts (number, words, cue) that hold the cue."""
        of_whom, words, starts, weights = [], list[int](), [0], list[float]()
        for number, text, cue in texts:
            for numbers, weight in numbering.of(text, cue):
                words += numbers
                of_whom.append(number)
                starts.append(len(words))
                weights.append(weight)
        return cls(np.array(of_whom, np.int32), np.array(words, np.int32), np.array(starts), np.array(weights))

    def parts(self) -> Iterator[Sentences]:
        """So many of them at a time."""
        for start in range(0, len(self.of_whom), _AT_ONCE):
            end = min(start + _AT_ONCE, len(self.of_whom))
            first, last = self.starts[start], self.starts[end]
            starts = self.starts[start : end + 1] - first
            yield Sentences(self.of_whom[start:end], self.words[first:last], starts, self.weights[start:end])

    def by_word(self, columns: Numbers) -> Numbers:
        """One row a sentence, one column a word: 1 where it stands there. `columns` are the words, in order."""
        found = np.zeros((len(self.of_whom), len(columns)), np.float32)
        rows = np.repeat(np.arange(len(self.of_whom)), np.diff(self.starts))
        at = np.minimum(np.searchsorted(columns, self.words), len(columns) - 1)
        there = columns[at] == self.words
        found[rows[there], at[there]] = 1
        return found


def _blocks(one: Sentences, other: Sentences, known: Mapping[str, int], least: float) -> Iterator[Alike]:
    """Numbers of statements with two sentences that are alike enough, and how alike; `known` numbers all words."""
    own = np.ones(len(known), np.float32)
    own[common_among(known)] = COMMON
    theirs = [(part, np.unique(part.words)) for part in other.parts()]
    for mine in one.parts():
        words = np.unique(mine.words)
        for part, others in theirs:
            columns = np.intersect1d(words, others, assume_unique=True)
            if not len(columns):
                continue
            with np.errstate(invalid="ignore"):  # some builds of the matrix library set the flag on finite numbers
                shared = (mine.by_word(columns) * own[columns]) @ part.by_word(columns).T
            assert not np.isnan(shared).any()
            whole = np.maximum(np.minimum.outer(mine.weights, part.weights), LEAST)
            rows, found = np.nonzero((shared >= (least - ROUNDED) * whole) & (shared > 0))
            values = np.minimum(shared[rows, found] / whole[rows, found], 1).astype(np.float32)
            yield mine.of_whom[rows], part.of_whom[found], values
