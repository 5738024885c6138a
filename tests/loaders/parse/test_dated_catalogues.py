"""Entries of catalogues of reviews as libraries print them: a year, a place, a child."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.records import DocumentRecord
from loaders.formats.text.read import read_text
from loaders.parse.cases.headings import case_label
from loaders.parse.cases.mentions import AGE, months
from loaders.parse.parse import parse

CATALOGUE = """Skip to content.

Case reviews Case reviews published in 2031

A list of reviews published in 2031. To find other reviews search the library.

{one}
Death of a 2-year-6-month-old boy in March 2029. {first} lived with two adults, one of whom later pleaded guilty.
Key issues: include: the inability of services to see him alone; lack of curiosity.
Recommendations: include: nurses to ask who lives at home; the police to share what they know.
Read the overview report

{two}
Serious sexual abuse of a 5-year-old girl.
Background: her second cousin pleaded guilty to charges including rape of a child under 13-years-old.
Learning includes: themes were not joined up.
Makes recommendations that photographs are kept with every report.

{three}
Abduction of a 15-year-old girl in June 2030.
Recommendations: are made around visits and transport.
"""
HEADS = {
    "month and place": (
        "December 2031 – Ashmere – Child R",
        "July 2031 - Fenwold - Child S",
        "June 2031 – Ley - Child T",
    ),
    "anonymous": ("2031 – Anonymous - Child R and Family", "2031 - Anonymous- Child S", "2031 – Anonymous – Child T"),
    "run together": (
        "2031Ashmere – Child R",
        "December 2031Library on behalf of a board - Child S",
        "2031Ley – Child T",
    ),
}


def read(text: str) -> DocumentRecord:
    return parse(read_text(Path("catalogue.txt"), text.encode()))


@pytest.mark.parametrize("heads", HEADS.values(), ids=HEADS)
def test_each_dated_entry_is_a_case_of_its_own(heads: tuple[str, str, str]) -> None:
    one, two, three = heads
    record = read(CATALOGUE.format(one=one, two=two, three=three, first="Child R"))
    assert record.document.kind == "learning-digest"
    assert [review.name for review in record.reviews] == ["Child R", "Child S", "Child T"]
    assert [
        [(child.name, child.age_months, child.sex, child.outcome) for child in review.children]
        for review in record.reviews
    ] == [
        [("Child R", 30.0, "male", "died")],
        [("Child S", 60.0, "female", "serious-harm")],
        [("Child T", 180.0, "female", "serious-harm")],
    ]
    first, second, third = record.reviews
    assert [(f.text, f.polarity) for f in first.findings] == [
        ("the inability of services to see him alone", "shortfall"),
        ("lack of curiosity", "shortfall"),
    ]
    assert [r.text for r in first.recommendations] == [
        "nurses to ask who lives at home",
        "the police to share what they know",
    ]
    assert len(second.recommendations) == 1  # what it asks is said
    assert third.recommendations == []  # what it asks is not
    assert any("are made around" in item.text for item in record.report.rejected)
    assert record.statistics == []  # two adults, one of whom: of one story


def test_entry_of_children_without_a_name_is_a_case() -> None:
    head = "2031 – Anonymous – Twins with burns"
    label = case_label(head)
    assert label is not None
    assert (label.name, label.ref) == (None, None)
    text = f"Published case reviews\n\n{head}\n\nBurns to a 9-month-old boy in May 2030.\nLearning: nobody asked.\n"
    (review,) = read(text).reviews
    assert [(child.name, child.age_months) for child in review.children] == [(None, 9.0)]


@pytest.mark.parametrize("month", ["March", "May", "June", "December", "February"])
def test_a_month_is_no_child(month: str) -> None:
    text = f"Briefings\n\nBrown\n\nIn {month} 2030 Ms B found her 15 day old baby, Browne, not breathing. He died.\n"
    record = read(text)
    names = [child.name for review in record.reviews for child in review.children]
    assert month not in names
    assert month not in [review.name for review in record.reviews]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("a 2-year-6-month-old boy", 30.0),
        ("a 1 year and 3 month old girl", 15.0),
        ("aged 2 years and 6 months", 30.0),
        ("a three-year-old boy", 36.0),
    ],
)
def test_ages_of_two_units(said: str, expected: float) -> None:
    found = AGE.search(f"He was {said} who died.")
    assert found is not None
    assert months(next(group for group in found.groups() if group)) == expected


@pytest.mark.parametrize(
    "said", ["a service for 0-5 year olds", "for 2–4 year old children", "5 to 11 year old pupils"]
)
def test_a_span_of_ages_is_nobodys_age(said: str) -> None:
    assert AGE.search(f"There is {said} in every area.") is None


def test_heading_of_two_names_is_a_case_where_either_is_told_of() -> None:
    text = (
        "Seven-minute briefings\n\nThese briefings may be used in your teams for a short talk about each review."
        "\n\nAda and Bea\n\nBea was brought to hospital. Bea was ten months old and burned.\n"
    )
    (review,) = read(text).reviews
    assert review.name == "Ada and Bea"
