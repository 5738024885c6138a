"""Names of schools, surgeries, wards and lodgings in running text: where a child could be met.

The name goes and the kind of place stays: "[name left out] Primary School". A kind without a name ("the primary
school", "Virtual School") is none; bodies that act for a whole area (a hospital trust, a council) are not meant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from graph.sharing.vocabulary import APOSTROPHE, LEFT_OUT
from graph.yaml_data import data_of

_WORD = re.compile(r"(?:St\.|(?<![\w’'-])[^\W\d_][\w’'-]*|&)[^\S\n]+$")
_SMALL = ("of", "and", "the", "&")
_MOST_WORDS = 8
_BESIDE = re.compile(rf"\w\s+[A-Z][\w’'-]*(?<!{APOSTROPHE}s)(?<!s{APOSTROPHE})\s$")  # in the midst of a sentence


@dataclass(frozen=True)
class _Rules:
    kind: re.Pattern[str]
    of_more: re.Pattern[str]
    no_name: frozenset[str]


@cache
def _rules() -> _Rules:
    data = data_of("graph.sharing", "places.yaml")
    kinds = "|".join(data["kinds"])
    return _Rules(
        re.compile(rf"(?<![\w’'-])(?:{kinds}|{kinds.upper()})(?![\w’'-])"),
        re.compile(rf"\s+(?:{'|'.join(data['of more'])})\b"),
        frozenset(data["no name"]),
    )


def without_places(text: str) -> str:
    """A text without the names of such places."""
    rules, at = _rules(), 0
    while match := rules.kind.search(text, at):
        at = match.end()
        if rules.of_more.match(text, match.end()):
            continue
        start, end = _name(text, match.start())
        if match[0].islower() and not _BESIDE.search(text[: match.start()]):
            continue  # "Ash's nursery", "the council and the nursery"
        if start < end:
            text = f"{text[:start]}{LEFT_OUT} {text[end:]}"
            at += len(LEFT_OUT) + 1 - (end - start)
    return text


def _name(text: str, end: int) -> tuple[int, int]:
    """From where to where the name before a kind of place stands; nothing where there is none."""
    words: list[tuple[int, str]] = []  # the nearest first
    start, no_name = end, _rules().no_name
    while len(words) < _MOST_WORDS and (match := _WORD.search(text, max(0, start - 40), start)):
        word = match[0].strip()
        if not (word[0].isupper() or word in _SMALL):
            break
        words.append((match.start(), word.casefold().replace("’", "'")))
        start = match.start()
    while words and words[-1][1] in no_name:  # "The Oakfield School"
        words.pop()
    while words and words[0][1] in no_name:  # "Oakfield Primary School"
        end = words.pop(0)[0]
    return (words[-1][0], end) if words else (end, end)
