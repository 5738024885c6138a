"""The case that a paragraph of prose turns to by name ("the review of Child Birch", "the sisters known as M and N").

A name is believed only where the paragraph goes on to tell of a child: an age, a school year, a death or a harm.
"""

from __future__ import annotations

import re

from loaders.parse.cases.harm import told_of_harm
from loaders.parse.cases.headings import case_label
from loaders.parse.cases.mentions import AGE
from loaders.parse.cases.naming import INITIALS, PEOPLE, PSEUDONYM, CaseLabel, is_common, kind_of
from loaders.parse.cues import cue
from loaders.parse.sentences import sentences

_OPENING = 3  # sentences in which a paragraph turns to a case
_TOLD = 4  # sentences in which it tells of the child
_NAME = rf"(?P<name>{PEOPLE}|{PSEUDONYM}|{INITIALS})(?![\w-]|['’]s [A-Z]| [A-Z])"
_OF = r"(?i:of|into|about|on|concerning|involving|regarding|relating to|with)"
_TURNS = (
    rf"\b(?i:review|case|death|story|murder|report|begin|start|first|next|turn)s? {_OF} "
    rf"(?:(?i:the) (?:[a-z-]+ ){{0,3}})?{_NAME}",
    rf"\b(?i:known|named|referred to) (?i:here |only |to us |in (?:the|this|your) (?:review|report) )?(?i:as) "
    rf"[\"“‘']?{_NAME}",
    rf"\b{_NAME}, (?i:the subject of|who (?:is|was) the subject of|whose (?:case|review|death|story))\b",
    rf"\b(?i:pupil|student|boy|girl|baby|toddler|teenager) {_NAME}(?=,)",
    rf"(?:^|\. )(?i:the (?:first|second|third|other|next|last)(?: of [a-z ]{{2,30}})?(?: (?:review|case|child))? "
    rf"(?:is|was|concerns|concerned)(?: about)? ){_NAME}",
    rf"^{_NAME} (?:is|was) "
    r"(?i:an? (?:[a-z-]+ ){0,3}(?:boy|girl|baby|child|infant|teenager|young (?:person|woman|man)))\b",
)
_PATTERNS = tuple(re.compile(turn) for turn in _TURNS)
_SCHOOL_YEAR = re.compile(r"\byear (?:[1-9]|1[0-3])\b", re.I)


def introduced_case(text: str) -> CaseLabel | None:
    """The case that the opening of a paragraph names, or None."""
    told = sentences(text)
    opening, story = " ".join(told[:_OPENING]), " ".join(told[:_TOLD])
    aged = AGE.search(story) or cue("prose", "aged").search(story) or _SCHOOL_YEAR.search(story)
    befell = told_of_harm(story)
    if not aged and not befell:
        return None
    for pattern in _PATTERNS:
        for found in pattern.finditer(opening):
            name = found["name"]
            if is_common(name) or re.fullmatch(r"[A-Z]{2,4}", name):  # "the case of GPs", "a review of SEND"
                continue
            label = case_label(name)
            held = kind_of(opening) or "other"
            return CaseLabel(name, held, label.ref if label else None, (label.name if label else None) or name)
    return None
