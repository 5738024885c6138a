"""Pseudonyms that a document says it gives: "her mother will be called Sarah". They stay readable where they are sent.

A child's is known from the graph; those of brothers, sisters and grown-ups are only told in a sentence or stand in
quotation marks ("her mother, “Sarah”"). What somebody "is known as" is a nickname, and no pseudonym.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.sharing.vocabulary import FULL

_HERE = r"(?:in|throughout|within|during|for|here|hereafter|hereinafter|below|to protect)\b"
_ONE = rf"[‘'“\"]?{FULL}[’'”\"]?"
_LIST = rf"(?:M(?:r|s|rs|iss)\.?\s+)?(?P<names>{_ONE}(?:(?:,\s+|,?\s+and\s+|\s+or\s+){_ONE})*)"
# A partner's is a nickname more often.
_KIN = r"(?:(?:grand)?(?:mother|father)|mum|dad|parent|brother|sister|sibling|twin|son|daughter)s?"
_GIVEN = (
    re.compile(
        rf"\b(?:we (?:have )?call|whom I (?:have )?call|(?:it|report|review|briefing|page) calls)(?:ed)?\s+{_LIST}"
    ),
    re.compile(rf"\b{_KIN},?\s+\(?[‘“\"](?P<names>{FULL})[’”\"]"),
    re.compile(rf"\b(?:will|shall|to) be (?:called|named|known as|referred to as)\s+{_LIST}"),
    re.compile(rf"\b(?:called|known|referred to)\s+{_HERE}[^.;]{{0,50}}? as\s+{_LIST}"),
    re.compile(rf"\bpseudonyms?(?:\s+(?:of|is|are|was|were|chosen|used|given|here|being))*[\s:,(]+{_LIST}"),
    re.compile(
        rf"(?<![\w’'-]){_LIST},?\s+(?:\((?:a )?pseudonym\)|(?:is|are)\s+(?:(?:an?|the)\s+)?pseudonyms?\b"
        r"|(?:is|are)\s+not\s+(?:his|her|their)\s+real\s+names?)"
    ),
)
_SIGNS = ("pseudonym", "call", "named", "known", "referred", "real name", "“", "‘", '"')


def pseudonyms_in(text: str) -> Iterator[str]:
    """Each such name of one word, in small letters."""
    if not any(sign in text for sign in _SIGNS):
        return
    for pattern in _GIVEN:
        for match in pattern.finditer(text):
            for name in re.findall(FULL, match["names"]):
                if name not in ("Child", "Baby", "Mother", "Father", "Sibling", "Adult", "Family", "The"):
                    yield name.casefold()
