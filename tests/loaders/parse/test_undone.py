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


@pytest.mark.parametrize(
    "text",
    [
        "The council has committed to reviewing the procedure.",
        "The strategy was approved but implementation has stalled.",
        "Guidance has been circulated for comment.",
        "A working group has been established to look at this.",
        "The ICB has been asked to report in June.",
        "This was raised with the provider, who promised to look into it.",
        "The training was commissioned and the first session is in September.",
        "A bid has been submitted for funding.",
        "The post has been advertised twice without success.",
        "The tool has been purchased and is waiting to be installed.",
        "The protocol was agreed, signed and then overtaken by the restructure.",
        "The form was introduced; use of it is patchy.",
        "Training delivered to 40 of 200 staff.",
        "The recommendation has been discussed at the board.",
        "The recommendation was considered and is being explored further.",
        "The team has been restructured, so this action no longer applies.",
        "It was reported as complete in March, although we could find no record of it.",
        "Completed, save for the evaluation.",
        "Completed bar two agencies.",
        "All agencies bar one have completed the checklist.",
        "Delivered in part.",
        "Implemented in principle.",
        "The update to the system has been specified and costed.",
        "The contract has been awarded and mobilisation begins in May.",
        "The new panel has met once.",
        "A date has been set for the first meeting.",
        "An options paper has been produced.",
        "The procedure has been rewritten and goes to the board in July.",
        "The new procedure was presented to the board, which asked for amendments.",
        "This has been taken forward by the neglect group.",
        "This has been incorporated into the business plan.",
        "This has been added to the forward plan.",
        "Health have completed their part.",
        "Agreed at the June meeting.",
        "Noted and accepted.",
        "Resolved to revisit in twelve months.",
        "Signed off by the chair pending ratification.",
        "Closed on the tracker; the panel asked for it to be looked at again.",
        "The action was marked as done before anyone had checked.",
        "The leaflet is ready to be printed.",
        "The leaflet has been printed and is in the stores.",
        "Introduced in February and withdrawn in May.",
        "The helpline opened in May and closed in August.",
        "The course has been developed but not yet delivered.",
        "Has been scoped with the university.",
        "The register has been set up and is empty.",
        "We have trialled it and decided against.",
        "Nearly all staff trained.",
        "Training figures have been requested from all agencies.",
        "A review of caseloads has been started and paused.",
        "Launched, with low take-up.",
        "The chair has agreed that this can be closed once the audit is in.",
        "Should have been completed by April.",
        "We expected this to be complete by now.",
        "This would have been completed but for the strike.",
        "Work was completed on the first draft.",
        "The first phase was completed on time.",
        "The request has been forwarded to the commissioner.",
        "The matter has been referred to the legal team.",
        "Discussions have been held with the trust.",
        "Meetings have been held with housing to agree a way forward.",
        "The board has received a report on options.",
        "We have explored the use of a shared chronology.",
        "We have agreed a timetable for the changes.",
        "A task and finish group has been set up and has met twice.",
        "Terms of reference have been agreed.",
        "The specification has been drawn up and tenders invited.",
        "The provider has been chosen; mobilisation starts in the spring.",
        "The guidance has been drafted and shared with frontline staff for feedback.",
        "The procedure was updated but staff have not been told.",
        "The briefing was delivered but attendance was poor.",
        "This was trialled in two schools.",
        "Two of the three parts have been completed.",
        "The service has recruited two of four workers.",
        "Most GP practices have signed the agreement.",
        "The system change has been requested; the supplier has quoted for the work.",
        "The course was run once and has not been repeated.",
        "The work was finished by one agency; others have yet to begin.",
        "The post was filled but the worker has since left.",
        "The group was disbanded before it finished its work.",
        "Funding has been secured for a worker.",
        "Funding has been identified and recruitment will begin.",
        "The police have confirmed that the change will be made.",
        "The council has given assurance that this will happen.",
        "Assurance has been sought from all partners.",
        "Assurance has been received from four of seven partners.",
        "The survey has closed and results are awaited.",
        "The audit has been scheduled.",
        "The audit tool has been agreed.",
        "A leaflet was designed by young people and will be printed.",
    ],
)
def test_a_step_before_the_work_or_a_part_of_it_is_not_done(text: str) -> None:
    assert not stand_of(text).status.startswith(("complete", "embedded"))


@pytest.mark.parametrize(
    "text",
    [
        "The pathway was launched in June and is used in every clinic.",
        "All health visitors have now been trained.",
        "The escalation policy was published on 3 May 2024.",
        "The duty desk now rings back the same day.",
        "The police have identified a lead officer.",
        "Guidance has been circulated to all schools.",
        "The protocol has been agreed by all partners.",
        "A lead was appointed and started in May.",
    ],
)
def test_work_plainly_done_stays_done(text: str) -> None:
    assert stand_of(text).status.startswith("complete")


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Done. Next audit planned for March.", "complete-evidence-awaited"),
        ("Complete, and will be re-audited in the spring.", "complete-evidence-awaited"),
        ("Launched in May. Evaluation to follow.", "complete-evidence-awaited"),
        ("Launched in May. Training to follow.", "under-way"),
        ("Launched in May. Re-audit found that staff do not use it.", "under-way"),
        ("Re-audit planned for May.", "not-started"),
    ],
)
def test_that_what_was_done_will_be_tested_takes_nothing_back(told: str, expected: str) -> None:
    assert stand_of(told).status == expected
