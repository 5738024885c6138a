"""Numbers as this field prints them, in digits and in words, and the words beside one that make it no count: references
("RR 3/19"), pages, ages, measures.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from graph.yaml_data import data_of
from loaders.sieve import Sieve

_ONES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_ONES += ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_WORDS = {word: i for i, word in enumerate(_ONES)}
_WORDS |= (
    _TENS | {f"{t}-{o}": n + i for t, n in _TENS.items() for i, o in enumerate(_ONES[1:10], 1)} | {"none": 0, "nil": 0}
)

_LONGEST_FIRST = sorted((word for word in _WORDS if word not in ("zero", "none")), key=len, reverse=True)


def _beginning(letter: str) -> str:
    return f"{letter}(?:{'|'.join(word[1:] for word in _LONGEST_FIRST if word[0] == letter)})"


# by their first letters: tried at every word of every sentence, and few words begin so
WORD_NUMBER = "(?:" + "|".join(map(_beginning, sorted({word[0] for word in _LONGEST_FIRST}))) + ")"
NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+|{WORD_NUMBER})"
DECIMAL = r"(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|" + WORD_NUMBER + ")"
YEAR = re.compile(r"(?:19|20)\d\d")
THE = (
    r"(?:(?:the|these|those|our|their|its|his|her|my|your|all|all the|a total of|the total(?: of)?)\s+)?"
    r"(?:(?:last|past|latest|most recent|previous)\s+)?"  # "two of the last five reviews"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """One printed figure; `start` and `end` are its place in the sentence."""

    start: int
    end: int
    numerator: int | float | None = None
    denominator: int | float | None = None
    percent: int | float | None = None
    rate: int | float | None = None  # with `per`: "4.1 per 1,000"
    per: int | None = None
    span: str | None = None  # as printed: "20 to 30 per cent"


@cache
def vocabulary() -> dict[str, Any]:
    """The words by which figures are read, as in `loaders/data/statistics.yaml`."""
    loaded: dict[str, Any] = data_of("loaders.data", "statistics.yaml")
    return loaded


def any_of(entries: list[str]) -> str:
    """One expression for a list of the vocabulary, at word borders."""
    return r"(?<![\w-])(?:" + "|".join(entries) + r")(?![\w-])"


@cache
def pattern(name: str, part: str | None = None) -> Sieve:
    """The vocabulary list `name` (or its `part`) as one expression."""
    entries = vocabulary()[name]
    return Sieve(any_of(entries[part] if part else entries), re.I)


def value(printed: str) -> int | float:
    """The number that digits or words say; a decimal only where one is printed."""
    word = printed.casefold().strip()
    if word in _WORDS:
        return _WORDS[word]
    digits = word.replace(",", "")
    return float(digits) if "." in digits else int(digits)


_ANY = re.compile(rf"\d|\b(?:{WORD_NUMBER}|(?:half|thirds?|quarters?)\b)")


def holds_number(sentence: str) -> bool:
    """Whether digits or words say a number: without one there is no figure and no count."""
    return _ANY.search(sentence.lower()) is not None


def holds_percentage(sentence: str) -> bool:
    """Whether a percent sign or "per cent" is printed: without one there is no percentage."""
    return "%" in sentence or "cent" in sentence.lower()


def referred(sentence: str, at: int) -> bool:
    """Whether the number at `at` follows a word that makes it a reference or a place ("page 1 of 4")."""
    listed = r"[\s.:#(]*(?:\d+(?:/\d+)?\s*(?:\([^()\d]*\)\s*)?(?:,|and|&|or)\s*)*$"
    before = sentence[:at]
    numbered = re.search(pattern("numbered_words").pattern + r"\s+$", before, re.I)
    return bool(numbered or re.search(pattern("reference_words").pattern + listed, before, re.I))


def measured(sentence: str, at: int) -> bool:
    """Whether the number that ends at `at` measures time, age or size."""
    return _measures().match(sentence, at) is not None


@cache
def _measures() -> re.Pattern[str]:
    words = "|".join(vocabulary()["measures"])
    return re.compile(rf"(?:[\s-]|(?=[a-z]))(?:calendar\s|working\s)?(?:{words})(?![\w-])", re.I)


def counted_in(sentence: str, end: int | None = None) -> list[re.Match[str]]:
    """The numbers (`n`) before `end` that stand at a noun of something counted ("20 case files")."""
    return list(_count().finditer(sentence, 0, len(sentence) if end is None else end))


@cache
def _count() -> re.Pattern[str]:
    units = any_of([*vocabulary()["looked_at"], *(u for kind in vocabulary()["units"].values() for u in kind)])
    return re.compile(
        rf"(?<![\w/.,-])(?!(?:19|20)\d\d\b)(?P<n>{NUMBER})\s+(?:(?!of\b|\d)[\w'’-]+\s+){{0,3}}?{units}", re.I
    )
