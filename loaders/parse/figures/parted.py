"""Counts that part a whole between them: "6 cases (3 from one area and 3 from the other)", "27 contacts: 20 the same
day, 5 the next and 2 later", "agree 30, neither 5, disagree 13 (n=48)".

Numbers beside one another are parts only where they add up to the whole exactly; of a bracket also where they repeat
what is counted. Nothing is worked out: each part is printed, and so is the whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from loaders.parse.figures.numbers import (
    NUMBER,
    YEAR,
    Figure,
    any_of,
    counted_in,
    measured,
    referred,
    value,
    vocabulary,
)

_PARTS = re.compile(rf"(?<![\w/.-])(?P<n>{NUMBER})\s+(?P<noun>[^().;]{{1,80}}?)\((?P<inside>[^()]+)\)", re.I)
_PART = re.compile(rf"^\s*(?:and\s+)?(?P<k>{NUMBER})(?![\w%/.-])", re.I)
_PLAIN = re.compile(rf"(?<![\w/.,£$+–-])(?P<k>{NUMBER}|none)(?![\w%/+–-]|[.,]\d|\s?%|\sper\s?cent)", re.I)
_IS = re.compile(
    r"\(\s*(?:n\s?=\s?(?P<n>\d{1,4})|(?:of\s+)?(?P<all>\d{1,4})\s+(?:in all|in total|altogether|[a-z]+))\s*\)", re.I
)
_LABELLED = re.compile(rf"(?:.*:\s+)?(?:and\s+)?[A-Za-z][^\d()]{{2,40}}?\s(?:[–-]\s)?(?P<k>{NUMBER})", re.I)
_FEWEST = 3  # two numbers add up to a third too easily


def parted(sentence: str, found: Sequence[Figure]) -> list[Figure]:
    """The parts of a whole that a sentence tells; `found` are the shares that it prints."""
    out: list[Figure] = []
    for match in _PARTS.finditer(sentence) if "(" in sentence else ():
        parts = breakdown(match["inside"])
        whole = value(match["n"])
        if len(parts) < 2 or any(f.start <= match.end("n") and match.start() < f.end for f in found):
            continue
        noun = _counted().search(match["noun"])
        if noun and (sum(parts) == whole or noun.group().casefold() in match["inside"].casefold()):
            out += [Figure(match.start(), match.end(), k, whole) for k in dict.fromkeys(parts) if k <= whole]
    return out or ([] if found else _adding_up(sentence))


def breakdown(inside: str) -> list[int | float]:
    """The counts of a bracket in which every part begins with a number; else nothing."""
    matches = [_PART.match(part) for part in re.split(r",(?!\d)|;|\band\b", inside) if part.strip()]
    return [value(m["k"]) for m in matches if m] if all(matches) else []


def _adding_up(sentence: str) -> list[Figure]:
    """Three or more counts that add up to a whole told before all of them, or after them as n."""
    if len(told := list(_PLAIN.finditer(sentence))) < _FEWEST:
        return []
    bracketed = [
        m for m in told if sentence[m.start() - 1 : m.start()] == "(" and sentence[m.end() : m.end() + 1] == ")"
    ]
    base = _IS.search(sentence)
    if base is not None and not re.search(r"[a-z]", sentence[base.end() :]) and (several := _labelled(sentence, base)):
        return several
    wholes = (
        [m.span("n") for m in counted_in(sentence)[:1]] if base is None else [base.span("n" if base["n"] else "all")]
    )
    for start, end in wholes:
        n = value(sentence[start:end])
        parts = [m for m in told if m.start() >= end] if base is None else [m for m in told if m.start() != start]
        inside = [m for m in bracketed if m.start() >= end]
        parts = inside if len(inside) >= _FEWEST and sum(value(m["k"]) for m in inside) == n else parts
        counts = [value(m["k"]) for m in parts]
        few = 2 if base is not None or re.match(r"[^:.;\d]{2,30}:\s", sentence[end:]) else _FEWEST
        odd = any(measured(sentence, m.end()) or referred(sentence, m.start()) or YEAR.fullmatch(m["k"]) for m in parts)
        if len(parts) >= few and not odd and n > 1 and sum(counts) == n:
            once = {k: Figure(m.start(), m.end(), k, n) for m, k in zip(reversed(parts), reversed(counts), strict=True)}
            return sorted(once.values(), key=lambda f: f.start)  # equal parts are told once
    return []


def _labelled(sentence: str, base: re.Match[str]) -> list[Figure]:
    """ "Domestic abuse 14, neglect 11 (of 22 reviews)": counts each at its label, of a whole told behind them all."""
    n, items = value(base["n"] or base["all"]), re.split(r"[,;]\s+", sentence[: base.start()].rstrip())
    told = [_LABELLED.fullmatch(item) for item in items]
    if len(items) == 1 or not all(told) or any(value(m["k"]) > n for m in told if m):
        return []
    starts = [sentence.index(item) for item in items]
    return [
        Figure(at + m.start("k"), at + m.end("k"), value(m["k"]), n) for at, m in zip(starts, told, strict=True) if m
    ]


@cache
def _counted() -> re.Pattern[str]:
    units = vocabulary()["units"]
    return re.compile(
        any_of([u for kind in ("notification", "review", "incident", "case", "child") for u in units[kind]]), re.I
    )
