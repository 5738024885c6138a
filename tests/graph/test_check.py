"""What does not add up, on invented rows and on the real documents."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from graph.check import check_all, check_record, from_chronology, verdict
from graph.check.rows import reading
from graph.records import Document, DocumentRecord, Inconsistency, Statistic


def record(*statistics: Statistic, title: str = "Ashmere learning") -> DocumentRecord:
    return DocumentRecord(document=Document(title=title, sha256="0"), statistics=list(statistics))


def row(text: str, percent: float | None = None, numerator: int | None = None, **more: Any) -> Statistic:
    fields = {"group": "NVSCP", "unit": "child", "quote": text} | more
    return Statistic.model_validate({"text": text, "percent": percent, "numerator": numerator} | fields)


def percents(*values: int) -> list[Statistic]:
    return [row(f"{v}% of something", v) for v in values]


def kinds(found: list[Inconsistency]) -> list[str]:
    return [i.kind for i in found]


@given(st.integers(1, 400), st.data(), st.integers(0, 2))
def test_a_rounded_percentage_always_agrees(n: int, data: st.DataObject, places: int) -> None:
    k = data.draw(st.integers(0, n))
    percent = round(100 * k / n, places) if places else round(100 * k / n)
    recomputed, answer = verdict(Statistic(text="x", numerator=k, denominator=n, percent=percent))
    assert answer == "agree"
    assert (recomputed is None) == (n < 10)


@given(st.integers(1, 400), st.data())
def test_a_percentage_beyond_rounding_differs(n: int, data: st.DataObject) -> None:
    k, percent = data.draw(st.integers(0, n)), data.draw(st.integers(0, 100))
    assume(abs(100 * k / n - percent) > 0.51)
    assert verdict(Statistic(text="x", numerator=k, denominator=n, percent=percent))[1] == "differ"


def test_what_is_not_printed_cannot_be_checked() -> None:
    assert verdict(Statistic(text="x", percent=40)) == (None, "cannot check")
    assert verdict(Statistic(text="x", numerator=4, denominator=16)) == (25.0, "cannot check")
    assert verdict(Statistic(text="x", numerator=1, denominator=0, percent=5)) == (None, "cannot check")


@given(st.integers(2, 60), st.data())
def test_rows_of_one_number_are_never_questioned(n: int, data: st.DataObject) -> None:
    counts = data.draw(st.lists(st.integers(0, n), min_size=1, max_size=14))
    found = check_record(record(*percents(*(round(100 * k / n) for k in counts))))
    assert [i for i in found if i.kind in ("impossible-percent", "total")] == []


def test_the_total_that_rows_imply() -> None:
    thirteen, fourteen = [54, 46, 38, 15, 23], [36, 21, 14, 7, 57]
    assert reading(thirteen) is not None
    assert reading(thirteen).numbers == (13,)  # type: ignore[union-attr]
    assert reading([*thirteen, *fourteen]).numbers == (13, 14)  # type: ignore[union-attr]
    assert reading([54, 46]) is None


def test_a_misprinted_fraction_is_flagged_with_the_denominator_of_its_list() -> None:
    rows = [
        row(f"{p}% {k}/{n}", p, k, denominator=n, heading="Key facts")
        for p, k, n in [(75, 12, 16), (50, 8, 16), (25, 4, 12)]
    ]
    (item,) = check_record(record(*rows))
    assert (item.kind, item.printed, item.recomputed) == ("fraction", "25% (4/12)", "33%")
    assert "denominator of the same list is 16" in item.message
    assert "4/16 is 25%" in item.message


def test_no_percentage_of_fewer_than_ten_is_worked_out() -> None:
    (item,) = check_record(record(row("40% 3/6", 40, 3, denominator=6)))
    assert item.recomputed is None
    assert "50" not in item.message


def test_a_percentage_no_whole_number_gives() -> None:
    found = check_record(record(*percents(50, 57, 43, 21, 14, 79, 7, 36, 8)))
    assert kinds(found) == ["impossible-percent"]
    assert found[0].printed == "8%"
    assert found[0].recomputed == "7% (1/14) or 14% (2/14)"


def test_counts_and_percentages_of_one_list_that_imply_different_totals() -> None:
    counts = [row("5 children died", None, 5), row("6 were harmed", None, 6), row("2 were not recorded", None, 2)]
    found = check_record(record(*counts, *percents(50, 57, 43, 21, 14, 79, 7, 36)))
    assert kinds(found) == ["total"]
    assert "5 + 6 + 2" in found[0].message
    assert check_record(record(*counts, *percents(54, 46, 38, 15, 23, 31))) == []


def test_rows_that_exclude_one_another_and_come_to_more_than_a_hundred() -> None:
    rows = [
        row(f"{p}% were living with {w}", p) for p, w in [(60, "their mother"), (30, "both parents"), (20, "an aunt")]
    ]
    found = check_record(record(*rows))
    assert kinds(found) == ["total"]
    assert "110%" in found[0].message
    assert check_record(record(*rows[:2])) == []


def test_a_whole_and_its_parts() -> None:
    wrong = row("12 cases (5 infants, 6 pupils and 3 others)", None, 12)
    right = row("14 cases (5 infants, 6 pupils and 3 others)", None, 14)
    partly = row("14 cases (including 5 infants and 6 pupils)", None, 14)
    assert kinds(check_record(record(wrong, right, partly))) == ["total"]


def test_one_figure_with_two_dates_or_for_two_areas() -> None:
    poverty = {"source": "population", "group": "Ashmere"}
    old = row("31.4% of children living in poverty", 31.4, as_of="May 2019", **poverty)
    new = row("New data show 31.4% of children in poverty there", 31.4, as_of="June 2022", **poverty)
    year = row("31.4% of all children live in poverty", 31.4, as_of="2022-23", **poverty)
    assert kinds(check_record(record(old, new))) == ["same-figure"]
    assert check_record(record(new, year)) == []
    assert kinds(check_all([record(old), record(new, title="Ashmere report")])) == ["same-figure"]
    west = row("31.4% of children in poverty, compared to 28% in the West", 28, source="population", group="West")
    river = row(
        "30.1% of children in poverty, compared to 28% on Riverside", 28, source="population", group="Riverside"
    )
    assert kinds(check_record(record(west, river))) == ["same-figure"]
    england = row(
        "30.1% of children in poverty, compared to 28% on Riverside", 28, source="population", group="national"
    )
    assert check_record(record(river, england)) == []


def test_a_chronology_that_runs_backwards_becomes_an_item() -> None:
    item = from_chronology(record(), "date-order", "March stands after May.", "March: seen at home", line=7)
    assert (item.kind, item.where, item.quote) == ("date-order", "line 7", "March: seen at home")


def _real(reviews: Path, name: str) -> list[Inconsistency]:
    from loaders.formats.text.read import read_text
    from loaders.parse.figures.statistics import statistics_of

    path = reviews / name
    return check_record(record(*statistics_of(read_text(path, path.read_bytes()).blocks), title=path.stem))


@pytest.mark.reviews
def test_t3_the_misprinted_denominator(reviews: Path) -> None:
    (item,) = _real(reviews, "hsscp-learning-from-reviews-2025.txt")
    assert (item.kind, item.printed, item.recomputed) == ("fraction", "36% (9/20)", "45%")
    assert "9/25 is 36%" in item.message


@pytest.mark.reviews
def test_t4_totals_that_do_not_agree(reviews: Path) -> None:
    found = [(i.kind, i.printed, i.recomputed) for i in _real(reviews, "tees-themes-2017-21.txt")]
    assert found == [
        ("total", "54% + 23% + 15% + 15% = 107%", "100%"),
        ("total", "36%, 21%, 21%, 14%, 7%", "13 and 14"),
        ("total", "3 + 7 + 3 = 13", "14"),
        ("impossible-percent", "8%", "7% (1/14) or 14% (2/14)"),
        ("impossible-percent", "8%", "7% (1/14) or 14% (2/14)"),
    ]


@pytest.mark.reviews
def test_t21_one_figure_two_dates_and_two_areas(reviews: Path) -> None:
    found = _real(reviews, "hsscp-annual-report-2023-24.txt")
    assert [(i.kind, i.printed) for i in found] == [("same-figure", "35%"), ("same-figure", "32.6%")]
    assert "Teesside" in found[0].message
    assert "May 2021" in found[1].message
    assert "June 2023" in found[1].message
