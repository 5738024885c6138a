"""Lines among news of work that tell of none: dates, places, hours, whom to ask, and that a report was gone through."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.records import Action, DocumentRecord
from loaders.formats.text.read import read_text
from loaders.parse.items.notices import is_notice, only_looked_at
from loaders.parse.parse import parse


def _read(text: str, name: str = "paper.md") -> DocumentRecord:
    return parse(read_text(Path(name), text.encode()))


def _done(told: DocumentRecord) -> list[Action]:
    return [one for home in (told, *told.reviews) for one in home.actions]


@pytest.mark.parametrize(
    "line",
    [
        "Next dates: 4 June, 9 July.",
        "The next session is on 7 July.",
        "Training: 12 October, 9 November, 14 December, 10am at the Town Hall.",
        "Crying workshop: 3 June, 10am.",
        "Book at training@northmere.example.",
        "Sign up on the portal.",
        "To book, email the team.",
        "Places are free; book by email.",
        "Opening hours of the help line: 8 to 8.",
        "Our office is open from nine to four.",
        "Open Monday to Friday, 9am to 5pm.",
        "More at www.northmere.example/robin",
        "Have your say: fill in our survey.",
        "Contact the business unit for a copy.",
        "Please call 01234 555 555.",
        "Editor: J. Marsh. Printed on recycled paper.",
        "Page owner: business unit.",
        "Members are asked to note this report.",
    ],
)
def test_what_a_paper_prints_for_its_readers_is_a_notice(line: str) -> None:
    assert is_notice(line)


@pytest.mark.parametrize(
    "line",
    [
        "Contact each family within a week of the review.",
        "Call a meeting of heads by June.",
        "Training: 140 midwives were trained by 12 October.",
        "The office is open later since May, so that families can ring after school.",
        "Register of placements set up in April.",
        "Sign-off moved to the executive.",
        "Further training was given on 4 June.",
        "Printed cards were given to every officer.",
        "Audit: 12 May, completed by the trust.",
        "Book bags were bought for every nursery.",
        "Ring families before a plan is closed.",
    ],
)
def test_a_deed_that_opens_alike_is_none(line: str) -> None:
    assert not is_notice(line)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Partnership has looked at each of the recommendations and set out below what it will do.",
        "Agencies have gone through the findings one by one and their replies are given underneath.",
        "Partners have met to go through the report, and this document sets out what they will do.",
        "We have studied the report in detail and our plan is given below.",
        "Each agency has discussed the recommendations and written a reply, which follows.",
    ],
)
def test_that_a_report_was_gone_through_is_no_work(sentence: str) -> None:
    assert only_looked_at(sentence)
    told = _read(
        f"# Statement about Child K\n\n## What has been done\n\n{sentence}\n\nThe form was changed in May 2029.\n"
    )
    assert [one.text for one in _done(told)] == ["The form was changed in May 2029."]


@pytest.mark.parametrize(
    "sentence",
    [
        "The board has reviewed its threshold document and published a new one in May.",
        "We have discussed the findings with each team and changed the handover form.",
        "The council has considered the report and appointed a second nurse.",
    ],
)
def test_a_report_that_was_gone_through_and_acted_on_is(sentence: str) -> None:
    assert not only_looked_at(sentence)


def test_below_what_has_changed_notices_are_no_actions_and_each_deed_is_of_the_review_told_above() -> None:
    told = _read(
        "# Newsletter, autumn 2028\n\n## Review of Child Fern\n\nChild Fern, 14, was exploited by older young"
        " people. The"
        " review found that missing episodes were not talked over with her.\n\n## What we have done\n\nThe police gave"
        " every officer a card with the questions. A guide for parents is being written.\n\nTraining: 12 October,"
        " 9 November, 10am at the Town Hall. To book, email the team.\n\nContact: safeguarding@westholt.example\n"
    )
    (review,) = told.reviews
    assert not told.actions
    assert [(one.text, one.status) for one in review.actions] == [
        ("The police gave every officer a card with the questions.", "complete-evidence-awaited"),
        ("A guide for parents is being written.", "under-way"),
    ]
    reasons = {one.text: one.reason for one in told.report.rejected}
    assert (
        "how to take part"
        in reasons["Training: 12 October, 9 November, 10am at the Town Hall. To book, email the team."]
    )


def test_deeds_told_below_two_stories_are_of_neither_by_itself() -> None:
    told = _read(
        "# Case summaries\n\n## Child A1 (rapid review 2027)\n\nChild A1 was a baby of five weeks with a head"
        " injury. The"
        " review found that the father was not spoken to.\n\n## Child B2 (rapid review 2028)\n\nChild B2 was"
        " fifteen and"
        " took her own life. The review found that her college was not invited to meetings.\n\n## Since"
        " then\n\nColleges"
        " in the county have been given a contact.\n"
    )
    assert [one.text for one in told.actions] == ["Colleges in the county have been given a contact."]
    assert not any(review.actions for review in told.reviews)


def test_since_then_with_a_colon_opens_what_was_done_in_each_story() -> None:
    told = _read(
        "NORTHMERE NEWS\n\nStory one: Baby Reed\n\nBaby Reed was four weeks old and was shaken. The review found that"
        " crying had not been spoken of with his father.\n\nSince then: all new fathers are given the crying"
        " leaflet.\n\n"
        "Story two: Max\n\nMax, 15, was stabbed. The review found that school exclusion was decided without the youth"
        " worker.\n\nSince then: youth workers are invited to exclusion meetings.\n",
        "news.txt",
    )
    assert {review.name: len(review.actions) for review in told.reviews} == {"Baby Reed": 1, "Max": 1}


def test_an_agency_a_colon_and_what_its_people_were_told_is_a_deed() -> None:
    told = _read(
        "# Child Teal\n\nChild Teal died aged two. The review found that his injuries were not told to social"
        " workers.\n\n"
        "## Update from agencies\n\n- Police: officers have been told to record the names of all children in the"
        " house.\n"
        "- Health: a duty nurse will answer calls from nurseries from September.\n- Subscribe here.\n"
    )
    assert [(one.status, one.by_wording) for one in _done(told)] == [
        ("complete-evidence-awaited", False),
        ("not-started", False),
    ]
