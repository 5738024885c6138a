"""Dates as intervals: `reading` finds them in text and writes them back, `forms` are the ways they are printed."""

from graph.dates.reading import before, find_dates, from_iso, iso, period_of, read_date

__all__ = ["before", "find_dates", "from_iso", "iso", "period_of", "read_date"]
