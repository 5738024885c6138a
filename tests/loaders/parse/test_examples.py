"""Cases told as examples of a theme, children whose code looks like a word, titles that open with a name, terms."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.records import DocumentRecord
from loaders.formats.text.read import read_text
from loaders.parse.cases.headings import case_label
from loaders.parse.parse import parse

THEMES = """# What four reviews tell us: a thematic review

## Theme 1: The men nobody met

In three of four reviews a man had not been spoken to by any agency.

### Example: Child C (CPR 2/2030, extended)

Child C was two years old when he died. The health visitor did not ask about a man's coat in the porch.

## Theme 2: Knowing, but not together

Information was held, but it did not move.

### Example: the Pentre sisters (CPR 1/2031, concise)

Mali and Non were severely neglected. The school did not put its worries together.

## Theme 3: A workforce under strain

One child had nine social workers in twenty months. Supervision was taken up with timescales.
"""
PAGE = """# Robin: what we learned and what it means for you

A child safeguarding practice review happens when a child has been seriously harmed.

## Robin's story

Robin is quick and funny. Robin was 16 when he was stabbed in a stairwell.

## What the review found

### 1. Missing became normal

Nobody asked why he went missing.

## Words we use

### Adultification

When children are seen as more grown up and less vulnerable than they are.

### Return interview

A conversation that no one has to accept.
"""


def _read(text: str) -> DocumentRecord:
    return parse(read_text(Path("paper.md"), text.encode()))


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Example: Child C (CPR 2/2030, extended)", "Child C"),
        ("Example 2: Robin (rapid review)", "Robin"),
        ("The Marlow sisters (CPR 1/2031)", "The Marlow sisters"),
        ("Child AT7 (rapid review, June 2030)", "Child AT7"),
    ],
)
def test_headings_that_open_a_case(heading: str, name: str) -> None:
    label = case_label(heading)
    assert label is not None
    assert label.name == name


@pytest.mark.parametrize("heading", ["Example: a child in care", "Example 1", "Child at risk", "The Marlow sisters"])
def test_headings_that_open_none(heading: str) -> None:
    label = case_label(heading)
    assert label is None or label.kind == "other"


def test_below_examples_the_themes_go_on_and_stay_learning() -> None:
    record = _read(THEMES)
    assert [review.name for review in record.reviews] == ["Child C", "The Pentre sisters"]
    told = [one.text for one in record.findings]
    assert "Information was held, but it did not move." in told
    assert "One child had nine social workers in twenty months." in told
    assert "Information was held, but it did not move." not in [f.text for r in record.reviews for f in r.findings]


def test_a_title_that_opens_with_a_name_and_terms_that_are_explained() -> None:
    record = _read(PAGE)
    (review,) = record.reviews
    assert review.name == "Robin"
    assert [one.text for one in review.findings] == ["Nobody asked why he went missing."]
    assert any("grown up" in one.text for one in record.report.rejected)
