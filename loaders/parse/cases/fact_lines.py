"""Age and sex in a line that is no sentence ("16, male, white British", "Age: 15 years · Female"), as forms tell them.

Such a line names nobody: it speaks of the child it stands under. So only lines are read that open with age or sex, or
label them, and that mention no adult and no other child.
"""

from __future__ import annotations

import re

from graph.records import Sex
from loaders.parse.cases.mentions import AGE_IN_WORDS, sex_of

_LONGEST = 14  # words of such a line
_STOP = r"(?=\s*(?:[,;·•|/–—(.]|-\s|$|at\b|when\b))"
_AGE = rf"(?:{AGE_IN_WORDS}(?:[\s-]old)?|\d{{1,2}}/(?:52|12|7)|newborn|1?\d)"  # 6/52: weeks, as doctors write it
_SEXED = r"(?P<{0}>male|female|boy|girl|young\s+(?:man|woman)|[mf](?=\s*(?:[,;·|/)]|$)))"
_OPENS = re.compile(
    rf"(?:age[ds]?\s*[:–-]?\s*)?(?P<age>{_AGE}){_STOP}"
    rf"|(?:(?:baby|infant|teenage)\s+)?{_SEXED.format('sex')}\b\s*[,;·•|/–—(-]?\s*(?:(?:aged?|of)\s+)?(?P<then>{_AGE}){_STOP}",
    re.IGNORECASE,
)
_ONE = re.compile(  # "Young person, 17"
    rf"(?:an? )?(?:young person|child|baby|infant|toddler|teenager|adolescent)\s*[,·•|/(]\s*(?:aged?\s+)?"
    rf"(?P<age>{_AGE}){_STOP}",
    re.IGNORECASE,
)
_ALIKE = re.compile(  # "Sisters: 4 yrs & 20 months"
    rf"(?:two |twin )?(?P<who>sisters|brothers|siblings|boys|girls|children|twins)"
    r"(?:\s*[:,(–-]\s*(?:aged?\s+)?|\s+aged?\s+)"
    rf"(?P<one>{_AGE})\s*(?:,|and|&)\s*(?P<other>{_AGE})\)?",
    re.IGNORECASE,
)
_TWINS = re.compile(  # "Twin girls, 11 weeks": one age for both
    rf"(?:twin (?P<who>sisters|brothers|boys|girls)|twins)\s*[:,(–-]?\s*(?:aged?\s+)?(?P<age>{_AGE})\)?", re.IGNORECASE
)
_SEX_ALONE = re.compile(_SEXED.format("sex"), re.IGNORECASE)
_LABELLED_AGE = re.compile(rf"\bage(?: at [\w ]{{3,25}})?\s*[:–=]\s*(?P<age>{_AGE}){_STOP}", re.IGNORECASE)
_LABELLED_SEX = re.compile(rf"\b(?:gender|sex)\s*[:–=]\s*{_SEXED.format('sex')}", re.IGNORECASE)
_LISTED_SEX = re.compile(rf"[,;·•|/]\s*{_SEXED.format('sex')}\s*(?=[,;·•|/.)]|$)", re.IGNORECASE)
_OTHERS = re.compile(
    r"\b(?:mother|father|mum|dad|parents?|carers?|partner|brothers?|sisters?|siblings?|twins?|children|staff|workers?"
    r"|days?|weeks?|months?|years?) (?:later|after|before|ago|aged?|was|is)\b|\bthen\b|\bto \d|\d\s*[-–]\s*\d",
    re.IGNORECASE,
)


_SUBJECT = re.compile(  # "Subject: Child M, male, ten weeks": whom the line is about stands before what it tells
    r"^(?:subject|child|young person|about|who)(?: of (?:the |this )?review)?\s*[:–-]\s*"
    r"(?:(?-i:(?:(?:Child|Baby|Young Person|Infant) )?[A-Z][\w'’-]*)\s*[,(]\s*)?",
    re.IGNORECASE,
)


