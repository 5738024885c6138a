"""The questions about closure, clocks, services and views, against golden rows on both engines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from graph.questions import ask, questions
from graph.store import Store, open_store
from tests.engines import clear
from tests.graph.small import ENGINES, without_runs
from tests.status_graph import ASKED_OF_STATUS_GRAPH, status_graph


@pytest.fixture(scope="module", params=ENGINES)
def status_store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store that holds the status graph; nothing writes to it."""
    graph, run = without_runs(status_graph())
    if request.param == "neo4j":
        server = request.getfixturevalue("neo4j_server")
        clear(server)
        opened = open_store(**server)
    else:
        opened = open_store(str(tmp_path_factory.mktemp("status") / "collection"))
    with opened as store:
        store.sync(graph, collection=run.collection, run=run)
        yield store


def picked(store: Store, id_: str, *columns: str, **params: str) -> list[tuple[Any, ...]]:
    return [tuple(row[c] for c in columns) for row in ask(store, id_, params).rows]


ASHMERE, BRACKENFORD = "Ashmere Safeguarding Children Partnership", "Brackenford Safeguarding Children Partnership"
NEEDED = {
    "said-before": {"text": "Staff should have training on neglect"},
    "tackled-elsewhere": {"theme": "step-down"},
    "recommendations-of-review": {"review": "Elm"},
}


@pytest.mark.parametrize("id_", sorted(ASKED_OF_STATUS_GRAPH))
def test_every_row_has_its_evidence(status_store: Store, id_: str) -> None:
    answer = ask(status_store, id_, NEEDED.get(id_, {}))
    assert answer.rows, f"no row of {id_}: give the status graph such a fact, or NEEDED what the question takes"
    for row in answer.rows:
        assert row["evidence"], row
        for item in row["evidence"]:
            assert item["document"]
            assert item["quote"]
            assert item["line"]
    assert all(count > 0 for count in answer.denominator.values())
    assert answer.caveats


NOTHING = {
    "said-before": {"text": "bananas"},
    "tackled-elsewhere": {"theme": "fathers"},
    "overdue-actions": {"partnership": "brackenford"},
    "recommendations-of-review": {"review": "Bay"},
    "closed-on-outputs": {"theme": "fathers"},
    "differing-judgements": {"theme": "fathers"},
    "agency-types-by-theme": {"partnership": "brackenford"},
    "statutory-timescales": {"review": "Bay", "partnership": "ashmere"},
    "closure-checklist": {"text": "bananas"},
    "difference-for-children": {"theme": "neglect"},
    "impact-section": {"theme": "fathers"},
    "panel-feedback": {"partnership": "brackenford"},
    "missing-links": {"partnership": "brackenford"},
    "known-to-services": {"theme": "fathers"},
}


@pytest.mark.parametrize("id_", sorted(ASKED_OF_STATUS_GRAPH))
def test_an_empty_answer_says_why_in_words_of_its_own(status_store: Store, id_: str) -> None:
    assert id_ in NOTHING, f"give NOTHING parameters with which {id_} has no rows"
    answer = ask(status_store, id_, NOTHING[id_])
    assert answer.rows == []
    assert questions()[id_].empty, f"cypher/{id_}.cypher: say in its header, as `empty`, why there may be no rows"
    assert answer.empty.startswith(questions()[id_].empty)


def test_closed_on_outputs(status_store: Store) -> None:
    """Closed only where a record says so; done with an audit behind it is not here; a later test is told."""
    columns = ("text", "closure", "shown", "means", "tested_since")
    said = [
        ("A step-down checklist was issued.", "said to be done", "nothing", "tool or checklist"),
        ("Training on neglect was delivered.", "said to be done", "done", "train"),
    ]
    closed = ("All staff are to have training on neglect.", "closed by record", "done", None, [])
    assert picked(status_store, "closed-on-outputs", *columns) == [
        closed,
        (*said[0], ["Audit of step-down, February 2022"]),
        (*said[1], []),
    ]
    assert picked(status_store, "closed-on-outputs", *columns, as_of="2021-06-01") == []  # published in October
    assert picked(status_store, "closed-on-outputs", *columns, as_of="2021-12-31") == [
        closed,
        *((*row, []) for row in said),
    ]


