"""Patterns that pass most sentences by: a sentence is looked through for letters before a pattern is tried on it.

Every rule is asked of every sentence and fits few of them, and a pattern of many words is tried at each place of a
sentence. What it cannot match without is looked for first, which takes a tenth of the time. It is found from the
pattern (`loaders.needs`), so that a rule is written as if there were no sieve.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from graph.text import swapped
from loaders.needs import Way, starts_in, ways_of

_SAME_LETTERS = {"\u0130": "i", "\u0131": "i", "\u017f": "s"}  # to `re`, where case does not matter
_FEW = 100  # searches that take less time than to find out what a pattern needs: most are asked no more of one document

_Letters = tuple[
    tuple[str, ...], ...
]  # a way, without the starts of its words: of each need the runs, one of which has to stand


class Sieve:
    """A pattern as `re` knows it, whose searches pass by what it cannot match."""

    __slots__ = ("_begun", "_pattern", "_searched", "_starts", "fullmatch", "match", "pattern", "split")

    def __init__(self, pattern: str, flags: int | re.RegexFlag = 0) -> None:
        self._pattern = whole = re.compile(pattern, flags)
        self.pattern = pattern
        self.match, self.fullmatch, self.split = whole.match, whole.fullmatch, whole.split
        self._searched = 0
        self._begun: dict[str, list[_Letters]] | None = None  # by the start of a word; found when it is worth it
        self._starts = frozenset[str]()

    def search(self, text: str) -> re.Match[str] | None:
        """The first match, as `re.Pattern.search` has it."""
        return self._pattern.search(text) if self._may_match(text) else None

    def finditer(self, text: str, *within: int) -> Iterator[re.Match[str]]:
        """Every match, as `re.Pattern.finditer` has it."""
        return self._pattern.finditer(text, *within) if self._may_match(text) else iter(())

    def sub(self, by: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """The text with every match, or the first so many, changed, as `re.Pattern.sub` has it."""
        return self._pattern.sub(by, text, count) if self._may_match(text) else text

    def _may_match(self, text: str) -> bool:
        begun = self._begun
        if begun is None:
            self._searched += 1
            if self._searched <= _FEW:
                return True
            begun = self._begun = _begun(ways_of(self.pattern, self._pattern.flags))
            self._starts = frozenset(begun)
        small, starts = _looked_through(text)
        if starts.isdisjoint(self._starts):
            return False
        for start in self._starts & starts:
            for way in begun[start]:
                for need in way:  # loops, and not `all` and `any`, which take longer than the looking
                    for letters in need:
                        if letters in small:
                            break
                    else:
                        break
                else:
                    return True
        return False


def _begun(ways: tuple[Way, ...]) -> dict[str, list[_Letters]]:
    """The ways by the starts of words that the rarest of their needs has; under "" those of which no start is known."""
    begun: dict[str, list[_Letters]] = {}
    for way in ways:
        starts = {run.start for run in way[0]} if way else {""}
        for start in sorted(starts) if all(starts) else [""]:
            begun.setdefault(start, []).append(tuple(tuple(run.letters for run in need) for need in way))
    return begun


@lru_cache(maxsize=2048)  # a sentence is asked by very many patterns, where its section is read and where it is told
def _looked_through(text: str) -> tuple[str, frozenset[str]]:
    """A text in small letters, and the starts of its words with "", which every text has."""
    small = (text if text.isascii() else swapped(text, _SAME_LETTERS)).lower()
    return small, starts_in(small) | {""}
