"""What is alike to one statement, of very many: looked up by its words, and not by comparing it with each.

Of each theme the sentences that are about it are kept by the words that stand in them. The weight that a sentence
shares with each of them is then a sum over the places of its own few words: only what shares a word is touched, and
only one statement's answer is in memory at a time. None that reaches the bar is missed, since the sum is the likeness.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from graph.derive.by_theme import ROUNDED, Numbers, Sentences, by_theme
from graph.derive.likeness import COMMON, LEAST, held, own_weight
from graph.derive.statements import Statement


class ByWord:
    """Statements by theme and word; `alike` gives those of which a sentence is alike enough to one of another's."""

    def __init__(self, told: Sequence[Statement], about: Sequence[frozenset[str]], least: float) -> None:
        """Keep what is told; `about` are the themes of each, broader ones too, `least` the likeness, above 0."""
        self._least = least
        self._known: dict[str, int] = {}
        self._of: dict[str, _Theme] = {}
        for theme, numbers in sorted(by_theme(about).items()):
            texts = ((n, told[n].text, told[n].cues.get(theme, "")) for n in numbers)
            self._of[theme] = _Theme(Sentences.of(texts, self._known))

    def alike(self, source: Statement) -> tuple[Numbers, Numbers]:
        """Numbers of those that are alike to a statement on a theme of it, and how alike.

        A number stands there once for each pair of sentences on each theme.
        """
        found = [
            self._of[theme].alike(self._numbers(stems), weight, self._least)
            for theme in sorted(source.themes & self._of.keys())
            for stems, weight in held(source.text, source.cues.get(theme, ""))
        ]
        if not found:
            return np.empty(0, np.int32), np.empty(0, np.float32)
        whom, values = (np.concatenate(part) for part in zip(*found, strict=True))
        return whom, values

    def _numbers(self, stems: Mapping[str, str]) -> tuple[list[int], list[int]]:
        """The words of a sentence that are known, as numbers: those that weigh 1, and common ones."""
        known = [(self._known[stem], own_weight(stem)) for stem in stems if stem in self._known]
        return [n for n, weight in known if weight == 1], [n for n, weight in known if weight != 1]


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

    def alike(self, words: tuple[list[int], list[int]], weight: float, least: float) -> tuple[Numbers, Numbers]:
        """Whose sentences share enough with a sentence of these words and this weight, and how alike they are."""
        shared = self._holding(words[0]) + self._holding(words[1]) * COMMON
        whole = np.minimum(self._weights, max(weight, LEAST))
        enough = np.flatnonzero((shared >= (least - ROUNDED) * whole) & (shared > 0))
        return self._of_whom[enough], np.minimum(shared[enough] / whole[enough], 1).astype(np.float32)

    def _holding(self, words: Iterable[int]) -> Numbers:
        """How many of these words stand in each sentence."""
        parts = [self._rows[slice(*self._places[word])] for word in words if word in self._places]
        return np.bincount(np.concatenate(parts) if parts else self._rows[:0], minlength=len(self._of_whom))
