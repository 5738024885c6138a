"""What people decide reaches the graph, is found again after a new edition, and waits where its words are gone."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from graph import model
from graph.decisions import (
    CodingDecision,
    Decision,
    Evidenced,
    Identity,
    LinkDecision,
    StatusDecision,
    UpdateDecision,
    ValueDecision,
)
from graph.decisions.apply import orphans
from graph.derive import build
from graph.memory import Edge, Graph
from graph.records import DocumentRecord
from tests.graph.made import CODEBOOK, action, finding, recommendation, record, review, span

DAY = date(2024, 3, 2)
WHO: dict[str, Any] = {"by": "learning lead", "on": DAY, "note": "minute 14"}
ASKED = "Strategy discussions are to be held within one working day of every referral."
DONE = "A checklist for strategy discussions has been issued to all teams."
AGAIN = "Strategy discussions were held late, several working days after the referral."


def records(**first: Any) -> list[DocumentRecord]:
    """A review that asked and a report that tells of it, then a later review that found it again."""
    told = {
        "findings": [finding("Strategy discussions were held late.", "strategy", "neglect")],
        "recommendations": [recommendation(ASKED, "strategy", ref="1", addressees=["Police", "Health"])],
    } | first
    asked = review("Elm", completed=span("2019-06-30"), published=span("2019-07-31"), **told)
    later = review("Oak", incident=span("2025-02-01", "2025-02-28"), findings=[finding(AGAIN, "strategy")])
    return [
        record("digest.txt", published="2019-09-01", title="Learning digest", reviews=[asked]),
        record("report.txt", published="2021-10-01", title="Report", actions=[action(DONE, "strategy", ref="7")]),
        record("later.txt", published="2025-09-01", title="Later", reviews=[later]),
    ]


def made(*decisions: Decision, of: list[DocumentRecord] | None = None) -> Graph:
    return build(of or records(), CODEBOOK, decisions)


@pytest.fixture(scope="module")
def plain() -> Graph:
    return made()


def one(graph: Graph, kind: type[Any], text: str) -> Any:
    (found,) = [n for n in graph.all(kind) if text in (getattr(n, "text", None) or n.name)]
    return found


def asked_of(graph: Graph) -> model.Recommendation:
    found: model.Recommendation = one(graph, model.Recommendation, ASKED)
    return found


def edges(graph: Graph, type_: str) -> list[Edge]:
    return list(graph.edges_of(type_))


def about(graph: Graph, node: Any) -> dict[str, Any]:
    return {e.target: e.properties["state"] for e in graph.edges_from(node, "ABOUT")}


def events(graph: Graph, node: Any) -> list[model.StatusEvent]:
    return graph.targets(node, "HAS_STATUS", model.StatusEvent)


def test_themes_are_confirmed_dropped_and_added(plain: Graph) -> None:
    thing = one(plain, model.Finding, "held late.")
    said = {"thing": thing.id, "document": "Learning digest", "quote": thing.text}
    graph = made(
        CodingDecision(theme="strategy", choice="keep", **said, **WHO),
        CodingDecision(theme="neglect", choice="drop", **said, **WHO),
        CodingDecision(theme="escalation", choice="add", polarity="barrier", **said, **WHO),
    )
    again = one(graph, model.Finding, "held late.")
    assert about(graph, again) == {"strategy": "confirmed", "escalation": "confirmed"}
    assert about(plain, thing) == {"strategy": "suggested", "neglect": "suggested"}
    assert again.polarity == "barrier"
    assert {d.name for d in graph.all(model.Decision)} == {
        "theme confirmed: Strategy discussions",
        "theme dropped: Neglect",
        "theme added: Escalation",
    }


def test_a_decision_can_be_quoted_and_is_no_published_document(plain: Graph) -> None:
    graph = made(StatusDecision(thing=asked_of(plain).id, status="C-IN", **WHO))
    (event,) = events(graph, asked_of(graph))
    (passage,) = graph.targets(event, "STATED_IN", model.Passage)
    assert passage.quote == ("Decided by learning lead, 2024-03-02: closed; done and not shown to work. minute 14")
    (document,) = graph.targets(passage, "OF", model.Document)
    assert document.kind == "decisions"
    assert [p.name for p in graph.targets(document, "TELLS_OF", model.Partnership)] == [
        "Ashmere Safeguarding Children Partnership"
    ]
    (decision,) = graph.all(model.Decision)
    assert graph.targets(decision, "DECIDES", model.Recommendation) == [asked_of(graph)]
    # What was said before stands as it stood: the recommendation's own passage is still the only one it is stated in.
    assert len(graph.targets(asked_of(graph), "STATED_IN", model.Passage)) == 1


def test_only_a_closed_code_closes_and_a_later_open_one_opens_again(plain: Graph) -> None:
    thing = asked_of(plain).id
    closed = StatusDecision(thing=thing, status="C-IN", **WHO)
    delivered = StatusDecision(thing=thing, status="O-DE", **WHO)
    opened = StatusDecision(thing=thing, status="O-RO", by="scrutineer", on=date(2025, 9, 1), note="seen again")
    assert [e.closes for e in events(made(delivered), asked_of(plain))] == [False]
    assert [e.closes for e in events(made(closed), asked_of(plain))] == [True]
    for order in ((closed, opened), (opened, closed)):
        told = sorted(events(made(*order), asked_of(plain)), key=lambda e: str(e.dateFrom))
        assert [(e.status, e.closes, e.reopenedOn) for e in told] == [
            ("C-IN", False, date(2025, 9, 1)),
            ("O-RO", False, None),
        ]


def test_closed_for_one_of_those_asked_is_not_closed_until_it_is_for_all(plain: Graph) -> None:
    thing = asked_of(plain).id
    police, health = (
        StatusDecision(thing=thing, status="C-IN", addressee=name, **WHO) for name in ("Police", "Health")
    )
    assert [e.closes for e in events(made(police), asked_of(plain))] == [False]
    assert sorted(e.closes for e in events(made(police, health), asked_of(plain))) == [False, True]


def test_closing_by_record_makes_what_is_seen_later_seen_after_closure(plain: Graph) -> None:
    def again(graph: Graph) -> set[tuple[Any, Any]]:
        later = one(graph, model.Finding, AGAIN)
        found = [e for e in graph.edges_from(asked_of(graph), "RECURS_IN") if e.target == later.id]
        return {(e.properties["type"], e.properties["closure"]) for e in found}

    assert again(plain) == {("R5", "none stated")}
    done = StatusDecision(thing=asked_of(plain).id, status="O-DE", **WHO)
    assert again(made(done)) == {("R5", "none stated")}
    closed = StatusDecision(thing=asked_of(plain).id, status="C-IN", **WHO)
    assert again(made(closed)) == {("R3", "closed by record")}
    opened = StatusDecision(thing=closed.thing, status="O-RO", by="scrutineer", on=date(2024, 6, 1), note="call-in")
    assert again(made(closed, opened)) != {("R3", "closed by record")}
    after = opened.model_copy(update={"on": date(2025, 12, 1)})  # opened because it was seen again
    assert again(made(closed, after)) == {("R3", "closed by record")}


@pytest.mark.parametrize(
    ("status", "why"),
    [("C-IE", "evidence"), ("C-SU", "takes it over"), ("O-RO", "reason"), ("C-NI", "reason")],
)
def test_a_status_without_what_it_needs_waits_and_closes_nothing(plain: Graph, status: Any, why: str) -> None:
    graph = made(StatusDecision(thing=asked_of(plain).id, status=status, by="partners", on=DAY))
    assert events(graph, asked_of(graph)) == []
    (waiting,) = orphans(graph)
    assert why in (waiting.reason or "")


def test_evidence_that_is_offered_can_carry_a_closing(plain: Graph) -> None:
    thing = asked_of(plain).id
    audit = Evidenced(thing=thing, text="An audit of 30 cases found 28 in time.", grade="E3", where="file 9", **WHO)
    course = Evidenced(thing=thing, text="146 people attended.", grade="E1", **WHO)
    graph = made(audit, course)
    offered = {e.grade: e.id for e in graph.targets(asked_of(graph), "EVIDENCED_BY", model.Evidence)}
    assert set(offered) == {"E1", "E3"}
    closed = StatusDecision(thing=thing, status="C-IE", evidence=[offered["E3"]], **WHO)
    graph = made(audit, course, closed)
    (event,) = [e for e in events(graph, asked_of(graph)) if e.closes]
    assert [e.grade for e in graph.targets(event, "RESTS_ON", model.Evidence)] == ["E3"]
    weak = closed.model_copy(update={"evidence": [offered["E1"]]})
    assert not [e for e in events(made(audit, course, weak), asked_of(graph)) if e.closes]


def test_links_are_confirmed_or_never_added_again(plain: Graph) -> None:
    rec, act = asked_of(plain), one(plain, model.Action, DONE)
    later = one(plain, model.Finding, AGAIN)
    link: dict[str, Any] = {"thing": rec.id, "relation": "DELIVERED_BY", "other": act.id}
    yes = made(LinkDecision(choice="yes", **link, **WHO))
    (edge,) = edges(yes, "DELIVERED_BY")
    assert (edge.properties["certainty"], edge.properties["rule"]) == ("confirmed", "a person decided")
    assert edges(made(LinkDecision(choice="no", **link, **WHO)), "DELIVERED_BY") == []
    back = LinkDecision(choice="yes", by="learning lead", on=date(2024, 5, 1), **link)
    assert len(edges(made(back, LinkDecision(choice="no", **link, **WHO)), "DELIVERED_BY")) == 1
    again: dict[str, Any] = {"thing": rec.id, "relation": "RECURS_IN", "other": later.id}
    confirmed = made(LinkDecision(choice="yes", **again, **WHO))
    assert {e.properties["certainty"] for e in confirmed.edges_from(rec, "RECURS_IN")} == {"confirmed"}
    rejected = made(LinkDecision(choice="no", **again, **WHO))
    assert rejected.edges_from(rec, "RECURS_IN") == []
    assert [e.properties["certainty"] for e in rejected.edges_from(rec, "NOT_RECURRING_IN")] == ["rejected"]


def test_a_corrected_incident_dates_the_learning_and_what_was_printed_stays(plain: Graph) -> None:
    elm = one(plain, model.Review, "Elm")
    graph = made(ValueDecision(thing=elm.id, field="incident", value="2018-09", was=None, **WHO))
    (case,) = graph.targets(graph.get(model.Review, elm.id), "EXAMINES", model.Case)  # type: ignore[arg-type]
    assert (case.incidentFrom, case.incidentTo, case.incidentBasis, case.incidentPrinted) == (
        date(2018, 9, 1),
        date(2018, 9, 30),
        "by a person",
        None,
    )
    learnt = one(graph, model.Finding, "held late.")
    assert (learnt.datedTo, learnt.dateBasis) == (date(2018, 9, 30), "incident")


def test_a_due_date_that_moves_leaves_the_earlier_one(plain: Graph) -> None:
    of = [record("r.txt", actions=[action(DONE, due="2021-03-31", due_printed="end of March", leads=["Police"])])]
    act = one(made(of=of), model.Action, DONE)
    graph = made(
        ValueDecision(thing=act.id, field="due", value=date(2021, 9, 30), was="2021-03-31", **WHO),
        ValueDecision(thing=act.id, field="leads", value=["Health", "Education"], **WHO),
        UpdateDecision(thing=act.id, text="Half of the teams have it.", **WHO),
        of=of,
    )
    moved = one(graph, model.Action, DONE)
    assert (moved.due, moved.duePrinted, moved.previousDue) == ("2021-09-30", "end of March", ["2021-03-31"])
    assert [a.name for a in graph.targets(moved, "ADDRESSED_TO", model.Agency)] == ["Health", "Education"]
    assert moved.updates == ["2024-03-02: Half of the teams have it. (learning lead)"]
    assert {(d.field, d.was) for d in graph.all(model.Decision) if d.field == "due"} == {("due", "2021-03-31")}


@pytest.mark.parametrize(("field", "value"), [("incident", "soon"), ("text", "Other words.")])
def test_what_cannot_be_corrected_waits_with_a_reason(plain: Graph, field: str, value: str) -> None:
    graph = made(ValueDecision(thing=one(plain, model.Review, "Elm").id, field=field, value=value, **WHO))
    (waiting,) = orphans(graph)
    assert waiting.reason
    assert one(graph, model.Review, "Elm") == one(plain, model.Review, "Elm")


def test_a_new_edition_is_found_by_the_words_and_other_words_are_not(plain: Graph) -> None:
    thing = asked_of(plain)
    closed = StatusDecision(thing=thing.id, document="Learning digest", quote=thing.text, status="C-IN", **WHO)
    renumbered = records(recommendations=[recommendation(ASKED, "strategy", ref="4")])
    graph = made(closed, of=renumbered)
    assert asked_of(graph).id != thing.id
    assert [e.closes for e in events(graph, asked_of(graph))] == [True]
    assert orphans(graph) == []
    other = "Every child is to be seen alone, at home and without the parents, in each visit."
    rewritten = made(closed, of=records(recommendations=[recommendation(other, "neglect", ref="1")]))
    assert one(rewritten, model.Recommendation, other).id == thing.id  # the same number, other words
    assert not [e for e in rewritten.all(model.StatusEvent) if e.closes]
    assert [d.reason for d in orphans(rewritten)] == ["its words have changed since it was decided"]


def test_what_is_nowhere_waits_and_is_kept(plain: Graph) -> None:
    lost = CodingDecision(
        thing="x:finding:1", quote="No such words are printed.", theme="neglect", choice="keep", **WHO
    )
    pair = Identity(kind="same", one="nowhere", other="no case")
    graph = made(lost, pair)
    assert sorted(d.kind for d in orphans(graph)) == ["coding", "same"]
    assert all(graph.targets(d, "STATED_IN", model.Passage) for d in orphans(graph))


def test_the_same_decisions_in_any_order_give_the_same_graph(plain: Graph) -> None:
    thing = one(plain, model.Finding, "held late.").id
    told: list[Decision] = [
        CodingDecision(thing=thing, theme="strategy", choice="keep", **WHO),
        StatusDecision(thing=asked_of(plain).id, status="O-DE", **WHO),
        Evidenced(thing=asked_of(plain).id, text="An audit found it in use.", grade="E3", **WHO),
    ]
    one_way, other_way = made(*told, *told), made(*reversed(told))
    assert one_way.nodes.keys() == other_way.nodes.keys()
    assert all(one_way.nodes[label] == other_way.nodes[label] for label in one_way.nodes)
    assert one_way.edges.keys() == other_way.edges.keys()
