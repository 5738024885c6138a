"""What says less than done: a label that something was agreed, teaching that was bought, and what is only announced."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.formats.text.read import read_text
from loaders.parse.items.status import stand_of
from loaders.parse.parse import parse


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Agreed: the new venue is much nicer.", "not-stated"),
        ("Agreed: it was a good day.", "not-stated"),
        ("Agreed: what a summer it has been.", "not-stated"),
        ("Agreed: a very useful morning.", "not-stated"),
        ("Agreed: the escalation form will be shortened by June.", "not-started"),
        ("Agreed: a single form for referrals.", "not-started"),
        ("AGREED: Police to write to schools.", "not-started"),
        ("Agreed: form reissued.", "not-started"),
        ("Agreed: a single form for referrals, in use since May.", "complete-evidence-awaited"),
        ("Agreed: the referral form was shortened in May.", "complete-evidence-awaited"),
        ("Agreed and published in May.", "complete-evidence-awaited"),
        ("Resolved: the rota covers weekends.", "complete-evidence-awaited"),
    ],
)
def test_a_label_that_says_agreed_is_not_done(text: str, status: str) -> None:
    assert stand_of(text).status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Training bought.", "under-way"),
        ("Course purchased.", "under-way"),
        ("Neglect training for schools has been bought.", "under-way"),
        ("We have bought an online course on neglect.", "under-way"),
        ("Proposal written.", "not-stated"),
        ("Training bought and given to forty midwives.", "complete-evidence-awaited"),
        ("Licences bought in May.", "complete-evidence-awaited"),
        ("Cots bought for twelve families.", "complete-evidence-awaited"),
        ("Guide to the training printed.", "complete-evidence-awaited"),
    ],
)
def test_teaching_that_was_bought_is_not_teaching_that_was_given(text: str, status: str) -> None:
    assert stand_of(text).status == status


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("Bid submitted in May.", False),
        ("The ICB has been written to asking for the money.", False),
        ("Money was set aside for training.", False),
        ("Plan drawn up to train all staff.", False),
        ("We have met the housing association to talk about the lease.", False),
        ("The form has gone to the printers.", False),
        ("The leaflet has been commissioned.", False),
        ("Software bought; it is installed in spring.", False),
        ("The leaflet was printed and sent to every practice.", True),
        ("The bereavement service was commissioned in 2024.", True),
        ("Letters were sent to all schools in May.", True),
        ("The plan was rewritten in May.", True),
        ("The form went to the printers and is now in use.", True),
    ],
)
def test_a_thing_sent_for_or_set_going_is_not_done(text: str, done: bool) -> None:
    assert (stand_of(text).status == "complete-evidence-awaited") is done


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The leaflet has been reprinted, and new posters go up in October.", "under-way"),
        ("Supervision was reviewed; from April each team has a lead.", "under-way"),
        ("Health visitors now have access to the record; from January midwives get it too.", "under-way"),
        ("The form was piloted; it comes into force in the new year.", "under-way"),
        ("The form was piloted in March and came into force in May.", "complete-evidence-awaited"),
        ("The panel was set up; from April 2024 its minutes were sent to schools.", "complete-evidence-awaited"),
        ("The audit was finished in July and its results were shared with all teams.", "complete-evidence-awaited"),
    ],
)
def test_what_is_announced_beside_a_deed_is_still_to_come(text: str, status: str) -> None:
    assert stand_of(text).status == status


def test_a_view_under_agreed_is_no_action_in_a_newsletter() -> None:
    told = parse(
        read_text(
            Path("news.md"),
            b"# Northmere Safeguarding Children Partnership: newsletter\n\n## Since last time\n\n- Agreed: the"
            b" new venue is"
            b" much nicer.\n- Agreed: the referral form was shortened in May.\n- Agreed: the leaflet will be"
            b" reprinted.\n\n"
            b"## Learning\n\nThe review of Child F (2027) found that school nurses were not told of moves.\n",
        )
    )
    assert [(one.text, one.status) for one in told.actions] == [
        ("Agreed: the referral form was shortened in May.", "complete-evidence-awaited"),
        ("Agreed: the leaflet will be reprinted.", "not-started"),
    ]


def test_below_a_refusal_what_cannot_be_changed_is_no_work() -> None:
    told = parse(
        read_text(
            Path("reply.txt"),
            b"Reply to the review of Child Q\n\nRecommendation 1: The college should keep a place open for each young"
            b" parent.\n\nNot accepted. Places cannot be held open. The contract cannot be ended.\n\n"
            b"Recommendation 2: The trust should change the"
            b" discharge form.\n\nAccepted. The form has been changed.\n",
        )
    )
    (review,) = told.reviews
    assert [(one.answers, one.kind) for one in told.responses] == [("1", "not accepted"), ("2", "accepted")]
    assert [(one.text, one.status, one.recommendation) for one in review.actions] == [
        ("The form has been changed.", "complete-evidence-awaited", "2")
    ]
