"""Children of a family whom a sentence lists by their ages alone ("three siblings, who were nine, five and three").

Also by what they are ("boys of 9 and 6 and a girl of 2"). Only a list that is whole counts: as many ages as children.
"""

from __future__ import annotations

import re

from loaders.parse.cases.mentions import AGE_IN_WORDS, NUMBERS, sex_of
from loaders.parse.cases.subject import Subject

_WORDED = "|".join(word for word, number in NUMBERS.items() if number < 19)
_AGE = rf"(?:{AGE_IN_WORDS}|1?\d(?!\d)|{_WORDED})"
_AGES = rf"{_AGE}(?:, {_AGE})*(?:,? and {_AGE})?"
_SEVERAL = re.compile(
    rf"\b(?P<n>{'|'.join(NUMBERS)}|[2-9])\s+(?:[\w’'-]+\s+){{0,3}}?"
    r"(?P<who>brothers\s+and\s+sisters|children|siblings|brothers|sisters|boys|girls)\b"
    rf"(?:,?\s+(?:who\s+(?:were|are)|then|now|both|all)|,)?\s+\(?(?:aged\s+|of\s+)?(?P<ages>{_AGES})(?!\s*(?:%|per))\b",
    re.IGNORECASE,
)
_KIN = re.compile(
    r"\b(?P<who>boy|girl|brother|sister|son|daughter)(?:\s+(?:of|aged)\s+"
    rf"(?P<age>{_AGE})|s\s+(?:of|aged)\s+(?P<ages>{_AGES}))\b(?!\s+(?:years?|months?|weeks?)\s+(?:earlier|later|before|ago))",
    re.IGNORECASE,
)
_PAIR = re.compile(
    rf"\b(?P<one>brother|sister)\s+and\s+(?:his\s+|her\s+)?(?P<other>brother|sister),?\s+(?:both\s+)?(?:aged\s+|of\s+)?"
    rf"(?P<first>{_AGE})\s+and\s+(?P<second>{_AGE})\b",
    re.IGNORECASE,
)
_OPENING = 6  # sentences of a story in which its children are told


def aged_kin(texts: list[str]) -> list[Subject]:
    """The children of the first sentence that lists them all with their ages; [] where none does."""
    for at, text in enumerate(texts[:_OPENING]):
        if said := _SEVERAL.search(text):
            ages = _each(said["ages"])
            number = NUMBERS.get(said["n"].lower()) or int(said["n"])
            if number == len(ages) > 1:
                also = _kin(text[said.end() :])  # "two boys of 9 and 6 and a girl of 2"
                return [_subject(who, age, at) for who, age in [*((said["who"], age) for age in ages), *also]]
        if pair := _PAIR.search(text):
            return [_subject(pair["one"], pair["first"], at), _subject(pair["other"], pair["second"], at)]
        kin = _kin(text)
        if len(kin) > 1:
            return [_subject(who, age, at) for who, age in kin]
    return []


def _kin(text: str) -> list[tuple[str, str]]:
    """Children told by what they are with an age each ("a girl of 2", "boys of 9 and 6")."""
    return [
        (told["who"], age)
        for told in _KIN.finditer(text)
        for age in ([told["age"]] if told["age"] else _each(told["ages"]))
    ]


def _each(ages: str) -> list[str]:
    return re.split(r",? and |, ", ages)


def _subject(who: str, age: str, at: int) -> Subject:
    sex = None if " and " in who else sex_of(who)
    return Subject(None, ages=[(1, age, at)], nouns=[sex] if sex else [], first=at)
