"""What was replied to a recommendation: told in one way, to whom it answers alone, and never a closing by itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from graph import model
from graph.decisions import StatusDecision
from graph.derive import build
from graph.memory import Graph
from graph.records import Response
from graph.trace.gather import Fact, Thread
from graph.trace.summary import four_sentences
from graph.trace.tell import steps_of
from tests.graph.derive.test_assessed import DAY, PERIOD, doing, per_agency, told
from tests.graph.made import CODEBOOK, recommendation, record, review, span

DONE = ("Issued the checklist to every team.", "complete-evidence-awaited")


def reply(kind: str, author: str | None = "Trust", text: str = "", answers: str | None = "1") -> Response:
    words = text or f"{author or 'We'}: {kind}."
    return Response(text=words, quote=words, kind=kind, author=author, answers=answers, line=9)


def asked_of(graph: Graph) -> model.Recommendation:
    (found,) = graph.all(model.Recommendation)
    return found


def replied(*replies: Response, actions: tuple[Any, ...] = (), decisions: tuple[Any, ...] = ()) -> Graph:
    return build(told(*actions, responses=list(replies)), CODEBOOK, decisions)


def test_a_refusal_is_told_beside_open_and_closes_nothing() -> None:
    asked = asked_of(replied(reply("not accepted")))
    assert asked.replies == ["not accepted, by Trust"]
    assert (asked.response, asked.assessedCode) == ("not accepted", "O-RR")
    assert asked.assessed == "open; answered: not accepted"
    assert asked_of(replied(reply("accepted", None))).replies == ["accepted, by whom is not stated"]
    assert asked_of(replied()).replies == []


def test_what_is_done_beside_a_refusal_is_for_a_person_to_judge_and_not_delivered() -> None:
    done = asked_of(replied(reply("accepted"), actions=(doing(*DONE),)))
    assert done.assessedCode == "O-DE"
    for kind in ("not accepted", "accepted in part", "noted"):
        graph = replied(reply(kind), actions=(doing(*DONE),))
        asked = asked_of(graph)
        assert (asked.assessedCode, asked.assessed) == (None, f"open; {kind}; for a person to judge")
        assert kind in (asked.assessedWhy or "")
        assert [a.replies for a in graph.all(model.Action)] == [[f"{kind}, by Trust"]]


def test_a_reply_of_one_of_those_asked_is_no_reply_of_the_other() -> None:
    graph = replied(reply("not accepted", "Police"))
    assert per_agency(graph, asked_of(graph), "response") == {"Police": "not accepted", "Health": "not stated"}
    longer = replied(reply("not accepted", "Ashmere Police"))
    assert per_agency(longer, asked_of(longer), "response") == {"Police": "not accepted", "Health": "not stated"}
    whose = replied(reply("not accepted", None))  # by whom is not stated: it may be either
    assert set(per_agency(whose, asked_of(whose), "response").values()) == {"not accepted"}


def test_a_reply_to_all_is_told_as_one_to_all_behind_its_own() -> None:
    graph = replied(reply("accepted", "Executive", answers=None), reply("not accepted"))
    assert asked_of(graph).replies == ["not accepted, by Trust", "accepted, by Executive (to all of them)"]


def test_a_person_who_says_that_it_was_answered_does_not_hide_the_refusal() -> None:
    graph = replied(reply("not accepted"))
    said = StatusDecision(thing=asked_of(graph).id, status="O-RR", by="lead agency", on=DAY)
    asked = asked_of(replied(reply("not accepted"), decisions=(said,)))
    assert (asked.response, asked.assessed) == ("not accepted", "open; answered")
    assert asked.replies == ["not accepted, by Trust"]


def test_a_reply_by_number_in_another_document_is_one_to_the_recommendation_whose_words_stand_elsewhere() -> None:
    words = recommendation("The Trust is to end discharge by telephone.", "escalation", ref="3")
    number = recommendation("Recommendation 3; its text is not in this document.", ref="3", stated=False)
    elm: dict[str, Any] = {"completed": span("2019-06-30")}
    report = record("report.txt", reviews=[review("Elm", recommendations=[words], **elm)], **PERIOD)
    letter = record(
        "letter.txt",
        reviews=[review("Elm", recommendations=[number], **elm)],
        responses=[reply("not accepted", answers="3")],
        period=span("2023-04-01"),
    )
    graph = build([report, letter], CODEBOOK)
    assert {asked.stated: asked.response for asked in graph.all(model.Recommendation)} == {
        True: "not accepted",
        False: "not accepted",
    }


def test_the_four_sentences_say_what_was_replied() -> None:
    one, two, three = (Fact("Recommendation", n, f"Ask {n}.", n, *[None] * 5, True, False, None, ()) for n in "123")
    thread = Thread({f.key: f for f in (replace(one, replies=("not accepted, by Trust",)), two, three)})
    alone = Thread({k: f for k, f in thread.facts.items() if f.id == "1"})
    for held, said in ((alone, "Reply: not accepted, by Trust."), (thread, "Replies: 1 not accepted, 2 not stated.")):
        recommended = four_sentences(held, steps_of(held))[0]
        assert recommended.text.endswith(said)
        assert (recommended.short or "").endswith(said)
