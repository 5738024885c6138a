"""What is alike to one statement, of very many: looked up by its words, and not by comparing it with each.

Of each theme the sentences that are about it are kept by the words that stand in them. The weight that a sentence
shares with each of them is then a sum over the places of its own few words: only what shares a word is touched, and
only one statement's answer is in memory at a time. None that reaches the bar is missed, since the sum is the likeness.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from graph.derive.by_theme import ROUNDED, Numbering, Numbers, Sentences, by_theme
from graph.derive.likeness import COMMON, LEAST, held, own_weight
from graph.derive.statements import Statement

Words = tuple[list[int], list[int], list[int]]  # numbers of words: telling ones, those of a theme's name, common ones


@dataclass(frozen=True)
class AlikeOn:
    """Those that are alike to a statement on one theme; one stands there once for each pair of sentences."""

    theme: str
    whom: Numbers
    values: Numbers  # how alike
    beyond: Numbers  # how many telling words they share that do not name the theme


class ByWord:
    """Statements by theme and word; `alike` gives those of which a sentence is alike enough to one of another's."""

    def __init__(
        self,
        told: Sequence[Statement],
        about: Sequence[frozenset[str]],
        least: float,
        names: Callable[[str], frozenset[str]],
    ) -> None:
        """Keep what is told.

        Args:
            told: the statements.
            about: the themes of each, broader ones too.
            least: the likeness, above 0.
            names: the stems that name a theme.
        """
        self._least, self._names = least, names
        words = Numbering()
        self._known = words.known
        self._of: dict[str, _Theme] = {}
        for theme, numbers in sorted(by_theme(about).items()):
            texts = ((n, told[n].text, told[n].cues.get(theme, "")) for n in numbers)
            self._of[theme] = _Theme(Sentences.of(texts, words))

    def alike(self, source: Statement) -> Iterator[AlikeOn]:
        """Numbers of those that are alike to a statement on each theme of it, and how alike."""
        for theme in sorted(source.themes & self._of.keys()):
            for stems, weight in held(source.text, source.cues.get(theme, "")):
                words = self._numbers(stems, self._names(theme))
                yield AlikeOn(theme, *self._of[theme].alike(words, weight, self._least))

    def _numbers(self, stems: Mapping[str, str], naming: frozenset[str]) -> Words:
        """The words of a sentence that are known, as numbers."""
        words: Words = ([], [], [])
        for stem in stems.keys() & self._known.keys():
            words[2 if own_weight(stem) != 1 else stem in naming].append(self._known[stem])
        return words


class _Theme:
    """The sentences about one theme, by the words in them."""

    def __init__(self, sentences: Sentences) -> None:
        self._of_whom, self._weights = sentences.of_whom, np.maximum(sentences.weights, LEAST)
        rows = np.repeat(np.arange(len(self._of_whom), dtype=np.int32), np.diff(sentences.starts))
        order = np.argsort(sentences.words, kind="stable")
        self._rows = rows[order]  # sentences that hold the first word, then those that hold the next
        words, starts = np.unique(sentences.words[order], return_index=True)
        ends = [*starts[1:].tolist(), len(order)]
        self._places = dict(zip(words.tolist(), zip(starts.tolist(), ends, strict=True), strict=True))

    def alike(self, words: Words, weight: float, least: float) -> tuple[Numbers, Numbers, Numbers]:
        """Whose sentences share enough with a sentence of these words and this weight; the rest of an `AlikeOn`."""
        beyond, named, common = (self._holding(some) for some in words)
        shared = beyond + named + common * COMMON
        whole = np.minimum(self._weights, max(weight, LEAST))
        enough = np.flatnonzero((shared >= (least - ROUNDED) * whole) & (shared > 0))
        values = np.minimum(shared[enough] / whole[enough], 1).astype(np.float32)
        return self._of_whom[enough], values, beyond[enough]

    def _holding(self, words: Iterable[int]) -> Numbers:
        """How many of these words stand in each sentence."""
        parts = [self._rows[slice(*self._places[word])] for word in words if word in self._places]
        return np.bincount(np.concatenate(parts) if parts else self._rows[:0], minlength=len(self._of_whom))
