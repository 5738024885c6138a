"""What a review asked for in running prose, what a body promises at one go, and what a plan counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.records import DocumentRecord
from loaders.formats.text.read import read_text
from loaders.parse.parse import parse
from loaders.parse.sentences import promised_in

CHAPTER = """# Learning from reviews: yearly report 2030-31

## What happened, and what we learned

### Rapid Review 1/30-31

Robin was two when he died. Robin's review made two recommendations: that the council should see where medicine is \
kept; and that the Trust should give staff a short guide.

### Rapid Review 3/30-31

A girl of 10 was harmed at home. The review asked agencies to provide chronologies. There was good work. The nursery \
offered two extra sessions each week. The review asked the council to set out how it will check on her.

## What has been done

The combined plan had 34 actions in April and 41 were added. We asked practitioners whether they had changed anything. \
A guide was published in May.

Looking across the nine reviews, two things recur. Children were not spoken to.

Next year we will: carry out an audit of adult services; and publish the guide to medicines.
"""


def read() -> DocumentRecord:
    return parse(read_text(Path("chapter.md"), CHAPTER.encode()))


def test_requests_are_read_one_by_one_out_of_the_sentence_that_counts_them() -> None:
    first, second = read().reviews
    assert (first.ref, second.ref) == ("1/30-31", "3/30-31")
    assert [asked.text for asked in first.recommendations] == [
        "the council should see where medicine is kept",
        "the Trust should give staff a short guide.",
    ]
    assert [asked.addressees for asked in second.recommendations] == [["council"]]  # chronologies are no request


def test_what_is_told_behind_good_work_is_good_practice() -> None:
    praised = [finding.text for finding in read().reviews[1].findings if finding.polarity == "good-practice"]
    assert praised == ["There was good work.", "The nursery offered two extra sessions each week."]


def test_a_count_of_actions_and_a_question_of_a_survey_are_no_action() -> None:
    record = read()
    assert [action.text for action in record.actions] == [
        "A guide was published in May.",
        "carry out an audit of adult services",
        "publish the guide to medicines",
    ]
    assert [action.status for action in record.actions][1:] == ["not-started", "not-started"]
    assert "Children were not spoken to." in [finding.text for finding in record.findings]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In 2031 we will: see files; and ask children.", ["see files", "ask children"]),
        ("The partnership plans three things: A; B; C.", ["The partnership plans three things: A; B; C."]),
        ("We will: publish it.", ["We will: publish it."]),
    ],
)
def test_a_sentence_that_promises_several_things(sentence: str, expected: list[str]) -> None:
    assert promised_in(sentence) == expected


def test_what_was_done_under_the_number_of_a_recommendation_is_of_that_one() -> None:
    text = (
        "Local child safeguarding practice review: Baby Juno\n\nRecommendations\n\n"
        "Recommendation 1: The ICB should make sure that every practice knows the procedure.\n"
        "Recommendation 2: The police should send notifications within a day.\n\n"
        "Progress at publication\n\n"
        "Recommendation 1: All practices were trained in May.\n"
        "Recommendation 2: Notifications are being sent from two districts.\n"
    )
    (review,) = parse(read_text(Path("juno.txt"), text.encode())).reviews
    assert [(action.recommendation, action.status) for action in review.actions] == [
        ("1", "complete-evidence-awaited"),
        ("2", "under-way"),
    ]
