"""How a sentence names what was looked at before it tells of its parts: "we read 12 files", "24 were audited"."""

from __future__ import annotations

import re
from functools import cache

from loaders.parse.figures.numbers import NUMBER, any_of, vocabulary

LOOKED_AT = (
    r"audited|sampled|examined|looked (?:at|through)|read|opened|checked|went through|dip[- ]sampled|dipped into|pulled"
)
TESTED = 5  # of `counted_wholes`, the way that says what a survey or an audit was of


@cache
def counted_wholes() -> tuple[re.Pattern[str], ...]:
    """A number at a noun, where its parts follow: "24 files were audited:", "we read 12 files", "across the 8"."""
    units = vocabulary()["units"]
    nouns = any_of([u for kind in units for u in units[kind]] + vocabulary()["looked_at"])
    counted = rf"(?P<n>{NUMBER})(?![\w%/-]|[.,]\d|\s?%)\s+(?:(?!of\b|in\b|and\b|\d)[\w'’-]+\s+){{0,3}}?{nouns}"
    read = rf"(?:{LOOKED_AT}|reviewed|considered)"
    finds = r"(?:found|showed|shows|identified|suggested|told us|said)"
    told = rf"(?:\s+(?:was|were)\s+(?:\w+\s+)?{read}\b[^.;:,\d]{{0,40}})?:(?=\s)"
    ways: tuple[str, ...] = (
        rf"(?:^\W*(?:the\s+|our\s+)?|\bthere were\s+){counted}{told}",
        rf"\b{read}\s+(?:the\s+|all\s+|these\s+|our\s+)?{counted}",
        rf"\b(?:across|among|amongst|within|from)\s+(?:the|our|these|all)\s+{counted}",
        r"\(n\s?=\s?(?P<n>\d{1,4})\)\s*:(?=\s)",
        rf"\b(?:audits?|samples?|surveys?|analysis|exercise|dive|checks?)\b[^.;:\d]{{0,30}}?[\s(]{counted}\)?"
        rf"(?:\s+(?:in|during|from|since)\s+[^.;:\d]{{2,20}}?(?:\s(?:19|20)\d\d)?)?\s*(?::|\s[–—-]|\s{finds}\b)(?=\s)",
        rf"\b(?:survey|audit|sample|poll|analysis|check|(?:re-?)?dip)(?:\s+in\s+[A-Z][a-z]+)?\s+of\s+(?:the\s+|all\s+|our\s+)?"
        rf"(?P<n>{NUMBER})(?![\w%/-]|[.,]\d|\s?%)\s+[a-z](?:(?!\b(?:and|or)\s+{NUMBER}\b)[^.;:]){{0,70}}?(?:\b{finds}\b|:(?=\s))",
    )
    ways += (
        rf"^\W*(?:the\s+|our\s+)?{counted}\s+(?:(?:was|were)\s+)?(?:[a-z]+ly\s+)?(?:{read})\b(?=[^.;:\d]{{0,40}}\b(?:and|but|;))",
        rf"\b(?:looked|looking)\s+(?:at|through)\s+[^.;:\d]{{0,40}}?\b(?:all|the)\s+{counted}(?=[^.;:\d]{{0,60}}\b(?:and|but)\b)",
    )
    put = r"identified|offered|invited|referred|asked|trained|selected|chosen|notified|assessed|audited"
    has = rf"(?=\s+and\s+(?:only\s+|just\s+)?{NUMBER}\s+(?:of them\s+)?(?:(?:have|had|were|are|has)\b|[a-z]+ed\b))"
    ways += (  # "I looked at twelve of these plans and ten had", "87 children have been identified and 52 have had"
        rf"\b{read}\s+(?P<n>{NUMBER})\s+of\s+(?:these|those|the|its|their|our)\s+(?:[\w'’-]+\s+){{0,2}}?{nouns}",
        rf"(?:^\W*(?:the\s+|our\s+)?|[;:]\s+){counted}\s+(?:have been|had been|were)\s+(?:\w+ly\s+)?(?:{put}){has}",
        rf"\bthere\s+(?:are|were|have been)\s+{counted}(?=\s+and\s+{NUMBER}\s+(?:have|had)\s+(?:now\s+|all\s+)?been\b)",
    )
    return tuple(re.compile(way, re.I) for way in ways)
