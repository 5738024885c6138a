"""Values as people read them in documents and workbooks: plain words for codes, texts no format trips over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from graph.marks import KEY, MARK
from graph.views.rows import in_words

# What `closed-but-recurred` calls a type, in words; no code is shown to people.
SEEN_AGAIN = {
    "R0": "seen again; which came first is not known",
    "R1": "seen again while it was open",
    "R2": "said to be done, seen again",
    "R3": "closed by record, seen again",
    "R4": "asked nationally or in another area, seen here",
    "R5": "seen again; whether it was done is not stated",
}
_KINDS = {"lcspr": "practice review", "scr": "serious case review"}
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
    if column == "kind" and isinstance(value, str):
        return inert(_KINDS.get(value, value.replace("-", " ")))
    return inert(in_words(value)) or None


def sources(items: Iterable[Mapping[str, Any]], most: int = 3) -> str:
    """Where facts stand, each document once: "Annual report 2020, p. 3, 7; Audit 2021, line 40 (by words alone)"."""
    found: dict[str, list[str]] = {}
    marked: set[tuple[str, str]] = set()
    for item in items:
        place = "p. {}".format(item["page"]) if item.get("page") is not None else ""
        place = place or ("line {}".format(item["line"]) if item.get("line") is not None else "")
        name = inert(str(item.get("document") or "document not named"))
        places = found.setdefault(name, [])
        if place not in places:
            places.append(place)
        if item.get(KEY) is True:
            marked.add((name, place))
    told = []
    for name, places in list(found.items())[:most]:
        places = sorted(filter(None, places), key=_in_order)
        marks = ["" if (name, place) not in marked else f" ({MARK})" for place in places]
        bare = f" ({MARK})" if (name, "") in marked else ""
        told.append(", ".join([name + bare, *(p + m for p, m in zip(_joined(places), marks, strict=True))]))
    more = len(found) - most
    return "; ".join(told) + (f"; and {how_many(more, 'more document')}" if more > 0 else "")


def how_many(n: int, one: str, many: str = "") -> str:
    """ "1 review", "3 reviews"."""
    return f"{n} {one if n == 1 else many or one + 's'}"


def _in_order(place: str) -> tuple[str, int]:
    """Pages, and lines, as they follow each other."""
    kind, _, number = place.partition(" ")
    return kind, int(number)


def _joined(places: list[str]) -> list[str]:
    """ "p. 3", "p. 7" as "p. 3", "7"."""
    made: list[str] = []
    for place in places:
        kind, _, number = place.partition(" ")
        made.append(number if made and places[0].startswith(kind) else place)
    return made
