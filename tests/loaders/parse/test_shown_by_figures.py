"""Figures among progress: what a test found and what people answered shows practice, and is no deed."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.records import DocumentRecord
from loaders.formats.text.read import read_text
from loaders.parse.parse import parse


def _progress(item: str) -> DocumentRecord:
    return parse(
        read_text(
            Path("progress.md"),
            f"# Progress: rapid review RR 4/29\n\n## Progress\n\n- The form has been changed.\n- {item}".encode(),
        )
    )


@pytest.mark.parametrize(
    ("item", "counted"),
    [
        ("A dip sample in June found that 18 of 20 records named the father.", (18, 20)),
        ("A re-audit showed that 27 of 30 plans had a date.", (27, 30)),
        ("9 in 10 parents said that the leaflet was clear.", (9, 10)),
        ("85% of practitioners who answered (68 of 80) felt more confident.", (68, 80)),
        ("Survey of staff: 45 of 60 knew the duty line.", (45, 60)),
    ],
)
def test_what_was_found_or_answered_is_impact_and_a_figure(item: str, counted: tuple[int, int]) -> None:
    told = _progress(item)
    (review,) = told.reviews
    assert [one.text for one in review.actions] == ["The form has been changed."]
    assert [one.text for one in review.impacts] == [item]
    assert [(one.numerator, one.denominator) for one in told.statistics] == [counted]


@pytest.mark.parametrize(
    "item",
    [
        "120 of 150 midwives have been trained.",
        "Training was given to 48 of 60 health visitors.",
        "12 out of 16 schools now use the form.",
        "A dip sample found 3 of 20 without a plan, and the form was changed.",
        "The template has been amended. An audit found that 34 of 50 plans named the children.",
        "Toolkit refreshed; complete, but an audit found it in 5 of 20 files only.",
        "A survey found that 3 of 20 knew the line; posters have been put up.",
    ],
)
def test_a_figure_of_work_stays_work(item: str) -> None:
    (review,) = _progress(item).reviews
    assert item in [one.text for one in review.actions]
    assert not review.impacts


def test_midwives_in_a_report_of_a_rapid_review_are_not_counted_as_reviews() -> None:
    (figure,) = _progress("120 of 150 midwives have been trained.").statistics
    assert figure.unit == "other"