def test_t9_two_views_need_two_authors(status_store: Store) -> None:
    columns = ("view_by", "other_by", "kind", "printed_in", "dual_role", "themes", "certainty")
    assert picked(status_store, "differing-judgements", *columns) == [
        (
            "Independent Scrutineer",
            ASHMERE,
            "two authors",
            "as reported by the partnership",
            "chair and scrutineer, as signed in the same document",
            ["Neglect"],
            "possible",
        ),
        (
            "Independent Scrutineer",
            "Independent Chair and Scrutineer",
            "same author, two emphases",
            "as reported by the partnership",
            "chair and scrutineer",
            ["Neglect"],
            "possible",
        ),
    ]
    for row in ask(status_store, "differing-judgements").rows:
        assert [item["side"] for item in row["evidence"]] == ["view", "other"]


def test_services_stand_in_the_order_of_the_alphabet(status_store: Store) -> None:
    columns = ("service", "theme", "asked", "to_improve", "done_well", "reviews")
    rows = picked(status_store, "agency-types-by-theme", *columns)
    assert rows == [
        ("Police", "fathers", 0, 1, 0, 1),
        ("Police", "neglect", 1, 0, 0, 0),
        ("Police", "step-down", 1, 0, 0, 1),
        ("Social care", "step-down", 0, 1, 0, 1),
        ("Social care", "supervision", 0, 0, 1, 1),
    ]
    assert picked(status_store, "agency-types-by-theme", *columns, agency_type="police", theme="practice") == [
        rows[0],
        rows[2],
    ]
    assert set(picked(status_store, "agency-types-by-theme", "confirmed")) == {(0,)}  # nobody has looked at any


def test_statutory_timescales(status_store: Store) -> None:
    columns = ("review", "kind", "working_days", "least", "most", "verdict", "not_stated")
    assert picked(status_store, "statutory-timescales", *columns, partnership="ashmere") == [
        ("RR Oak", "rapid review", 25, 25, 25, "over", []),
        ("RR Yew", "rapid review", None, 1, 21, "cannot tell", []),
        ("RR Elm", "rapid review", None, None, None, "not stated", ["notification", "completion"]),
        ("Yew", "practice review", None, None, None, "over", []),
    ]
    assert picked(status_store, "statutory-timescales", "review", "started_to", "ended_from", review="Yew") == [
        ("RR Yew", "2019-05-31", "2019-06-03"),
        ("Yew", "2019-06-03", "2020-07-01"),
    ]


def test_overdue_actions(status_store: Store) -> None:
    columns = ("action", "leads", "due", "days_late", "times_moved")
    conference = "A neglect conference will be held by March 2021."
    assert picked(status_store, "overdue-actions", *columns, as_of="2021-10-31") == [
        (conference, ["Ashmere Police"], "2021-03-31", 214, 1)
    ]
    assert picked(status_store, "overdue-actions", *columns, as_of="2021-06-30") == []  # told in October
    assert picked(status_store, "overdue-actions", *columns, as_of="2021-03-31") == []
    assert [row[0] for row in picked(status_store, "overdue-actions", "action")] == [conference]  # today
    assert len(picked(status_store, "overdue-actions", "action", as_of="2031")) == 2


def test_closure_checklist_puts_contrary_signs_first(status_store: Store) -> None:
    columns = ("item", "met", "answer")
    assert picked(status_store, "closure-checklist", *columns, text="checklist is to be used") == [
        ("contrary sign", "against", "The checklist was not used in half of the cases."),
        ("who is to act", "yes", "Ashmere Police"),
        ("reply", "against", "Ashmere Police do not accept this one."),
        ("reply", "partly", "The Executive noted the recommendations."),
        ("what is to be different", "not stated", "what will be different for children is not stated"),
        ("done", "yes", "A step-down checklist was issued."),
        ("shown", "not stated", "no evidence is offered"),
        ("tested", "yes", "Audit of step-down"),
        ("held", "not stated", "no later test shows it better"),
        ("closing record", "not stated", "no closing record"),
        ("scrutiny view", "not stated", "no view of the scrutineer is recorded"),
    ]
    closed = dict(picked(status_store, "closure-checklist", "item", "answer", text="r3"))
    assert closed["closing record"] == "closed, minute 11"
    assert closed["shown"] == "An audit found monthly records."
    assert closed["contrary sign"] == "none found in the loaded documents"
    assert closed["what is to be different"] == "Families see one worker all the way."
    before = dict(picked(status_store, "closure-checklist", "item", "answer", text="r3", as_of="2020-06-30"))
    assert before["closing record"] == "no closing record"
    assert before["shown"] == "no evidence is offered"
    old = picked(status_store, "closure-checklist", "item", "detail", text="r3", as_of="2022-12-31")
    assert ("shown", "practice tested, older than 12 months") in old
    every = picked(status_store, "closure-checklist", "recommendation", "item")
    assert len({text for text, _ in every}) == 7  # four recommendations, three actions with none behind them


