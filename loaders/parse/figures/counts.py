"""Plain counts: "25 notifications were received", "3 children died", "206 children home educated".

A number without a denominator is a statistic only where reviews, children, notifications or activity are counted: as a
row of a list, or in a sentence of a publisher about its own work. The "three children" of a story is none.
"""

from __future__ import annotations

import re
from functools import cache

from loaders.parse.figures.numbers import NUMBER, Figure, any_of, measured, pattern, referred, value, vocabulary

_ABOUT = r"(?:approximately|around|about|over|in total|a total of|there were|there are)\s+"
_START = re.compile(rf"^[\W_]*(?:{_ABOUT})?(?P<k>{NUMBER})(?![\w%/.-]|\s?%)\s+(?P<rest>\S.*)$", re.I)
_ONE_THING = re.compile(r"(?:review|notification|incident)$", re.I)
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBER_OF = re.compile(
    rf"\b(?:number|total|population)\s+(?:of\s+)?(?:[^.;]{{3,120}}?\b(?:is|was|are|were|at)\s+)?(?P<k>{NUMBER})"
    r"(?![\w%/-]|[.,]\d|\s?%)",
    re.I,
)
_OF_CHILDREN = re.compile(  # "24 reviews involving 45 children"
    rf"\b(?:relat(?:e|es|ed|ing) to|involv(?:e|es|ed|ing)|concern(?:s|ed|ing)) (?:a total of )?(?P<k>{NUMBER})"
    r"\s+(?:\w+ )?(?:children|babies|infants|young people)\b",
    re.I,
)
_SEVERAL = re.compile(r"(?:\w+ )?(?:\w+s|children|people|women|men)\b")  # what more than one of is counted
_OWN = ("notification", "review", "incident", "audit-case")
_WORDS_BETWEEN = r"(?:[\w'’&/-]+\s+){0,4}?"
_LARGE = 10


def counts(sentence: str, source: str) -> list[Figure]:
    """The plain counts of one sentence or row; `source` is what kind of thing the line counts."""
    row = row_counts(sentence, source)
    return row or _told(sentence, source)


def row_counts(line: str, source: str) -> list[Figure]:
    """The counts of a row that begins with one ("7 suffered significant harm", "5 rapid reviews, 4 audits")."""
    match = _START.match(line)
    if not match or len(line.split()) > 25 or referred(line, match.start("k")) or measured(line, match.end("k")):
        return []
    if _YEAR.fullmatch(match["k"]) and (source == "review" or not _SEVERAL.match(match["rest"])):
        return []  # "2031 action on first-day calls closed"
    near = " ".join(match["rest"].split()[:8])
    counted = _counted_units().search(near)
    if match["rest"][0].isupper() and counted and value(match["k"]) != 1 and _ONE_THING.search(counted[0]):
        return []  # "105 Peer Review": the number of an item, and of no reviews
    if source == "review":
        story = not match["k"][0].isdigit() and not re.search(_own_units(), near, re.I)
        if not pattern("row_words").search(near) and (story or not counted):
            return []
    elif match["rest"][0].isupper() and not counted and not pattern("sources", source).search(near):
        return []  # a footnote
    found = [Figure(match.start("k"), match.end("k"), value(match["k"]))]
    further = (
        rf"(?:(?<!\d),\s*(?:and\s+)?|\bby\s+)(?P<k>{NUMBER})(?![\w%/.-])\s+{_WORDS_BETWEEN}{_counted_units().pattern}"
    )
    for part in re.finditer(further, line, re.I):
        found.append(Figure(part.start("k"), part.end("k"), value(part["k"])))
    return found


def own_work(sentence: str) -> list[Figure]:
    """Counts of the publisher's own reviews and notifications, told with a verb of having done them."""
    children = [
        Figure(m.start("k"), m.end("k"), value(m["k"]))
        for m in _OF_CHILDREN.finditer(sentence)
        if not referred(sentence, m.start("k"))
    ]
    if not children and not pattern("done").search(sentence):
        return []
    own = _numbers(sentence, rf"(?={_WORDS_BETWEEN}{_own_units()})")
    return [*own, *children] if own else []


def _told(sentence: str, source: str) -> list[Figure]:
    found = own_work(sentence)
    if source != "review":
        units = any_of([u for entries in vocabulary()["units"].values() for u in entries])
        told = _numbers(sentence, rf"(?={_WORDS_BETWEEN}{units})")
        told += [Figure(m.start("k"), m.end("k"), value(m["k"])) for m in _NUMBER_OF.finditer(sentence)]
        told += _numbers(sentence, rf"(?=[\w\s/-]{{1,40}}\band\s+{NUMBER}\s+{_WORDS_BETWEEN}{units})")
        found += [f for f in told if isinstance(f.numerator, int) and _plain(sentence, f)]
    unique = {f.start: f for f in found}
    return [unique[at] for at in sorted(unique)]


def _plain(sentence: str, figure: Figure) -> bool:
    """In running text only large numbers, or small ones printed as digits, count a population."""
    printed = sentence[figure.start : figure.end]
    if sentence.count("(", 0, figure.start) > sentence.count(")", 0, figure.start):
        return False  # the parts of a whole that was just counted
    if _YEAR.fullmatch(printed) or re.search(r"\bper\s+$", sentence[: figure.start], re.I):
        return False
    return printed[0].isdigit() or (figure.numerator or 0) >= _LARGE


def _numbers(sentence: str, ahead: str) -> list[Figure]:
    return [
        Figure(m.start("k"), m.end("k"), value(m["k"]))
        for m in _before(ahead).finditer(sentence)
        if not measured(sentence, m.end("k")) and not referred(sentence, m.start()) and not _YEAR.fullmatch(m["k"])
    ]


@cache
def _before(ahead: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/.,£$–−-])(?P<k>{NUMBER})(?![\w%/-]|[.,]\d|\s?%)\s+{ahead}", re.I)


@cache
def _own_units() -> str:
    return any_of([u for kind in _OWN for u in vocabulary()["units"][kind]])


@cache
def _counted_units() -> re.Pattern[str]:
    return re.compile(any_of([u for kind in (*_OWN, "case", "child") for u in vocabulary()["units"][kind]]), re.I)
