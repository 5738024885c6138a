import random
from typing import Any

import numpy as np

from benchmarks import synthetic
from graph import model
from graph.codebook import load
from graph.derive import build, delivering, improvement, recurrence
from graph.derive.likeness import likeness
from graph.derive.near import near
from graph.derive.statements import Scopes, statements
from graph.memory import Edge, Graph
from graph.records import DocumentRecord
from tests.graph.made import (
    ASHMERE,
    BRACKENFORD,
    CODEBOOK,
    action,
    audit,
    finding,
    recommendation,
    record,
    review,
    span,
)

NOT_USED = "The escalation procedure is not used when agencies disagree"
USE_IT = "Use the escalation procedure whenever agencies disagree"


def asked(**values: Any) -> DocumentRecord:
    made = recommendation(USE_IT, "escalation", ref="2", **values)
    return record(
        "review.txt", published="2019-06", reviews=[review("Ash", completed=span("2019-05-01"), recommendations=[made])]
    )


def found_by_audit(
    text: str = NOT_USED, polarity: Any = "shortfall", day: str = "2021-03-10", theme: str = "escalation"
) -> DocumentRecord:
    return record(
        "audit.txt",
        published="2021-05",
        reviews=[audit("Escalation audit", day, findings=[finding(text, theme, polarity=polarity)])],
    )


def edges(type_: str, *records: DocumentRecord) -> list[Edge]:
    return list(build(records, CODEBOOK).edges_of(type_))


def test_recommended_then_found_wanting_by_a_later_test() -> None:
    (edge,) = edges("RECURS_IN", asked(), found_by_audit())
    said = edge.properties
    assert (edge.source_label, said["type"], said["closure"], said["certainty"]) == (
        "Recommendation",
        "R5",
        "none stated",
        "probable",
    )
    assert said["theme"] == "escalation"
    assert said["scope"] == "same partnership"
    assert said["rule"]


def test_open_done_and_closed_by_record() -> None:
    kinds = {
        "R1": {"status": "under-way", "status_printed": "In progress"},
        "R2": {"status": "complete-evidence-awaited", "status_printed": "Complete"},
        "R3": {"status": "complete-evidence-awaited", "status_printed": "Signed off as complete by the Executive"},
    }
    closures = {"R1": "none stated", "R2": "said to be done", "R3": "closed by record"}
    for kind, status in kinds.items():
        (edge,) = edges("RECURS_IN", asked(**status), found_by_audit())
        assert (edge.properties["type"], edge.properties["closure"]) == (kind, closures[kind])
        assert edge.properties["certainty"] == "probable"  # a machine never confirms


def test_order_is_not_proven_by_publication_alone() -> None:
    later = record("digest.txt", published="2022", findings=[finding(NOT_USED, "escalation")])
    (edge,) = edges("RECURS_IN", asked(), later)
    assert (edge.properties["type"], edge.properties["certainty"]) == ("R0", "possible")
    assert "names no child" in str(edge.properties["why"])


def test_a_case_before_the_learning_is_not_a_recurrence() -> None:
    earlier = record(
        "old.txt",
        published="2022",
        reviews=[review("Elm", incident=span("2018-01-01"), findings=[finding(NOT_USED, "escalation")])],
    )
    assert edges("RECURS_IN", asked(), earlier) == []
    about_then = record(
        "old.txt", published="2022", period=span("2018-01-01", "2021-12-31"), findings=[finding(NOT_USED, "escalation")]
    )
    (edge,) = edges("RECURS_IN", asked(), about_then)
    assert (edge.properties["type"], edge.properties["certainty"]) == ("R0", "possible")
    before = found_by_audit(day="2018-01-01")
    before.document.published = "2018-02"
    assert [e for e in edges("RECURS_IN", asked(), before) if e.source_label == "Recommendation"] == []


def test_t1_said_to_be_done_and_only_published_before() -> None:
    report = record(
        "report.txt",
        published="2024-09",
        period=span("2023-04-01", "2024-03-31"),
        actions=[action("Reviewed and amended the bruising procedure", "bruising", status="complete-evidence-awaited")],
    )
    digest = record(
        "digest.txt", published="2025-03", findings=[finding("Bruising procedure not being followed", "bruising")]
    )
    (edge,) = edges("RECURS_IN", report, digest)
    assert (edge.properties["type"], edge.properties["closure"], edge.properties["certainty"]) == (
        "R0",
        "said to be done",
        "possible",
    )