def test_difference_for_children(status_store: Store) -> None:
    """T10: only what tested practice or reached children; the contrary result comes first."""
    columns = ("shown", "strength", "direction", "because_of", "link")
    unused, heard, audited = (
        (
            "The checklist was not used in half of the cases.",
            "practice tested",
            "not yet",
            "A step-down checklist was issued.",
            "probable",
        ),
        (
            "Parents told us they felt heard.",
            "better for children",
            "as printed",
            "A step-down panel now meets every week.",
            "as printed",
        ),
        (
            "An audit found monthly records.",
            "practice tested",
            "as printed",
            "Supervision records were introduced.",
            "as printed",
        ),
    )
    assert (
        picked(status_store, "difference-for-children", *columns)
        == [
            (*unused[:3], "A step-down checklist is to be used in every case.", "probable"),  # seen again by the audit
            unused,
            (*unused[:3], "RR Elm", "probable"),  # the audit follows the review up
            heard,
            audited,
        ]
    )
    assert picked(status_store, "difference-for-children", "shown", "old", as_of="2021-12-31") == [
        (heard[0], True),
        (audited[0], False),
    ]
    empty = ask(status_store, "difference-for-children", {"theme": "neglect"})
    assert empty.rows == []
    assert "who was reached, or only said so" in empty.empty


def test_promises_and_what_became_of_them(status_store: Store) -> None:
    """T12: told later, silent where a later report could have told, else no later document."""
    columns = ("promise", "outcome", "later", "told_in", "certainty")
    conference = "A neglect conference will be held by March 2021."
    assert picked(status_store, "promises", *columns) == [(conference, "silent", None, "audit22", "possible")]
    assert picked(status_store, "promises", *columns, as_of="2021-12-31") == [
        (conference, "no later document", None, None, "as printed")
    ]
    (row,) = ask(status_store, "promises", {}).rows
    assert (row["under"], row["claims"], row["due"]) == (["Neglect"], 1, "2021-03")
    assert [item["side"] for item in row["evidence"]] == ["promised"]


def test_what_changed_since_a_day(status_store: Store) -> None:
    columns = ("change", "what", "detail")
    told = picked(status_store, "what-changed", *columns, since="2021-06-11")
    # The report published in October tells of what was done and closed before.
    done = "as printed, “completed”: said to be done"
    assert told == [
        ("new document", "report21", "annual report"),
        ("new document", "audit22", "kind not known"),
        ("newly loaded", "digest19", "learning digest"),
        ("newly loaded", "other20", "learning digest"),
        *(("closed", f"closed, minute {day}", "as printed: closed by record") for day in (10, 11)),
        *(
            ("status", text, done)
            for text in (
                "A step-down checklist was issued.",
                "Supervision records were introduced.",
                "Training on neglect was delivered.",
            )
        ),
        ("reply", "Ashmere Police do not accept this one.", "not accepted, by Ashmere Police"),
        ("evidence", "60 staff attended.", "done"),
        ("evidence", "An audit found monthly records.", "practice tested"),
        ("evidence", "Staff now recognise neglect early.", "said so"),
        ("date moved", "A neglect conference will be held by March 2021.", "was 2020-10, now 2021-03"),
        ("seen again", "The checklist was not used in half of the cases.", "probable"),
        (
            "promise",
            "A neglect conference will be held by March 2021.",
            "silent: audit22 could have told of it",
        ),
    ]
    since = picked(status_store, "what-changed", *columns, since="2021-10-02")
    assert [row[0] for row in since] == ["new document", *["newly loaded"] * 3, "seen again", "promise"]
    answer = ask(status_store, "what-changed", {"since": "2021-06-11"})
    assert all(row["evidence"] for row in answer.rows)
    nothing = ask(status_store, "what-changed", {"since": "2040"})
    assert nothing.rows == []
    assert nothing.empty.startswith("Nothing in the loaded documents can be dated on or after this day.")


