"""When a fact became known: publication, else the end of the time reported on, else its own date."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from graph import model
from graph.derive import build
from tests.graph.made import CODEBOOK, action, finding, record, span


def known(**about: Any) -> tuple[date | None, str | None]:
    (found,) = build([record("one.txt", findings=[finding("Plans drift", "planning")], **about)], CODEBOOK).all(
        model.Finding
    )
    return found.knownFrom, found.knownBy


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        ({"published": "2024-09", "period": span("2023-04-01", "2024-03-31")}, (date(2024, 9, 1), "publication")),
        ({"period": span("2023-04-01", "2024-03-31")}, (date(2024, 3, 31), "end of the time reported on")),
        ({}, (None, None)),
    ],
    ids=["published", "a year reported on", "no date"],
)
def test_a_report_of_a_year_is_known_when_it_is_published(about: dict[str, Any], expected: Any) -> None:
    assert known(**about) == expected


def test_told_twice_it_is_known_from_the_first_telling() -> None:
    told = [
        record(f"{n}.txt", published=day, actions=[action("Posters were sent", "planning")])
        for n, day in enumerate(("2022", "2020"))
    ]
    assert min(a.knownFrom for a in build(told, CODEBOOK).all(model.Action) if a.knownFrom) == date(2020, 1, 1)


def test_an_entry_of_a_tracker_is_a_record_of_its_own_day() -> None:
    done = action("Posters were sent", "planning", status="complete-evidence-awaited", completed="2021-06-10")
    graph = build([record("t.xlsx", kind="action-tracker", published="2023", actions=[done])], CODEBOOK)
    assert {(e.knownFrom, e.knownBy) for e in graph.all(model.StatusEvent)} == {(date(2021, 6, 10), "own date")}