def test_t13_another_partnership_is_no_recurrence() -> None:
    other = found_by_audit()
    other.document.partnership = BRACKENFORD
    assert edges("RECURS_IN", asked(), other) == []


def test_a_joint_document_counts_with_its_members_as_another_scope() -> None:
    joint = record(
        "joint.txt",
        None,
        published="2019-01",
        partnerships=[ASHMERE, BRACKENFORD],
        findings=[finding(NOT_USED, "escalation")],
    )
    (edge,) = edges("RECURS_IN", joint, found_by_audit())
    assert (edge.properties["scope"], edge.properties["type"]) == ("other", "R5")


def test_t5_and_good_practice_are_never_a_target() -> None:
    assert edges("RECURS_IN", asked(), found_by_audit(polarity="absent")) == []
    assert edges("RECURS_IN", asked(), found_by_audit(polarity="good-practice")) == []


def test_t19_a_bare_topic_is_only_possible() -> None:
    (edge,) = edges("RECURS_IN", asked(), found_by_audit("Escalation", polarity="not-stated"))
    assert edge.properties["certainty"] == "possible"
    assert edges("RECURS_IN", asked(), found_by_audit("Neglect", polarity="not-stated", theme="neglect")) == []


def test_a_broad_theme_needs_words_that_are_alike() -> None:
    plans = record(
        "inspection.txt",
        published="2016",
        reviews=[
            audit(
                "Inspection",
                "2016-06-01",
                kind="inspection",
                test="inspection",
                recommendations=[
                    recommendation("Improve plans so that reasonable timescales are set", "planning", ref="3")
                ],
            )
        ],
    )
    alike = found_by_audit("Many plans lack timescales for change", theme="planning")
    unlike = found_by_audit("Core groups meet without the housing officer", theme="planning")
    (edge,) = edges("RECURS_IN", plans, alike)
    assert (edge.properties["type"], edge.properties["certainty"]) == ("R5", "probable")
    assert edges("RECURS_IN", plans, unlike) == []


def test_nothing_recurs_within_its_own_review_or_audit() -> None:
    told = record(
        "a",
        published="2021",
        reviews=[
            audit(
                "Escalation audit",
                "2021-03-10",
                findings=[finding(NOT_USED, "escalation")],
                recommendations=[recommendation(USE_IT, "escalation")],
            )
        ],
    )
    assert edges("RECURS_IN", told) == []


def test_t22_improved_is_a_later_test_on_the_same_practice() -> None:
    source = record(
        "inspection.txt",
        published="2016",
        reviews=[
            audit(
                "Inspection",
                "2016-06-01",
                kind="inspection",
                test="inspection",
                recommendations=[
                    recommendation("Monitor the attendance of police at strategy meetings", "strategy", ref="10")
                ],
            )
        ],
    )
    good = found_by_audit(
        "Police attendance at strategy discussions has improved a lot", polarity="good-practice", theme="strategy"
    )
    (edge,) = edges("IMPROVED_IN", source, good)
    assert edge.properties["theme"] == "strategy"
    other = found_by_audit("Strategy for domestic abuse is published", polarity="good-practice", theme="strategy")
    assert edges("IMPROVED_IN", source, other) == []


def test_more_must_be_alike_of_a_joint_paper_for_it_to_be_seen_improved() -> None:
    def asks(*whose: Any, **owners: Any) -> DocumentRecord:
        text = (
            "Midwives of the hospital are seldom asked to strategy meetings on unborn babies of two towns, or are late"
        )
        wanting = audit("Audit of meetings", "2016-06-01", findings=[finding(text, "strategy", polarity="shortfall")])
        return record("asks.txt", *whose, published="2016", reviews=[wanting], **owners)

    good = found_by_audit(
        "Midwives attended strategy meetings and shared what they knew with a school within a week of the birth",
        polarity="good-practice",
        theme="strategy",
    )
    (edge,) = edges("IMPROVED_IN", asks(), good)
    assert 0.3 <= float(edge.properties["similarity"]) < 0.4
    assert edges("IMPROVED_IN", asks(None, partnerships=[ASHMERE, BRACKENFORD]), good) == []


