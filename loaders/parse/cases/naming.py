"""What names one review or child in print: kinds of review, reference codes, initials, pseudonyms.

Shared by all that read labels: `headings.py`, `label.py`, tests of practice (`audits.py`), names alone (`named.py`).
Misspelt kinds ("LCSPPR", "LSCPR") are taken for what they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from graph.records import ReviewKind
from loaders.parse.cues import listed

Test = Literal["audit", "deep-dive", "dip-sample", "inspection"]


@dataclass(frozen=True, slots=True)
class CaseLabel:
    """What a heading says of the case it opens."""

    printed: str
    kind: ReviewKind = "other"
    ref: str | None = None
    name: str | None = None
    aliases: tuple[str, ...] = field(default=())
    test: Test | None = None
    body: str | None = None  # the one partnership, board or area that it names beside

    def children(self) -> set[str]:
        """The names of the children, one by one ("Ada, Bea and Cal")."""
        return set(re.split(r",? and | & |, ", self.name)) if self.name else set()


ABBREVIATED = r"L[CS]{2}P{1,2}R|LCPSR|CSPR|LSCPR"
KINDS: tuple[tuple[ReviewKind, str], ...] = (
    (
        "lcspr",
        rf"(?:{ABBREVIATED})(?:'?s)?|(?:Local )?(?:Child(?:ren)?(?:['’]s)? )?Safeguarding Practice Review"
        r"|(?:Local )?Safeguarding Child(?:ren)?(?:['’]s)? Practice Review"  # as often printed so
        r"|(?<!Child )(?<!Adult )(?<!Concise )(?<!Extended )(?<!Learning )(?<!Case )Practice Review",
    ),
    ("rapid-review", r"Rapid Review|RR"),
    ("scr", r"Serious Case Review|SCR"),
    (
        "learning-review",
        r"(?:Multi[- ]agency )?(?:(?:Practice |Partnership |Local )?Learning(?: Lessons)?|Case(?: Management)?) Review"
        r"|Multi[- ]Agency Professional Forum|MAPF|CMR"
        r"|MALR|SILP|CPR|APR|SUSR|LR(?= ?\d)|(?:Concise |Extended )?(?:Child|Adult) Practice Review"
        r"|Single Unified Safeguarding Review|Significant Incident Learning Process|Critical Incident Review",
    ),
)
_NO_BODY = (  # that holds reviews or says how they are held, and is none
    r"(?! (?:(?:sub[- ]?)?groups?|committee|steering group|working group|framework|process(?:es)?|guidance|procedures?"
    r"|models?|systems?|criteria|toolkit|policy|protocol|panel|arrangements)\b"
    r"| of (?:the |published |clinical |international )?(?:literature|evidence|research|guidelines|studies|trials)\b)"
)
CODE = (
    r"[A-Z]{2,6} ?\d{1,3} (?:19|20)\d\d|"
    r"\d{1,3}(?: ?/ ?| of )(?:20)?\d\d[-/–]\d\d\b|"  # of a business year: "1/24-25", "3 of 2024-25"
    r"\d{1,3} 20\d\d ?[-/–] ?(?:20)?\d\d\b|"  # "2 2024/25"
    r"[A-Z]{1,4}\d{1,3},? \d{2,4}/\d{2}|"
    r"[A-Z]{1,6}\d{0,4}(?:[/-][A-Z]{0,3}\d{1,4}){1,2}|\d{1,3} ?[-/]? ?(?:19|20)\d\d|"
    r"\d{1,3} of (?:19|20)\d\d|[A-Z]{0,4} ?\d{1,4}(?:\s?/\s?\d{2,4})?|[A-Z]{1,5}[-/]?\d{1,4}(?:[-/]\d{1,4})?"
    r"|\d{1,3}-[A-Z]\b|\d{4}[-/]\d{1,3}|\d{2}-\d{2,3}\b|[A-Z]{1,5} \d{1,4}-\d{1,4}|[A-Z]{1,6} \d{1,4}/\d{1,4}"
)
INITIALS = r"[A-Z]{1,4}(?: ?(?:&|and|,) ?[A-Z]{1,4})*"
LETTERS = r"[A-Z](?:, ?[A-Z])*,? ?(?:&|and) ?[A-Z]"  # "P and Q"
PSEUDONYM = r"[A-Z][a-z]+(?:-[A-Z][a-z]+)?(?: ?(?:&|and|,) ?[A-Z][a-z]+)*"
PERSON = (
    r"(?:Baby (?:Boy|Girl)|Sibling Group"
    r"|Child(?:ren)?|Baby|Babies|Infant|Siblings?|Brothers?|Sisters?|Twins?|Family|Young Person|Adolescent|Boy|Girl"
    r"|Case(?! (?i:management|reviews?|conferences?|files?|stud(?:y|ies)|groups?|records?|notes?|loads?))|Subject)"
)
_ONE = rf"{PERSON} (?:{CODE}|{INITIALS}(?![a-z])|{PSEUDONYM})"
PEOPLE = rf"{_ONE}(?: ?(?:&|and|,) ?(?:(?:his|her|their) )?(?:{_ONE}|{CODE}|{INITIALS}(?![a-z])))*"
NOT_NAMES = listed("not-names")
_CODED = re.compile(r"\b[A-Z]{1,3}\d+\b")  # "AT7": letters before a number are no word
_KINDS_NAMED = [(kind, re.compile(rf"\b(?:{pattern})s?\b{_NO_BODY}", re.I)) for kind, pattern in KINDS]


def kind_of(text: str) -> ReviewKind | None:
    """The kind of review named first in a heading or sentence, or None."""
    found = [(match.start(), kind) for kind, pattern in _KINDS_NAMED if (match := pattern.search(text))]
    return min(found)[1] if found else None


def opens_with_kind(text: str) -> bool:
    """Whether a line opens with the kind of review ("Rapid review, completed in May 2031")."""
    return any(re.match(rf"(?:an? )?(?:{pattern})\b", text, re.I) for _, pattern in KINDS)


_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_HELD = (  # behind a kind: when it was held or published
    r"(?:[\s.,:(–-]*(?:completed|published|concluded|finished|held|report|in|on|(?:19|20)\d\d"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?|{_MONTHS}))*[\s).]*"
)


def says_only_kind(text: str) -> bool:
    """Whether a line says the kind of a review and no more than when it was held or published."""
    return any(re.fullmatch(rf"(?:an? )?(?:{pattern}){_HELD}", text, re.I) for _, pattern in KINDS)


def is_common(label: str) -> bool:
    """Whether a would-be pseudonym is made of everyday words of this field."""
    bare = re.sub(rf"\b{PERSON}\b", " ", label)
    names = re.findall(r"[A-Za-z]+", _CODED.sub(" ", bare))
    return holds_everyday(" ".join(names)) if names else _CODED.search(bare) is None


def holds_everyday(label: str) -> bool:
    """Whether one of the words of a would-be name is an everyday word of this field."""
    names = re.findall(r"[A-Za-z]+", _CODED.sub(" ", re.sub(rf"\b{PERSON}\b", " ", label)))
    return any(_everyday(word.casefold()) for word in names if len(word) > 1 and word != "and")


def _everyday(word: str) -> bool:
    """A word of the list, one of its plurals, or one that by its ending names no person ("Notification")."""
    return (
        word in NOT_NAMES
        or (len(word) > 4 and word.removesuffix("s") in NOT_NAMES)
        or re.fullmatch(r"[a-z]{4,}(?:tion|sion|ness|ship|ology|graphy|ional|ability)s?", word) is not None
        or re.fullmatch(r"[a-z]{3,}(?:al|ar|ant|ent|ate|ive|ous|ing|ed|ic|ful|less|ab|ib|im|ot)ly", word) is not None
    )
