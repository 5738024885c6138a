"""A word of work done does not stand where the same statement undoes it later, in the sentence or in the next one."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from loaders.formats.text.read import read_text
from loaders.parse.items.status import stand_of
from loaders.parse.parse import parse

DONE = [
    "A safer sleep checklist was launched in May 2023",
    "The joint clinic has been set up",
    "Guidance on bruising was issued to every practice in March",
    "A young people's panel was formed in June",
    "Health visitors now ask about fathers at each visit",
    "Training has been delivered to all duty staff",
    "The fathers' group is in place",
]
UNDONE = {
    "cancelled": [
        "It lapsed in 2024",
        "it was withdrawn a year later",
        "the funding ended in March 2024",
        "its grant ran out",
        "the contract was not renewed",
        "the money was not found again",
        "it closed when the post ended",
        "this has since stopped",
        "it has now been dropped",
        "it was later abandoned",
        "it fell out of use within a year",
        "nobody uses it any more",
        "it is no longer running",
        "it did not survive the reorganisation",
        "the scheme has come to an end",
        "the service was decommissioned in the autumn",
        "it did not last",
        "It has been discontinued",
        "shown once and not used since",
        "it has not been used since",
        "the board has since withdrawn its support",
        "it was scrapped last year",
        "partners decided not to go on with it",
        "the pilot was not extended",
    ],
    "superseded": [
        "it has been superseded by the regional pathway",
        "it was merged into the neglect plan",
        "this is now part of the neglect strategy action 4",
        "it has been overtaken by the reforms",
        "it has been replaced by a national form",
        "it was folded into another action",
        "the work has moved into the domestic abuse plan",
        "it has been absorbed into the wider programme",
    ],
    "paused": [
        "it has been paused since January",
        "the supplier has been lost",
        "the supplier withdrew",
        "the provider pulled out",
        "the provider closed in April",
        "the charity has since shut",
        "the trainer left and has not been replaced",
        "it is on hold while a lead is found",
        "the rest was put off until 2026",
        "it has stalled",
        "it was suspended in the autumn",
        "the post is vacant again",
    ],
    "under-way": [
        "the action has been opened again",
        "it will be launched in January",
        "it will go to the Executive for approval",
        "70% of staff have attended so far",
        "it is still in a box in the office",
        "it is used for 43 of the 70 children",
        "a dip sample found it was not happening",
        "an audit found it was not being used and the action was reopened",
        "the results are awaited",
        "we await the evaluation before it is closed",
        "it has yet to be launched",
        "it is yet to be tested",
        "it has not yet been approved",
        "sign-off is awaited",
        "the rest will follow in the spring",
        "the other two areas will follow",
        "filming starts in the spring",
        "only three of the nine teams have taken it up",
        "so far 40 of 210 staff have had it",
        "it is not complete",
        "this remains open",
        "the work is unfinished",
        "there is more to do",
        "the second half is still to come",
        "it was found in only five of 30 files",
        "an audit found it in only 4 of 20 records",
        "take-up has been low and the action stays open",
        "it will be launched in May",
        "most staff have not seen it",
        "it now has to be done again",
    ],
}
NEAR = {"under-way": {"not-started"}, "paused": {"not-started", "cancelled"}}  # as honest, said in other words
HARMLESS = [
    "the old form has been withdrawn",
    "the paper version is no longer used",
    "it replaced three older forms",
    "families helped to write it",
    "no child now waits more than a day",
    "it was written with parents who had lost a baby",
    "feedback from staff has been good",
    "a dip sample in June found it in 38 of 40 files",
    "it is used every week",
    "staff stopped using the earlier version",
    "delays have ended",
    "it covers children who are awaiting an assessment",
    "so that no family is dropped when a worker leaves",
    "it tells staff what to do when an assessment is paused",
    "the number of late visits has fallen",
    "it helps when a placement has ended",
    "all teams use it",
    "the board saw it in July",
    "it was shaped by young people who had left care",
    "it supersedes the guidance of 2016",
]
PLAIN = ["{0}. {2}.", "{0}; {1}.", "{0} and {1}."]  # without "but", which takes back in itself
JOINTS = ["{0}. {2}.", "{0}; {1}.", "{0}, but {1}.", "{0} and {1}."]


def joined(done: str, behind: str, joint: str) -> str:
    return joint.format(done, behind, behind[0].upper() + behind[1:])


@pytest.mark.parametrize("status", UNDONE)
def test_what_is_undone_behind_a_done_word_is_not_done(status: str) -> None:
    wrong, other = [], []
    for done, behind, joint in product(DONE, UNDONE[status], JOINTS):
        text = joined(done, behind, joint)
        stand = stand_of(text)
        assert stand.printed is None or stand.printed.lower() in text.lower()
        if stand.status.startswith("complete") or stand.status == "embedded":
            wrong.append(text)
        elif stand.status not in {status, *NEAR.get(status, ())}:
            other.append((stand.status, text))
    assert wrong == []
    asked = len(DONE) * len(UNDONE[status]) * len(JOINTS)
    assert len(other) <= 0.1 * asked, other[:40]


def test_what_stands_behind_done_work_and_undoes_nothing_leaves_it_done() -> None:
    wrong = [
        (stand_of(text).status, text)
        for done, behind, joint in product(DONE, HARMLESS, PLAIN)
        if stand_of(text := joined(done, behind, joint)).status not in ("complete-evidence-awaited", "embedded")
    ]
    assert len(wrong) <= 0.02 * len(DONE) * len(HARMLESS) * len(PLAIN), wrong[:40]


PARAGRAPH = """# Learning review: Child Q

## What has been done

{0} A second leaflet was printed in July.
"""


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A night line was set up in May. It closed when the grant ended.", "cancelled"),
        ("A shared form was launched in June. The results of the test are awaited.", "under-way"),
        ("The surgery has appointed a link nurse. The post is vacant again.", "paused"),
        ("A pre-birth panel was started in April. It has been merged into the early help plan.", "superseded"),
        ("A night line was set up in May. Families helped to choose its name.", "complete-evidence-awaited"),
    ],
)
def test_the_next_sentence_of_a_paragraph_takes_back_too(text: str, status: str) -> None:
    record = parse(read_text(Path("review.md"), PARAGRAPH.format(text).encode()))
    acts = [action for review in record.reviews for action in review.actions] + record.actions
    told = [action for action in acts if action.text.startswith(text.split(".")[0])]
    assert [action.status for action in told] == [status]
    assert told[0].quote in PARAGRAPH.format(text)
    assert any(action.status.startswith("complete") and "leaflet" in action.text for action in acts)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Six forums were delivered to head teachers.", "complete-evidence-awaited"),
        ("The rapid review for this child was completed in May.", "complete-evidence-awaited"),
        ("Two of six forums were delivered.", "under-way"),
        ("Two modules have been delivered; a third is planned.", "under-way"),
        ("The policy was published in May. A review of its use is planned for 2025.", "complete-evidence-awaited"),
    ],
)
def test_a_count_told_whole_is_done_and_a_part_of_it_is_not(text: str, status: str) -> None:
    assert stand_of(text).status == status


@pytest.mark.parametrize(
    "text",
    [
        "The police have said that they cannot promise this at weekends, and this has been raised.",
        "We were asked by the department to wait for the national form, so we are waiting.",
        "The trust told us that it will not be able to fund the post; the plan has been revised.",
    ],
)
def test_a_refusal_or_a_wait_is_not_done(text: str) -> None:
    assert not stand_of(text).status.startswith("complete")