def test_an_action_that_names_a_number_delivers_it_and_repeats_are_found() -> None:
    told = asked()
    told.reviews[0].actions = [action("Procedure relaunched", recommendation="2", status="complete-evidence-awaited")]
    again = record(
        "again.txt",
        published="2023-01",
        reviews=[
            review(
                "Elm",
                completed=span("2023-01-01"),
                recommendations=[
                    recommendation("Use the escalation procedure whenever agencies disagree about risk", "escalation")
                ],
            )
        ],
    )
    graph = build([told, again], CODEBOOK)
    (delivered,) = graph.edges_of("DELIVERED_BY")
    assert "recommendation 2" in str(delivered.properties["why"])
    (repeated,) = graph.edges_of("REPEATS")
    assert "again" in repeated.source
    (seen,) = (
        e
        for e in build([told, again, found_by_audit()], CODEBOOK).edges_of("RECURS_IN")
        if e.source_label == "Recommendation" and "review" in e.source
    )
    assert seen.properties["type"] == "R2"


def test_a_minute_in_another_document_closes_the_same_recommendation() -> None:
    minute = record(
        "minutes.txt",
        published="2020-02",
        reviews=[
            review(
                "Ash",
                recommendations=[
                    recommendation(
                        USE_IT,
                        "escalation",
                        ref="2",
                        status="complete-evidence-awaited",
                        status_printed="Closed by the Executive",
                    )
                ],
            )
        ],
    )
    kinds = {e.properties["type"] for e in edges("RECURS_IN", asked(), minute, found_by_audit())}
    assert kinds == {"R3"}


def test_a_test_follows_up_what_it_names() -> None:
    told = record(
        "a",
        published="2023",
        reviews=[
            review("Riley", published=span("2022-11-01")),
            audit("Deep dive", "2023-06-01", test="deep-dive", follows_up=["the Riley review"]),
            audit("Step down", "2023-11-13", follows_up=["the deep dive"]),
        ],
    )
    told.reviews[1].follows_up = ["Riley LCSPR"]
    graph = build([told], CODEBOOK)
    pairs = {
        (graph.nodes[e.source_label][e.source].name, graph.nodes[e.target_label][e.target].name)
        for e in graph.edges_of("FOLLOWS_UP")
    }
    assert pairs == {("Deep dive", "Riley"), ("Step down", "Deep dive")}
    assert len(list(graph.edges_of("TESTS"))) == 1


def test_t12_a_promise_promised_again() -> None:
    first = record(
        "news.txt",
        published="2023-12",
        actions=[action("Planning a conference on neglect", promise=True, status="under-way")],
    )
    second = record(
        "report.txt", published="2024-06", actions=[action("Hold the planned conference on neglect", promise=True)]
    )
    (edge,) = edges("PROMISED_AGAIN_IN", first, second)
    assert "news" in edge.source


def test_any_order_of_records_derives_the_same() -> None:
    def all_edges(records: list[DocumentRecord]) -> dict[Any, Any]:
        graph: Graph = build(records, CODEBOOK)
        return {k: e.properties for k, e in graph.edges.items()}

    records = [
        asked(),
        found_by_audit(),
        record("digest.txt", published="2022", findings=[finding(NOT_USED, "escalation")]),
    ]
    wanted = all_edges(records)
    for seed in range(5):
        shuffled = list(records)
        random.Random(seed).shuffle(shuffled)
        assert all_edges(shuffled) == wanted


def test_likeness_is_of_the_practice_not_of_the_fields_common_words() -> None:
    assert (
        likeness(
            "Practitioners need to improve practice for children and families",
            "Children and families need support from agencies",
        ).value
        < 0.6
    )
    assert likeness("Plans lack timescales", "Many plans have no timescale for change").value >= 0.5
    assert likeness("Visiting", "Consent").value == 0


def test_findings_are_model_findings() -> None:
    graph = build([asked(), found_by_audit()], CODEBOOK)
    (edge,) = graph.edges_of("RECURS_IN")
    assert graph.get(model.Finding, edge.target) is not None