def test_said_before_takes_a_draft(status_store: Store) -> None:
    answer = ask(status_store, "said-before", {"text": "Use a checklist at step-down"})
    assert [(r["said"], r["kind"], r["shared_words"], r["closure"], r["seen_again"]) for r in answer.rows] == [
        (
            "A step-down checklist is to be used in every case.",
            "recommendation",
            ["checklist", "step", "down"],
            "said to be done",
            1,
        ),
        ("A step-down checklist was issued.", "action", ["checklist", "step", "down"], "said to be done", 0),
        ("A step-down panel now meets every week.", "action", ["step", "down"], "not stated", 0),
    ]
    assert answer.params["words"] == ["checklist", "step", "down"]
    trained = picked(
        status_store, "said-before", "said", "shared_themes", "closure", text="Staff need neglect training"
    )
    assert trained[0] == ("All staff are to have training on neglect.", ["Neglect"], "closed by record")
    columns = ("closure", "seen_again")
    before = picked(
        status_store, "said-before", *columns, text="All staff are to have training on neglect.", as_of="2021-06-09"
    )
    assert before[0][0] != "closed by record"  # closed on the day after
    early = picked(status_store, "said-before", *columns, text="Use a checklist at step-down", as_of="2020-06-30")
    assert early[0][1] == 0  # the audit that found it wanting came later


def test_tackled_elsewhere_leaves_our_own_out(status_store: Store) -> None:
    columns = ("partnership", "kind", "means", "shown")
    theirs = (BRACKENFORD, "under way", "change process, role or commissioning", "better for children")
    assert picked(status_store, "tackled-elsewhere", *columns, theme="step-down") == [
        (ASHMERE, "said to be done", "tool or checklist", "nothing"),
        theirs,
    ]
    answer = ask(status_store, "tackled-elsewhere", {"theme": "step-down", "partnership": "Ashmere"})
    assert [tuple(row[c] for c in columns) for row in answer.rows] == [theirs]
    assert answer.denominator == {"partnerships": 2, "actions": 6}


def test_recommendations_of_review(status_store: Store) -> None:
    """T20: a recommendation whose text is nowhere is told as such; nothing is made up to fill the gap."""
    columns = ("ref", "published", "closure", "shown", "gap", "seen_again")
    assert picked(status_store, "recommendations-of-review", *columns, review="EM") == [
        ("1", True, "said to be done", "nothing", None, 1),
        ("2", True, "closed by record", "done", None, 0),
        ("3", True, "closed by record", "practice tested", None, 0),
        (None, False, "none stated", "nothing", "its text is not in the loaded documents", 0),
    ]
    told = [due for (due,) in picked(status_store, "recommendations-of-review", "due", review="EM")]
    assert told == ["within six months", "March 2020", None, None]


def test_impact_section_grades_every_line(status_store: Store) -> None:
    columns = ("part", "line", "shows")
    assert picked(status_store, "impact-section", *columns, partnership="ashmere", to="2021-12-31") == [
        ("done", "A step-down checklist was issued.", "done"),
        ("done", "Supervision records were introduced.", "done"),
        ("done", "Training on neglect was delivered.", "done"),
        ("impact as printed", "Staff now recognise neglect early.", "said so"),
        ("impact as printed", "60 staff attended.", "done"),
        ("impact as printed", "An audit found monthly records.", "practice tested"),
        ("scrutiny view", "Neglect is recognised early by strong leaders.", "a view"),
        ("scrutiny view", "It is not yet shown that neglect is recognised early.", "a view"),
        ("still to do", "A neglect conference will be held by March 2021.", "planned"),
    ]
    tests = picked(status_store, "impact-section", *columns, partnership="ashmere", **{"from": "2022"})
    assert tests == [("test of practice", "Audit of step-down: 0 done well, 1 to improve", "practice tested")]


def test_panel_feedback_and_what_the_review_lacks(status_store: Store) -> None:
    assert picked(status_store, "panel-feedback", "review", "said_by", "tone", "themes", "not_in_review") == [
        ("RR Elm", "National Panel", "asks for more", ["Engaging fathers", "Escalation", "Supervision"], ["Escalation"])
    ]
    assert any("chose" in caveat for caveat in ask(status_store, "panel-feedback").caveats)


def test_missing_links_both_ways(status_store: Store) -> None:
    columns = ("kind", "theme", "learning_points", "not_published")
    assert picked(status_store, "missing-links", *columns) == [
        ("theme without a recommendation", "fathers", 1, 1),
        ("recommendation without learning", "neglect", None, 1),
    ]


