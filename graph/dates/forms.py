"""The printed forms of dates: one rule each, tried in order at a place of the text. `reading` tries them.

A rule gives (first day, last day, precision). Where it matches but the date cannot be (31 February), the whole match
is no date, so that a month or year inside it is never read instead.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date
from typing import Literal

Precision = Literal["day", "month", "quarter", "year", "span"]
Span = tuple[date, date, Precision]

FIRST_YEAR, LAST_YEAR = 1945, 2049  # the oldest published reviews; what lies outside is a number, not a year

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_ORDINALS = {"one": 1, "two": 2, "three": 3, "four": 4, "first": 1, "second": 2, "third": 3, "fourth": 4}

_MONTH = r"(?:{})\b\.?".format("|".join(sorted(MONTHS, key=len, reverse=True)))
_YEAR = r"(?:19[4-9]\d|20[0-4]\d)(?![\d%])"
# A year of two digits is believed after an apostrophe, or where the phrase ends with it ("end of Sept 23").
_SHORT = r"(?:['’‘](?:[0-4]\d)|[0-4]\d(?=\s*(?:$|[.,;:)\]\n–—-]|(?:and|to|until|by|for|with|when|was|is)\b)))(?!\d)"
_ANY_YEAR = rf"(?:{_YEAR}|{_SHORT})"
_DAY = r"\d{1,2}(?!\d)(?:\s?(?:st|nd|rd|th)\b)?"
_TO = r"\s*(?:to|until|till|through to|and|&|[-–—])\s*"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
_DM = rf"{_WEEKDAY}{_DAY}\s*(?:of\s+)?[-/ ]?\s*{_MONTH}"
_GAP = r"[\s,/-]*(?:of\s+)?"

Builder = Callable[[re.Match[str]], "Span | None"]
RULES: list[tuple[re.Pattern[str], Builder]] = []


def _rule(pattern: str) -> Callable[[Builder], Builder]:
    """Register how a printed form is read; the first rule that matches at a place wins, possible date or not."""

    def keep(build: Builder) -> Builder:
        RULES.append((re.compile(rf"(?<![\w/.£-]){pattern}", re.IGNORECASE), build))
        return build

    return keep


def _month_number(text: str) -> int:
    match = re.search(_MONTH, text, re.IGNORECASE)
    assert match is not None
    return MONTHS[match[0].rstrip(".").lower()]


def _year_number(text: str) -> int:
    digits = text.strip(" '’‘")
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _day(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1] else None


def _months(from_year: int, from_month: int, to_year: int, to_month: int, precision: Precision) -> Span | None:
    if not (1 <= from_month <= 12 and 1 <= to_month <= 12):
        return None
    start, end = date(from_year, from_month, 1), date(to_year, to_month, monthrange(to_year, to_month)[1])
    return (start, end, precision) if start <= end else None


def _years(first: int, last: int) -> Span | None:
    """Two years together: neighbours are a financial year, others a span of calendar years."""
    if last == first + 1:
        return _months(first, 4, last, 3, "year")
    return (date(first, 1, 1), date(last, 12, 31), "span") if first < last else None


def _second_year(first: int, text: str) -> int:
    return int(text) if len(text) == 4 else first // 100 * 100 + int(text)


@_rule(r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})/(?P<y2>\d{4})-(?P<m2>\d{2})-(?P<d2>\d{2})(?!\d)")
def _iso_days(m: re.Match[str]) -> Span | None:
    start, end = _day(int(m["y"]), int(m["m"]), int(m["d"])), _day(int(m["y2"]), int(m["m2"]), int(m["d2"]))
    return (start, end, "span") if start and end and start <= end else None


@_rule(r"(?P<y>\d{4})-(?P<m>0[1-9]|1[0-2])/(?P<y2>\d{4})-(?P<m2>0[1-9]|1[0-2])(?!\d)")
def _iso_months(m: re.Match[str]) -> Span | None:
    y, month, y2, month2 = int(m["y"]), int(m["m"]), int(m["y2"]), int(m["m2"])
    length = (y2 - y) * 12 + month2 - month + 1
    return _months(y, month, y2, month2, "quarter" if length == 3 else "year" if length == 12 else "span")


@_rule(r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?![\d/])(?:T[\d:.]+Z?| \d\d:\d\d(?::\d\d)?)?")
def _iso_day(m: re.Match[str]) -> Span | None:
    day = _day(int(m["y"]), int(m["m"]), int(m["d"]))
    return (day, day, "day") if day else None


@_rule(rf"(?:from|between)?\s*(?P<a>{_DM})(?:{_GAP}(?P<y>{_ANY_YEAR}))?{_TO}(?P<b>{_DM}){_GAP}(?P<y2>{_ANY_YEAR})")
def _day_range(m: re.Match[str]) -> Span | None:
    if _two_dates(m):
        return None
    end = _day(_year_number(m["y2"]), _month_number(m["b"]), _first_int(m["b"]))
    if end is None:
        return None
    year = _year_number(m["y"]) if m["y"] else end.year
    start = _day(year, _month_number(m["a"]), _first_int(m["a"]))
    if start and not m["y"] and start > end:  # "28 December to 3 January 2017"
        start = _day(year - 1, start.month, start.day)
    return (start, end, "span") if start and start <= end else None


def _two_dates(m: re.Match[str]) -> bool:
    """Whether "6 February 2024 & 28 March 2024" names two dates, not a time "between … and …"."""
    joined_by_and = re.search(r"(?:and|&)\s*$", m.string[: m.start("b")], re.IGNORECASE)
    return bool(m["y"] and joined_by_and) and not m[0].lower().startswith("between")


def _first_int(text: str) -> int:
    match = re.search(r"\d+", text)
    assert match is not None
    return int(match[0])


@_rule(rf"(?P<a>{_DAY})\s*(?:to|until|[-–—])\s*(?P<b>{_DM}){_GAP}(?P<y>{_ANY_YEAR})")
def _days_of_one_month(m: re.Match[str]) -> Span | None:
    year, month = _year_number(m["y"]), _month_number(m["b"])
    start, end = _day(year, month, _first_int(m["a"])), _day(year, month, _first_int(m["b"]))
    return (start, end, "span") if start and end and start <= end else None


@_rule(rf"(?P<d>{_DM}){_GAP}(?P<y>{_ANY_YEAR})")
def _day_month_year(m: re.Match[str]) -> Span | None:
    day = _day(_year_number(m["y"]), _month_number(m["d"]), _first_int(m["d"]))
    return (day, day, "day") if day else None


@_rule(rf"(?P<m>{_MONTH})\s+(?P<d>{_DAY}),?\s+(?P<y>{_YEAR})")
def _month_day_year(m: re.Match[str]) -> Span | None:
    day = _day(int(m["y"]), _month_number(m["m"]), _first_int(m["d"]))
    return (day, day, "day") if day else None


@_rule(r"(?P<d>\d{1,2})(?P<sep>[/.-])(?P<m>\d{1,2})(?P=sep)(?P<y>\d{4}|\d{2})(?![\d/]|\.\d)")
def _numbers(m: re.Match[str]) -> Span | None:
    if len(m["y"]) == 2 and m["sep"] == "." and int(m["d"]) <= 12:
        return None  # a numbered paragraph
    year = _year_number(m["y"])
    day = _day(year, int(m["m"]), int(m["d"])) if FIRST_YEAR <= year <= LAST_YEAR else None
    return (day, day, "day") if day else None


@_rule(
    rf"(?:between\s+)?(?P<a>{_MONTH})(?:{_GAP}(?P<y>{_ANY_YEAR}))?(?:{_TO}|/)(?P<b>{_MONTH}){_GAP}(?P<y2>{_ANY_YEAR})"
)
def _month_range(m: re.Match[str]) -> Span | None:
    if _two_dates(m):
        return None
    last = _year_number(m["y2"])
    a, b = _month_number(m["a"]), _month_number(m["b"])
    first = _year_number(m["y"]) if m["y"] else last - (a > b)
    if (first, a) > (last, b):
        return None
    whole = (last - first) * 12 + b - a + 1
    return _months(first, a, last, b, "year" if whole == 12 else "quarter" if whole == 3 else "span")


@_rule(rf"(?P<m>{_MONTH}){_GAP}(?P<y>{_ANY_YEAR})")
def _month_year(m: re.Match[str]) -> Span | None:
    if not re.search(_YEAR, m["y"]) and m["m"][0].islower():
        return None  # "may 24" is no date
    year, month = _year_number(m["y"]), _month_number(m["m"])
    return _months(year, month, year, month, "month")


@_rule(r"(?P<m>0?[1-9]|1[0-2])/(?P<y>(?:19|20)\d\d)(?![\d/])")
def _number_month(m: re.Match[str]) -> Span | None:
    return _months(int(m["y"]), int(m["m"]), int(m["y"]), int(m["m"]), "month")


_WHICH = (
    r"(?:q(?:uarter)?\s*(?P<q>[1-4]|one|two|three|four)"
    r"|(?P<o>first|second|third|fourth|[1-4](?:st|nd|rd|th))\s+quarter)"
)


@_rule(
    rf"{_WHICH}[\s,]*(?:of\s+)?(?:the\s+)?(?:financial\s+year\s+)?(?P<y>{_YEAR})(?:\s?[-–/]\s?(?P<y2>\d{{4}}|\d{{2}}))?(?!\d)"
)
def _quarter(m: re.Match[str]) -> Span | None:
    which = (m["q"] or m["o"]).lower()
    quarter = _ORDINALS.get(which) or int(which[0])
    year = int(m["y"])
    if m["y2"] is None:  # of the calendar or of the financial year: nobody says which
        return _months(year, 3 * quarter - 2, *_add(year, 3 * quarter - 2, 5), "span")
    if _second_year(year, m["y2"]) != year + 1:
        return None
    start = _add(year, 4, 3 * (quarter - 1))
    return _months(*start, *_add(*start, 2), "quarter")


def _add(year: int, month: int, months: int) -> tuple[int, int]:
    return year + (month - 1 + months) // 12, (month - 1 + months) % 12 + 1


@_rule(rf"academic\s+year\s+(?:of\s+)?(?P<y>{_YEAR})\s?[-–/]\s?(?P<y2>\d{{4}}|\d{{2}})(?!\d)")
def _academic_year(m: re.Match[str]) -> Span | None:
    year = int(m["y"])
    return _months(year, 9, year + 1, 8, "year") if _second_year(year, m["y2"]) == year + 1 else None


@_rule(rf"(?P<y>{_YEAR})\s*[-–—/]\s*(?P<y2>(?:19|20)\d\d|\d\d)(?![\d/%.]|[-–]\d)")
def _two_years(m: re.Match[str]) -> Span | None:
    first, last = int(m["y"]), _second_year(int(m["y"]), m["y2"])
    if last <= first and len(m["y2"]) == 2 and "-" in m[0]:  # "2023-11" can only be a month
        return _months(first, int(m["y2"]), first, int(m["y2"]), "month")
    return _years(first, last)


@_rule(rf"(?:(?:from|between)\s+)?(?P<y>{_YEAR})\s+(?P<w>to|and|until)\s+(?P<y2>{_YEAR})")
def _year_to_year(m: re.Match[str]) -> Span | None:
    if m["w"].lower() == "and" and not re.match("between", m[0], re.IGNORECASE):
        return None
    first, last = int(m["y"]), int(m["y2"])
    return (date(first, 1, 1), date(last, 12, 31), "span") if first < last else None


@_rule(r"(?:(?<=throughout )|(?<=during )|(?<=year )|^)(?P<y>[0-4]\d)\s?[-–/]\s?(?P<y2>[0-4]\d)(?![\d/%]|\s+\w)")
def _short_years(m: re.Match[str]) -> Span | None:
    first, last = 2000 + int(m["y"]), 2000 + int(m["y2"])
    return _years(first, last) if last == first + 1 else None


# Deliberately wide: a vague word must not prove an order.
_PARTS = {
    "early": (1, 6),
    "beginning": (1, 4),
    "start": (1, 4),
    "mid": (4, 9),
    "middle": (4, 9),
    "late": (7, 12),
    "end": (9, 12),
}
_SEASONS = {"spring": (2, 6), "summer": (5, 9), "autumn": (8, 12)}  # terms and seasons alike


@_rule(
    rf"(?:the\s+)?(?P<p>early|beginning|start|mid|middle|late|end)(?:\s+of)?[\s-]+(?:of\s+)?(?P<y>{_YEAR})(?!\s?[-–/]\s?\d)"
)
def _part_of_year(m: re.Match[str]) -> Span | None:
    first, last = _PARTS[m["p"].lower()]
    return _months(int(m["y"]), first, int(m["y"]), last, "span")


@_rule(rf"(?P<s>spring|summer|autumn|winter)(?:\s+term)?(?:\s+of)?,?\s+(?P<y>{_YEAR})(?!\s?[-–/]\s?\d)")
def _season(m: re.Match[str]) -> Span | None:
    year, season = int(m["y"]), m["s"].lower()
    if season == "winter":  # the one that begins in it or the one that ends in it
        return _months(year, 1, year + 1, 3, "span")
    first, last = _SEASONS[season]
    return _months(year, first, year, last, "span")


# A bare number is a year after a word that takes a year, in brackets, after a name, or where nothing else is printed.
_BARE = re.compile(
    r"(?i:\b(?:in|since|from|to|until|till|by|during|for|of|and|between|throughout|year|years|before|after|around|circa|dated?|"
    r"published|report|review|reviews|scr|lcspr)[\s:]+|[(\[,&]\s*|[-–—:]\s+)$|^\s*$|[A-Z][\w'’]*\s+$"
)
_NAMED_LAW = re.compile(
    r"\b(?:Acts?|Regulations|Order|Rules|Bill|Working Together(?: to Safeguard Children)?)(?:\s+of)?,?[\s(]+$",
    re.IGNORECASE,
)


@_rule(rf"(?P<y>{_YEAR})(?![-/–]\d|[.,]\d|['’]?\w)")
def _year(m: re.Match[str]) -> Span | None:
    left, right = m.string[: m.start()], m.string[m.end() :]
    if _NAMED_LAW.search(left) or not _BARE.search(left[-40:]):
        return None
    if not left.strip() and re.match(r"\s+[a-z]", right):  # "2016 referrals"
        return None
    year = int(m["y"])
    return date(year, 1, 1), date(year, 12, 31), "year"


# Where these say no, a later rule may still read the place; where the others say no, the whole match is no date.
MAY_BE_OTHERS = (_day_range, _month_range, _year_to_year, _month_year, _year)
