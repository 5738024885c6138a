"""Dates: every printed form the field uses, impossible dates, order that is proven or not, and reading back."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.dates import before, find_dates, from_iso, iso, period_of, read_date
from graph.records import DateSpan

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
DAYS = st.dates(date(1950, 1, 1), date(2049, 12, 31))


def seen(text: str) -> str | None:
    found = read_date(text)
    return iso(found) if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("13th November 2023", "2023-11-13"),
        ("Monday 3 April 2023", "2023-04-03"),
        ("30th of June 2024", "2024-06-30"),
        ("31/03/2023", "2023-03-31"),
        ("03/04/2023", "2023-04-03"),  # British order
        ("14.08.2023", "2023-08-14"),
        ("2024-03-31 00:00:00", "2024-03-31"),
        ("Nov 2022", "2022-11"),
        ("by the end of Sept 23", "2023-09"),
        ("March '23", "2023-03"),
        ("Sep-23", "2023-09"),
        ("09/2023", "2023-09"),
        ("2016", "2016"),
        ("Q3 2023-24", "2023-10/2023-12"),
        ("quarter four of 2023-2024", "2024-01/2024-03"),
        ("the second quarter of 2022/23", "2022-07/2022-09"),
        ("2023-24", "2023-04/2024-03"),
        ("2023 – 2024", "2023-04/2024-03"),
        ("academic year 2022/23", "2022-09/2023-08"),
        ("2017-21", "2017/2021"),
        ("between 2010 and 2013", "2010/2013"),
        ("23 May to 16 June 2016", "2016-05-23/2016-06-16"),
        ("28 December to 3 January 2017", "2016-12-28/2017-01-03"),
        ("1 to 5 March 2018", "2018-03-01/2018-03-05"),
        ("April 2023 to March 2024", "2023-04/2024-03"),
        ("July/August 2022", "2022-07/2022-08"),
    ],
)
def test_printed_forms(text: str, expected: str) -> None:
    assert seen(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "31 February 2023", "29/02/2023", "13/13/2023", "Q3", "13 November", "March", "RR 1/22", "16/25 were",
        "1.2.3", "2190 referrals", "2016 referrals", "may 24 hours pass", "In May 15 children were seen",
        "the Children Act 2004", "70% of 1999%", "", "£2016",
    ],
)  # fmt: skip
def test_no_date_is_read_where_none_is(text: str) -> None:
    assert find_dates(text) == []


def test_vague_words_and_quarters_of_a_bare_year_stay_wide() -> None:
    early, quarter = read_date("early 2019"), read_date("Q3 2023")
    assert early is not None
    assert (early.from_, early.precision) == (date(2019, 1, 1), "span")
    assert quarter is not None
    assert (quarter.from_, quarter.to) == (date(2023, 7, 1), date(2023, 12, 31))
    assert not before(early, read_date("March 2019"))


def test_several_dates_keep_printed_order_and_words() -> None:
    found = find_dates(
        "A re-audit (13 Nov 2023) after the audit of June 2022; next one on 7th March 2025 & 9th April 2025"
    )
    assert [d.printed for d in found] == ["13 Nov 2023", "June 2022", "7th March 2025", "9th April 2025"]


def test_period_prefers_an_interval_to_a_bare_year() -> None:
    assert iso(period_of("Report 2022, for April 2021 to March 2022")) == "2021-04/2022-03"  # type: ignore[arg-type]
    assert iso(period_of("Learning from reviews 2022")) == "2022"  # type: ignore[arg-type]
    assert period_of("Published in January 2023") is None


def test_a_year_and_two_digits_is_a_financial_year_a_span_or_a_month() -> None:
    assert [seen(text) for text in ("2010-11", "2005-11", "2023-11")] == ["2010-04/2011-03", "2005/2011", "2023-11"]
    assert iso(from_iso("2010-11")) == "2010-11"  # type: ignore[arg-type]
    assert from_iso(None) is None


def test_basis_is_kept() -> None:
    found = read_date("May 2020", basis="manifest")
    assert found is not None
    assert found.basis == "manifest"


@given(DAYS)
def test_a_day_is_read_back_from_every_form(day: date) -> None:
    for text in (
        f"{day.day} {MONTHS[day.month - 1]} {day.year}",
        f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}",
        f"{day:%d/%m/%Y}",
        day.isoformat(),
    ):
        found = read_date(text)
        assert found is not None
        assert (found.from_, found.to, found.precision) == (day, day, "day")


@given(DAYS, st.integers(0, 900))
def test_iso_is_read_back(start: date, days: int) -> None:
    end = min(start + timedelta(days), date(2049, 12, 31))
    span = DateSpan.model_validate({"from": start, "to": end, "precision": "span", "basis": "printed"})
    again = from_iso(iso(span))
    assert again is not None
    assert (again.from_, again.to) == (start, end)


SPANS = st.tuples(DAYS, st.integers(0, 400)).map(
    lambda t: DateSpan.model_validate(
        {"from": t[0], "to": t[0] + timedelta(t[1]), "precision": "span", "basis": "printed"}
    )
)


@given(SPANS, SPANS, SPANS)
def test_order_is_strict_and_transitive(a: DateSpan, b: DateSpan, c: DateSpan) -> None:
    assert not before(a, a)
    assert not (before(a, b) and before(b, a))
    if before(a, b) and before(b, c):
        assert before(a, c)


@given(st.text(max_size=120))
def test_any_text_is_survived_and_intervals_are_in_order(text: str) -> None:
    for found in find_dates(text):
        assert found.from_ <= found.to
        assert found.printed


def test_unknown_dates_prove_no_order() -> None:
    assert not before(None, read_date("2020"))
    assert not before(read_date("2020"), None)


@pytest.mark.reviews
def test_real_periods_and_audit_date(reviews: Path) -> None:
    letter = (reviews / "hsscp-newsletter-2023-24-q3.txt").read_text()
    assert iso(period_of(letter[:400])) == "2023-10/2023-12"  # type: ignore[arg-type]
    assert date(2023, 11, 13) in [d.from_ for d in find_dates(letter)]
    report = (reviews / "hsscp-annual-report-2023-24.txt").read_text()
    assert iso(period_of(report[:200])) == "2023-04/2024-03"  # type: ignore[arg-type]
