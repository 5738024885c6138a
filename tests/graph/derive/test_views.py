"""T9 and T16: views side by side need different authors; one test told two ways is two accounts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graph import model
from graph.codebook import load
from graph.declare import Node
from graph.derive import build
from graph.derive.views import roles_of
from graph.memory import Graph
from graph.records import Impact, Judgement
from tests.graph.made import CODEBOOK, action, audit, coded, finding, record


def view(text: str, polarity: Any, author: str = "Independent Scrutineer", role: Any = "scrutineer") -> Judgement:
    themes = coded("neglect")
    return Judgement(text=text, quote=text, author=author, author_role=role, polarity=polarity, themes=themes, line=1)


def pairs(graph: Graph) -> list[tuple[str, str, str]]:
    def text(label: str, id_: str) -> str:
        node: Node = graph.nodes[label][id_]
        return str(getattr(node, "text", node.name))

    found = graph.edges_of("DIFFERS_FROM")
    return sorted(
        (text(e.source_label, e.source), text(e.target_label, e.target), str(e.properties["kind"])) for e in found
    )


WANTING = "Children are not yet asked for their views on neglect strategy."
CLAIM = "Children are asked for their views whenever strategy is written."


def test_the_scrutineer_and_the_partnership_are_two_authors() -> None:
    claim = Impact(text=CLAIM, quote=CLAIM, line=2)
    graph = build([record("d.txt", judgements=[view(WANTING, "shortfall")], impacts=[claim])], CODEBOOK)
    assert pairs(graph) == [(WANTING, CLAIM, "two authors")]


def test_one_author_has_two_emphases_whatever_else_the_author_is() -> None:
    praise = view(CLAIM, "good-practice", author="Independent Chair and Scrutineer", role="other")
    graph = build([record("d.txt", judgements=[view(WANTING, "shortfall"), praise])], CODEBOOK)
    assert pairs(graph) == [(WANTING, CLAIM, "same author, two emphases")]
    assert roles_of("Independent Chair and Scrutineer", "other") == {"chair", "scrutineer", "other"}


def test_what_is_only_planned_and_other_partnerships_are_no_second_view() -> None:
    plan = action(CLAIM, status="not-started", promise=True)
    elsewhere = record(
        "e.txt", "Brackenford Safeguarding Children Partnership", impacts=[Impact(text=CLAIM, quote=CLAIM, line=1)]
    )
    graph = build([record("d.txt", judgements=[view(WANTING, "shortfall")], actions=[plan]), elsewhere], CODEBOOK)
    assert pairs(graph) == []


def test_t16_one_test_two_accounts() -> None:
    clear = "Plans are clear, with contingency arrangements and a named bottom line."
    unclear = "Step-down plans lack contingency arrangements and a bottom line."
    told = [finding(unclear, "planning"), finding(clear, "planning", polarity="good-practice", line=2)]
    deep_dive = audit("Deep dive", "2023-06-01", test="deep-dive", findings=told)
    graph = build([record("d.txt", reviews=[deep_dive])], CODEBOOK)
    assert pairs(graph) == [(unclear, clear, "one test, two accounts")]


@pytest.fixture(scope="module")
def real(reviews: Path) -> Graph:
    from loaders.extract import extract

    return build([extract(next(reviews.glob("*annual-report*.txt")))], load())


@pytest.mark.reviews
def test_t9_and_t16_on_the_real_report(real: Graph) -> None:
    """The three true pairs, by two words of each side."""
    found = pairs(real)
    for one, other in (
        ("assurance reporting", "quarterly reporting"),
        ("Step 3", "consulted with"),
        ("Step 4", "assurance processes"),
    ):
        assert any(one in a and other in b and kind == "two authors" for a, b, kind in found), (one, other)
    assert any(
        "Step Down Plans" in a and "bottom line" in b and kind == "one test, two accounts" for a, b, kind in found
    )
    assert all("Scrutineer" not in kind for *_, kind in found)
    authors = {j.author for j in real.all(model.Judgement)}
    (dual,) = authors - {"Independent Scrutineer"}  # the foreword is signed by one person in two roles
    assert {"chair", "scrutineer"} <= roles_of(dual, "scrutineer")
