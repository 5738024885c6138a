"""Reply, delivery, evidence and effect as assessed: for everybody asked, never closed by a rule, silence not filled."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from graph import model
from graph.decisions import Decision, Evidenced, StatusDecision
from graph.decisions.statuses import CLOSING_PRINTED, closes, statuses
from graph.derive import build
from graph.memory import Graph
from graph.records import DocumentRecord, Evidence
from tests.graph.made import CODEBOOK, action, recommendation, record, review, span

ASKED = "Every team is to use the escalation checklist when agencies disagree."
DAY = date(2022, 3, 2)
PERIOD: dict[str, Any] = {"period": span("2021-04-01", "2022-03-31"), "kind": "annual-report"}


def told(*actions: Any, asked_of: tuple[str, ...] = ("Police", "Health"), **about: Any) -> list[DocumentRecord]:
    asked = recommendation(ASKED, "escalation", ref="1", addressees=list(asked_of))
    review_ = review("Elm", completed=span("2019-06-30"), recommendations=[asked], actions=list(actions))
    return [record("report.txt", reviews=[review_], **(PERIOD | about))]


def doing(text: str, status: str, **values: Any) -> Any:
    return action(text, recommendation="1", status=status, **values)


def made(records: list[DocumentRecord], *decisions: Decision) -> tuple[Graph, model.Recommendation]:
    graph = build(records, CODEBOOK, decisions)
    (asked,) = graph.all(model.Recommendation)
    return graph, asked


def per_agency(graph: Graph, asked: model.Recommendation, name: str) -> dict[str, Any]:
    return {
        graph.nodes["Agency"][e.target].name: e.properties.get(name) for e in graph.edges_from(asked, "ADDRESSED_TO")
    }


def test_silence_is_not_stated_in_all_four_answers() -> None:
    graph, asked = made(told())
    assert (asked.response, asked.delivery, asked.shown, asked.effect) == (
        "not stated",
        "not stated",
        None,
        "not stated",
    )
    assert (asked.assessedCode, asked.assessed, asked.assessedBy) == ("NS", "not stated", "worked out")
    assert per_agency(graph, asked, "assessedCode") == {"Police": "NS", "Health": "NS"}


def test_all_done_and_no_test_is_delivered_with_its_test_due_and_not_closed() -> None:
    done = doing("Issued the checklist to every team.", "complete-evidence-awaited", status_printed="Complete")
    graph, asked = made(told(done))
    assert (asked.delivery, asked.assessedCode) == ("said to be done", "O-DE")
    assert asked.assessed == "open; delivered and its effect not yet tested"
    assert not any(e.closes for e in graph.all(model.StatusEvent))
    (did,) = graph.all(model.Action)
    assert (did.assessedCode, did.assessedBy, did.statusPrinted) == ("complete-evidence-awaited", "printed", "Complete")


def test_part_done_is_said_so_and_waits_for_a_person() -> None:
    _, asked = made(
        told(
            doing("Issued the checklist.", "complete-evidence-awaited"),
            doing("Audit of its use to follow.", "not-started", promise=True),
        )
    )
    assert (asked.delivery, asked.assessedCode) == ("said to be done in part", None)
    assert "person" in (asked.assessedWhy or "")


def test_each_agency_answers_for_the_actions_it_leads() -> None:
    graph, asked = made(
        told(
            doing("Issued the checklist to officers.", "complete-evidence-awaited", leads=["Police"]),
            doing("Train ward staff in its use.", "under-way", leads=["Health"]),
        )
    )
    assert per_agency(graph, asked, "delivery") == {"Police": "said to be done", "Health": "under way"}
    assert asked.delivery == "said to be done in part"
    assert per_agency(graph, asked, "assessedCode") == {"Police": "O-DE", "Health": None}


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"previous_due": ["2020-03", "2020-09"], "due": "2022-12"}, "moved 2 times"),
        ({"due": "2020-01-31"}, "more than 12 months"),
    ],
)
def test_put_off_for_long_may_be_suggested_as_unacceptable(values: dict[str, Any], why: str) -> None:
    _, asked = made(told(doing("Issue the checklist.", "under-way", **values)))
    assert (asked.assessedCode, asked.assessedBy) == ("O-UN", "worked out")
    assert why in (asked.assessedWhy or "")


def test_a_due_date_before_the_time_told_is_overdue_only_where_it_is_not_done() -> None:
    late = doing("Issue the checklist.", "under-way", due="2021-02-28")
    done = doing("Issued a poster.", "complete-evidence-awaited", due="2021-02-28")
    soon = doing("Hold a conference.", "under-way", due="2021-06-30")
    graph, _ = made(told(late, done, soon))
    codes = {a.text: a.assessedCode for a in graph.all(model.Action)}
    assert codes == {
        "Issue the checklist.": "overdue",
        "Issued a poster.": "complete-evidence-awaited",
        "Hold a conference.": "under-way",
    }


def test_what_a_person_says_comes_first_and_what_is_printed_stays() -> None:
    done = doing("Issued the checklist.", "complete-evidence-awaited", status_printed="Green")
    graph, asked = made(told(done))
    (did,) = graph.all(model.Action)
    graph, asked = made(
        told(done),
        StatusDecision(thing=asked.id, status="O-PA", by="partners", on=DAY, note="wards are missing"),
        StatusDecision(thing=asked.id, status="C-IN", addressee="Police", by="partners", on=DAY, note="minute 3"),
        StatusDecision(thing=did.id, status="under-way", by="learning lead", on=DAY),
    )
    assert (asked.assessedCode, asked.assessedBy, asked.assessedWhy) == ("O-PA", "partners", "wards are missing")
    assert per_agency(graph, asked, "assessedCode") == {"Police": "C-IN", "Health": "O-PA"}
    (did,) = graph.all(model.Action)
    assert (did.assessedCode, did.assessedBy, did.statusPrinted) == ("under-way", "learning lead", "Green")
    assert asked.delivery == "under way"


def test_a_printed_closing_record_is_closed_on_what_is_shown() -> None:
    closed = "Closed by the Executive on 3 February 2022."
    asked = recommendation(ASKED, "escalation", ref="1", status_printed=closed, status="complete-evidence-awaited")
    audit = Evidence(text="A dip sample of 20 cases found the checklist in use.", quote="A dip sample", grade="E3")
    elm = review("Elm", completed=span("2019-06-30"), recommendations=[asked])
    _, plain = made([record("report.txt", reviews=[elm], **PERIOD)])
    assert (plain.assessedCode, plain.assessedBy) == ("C-IN", CLOSING_PRINTED)
    shown = doing("Issued the checklist.", "complete-evidenced", evidence=[audit])
    elm = review("Elm", completed=span("2019-06-30"), recommendations=[asked], actions=[shown])
    _, better = made([record("report.txt", reviews=[elm], **PERIOD)])
    assert (better.assessedCode, better.shown) == ("C-IE", "E3")


def test_evidence_that_a_person_offers_is_shown_and_closes_nothing() -> None:
    _, asked = made(told())
    _, asked = made(told(), Evidenced(thing=asked.id, text="Audit.", grade="E4", by="quality group", on=DAY))
    assert (asked.shown, asked.assessedCode) == ("E4", "NS")


def test_no_closed_code_is_ever_worked_out() -> None:
    """Over every mix of two statuses, with and without dates: only people and printed records close."""
    kinds = [code for code, status in statuses().items() if status.of == "action"]
    for one in kinds:
        for other in kinds:
            first = doing("Issue the checklist.", one, due="2020-01-31", previous_due=["2019-01", "2019-06"])
            graph, asked = made(told(first, doing("Train all staff.", other)))
            every: list[Any] = [asked, *graph.all(model.Action)]
            assert not [n for n in every if n.assessedCode and closes(n.assessedCode)]


def test_printed_as_evidenced_with_no_evidence_is_no_more_than_said_to_be_done() -> None:
    told_so = doing("Issued the checklist to every team.", "complete-evidenced", status_printed="Complete, evidenced")
    graph, asked = made(told(told_so))
    (action_,) = graph.all(model.Action)
    assert (action_.status, action_.statusPrinted) == ("complete-evidenced", "Complete, evidenced")
    assert (action_.stands, action_.assessedBy) == ("complete-evidence-awaited", "worked out")
    assert asked.delivery == "said to be done"
