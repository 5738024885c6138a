"""Values as people read them in documents and workbooks: plain words for codes, texts no format trips over."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from graph.views.rows import in_words, place_in_words

# What `closed-but-recurred` calls a type, in words; no code is shown to people.
SEEN_AGAIN = {
    "R0": "seen again; which came first is not known",
    "R1": "seen again while it was open",
    "R2": "said to be done, seen again",
    "R3": "closed by record, seen again",
    "R4": "seen elsewhere",
    "R5": "seen again; whether it was done is not stated",
}
MOST = 32_000  # characters; a workbook's cell holds 32 767
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
# Marks that turn the direction of the text around them: kept out, or a line could be read in another order.
_TURNING = re.compile(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def inert(text: str) -> str:
    """A text without control characters and marks of direction, cut at 32 000 characters with a word about it."""
    clean = _TURNING.sub("", _CONTROL.sub("\ufffd", text))
    return clean if len(clean) <= MOST else f"{clean[:MOST]} … [cut here; the rest is in the document]"


def value_of(column: str, value: Any) -> Any:
    """A cell's value: numbers stay numbers, everything else is text in words, nothing is None."""
    if value is None or (isinstance(value, (int, float)) and not isinstance(value, bool)):
        return value
    if column == "type" and isinstance(value, str):
        return SEEN_AGAIN.get(value, value)
    return inert(in_words(value)) or None


def sources(items: list[Mapping[str, Any]], most: int = 3) -> str:
    """Where facts stand: each place once, "document, p. 3; other, line 7"."""
    places = list(dict.fromkeys(inert(place_in_words(item)) for item in items))
    more = len(places) - most
    return "; ".join(places[:most]) + (f"; and {more} more" if more > 0 else "")
