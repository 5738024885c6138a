"""The promise ledger (T12, T17): what became of a promise, who could have told of it, and one action with n claims."""

from __future__ import annotations

from collections import Counter

from graph import model
from graph.derive import build
from graph.derive.near import MOST
from graph.memory import Edge, Graph
from graph.records import DocumentRecord, Priority
from tests.graph.made import BRACKENFORD, CODEBOOK, action, record


def promised(text: str = "Hold a conference on neglect with schools in 2023", **values: object) -> DocumentRecord:
    values.setdefault("published", "2023-06")
    values.setdefault("kind", "annual-report")
    return record("first.txt", actions=[action(text, promise=True, status="not-started")], **values)


def later(text: str, status: str, *, promise: bool = False, **values: object) -> DocumentRecord:
    values.setdefault("published", "2024-06")
    values.setdefault("kind", "annual-report")
    return record("second.txt", actions=[action(text, promise=promise, status=status)], **values)


def ledger(*records: DocumentRecord) -> tuple[Graph, list[Edge], list[Edge]]:
    graph = build(records, CODEBOOK)
    return graph, list(graph.edges_of("BECAME")), list(graph.edges_of("LOOKED_FOR_IN"))


def outcome(*records: DocumentRecord) -> tuple[object, object]:
    _, became, looked = ledger(*records)
    return became[0].properties["outcome"] if became else None, looked[0].properties["outcome"] if looked else None


def test_done_under_way_given_up_and_promised_again() -> None:
    told = "Held a conference on neglect with all schools"
    assert outcome(promised(), later(told, "complete-evidence-awaited")) == ("done", "told")
    assert outcome(promised(), later("Preparing a conference on neglect with schools", "under-way"))[0] == "under way"
    assert outcome(promised(), later("The conference on neglect for schools was dropped", "cancelled"))[0] == "given up"
    again = later("Hold the conference on neglect with schools", "not-started", promise=True)
    assert outcome(promised(), again)[0] == "promised again"


def test_a_later_date_is_a_change_that_both_dates_show() -> None:
    _, (edge,), _ = ledger(
        promised(), later("Hold a conference on neglect with schools by March 2025", "not-started", promise=True)
    )
    assert edge.properties["outcome"] == "changed"
    assert edge.properties["change"] == "date: 2023, then March 2025"
    assert edge.properties["certainty"] == "possible"
    assert edge.properties["rule"]
    assert edge.properties["why"]


def test_silent_only_where_the_later_document_could_have_told() -> None:
    other = later("Recruited two nurses for the hub", "complete-evidence-awaited")
    assert outcome(promised(), other) == (None, "silent")
    digest = later("Recruited two nurses", "complete-evidence-awaited", kind="learning-digest")
    assert outcome(promised(), digest) == (None, None)
    assert outcome(promised()) == (None, None)
    elsewhere = record("second.txt", BRACKENFORD, published="2024-06", kind="annual-report")
    assert outcome(promised(), elsewhere) == (None, None)
    earlier = later("Recruited two nurses", "complete-evidence-awaited", published="2022-06")
    assert outcome(promised(), earlier) == (None, None)


def test_what_is_only_near_is_neither_silent_nor_done() -> None:
    graph, became, (looked,) = ledger(
        promised("Consider the design and content of the website from a young person's perspective"),
        later("Young people reviewed the website and wrote content for it", "complete-evidence-awaited"),
    )
    assert became == []
    assert looked.properties["outcome"] == "perhaps told in other words"
    assert graph.get(model.Passage, str(looked.properties["nearest"]))


def test_t17_one_action_claimed_under_several_priorities() -> None:
    texts = ("Recruited an 'Engagement Officer' to add capacity", "Recruited an Engagement Officer")
    told = record(
        "report.txt",
        kind="annual-report",
        published="2024",
        priorities=[Priority(text=f"Priority {n}", quote=f"Priority {n}", number=str(n), line=n) for n in (1, 2, 3)],
        actions=[
            action(text, status="complete-evidence-awaited", priority=str(n))
            for n, text in ((1, texts[0]), (2, texts[0]), (3, texts[1]))
        ],
    )
    graph = build([told], CODEBOOK)
    (one,) = graph.all(model.Action)
    assert len(graph.sources(one, "LED_TO", model.Priority)) == 3


def test_two_actions_that_only_begin_alike_stay_two() -> None:
    told = record(
        "report.txt",
        actions=[
            action("Delivered active learning sessions on neglect", status="complete-evidence-awaited"),
            action("Delivered active learning sessions on planning", status="complete-evidence-awaited"),
            action("Delivered active learning sessions on neglect", status="not-started"),
        ],
    )
    assert len(build([told], CODEBOOK).all(model.Action)) == 3


def test_near_the_same_claims_of_one_document_are_joined_and_not_merged() -> None:
    told = record(
        "report.txt",
        actions=[
            action("Co-produce an annual forward plan with young people for engagement events", promise=True),
            action("An annual forward plan for engagement events will be co-produced with young people", promise=True),
        ],
    )
    graph = build([told], CODEBOOK)
    (edge,) = graph.edges_of("CLAIMED_AGAIN_AS")
    assert edge.properties["certainty"] == "possible"
    assert len(graph.all(model.Action)) == 2


def test_a_promised_test_is_not_silent_where_a_test_of_the_same_is_told() -> None:
    asked = promised("We will audit the use of the bruising protocol by December 2023")
    told = later("An audit of twelve cases looked at the bruising protocol", "complete-evidence-awaited")
    assert outcome(asked, told)[1] == "perhaps told in other words"
    other = later("An audit of twelve cases looked at private fostering", "complete-evidence-awaited")
    assert outcome(asked, other)[1] == "silent"


def test_of_very_many_like_claims_the_nearest_are_joined_and_the_rest_counted() -> None:
    told = record(
        "plan.csv",
        kind="action-tracker",
        actions=[
            action(f"Remind staff of team {n} to record the voice of the child at each contact") for n in range(1, 101)
        ],
    )
    graph = build([told], CODEBOOK)
    claims = list(graph.edges_of("CLAIMED_AGAIN_AS"))
    assert len(graph.all(model.Action)) == 100
    of_each = Counter(edge.target for edge in claims)
    assert len(of_each) == 99
    assert max(of_each.values()) == MOST
    counted = [e for e in claims if "which are not joined to it" in str(e.properties["why"])]
    assert len({e.target for e in counted}) == 99 - MOST
