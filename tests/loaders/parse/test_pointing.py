"""A sentence that only judges is one point with the sentence it judges; one that tells more stays by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.formats.text.read import read_text
from loaders.parse.layout.pointing import points_back
from loaders.parse.parse import parse

REPORT = """# Local Child Safeguarding Practice Review: Robin

## 1. Introduction

1.1 Robin was eight when he collapsed at home in May 2031. He survived.

## 2. Practice themes

### Theme 1: Clinics

2.1 The clinic had a policy. The nurse visited four times after clinics were missed. It was good practice and was not
part of what she is funded to do.

2.2 The letters were sent in English. That was a missed opportunity.

Recommendation 1: The hospital should send letters that a family can read.
"""


def test_praise_and_blame_that_point_back_are_told_with_what_they_judge() -> None:
    record = parse(read_text(Path("report.md"), REPORT.encode()))
    found = [(one.text.split(".")[0], one.polarity) for one in record.reviews[0].findings]
    assert ("The nurse visited four times after clinics were missed", "good-practice") in found
    assert ("The letters were sent in English", "shortfall") in found
    assert not any(text.startswith(("It was", "That was")) for text, _ in found)


def test_a_recommendation_printed_inside_a_theme_is_asked_and_is_no_finding() -> None:
    review = parse(read_text(Path("report.md"), REPORT.encode())).reviews[0]
    assert [one.text for one in review.recommendations if one.stated] == [
        "The hospital should send letters that a family can read."
    ]
    assert not any("should send letters" in one.text for one in review.findings)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("This was good practice.", "good-practice"),
        ("These were examples of thoughtful work.", "good-practice"),
        ("It was a significant gap.", "judged-in-prose"),
        ("It was not good practice.", None),
        ("It was in the notes and went no further.", None),
    ],
)
def test_what_a_sentence_calls_what_stands_before_it(sentence: str, name: str | None) -> None:
    found = points_back(sentence)
    assert (found.id if found else None) == name
