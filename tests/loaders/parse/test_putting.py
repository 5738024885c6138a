"""Requests put in other words than a duty, and by their number where no list counts them."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.records import DocumentRecord, Recommendation
from loaders.formats.text.read import read_text
from loaders.parse.items.agents import agents_of
from loaders.parse.items.putting import puts_request
from loaders.parse.parse import parse


def _read(text: str, name: str = "review.md") -> DocumentRecord:
    return parse(read_text(Path(name), text.encode()))


def _asked(told: DocumentRecord) -> list[Recommendation]:
    return [one for home in (told, *told.reviews) for one in home.recommendations]


@pytest.mark.parametrize(
    "sentence",
    [
        "It is recommended that schools tell the nurse when a pupil moves.",
        "It is recommended, too, that schools are trained in it.",
        "It would be helpful if the county printed one list of contacts.",
        "Consideration should be given to a single number for families.",
        "We ask that each meeting begins with who is missing.",
        "We would ask the Department to change its form.",
        "The Board is asked to say by June how it will check this.",
        "The Executive is invited to write to other partnerships about this.",
        "Partners will want to look at their own forms.",
        "The police may wish to give the list to each new officer.",
        "Schools are encouraged to hang the list in the staff room.",
    ],
)
def test_it_asks(sentence: str) -> None:
    assert puts_request(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The panel was asked to look at three records.",
        "Consideration was given to a joint visit but it did not happen.",
        "Parents are encouraged to ring the nurse.",
        "Schools are invited to the learning event.",
        "Members are asked to note this report.",
        "The Board will want to thank all who took part.",
        "Staff wanted to know more about fathers.",
        "It is suggested that the injury was caused by a fall.",
        "It is suggested that the father may have been in the house.",
        "We asked the trust for its record.",
        "Her grandmother would like to see her more often.",
    ],
)
def test_it_asks_of_nobody(sentence: str) -> None:
    assert not puts_request(sentence)


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("It is recommended that the trust gives every midwife a card.", ["trust"]),
        ("It is recommended that the police and the council agree who rings the family.", ["police", "council"]),
        ("The council, together with the police, should publish a guide.", ["council", "police"]),
        ("The Executive is invited to add fathers to its audit plan.", ["Executive"]),
        ("We would ask the trust to print the father's name on the record.", ["trust"]),
        ("The council, after the summer, should publish a guide.", ["council"]),
        ("It is recommended that children are seen alone.", []),
    ],
)
def test_its_grammar_says_of_whom(sentence: str, who: list[str]) -> None:
    assert agents_of(sentence) == who


def test_a_letter_asks_without_a_heading() -> None:
    told = _read(
        "Letter from the independent chair\n\nDear partners\n\nThe review of Child Oak has ended. The review found that"
        " meetings were held without the grandmother, who knew most.\n\nWe ask that each meeting begins with who is"
        " missing. The Board is asked to say by June how it will check this. Partners will want to look at their own"
        " forms.\n\nYours faithfully\n",
        "letter.txt",
    )
    assert [(one.text.split()[0], one.by_wording) for one in _asked(told)] == [
        ("We", False),
        ("The", False),
        ("Partners", False),
    ]


def test_among_learning_what_is_wanted_of_a_body_is_asked() -> None:
    told = _read(
        "# Child Ivy: learning\n\n## Learning\n\n- Fathers were not asked about. Partners will want to check"
        " their forms.\n"
        "- The Executive is invited to add fathers to its audit plan.\n- Staff wanted to know more about fathers.\n"
    )
    (review,) = told.reviews
    assert [(one.text, one.addressees) for one in review.recommendations] == [
        ("Partners will want to check their forms.", ["Partners"]),
        ("The Executive is invited to add fathers to its audit plan.", ["Executive"]),
    ]
    assert [one.text for one in review.findings] == [
        "Fathers were not asked about.",
        "Staff wanted to know more about fathers.",
    ]


def test_numbered_requests_of_one_paragraph_are_items_each_with_whom_its_brackets_name() -> None:
    told = _read(
        "# Rapid review RR 4/29\n\nRecommendation 1 (Health). Health visitors should see each baby undressed at"
        " the first"
        " visit. Recommendation 2 (Police). Officers should note who else lives in the home. Recommendation 3 (Schools"
        " and Housing). A move should be told to the school nurse within a week.\n\nThe panel found that records"
        " did not"
        " follow the family.\n"
    )
    assert [(one.ref, one.addressees) for one in _asked(told)] == [
        ("1", ["Health"]),
        ("2", ["Police"]),
        ("3", ["Schools", "Housing"]),
    ]


def test_a_paragraph_that_only_points_to_numbers_is_not_parted() -> None:
    told = _read(
        "# Update on RR 4/29\n\n## What has been done\n\nRecommendation 1 (Health). The form was changed in May."
        " Recommendation 2 (Police). Cards were given to officers.\n"
    )
    assert not _asked(told)


def test_a_heading_that_says_a_recommendation_asks_and_what_stands_below_answers() -> None:
    told = _read(
        "# Reply to the recommendations about Child N\n\n## Recommendation 1: The trust should move the clinic to"
        " Saturdays.\n\nThe building cannot be opened at weekends.\n\n## Recommendation 2: The council should"
        " change the"
        " form so that fathers are named.\n\nThe form was changed in May.\n"
    )
    assert [(one.ref, one.text) for one in _asked(told)] == [
        ("1", "The trust should move the clinic to Saturdays."),
        ("2", "The council should change the form so that fathers are named."),
    ]
    assert [(one.text, one.recommendation) for one in told.actions] == [("The form was changed in May.", "2")]


def test_questions_for_teams_are_no_requests() -> None:
    told = _read(
        "# Learning summary: Child Birch\n\n## Learning\n\n- The list of contacts was out of date.\n\n"
        "## Questions for teams\n\n- Should your team have a list?\n- How will the Board know that it is used?\n"
    )
    assert not _asked(told)
