"""Themes that a learning point is likely about by its words, beside those that a cue of the codebook names.

Cues are sure of what they say and know only what somebody thought of. This knows which words stood in learning points
that a reader coded with a theme: a weight a word and theme, learnt by `python -m tests.eval.learn_themes` and kept as a
table that can be read (`theme_words.tsv`). It is asked of learning points alone; its cue is the word that says most.
How well it does on documents it did not learn from is in docs/measured.md.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from math import exp, sqrt

from graph.records import Coding, Polarity
from loaders.coding.wording import words_of

LIKELY = 0.4
_LEAST_WORDS = 6  # fewer are a bare topic, which only a cue can name
_PRINTED = re.compile(r"[A-Za-z][\w'’]{3,}")  # "who" says little to whoever reads it as a cue
_NO_WORD = ""  # the row of how likely a theme is before a word is read
Weights = Mapping[str, Mapping[str, float]]  # by word and theme


def themes_by_words(text: str, known: Iterable[str], polarity: Polarity) -> list[Coding]:
    """The themes beyond those known that the words of a learning point make likely, in the order of their ids."""
    words = words_of(text)
    if polarity == "absent" or len(words) < _LEAST_WORDS:
        return []
    found = sorted(theme for theme, share in likely_themes(words, _table()).items() if share >= LIKELY)
    return [
        Coding(id=theme, cue=_strongest(text, theme), rule=f"{theme}/words", sense="learning", polarity=polarity)
        for theme in found
        if theme not in known
    ]


def likely_themes(words: frozenset[str], weights: Weights) -> dict[str, float]:
    """How likely each theme is (0 to 1), by the weights of words."""
    length = sqrt(len(words)) or 1.0
    scores = defaultdict[str, float](float)
    for word in sorted(words):
        for theme, weight in weights.get(word, {}).items():
            scores[theme] += weight / length
    return {theme: 1 / (1 + exp(-first - scores[theme])) for theme, first in weights[_NO_WORD].items()}


def _strongest(text: str, theme: str) -> str:
    """The word of a text that speaks most for a theme, as printed."""
    printed = _PRINTED.findall(text)
    return max(printed, default=text, key=lambda word: sum(_table().get(w, {}).get(theme, 0.0) for w in words_of(word)))


@lru_cache(maxsize=1)
def _table() -> Weights:
    weights = defaultdict[str, dict[str, float]](dict)
    for line in files("loaders.coding").joinpath("theme_words.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        word, theme, weight = line.split("\t")
        weights[word][theme] = float(weight)
    return weights
