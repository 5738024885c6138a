"""Counts of children that are sent: none under 3 is shown, and none can be worked out from two answers."""

from __future__ import annotations

from itertools import combinations, product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.questions import ask, find_question, questions
from graph.sharing import HIDDEN, SMALL, shared
from graph.sharing.answers import counts_children, denominators
from graph.sharing.counts import hidden, total_is_safe
from graph.store import Store
from tests.graph.small import small_store

__all__ = ["small_store"]

TABLES = [q.id for q in questions().values() if counts_children(q)]
FILTERS: list[dict[str, str]] = [
    {},
    *({"partnership": p} for p in ("northmere", "eastvale", "northmere-and-eastvale")),
    *({"from": f"{year}-01-01", "to": f"{year}-12-31"} for year in range(2018, 2024)),
    *({"to": f"{year}-12-31"} for year in range(2018, 2024)),
    {"theme": "domestic-abuse"},
    {"limit": "1"},
    {"limit": "3"},
]


def _solutions(cells: list[int | None], total: int, most: int) -> list[tuple[int, ...]]:
    """Every way the hidden cells (None) can be filled with at least 1 each to give the total."""
    unknown = sum(c is None for c in cells)
    left = total - sum(c for c in cells if c is not None)
    return [s for s in product(range(1, most + 1), repeat=unknown) if sum(s) == left]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.integers(0, 9), min_size=1, max_size=5))
def test_no_hidden_count_is_known_to_be_small(counts: list[int]) -> None:
    by_place = dict(enumerate(counts))
    hide = hidden(by_place)
    assert all(i in hide for i, n in by_place.items() if 0 < n < SMALL)
    assert all(by_place[i] > 0 for i in hide)
    if not hide or not total_is_safe(by_place, hide, sum(counts)):
        return  # nothing is hidden, or the total is not printed
    cells = [None if i in hide else n for i, n in by_place.items()]
    found = _solutions(cells, sum(counts), sum(counts))
    assert len(hide) > 1
    for place in range(len(hide)):
        assert max(s[place] for s in found) >= SMALL


def _shown(store: Store, id_: str, params: dict[str, str]) -> dict[tuple[Any, ...], int]:
    """Counts of children an answer that is sent shows, by what the row is of, with its denominators."""
    question = find_question(id_)
    known = {p.name for p in question.params}
    if not set(params) <= known:
        return {}
    answer = ask(store, id_, params, to_be_sent=True)
    keys = [c.name for c in question.returns if c.name in ("theme", "known", "status", "outcome")]
    columns = [c.name for c in question.returns if c.type == "children"]
    cells = {(id_, c, *(row[k] for k in keys)): row[c] for row in answer.rows for c in columns}
    cells[(id_, "out of")] = answer.denominator.get("children", HIDDEN)
    return {k: v for k, v in cells.items() if v != HIDDEN}


def test_no_two_answers_that_are_sent_can_be_subtracted(small_store: Store) -> None:
    answers = [_shown(small_store, id_, f) for id_ in TABLES for f in FILTERS]
    assert any(answers)
    for shown in answers:
        assert all(n == 0 or n >= SMALL for n in shown.values())
    for one, other in combinations(answers, 2):
        for cell in one.keys() & other.keys():
            assert not 0 < abs(one[cell] - other[cell]) < SMALL, cell


def test_a_filter_hides_every_count_and_its_total(small_store: Store) -> None:
    answer = ask(small_store, "known-to-services", {"partnership": "northmere"}, to_be_sent=True)
    assert answer.rows
    assert {(row["children"], row["of_children"]) for row in answer.rows} == {(HIDDEN, HIDDEN)}
    assert answer.denominator["children"] == HIDDEN
    assert all(e["quote"] is None for row in answer.rows for e in row["evidence"])
    inside = ask(small_store, "known-to-services", {"partnership": "northmere"})
    assert HIDDEN not in {row["children"] for row in inside.rows}


def test_small_counts_are_hidden_with_others_and_counts_of_reviews_stay() -> None:
    question = find_question("recurring-themes")
    rows = [{"children": n, "reviews": n} for n in (1, 9, 4, 0)]
    sent, notes = shared(question, rows, {})
    assert [r["children"] for r in sent] == [HIDDEN, 9, HIDDEN, 0]
    assert [r["reviews"] for r in sent] == [1, 9, 4, 0]
    assert notes
    assert [r["children"] for r in shared(question, [{"children": 5}, {"children": 3}], {})[0]] == [5, 3]
    assert denominators({"children": 2, "reviews": 1}, {}) == {"children": HIDDEN, "reviews": 1}


@pytest.mark.parametrize("limit", ["1", "2", "3", "4"])
def test_a_limit_shows_no_more_than_the_whole_table(small_store: Store, limit: str) -> None:
    whole = ask(small_store, "recurring-themes", to_be_sent=True).rows
    assert ask(small_store, "recurring-themes", {"limit": limit}, to_be_sent=True).rows == whole[: int(limit)]


def test_same_child_links_are_not_sent(small_store: Store) -> None:
    assert ask(small_store, "possible-same-child", to_be_sent=True).rows == []
    inside = ask(small_store, "follow-review", {"review": "Ash"}).rows
    sent = ask(small_store, "follow-review", {"review": "Ash"}, to_be_sent=True).rows
    links = {"may be the same", "the same, a document says"}
    assert not links & {row["kind"] for row in sent}
    assert len(sent) == sum(row["kind"] not in links for row in inside)


def test_no_percentage_of_fewer_than_ten_is_sent() -> None:
    question = find_question("printed-statistics")
    rows = [{"printed": "25%", "percent": 25.0, "recomputed": 25.0, "denominator": n} for n in (4.0, 9, 10, None)]
    sent, _ = shared(question, rows, {})
    assert [(r["percent"], r["recomputed"]) for r in sent] == [(None, None), (None, None), (25.0, 25.0), (25.0, 25.0)]
    assert {r["printed"] for r in sent} == {"25%"}


def test_ages_are_sent_in_bands(small_store: Store) -> None:
    inside = [r["detail"] for r in ask(small_store, "follow-review", {"review": "Ash"}).rows if r["kind"] == "child"]
    sent = ask(small_store, "follow-review", {"review": "Ash"}, to_be_sent=True).rows
    details = [r["detail"] for r in sent if r["kind"] == "child"]
    assert details
    assert details != inside
    assert all(d.startswith("age ") for d in details)