def test_what_was_closed_only_later_was_open_when_seen() -> None:
    closing = "Closed by the Executive on 4 June 2022"
    made = asked(status="complete-evidence-awaited", status_printed=closing)
    (edge,) = edges("RECURS_IN", made, found_by_audit())
    assert (edge.properties["type"], edge.properties["closure"]) == ("R5", "none stated")
    assert "only later (4 June 2022)" in str(edge.properties["why"])


def test_an_action_in_like_words_may_deliver_and_is_named() -> None:
    report = record(
        "report.txt",
        published="2020-09",
        period=span("2019-04-01", "2020-03-31"),
        actions=[action("Relaunched the escalation procedure", "escalation", status="complete-evidence-awaited")],
    )
    graph = build([asked(), report, found_by_audit()], CODEBOOK)
    (delivered,) = graph.edges_of("DELIVERED_BY")
    assert delivered.properties["certainty"] == "possible"
    (seen,) = (e for e in graph.edges_of("RECURS_IN") if e.source_label == "Recommendation")
    assert (seen.properties["type"], seen.properties["closure"]) == ("R2", "said to be done")
    assert "“Relaunched the escalation procedure”, which may deliver it" in str(seen.properties["why"])


def test_a_test_delivers_nothing_and_neither_does_what_came_before() -> None:
    for text, end in (("Audit the use of the escalation procedure", "2020-03-31"), (USE_IT, "2018-03-31")):
        report = record(
            "report.txt",
            published=end[:7],
            period=span("2017-04-01", end),
            actions=[action(text, "escalation", status="complete-evidence-awaited")],
        )
        assert edges("DELIVERED_BY", asked(), report) == []


def test_what_is_neither_done_nor_proven_earlier_is_not_seen_again() -> None:
    promise = record("news.txt", published="2020", actions=[action(USE_IT, "escalation", promise=True)])
    later = record("digest.txt", published="2022", findings=[finding(NOT_USED, "escalation")])
    assert edges("RECURS_IN", promise, later) == []


def test_a_topic_must_mostly_be_the_practice() -> None:
    topic = found_by_audit("Critical thinking, reflection, curiosity and escalation", polarity="not-stated")
    assert edges("RECURS_IN", asked(), topic) == []


def test_what_an_inspection_only_describes_is_neither_seen_nor_a_source() -> None:
    described = found_by_audit("The escalation procedure is used by agencies.", polarity="not-stated")
    assert edges("RECURS_IN", asked(), described) == []


def test_the_sentence_that_is_alike_must_be_the_one_about_the_theme() -> None:
    both = found_by_audit(
        "Escalation is rare. Minutes of the panel are not sent to the housing officer.", theme="escalation"
    )
    source = record(
        "old.txt",
        published="2018",
        findings=[finding("Escalation is late. Minutes of the panel are not sent to housing", "escalation")],
    )
    assert edges("RECURS_IN", source, both) == []


def test_why_is_plain() -> None:
    (edge,) = edges("RECURS_IN", asked(), found_by_audit())
    assert edge.properties["why"] == (
        "Both are about escalation and share “disagree”, “escalation”, “procedure”, “agencies”. "
        "Practice in both: agencies challenge each other. "
        "The later one is about 10 March 2021, after the earlier one was known (1 May 2019). "
        "Whether it was done is not stated."
    )


def test_a_test_that_finds_it_good_twice_half_a_year_apart_is_lasting() -> None:
    good = "Agencies now use the escalation procedure whenever they disagree"
    first = found_by_audit(good, "good-practice", day="2020-03-10")
    second = record(
        "second.txt",
        published="2021-05",
        reviews=[
            audit(
                "Second look", "2021-03-10", findings=[finding(good + " again", "escalation", polarity="good-practice")]
            )
        ],
    )
    graph = build([asked(), first, second], CODEBOOK)
    assert sorted(v.grade for v in graph.all(model.Evidence)) == ["E3", "E5"]
    assert {e.source_label for e in graph.edges_of("TESTS")} == {"Assurance"}


