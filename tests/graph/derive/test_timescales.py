"""Working days with England's bank holidays, and what stays open where a date is not exact."""

from __future__ import annotations

from datetime import date

import pytest

from graph import model
from graph.derive import build
from graph.derive.timescales import working_days
from tests.graph.made import CODEBOOK, record, review, span


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        (date(2024, 3, 1), date(2024, 3, 22), 15),  # Friday to Friday, no holiday: the last day in time
        (date(2024, 3, 22), date(2024, 4, 12), 13),  # Good Friday and Easter Monday fall between
        (date(2023, 5, 1), date(2023, 5, 8), 4),  # the coronation was a bank holiday
        (date(2022, 12, 23), date(2023, 1, 3), 4),  # Boxing Day, Christmas and New Year's Day in lieu
        (date(2024, 3, 1), date(2024, 3, 1), 0),
        (date(2024, 3, 2), date(2024, 3, 1), 0),
    ],
)
def test_working_days(start: date, end: date, days: int) -> None:
    assert working_days(start, end) == days


def _one(**dates: object) -> model.Review:
    return build([record("d.txt", reviews=[review("Elm", "rapid-review", **dates)])], CODEBOOK).all(model.Review)[0]


def test_one_number_only_where_both_days_are_known() -> None:
    exact = _one(notified=span("2024-03-01"), completed=span("2024-03-22"))
    assert (exact.workingDays, exact.workingDaysLeast, exact.workingDaysMost) == (15, 15, 15)
    month = _one(notified=span("2024-03-01"), completed=span("2024-03-01", "2024-03-31"))
    assert (month.workingDays, month.workingDaysLeast, month.workingDaysMost) == (None, 0, 19)


@pytest.mark.parametrize(
    "dates",
    [
        {"notified": span("2024-03-01")},
        {"completed": span("2024-03-01")},
        {"notified": span("2024-05-01"), "completed": span("2024-03-01")},
    ],
)
def test_nothing_is_counted_from_one_date_or_dates_the_wrong_way_round(dates: dict[str, object]) -> None:
    found = _one(**dates)
    assert (found.workingDays, found.workingDaysLeast, found.workingDaysMost) == (None, None, None)
