"""Reviews told by what they are about among the entries of a catalogue ("2031 – Thematic review of three babies",
"Burns in the kitchen: a rapid review").

They name no child, so nothing but their place, a heading beside those of other reviews, says that each is one of them.
Left out, their learning would stand with the case above, or with none.
"""

from __future__ import annotations

import re

from loaders.parse.cases.harm import told_of_harm
from loaders.parse.cases.mentions import mentions_in
from loaders.parse.cases.naming import CaseLabel, kind_of
from loaders.parse.sentences import sentences

_ENTRY = re.compile(
    r"^(?:\[?(?:19|20)\d\d\]?(?:[-/]\d\d)?\s*[–—:.-]\s*)?"
    r"(?P<name>(?:(?:joint|national|local|regional|multi-agency|independent) )*"
    r"(?P<kind>themed|thematic|learning)(?: practice| learning| case)? review(?:s)?\b"
    r"\s*(?:(?:of|into|on|about)\s+|[–—:-]\s*)(?P<theme>\S.{3,100}?))\s*$",
    re.IGNORECASE,
)

_A_REVIEW = re.compile(
    r"(?P<topic>.{3,80}?)(?:\s*[:–—-] (?:an? )?|\s*\((?:an? )?)(?P<kind>[\w ]{0,40}\b(?:review|SCR|L?CSPR))\b\)?",
    re.IGNORECASE,
)
_OPENING = 2  # sentences of a story that say whom it is of


def thematic_label(text: str) -> CaseLabel | None:
    """The review that a heading beside those of other reviews names by its theme."""
    found = _ENTRY.match(text)
    if found is None:
        return None
    kind = "thematic-review" if found["kind"].lower().startswith("them") else kind_of(text) or "learning-review"
    return CaseLabel(text, kind, None, found["name"].strip(" ."))


def topical_label(text: str, below: str) -> CaseLabel | None:
    """The review that such a heading names by its topic and one kind, where the story below it tells of a child."""
    found = _A_REVIEW.fullmatch(text)
    kind = kind_of(found["kind"]) if found else None
    opening = " ".join(sentences(below)[:_OPENING])
    child = any(mention.kind in ("child", "children") for mention in mentions_in(opening, {}))
    return CaseLabel(text, kind, None) if kind and child and told_of_harm(opening) else None


def of_topic(label: CaseLabel) -> bool:
    """Whether a label names its review by a topic, so that none of its words is the name of a child."""
    return label.name is None and label.ref is None and _A_REVIEW.fullmatch(label.printed) is not None
