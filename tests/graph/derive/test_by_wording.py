"""What stands on its words alone, and what a person said yes to: only a yes to the thing itself ends it."""

from __future__ import annotations

from typing import Any

import pytest

from graph import model
from graph.decisions import CodingDecision, Decision, Evidenced, ScrutinyView, StatusDecision, ValueDecision
from graph.declare import Node
from graph.derive import build
from graph.memory import Graph
from tests.graph.made import CODEBOOK
from tests.graph.test_none import DOING, LISTED, THANKS, WHO, one, records


def made(*decisions: Decision) -> Graph:
    return build(records(), CODEBOOK, decisions)


def about(thing: Node, **more: Any) -> dict[str, Any]:
    return {"thing": thing.id, "document": "", "quote": getattr(thing, "text", ""), **WHO, **more}


def test_it_is_marked_with_its_passage_and_told_of_its_review() -> None:
    graph = made()
    thanks, listed, doing = (one(graph, text) for text in (THANKS, LISTED, DOING))
    assert (thanks.onlyByWording, listed.onlyByWording, doing.onlyByWording) == (True, None, True)
    digest, report = (next(d for d in graph.all(model.Document) if d.name == name) for name in ("Digest", "Report"))
    assert digest.byWording == [p.id for p in graph.targets(thanks, "STATED_IN", model.Passage)]
    assert report.byWording == [p.id for p in graph.targets(doing, "STATED_IN", model.Passage)]
    # the review has learning on strategy discussions that a rule found; on neglect nothing but the thanks
    (elm,) = [r for r in graph.all(model.Review) if "neglect" in r.themes]
    assert elm.byWording == ["neglect"]
    assert {"neglect", "strategy"} <= set(elm.themes)


@pytest.mark.parametrize(
    ("decision", "text"),
    [
        (lambda x: CodingDecision(theme="neglect", choice="keep", **about(x)), THANKS),
        (lambda x: CodingDecision(theme="bruising", choice="add", **about(x)), THANKS),
        (lambda x: ValueDecision(field="polarity", value="good-practice", **about(x)), THANKS),
        (lambda x: StatusDecision(status="under-way", **about(x)), DOING),
        (lambda x: Evidenced(text="A dip sample of 20 cases found it.", **about(x)), DOING),
        (lambda x: ScrutinyView(view="disagrees", **about(x, by="independent scrutineer")), DOING),
    ],
    ids=["theme kept", "theme added", "value", "status", "evidence", "scrutiny"],
)
def test_a_yes_to_the_thing_itself_ends_it(decision: Any, text: str) -> None:
    said = decision(one(made(), text))
    graph = made(said)
    assert [d.found for d in graph.all(model.Decision)] == [True]
    thing = one(graph, text)
    assert (thing.byWording, thing.onlyByWording) == (True, None)
    assert not any(
        set(d.byWording) & {p.id for p in graph.targets(thing, "STATED_IN", model.Passage)}
        for d in graph.all(model.Document)
    )


def test_that_a_theme_of_it_is_dropped_is_no_yes() -> None:
    thanks = one(made(), THANKS)
    graph = made(CodingDecision(theme="neglect", choice="drop", **about(thanks)))
    assert one(graph, THANKS).onlyByWording is True


def test_a_yes_to_another_thing_is_none_to_it() -> None:
    listed = one(made(), LISTED)
    graph = made(CodingDecision(theme="strategy", choice="keep", **about(listed)))
    assert one(graph, THANKS).onlyByWording is True
