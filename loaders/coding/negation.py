"""What is said not to be there: "no evidence of neglect" must never become neglect.

Two readings differ. Where a concept names a problem, its denial makes it absent. Where it names something that practice
should do ("no evidence of effective information sharing"), the denial is the shortfall itself and stays a theme. And
where the denial is of a practice around a problem ("no evidence that neglect was considered"), the problem stays too.
"""

from __future__ import annotations

import re
from functools import lru_cache

from loaders.sieve import Sieve

_BREAK = re.compile(
    r"[.;:!?](?=\s|$)|\b(?:but|however|although|though|whereas|yet|despite|except|until|instead)\b|\n", re.IGNORECASE
)
_NOTHING = r"(?:no|not any|nor any|without any|never any|little|nothing)"
_SIGN = (
    r"(?:evidence|indications?|indicators?|signs?|suggestions?|concerns?|reports?|records?|history|issues?|problems?|"
    r"disclosures?|suspicions?|information|reason|incidents?|allegations?|worr(?:y|ies))"
)
# a list between the denial and what is denied goes on ("of neglect, abuse or exploitation"), a verb ends it
_LINK = (
    r"(?:\s+(?!(?:was|were|is|are|has|had|have|been|which|that|who|when|where|because|so|led|meant)\b)"
    r"[\w'&/\-]+,?){0,9}?\s+(?:that\s+)?"
)
_QUALITY = (
    r"(?:known|current|previous|past|obvious|apparent|further|reported|recorded|other|identified|actual|such|signs of)"
)
_BEFORE = re.compile(
    rf"(?P<sign>\b{_NOTHING}\s+(?:\w+\s+){{0,3}}?{_SIGN})(?P<between>{_LINK})$"
    rf"|\b(?:ruled out|absence of|not known for|not due to|not caused by|not a case of|free from)\s+(?:\w+\s+){{0,2}}?$"
    rf"|\b(?:no|without(?: any)?)\s+(?:{_QUALITY}\s+)?$",
    re.IGNORECASE,
)
_PRACTICE = re.compile(
    r"\b(?:discuss|consider|explor|assess|analys|understand|recogni|respon|impact|effect|address|shar|refer|screen|plan|"
    r"work|support|enquir|inquir|question|challeng|talk|conversation|advice|advis|tool|training|polic|pathway|use)",
    re.IGNORECASE,
)
# "no evidence that neglect was identified" blames practice, "no neglect was identified" does not
_PRACTISED = re.compile(
    r"^[^.;!?]{0,30}?\b(?:was|were|is|are|had been|has been|have been|being|having been)\s+(?:\w+ly\s+)?"
    r"(?:discussed|considered|explored|assessed|analysed|understood|recogni[sz]ed|identified|addressed|shared|referred|screened|challenged|"
    r"responded|taken|asked|recorded|used|followed|offered|seen)",
    re.IGNORECASE,
)
_NOTED = re.compile(r"(?:identified|recorded|seen)$", re.IGNORECASE)
_AFTER = re.compile(
    r"^[\w\s'(),\-]{0,40}?\b(?:(?:was|were|is|are|has been|have been|had been)\s+"
    r"(?:not\s+(?:\w+\s+){0,3}?"
    r"(?:features?|factors?|issues?|concerns?|evident|present|relevant|apparent|the cause|indicated)"
    r"|ruled out|excluded)"
    r"|(?:did not|didn't|does not)\s+(?:feature|appear|arise)|not (?:a feature|a factor|a concern|evidenced))\b",
    re.IGNORECASE,
)
_LACK = re.compile(
    r"\b(?:lack|absence|missing|missed|poor|weak|ineffective|inadequate|delays?|gaps?|failures?|insufficient|concerns?|"
    r"issues?|problems?|weaknesses)\b[\w\s]{0,40}$",
    re.IGNORECASE,
)
_NO = re.compile(rf"\b{_NOTHING}\b", re.IGNORECASE)
_NO_ISSUE = re.compile(
    r"^[\w\s'\-]{0,30}?\b(?:was|were|is|are) not (?:an? )?(?:\w+ )?(?:issue|concern|problem|feature|factor)s?\b",
    re.IGNORECASE,
)


_ANY_DENIAL = Sieve(
    r"\b(?:no|not|nor|nothing|never|without|little|ruled out|excluded|absence of|free from)\b|n't\b", re.IGNORECASE
)


def may_deny(text: str) -> bool:
    """Whether any word by which something could be denied stands in `text` (`plain`): asked before what is slow."""
    return _ANY_DENIAL.search(text) is not None


def denied(text: str, start: int, end: int, desired: bool) -> bool:
    """Whether what stands at `start`..`end` of `text` (`plain`) is said not to be there. See Concept.desired."""
    breaks = _breaks(text)
    begun = max((after for _, after in breaks if after <= start), default=0)
    ended = min((before for before, _ in breaks if before >= end), default=len(text))
    before, after = text[begun:start], text[end:ended]
    if desired:
        no = _NO.search(before)
        return bool(no and _LACK.search(before[no.end() :])) or bool(_NO_ISSUE.match(after))
    found = _BEFORE.search(before)
    if found:
        between = found["between"] or ""
        practised = _PRACTISED.match(after)
        blamed = practised and ("that" in between.split() or not _NOTED.search(practised[0]))
        return not (blamed or _PRACTICE.search(between))
    return bool(_AFTER.match(after))


@lru_cache(maxsize=64)  # of a text many things are asked
def _breaks(text: str) -> tuple[tuple[int, int], ...]:
    """Where a clause of the text ends and the next begins."""
    return tuple(found.span() for found in _BREAK.finditer(text))
