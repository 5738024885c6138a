"""Whether a figure says what is wanted, allowed or meant, or by how much something changed, and so tells nothing of
what was found: "80% attendance or below", "95% should", "asked to sample 10%", "rose by 8%", "an underspend of 3%".

A norm has a modal verb in its clause, a word of wanting before it, or a band beside it. What was found against it
stays.
"""

from __future__ import annotations

import re
from functools import cache

from loaders.parse.figures.numbers import DECIMAL, Figure, pattern, vocabulary

_CLAUSE_ENDS = re.compile(
    r"[,;:.!?](?=\s|$)|\s[–—-]\s|\b(?:but|and|while|whereas|although|though|which|who|that|what|how|when|where|"
    r"whether|if|why)\b"
    r"|\b(?:said|say|felt|feel|thought|think|agreed|believed?|told|wanted)\b",  # what one should do is then their word
    re.I,
)
_MODAL = re.compile(
    r"\b(?:should|must|shall|ought)\b(?!\s+(?:\w+\s+)?(?:to\s+)?have\b)"  # "should have been seen": of what was found
    r"|\b(?:is|are) (?:to be|expected|required|asked|supposed|needed|necessary|allowed|permitted|enough|sufficient)\b"
    r"|\b(?:is|are)\s[^.;,]*(?:\b(?:each|every|per)\s+(?:\w+\s+)?(?:week|month|quarter|term|year)|\b(?:weekly|monthly|quarterly|yearly|annually))\b",
    re.I,
)
_PLANNED = re.compile(r"\bwill\s+(?:\w+\s+)?(?:be|have)\b", re.I)
_MEANT = re.compile(  # "the target is 90%", "(target 95%)": not "compliance with the standard was 84%"
    r"(?:^\W*|[,;:(–-]\s*|\b(?:and|but|while)\s+)(?:(?:the|our|its|their|a|this)\s+)?"
    r"(?:(?!with\b|against\b|to\b|of\b)[\w'’-]+\s+){0,2}?"
    r"(?:targets?|goals?|standards?|kpis?|benchmarks?|thresholds?|minimum|pass mark|norm|"
    r"tolerance|expectation|requirement)"
    r"\s*(?:(?:is|was|remains|being|of|at|set at)\s+)*[:=(–-]?\s*$"
    r"|\b(?:wants?|expects?|hopes?|aims?|seeks?|intends?)\s+(?:(?!that\b)\w+\s+){0,3}$",
    re.I,
)
_EXPLAINS = re.compile(r"\b(?:means?|is defined as|are defined as|refers? to|stands for)\b[^.;]{0,40}$", re.I)
_IF = re.compile(r"\b(?:if|when|once|unless|provided)\b", re.I)
_PRESENT = re.compile(r"\b(?:is|are|has|have)\b", re.I)
_PAST = re.compile(r"\b(?:was|were|had|did)\b", re.I)
_TO_DO = re.compile(r"\b(?:should|must|shall|will)\s+(?!have\b)(?:(?!that\b)[\w'’-]+\s+){1,4}$", re.I)
_BAND = re.compile(
    rf"\d\s?(?:%|per\s?cent)\s+(?:and|or)\s+(?:above|below|over|under|more|less|fewer|higher|lower)\b"
    rf"|\b(?:below|under|above|over)\s+{DECIMAL}\s?(?:%|per\s?cent)",
    re.I,
)
_MONEY = re.compile(
    r"\d\s?(?:%|per\s?cent)\s+of\s+(?:(?:the|its|our|their)\s+)?(?:\w+\s+)?(?:budgets?|costs?|funding|grants?)\b", re.I
)
_AT_BAND = re.compile(r"\b(?:below|under|above|over)\s+$", re.I)
_BANDS = 2  # bands of a sentence that sets them side by side: a key


def is_norm(sentence: str, figure: Figure) -> bool:
    """Whether a share is what should be and not what is."""
    cut = _CLAUSE_ENDS.search(sentence, figure.end)
    clause = sentence[figure.end : cut.start() if cut else len(sentence)]
    if _MODAL.search(clause) or (figure.percent is not None and _PLANNED.search(clause)):
        return True
    if _EXPLAINS.search(sentence[: figure.start]) and not _PAST.search(sentence):
        return True
    if _MEANT.search(sentence[: figure.start]) or _conditional(sentence, figure, clause):
        return True
    asked = [match.end() for match in pattern("definition", "asked").finditer(sentence, 0, figure.start)]
    if asked and _CLAUSE_ENDS.search(sentence, asked[-1], figure.start) is None:
        return True
    return _TO_DO.search(sentence[: figure.start]) is not None


def _conditional(sentence: str, figure: Figure, clause: str) -> bool:
    """Whether a share is a condition that holds at any time ("graded good when 8 of the 10 are met")."""
    at = [match.end() for match in _IF.finditer(sentence, 0, figure.start)]
    here = at and _CLAUSE_ENDS.search(sentence, at[-1], figure.start) is None
    return bool(here and _PRESENT.search(clause) and not _PAST.search(sentence))


def defines(sentence: str, start: int, end: int) -> bool:
    """Whether the percentage at `start` to `end` draws a line, is a change or a part of money or of a body."""
    before, after = sentence[:start], sentence[end:]
    if re.search(pattern("definition", "before").pattern + r"[^.;%]{0,90}$", before, re.I):
        return True
    if re.search(pattern("definition", "measured").pattern + r"\W*$", before, re.I) or _change().search(before):
        return True
    paid = ("£" in sentence and re.search(r"£[^.;]*$", before)) or re.match(r"[^.;]*£", after)
    if (paid or _MONEY.search(sentence)) and not re.match(r"\s+of\b", after):
        return True
    if _AT_BAND.search(before) and len(_BAND.findall(sentence)) >= _BANDS:
        return True
    return bool(re.match(r"\s+(?:of\s+)?" + pattern("definition", "after").pattern, after, re.I))


@cache
def _change() -> re.Pattern[str]:
    words = vocabulary()["definition"]
    return re.compile(
        rf"\b(?:{'|'.join(words['changed'])})\s+(?:\w+\s+){{0,2}}?by\s+(?:\w+\s+){{0,2}}$"
        rf"|\b(?:were|was|are|is|went)\s+(?:up|down)\s+$|\b(?:{'|'.join(words['change_of'])})\s+(?:of|by)\s+(?:\w+\s+){{0,2}}$",
        re.I,
    )
