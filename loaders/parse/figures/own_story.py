"""Whether a figure belongs to one person's story ("Finn attended 31% of lessons"), and so counts no reviews."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.parse.figures.numbers import Figure, any_of, vocabulary

_PERSON = (
    r"(?:s?he|his|her|(?:the\s+|his\s+|her\s+|their\s+)?(?:mother|father|mum|dad|baby|boy|girl|stepfather|stepmother|"
    r"grandmother|grandfather|toddler|infant|sibling|brother|sister)|the\s+(?:child|young person|family|parents|carer))"
)
_DID = "attend|miss|kept|keep|was|had|has|did|saw|took|spent|went|score|receiv|engag|turned"
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
    told = re.search(subject, before, re.I) or re.match(r"\W*(?:his|her)\s", text, re.I)
    return told is not None and not _counts_own().search(text[figure.start : figure.end + 60])


def _counts_own() -> re.Pattern[str]:
    units = vocabulary()["units"]
    return re.compile(any_of([u for kind in ("notification", "review", "audit-case") for u in units[kind]]), re.I)