def test_near_misses_nothing_that_is_alike_enough() -> None:
    texts = [
        "Use the escalation procedure whenever agencies disagree about risk",
        "Use the escalation procedure whenever agencies disagree",
        "Ring the duty nurse before a discharge on a Friday",
        "Ring the duty nurse before each discharge",
        "Escalation",
    ]
    records = [
        record(f"{n}.txt", published=f"20{n + 10}", recommendations=[recommendation(t, "escalation")])
        for n, t in enumerate(texts)
    ]
    graph = build(records, CODEBOOK)
    told = [s for s in statements(graph) if isinstance(s.node, model.Recommendation)]
    scopes = Scopes(graph)
    for least in (0.5, 0.6, 0.75, 0.9):
        close = {frozenset((p.one.text, p.other.text)) for p in near(told, scopes, least, np.greater.outer)}
        alike = {
            frozenset((a.text, b.text))
            for a in told
            for b in told
            if a.text < b.text and likeness(a.text, b.text).value >= least
        }
        assert close == alike


def test_what_is_left_uncompared_would_not_have_been_joined(monkeypatch: Any) -> None:
    """The same edges as where each statement is compared with each other one on a theme."""
    records = [*synthetic.records("S", 3)]
    codebook = load()

    def all_pairs(sources: Any, targets: Any, narrower: Any, scopes: Scopes, least: float) -> Any:
        told = list(targets)
        for source in sources:
            for target in told:
                both = {t for t in source.themes if ({t} | narrower[t]) & target.themes}
                if both and scopes.areas(source.owners) & scopes.areas(target.owners):
                    yield source, target, sorted(t for t in both if not narrower[t] & both)

    quick = build(records, codebook)
    for room in (recurrence, improvement, delivering):
        monkeypatch.setattr(room, "sharing", all_pairs)
    slow = build(records, codebook)
    assert len([*quick.edges_of("RECURS_IN")]) > 100
    assert {k: e.properties for k, e in quick.edges.items()} == {k: e.properties for k, e in slow.edges.items()}


def test_opportunity_counts_later_reviews_of_such_a_child_or_is_not_computed() -> None:
    def told(name: str, day: str, months: float | None, *found: Any) -> Any:
        return review(name, "rapid-review", incident=span(day), age_months=months, findings=list(found))

    missed = "Bruising in a baby was not referred as the bruising procedure asks"
    first = record(
        "one.txt",
        published="2015",
        reviews=[review("Ash", completed=span("2014-05-01"), findings=[finding(missed, "bruising-non-mobile")])],
    )
    later = record(
        "two.txt",
        published="2020",
        reviews=[
            told("Elm", "2019-03-01", 3, finding(missed, "bruising-non-mobile")),
            told("Oak", "2019-04-01", 5, finding("Records were late", "recording")),
            told("Fir", "2019-05-01", 150, finding("Records were late", "recording")),
            told("Yew", "2013-05-01", 4, finding("Records were late", "recording")),
        ],
    )
    graph = build([first, later], load())
    (edge,) = (e for e in graph.edges_of("RECURS_IN") if e.properties["theme"] == "bruising-non-mobile")
    about = [e.properties.get("opportunity") for e in graph.edges_of("ABOUT")]
    assert "1 of 2 later reviews where a child under one was involved" in about
    assert edge.properties["opportunity"] == "1 of 2 later reviews where a child under one was involved"
    ageless = told("Ivy", "2019-06-01", None, finding(missed, "bruising-non-mobile"))
    none = build([first, record("two.txt", published="2020", reviews=[ageless])], load())
    said = "no later review where a child under one was involved is loaded to compare (1 more without an age)"
    assert said in [e.properties.get("opportunity") for e in none.edges_of("ABOUT")]
    again = build([asked(), found_by_audit()], CODEBOOK)
    assert [e.properties.get("opportunity") for e in again.edges_of("RECURS_IN")] == [None]


def test_recommendations_that_say_the_same_are_one_family_of_the_earliest() -> None:
    said = ("Use the escalation procedure whenever agencies disagree about thresholds",) * 3
    other = "Ring the duty nurse before each discharge from the ward on a Friday"
    records = [
        record(f"{n}.txt", published=f"{2017 + n}", recommendations=[recommendation(t, "escalation")])
        for n, t in enumerate((*said, other))
    ]
    graph = build(records, CODEBOOK)
    repeats = list(graph.edges_of("REPEATS"))
    earliest = min(graph.all(model.Recommendation), key=lambda r: str(r.datedTo))
    assert {e.properties["family"] for e in repeats} == {earliest.id}
    assert len({e.source for e in repeats} | {e.target for e in repeats}) == 3
