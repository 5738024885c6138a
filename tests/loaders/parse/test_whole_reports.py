"""Reports and digests as partnerships print them: nothing under a repeated contents line is lost, no story closes."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.records import DocumentRecord
from loaders.formats.text.read import read_text
from loaders.parse.items.by_number import is_closing
from loaders.parse.parse import parse

REPORT = """Local Child Safeguarding Practice Review

Child BN ("Bea")

Overview Report

Harrow Fen Safeguarding Children Partnership

Contents
1. Introduction
2. The family and the circumstances leading to the review
3. Learning

1. Introduction

1.1 Harrow Fen Safeguarding Children Partnership commissioned this review following the serious injury of Bea \
in May 2021, when she was nine weeks old.

2. The family and the circumstances leading to the review

2.1 A midwife referred the family at 18 weeks of pregnancy. An assessment was finished and closed with a \
recommendation of early help, which the parents declined.

3. Learning

3.1 Enquiries about the father were not made.
"""

DIGEST = """Fenwold Safeguarding Children Partnership
Learning from rapid reviews: April 2022 to March 2023

During the year the partnership received nine serious incident notifications and completed seven rapid reviews. Two \
led to a practice review. Four of the seven rapid reviews were about babies under 12 months.

Rapid Review A
Child: 4-month-old boy
Incident: August 2022, unexpected death
What we learned
The health visitor did not see where the baby slept.
What we did well
The surgery followed up every missed appointment.
Action taken
A tool for safer sleep was introduced (complete, November 2022).

Rapid Review B
Child: Girl aged 14
Incident: October 2022, overdose
What we learned
The school was not told of the overdose.
What we did well
The school nurse kept a trusting relationship with her.
Action taken
None recorded at the time of writing.
"""

CHAPTER = """Southlea Safeguarding Partnership Annual Report 2021-22

Section 6: Learning from Local and National Reviews

Child 'Hazel' LCSPR (published October 2021)
Hazel was 17 when she took her own life in December 2019.

Key learning
- Planning for adulthood began too late

Statement of the Independent Scrutineer

I have seen real commitment across the partnership this year. I am not assured that the work on moves has reached \
all young people.

Morgan Example, Independent Scrutineer
"""

ASKED = """Child Safeguarding Practice Review: Child D ("Dee")

Recommendations

| No. | Recommendation | Lead agency | Timescale | Progress |
|---|---|---|---|---|
| 1 | Strengthen oversight of children who are educated at home. | Education | December 2023 | Complete |
| 2 | Name one professional who watches the growth of a child. | ICB | March 2024 | In progress |
"""


def read(text: str) -> DocumentRecord:
    return parse(read_text(Path("a.txt"), text.encode()))


def test_what_follows_a_contents_page_is_read_from_its_first_heading() -> None:
    (review,) = read(REPORT).reviews
    (child,) = review.children
    assert child.age_months == pytest.approx(2, abs=0.3)
    assert review.dates.incident is not None
    assert review.dates.incident.printed == "May 2021"
    assert [f.text for f in review.findings] == ["Enquiries about the father were not made."]
    assert review.actions == []


def test_a_digest_tells_praise_from_work_and_work_from_none() -> None:
    record = read(DIGEST)
    first, second = record.reviews
    assert [len(r.actions) for r in record.reviews] == [1, 0]
    assert [f.polarity for r in (first, second) for f in r.findings] == ["shortfall", "good-practice"] * 2
    assert [r.dates.incident.printed for r in record.reviews if r.dates.incident] == ["August 2022", "October 2022"]
    assert any("says that there is none" in rejected.reason for rejected in record.report.rejected)


def test_a_count_after_two_wholes_is_out_of_neither() -> None:
    counts = {s.numerator: s.denominator for s in read(DIGEST).statistics}
    assert counts[2] is None
    assert counts[4] == 7


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("Recommendation 3 was closed by the Executive on 3 May 2023.", True),
        ("The Board closed recommendations 1 to 4 in March.", True),
        ("The recommendations of the case review group have been signed off.", True),
        ("The assessment was finished and closed with a recommendation of early help.", False),
        ("A recommendation of early help was made but the case was closed.", False),
        ("The social worker made a recommendation and the referral was closed.", False),
        ("The case was closed after a recommendation of the panel.", False),
    ],
)
def test_only_a_recommendation_is_closed_and_never_a_case(text: str, closed: bool) -> None:
    assert is_closing(text) is closed


def test_a_chapter_of_a_yearly_report_bears_the_reports_name_and_ends_with_its_scrutineer() -> None:
    record = read(CHAPTER)
    document, (review,) = record.document, record.reviews
    assert document.title == "Southlea Safeguarding Partnership Annual Report 2021-22"
    assert (document.kind, document.partnership) == ("annual-report", "Southlea Safeguarding Partnership")
    assert document.published != "2021-10"  # the day of the review it tells of
    assert review.dates.incident is not None
    assert review.dates.incident.printed == "December 2019"
    assert review.actions == []
    views = [(j.author_role, j.polarity) for j in record.judgements]
    assert views == [("scrutineer", "good-practice"), ("scrutineer", "shortfall")]


def test_a_table_of_recommendations_asks_and_says_how_far_each_is() -> None:
    (review,) = read(ASKED).reviews
    asked = [(r.ref, r.addressees, r.status) for r in review.recommendations]
    assert asked == [("1", ["Education"], "complete-evidence-awaited"), ("2", ["ICB"], "under-way")]
    assert [(a.recommendation, a.due) for a in review.actions] == [("1", "2023-12-31"), ("2", "2024-03-31")]


FERN = """# LCSPR Child Fern: update

## Recommendations

1. The council should count visits.
2. The trust should train staff.

## Progress since publication

"""


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("Recommendation 1 was signed off by the Board in March 2034.", "complete-evidence-awaited"),
        ("Recommendation 1 was closed in March 2034 and reopened in September 2034.", "under-way"),
        (
            "Recommendation 1 was signed off in March but a sample found it unused, so it has been reopened.",
            "under-way",
        ),
        ("Recommendation 1 was signed off by the Executive subject to evidence from the police.", "under-way"),
        ("Recommendation 1 was closed as it duplicated a national action.", "superseded"),
    ],
)
def test_a_record_of_closure_goes_by_the_whole_sentence(tmp_path: Path, told: str, status: str) -> None:
    path = tmp_path / "update.md"
    path.write_text(FERN + told, encoding="utf-8")
    (review,) = parse(read_text(path, path.read_bytes())).reviews
    assert [(one.ref, one.status) for one in review.recommendations] == [("1", status), ("2", "not-stated")]
    assert [one.status for one in review.actions] == [status]
    assert (review.recommendations[0].completed is not None) == (status == "complete-evidence-awaited")
