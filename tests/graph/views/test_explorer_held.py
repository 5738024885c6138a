"""What the explorer's page holds: safe to send, every fact with its passage, the picture never a hairball."""

from __future__ import annotations

import json
from itertools import combinations
from typing import Any

import pytest

from graph.cli.explore import place_of
from graph.errors import WrongUse
from graph.sharing import LEFT_OUT, Texts, heading_of, people_in
from graph.store import Store
from graph.views.explorer import held
from graph.views.explorer.overview import CELL, COLUMNS, MOST_LINES, ROW, ROWS, overview
from graph.views.explorer.page import page_of
from tests.graph.small import small_store

__all__ = ["small_store"]
pytestmark = pytest.mark.embedded


@pytest.mark.parametrize("names", [["RR 1/22"], ["SN20"], [], [None]])
def test_a_case_number_is_no_heading(names: list[str]) -> None:
    assert heading_of(names) == "Serious incident"


def test_the_published_pseudonym_is_the_heading() -> None:
    assert heading_of(["Ash"]) == "Ash"
    assert heading_of(["RR 2/22", "Rowan"]) == "Rowan"


@pytest.mark.parametrize(
    ("author", "people"),
    [
        ("Jane Q. Doe, Independent Chair and Scrutineer", ["Jane Q. Doe"]),
        ("Independent Scrutineer", []),
        ("Child Safeguarding Practice Review Panel", []),
        ("Northmere Executive", []),
        ("Detective Superintendent", []),
        ("Dr Ann O’Dell (Designated Doctor)", ["Dr Ann O’Dell", "Ann O’Dell"]),
    ],
)
def test_offices_are_no_names_of_persons(author: str, people: list[str]) -> None:
    assert set(people) <= set(people_in([author]))
    if not people:
        assert people_in([author]) == []


def test_names_are_left_out_visibly_everywhere() -> None:
    texts = Texts({"Jane Doe"}, frozenset({"doeson"}))
    texts.learn([])
    value = {
        "id": "review:x/jane-doe-letter",
        "text": "Jane Doe said so.",
        "evidence": [{"quote": "by Jane Doe"}, None, 3],
    }
    assert texts.safe(value) == {
        "id": "review:x/name-1-letter",
        "text": f"{LEFT_OUT} said so.",
        "evidence": [{"quote": f"by {LEFT_OUT}"}, None, 3],
    }
    assert texts.safe("Doeson stays") == "Doeson stays"


def test_every_fact_has_its_words_and_place(small_page: dict[str, Any]) -> None:
    assert {f["kind"] for f in small_page["facts"]} == {
        *("learning", "recommendation", "action", "evidence", "test", "view", "closed", "review")
    }
    for fact in small_page["facts"]:
        assert fact["evidence"], fact["id"]
        assert all(e["quote"] and e["document"] and (e["page"] or e["line"]) for e in fact["evidence"])


def test_both_engines_give_the_same_page(small_store: Store, small_page: dict[str, Any]) -> None:
    assert held(small_store) == small_page


@pytest.mark.parametrize(
    ("thing", "place"),
    [
        ("safe sleep", "theme/safe-sleep"),
        ("Ash", "review/review:northmere/"),
        ("Repeat audit of safer sleep 2021", "thread/test:northmere/audit-2021"),
        ("Every family is to have safer sleep advice before birth.", "thread/recommendation:digest19/r2"),
    ],
)
def test_what_around_names_is_a_place_in_the_page(small_store: Store, thing: str, place: str) -> None:
    assert place_of(small_store, thing).startswith(place)


def test_what_around_does_not_name_is_said_in_a_sentence(small_store: Store) -> None:
    with pytest.raises(WrongUse, match="names no one thing"):
        place_of(small_store, "zzzz qqqq")


def test_no_children_authors_or_same_child_links_are_held(small_page: dict[str, Any]) -> None:
    text = json.dumps(small_page)
    for unwanted in ("SAME_AS", "National Panel", "ageBand", "was taken to hospital", "first letter of the name"):
        assert unwanted not in text
    reviews = {f["text"] for f in small_page["facts"] if f["kind"] == "review"}
    assert {"Ash", "Rowan", "Wren", "Lark"} <= reviews
    assert not any(any(c.isdigit() for c in name) for name in reviews)


def _many(themes: int, facts: int) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    made = [
        {"id": f"t{i}", "name": f"A rather long name of theme {i} in many words", "group": f"g{i % 5}"}
        for i in range(themes)
    ]
    told = [
        {
            "kind": "learning",
            "themes": [
                {"theme": f"t{(i * k) % themes}", "polarity": "shortfall", "state": "suggested"} for k in (1, 2, 3)
            ],
        }
        for i in range(facts)
    ]
    return made, told


def test_the_picture_is_never_a_hairball() -> None:
    drawn = overview(*_many(100, 3000))
    assert len(drawn["nodes"]) == COLUMNS * ROWS
    assert drawn["of"] == 100
    assert len(drawn["edges"]) <= MOST_LINES
    for a, b in combinations(drawn["nodes"], 2):
        assert abs(a["x"] - b["x"]) > CELL - 1 or abs(a["y"] - b["y"]) > ROW - 1


def test_the_picture_is_the_same_every_time_and_empty_without_learning() -> None:
    assert overview(*_many(20, 200)) == overview(*_many(20, 200))
    assert overview([], [])["nodes"] == []


def test_what_is_stated_as_not_present_is_not_counted_as_the_theme() -> None:
    themes, [fact] = [{"id": "t", "name": "T", "group": "g"}], _many(1, 1)[1]
    fact["themes"] = [{"theme": "t", "polarity": "absent", "state": "suggested"}]
    assert overview(themes, [fact])["nodes"] == []


def test_an_internal_page_says_so_and_no_other_does(small_page: dict[str, Any]) -> None:
    mark = "<strong>Not for sharing.</strong>"
    assert mark in page_of(small_page | {"internal": True})
    assert mark not in page_of(small_page)
