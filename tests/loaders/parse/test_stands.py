"""Work told as a bare fact of how it is now, and what is told in the same words and is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.formats.text.read import read_text
from loaders.parse.items.deeds import told_by_the_way
from loaders.parse.items.stands import stands_now
from loaders.parse.items.status import stand_of, tells_of_work
from loaders.parse.layout.requested import deeds_of, tells_progress
from loaders.parse.layout.saying import goes_on_with
from loaders.parse.parse import parse


@pytest.mark.parametrize(
    "sentence",
    [
        "The leaflet for carers has not been written.",
        "The visiting checklist is in use on both wards, and I tried it.",
        "The weekly list has been running since May with one clerk.",
        "The workers' forum, on the other hand, has not met since Easter.",
        "The audit of core groups was due by the end of October and is late.",
        "A second liaison nurse for the wards took up post in September.",
        "The duty team's form has had a box for siblings since March.",
        "A joint workshop on dogs is to be held in the autumn.",
        "The third action, a card for grandparents, is with the printers.",
        "We had hoped to bring you the new guide by now.",
        "The sleep campaign began in June and the posters are up.",
        "The board declined the fourth recommendation in a short letter.",
        "Since then the change to the rota has not started.",
    ],
)
def test_how_some_work_is_now_is_told_by_tense_and_subject(sentence: str) -> None:
    assert stands_now(sentence)
    assert told_by_the_way(sentence) == "actions"


@pytest.mark.parametrize(
    "sentence",
    [
        "The policy had not been used by any of the wards.",
        "He has not been seen alone since May.",
        "Nobody had looked at the box since January 2030.",
        "She had been in care since the age of nine.",
        "The family has not met the new worker since the move.",
        "I have not gone back over what happened to them.",
        "The ward should have been told of the plan.",
        "The school declined the referral because the form was wrong.",
        "The team could not have been in use of the plan.",
        "Mother began in her new job on the Monday.",
    ],
)
def test_what_was_so_in_a_story_is_not_how_some_work_is_now(sentence: str) -> None:
    assert not stands_now(sentence)


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The leaflet for carers has not been written.", "not-started"),
        ("The audit of core groups was due by the end of October and is late.", "overdue"),
        ("The workers' forum has not met since the coordinator went on leave.", "not-started"),
        ("The third action, a card for grandparents, is with the printers.", "under-way"),
        ("We had hoped to bring you the new guide by now.", "not-started"),
        ("The duty team's form is in use in one of the three hospitals.", "under-way"),
    ],
)
def test_what_is_not_done_is_never_read_as_done(sentence: str, status: str) -> None:
    assert stand_of(sentence).status == status


@pytest.mark.parametrize(
    ("item", "tells"),
    [
        ("re-audit is in the calendar for October 2031", True),
        ("contacts: the hub has changed its form from 1 May", True),
        ("guide for carers is on its third draft", True),
        ("The hub should change its form", False),
        ("that the trust tell us when the form is in use", False),
        ("One form for both wards", False),
        ("Audit the form again", False),
    ],
)
def test_an_item_among_requests_that_tells_how_far_one_is_asks_for_nothing(item: str, tells: bool) -> None:
    assert tells_progress(item) is tells


def test_deeds_of_a_reply_stand_apart_where_another_body_is_told_of() -> None:
    told = (
        "The trust has appointed a lead and is working through the list. Both councils will amend their forms in May."
    )
    assert len(deeds_of(told)) == 2
    assert len(deeds_of("The two forms were issued in May. Both are in use. An audit will follow in June.")) == 2


@pytest.mark.parametrize(
    "sentence",
    [
        "It was agreed that no LCSPR was needed, as the learning was known.",
        "A learning review was started in January and has not been finished.",
        "Councils are required to notify the panel of such incidents.",
        "An action plan has been agreed and is overseen by the board.",
        "Four of the six were submitted to the Panel on time and two were not.",
    ],
)
def test_news_of_a_review_and_of_duties_is_no_work(sentence: str) -> None:
    assert not tells_of_work(sentence)


def test_what_says_nothing_of_work_does_not_go_on_with_it() -> None:
    assert goes_on_with("actions", "What I could not find was any of the parents' own words.") is None
    assert goes_on_with("actions", "It has been sent to all the wards.") == "actions"


def test_what_the_child_does_now_is_no_work() -> None:
    page = "# Review of Rowan\n\nRowan, 15, was hurt in May 2031.\n\n## What has been done\n\n{}\n"
    text = page.format("The form has been changed. Rowan has started a course at college.")
    record = parse(read_text(Path("rowan.md"), text.encode()))
    told = [one.text for box in (record, *record.reviews) for one in box.actions]
    assert told == ["The form has been changed."]
