"""Counts told by a word for all, none or half of a named whole: "each of the nine", "all but two of the sixteen",
"neither of the two reviews", "half of the 12".

"All three children" is a family: people are counted so only where they are more than one family has, or are looked at
one by one; reviews, cases and papers always.
"""

from __future__ import annotations

import re
from functools import cache

from loaders.parse.figures.numbers import NUMBER, Figure, any_of, measured, value, vocabulary

FAMILY = 4  # as many children may be those of one family that a review looked at
_TWO = 2
_OWN = ("notification", "review", "incident", "audit-case", "case")
_LESS = rf"(?:but|except(?:\s+for)?|bar|save)\s+(?P<less>{NUMBER})"
_NONE = r"none|neither|not\s+(?:a\s+single\s+one|a\s+single|one|any)"
ELLIPTIC = (  # of a whole that was named: "all but one", "half of them", "none"
    rf"(?:(?:all|every(?:\s*one)?|each)\s+{_LESS}|(?P<none>{_NONE})|(?P<all>all|each|every\s+one|both)|(?P<half>(?:a\s+)?half))"
    r"(?:\s+of\s+(?:them|these|those))?"
)
_NOT_ANY = re.compile(  # "No father was named in any of the nine plans"
    rf"\b(?:no|not|never|nobody|no[- ]one|nothing|neither)\b"
    rf"(?:(?!\b(?:that|whether|if)\b)[^.;:,\d]){{2,80}}?\bany\s+of\s+"
    rf"(?:the|these|those|our)\s+(?P<n>{NUMBER})"
    r"(?![\w%/-]|[.,]\d)(?P<noun>(?:\s+[\w'’-]+){0,3})",
    re.I,
)
_WORD = re.compile(r"\b(?:all|each|every|both|any|none|neither|not)\b", re.I)  # else nothing is told so
_IN_ALL = re.compile(rf"\b(?:in|for|by|from)\s+all\s+(?P<n>{NUMBER})(?=\s*(?:[.;]|$))", re.I)
_PEOPLE = re.compile(r"\b(?:child|baby|babies|boys?|girls?|siblings?|parents?|mothers?|fathers?|carers?|people)", re.I)
_ASKED = re.compile(r"\b(?:recommendations?|actions?|agencies|areas?|appointments|lessons|sessions|nights)\b", re.I)
_OF_N = re.compile(
    rf"\b(?:(?:all|every(?:\s*one)?|each)\s+{_LESS}|(?P<none>{_NONE})|(?P<all>all|each|every\s+(?:single\s+)?one|both))\s+of\s+"
    rf"(?P<the>(?:the|these|those|our)\s+)?(?:other\s+)?(?P<n>{NUMBER})(?![\w%/-]|[.,]\d)(?P<noun>(?:\s+[\w'’-]+){{0,3}})",
    re.I,
)


def part_of(match: re.Match[str], n: int | float) -> int | None:
    """How many of `n` a match of ELLIPTIC tells; None where half is no whole number or less are told than none."""
    if match[0].lower().endswith("both") and n != _TWO:
        return None  # "in both" is of two that were named, whatever was counted before
    if match["less"]:
        k = n - value(match["less"])
    elif match["none"]:
        k = 0
    else:
        k = n if match["all"] else n / 2
    return int(k) if k >= 0 and k == int(k) else None


def quantified(sentence: str) -> list[Figure]:
    """The shares of a sentence that are told by a word for all or none and the number of the whole."""
    out: list[Figure] = []
    if not _WORD.search(sentence):
        return out
    for match in _OF_N.finditer(sentence):
        n = value(match["n"])
        k = 0 if match["none"] else n - value(match["less"]) if match["less"] else n
        apart = (
            match["none"] is not None and _any().search(match["noun"]) is not None and not _PEOPLE.search(match["noun"])
        )
        known = (
            apart
            or _own().search(match["noun"]) is not None
            or (match["the"] is not None and n > FAMILY and _counted(match["noun"]))
        )
        if n > 1 and k >= 0 and known and not measured(sentence, match.end("n")):
            out.append(Figure(match.start(), match.end("n"), k, n))
    for match in _NOT_ANY.finditer(sentence):
        n = value(match["n"])
        if (
            n > FAMILY
            and _counted(match["noun"])
            and not any(f.start < match.end("n") and match.start() < f.end for f in out)
        ):
            out.append(Figure(match.start(), match.end("n"), 0, n))
    for match in _IN_ALL.finditer(sentence):
        n = value(match["n"])
        if n > FAMILY and not any(f.start < match.end("n") and match.start() < f.end for f in out):
            out.append(Figure(match.start("n"), match.end("n"), n, n))
    for match in _all_n().finditer(sentence):
        n = value(match["n"])
        if (
            n > (FAMILY if match["people"] else 1)
            and not measured(sentence, match.end("n"))
            and not any(f.start < match.end() and match.start() < f.end for f in out)
        ):
            out.append(Figure(match.start(), match.end("n"), n, n))
    return out


def _counted(noun: str) -> bool:
    """Whether a noun, if there is one, is of people or of what is done for them, and not of what a review asks for."""
    return not noun.strip() or (_any().search(noun) is not None and not _ASKED.search(noun))


@cache
def _any() -> re.Pattern[str]:
    return re.compile(any_of([u for entries in vocabulary()["units"].values() for u in entries]), re.I)


@cache
def _own() -> re.Pattern[str]:
    """Reviews, cases and papers, which no family has."""
    units = vocabulary()["units"]
    return re.compile(any_of([*vocabulary()["looked_at"], *(u for kind in _OWN for u in units[kind])]), re.I)


@cache
def _all_n() -> re.Pattern[str]:
    """ "All 12 files", "in all six cases": not "all three children", which tells of a family."""
    units = vocabulary()["units"]
    people = any_of([*units["child"], "families", "mothers", "fathers", "parents", "carers"])
    return re.compile(
        rf"(?P<first>^\W*(?:in\s+)?)?\ball\s+(?P<n>{NUMBER})(?![\w%/-])\s+(?:of\s+the\s+|of\s+these\s+)?(?:[\w'’-]+\s+)?(?:{_own().pattern}|(?(first)(?P<people>{people})|(?!)))",
        re.I,
    )
