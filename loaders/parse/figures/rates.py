"""Rates ("98.4 per 10,000 children") and spans ("between 20 and 30 per cent", "three to five reviews").

Neither is a count or a share: a rate is no number of children, and of a span no single number was printed. So they
stand in fields of their own, and nothing inside one is read as a figure by itself.
"""

from __future__ import annotations

import re
from functools import cache

from loaders.parse.figures.numbers import (
    NUMBER,
    Figure,
    any_of,
    holds_percentage,
    measured,
    referred,
    value,
    vocabulary,
)

_AMOUNT = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_BASE = r"(?P<per>10{0,2}[, ]?000|(?:ten |(?:a |one )?hundred |a |one )?thousand)(?![\w,.]\d)"
_RATE = re.compile(rf"(?<![\w/.,£-])(?P<rate>{_AMOUNT})\s+(?:(?!per\b)[a-z'’-]+\s+){{0,5}}?per\s+{_BASE}", re.I)
_RATE_OF = re.compile(
    rf"\brates?\b[^.;\d]{{0,60}}\bper\s+{_BASE}(?:[^.;\d]|\b(?:19|20)\d\d(?:[-/]\d\d)?\b){{0,80}}?"
    rf"\b(?:is|was|were|at|of|to|stood at)\s+(?P<rate>{_AMOUNT})(?![\d%/]|,\d|\s?per)",
    re.I,
)
_HEAD = re.compile(rf"\bper\s+{_BASE}", re.I)
_CELL = re.compile(_AMOUNT)
_WORDS = {"thousand": 1_000, "ten": 10_000, "hundred": 100_000}
_JOINED = r"(?:\s?(?:%|per\s?cent)?\s?(?:[–−-]|\bto\b)\s?)"
_AND = r"(?P<and>\s?(?:%|per\s?cent)?\s+and\s+)"
_ENDS = rf"(?P<low>{NUMBER}(?:\.\d+)?)(?:{_AND}|{_JOINED}|\s+or\s+)(?P<high>{NUMBER}(?:\.\d+)?)"
_SHARES = re.compile(rf"(?P<lead>\bbetween\s+)?(?<![\w/.,£–−-]){_ENDS}\s?(?:%|per\s?cent\b)", re.I)
_FROM = re.compile(r"\b(?P<range>(?:rang|vary|vari)\w*\s+(?:\w+\s+){0,3})?from\s+(?:around\s+|about\s+)?$", re.I)
_AGED = re.compile(r"\b(?:aged?|ages|under|over|than|years?)\s+(?:between\s+)?$", re.I)
_YEAR = re.compile(r"(?:19|20)\d\d")


def rates_and_spans(sentence: str) -> list[Figure]:
    """The rates and spans of one sentence, in printed order; `Figure.span` is printed words."""
    found = [_rate(m) for m in _RATE.finditer(sentence)]
    found += [r for m in _RATE_OF.finditer(sentence) if not _meets(r := _rate(m), found)]
    for expression in (_SHARES, _counted()) if holds_percentage(sentence) else (_counted(),):
        for match in expression.finditer(sentence):
            if _is_span(sentence, match, counted=expression is not _SHARES):
                span = Figure(match.start(), match.end(), span=match.group())
                found += [span] if not _meets(span, found) else []
    return sorted(found, key=lambda figure: figure.start)


def rate_of_cell(text: str, head: str) -> Figure | None:
    """A number alone in a cell whose column or row is a rate ("Rate per 10,000")."""
    base = _HEAD.search(head)
    return Figure(0, len(text), rate=value(text), per=_base(base["per"])) if base and _CELL.fullmatch(text) else None


def apart_from(found: list[Figure], others: list[Figure]) -> list[Figure]:
    """The figures that stand in none of the others."""
    return [figure for figure in found if not _meets(figure, others)]


def _meets(figure: Figure, others: list[Figure]) -> bool:
    return any(figure.start < other.end and other.start < figure.end for other in others)


def _rate(match: re.Match[str]) -> Figure:
    return Figure(match.start(), match.end(), rate=value(match["rate"]), per=_base(match["per"]))


def _base(printed: str) -> int:
    digits = re.sub(r"\D", "", printed)
    words = printed.casefold().split()
    return (
        int(digits)
        if digits
        else next((n for word, n in _WORDS.items() if word != "thousand" and word in words), 1_000)
    )


@cache
def _counted() -> re.Pattern[str]:
    units = vocabulary()["units"]
    kinds = any_of([u for kind in units if kind != "other" for u in units[kind]])
    return re.compile(rf"(?P<lead>\bbetween\s+)?(?<![\w/.,£–−-]){_ENDS}(?=\s+(?:[a-z'’-]+\s+){{0,2}}?{kinds})", re.I)


def _is_span(sentence: str, match: re.Match[str], *, counted: bool) -> bool:
    """Whether two numbers are the ends of a span; "fell from 40 to 32%" tells two figures of two times."""
    low, high, before = value(match["low"]), value(match["high"]), sentence[: match.start()]
    if low >= high or (match["and"] and not match["lead"]):
        return False
    if any(_YEAR.fullmatch(end) for end in (match["low"], match["high"])):
        return False
    changed = _FROM.search(before)
    if changed and not changed["range"]:
        return False
    dated = measured(sentence, match.end()) or _AGED.search(before) is not None or referred(sentence, match.start())
    return not (counted and dated)
