"""What the words around a figure say of it: in which sense it is told, of which theme, as of when."""

from __future__ import annotations

import re

from graph.records import Sense
from loaders.parse.figures.numbers import Figure, pattern
from loaders.parse.figures.shares import figures

_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATE = re.compile(
    rf"(?<![\w/.-])(?:(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{_MONTH}\s+(?:19|20)\d\d|(?:19|20)\d\d\s+{_MONTH}"
    r"|(?:19|20)\d\d\s?[-–−/]\s?(?:20)?\d\d|(?:19|20)\d\d)(?![\w%/]|,\d|\.\d)"
)
_NOT_AS_OF = re.compile(
    r"\b(?:since|until|till|after|before|between|from|Act|Together|published(?: in)?)\s+(?:early |late |mid-?)?$"
)
_SEVERAL = 3  # percentages of a sentence that lists what each is of


def sense_of(text: str) -> Sense:
    """Whether a figure tells a cause, a feature or a theme of reviews, or is only mentioned."""
    order: tuple[Sense, ...] = ("cause", "feature", "theme")
    for sense in order:
        if pattern("senses", sense).search(text):
            return sense
    return "mention"


def clause_of(text: str, figure: Figure, end: int) -> str:
    """The clause of a figure in a sentence of several ("13 of 30 featured neglect, and 40% domestic abuse")."""
    cuts = [
        0,
        *(m.end() for m in re.finditer(r"[,;](?!\d)\s+(?![^(]*\))|(?<=%\))\s+and\s+|\s+and\s+(?=\d[\d.]*\s?%)", text)),
        len(text),
    ]
    if end >= len(text) and not any(cut <= figure.start for cut in cuts[1:-1]):
        return text
    start = max(cut for cut in cuts if cut <= figure.start)
    return text[start : min(cut for cut in cuts if cut > figure.start)]


def around(text: str, figure: Figure, end: int) -> str:
    """What a sentence says of all its figures: the whole of it, or what stands above where each has a clause."""
    percents = [found for found in figures(text) if found.percent is not None]
    if figure.percent is None or len(percents) < _SEVERAL or clause_of(text, figure, end) == text:
        return text
    return text[: percents[0].start]


def topic_of(text: str) -> str | None:
    """The theme of a line, where the codebook is there to say."""
    try:
        from loaders.coding import code
    except ImportError:
        return None
    codings = code(text)
    return codings[0].id if codings else None


def as_of(text: str, start: int, end: int | None) -> str | None:
    """The date printed with the figure at `start`: the nearest that is not the beginning of a span."""
    dates = [m for m in _DATE.finditer(text) if not _NOT_AS_OF.search(text[: m.start()])]
    if not dates:
        return None
    behind = [m for m in dates if end is not None and start < m.start() < end]
    before = [m for m in dates if m.start() <= start]
    return (behind[0] if behind else before[-1] if before else dates[0]).group()
