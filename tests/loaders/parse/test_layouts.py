"""Layouts met for the first time: reports, briefings with symbols, forms, audits, action plans, closing records."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from graph.records import DocumentRecord
from loaders.formats.text import read_text
from loaders.parse.parse import parse

DOCUMENTS = Path(__file__).parent / "documents"


@cache
def told(name: str) -> DocumentRecord:
    path = DOCUMENTS / f"{name}.txt"
    return parse(read_text(path, path.read_bytes()))


def texts(items: list) -> list[str]:  # type: ignore[type-arg]
    return [item.text for item in items]


def test_overview_report_with_bare_section_numbers_and_learning_points() -> None:
    (one,) = told("overview").reviews
    assert (one.kind, one.name) == ("lcspr", "Jasper")
    (child,) = one.children
    assert (child.name, child.age, child.sex, child.outcome) == ("Jasper", "6 years", "male", "serious-harm")
    assert one.dates.incident is not None
    assert one.dates.incident.printed == "12 November 2021"
    assert one.dates.completed is not None
    assert one.dates.completed.printed == "December 2021"  # the rapid review that led to it
    assert len(one.findings) == 7
    assert one.findings[-1].polarity == "good-practice"
    assert [rec.ref for rec in one.recommendations] == ["1", "2", "3"]
    assert one.recommendations[1].addressees == ["Children's Social Care", "Cleveden Police"]
    assert not told("overview").report.rejected


def test_briefing_with_symbols_as_bullets_and_before_headings() -> None:
    record = told("symbols")
    (one,) = record.reviews
    assert (one.name, record.document.published) == ("Baby Nova", "2024-06")
    assert [f.polarity for f in one.findings[:5]] == ["good-practice", "good-practice", *["shortfall"] * 3]
    assert texts(one.findings)[3] == "Father's own childhood in care was not known to the health visitor"
    assert [(a.status, a.due) for a in one.actions] == [
        ("not-started", "2024-09"),
        ("complete-evidence-awaited", None),
    ]
    reasons = {item.text: item.reason for item in record.report.rejected}
    assert "questions" in reasons["When did you last read the bruising protocol?"]


def test_action_plan_one_row_is_one_action() -> None:
    (one,) = told("action-plan").reviews
    assert [(child.name, child.outcome) for child in one.children] == [("Child T", "died")]
    assert [rec.ref for rec in one.recommendations] == ["5.1", "5.2"]
    assert [(a.text, a.leads, a.due_printed, a.status, a.recommendation) for a in one.actions] == [
        ("Rewrite procedure and hold launch", ["Policy group"], "September 2014", "on-track", "5.1"),
        ("Audit of 50 records", ["Named midwife"], "December 2014", "at-risk", "5.2"),
    ]


def test_a_whole_document_that_is_one_audit() -> None:
    record = told("audit")
    (one,) = record.reviews
    assert (one.kind, one.test, one.sample_size) == ("audit", "audit", 6)
    assert one.name == "MULTI-AGENCY AUDIT REPORT: Children who are privately fostered"
    assert one.dates.completed is not None
    assert one.dates.completed.printed == "between January and February 2023"
    assert [f.polarity for f in one.findings] == ["good-practice", "good-practice", "shortfall", "shortfall"]
    assert not record.findings
    assert all(action.promise for action in one.actions)


def test_lines_of_a_form_are_the_case_s_and_not_the_title_s() -> None:
    record = told("form")
    (one,) = record.reviews
    assert record.document.published is None
    assert one.dates.incident is not None
    assert one.dates.incident.printed == "11 May 2024"
    assert one.decision is not None
    assert [(a.completed, a.due) for a in one.actions] == [("2024-06-10", None), (None, "2024-07-31")]


def test_what_was_said_is_no_finding_and_what_was_done_is_an_action() -> None:
    record = told("you-said")
    assert [(a.status, a.completed, a.due) for a in record.actions] == [
        ("complete-evidence-awaited", "2024-02", None),
        ("complete-evidence-awaited", None, None),
        ("not-started", None, "2024-07"),
    ]
    (heath,) = record.reviews
    assert len(heath.findings) == 3
    assert not heath.actions


def test_practice_review_asks_for_improvement() -> None:
    (one,) = told("practice-review").reviews
    assert (one.kind, one.ref) == ("learning-review", "CPR 04/2019")
    assert len(one.findings) == 4
    assert [rec.addressees for rec in one.recommendations] == [["Board"], ["Health Board"]]


def test_thematic_prose_and_what_good_looks_like() -> None:
    record = told("thirty-reviews")
    assert len(record.findings) == 7
    assert not any("plan for where" in text for text in texts(record.findings))
    figures = [(s.numerator, s.denominator, s.percent, s.topic) for s in record.statistics if s.percent]
    assert (20, 34, 60) in [figure[:3] for figure in figures]
    assert (13, 30, 43, "domestic-abuse") in figures
    assert (None, None, 40, "neglect") in figures


def test_a_closing_record_is_the_recommendation_s_with_its_words_and_date() -> None:
    record = told("closed")
    hazel = next(one for one in record.reviews if one.name == "Hazel")
    (closed,) = hazel.recommendations
    assert (closed.ref, closed.stated, closed.status, closed.completed) == (
        "3",
        False,
        "complete-evidenced",
        "2022-02-09",
    )
    assert closed.status_printed == closed.quote
    assert [(a.recommendation, a.completed) for a in hazel.actions] == [("3", "2022-02-09")]
    (promised,) = record.actions
    assert promised.promise
    assert promised.completed is None


def test_a_death_told_only_in_the_chronology_dates_the_incident() -> None:
    briar = next(one for one in told("closed").reviews if one.name == "Briar")
    assert briar.dates.incident is not None
    assert (briar.dates.incident.printed, briar.dates.incident.basis) == ("June 2021", "printed")
    assert [child.outcome for child in briar.children] == ["died"]
    assert [(a.completed, a.due) for a in briar.actions] == [("2021-06", None), (None, "2023-03"), (None, None)]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Dip sample: return interviews", "dip-sample"),
        ("Deep dive into neglect", "deep-dive"),
        ("Independent scrutiny review of the front door", "audit"),
        ("Section 11 audit 2022", None),
        ("Multi-agency audit programme 2023", None),
        ("Annual scrutiny report", None),
    ],
)
def test_titles_of_tests_of_practice(title: str, kind: str | None) -> None:
    from loaders.parse.references import title_of_test

    found = title_of_test(title)
    assert (found.test if found else None) == kind
