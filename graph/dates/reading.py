"""Dates as this field prints them, read as intervals: one reader for titles, due columns, chronologies and prose.

A date is an interval {from, to, precision, basis}; A is before B only if A.to < B.from, so what is vague proves no
order. Order of day and month is British. Financial years run April to March and their quarters with them; a quarter
of a bare year ("Q3 2023") may be either kind and spans both. An impossible date (31 February) is no date at all: it
never turns into the month or year inside it.
"""

from __future__ import annotations

import re
from calendar import monthrange
from typing import Literal

from graph.dates.forms import MAY_BE_OTHERS, RULES
from graph.records import DateSpan
from graph.text import printed as as_printed

Basis = Literal["printed", "manifest", "inferred"]


def find_dates(text: str) -> list[DateSpan]:
    """All dates of a passage in printed order, each with the words as printed; impossible ones are left out."""
    return _scan(as_printed(text), "printed")


def read_date(text: str, *, basis: Basis = "printed") -> DateSpan | None:
    """The first date of a short text (a cell, a title, a phrase), or None where none is printed or possible."""
    found = _scan(as_printed(text or ""), basis)
    return found[0] if found else None


def period_of(text: str) -> DateSpan | None:
    """The time a title speaks of: its first interval longer than a month; a bare year only if there is nothing else."""
    long = [span for span in find_dates(text) if span.precision in ("quarter", "year", "span")]
    plain = [span for span in long if span.precision == "year" and (span.from_.month, span.to.month) == (1, 12)]
    return next((span for span in long if span not in plain), plain[0] if plain else None)


def before(a: DateSpan | None, b: DateSpan | None) -> bool:
    """Whether the order is proven: both known, and the one ends before the other begins."""
    return a is not None and b is not None and a.to < b.from_


def from_iso(text: str | None, *, basis: Basis = "printed") -> DateSpan | None:
    """Read back what `iso` wrote; "2010-11" is November here, where `read_date` sees a financial year."""
    month = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", text or "")
    found = read_date(f"{month[2]}/{month[1]}" if month else text or "", basis=basis)
    return found.model_copy(update={"printed": text}) if found else None


def iso(span: DateSpan) -> str:
    """As much as is known: "2023-11-13", "2023-11", "2023", else an ISO interval; `from_iso` reads it back."""
    a, b = span.from_, span.to
    if a == b:
        return a.isoformat()
    if a.day != 1 or b.day != monthrange(b.year, b.month)[1]:
        return f"{a.isoformat()}/{b.isoformat()}"
    if (a.month, b.month) == (1, 12):
        return f"{a.year}" if a.year == b.year else f"{a.year}/{b.year}"
    start, end = f"{a:%Y-%m}", f"{b:%Y-%m}"
    return start if start == end else f"{start}/{end}"


# Where a date may begin: a digit or one of the words a form begins with.
_START = re.compile(
    r"(?<![^\W_])(?=\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|q|first|second|third"
    r"|fourth|from|between|academic|the|early|beginning|start|mid|late|end|spring|summer|autumn|winter))",
    re.IGNORECASE,
)


def _scan(text: str, basis: Basis) -> list[DateSpan]:
    found: list[DateSpan] = []
    place = 0
    while start := _START.search(text, place):
        place = start.start() + 1
        for pattern, build in RULES:
            match = pattern.match(text, start.start())
            if match is None or ((span := build(match)) is None and build in MAY_BE_OTHERS):
                continue
            if span is not None:
                words = match[0].strip(" ,")
                fields = {"from": span[0], "to": span[1], "precision": span[2], "basis": basis, "printed": words}
                found.append(DateSpan.model_validate(fields))
            place = match.end()
            break
    return found
