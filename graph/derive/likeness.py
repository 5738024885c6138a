"""How alike two practice statements are, from their words alone: 0 to 1, the same whatever else is loaded.

The best pair of sentences counts, because an inspection says several things in one paragraph. Words are cut to their
stems, words that stand in all learning of the field count a third, and the shared weight is set against the shorter
sentence. The shared words are the explanation.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import fsum

from graph.text import words
from graph.yaml_data import data_of

_SENTENCE = re.compile(r"(?<=[.;!?:])\s+|\s[•◼■]\s|\s*[-–—]\s+")
_MAY_END = re.compile(r"[-.;!?:•◼■–—]\s")  # what stands wherever a sentence ends: told quickly
_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "edly", "ed", "ies", "es", "s", "ly", "e")
_KEPT = 100_000  # texts of one large partnership; what is compared next to each other is cut only once
COMMON = 1 / 3  # what a word weighs that stands in most learning of the field
LEAST = 4.0  # a sentence of one or two words must not look like everything that holds them


@dataclass(frozen=True)
class Likeness:
    """How alike two texts are, and by which words."""

    value: float
    shared: tuple[str, ...]
    telling: int = 0  # how many of the shared words are not common in the field
    covers: float = 0.0  # how much of the shorter sentence is shared, however short it is


def likeness(one: str, other: str, cues: tuple[str, str] = ("", "")) -> Likeness:
    """The likeness of the two most alike sentences of two texts; the shared words as the second text writes them.

    `cues` are the words by which each text is about a theme: then only the sentences that hold them are compared,
    because two reports can be alike in one sentence and about the theme in another. A cue in no sentence is passed by.
    """
    best = Likeness(0.0, ())
    for a, a_weight in held(one, cues[0]):
        for b, b_weight in held(other, cues[1]):
            shared = a.keys() & b.keys()
            if not shared:
                continue
            least, weight = min(a_weight, b_weight), _weight(shared)
            value = round(min(1.0, weight / max(least, LEAST)), 3)
            if value > best.value:
                order = sorted(shared, key=lambda w: (-own_weight(w), w))
                telling = sum(1 for w in shared if own_weight(w) == 1.0)
                best = Likeness(value, tuple(b[w] for w in order), telling, round(min(1.0, weight / least), 3))
    return best


@lru_cache(maxsize=_KEPT)
def held(text: str, cue: str = "") -> tuple[tuple[Mapping[str, str], float], ...]:
    """The sentences that hold a cue as stem → word, with their weights; all where none does or none is given."""
    return tuple((stems, _weight(stems)) for _, stems in _about(text, cue))


def forget() -> None:
    """Let go of texts that were cut, once no more are compared: it is room that later steps need."""
    for kept in (held, _cut_cue, _sentences):
        kept.cache_clear()


def about(text: str, cue: str = "") -> list[str]:
    """The same sentences as they are written."""
    return [sentence for sentence, _ in _about(text, cue)]


def _about(text: str, cue: str) -> list[tuple[str, Mapping[str, str]]]:
    cut, told = _cut_cue(cue), _sentences(text)
    return [(s, stems) for s, stems in told if cut and cut <= stems.keys()] or list(told)


@lru_cache(maxsize=_KEPT)
def _cut_cue(cue: str) -> frozenset[str]:
    return frozenset(stems_of(cue))


@lru_cache(maxsize=_KEPT)
def _sentences(text: str) -> tuple[tuple[str, Mapping[str, str]], ...]:
    """Each sentence, and it as stem → word."""
    parts = _SENTENCE.split(text) if _MAY_END.search(text) else [text]
    return tuple((sentence, stems) for sentence in parts if (stems := stems_of(sentence)))


def stems_of(text: str) -> dict[str, str]:
    """The words of a text that say something, as stem → word."""
    stems: dict[str, str] = {}
    for word in words(text):
        if said := _saying(word):
            stems.setdefault(*said)
    return stems


@lru_cache(maxsize=50_000)
def _saying(word: str) -> tuple[str, str] | None:
    """A word's stem and the word without signs around it, each kept once; None where it says nothing."""
    word = word.strip("'.%/").removesuffix("'s")
    return (stem(word), word) if len(word) > 1 and not silent(word) and not word[0].isdigit() else None


def rarest(sentence: Iterable[str], times: Mapping[str, int], least: float) -> list[str]:
    """The rarest stems of a sentence that together outweigh what may differ where `least` of it is shared.

    Args:
        sentence: its stems.
        times: how often each stem stands anywhere; any order is right, this one is quick.
        least: the part of the sentence's weight that must be shared, 0 to 1.
    """
    ordered = sorted(sentence, key=lambda s: (times.get(s, 0), s))
    may_differ = (1 - least) * _weight(ordered)
    chosen: list[str] = []
    weight = 0.0
    for one in ordered:
        chosen.append(one)
        weight += own_weight(one)
        if weight > may_differ + 1e-9:
            break
    return chosen


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A word without its ending, or the first of the words that are one with it."""
    _, _, alike = _vocabulary()
    return alike.get(word) or alike.get(word.removesuffix("s")) or _cut(word)


def common(word: str) -> bool:
    """Whether a word stands in most learning of the field."""
    return own_weight(stem(word)) < 1


def beginnings(word: str) -> tuple[str, ...]:
    """How the words begin that are one with `word`: for finding it in a text that is not cut to stems."""
    _, _, alike = _vocabulary()
    one = stem(word)
    rows = sorted(w for w, first in alike.items() if first == one)
    return tuple(rows) or (one.removesuffix("i") if word.endswith(("y", "ies")) else one,)


def silent(word: str) -> bool:
    """Whether a word says nothing."""
    return word in _vocabulary()[0]


def _cut(word: str) -> str:
    if word.endswith("children"):
        return "child"
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            rest = word[: -len(ending)]
            if ending == "ies" or rest.endswith("y"):
                return rest.removesuffix("y") + "i"  # agencies as agency, identifying as identify
            doubled = ending in ("ing", "ed") and rest[-1] == rest[-2] and rest[-1] not in "lsf"
            return rest[:-1] if doubled or (rest.endswith("e") and len(rest) > 4) else rest
    return word[:-1] + "i" if word.endswith("y") and len(word) > 4 else word


def own_weight(word: str) -> float:
    """What a stem weighs: 1, or a third where it stands in most learning of the field."""
    return COMMON if word in _vocabulary()[1] else 1.0


def common_among(known: Mapping[str, int]) -> list[int]:
    """The numbers of those stems that stand in most learning of the field, `known` being stem → number."""
    return [known[word] for word in _vocabulary()[1] if word in known]


def _weight(found: Collection[str]) -> float:
    thirds = sum(map(_vocabulary()[1].__contains__, found))
    return _sum(len(found) - thirds, thirds)


@lru_cache(maxsize=10_000)
def _sum(ones: int, thirds: int) -> float:
    return fsum([1.0] * ones + [COMMON] * thirds)  # the same whatever the order of a set


@lru_cache(maxsize=1)
def _vocabulary() -> tuple[frozenset[str], frozenset[str], dict[str, str]]:
    data = data_of("graph.derive", "words.yaml")
    alike = {word: row[0] for row in data["alike"] for word in row}
    common = frozenset(alike.get(w) or _cut(w) for w in data["common"].split())
    return frozenset(data["silent"].split()), common, alike
