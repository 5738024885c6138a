"""Pages that tell of many reviews in a few lines each: a year, a place and a name; a name alone; titles of files."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.records import DocumentRecord
from loaders.formats.html.read import read_html
from loaders.formats.text.read import read_text
from loaders.parse.cases.headings import case_label
from loaders.parse.cases.named import named_alone
from loaders.parse.parse import parse

UPDATE = """Case reviews update

New in the collection

This update lists reviews that were added of late.

2030 - Ashmere and Fenwold - Gus

Death of a 17-year-old boy in November 2028. Gus died in a fight with two others. He had moved school four times.
Learning themes include: what young people say; the pull of exploitation; and moves between areas.
Recommendations include: give families one plan; and test the rating of risk by May 2031.

2029 – Brackenford - Baby A and sibling

Death of an 8-day-old girl in September 2027. Her father was known to probation.
Learning: fathers were not asked about; visits were missed.
Recommendations to the partnership include: share what was found with courts; audit files that tell of violence at home.
"""

PAGE = """<h1>7 minute briefings</h1><p>Use them in your teams.</p><h2>Briefings</h2>
<h3>Ali</h3><p>In June 2028 Ali, a 14 year old boy, died by taking his own life.</p>
<h3>Ivo and May</h3><p>Ivo and May, both aged 16 months, were murdered in 2027.</p>
<h3>Supervision</h3><p>Supervision is a place to think.</p>"""

LINKS = """Learning from reviews

  • Neglect in the family (PDF, 158 Kb)

    Key learning themes:
    - Names of services
    - Home visits

  • Baby K Serious Case Review (PDF, 169 Kb)

    Key learning themes:
    - Safer sleep
"""


def read(text: str) -> DocumentRecord:
    return parse(read_text(Path("many.txt"), text.encode()))


def test_entries_headed_by_year_place_and_name_are_cases_with_their_own_learning_and_requests() -> None:
    gus, baby = read(UPDATE).reviews
    assert [(c.name, c.age_months, c.sex, c.outcome) for c in gus.children] == [("Gus", 204.0, "male", "died")]
    assert [f.text for f in gus.findings] == [
        "what young people say",
        "the pull of exploitation",
        "moves between areas",
    ]
    assert [(r.text, r.due) for r in gus.recommendations] == [
        ("give families one plan", None),
        ("test the rating of risk by May 2031", "2031-05"),
    ]
    assert baby.name == "Baby A"
    assert [f.text for f in baby.findings] == ["fathers were not asked about", "visits were missed"]
    assert [(r.text, r.addressees) for r in baby.recommendations] == [
        ("share what was found with courts", ["partnership"]),
        ("audit files that tell of violence at home", ["partnership"]),
    ]


def test_a_name_alone_opens_a_case_where_the_text_below_tells_of_the_child() -> None:
    ali, two = parse(read_html(Path("page.html"), PAGE.encode())).reviews
    assert (ali.name, [c.outcome for c in ali.children]) == ("Ali", ["died"])
    assert [(c.name, c.age_months, c.outcome) for c in two.children] == [("Ivo", 16.0, "died"), ("May", 16.0, "died")]


@pytest.mark.parametrize("heading", ["Supervision", "Robin", "Next Steps"])
def test_a_word_alone_is_no_child_where_nothing_says_so(heading: str) -> None:
    assert named_alone(heading, "Supervision was held in June. Robin and partners met.") is None


def test_titles_of_files_part_what_stands_below_them() -> None:
    record = read(LINKS)
    assert [f.text for f in record.findings] == ["Names of services", "Home visits"]
    assert [(r.name, [f.text for f in r.findings]) for r in record.reviews] == [("Baby K", ["Safer sleep"])]


def test_a_sentence_that_counts_recommendations_makes_none() -> None:
    text = (
        "Learning from reviews\n\nChild BS\n\nChild BS was hurt in 2028.\n\nThe review makes few recommendations.\n\n"
    )
    record = read(text + "Recommendations are as follows:\n1. Nurseries should agree one form.\n")
    assert [r.text for r in record.reviews[0].recommendations] == ["Nurseries should agree one form."]


@pytest.mark.parametrize(
    ("heading", "meaning"),
    [("2020 - 2021", None), ("2024 – Training – Summary", None), ("2024 - Fenwold - Family Q", "Family Q")],
)
def test_a_year_and_a_place_need_a_name(heading: str, meaning: str | None) -> None:
    label = case_label(heading)
    assert (label.name if label else None) == meaning
