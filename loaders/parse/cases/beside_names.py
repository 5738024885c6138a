"""What a sentence says of children right beside their names: "Ivy (four) and Rose (six) are sisters", "(Wren, 15, …)".

Only of children whose names a label gives: a number in brackets behind any other word may count anything.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.records import Sex
from loaders.parse.cases.mentions import AGE_IN_WORDS, NUMBERS
from loaders.parse.cases.subject import Subject

_WORDED = "|".join(sorted((word for word, number in NUMBERS.items() if number < 19), key=len, reverse=True))
_AGED = rf"(?:,? \(|, )(?:then )?(?:aged? )?(?P<age>{AGE_IN_WORDS}|1?\d|{_WORDED})(?: old)?(?=\)|, |;)"
_KIN = re.compile(r"\b(?:are|were|as) (?:twin |half-|step)?(?P<kin>sisters|brothers|girls|boys)\b", re.I)
_OF: dict[str, Sex] = {"sisters": "female", "girls": "female", "brothers": "male", "boys": "male"}
_OPENING = 6  # sentences of a story in which its children are brought in


def told_beside_names(texts: Sequence[str], subjects: Sequence[Subject]) -> None:
    """Give named children the age that stands behind their names, and the sex that a sentence of all of them says."""
    named = [subject for subject in subjects if subject.label]
    for at, text in enumerate(texts[:_OPENING]):
        for subject in named:
            found = re.search(rf"\b{re.escape(subject.label or '')}{_AGED}", text)
            if found and not subject.ages:
                subject.ages.append((1, found["age"], at))
        kin = _KIN.search(text)
        if kin and len(named) > 1 and all(subject.label and subject.label in text[: kin.start()] for subject in named):
            for subject in named:
                subject.together.append(_OF[kin["kin"].lower()])
