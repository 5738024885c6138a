"""Children whom one sentence tells together, each with an age ("two brothers, Ash (14) and Elm (11)").

A list counts where it is whole: as many ages as children, none of them grown, and nobody else's brothers or friends.
What a name beside an age is called there tells whose facts follow; it becomes the name of the record only where the
list opens the story, is of letters, or says that the review calls them so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.records import Sex
from loaders.parse.cases.harm import CAUSED
from loaders.parse.cases.mentions import AGE_IN_WORDS, NUMBERS, mentions_in, months, sex_of
from loaders.parse.cases.naming import is_common
from loaders.parse.cases.subject import Subject

_OPENING = 4  # sentences of a story in which its children are told
_GROWN = 216  # months

_WORDED = "|".join(sorted((word for word, number in NUMBERS.items() if number < 19), key=len, reverse=True))
_AGE = rf"(?i:{AGE_IN_WORDS}|1?\d(?!\d)|(?:{_WORDED})(?!\w))"
_AGES = rf"{_AGE}(?:(?:, |,? and | & ){_AGE})+"
_CHILD = r"(?:Child|Baby|Infant|Sibling|Young Person|Twin)"
_LETTERED = rf"(?:{_CHILD} (?:[A-Z]{{1,3}}\d{{0,2}}|\d{{1,2}})|[A-Z]\d{{0,2}})(?![\w’'])"
_NAME = rf"(?:{_LETTERED}|(?:{_CHILD} )?[A-Z][a-z]+(?:-[A-Z][a-z]+)?(?![\w’']))"
_SEXED = r"(?:boy|girl|male|female|brother|sister)"
_KIN = rf"(?:(?:half|step|twin|older|younger|elder|baby|little)[ -])*{_SEXED}"
_WITHIN = (  # what brackets may hold beside the age
    rf"(?:(?:(?:an? |his |her |their )?(?P<sex>{_KIN})(?:,| of| aged)? )?(?:(?:then )?aged? )?(?P<age>{_AGE})(?: old)?"
    rf"(?:,? (?P<then>{_SEXED}))?)"
)
_MEMBER = re.compile(
    rf"(?P<kin>(?:his|her|their) (?:{_KIN}),? )?(?P<name>{_NAME})"
    rf"(?:,? \({_WITHIN}\)|, (?:then |now |an? (?=\w+-))?(?:aged? )?(?P<bare>{_AGE})(?: old)?(?=,|;|\.| and | & |$)"
    rf"|(?:,? who)? (?:was|is) (?:then |just |only )?(?P<was>{_AGE})(?: old)?"
    r"(?=,|;|\.| and | & | when | at the time|$))"
)
_AND = re.compile(r",? and |, | & |; ")
_NAMES = rf"{_NAME}(?:, {_NAME})*,? (?:and|&) {_NAME}"
_IN_ORDER = re.compile(  # "Ned and Peg (7 and 4)", "Ida and Una, aged 12 and 8"
    rf"(?P<names>{_NAMES})"
    rf"(?:,? \((?:aged )?(?P<in>{_AGES})\)|,? (?:(?:who )?(?:are|were) |then |now )?aged (?P<ages>{_AGES}))"
)
_SEVERAL = (
    r"(?:(?:half|step|twin)[- ])?(?:brothers|sisters|siblings|boys|girls|children|babies|infants|twins|young people)"
)
_TOGETHER = re.compile(rf"(?i:\b(?P<who>{_SEVERAL}))(?:,? (?i:known (?:\w+ ){{0,3}}as|called|named))?[,:]? $")
_GIVEN = re.compile(
    rf"(?i:\b(?P<who>{_SEVERAL})\b)[^.;]{{0,40}}?"
    r"(?i:known (?:(?:here|only|now|in this (?:review|report|briefing)) )?as|referred to (?:here )?as|called|named),? "
    rf"(?P<names>{_NAMES})"
)
_LETTERS_BEHIND = re.compile(
    rf"(?i:\b(?P<who>{_SEVERAL})),? (?P<names>{_LETTERED}(?:, {_LETTERED})* (?:and|&) {_LETTERED})"
)
_AGED_ALIKE = re.compile(
    rf"(?i:\b(?:aged?|were|are|both|then)) (?:both |just |only |then )?(?P<age>(?i:{AGE_IN_WORDS}))(?: old)?\b"
)
_WERE = re.compile(
    rf"(?i:\bthe (?:[\w’'-]+ )?(?:{_SEVERAL})) (?:were|are)(?: then| aged)? (?P<ages>{_AGES})"
    r"(?! (?:of|out|times|visits))\b"
)
_CALLED = re.compile(r"\b(?:known|called|named|referred to|pseudonyms?)\b", re.I)
_ARE = re.compile(r"\b(?:are|were|as) (?:twin |half-|step)?(?P<who>sisters|brothers|girls|boys)\b", re.I)
_OTHERS = re.compile(  # before a list of somebody else's: friends, those who did it, the family a child lives with
    r"\b(?:by|with|friends?|peers|cousins?|suspects?|other|another|attackers?|lived|lives|has|had"
    r"|(?:his|her|their)(?! death))\s+(?:[\w’'-]+,?\s+){0,3}$",
    re.I,
)


@dataclass(slots=True)
class _Told:
    """One child of a list."""

    name: str
    age: str
    sex: Sex | None = None
    kin: bool = False


@dataclass(slots=True)
class _Roster:
    """A list of children where it stands."""

    start: int
    told: list[_Told] = field(default_factory=list)


def roster(texts: Sequence[str]) -> list[Subject]:
    """The children whom the opening of a story tells together; [] where it does not, or of one child before."""
    for at, text in enumerate(texts[:_OPENING]):
        found = _named(text) or _given(text)
        if found and {told.name for told in found.told} <= {"M", "F"}:
            return []  # "M, 2 and F, 4" gives their sexes
        if found and not of_others(text[: found.start]) and _of_children(texts[at : at + 3]):
            opens = at == 0 and found.start == 0
            return [_subject(told, text, at, opens) for told in _with_sex(found, text)]
        if (were := _WERE.search(text)) and not of_others(text[: were.start()]):
            return [Subject(None, ages=[(1, age, at)], first=at) for age in _each(were["ages"])]
        if any(mention.kind == "child" for mention in mentions_in(text, {})):
            return []  # of one child first: who is listed later is somebody beside
    return []


def of_others(before: str) -> bool:
    """Whether the words before a list say that it is of somebody else's friends, brothers or attackers."""
    return _OTHERS.search(before) is not None