def facts_of_line(text: str) -> tuple[str | None, Sex | None]:
    """The age as printed and the sex that a line without a verb states; None for what it does not."""
    if len(text.split()) > _LONGEST or _OTHERS.search(text):
        return None, None
    labelled = _LABELLED_AGE.search(text)
    text = _SUBJECT.sub("", text)
    opens = None if labelled else _OPENS.match(text)
    if opens and re.match(r"\d{1,2}\.\s?\S", text):
        opens = None  # the number of a paragraph ("9.1 Summary", "2. Family")
    age = labelled["age"] if labelled else (opens["age"] or opens["then"]) if opens else None
    if age is None and (one := _ONE.match(text)):
        age = one["age"]
    said = _LABELLED_SEX.search(text) or _SEX_ALONE.fullmatch(text.strip(" ."))
    listed = _LISTED_SEX.search(text) if opens or labelled else None
    word = said["sex"] if said else opens["sex"] if opens and opens["sex"] else listed["sex"] if listed else None
    return age, _sex(word) if word else None


def facts_in_heading(heading: str) -> tuple[str | None, Sex | None]:
    """The age and sex that a heading gives in brackets or behind a sign ("RR 3/31 (baby boy, 9 weeks)")."""
    parts = re.split(r"\s*[()]\s*|\s*[:–—|]\s+|\s+-\s+", heading)[1:]
    told = [facts for part in parts if (facts := facts_of_line(part)) != (None, None)]
    return told[0] if len(told) == 1 else (None, None)


_IN_CELL = re.compile(
    rf"(?:(?:aged?|of)\s+)?(?P<age>{_AGE})(?:\s*[-–,;/(|·]?\s*{_SEXED.format('sex')}\b\W*)?"
    rf"|{_SEXED.format('first')}\b(?:\s*[-–,;/(|·]?\s*(?:(?:aged?|of)\s+)?(?P<then>{_AGE})\W*)?",
    re.IGNORECASE,
)


def told_in_cell(text: str) -> tuple[str | None, Sex | None]:
    """The age as printed and the sex that a cell headed "Age" or "Sex" states ("17 (male)"); None for the rest."""
    found = _IN_CELL.fullmatch(re.sub(r"^[mf]$", r"\g<0>;", text.strip(" ."), flags=re.IGNORECASE))
    if found is None:
        return facts_of_line(text)
    word = found["sex"] or found["first"]
    return found["age"] or found["then"], _sex(word) if word else None


_CHILDREN_OF = re.compile(
    r"^(?:child(?:ren)?|subjects?|who|family)(?: and (?:age|family)s?)?\s*[:–-]\s*", re.IGNORECASE
)
_ONE_CHILD = re.compile(
    rf"(?:(?P<kin>(?:and )?(?:his|her|their)) (?:(?:older|younger|elder|twin|baby|half|step)[ -])*|(?:an? |one )?)"
    rf"(?P<who>male|female|boy|girl|baby (?:boy|girl)|young (?:man|woman)|brother|sister|sibling|child|baby|infant"
    r"|(?-i:[MF]))\b"
    rf"\s*[,:(–-]?\s*(?:aged?\s+|of\s+)?(?P<age>{_AGE})\)?",
    re.IGNORECASE,
)


def family_of_line(text: str) -> list[tuple[bool, Sex | None, str]]:
    """The children whom a line without a verb lists ("Male, 2 years, and his sister, 4 years"), else [].

    Each with whether they are told of as somebody's brother or sister, their sex, and their age as printed.
    """
    if len(text.split()) > _LONGEST:
        return []
    told = _CHILDREN_OF.sub("", text).strip(" .")
    if alike := _ALIKE.fullmatch(told):
        return [(False, sex_of(alike["who"]), alike[which]) for which in ("one", "other")]
    if twins := _TWINS.fullmatch(told):
        return [(False, sex_of(twins["who"] or ""), twins["age"])] * 2
    parts = re.split(r"\s*(?:,?\s+and\s+|;\s*|\s+&\s+|\s+/\s+|,\s+(?=(?:an? )?(?:boy|girl|brother|sister)\b))", told)
    found = [_ONE_CHILD.fullmatch(part) for part in parts]
    if len(found) < 2 or not all(found):
        return []
    return [(one["kin"] is not None, _sex_said(one["who"]), one["age"]) for one in found if one]


def _sex_said(who: str) -> Sex | None:
    return _sex(who) if who in ("M", "F") else sex_of(who)


def _sex(word: str) -> Sex:
    return "female" if word.lower() in ("female", "girl", "f") or "woman" in word.lower() else "male"
