"""Whether a figure belongs to one person's story ("Finn attended 31% of lessons"), and so counts no reviews."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from loaders.parse.figures.numbers import NUMBER, Figure, any_of, vocabulary
from loaders.parse.figures.samples import LOOKED_AT

_PERSON = (
    r"(?:s?he|his|her|(?:the\s+|his\s+|her\s+|their\s+)?(?:mother|father|mum|dad|baby|boy|girl|stepfather|stepmother|"
    r"grandmother|grandfather|toddler|infant|sibling|brother|sister)|the\s+(?:child|young person|family|parents|carer))"
)
_DID = "died|lived|suffer|moved|attend|miss|kept|keep|was|had|has|did|saw|took|spent|went|score|receiv|engag|turned"
# "The father was not asked: 8 of 38" counts what others did about the father of each case
_DONE_BY_OTHERS = re.compile(
    r"(?:^\W*|[,;:]\s+|\b(?:that|in|for|and)\s+)(?:the\s+)?"
    r"(?:mother|father|child|family|parents|carer|young person|baby)"
    r"\s+(?:was|were|had(?:\s+not|\s+never|\s+only)?\s+been)\s+(?:not\s+|never\s+)?"
    r"(?:asked|seen|named|recorded|invited|consulted|heard|spoken|contacted|involved|included|assessed|known|told)\b",
    re.I,
)
_OF_EACH = re.compile(  # what is looked for in every file: "The child's own account was written down in 12 (40%)"
    r"(?:\bthe |^\W*)(?:child|young person|baby|family|father|mother|dad|mum)['’]s (?:own )?"
    r"(?:account|voice|views?|wishes|feelings|words|ethnicity|needs|experience|plan|name|details|partner|role)\b",
    re.I,
)
# what a row asks of every case: "Father or partner unknown to every agency: 17/29"; of one it would be his or by name
_LABEL = re.compile(
    r"^\W*(?:fathers?|mothers?|parents?|carers?|partner|child|baby|sibling)\b(?!['’])[^.;:?]*:\s*$", re.I
)
_OF_ONE_PERSON = re.compile(
    r"\s+(?:[\w'’-]+\s+){0,2}?(?:appointments?|lessons|sessions|days|weeks|visits?|nights)\b", re.I
)
_OF_A_TEST = re.compile(  # which looks at many: "an audit of 40 files", "the auditors read 12 plans and …"
    rf"\b(?:audit|sample|survey|dip|check) of\b"
    r"|\b(?:audit\w*|samples?|group|panel|scrutineer|managers?|we|i) (?:has |have |had )?"
    rf"(?:{LOOKED_AT}|reviewed|dipped)\b[^.;:]{{0,25}}?\b(?:{NUMBER})\b",
    re.I,
)
_VERB = rf"(?:['’]s\b|\s+(?:\w+ly\s+)?(?:{_DID})\w*)"


def in_own_story(text: str, figure: Figure, names: Sequence[str]) -> bool:
    """Whether the figure is of what one person did or met.

    Args:
        text: the sentence.
        figure: a figure in it.
        names: names and references of the children of the document.
    """
    people = [_PERSON, *(rf"(?-i:{re.escape(name)})" for name in names if name)]
    subject = rf"(?:^|[,;:]\s+|\b(?:and|when|while|as|that)\s+)\W*(?:{'|'.join(people)})(?:{_VERB}|(?<=his|her)\s)"
    before = text[: figure.start]
    before = _OF_EACH.sub(" ", before)
    told = re.search(subject, before, re.I) or re.match(r"\W*(?:his|her)\s", text, re.I)
    if _OF_A_TEST.search(before):
        return False
    if told is not None and re.search(r"\b(?:one|two) of whom\b", text[figure.start : figure.end + 20], re.I):
        return True  # "Robin lived with three children, two of whom …"
    if told is not None and figure.denominator and _LABEL.search(before):
        return False
    if told is None or _counts_own().search(text[figure.start : figure.end + 60]):
        return False
    of_many = _DONE_BY_OTHERS.search(before) and not _OF_ONE_PERSON.match(text[figure.end :])
    return not of_many


@cache
def _counts_own() -> re.Pattern[str]:
    """What is counted across families: reviews, cases, papers, "babies" (of one person it would be "the baby")."""
    units, kinds = vocabulary()["units"], ("notification", "review", "audit-case", "case")
    many = ["children", "young people", "babies", "infants", "families"]
    return re.compile(any_of([*vocabulary()["looked_at"], *many, *(u for kind in kinds for u in units[kind])]), re.I)
