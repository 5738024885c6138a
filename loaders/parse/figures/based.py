"""Percentages of a whole that their sentence names: "Among the 33 carers, 55% …", "Sixty took part, 45% of whom …",
"(n=38): 71%", "71% of respondents (base: 58)".

A percentage that says itself what it is of ("80% of the actions") is of that, and no count is worked out from it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from loaders.parse.figures.led import COMPARED
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

_N = rf"(?P<n>{NUMBER})(?![\w%/-]|[.,]\d|\s?%)"
BASE = re.compile(r"[(\[](?:n|base|sample|total)\s?[=:]?\s?(?P<n>\d{1,4})\)", re.I)
_BASE_FIRST = re.compile(r"^\W*(?:n|base|sample(?: size)?)\s?[=:]\s?(?P<n>\d{1,4})\b(?=[^%]{0,40}[:;,–.])", re.I)
_OPENS = re.compile(
    rf"(?:^\W*|[.;:]\s+)(?:among|amongst|with|from|across|for|in)\s+(?:(?:the|these|those|our|all|some)\s+)*{_N}"
    r"\s+[a-z][^%,;:.\d]{0,60},\s+(?:[a-z]+\s+){0,2}$",
    re.I,
)
_WHOM = re.compile(r",?\s+(?:of\s+(?:whom|which)|with)\s*,?\s+(?:[a-z]+\s+){0,2}$", re.I)
_OF_WHOM = re.compile(r"\s+of\s+(?:whom|which|these|those|them)\b", re.I)
_JOINED = re.compile(r"(?:,|;|:|\s[–—-])?\s+(?:(?:and|but|in|with|of whom)\s+)*(?:[a-z]+ly\s+)?$", re.I)
_SUBJECT = re.compile(
    rf"^\W*(?:(?:some|about|around|all|a total of|the|our|in all)\s+)*{_N}\s+(?P<noun>[a-z][^%;:.\d]{{2,80}}?)$", re.I
)
_OWN_WHOLE = re.compile(r"\s+(?:of\b|in\b(?! (?:the )?(?:sample|cohort|group))|among)", re.I)
_FEWEST = 5


def based(sentence: str, found: Sequence[Figure]) -> list[Figure]:
    """The figures of a sentence, with the whole of those percentages that were printed without count and whole."""
    if not holds_percentage(sentence):
        return list(found)
    out: list[Figure] = []
    for figure in found:
        alone = figure.percent is not None and figure.numerator is None and figure.denominator is None
        whole = _whole(sentence, figure, out) if alone else None
        out.append(replace(figure, denominator=whole) if whole is not None else figure)
    return out


def _whole(sentence: str, figure: Figure, before: Sequence[Figure]) -> int | float | None:
    ahead, after = sentence[: figure.start], sentence[figure.end :]
    if COMPARED.search(ahead):
        return None
    if base := re.match(rf"[^%.;]{{0,60}}?\s{BASE.pattern}", after, re.I):
        return value(base["n"])
    told = list(BASE.finditer(ahead)) or list(_BASE_FIRST.finditer(ahead))
    if told and not (before and before[-1].denominator is not None and told[-1].start() < before[-1].start):
        return value(told[-1]["n"])
    if told and before and before[-1].denominator == value(told[-1]["n"]):
        return value(told[-1]["n"])
    of_whom = _OF_WHOM.match(after)
    if _OWN_WHOLE.match(after) and not of_whom:
        return None
    if opened := _OPENS.search(ahead):
        return _counted(ahead, opened)
    joint = _WHOM.search(ahead) or _JOINED.search(ahead)
    opened = _SUBJECT.match(ahead[: joint.start()]) if joint else None
    if opened is None or not (of_whom or _did().search(opened["noun"])):
        return None
    return _counted(ahead, opened)


def _counted(ahead: str, match: re.Match[str]) -> int | float | None:
    n = value(match["n"])
    apart = (
        measured(ahead, match.end("n"))
        or referred(ahead, match.start("n"))
        or re.fullmatch(r"(?:19|20)\d\d", match["n"])
    )
    return n if n >= _FEWEST and not apart else None


@cache
def _did() -> re.Pattern[str]:
    """What people or papers have to do for a share to be of them: be looked at, or answer."""
    return re.compile(any_of(vocabulary()["answered"]), re.I)
