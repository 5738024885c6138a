"""The day of an incident is sent as its month: a day, a place and an age are enough to find a family in a newspaper.

Known are the days of the incidents that are loaded. They stand in fields (first and last day) and in texts, in words
or in figures; the day stays in the document, at the page that is named.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

DAY = "[day left out]"
# Fields that hold a first or a last day of what is told; a day of publication or of a closing is none of these.
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_FIRST = re.compile(r"(?i)^(?:since|dated|first|from|(?:incident|dated|date|seen)_?from)$")
_LAST = re.compile(r"(?i)^(?:until|last|to|last_day|(?:incident|dated|date|seen)_?to)$")


class Days:
    """The days of incidents."""

    def __init__(self, days: Iterable[date] = ()) -> None:
        self._days = frozenset(days)
        parts = [(form, day) for day in sorted(self._days) for form in _forms(day)]
        self._months = {f"d{n}": f"{DAY} {_month(day)}" for n, (_, day) in enumerate(parts)}
        whole = "|".join(f"(?P<d{n}>{form})" for n, (form, _) in enumerate(parts))
        self._printed = re.compile(rf"(?i)(?<![\w/.-])(?:{whole})(?![\w/-])") if parts else None

    def text(self, text: str) -> str:
        """A text with the month in place of such a day; what is a day and nothing else is a field (see `row`)."""
        if self._printed is None or _ISO.fullmatch(text) or not any(c.isdigit() for c in text):
            return text
        return self._printed.sub(lambda m: self._months[str(m.lastgroup)], text)

    def row(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """A row whose first and last day are of the whole month where they are such a day."""
        return {name: self._field(name, value) for name, value in row.items()}

    def _field(self, name: str, value: Any) -> Any:
        first = _FIRST.search(name)
        day = _day(value) if first or _LAST.search(name) else None
        if day is None or day not in self._days:
            return value
        made = day.replace(day=1 if first else calendar.monthrange(day.year, day.month)[1])
        return made if isinstance(value, date) else made.isoformat()


def _day(value: Any) -> date | None:
    if isinstance(value, date):
        return value
    return date.fromisoformat(value) if isinstance(value, str) and _ISO.fullmatch(value) else None


def _month(day: date) -> str:
    return f"{calendar.month_name[day.month]} {day.year}"


def _forms(day: date) -> list[str]:
    """How a day is printed, as regular expressions."""
    month = rf"(?:{calendar.month_name[day.month]}|{calendar.month_abbr[day.month]}\.?)"
    nth = rf"0?{day.day}(?:st|nd|rd|th)?"
    year = rf"(?:{day.year}|{day.year % 100:02d})"
    return [
        rf"{nth}(?:\s+of)?\s+{month},?\s+{day.year}",
        rf"{month}\s+{nth},?\s+{day.year}",
        rf"0?{day.day}[./-]0?{day.month}[./-]{year}",
        day.isoformat(),
    ]
