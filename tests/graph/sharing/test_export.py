"""Nodes and relationships as they are sent: nothing of a single child, no same-child links, no officials' names."""

from __future__ import annotations

from typing import Any

from graph.sharing import Texts
from graph.sharing.export import EMPTY, edges, nodes


def test_nothing_is_told_of_a_single_child() -> None:
    row: dict[str, Any] = {
        "id": "c:1",
        "name": "Ash",
        "agePrinted": "five months",
        "ageMonths": 5.0,
        "ageBand": "under 1",
    }
    row |= {"sex": "male", "outcome": "died", "planStatus": None, "rowHash": "x"}
    (sent,) = nodes("Child", [row], Texts())
    assert sent == {"id": "c:1", "name": "Ash", "rowHash": None, "ageMonths": None, "planStatus": None} | dict.fromkeys(
        ("agePrinted", "ageBand", "sex", "outcome"), EMPTY
    )


def test_no_edge_or_key_says_that_two_cases_are_one() -> None:
    link = {"source_label": "Case", "source_id": "a", "target_label": "Case", "target_id": "b"}
    for type_ in ("SAME_AS", "STATED_SAME_AS", "POSSIBLY_SAME_AS"):
        assert list(edges(type_, [link], Texts())) == []
    assert list(edges("EXAMINES", [link], Texts())) == [link]
    (case,) = nodes("Case", [{"id": "b", "name": "Ash", "canonical": "a"}], Texts())
    assert case["canonical"] == "b"


def test_names_of_officials_are_left_out_and_ids_stay() -> None:
    row = {"id": "x:Jane Doe", "author": "Jane Doe, Independent Chair", "quote": "Jane Doe, Independent Chair, agreed."}
    (sent,) = nodes("Judgement", [row], Texts())
    assert sent["id"] == "x:Jane Doe"
    assert "Jane Doe" not in sent["author"] + sent["quote"]
