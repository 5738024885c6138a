"""What a sentence most likely tells, by its words alone: for running text that no heading and no rule explains.

A small linear model: each word that stands in eight or more of the labelled fictional documents of `tests/eval/unseen`
has a weight for each thing a sentence can be, learnt by `python -m tests.eval.learn_wording` and kept as a table that
can be read (`wording.tsv`; against telling nothing, digits as 0). It knows no names and no phrases. How well it does
on documents it did not learn from is in docs/measured.md. It never says how far work is, nor praises or blames.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from math import exp, sqrt
from typing import Literal, TypeVar, cast

Told = Literal["finding", "recommendation", "action", "good-practice"]
T = TypeVar("T")

_WORD = re.compile(r"[a-z']+|0|[%£:;?“”]")
_DIGITS = re.compile(r"\d+")
_NOTHING = ""  # the row of what each is likely to be before a word is read


def words_of(sentence: str) -> frozenset[str]:
    """The words a sentence is judged by: in lower case, numbers as 0, each once."""
    return frozenset(_WORD.findall(_DIGITS.sub("0", sentence.lower().replace("’", "'"))))


def likely(sentence: str) -> tuple[Told, float]:
    """What a sentence most likely tells, if anything, and how likely that is (0 to 1; the rest is for the others)."""
    told, weights = _table()
    return judged(words_of(sentence), told, weights)


def nothing(sentence: str) -> float:
    """How likely a sentence tells none of what is told apart (0 to 1)."""
    told, weights = _table()
    return 1.0 - sum(_shares(words_of(sentence), weights, len(told)))


def judged(words: Iterable[str], told: Sequence[T], weights: Mapping[str, Sequence[float]]) -> tuple[T, float]:
    """The likeliest of what is told apart, by the weights of words against telling nothing (under "": of no word)."""
    shares = _shares(words, weights, len(told))
    best = max(range(len(told)), key=shares.__getitem__)
    return told[best], shares[best]


def _shares(words: Iterable[str], weights: Mapping[str, Sequence[float]], number: int) -> list[float]:
    """How likely each of what is told apart is; what is left of one is for nothing."""
    known = [weights[word] for word in words if word in weights]
    length = sqrt(len(known)) or 1.0
    scores = [exp(weights[_NOTHING][i] + sum(row[i] for row in known) / length) for i in range(number)]
    return [score / (1.0 + sum(scores)) for score in scores]


@lru_cache(maxsize=1)
def _table() -> tuple[tuple[Told, ...], dict[str, tuple[float, ...]]]:
    """What is told apart, and the weights of each word against telling nothing."""
    lines = files("loaders.coding").joinpath("wording.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines[1:])
    weights = {word: tuple(map(float, numbers)) for word, *numbers in rows}
    return cast(tuple[Told, ...], tuple(lines[0].split("\t")[1:])), weights
