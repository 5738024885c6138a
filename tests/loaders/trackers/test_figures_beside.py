"""Figures beside the actions: their whole in a column of its own, in the cell, or nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.records import Statistic
from tests.loaders.trackers.books import read_book

ACTIONS = [["Ref", "Action", "Lead", "Due", "Status"], ["1", "Audit meetings", "Police", "30/06/2031", "On track"]]
TITLE = "Use of the tool in files looked at, April to June 2031"


def _figures(path: Path, rows: list[list[object]]) -> list[Statistic]:
    record = read_book(path / "log.xlsx", Actions=ACTIONS, Results=rows)
    assert record.report.read == record.report.kept + len(record.report.rejected)
    assert len(record.actions) == 1
    return record.statistics


def test_counts_are_out_of_the_column_that_says_how_many_were_looked_at(tmp_path: Path) -> None:
    head = ["Audit", "Cases looked at", "Tool used", "Child's words noted", "Average days"]
    told = _figures(tmp_path, [[TITLE], head, ["Neglect", 24, 18, "75%", 6], ["Exploitation", 16, 12, "n/a", 9]])
    assert [(s.group, s.numerator, s.denominator, s.percent) for s in told] == [
        ("Neglect", 18, 24, None),
        ("Neglect", None, 24, 75),
        ("Exploitation", 12, 16, None),
    ]
    assert [s.heading for s in told[:2]] == [f"{TITLE}: Tool used", f"{TITLE}: Child's words noted"]


def test_what_is_more_than_was_looked_at_is_no_share_of_it(tmp_path: Path) -> None:
    rows: list[list[object]] = [["Audit", "Files audited", "Findings"], ["Neglect", 4, 9], ["Harm", 5, 12]]
    assert _figures(tmp_path, rows) == []


def test_a_cell_may_give_count_whole_and_share(tmp_path: Path) -> None:
    rows: list[list[object]] = [["Measure", "Result"], ["On file", "18 of 24"], ["Offered", "22/30 (73%)"]]
    told = _figures(tmp_path, rows)
    assert [(s.numerator, s.denominator, s.percent) for s in told] == [(18, 24, None), (22, 30, 73)]


@pytest.mark.parametrize(
    ("cells", "wholes"),
    [
        (("75% (n=24)", "50% (n=24)"), [24, 24]),  # the same beside different shares: so many were looked at
        (("75% (n=24)", "50% (n=16)"), [None, None]),  # it may as well be how many did it
    ],
)
def test_a_number_in_brackets_behind_a_share_is_the_whole_only_where_it_must_be(
    tmp_path: Path, cells: tuple[str, str], wholes: list[int | None]
) -> None:
    told = _figures(tmp_path, [["Measure", "Result"], ["Supervision", cells[0]], ["Chronology", cells[1]]])
    assert [(s.numerator, s.percent) for s in told] == [(None, 75), (None, 50)]
    assert [s.denominator for s in told] == wholes


def test_rows_of_counts_alone_are_no_shares_and_are_named_as_not_read(tmp_path: Path) -> None:
    record = read_book(
        tmp_path / "log.xlsx", Actions=ACTIONS, Results=[["Team", "Visits"], ["North", 40], ["South", 20]]
    )
    assert record.statistics == []
    assert {one.text for one in record.report.rejected} >= {"North 40", "South 20"}
