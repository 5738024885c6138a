"""What a figure counts (reviews, children, incidents …), and what kind of thing its line is about."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from graph.records import Unit
from loaders.parse.figures.numbers import NUMBER, Figure, any_of, pattern, vocabulary
from loaders.sieve import Sieve

Source = Literal["review", "population", "activity", "survey"]

STARTS = re.compile(
    rf"^[\W_]*(?:(?:in|of|the|approximately|around|about|over|nearly|almost)\s+)*{NUMBER}(?![\w-])", re.I
)
_DIRECT = re.compile(
    r"[\s*]*(?:of\s+)?(?:the\s+)?(?:(?:were|was|are|is)\s+)?"
    r"(?P<noun>(?:(?!(?:were|was|had|have|has|are|is|in|with|to|under|over|at|featured|involved|"
    r"included|concerned)\b)[\w'’&/-]+\s*){1,5})",
    re.I,
)


def source_of(text: str, heading: str) -> Source:
    """What kind of thing a line counts. Reviews win where the line or its heading speaks of them."""
    order: tuple[Source, ...] = ("survey", "population", "activity")
    for kind in order:
        if pattern("sources", kind).search(text):
            return "review" if kind != "survey" and _counts_own(text) else kind
    if _own_unit().search(text) or _own_unit().search(heading):
        return "review"
    for kind in order:
        if pattern("sources", kind).search(heading):
            return kind
    return "review"


def _counts_own(text: str) -> bool:
    """Whether a line with a word of another source still counts reviews, notifications or audited cases."""
    hits = [(m.start(), -len(m.group()), kind) for kind, words in _units() if (m := words.search(text))]
    first = min(hits)[2] if hits else "other"
    return first in ("notification", "review", "audit-case") or (first == "case" and "audit" in text.casefold())


@cache
def _own_unit() -> Sieve:
    units = vocabulary()["units"]
    return Sieve(any_of(units["notification"] + units["review"] + units["audit-case"]), re.I)


@cache
def _reviews() -> Sieve:
    units = vocabulary()["units"]
    return Sieve(any_of(units["notification"] + units["review"]), re.I)


def counts_reviews(text: str) -> bool:
    """Whether a sentence with a figure counts reviews or notified incidents, and not practice."""
    return bool(_reviews().search(text))


@cache
def _units() -> list[tuple[Unit, re.Pattern[str]]]:
    return [(kind, re.compile(any_of(words) + r"(?!['’]s)", re.I)) for kind, words in vocabulary()["units"].items()]


def unit_of(text: str, figure: Figure, end: int, heading: str, title: str) -> Unit:
    """What is counted: the noun at the figure ("6/17 reviews", "12/16 were children"), else one before it in the line
    ("of the 8 children 7 …"), else that of the heading, for a row that of the title, else any after it.
    """
    after = text[figure.end : end]
    direct = _DIRECT.match(after)
    row = title if STARTS.match(text) else ""
    inside = text[figure.start : figure.end]
    for i, part in enumerate((inside, direct["noun"] if direct else "", text[: figure.start], heading, row, after)):
        hits = [(m.start(), -len(m.group()), kind) for kind, words in _units() if (m := words.search(part))]
        if i in (2, 3):  # a "meeting" or "plan" near by is not what is counted
            hits = [h for h in hits if h[2] != "other"]
        if hits:
            kind = min(hits)[2]
            audited = kind == "case" and re.search(r"\baudit", f"{text} {heading}", re.I)
            return "audit-case" if audited else kind
    return "other"


def tells_unit(text: str, figure: Figure, end: int) -> bool:
    """Whether the line of a figure says what is counted."""
    direct = _DIRECT.match(text[figure.end : end])
    of_other = direct is not None and pattern("units", "other").search(direct["noun"])
    return bool(of_other) or unit_of(text, figure, end, "", "") != "other"


def says_more(text: str) -> bool:
    """Whether a row says anything besides its numbers and what they count."""
    small = r"\b(?:out|of|the|in|and|which|included|per|cent)\b"
    bare = re.sub(rf"(?<![\w-]){NUMBER}(?![\w-])|{small}", " ", text, flags=re.I)
    for _, words in _units():
        bare = words.sub(" ", bare)
    return bool(re.search(r"[A-Za-z]{2}", bare))
