"""A sieve finds what its pattern finds, whatever the pattern and the text."""

from __future__ import annotations

import random
import re

import pytest

from loaders.needs import starts_in, ways_of
from loaders.parse.cues import cue
from loaders.sieve import Sieve

PATTERNS = [
    r"\b(?:recommends?|ask(?:s|ed)? (?:that|for))\b",
    r"^(?:the )?(?:panel|review)'?s? (?:also |then )*found",
    r"(?<![\w-])(?:audit|sample)(?![\w-])",
    r"(?<![^\w])up",
    r"recogni[sz]ed|\d+ ?%|:-?$",
    r"\b(?:no|not) (?:\w+ ){0,2}?(?:plan|visit)s?\b|\bnobody\b",
    r"(?P<who>[A-Z]\w+) (?:was|were) (?-i:NOT) seen",
    r"\ban? (?:old|new)|\bof\b[^.]{0,9}\bit\b",
    r"in[^a-z]+(?:the|a)\s+end",
    r"(?:un)?told",
    r"(?:a|be|see)n? ?",
    r"\W*$",
    r"Kind ſir|ısland",
]
WORDS = re.findall(
    r"\S+",
    "the panel's review also found that nobody asked for an audit-sample of it, and no new plan 40% up in a end told "
    "untold Anna was NOT seen recognised not one visit: recommends RECOMMEND kınd Kind ſir sir ISLAND island be an",
)


def texts() -> list[str]:
    """Words in any order, also run into one another and in capitals; the same at each run."""
    chance = random.Random(7)
    made = [
        chance.choice(["", " ", " ", "-", ". "]).join(chance.choices(WORDS, k=chance.randint(1, 9))) for _ in range(800)
    ]
    return [*made, *map(str.upper, made[:100]), ""]


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("flags", [re.NOFLAG, re.IGNORECASE])
def test_a_sieve_finds_what_its_pattern_finds(pattern: str, flags: re.RegexFlag) -> None:
    sieve, plain = Sieve(pattern, flags), re.compile(pattern, flags)
    for text in texts():
        assert str(sieve.search(text)) == str(plain.search(text))
        assert [found.span() for found in sieve.finditer(text, 2, 20)] == [
            m.span() for m in plain.finditer(text, 2, 20)
        ]
        assert sieve.sub("·", text) == plain.sub("·", text)
        assert sieve.sub(lambda found: found[0][::-1], text, 1) == plain.sub(
            lambda found: found[0][::-1], text, count=1
        )


def test_a_way_needs_its_rarest_letters_by_the_start_of_a_word() -> None:
    (way,) = ways_of(r"\bthe (?:\w+ )?recommendations? (?:has )?closed")
    assert [(run.letters, run.start) for run in way[0]] == [("recommendation", "rec")]


def test_words_are_known_by_what_they_begin_with_whatever_parts_them() -> None:
    assert starts_in("nobody's plan-2 für 1st é, a_b") == {"nob", "s", "pla", "2", "f", "r", "1st", "a", "b"}


class _Counted:
    """A pattern that counts how often it is tried."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.tried = 0
        self._pattern = pattern

    @property
    def flags(self) -> int:
        return self._pattern.flags

    def sub(self, by: str, text: str, count: int = 0) -> str:
        self.tried += 1
        return self._pattern.sub(by, text, count)


def test_what_a_pattern_cannot_match_is_passed_by_where_it_would_be_changed_too() -> None:
    sieve = Sieve(r"\b(?:despite|in spite of)\b[^,;]*")
    sieve._pattern = counted = _Counted(sieve._pattern)  # type: ignore[assignment]
    told = [sieve.sub("", f"Nobody asked him on day {number}.") for number in range(300)]
    assert told[-1] == "Nobody asked him on day 299."
    assert counted.tried < 150  # as often as it takes to see that it is worth finding out what it needs


def test_a_pattern_that_may_match_nothing_needs_nothing() -> None:
    assert ways_of(r"(?:word)?\W*$") == ((),)


def test_a_sentence_without_the_words_of_a_cue_is_passed_by() -> None:
    asked = cue("passages", "response")
    assert asked.search("The kitchen was painted in the spring.") is None
    assert asked.search("The board accepted the recommendations.") is not None
