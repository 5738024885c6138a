"""Papers that head, name and number what they tell unlike most: bulletins, one report of several children, progress."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.records import DocumentRecord
from loaders.formats.text.read import read_text
from loaders.parse.cases.headings import case_label
from loaders.parse.parse import parse


def read(text: str) -> DocumentRecord:
    return parse(read_text(Path("paper.md"), text.encode()))


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("1. ROWAN (Local Child Safeguarding Practice Review, published March)", "Rowan"),
        ("BABY K (rapid review, March)", "Baby K"),
        ("IVY AND ROSE (rapid review, not published)", "Ivy and Rose"),
    ],
)
def test_a_name_in_capitals_before_its_kind_of_review(heading: str, name: str) -> None:
    label = case_label(heading)
    assert label is not None
    assert label.name == name


def test_a_name_in_capitals_before_anything_else_is_no_case() -> None:
    assert case_label("TRAINING (online, March)") is None


SIBLINGS = """# Local Child Safeguarding Practice Review concerning three siblings: Ada, Bryn and Cal

## 1 The children

| Child | Age in March 2031 | Service most involved |
|---|---|---|
| Ada | 12 years | Early help |
| Bryn | 6 years | Disabled children's team |
| Cal | 11 months | Health visiting |

## 2 Analysis

### Finding 1. Worry was not written down

2.1 The records of three agencies are long. No agency asked who lived in the home.
2.2 The nursery closed the record on its own terms. The visits were not followed up.
"""


def test_a_table_of_the_children_of_one_review_opens_no_cases() -> None:
    (review,) = read(SIBLINGS).reviews
    assert [(child.name, child.age_months) for child in review.children] == [("Ada", 144), ("Bryn", 72), ("Cal", 11)]


def test_a_short_finding_that_tells_what_happened_is_one() -> None:
    (review,) = read(SIBLINGS).reviews
    told = [finding.text for finding in review.findings]
    assert "Worry was not written down" in told
    assert "No agency asked who lived in the home." in told
    assert "The records of three agencies are long." not in told
