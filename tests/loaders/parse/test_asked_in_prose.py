"""Requests that a story tells in reported speech, in clauses, or behind a sentence that counts them."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.records import DocumentRecord
from loaders.formats.text.read import read_text
from loaders.parse.items.asking import each_asked_that
from loaders.parse.layout.requested import asked_after_count
from loaders.parse.layout.saying import said_by
from loaders.parse.parse import parse

DIGEST = """# Learning from reviews, 2031

## Rapid Review 4/31

Robin was three when he was badly burned in May 2030. He lived with his mother. {asked}
"""


def _asked(asked: str) -> list[tuple[str, list[str]]]:
    record: DocumentRecord = parse(read_text(Path("digest.md"), DIGEST.format(asked=asked).encode()))
    return [(one.text, one.addressees) for review in record.reviews for one in review.recommendations]


def test_reported_requests_are_told_one_by_one() -> None:
    told = "Her report asks that the hospital trust writes to fathers too, and that Ashmere Council trains its staff."
    assert [text for text, _ in _asked(told)] == [
        "the hospital trust writes to fathers too",
        "Ashmere Council trains its staff.",
    ]
    told = (
        "The Review Team suggested: schools to ring at once; the police to keep a list; and clinics to write plainly."
    )
    assert len(_asked(told)) == 3


def test_sentences_behind_a_count_of_recommendations_ask() -> None:
    told = "The review made two recommendations. Ashmere Council should visit hostels. No letter is to go out unread."
    assert [text for text, _ in _asked(told)] == [
        "Ashmere Council should visit hostels.",
        "No letter is to go out unread.",
    ]
    assert asked_after_count("Next, the form should be changed: it has gone from the files.") == [
        "Next, the form should be changed",
        "it has gone from the files.",
    ]


@pytest.mark.parametrize(
    "told",
    [
        "It says that any burn should be seen by a doctor.",  # what a protocol says
        "The review said that staff should have asked.",  # what might have been
        "The review made two recommendations. The clinic has closed.",
    ],
)
def test_policy_and_hindsight_ask_nothing(told: str) -> None:
    assert _asked(told) == []


def test_a_suspicion_is_no_list_of_requests() -> None:
    told = "The author suggested that she was afraid, and that nobody knew."
    assert each_asked_that(told) == [told]


def test_a_numbered_proposal_is_a_recommendation_with_its_letter() -> None:
    text = "# Scrutiny report\n\n## Question 1\n\nProposal B. The Partnership should test the form again.\n"
    record = parse(read_text(Path("report.md"), text.encode()))
    (asked,) = [one for box in (record, *record.reviews) for one in box.recommendations]
    assert (asked.ref, asked.text) == ("B", "The Partnership should test the form again.")


def test_a_semicolon_adds_a_request_unless_it_tells_how_far_it_is() -> None:
    told = "It recommends that the Committee look again at its list; a small group will start in October."
    assert each_asked_that(told) == [told]
    both = "It recommended that schools ring at once; the police keep a list."
    assert each_asked_that(both) == ["schools ring at once", "the police keep a list."]


def test_what_a_newsletter_says_a_review_recommended_is_asked() -> None:
    told = (
        "# Learning matters: newsletter of the Ashmere Safeguarding Children Partnership\n\n## Baby Wren\n\n"
        "Wren was four months old when he was brought to hospital with a broken leg. The review found that the health "
        "visitor had not been told of the partner. It recommended that midwives ask every mother who lives with her.\n"
    )
    record = parse(read_text(Path("newsletter.md"), told.encode()))
    assert [(one.text, one.addressees) for one in record.reviews[0].recommendations] == [
        ("It recommended that midwives ask every mother who lives with her.", ["midwives"])
    ]


def test_what_a_review_asks_in_counted_parts_is_asked_one_by_one() -> None:
    told = "The review asks the partnership (1) to write a guide, (2) to tell all schools and (3) to test it."
    assert [text for text, _ in _asked(told)] == ["to write a guide", "to tell all schools", "to test it"]
    assert not _asked("Robin had (1) no doctor, (2) no dentist and (3) no school.")
    assert not _asked("The review asked his mother (1) how she slept and (2) who helped her.")


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("I want to be careful here about the figures.", None),
        ("I want to be plain about this in front of you all.", None),
        ("I want to be clear that the police should visit each home within a day.", "asked"),
        ("I want to stress that the police should visit each home within a day.", "asked"),
        ("I want to see a plan for the night team by March.", "asked"),
    ],
)
def test_what_an_author_wants_to_be_is_no_request_unless_it_says_who_should_do_what(
    told: str, said: str | None
) -> None:
    assert said_by(told) == said
