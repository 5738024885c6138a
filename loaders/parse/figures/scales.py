"""Whether a share is a mark on a scale or a part of one body, and so counts nothing: "scored 17 out of 30", "GCS
13/15", "8 out of 10 for safety", "two of the three fractures".

The words between scale and mark are small ones: "the score was recorded in 6 of 20 files" counts files.
"""

from __future__ import annotations

import re
from functools import cache

from loaders.parse.figures.numbers import NUMBER, Figure, vocabulary

_SMALL = (
    r"(?:was|is|were|are|of|at|as|to|from|only|just|a|an|the|then|now|it|this|again|himself|herself|themselves|itself|"
    r"him|her|them|total|overall|(?:on|at|after|in) (?:arrival|birth|discharge|admission|first|week|year)|"
    r"by|about|around|nearly)"
)
_TO = re.compile(rf"\bscale\s+(?:of|from|was)\s+{NUMBER}\s*(?:to|[–-])\s*(?P<top>{NUMBER})", re.I)
_ON_SCALE = re.compile(
    r"\s+(?:\([a-z ]+\)\s+)?(?:on|in|for)\s+(?:a|an|the|her|his|their)\s+(?:[\w'’-]+\s+){0,4}?"
    r"(?:scale|questionnaire|score|index|inventory|screen|test|exam)\b",
    re.I,
)
_MARKED_AT = re.compile(r"\bat\s+$", re.I)
_NOTHING_COUNTED = re.compile(r"\s*(?:[.,;)]|$|\b(?:for|on|and|but|when|before|after|with)\b)", re.I)
_TENS = (5, 10, 100)


def marks(sentence: str, figure: Figure) -> bool:
    """Whether a share of a sentence is a mark on a scale, or of things that one body has."""
    if figure.denominator is None or figure.percent is not None:
        return False
    before, after = sentence[: figure.start], sentence[figure.end :]
    if _scale().search(before) or _ON_SCALE.match(after) or _of_one().match(after):
        return True
    tops = [match["top"] for match in _TO.finditer(sentence)]
    if any(top == str(figure.denominator) for top in tops):
        return True
    said_at = _MARKED_AT.search(before) and figure.denominator in _TENS
    return bool(said_at and _NOTHING_COUNTED.match(after))


@cache
def _scale() -> re.Pattern[str]:
    named = r"(?-i:[A-Z]{2,}-\d+)"  # a form with a number in its name
    return re.compile(rf"\b(?:{named}|{'|'.join(vocabulary()['scales'])})(?:\s+{_SMALL}){{0,4}}[\s:=(–-]*$", re.I)


@cache
def _of_one() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:of\s+)?(?:(?:her|his|the)\s+)?(?:\w+\s+)?(?:{'|'.join(vocabulary()['of_one'])})\b", re.I)
