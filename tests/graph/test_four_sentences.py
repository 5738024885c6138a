"""The four sentences go by what is assessed, with what is printed beside it; a person's word goes before print."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from graph.trace.gather import Fact, Link, Thread
from graph.trace.model import Summary
from graph.trace.summary import four_sentences
from graph.trace.tell import steps_of

DAY = date(2021, 6, 30)
ASKED = Fact(
    "Recommendation",
    "r1",
    "Use the checklist.",
    "1",
    DAY,
    DAY,
    "review",
    None,
    None,
    True,
    False,
    None,
    (),
    "open",
    "worked out",
)
DONE = Fact(
    "Action",
    "a1",
    "The checklist was issued.",
    "Completed",
    DAY,
    DAY,
    "period",
    None,
    "complete-evidence-awaited",
    True,
    False,
    None,
    (),
    "said to be done; evidence not stated",
    "printed",
)
BY = Link(ASKED.key, "DELIVERED_BY", DONE.key, "", None, None, "probable", "by its number")


def done(*facts: Fact, **shown: Any) -> Summary:
    links = [BY, *([Link(DONE.key, "EVIDENCED_BY", ("Evidence", "e1"), "", None, None, None, None)] if shown else [])]
    thread = Thread(facts={f.key: f for f in facts}, links=links)
    return four_sentences(thread, steps_of(thread))[1]


def test_printed_completed_without_evidence_is_said_to_be_done_and_not_shown() -> None:
    said = done(ASKED, DONE)
    assert said.state == "said to be done"
    assert said.text == (
        "Said to be done: “The checklist was issued.” (30 Jun 2021), printed “Completed”; evidence not stated; "
        "as assessed: open (worked out); no closing record."
    )
    assert (
        said.short
        == "1 action said to be done; evidence not stated; as assessed: open (worked out); no closing record."
    )


def test_where_some_actions_are_only_promised_it_is_said_to_be_done_in_part() -> None:
    promised = replace(DONE, id="a2", text="Staff will be told.", code="not-started", promise=True, assessed=None)
    said = done(ASKED, DONE, promised)
    assert said.state == "said to be done in part"
    assert "1 more promised, under way or with no status stated" in said.short


def test_evidence_counts_for_the_action_it_is_offered_for() -> None:
    proof = Fact("Evidence", "e1", "40 used it.", None, DAY, DAY, None, None, "E2", True, False, None, ())
    other = replace(DONE, id="a2", text="Staff were told.", assessed=None)
    assert "evidence not stated" not in done(ASKED, DONE, proof, shown=True).text
    assert "and 1 more action; evidence not stated for 1 of them" in done(ASKED, DONE, other, proof, shown=True).text


def test_a_person_who_says_it_is_not_done_is_heard_before_print() -> None:
    judged = replace(DONE, code="under-way", assessed="under way", by="learning lead")
    said = done(ASKED, judged)
    assert said.state == "not said to be done"
    assert said.text.startswith(
        "Not said to be done; under way: “The checklist was issued.” (30 Jun 2021), printed “Completed”"
    )


def test_what_is_assessed_is_counted_where_there_is_more_than_one() -> None:
    others = [replace(ASKED, id=f"r{n}", assessed="not stated") for n in (2, 3)]
    assert "as assessed, of 3: 2 not stated (worked out) and 1 open (worked out)" in done(ASKED, *others, DONE).text


def test_every_way_is_said_and_only_many_rare_ones_are_summed() -> None:
    ways = ["open", "open", "open", "overdue", "paused", "rejected"]
    asked = [replace(ASKED, id=f"r{n}", assessed=way) for n, way in enumerate(ways)]
    said = done(*asked, DONE).text
    assert "as assessed, of 6: 3 open (worked out), 1 overdue (worked out), 1 paused (worked out) and 1 rej" in said
    more = [replace(ASKED, id=f"more{n}", assessed=f"way {n}") for n in range(3)]
    assert "1 rejected (worked out) and 3 otherwise" in done(*asked, *more, DONE).text


def test_in_short_the_status_of_actions_is_not_counted_twice() -> None:
    promised = replace(
        DONE, id="a2", text="Staff will be told.", code="not-started", promise=True, assessed="not started"
    )
    told = replace(DONE, assessed="said to be done")
    said = done(told, promised)
    assert "as assessed, of 2: " in said.text
    assert "as assessed" not in said.short
    judged = replace(told, by="learning lead")
    assert "says the learning lead" in done(judged, promised).short


def test_one_closed_recommendation_does_not_close_what_others_say_they_did() -> None:
    record = Fact("StatusEvent", "s1", "Closed.", "closed", DAY, DAY, None, None, "C-IM", True, False, None, ())
    closing = Link(ASKED.key, "HAS_STATUS", record.key, "", None, None, None, None)
    other = replace(DONE, id="a2", text="Staff were told.", assessed=None)

    def told(*facts: Fact) -> Summary:
        thread = Thread(facts={f.key: f for f in (ASKED, DONE, record, *facts)}, links=[BY, closing])
        return four_sentences(thread, steps_of(thread))[1]

    assert told().state == "closed by record"
    assert told(other).state == "closed in part"
    assert "1 closing record; none for 1 other action" in told(other).short
