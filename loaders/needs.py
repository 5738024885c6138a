"""What a pattern cannot match without: letters that stand in every text it fits, taken from the pattern itself.

A pattern may match in many ways ("recommend", "ask … to"), and each way needs some runs of letters. Of a run it is
known where a word begins in it, so that a text is asked by the starts of its words, for all ways at once.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

_reader: Any = importlib.import_module("re._parser")  # how Python reads a pattern; it has no public name
_is: Any = importlib.import_module("re._constants")
_WORD = re.compile(r"[a-z0-9]+")
_START = 3  # letters by which a word is looked up; a shorter word is the whole word
_STARTS = re.compile(rf"([a-z0-9]{{1,{_START}}})[a-z0-9]*")
_LEAST = 2  # letters that are worth looking for
_ASCII = 128  # of other letters it is not asked what is small and what large
_MOST = 3  # needs of one way: the rarest tell enough
_WAYS = 200  # what may match in more ways is asked as a whole
_OPENS = (_is.AT_BOUNDARY, _is.AT_BEGINNING, _is.AT_BEGINNING_STRING)
_NO_LETTERS = (_is.CATEGORY_SPACE, _is.CATEGORY_NOT_WORD)


class Run(NamedTuple):
    """Letters in a row, small, and the start of a word in them ("" where none is sure to begin there)."""

    letters: str
    start: str


Need = tuple[Run, ...]  # one of these runs has to stand in the text
Way = tuple[Need, ...]  # each of these is needed; that which is met most seldom stands first
Row = Iterable[tuple[Any, Any]]  # parts of a pattern as Python reads it


def starts_in(small: str) -> frozenset[str]:
    """The starts of all words of a text in small letters."""
    return frozenset(_STARTS.findall(small))


def ways_of(pattern: str, flags: int | re.RegexFlag = 0) -> tuple[Way, ...]:
    """The ways in which a pattern may match; of one that is () nothing is known."""
    parts = _reader.parse(pattern, flags)
    ways = tuple(dict.fromkeys(_ways(list(parts), False)))
    return ways if all(ways) and len(ways) <= _WAYS else (_rarest(_needs(parts, False)[0]),)


def _ways(row: list[tuple[Any, Any]], opens: bool) -> Iterator[Way]:
    """The ways of the first choice in a row, each with what else the row needs; `opens`: a word begins at the row."""
    at = next((at for at, (kind, part) in enumerate(row) if _choice(kind, part)), None)
    if at is None:
        yield _rarest(_needs(row, opens)[0])
        return
    before, opens = _needs(row[:at], opens)
    behind, _ = _needs(row[at + 1 :], False)
    for way in _choice(*row[at]):
        for needs in _ways(list(way), opens):
            yield _rarest([*before, *needs, *behind])


def _choice(kind: Any, part: Any) -> list[Row]:
    """The alternatives of a group, of which a row has one; [] of what is no group."""
    if kind is _is.SUBPATTERN:
        inner = list(part[-1])
        return (_choice(*inner[0]) if len(inner) == 1 else []) or [inner]
    return list(part[1]) if kind is _is.BRANCH else []


def _needs(row: Row, opens: bool) -> tuple[list[Need], bool]:
    """All that a row needs, and whether a word begins behind it where a letter does."""
    found, run, opened = list[Need](), "", opens
    for kind, part in row:
        if kind is _is.LITERAL and (part < _ASCII or not chr(part).isalpha()):
            opened = opened if run else opens
            run += chr(part).lower()
            opens = _parts(part)
        elif kind is _is.AT:
            opens = opens or part in _OPENS
        elif kind is _is.ASSERT_NOT and _is_no_word(*part):
            opens = True
        elif kind not in (_is.ASSERT, _is.ASSERT_NOT):  # which take no letters: a run goes on behind them
            needs, opens = _of_group(kind, part, opens)
            found, run = [*found, *_of_run(run, opened), *needs], ""
    return [*found, *_of_run(run, opened)], opens


def _is_no_word(way: int, inner: Row) -> bool:
    """Whether what may not stand before a place (`way` is -1) is any letter of a word."""
    kinds, parts = zip(*inner, strict=True)
    signs = parts[0] if kinds == (_is.IN,) else ()
    return way < 0 and (_is.CATEGORY, _is.CATEGORY_WORD) in signs and (_is.NEGATE, None) not in signs


def _of_run(letters: str, opens: bool) -> list[Need]:
    if len(letters) < _LEAST and (letters.isalnum() or not letters.strip()):
        return []
    words = [found for found in _WORD.finditer(letters) if found.start() or opens]
    sure = [found for found in words if len(found[0]) >= _START or found.end() < len(letters)]
    return [(Run(letters, max((found[0] for found in sure), key=len, default="")[:_START]),)]


def _of_group(kind: Any, part: Any, opens: bool) -> tuple[list[Need], bool]:
    """What a group, a choice, what is repeated or one letter of several needs, and whether a word begins behind it."""
    if kind is _is.SUBPATTERN:
        return _needs(part[-1], opens)
    if kind is _is.BRANCH:
        ways = [_needs(way, opens) for way in part[1]]
        rarest = [_rarest(needs) for needs, _ in ways]
        needed = [tuple(dict.fromkeys(run for way in rarest for run in way[0]))] if all(rarest) else []
        return needed, all(opened for _, opened in ways)
    if kind in (_is.MAX_REPEAT, _is.MIN_REPEAT):
        least, most, inner = part
        needs, opened = _needs(inner, opens)
        opened = opened and (most == 1 or _needs(inner, False)[1])
        return (needs, opened) if least else ([], opened and opens)
    if kind is _is.IN:
        return [], all(_parts(sign) if kind is _is.LITERAL else sign in _NO_LETTERS for kind, sign in part)
    return [], False


def _parts(code: int) -> bool:
    """Whether a sign parts words."""
    return not (chr(code).isalnum() or chr(code) == "_")


def _rarest(needs: Iterable[Need]) -> Way:
    """The needs that are met most seldom; first one that is asked by the starts of words."""
    by_rarity = sorted(dict.fromkeys(needs), key=_often)[:_MOST]
    return tuple(sorted(by_rarity, key=lambda need: not all(run.start for run in need)))


def _often(need: Need) -> float:
    """How often a need is met, near enough to compare: each letter more makes a run rarer, and each run takes time."""
    return sum(0.05 + 8.0 ** (1 - min(len(run.letters), 6)) for run in need)