def test_known_to_services(status_store: Store) -> None:
    """A case told twice counts once, by the telling that states more."""
    columns = ("known", "status", "outcome", "children", "of_children")
    assert picked(status_store, "known-to-services", *columns) == [
        ("at the incident", "child protection plan", "died", 1, 4),
        ("before", "plan ended in 2018", "seriously harmed", 1, 4),
        ("family only", "sibling on a plan", "died", 1, 4),
        ("not stated", None, "died", 1, 4),
    ]
    sent = ask(status_store, "known-to-services", to_be_sent=True)
    assert {row["children"] for row in sent.rows} == {"c"}


@pytest.mark.parametrize(("question", "given"), [("what-changed", {"since": "2015"}), ("missing-links", {})])
def test_fewer_rows_are_the_first_of_all(status_store: Store, question: str, given: dict[str, str]) -> None:
    every = ask(status_store, question, {**given, "limit": 1000}).rows
    assert len(every) > 1
    for limit in sorted({1, len(every) // 2, len(every) - 1, len(every)}):
        assert ask(status_store, question, {**given, "limit": limit}).rows == every[:limit], limit


NOTED, REFUSED = "noted, by Executive (to all of them)", "not accepted, by Ashmere Police"
FIRST = "A step-down checklist is to be used in every case."


def test_a_refusal_is_told_wherever_its_recommendation_or_what_delivers_it_is(status_store: Store) -> None:
    both = f"{REFUSED}; {NOTED}"
    asked = picked(status_store, "recommendations-of-review", "ref", "reply", "closure", review="Elm")
    assert asked[:2] == [("1", both, "said to be done"), ("2", NOTED, "closed by record")]
    outputs = picked(status_store, "closed-on-outputs", "text", "reply")
    assert outputs[:2] == [
        ("All staff are to have training on neglect.", NOTED),
        ("A step-down checklist was issued.", both),
    ]
    said = picked(status_store, "said-before", "said", "reply", text="Use a checklist at step-down")
    assert said == [
        (FIRST, both),
        ("A step-down checklist was issued.", both),
        ("A step-down panel now meets every week.", "not stated"),
    ]
    assert picked(status_store, "overdue-actions", "reply", as_of="2021-10-31") == [("not stated",)]
    assert picked(status_store, "missing-links", "reply") == [(None,), (NOTED,)]
    theme = picked(status_store, "follow-theme", "kind", "reply", theme="step-down", partnership="ashmere")
    assert theme == [
        ("recommended", both),
        ("what needs to improve", None),
        ("said to be done", both),
        ("what needs to improve", None),
    ]
    again = picked(status_store, "closed-but-recurred", "recommendation", "reply", theme="step-down")
    assert again == [(FIRST, both)]
    replies = [
        row for row in picked(status_store, "follow-review", "kind", "detail", review="Elm") if row[0] == "reply"
    ]
    assert replies == [
        ("reply", "noted, by Executive: to all recommendations"),
        ("reply", "not accepted, by Ashmere Police: to recommendation 1"),
    ]
    (row, *_) = ask(status_store, "recommendations-of-review", {"review": "Elm"}).rows
    assert [item["quote"] for item in row["evidence"] if item["side"] == "replied"] == [
        "The Executive noted the recommendations.",
        "Ashmere Police do not accept this one.",
    ]


def test_a_reply_is_not_told_before_it_was_known_and_closes_nothing(status_store: Store) -> None:
    """The executive noted them in 2019; what the police refused was published in October 2021."""
    before = {"review": "Elm", "as_of": "2021-09-30"}
    assert picked(status_store, "recommendations-of-review", "reply", **before)[0] == (NOTED,)
    assert picked(status_store, "said-before", "reply", text=FIRST, as_of="2021-09-30")[0] == (NOTED,)
    assert picked(status_store, "said-before", "reply", text=FIRST, as_of="2021-10-01")[0][0].startswith(REFUSED)
    checked = picked(status_store, "closure-checklist", "item", "detail", text="r1", as_of="2021-09-30")
    assert [detail for item, detail in checked if item == "reply"] == [NOTED]
    refused = dict(picked(status_store, "closure-checklist", "item", "met", text="r1"))
    assert refused["closing record"] == "not stated"
    told = picked(status_store, "what-changed", "change", "about", since="2021-10-01", theme="step-down")
    assert ("reply", FIRST) in told
    assert not any(
        change == "reply" for change, _ in picked(status_store, "what-changed", "change", "about", since="2021-10-02")
    )
