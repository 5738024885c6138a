"""Older reports and catalogues: an entry a case, conclusions beside recommendations, two of one age."""

from __future__ import annotations

from pathlib import Path

from loaders.blocks import SourceText
from loaders.formats.text.read import read_text
from loaders.parse.parse import parse

CATALOGUE = """Reviews added to the collection
5 December 2018

Three reviews were added this month.

Baby C. Ashmere: Ashmere Safeguarding Children Board. Author, A. (2017)
Death of a 9-week-old boy from head injuries in March 2016. Baby C lived with both parents.
Learning includes: midwives had no way to meet fathers before the birth; the father's records were not looked at.
Recommendations include: fathers should be recorded in midwifery and health visitor records.

Child F1: serious case review
Death of a 13-year-old girl from a heart condition. Child F1 was seen by many health professionals.
Learning: the child's own views were seldom recorded.

Family K. Westmarsh: Westmarsh Safeguarding Children Board. (2017)
Serious injuries to a 3-month-old boy in June 2015. Both parents were arrested.
Issues identified include: midwives' practice of not asking about fathers; too much trust in what the mother said.
"""


def test_an_entry_that_names_its_board_is_a_case_of_its_own() -> None:
    source: SourceText = read_text(Path("catalogue.txt"), CATALOGUE.encode())
    record = parse(source)
    told = [
        (
            review.name,
            review.dates.incident.printed if review.dates.incident else None,
            [(child.age_months, child.sex) for child in review.children],
            [finding.text for finding in review.findings],
        )
        for review in record.reviews
    ]
    assert [(name, day) for name, day, _, _ in told] == [
        ("Baby C", "March 2016"),
        ("Child F1", None),
        ("Family K", "June 2015"),
    ]
    assert [children for _, _, children, _ in told] == [[(2.1, "male")], [(156.0, "female")], [(3.0, "male")]]
    assert [len(points) for _, _, _, points in told] == [2, 1, 2]
    assert "midwives' practice of not asking about fathers" in told[2][3]


def test_no_board_of_one_entry_speaks_for_the_catalogue() -> None:
    record = parse(read_text(Path("catalogue.txt"), CATALOGUE.encode()))
    assert record.document.partnership is None
    assert record.document.partnerships == []


def test_a_conclusion_beside_recommendations_is_none() -> None:
    text = """SERIOUS CASE REVIEW
In respect of Child D

1. Introduction
1.1 In 2013 Child D, a 22-month-old boy, died in the bath.

2. Conclusions and recommendations
2.1 The Board considers that the death was not predictable.
2.2 Assessments did not seek information from the father of Child D.
Recommendation 1
The Board to ensure that housing providers know how to refer concerns about children.
"""
    (review,) = parse(read_text(Path("report.txt"), text.encode())).reviews
    assert [asked.text[:16] for asked in review.recommendations] == ["The Board to ens"]
    assert [finding.text[:16] for finding in review.findings] == ["Assessments did "]


def test_both_children_have_the_age_that_is_told_of_both() -> None:
    text = """Learning briefings

Theo and Star – rapid review
Theo and Star, both aged 16 months, were seriously injured by their stepfather in 2020.
"""
    (review,) = parse(read_text(Path("briefing.txt"), text.encode())).reviews
    assert [(child.name, child.age_months) for child in review.children] == [("Theo", 16.0), ("Star", 16.0)]