def ages_beside(texts: Sequence[str], subjects: Sequence[Subject]) -> None:
    """Give children whom a label names what a list says of them."""
    known = {_bare(subject.label): subject for subject in subjects if subject.label}
    for at, text in enumerate(texts[:_OPENING]):
        found = _named(text) if len(known) > 1 else None
        for told in _with_sex(found, text) if found else []:
            subject = known.get(_bare(told.name))
            if subject and not subject.ages:
                subject.ages.append((1, told.age, at))
            if subject and told.sex and not subject.nouns:
                subject.nouns.append(told.sex)


def _named(text: str) -> _Roster | None:
    """The first list of two or more named children with an age each."""
    for first in _MEMBER.finditer(text):
        told, end = [_member(first)], first.end()
        while (then := _AND.match(text, end)) and (member := _MEMBER.match(text, then.end())):
            told.append(_member(member))
            end = member.end()
        young = [one for one in told if _young(one)]
        if len(young) > 1:
            return _Roster(first.start(), young)
    if ordered := _IN_ORDER.search(text):
        names, ages = _each(ordered["names"]), _each(ordered["in"] or ordered["ages"])
        told = [_Told(name, age) for name, age in zip(names, ages, strict=False)]
        if len(names) == len(ages) and all(map(_young, told)):
            return _Roster(ordered.start(), told)
    return None


def _given(text: str) -> _Roster | None:
    """Twins or other children of one age whom a sentence gives names or letters ("known here as J and K")."""
    found = _GIVEN.search(text) or _LETTERS_BEHIND.search(text)
    aged = _AGED_ALIKE.search(text) if found else None
    if found is None or aged is None:
        return None
    told = [_Told(name, aged["age"]) for name in _each(found["names"])]
    return _Roster(found.start(), told) if all(map(_young, told)) else None


def _member(found: re.Match[str]) -> _Told:
    word = found["kin"] or found["sex"] or found["then"]
    return _Told(
        found["name"], found["age"] or found["bare"] or found["was"], sex_of(word) if word else None, bool(found["kin"])
    )


def _young(told: _Told) -> bool:
    return not (is_common(told.name) and not re.fullmatch(_LETTERED, told.name)) and (months(told.age) or 0) < _GROWN


def _with_sex(found: _Roster, text: str) -> list[_Told]:
    """The children of a list, each of the sex that is said of all of them where none is said of one."""
    before = _TOGETHER.search(text[: found.start])
    given = _GIVEN.search(text) or _LETTERS_BEHIND.search(text)
    after = _ARE.search(text, found.start)
    word = before["who"] if before else given["who"] if given and given.start() == found.start else ""
    sex = sex_of(word or (after["who"] if after else ""))
    for told in found.told:
        told.sex = told.sex or sex
    return found.told


def _subject(told: _Told, text: str, at: int, opens: bool) -> Subject:
    published = opens or re.fullmatch(_LETTERED, told.name) is not None or _CALLED.search(text) is not None
    return Subject(
        told.name,
        "sibling" if told.kin else "harmed",
        ages=[(1, told.age, at)],
        nouns=[told.sex] if told.sex else [],
        first=at,
        published=published,
    )


def _of_children(texts: Sequence[str]) -> bool:
    """Whether the sentences tell of children at all: a name beside a number alone may count anything."""
    text = " ".join(texts)
    told = any(mention.kind in ("child", "children", "sibling") for mention in mentions_in(text, {}))
    return (
        told or re.search(r"\b(?:aged|he|she|they|his|her|their|both|old)\b", text) is not None
    ) and not CAUSED.match(text)


def _each(listed: str) -> list[str]:
    return re.split(r",? and | & |, ", listed)


def _bare(name: str | None) -> str:
    return re.sub(rf"^{_CHILD} ", "", name or "")
