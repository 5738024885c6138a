"""Rows of one list against each other: impossible percentages, totals that differ, parts that are not the whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from graph.check.rows import reading
from graph.check.worklist import item, plain
from graph.records import DocumentRecord, Inconsistency, Statistic
from graph.text import key

_FEWEST = 10  # a percentage of fewer is not ours to print
_REMAINDER = re.compile(r"\b(?:not (?:recorded|known|stated|specified)|unknown|unspecified)$", re.I)
_EXCLUSIVE = {  # rows that exclude one another, by what they tell of
    "where children lived": re.compile(
        r"\b(?:liv(?:ed|ing) with|placed with|in (?:our|local authority|foster|residential) care|looked after)\b", re.I
    ),
    "sex": re.compile(r"\b(?:male|female|boys?|girls?)\b", re.I),
}
_WHOLE_AND_PARTS = re.compile(
    r"(?<![\w/.,-])(?P<n>\d[\d,]*)(?![\w%/.-])\s+(?P<noun>[^().;\d]{0,60})\((?P<inside>[^()]*\d[^()]*)\)"
)
_PART = re.compile(r"^\s*(?:and\s+)?(?P<k>\d[\d,]*)(?![\w%/.-])\s*[a-z]", re.I)
_PARTLY = re.compile(r"\b(?:includ\w+|such as|among|of (?:whom|which|these)|at least)\b", re.I)


def lists(statistics: list[Statistic]) -> Iterator[list[Statistic]]:
    """Rows of reviews printed as one list: the same group, or the same heading where no group is named."""
    own = [s for s in statistics if s.source == "review" and _is_row(s)]
    for _, rows in groupby(own, key=lambda s: (s.group or s.heading, s.page if s.group is None else None)):
        yield list(rows)


def _is_row(stat: Statistic) -> bool:
    """A figure that a line begins with, not one inside running text."""
    return bool(re.match(r"\W*\d", stat.text)) and len(stat.text.split()) <= 14


def rows_of(record: DocumentRecord, rows: list[Statistic]) -> Iterator[Inconsistency]:
    """What does not add up among the rows of one list."""
    percents = [s for s in rows if s.percent is not None and s.denominator is None]
    found = reading([s.percent for s in percents if s.percent is not None])
    yield from _exclusive(record, percents)
    if found is None:
        return
    name = rows[0].group or rows[0].heading or "this list"
    main = Counter(n for n in found.of_row if n).most_common(1)[0][0]
    for stat, n in zip(percents, found.of_row, strict=True):
        if n is None:
            near = _nearest(stat, main)
            yield item(
                record,
                "impossible-percent",
                stat,
                f"No whole number out of {main} is {plain(stat.percent)}%, and the other rows for {name} "
                f"({found.of_row.count(main)} of {len(percents)}) all fit {main}.",
                f"{plain(stat.percent)}%",
                near,
            )
    if len(found.numbers) == 2:
        first, second = found.numbers
        apart = found.of_row.index(second)
        message = (
            f"The rows for {name} fit no single total: the first {apart} fit {first}, "
            f"the {len(percents) - apart} from this one on fit {second}."
        )
        printed = ", ".join(f"{plain(s.percent)}%" for s in percents[apart:])
        yield item(record, "total", percents[apart], message, printed, f"{first} and {second}")
    yield from _count_list(record, rows, main if len(found.numbers) == 1 else None, found.numbers, name)


def _count_list(
    record: DocumentRecord, rows: list[Statistic], main: int | None, numbers: tuple[int, ...], name: str
) -> Iterator[Inconsistency]:
    """Counts that are meant to be whole ("… 2 were not recorded") against the total that the percentages imply."""
    for counted, run in groupby(
        rows, key=lambda s: s.numerator is not None and s.denominator is None and s.percent is None
    ):
        counts = list(run)
        if not counted or len(counts) < 2 or not any(_REMAINDER.search(key(s.text).rstrip(" .")) for s in counts):
            continue
        total = sum(s.numerator or 0 for s in counts)
        if total not in numbers and main is not None and total % main:
            parts = " + ".join(plain(s.numerator) for s in counts)
            yield item(
                record,
                "total",
                counts[0],
                f"The counts for {name} add up to {plain(total)} ({parts}); "
                f"the percentages of the same list imply {main}.",
                f"{parts} = {plain(total)}",
                str(main),
            )


def _exclusive(record: DocumentRecord, percents: list[Statistic]) -> Iterator[Inconsistency]:
    """Rows that exclude one another and come to more than a hundred."""
    for about, cue in _EXCLUSIVE.items():
        for hit, run in groupby(percents, key=lambda s: bool(cue.search(s.text))):
            rows = list(run)
            total = sum(s.percent or 0 for s in rows)
            if hit and len(rows) >= 2 and total > 100 + max(2.0, len(rows) / 2):
                name = rows[0].group or rows[0].heading or "this list"
                yield item(
                    record,
                    "total",
                    rows[0],
                    f"The {len(rows)} rows on {about} for {name} add up to {plain(total)}%; "
                    "rows that exclude one another add up to 100%.",
                    " + ".join(f"{plain(s.percent)}%" for s in rows) + f" = {plain(total)}%",
                    "100%",
                )


def wholes(record: DocumentRecord) -> Iterator[Inconsistency]:
    """ "12 cases (5 …, 6 … and 2 …)" where the parts are not the whole."""
    for stat in {s.quote: s for s in record.statistics}.values():
        for match in _WHOLE_AND_PARTS.finditer(stat.quote):
            pieces = [p for p in re.split(r",(?!\d)|;|\band\b", match["inside"]) if p.strip()]
            parts = [_PART.match(p) for p in pieces]
            if (
                len(pieces) < 2
                or not all(parts)
                or _PARTLY.search(match.group())
                or re.fullmatch(r"(?:19|20)\d\d", match["n"])
            ):
                continue
            whole = int(match["n"].replace(",", ""))
            values = [int(p["k"].replace(",", "")) for p in parts if p]
            if sum(values) > whole or 0.75 * whole <= sum(values) < whole:
                yield item(
                    record,
                    "total",
                    stat,
                    f"{whole} {match['noun'].strip()} are printed with parts that add up to {sum(values)}.",
                    match.group(),
                    " + ".join(map(str, values)) + f" = {sum(values)}",
                )


def _nearest(stat: Statistic, n: int) -> str | None:
    """The nearest percentages that a whole number of `n` gives."""
    if n < _FEWEST or stat.percent is None:
        return None
    k = int(stat.percent * n / 100)
    return " or ".join(f"{round(100 * i / n)}% ({i}/{n})" for i in (k, k + 1) if i <= n)
