"""What a sentence most likely tells, by its words and its neighbours': for running text that no rule explains.

A small linear model. Read are the words of the sentence and each two that stand side by side, and in the same way the
sentences before and after it (`<`, `>`): what is told of a meeting or of a family is told in much the same words as
what went wrong, and shows by what stands around it. Not the heading: its meaning was asked before, and one that was not
understood ("Background") hides what is told below it. Each of these that stands in six or more of
the labelled fictional documents of `tests/eval/unseen` has a weight for each thing a sentence can be, learnt by `python
-m tests.eval.learn_wording` and kept as a table that can be read (`wording.tsv`; against telling nothing, digits as 0).
How well it does on documents it did not learn from is in docs/measured.md. It never says how far work is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from math import exp, sqrt
from typing import Literal, NamedTuple, TypeVar, cast

Told = Literal["finding", "recommendation", "action", "good-practice"]
T = TypeVar("T")

_WORD = re.compile(r"[a-z']+|0|[%£:;?“”]")
_DIGITS = re.compile(r"\d+")
_NOTHING = ""  # the row of what each is likely to be before a word is read
_BEGINS, _ENDS = "^", "$"


class Around(NamedTuple):
    """What stands around a sentence: the ones before and after it; "" where there is none."""

    before: str = ""
    after: str = ""


ALONE = Around()


def words_of(sentence: str) -> frozenset[str]:
    """The words a sentence is judged by: in lower case, numbers as 0, each once."""
    return frozenset(_words(sentence))


@lru_cache(maxsize=2048)  # a sentence is read for itself, and for the ones on either side
def pairs_of(sentence: str) -> frozenset[str]:
    """The words of a sentence and each two that stand side by side, its beginning and its end among them."""
    words = [_BEGINS, *_words(sentence), _ENDS]
    return frozenset([*words[1:-1], *(f"{one} {two}" for one, two in pairwise(words))])


def marks_of(sentence: str, around: Around) -> Iterator[tuple[str, float]]:
    """What a sentence is judged by, each with how much it counts: less for its neighbours."""
    for sign, text, counts in (("", sentence, 1.0), ("<", around.before, 0.7), (">", around.after, 0.7)):
        if text:
            marks = pairs_of(text)
            share = counts / sqrt(len(marks))
            yield from ((sign + mark, share) for mark in marks)


def likely(sentence: str, around: Around = ALONE) -> tuple[Told, float]:
    """What a sentence most likely tells, if anything, and how likely that is (0 to 1; the rest is for the others)."""
    told, weights = _table()
    return judged(sentence, around, told, weights)


def nothing(sentence: str, around: Around = ALONE) -> float:
    """How likely a sentence tells none of what is told apart (0 to 1)."""
    told, weights = _table()
    return 1.0 - sum(_shares(sentence, around, weights, len(told)))


def is_word(word: str) -> bool:
    """Whether a word in lower case is one of many documents, and so no name."""
    return word in _table()[1]


def judged(sentence: str, around: Around, told: Sequence[T], weights: Mapping[str, Sequence[float]]) -> tuple[T, float]:
    """The likeliest of what is told apart, by weights against telling nothing (under "": before a word is read)."""
    shares = _shares(sentence, around, weights, len(told))
    best = max(range(len(told)), key=shares.__getitem__)
    return told[best], shares[best]


def _shares(sentence: str, around: Around, weights: Mapping[str, Sequence[float]], number: int) -> list[float]:
    """How likely each of what is told apart is; what is left of one is for nothing."""
    sums = list(weights[_NOTHING])
    for mark, share in marks_of(sentence, around):
        if row := weights.get(mark):
            for i in range(number):
                sums[i] += share * row[i]
    scores = [exp(one) for one in sums]
    return [score / (1.0 + sum(scores)) for score in scores]


def _words(sentence: str) -> list[str]:
    return _WORD.findall(_DIGITS.sub("0", sentence.lower().replace("’", "'")))


@lru_cache(maxsize=1)
def _table() -> tuple[tuple[Told, ...], dict[str, tuple[float, ...]]]:
    """What is told apart, and the weights of each mark against telling nothing."""
    lines = files("loaders.coding").joinpath("wording.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines[1:])
    weights = {word: tuple(map(float, numbers)) for word, *numbers in rows}
    return cast(tuple[Told, ...], tuple(lines[0].split("\t")[1:])), weights
