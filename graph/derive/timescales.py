"""Working days from notification to completion of a review, with England's bank holidays: what the 15-day clock counts.

Working Together asks for a rapid review within 15 working days of the notification. Day one is the first working day
after it. Dates are intervals, so there are a fewest and a most; one number stands only where both days are known.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from graph import model
from graph.memory import Graph


def add_timescales(graph: Graph) -> None:
    """Fill `workingDays`, `workingDaysLeast` and `workingDaysMost` of reviews whose two dates are stated."""
    for review in graph.all(model.Review):
        if not (review.notifiedFrom and review.notifiedTo and review.completedFrom and review.completedTo):
            continue
        if review.completedTo < review.notifiedFrom:
            continue  # printed the wrong way round: nothing can be counted
        least = working_days(review.notifiedTo, review.completedFrom)
        most = working_days(review.notifiedFrom, review.completedTo)
        exact = review.notifiedFrom == review.notifiedTo and review.completedFrom == review.completedTo
        graph.change(review, workingDays=most if exact else None, workingDaysLeast=least, workingDaysMost=most)


def working_days(start: date, end: date) -> int:
    """Working days after `start` up to and with `end`, in England; 0 where `end` is not after `start`."""
    days = (start + timedelta(days=n) for n in range(1, (end - start).days + 1))
    return sum(1 for day in days if day.weekday() < 5 and day not in _bank_holidays(day.year))


@lru_cache(maxsize=64)
def _bank_holidays(year: int) -> frozenset[date]:
    import holidays  # only where a review has both dates: most loads do without

    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year))
