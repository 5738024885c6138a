"""How alike two practice statements are, from their words alone: 0 to 1, the same whatever else is loaded.

The best pair of sentences counts, because an inspection says several things in one paragraph. Words are cut to their
stems, words that stand in all learning of the field count a third, and the shared weight is set against the shorter
sentence. The shared words are the explanation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import yaml

from graph.text import words

_SENTENCE = re.compile(r"(?<=[.;!?:])\s+|\s[•◼■]\s")
_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "edly", "ed", "ies", "es", "s", "ly", "e")
_LEAST = 4.0  # a sentence of one or two words must not look like everything that holds them


@dataclass(frozen=True)
class Likeness:
    """How alike two texts are, and by which words."""

    value: float
    shared: tuple[str, ...]
    telling: int = 0  # how many of the shared words are not common in the field


def likeness(one: str, other: str) -> Likeness:
    """The likeness of the two most alike sentences of two texts; the shared words as the second text writes them."""
    best = Likeness(0.0, ())
    for a in _sentences(one):
        for b in _sentences(other):
            shared = a.keys() & b.keys()
            if not shared:
                continue
            shorter = max(min(_weight(a), _weight(b)), _LEAST)
            value = round(min(1.0, _weight(shared) / shorter), 3)
            if value > best.value:
                order = sorted(shared, key=lambda w: (-_own_weight(w), w))
                telling = sum(1 for w in shared if _own_weight(w) == 1.0)
                best = Likeness(value, tuple(b[w] for w in order), telling)
    return best


@lru_cache(maxsize=20_000)
def _sentences(text: str) -> tuple[Mapping[str, str], ...]:
    """Each sentence as stem → word."""
    silent, _, _ = _vocabulary()
    found = []
    for sentence in _SENTENCE.split(text):
        stems: dict[str, str] = {}
        for word in words(sentence):
            word = word.strip("'.%/").removesuffix("'s")
            if len(word) > 1 and word not in silent and not word[0].isdigit():
                stems.setdefault(stem(word), word)
        if stems:
            found.append(stems)
    return tuple(found)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A word without its ending, or the first of the words that are one with it."""
    _, _, alike = _vocabulary()
    return alike.get(word) or alike.get(word.removesuffix("s")) or _cut(word)


def common(word: str) -> bool:
    """Whether a word stands in most learning of the field."""
    return _own_weight(stem(word)) < 1


def _cut(word: str) -> str:
    if word.endswith("children"):
        return "child"
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            rest = word[: -len(ending)]
            doubled = ending in ("ing", "ed") and rest[-1] == rest[-2] and rest[-1] not in "lsf"
            return rest[:-1] if doubled else rest
    return word[:-1] + "i" if word.endswith("y") and len(word) > 4 else word


def _own_weight(word: str) -> float:
    return 1 / 3 if word in _vocabulary()[1] else 1.0


def _weight(found: Iterable[str]) -> float:
    return sum(_own_weight(w) for w in found)


@lru_cache(maxsize=1)
def _vocabulary() -> tuple[frozenset[str], frozenset[str], dict[str, str]]:
    data = yaml.safe_load(resources.files("graph.derive").joinpath("words.yaml").read_text("utf-8"))
    alike = {word: row[0] for row in data["alike"] for word in row}
    common = frozenset(alike.get(w) or _cut(w) for w in data["common"].split())
    return frozenset(data["silent"].split()), common, alike
