"""The words of a trace: dates as a person says them, and plain words for every code. No code reaches the screen."""

from __future__ import annotations

import calendar
from datetime import date
from functools import cache

LEARNING = {
    "shortfall": "what needs to improve",
    "good-practice": "done well",
    "absent": "stated as not present",
    "barrier": "what got in the way",
    "not-stated": "learning",
}
GRADE = {
    "E0": "said so, no more",
    "E1": "shows that it was done",
    "E2": "shows whom it reached",
    "E3": "practice tested",
    "E4": "better for children",
    "E5": "practice tested again, and held",
}
VIEW = {
    "panel": "the national Panel's view",
    "scrutineer": "scrutiny view",
    "partnership": "partnership view",
    "inspectorate": "the inspectorate's view",
    "other": "a view",
}
OUTCOME = {"died": "died", "serious-harm": "seriously harmed", "other": "other outcome", "not-stated": ""}
STATUS = {
    "not-started": "not started",
    "under-way": "under way",
    "on-track": "on track",
    "at-risk": "at risk",
    "overdue": "overdue",
    "complete-evidence-awaited": "said to be done; evidence not stated",
    "complete-evidenced": "said to be done, with evidence",
    "embedded": "embedded",
    "paused": "paused",
    "superseded": "superseded",
    "cancelled": "cancelled",
}
DONE = ("complete-evidence-awaited", "complete-evidenced", "embedded")
GOING_ON = ("under-way", "on-track", "at-risk", "overdue")
_BASIS = {"document": "by its document", "period": "by the time its document reports on", "review": "by its review"}


@cache  # a large page asks for few days many times
def when(first: date | None, last: date | None) -> str:
    """A span of days in words: "12 Nov 2023", "Nov 2023", "2023", "between Apr 2023 and Mar 2024", "by Mar 2025"."""
    if last is None and first is None:
        return "date not stated"
    if first is None:
        assert last is not None
        return f"by {_day(last)}"
    if last is None:
        return f"{_day(first)} or later"
    if first == last:
        return _day(first)
    whole_months = first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]
    if not whole_months:
        return f"between {_day(first)} and {_day(last)}"
    if (first.year, first.month) == (last.year, last.month):
        return _month(first)
    if first.month == 1 and last.month == 12:
        return str(first.year) if first.year == last.year else f"between {first.year} and {last.year}"
    return f"between {_month(first)} and {_month(last)}"


def basis(code: str | None) -> str:
    """What orders it, where that is not the thing's own date; else empty."""
    return _BASIS.get(code or "", "")


def _day(day: date) -> str:
    return f"{day.day} {_month(day)}"


def _month(day: date) -> str:
    return f"{calendar.month_abbr[day.month]} {day.year}"


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 review", "3 reviews"."""
    return f"{number} {one if number == 1 else many or one + 's'}"
