"""In which years something falls, in the words that questions print."""

from __future__ import annotations

from datetime import date

import pytest

from graph.derive.years import add_years, years
from graph.model import Finding
from tests.small_graph import small_graph


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2019, 1, 1), date(2019, 12, 31), "2019"),
        (date(2018, 4, 1), date(2019, 3, 31), "2018 to 2019"),
        (None, date(2019, 3, 31), "up to 2019"),
        (date(2019, 1, 1), None, "not dated"),
        (None, None, "not dated"),
    ],
)
def test_a_span_is_said_as_one(first: date | None, last: date | None, said: str) -> None:
    assert years(first, last) == said


def test_only_learning_points_that_stand_alone_bear_years() -> None:
    graph = small_graph()
    add_years(graph)
    found = graph.all(Finding)
    assert {bool(f.years) for f in found if f.alone} == {True}
    assert not any(f.years for f in found if not f.alone)
