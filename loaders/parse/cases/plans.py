"""Under which plan or order a child is said to be ("subject to a child protection plan"), or to have been."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.parse.cases.harm import negated_before

_PLANS = tuple(
    (plan, re.compile(pattern, re.IGNORECASE))
    for plan, pattern in (
        ("interim care order", r"\binterim\s+care\s+orders?\b|\bICO\b"),
        ("care order", r"(?<!interim )\bcare\s+orders?\b"),
        (
            "looked after child",
            r"\blooked[\s-]after\b|\bchild(?:ren)?\s+in\s+care\b|\bin\s+(?:the\s+)?care\s+of\s+(?:the\s+)?local\s+authority|\bsection\s+20\b|\bs\.?20\b",
        ),
        ("child protection plan", r"\b(?:child\s+)?protection\s+plans?\b|\bCPP?\s+plan\b|\bCPP\b"),
        ("supervision order", r"\bsupervision\s+orders?\b"),
        ("child in need", r"\bchild(?:ren)?\s+in\s+need\b|\bCIN\b"),
        (
            "not known to children's social care",
            r"\bnot\s+known\s+to\s+(?:[\w']+\s+)?(?:children['’]s\s+)?(?:social\s+care|services)",
        ),
    )
)
_PAST_BEFORE = re.compile(
    r"\b(?:had\s+(?:\w+\s+)?been|previously|formerly|in\s+the\s+past|historical(?:ly)?)\b[^.;]{0,60}$", re.I
)
_PAST_AFTER = re.compile(
    r"^(?:\s*\([^)]*\))?\s*(?:from\s+[\w\s]{3,20}?)?\s*(?:until|ended|(?:had\s+)?closed|which\s+ended)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class PlanTold:
    """A plan that a sentence names. `past`: it is told as over at the time of the incident."""

    plan: str
    past: bool
    words: re.Match[str]


def plans_in(sentence: str) -> Iterator[PlanTold]:
    """Every plan that a sentence names and does not deny."""
    for plan, pattern in _PLANS:
        for match in pattern.finditer(sentence):
            if plan.startswith("not") or not negated_before(sentence, match.start()):
                past = _PAST_BEFORE.search(sentence[: match.start()]) or _PAST_AFTER.match(sentence[match.end() :])
                yield PlanTold(plan, past is not None, match)
