"""Whole documents in layouts of the field, all invented: nothing here is fitted to a published document."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from graph.records import DocumentRecord, Review
from graph.text import holds
from loaders.formats.text.read import read_text
from loaders.parse.parse import parse

DOCUMENTS = Path(__file__).parent / "documents"
ALL = sorted(path.stem for path in DOCUMENTS.glob("*.txt"))


@cache
def told(name: str) -> DocumentRecord:
    path = DOCUMENTS / f"{name}.txt"
    return parse(read_text(path, path.read_bytes()))


def review(name: str, label: str) -> Review:
    return next(one for one in told(name).reviews if label in (one.name, one.ref))


def texts(items: list) -> list[str]:  # type: ignore[type-arg]
    return [item.text for item in items]


@pytest.mark.parametrize("name", ALL)
def test_every_quotation_stands_in_the_file_and_every_text_in_its_quotation(name: str) -> None:
    record, page = told(name), (DOCUMENTS / f"{name}.txt").read_text(encoding="utf-8")
    lines = page.splitlines()
    for box in [record, *record.reviews]:
        for item in [*box.findings, *box.recommendations, *box.actions, *box.judgements, *box.impacts]:
            assert holds(page, item.quote)
            assert item.text in item.quote or not getattr(item, "stated", True)
            assert item.page is None
            assert item.line is not None
            assert item.quote.split()[0].strip('"') in " ".join(lines[item.line - 1 :])


@pytest.mark.parametrize("name", ALL)
def test_the_report_adds_up_and_gives_reasons(name: str) -> None:
    report = told(name).report
    assert report.read == report.kept + len(report.rejected)
    assert report.kept > 0
    assert all(item.reason and item.where for item in report.rejected)


@pytest.mark.parametrize("name", ALL)
def test_promises_are_the_actions_that_promise(name: str) -> None:
    record = told(name)
    every = [*record.actions, *(action for one in record.reviews for action in one.actions)]
    assert {id(action) for action in record.promises} == {id(action) for action in every if action.promise}


def test_seven_minute_briefing() -> None:
    record = told("seven-minute")
    fern = review("seven-minute", "Child Fern")
    assert [one.name for one in record.reviews] == ["Child Fern"]
    assert (fern.kind, record.document.published, record.document.published_basis) == ("lcspr", "2022-05-14", "printed")
    assert [f.polarity for f in fern.findings][2:4] == ["good-practice", "good-practice"]
    assert [f.polarity for f in fern.findings][4:] == ["shortfall", "shortfall"]
    assert [rec.ref for rec in fern.recommendations] == ["1", "2", "3"]
    assert [rec.status for rec in fern.recommendations] == ["complete-evidence-awaited", "under-way", "not-stated"]
    assert [action.recommendation for action in fern.actions[:2]] == ["1", "2"]
    assert all(action.promise for action in fern.actions[2:])


def test_full_report_with_numbered_paragraphs_and_recommendation_headings() -> None:
    record = told("full-report")
    child = review("full-report", "Child R")
    assert record.document.title == "Local Child Safeguarding Practice Review: Child R"
    assert record.document.published == "2021-03"
    assert len(record.reviews) == 1
    assert child.dates.incident is not None
    assert child.dates.incident.printed == "July 2020"
    assert len(child.context) == 4
    assert [f.line for f in child.findings] == [34, 36, 40, 42]
    assert child.findings[2].polarity == "good-practice"
    assert [rec.ref for rec in child.recommendations] == ["1", "2"]
    assert not record.findings


def test_digest_splits_cases_and_keeps_what_is_common_to_the_document() -> None:
    record = told("digest")
    assert [one.name for one in record.reviews] == ["Baby K", "Child Ash and Child Elm", "Family T"]
    assert [one.kind for one in record.reviews] == ["scr", "other", "learning-review"]
    assert texts(record.findings) == ["Fathers and stepfathers are left out of assessments.", "Plans end too soon."]
    baby, brothers, family = record.reviews
    assert [rec.addressees for rec in baby.recommendations] == [["Tolverne Council"], ["Midwifery Service"]]
    assert texts(baby.findings)[-1] == "Records from the other area arrived after he had died."
    assert texts(brothers.findings) == [
        "the need to see each brother alone",
        "the value of a joint chronology",
        "the importance of telling the school when a plan ends",
    ]
    assert len({f.quote for f in brothers.findings}) == 1
    assert [action.status for action in brothers.actions] == [
        "complete-evidence-awaited",
        "under-way",
        "not-started",
        "not-stated",
    ]
    assert brothers.actions[2].due == "2020-03"
    assert texts(family.findings) == ["Ask the question again.", "Believe the first telling."]


def test_inspection_letter_is_one_entry_and_its_box_no_case() -> None:
    record = told("letter")
    assert [(one.kind, one.test) for one in record.reviews] == [("inspection", "inspection")]
    one = record.reviews[0]
    assert not one.children
    assert "Amber" not in record.model_dump_json()
    assert [f.polarity for f in one.findings if f.heading == "Areas for improvement"] == ["shortfall", "shortfall"]
    assert [f.polarity for f in one.findings if f.heading == "Key strengths"] == ["good-practice", "good-practice"]
    assert one.actions[1].due == "2019-09-20"


def test_bulletin_tells_of_cases_and_work() -> None:
    record = told("bulletin")
    oak, willow = record.reviews
    assert (oak.name, willow.name, willow.kind) == ("Child Oak", "Willow", "lcspr")
    assert oak.dates.published is not None
    assert [rec.stated for rec in oak.recommendations] == [False]
    assert (willow.actions[0].status, willow.actions[0].promise, willow.actions[0].due) == (
        "not-started",
        True,
        "2024-05-09",
    )
    assert [action.status for action in record.actions] == [
        "complete-evidence-awaited",
        "under-way",
        "not-started",
        "under-way",
    ]


def test_yearly_report() -> None:
    record = told("yearly")
    assert [one.name for one in record.reviews] == ["Wren", "Multi-agency Audit: hidden adults"]
    assert [(p.number, p.text, texts(p.sought)) for p in record.priorities] == [
        ("1", "Hidden adults", ["Workers who ask who lives in the home"])
    ]
    done = [action for action in record.actions if action.priority == "1"]
    assert [action.status for action in done] == [
        "complete-evidence-awaited",
        "under-way",
        "not-started",
        "under-way",
        "not-started",
    ]
    assert [(impact.text, impact.priority) for impact in record.impacts] == [("Positive feedback from 40 workers", "1")]


def test_a_case_in_a_yearly_report() -> None:
    wren = review("yearly", "Wren")
    assert [(one.one, one.other) for one in wren.identities] == [("Wren", "Child Sparrow")]
    assert wren.aliases == ["Child Sparrow"]
    assert wren.dates.incident is not None
    assert len(wren.chronology) == 2
    assert {f.text: f.polarity for f in wren.findings}["No evidence of neglect"] == "absent"
    assert {f.text: f.polarity for f in wren.findings}["Seeing the whole home"] == "not-stated"


def test_recommendations_told_of_another_review_are_that_review_s() -> None:
    wren = review("yearly", "Wren")
    audit = review("yearly", "Multi-agency Audit: hidden adults")
    assert (audit.kind, audit.test, audit.sample_size, audit.follows_up) == ("audit", "audit", 12, ["Wren"])
    assert not audit.recommendations
    assert [rec.text for rec in wren.recommendations if rec.stated] == [
        "the partnership to check how new partners are recorded"
    ]
    assert [rec.stated for rec in wren.recommendations] == [False, True]


def test_scrutiny_is_attributed_and_answered() -> None:
    record = told("yearly")
    assert [(j.author_role, j.polarity) for j in record.judgements] == [
        ("scrutineer", "good-practice"),
        ("scrutineer", "shortfall"),
    ]
    assert texts(record.recommendations) == ["Reporting from each group twice a year", "Hearing from children"]
    assert [(r.kind, r.author) for r in record.responses] == [("accepted", "executive")]


def test_thematic_summary() -> None:
    record = told("themes")
    assert not record.reviews
    assert [(f.heading, f.polarity) for f in record.findings][2] == (
        "Hearing the Child - When we do it well",
        "good-practice",
    )
    assert len(record.findings) == 4
    assert not any("quotation" in f.text or "reviews (" in f.text for f in record.findings)


def test_what_is_not_understood_is_listed_and_never_guessed() -> None:
    record = told("unknown")
    assert [one.ref for one in record.reviews] == ["3/20"]
    assert texts(record.reviews[0].findings) == ["Ask where a missing child has slept."]
    reasons = {item.text: item.reason for item in record.report.rejected}
    assert set(reasons) == {"Something was said about the bus.", "The lamp in the hall was broken."}
    assert all("Odds and ends" in reason for reason in reasons.values())


def test_a_count_of_reviews_under_progress_is_no_evidence_that_something_was_done() -> None:
    lines = (
        "Otterby Safeguarding Children Partnership\nLearning from reviews 2024\n\nWhat we have done\n"
        "The sleep guide was reissued in May 2024.\nIn 8 of 12 rapid reviews (67%) neglect was a feature.\n"
        "In 9 of 12 visits workers looked at where the baby slept.\n"
    )
    record = parse(read_text(Path("digest.txt"), lines.encode()))
    assert [impact.text for impact in record.impacts] == ["In 9 of 12 visits workers looked at where the baby slept."]
    assert (8, 12, "review") in [(s.numerator, s.denominator, s.unit) for s in record.statistics]
