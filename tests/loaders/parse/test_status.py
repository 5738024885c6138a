"""Status follows the verb, not the heading (T17); nothing is complete unless it says so."""

from __future__ import annotations

import pytest

from loaders.parse.items.status import claims_work, opens_with_verb, stand_of, tells_of_work


@pytest.mark.parametrize(
    ("text", "status", "promise"),
    [
        ("Reviewed and amended the burns procedure", "complete-evidence-awaited", False),
        ("Recruited two trainers", "complete-evidence-awaited", False),
        ("Reviewing the referral form", "under-way", False),
        ("Commenced a review of training", "under-way", False),
        ("Developed and delivering a course", "under-way", False),
        ("Planning a conference on neglect", "under-way", True),
        ("Planned a conference that is scheduled for later", "not-started", True),
        ("The report will be presented in May", "not-started", True),
        ("A group is planning a day to be held in June", "not-started", True),
        ("An inquiry is ongoing", "under-way", False),
        ("R1 has been completed; a form was issued", "complete-evidence-awaited", False),
        ("R2 is partly met. Letters are now sent.", "under-way", False),
        ("R3 is outstanding.", "not-started", False),
        ("The plan has not been completed", "not-started", False),
        ("The step down form is overdue", "overdue", False),
        ("This work is on hold", "paused", False),
        ("Recommendation 4 is on track", "on-track", False),
        ("The procedure is now embedded", "embedded", False),
        ("A review has been finished, which will strengthen plans", "complete-evidence-awaited", False),
        ("The form is being tested", "under-way", False),
        ("Following the review, a group will be set up", "not-started", True),
        ("Training for all schools", "not-stated", False),
        ("Trust to review its guidance", "not-stated", False),
        ("Improved links with schools", "not-stated", False),
        ("The proposal for a joint clinic was turned down by the board", "cancelled", False),
        ("Joint visits were not agreed by the police", "cancelled", False),
        ("Funding for the post has been refused", "cancelled", False),
        ("The fortnightly panel has stopped", "paused", False),
        ("Discontinued in 2024 for lack of funds", "cancelled", False),
        ("Rejected: a second health visitor post", "cancelled", False),
        ("The conference was planned but did not take place", "cancelled", False),
        ("The launch has been postponed to 2026", "paused", False),
        ("Paused until the new system is live", "paused", False),
        ("The training has been delayed", "overdue", False),
        ("The night line is still a plan", "not-started", False),
        ("No lead has been appointed", "not-started", False),
        ("The tool was never introduced", "not-started", False),
        ("The form should have been changed in March", "not-started", False),
        ("It was put off twice and will now be done by September", "not-started", True),
        ("A pathway is being designed", "under-way", False),
        ("Half of the teams have been trained", "under-way", False),
        ("Training has been delivered to 12 of 40 staff", "under-way", False),
        ("Training has been delivered to 40 of 40 staff", "complete-evidence-awaited", False),
        ("Staff have stopped using the old form", "complete-evidence-awaited", False),
        ("A new guide has been published and the old one dropped", "complete-evidence-awaited", False),
    ],
)
def test_status_of_words(text: str, status: str, promise: bool) -> None:
    stand = stand_of(text)
    assert (stand.status, stand.promise) == (status, promise)
    assert stand.printed is None or stand.printed.lower() in text.lower()


def test_among_things_still_to_do_no_word_completes() -> None:
    assert stand_of("Audit of files", promise=True).status == "not-started"
    assert stand_of("Developed links to be kept up", promise=True).status == "not-started"
    assert stand_of("Audit of files", promise=True).promise
    assert stand_of("Write a leaflet with parents for consultation events", promise=True).status == "not-started"


def test_sentences_that_tell_of_work() -> None:
    assert tells_of_work("The group has rewritten the toolkit.")
    assert not tells_of_work("The programme is available online.")
    assert opens_with_verb("Planning a day")
    assert not opens_with_verb("Training for all")


def test_claims_of_work_among_learning() -> None:
    assert claims_work("An internal inquiry is ongoing.")
    assert claims_work("The Moor Trust has begun work on a joint plan.")
    assert not claims_work("The mother has begun to drink again.")
    assert not claims_work("Practice has improved since.")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The team meets each fortnight, and it has not been cancelled once", "not-stated"),
        ("The monthly clinic has never been cancelled", "not-stated"),
        ("None of the courses was withdrawn", "not-stated"),
        ("We have not paused the work", "not-stated"),
        ("The clinic was cancelled in May", "cancelled"),
        ("The work has been paused until the audit", "paused"),
        ("Police have searched and uploaded around 3,400 of an estimated 5,000 paper files", "under-way"),
        ("Police have uploaded all 5,000 paper files", "complete-evidence-awaited"),
        ("A programme of training for supervisors begins after half term", "not-started"),
        ("Supervision begins with the child", "not-stated"),
    ],
)
def test_what_is_not_stopped_not_whole_or_not_begun_is_not_said_to_be(text: str, status: str) -> None:
    assert stand_of(text).status == status


@pytest.mark.parametrize(
    "text",
    [
        "Drafted, not yet signed off",
        "Guide was written but not issued",
        "Developed, awaiting sign-off",
        "Training delivered in three of five agencies; two still to do",
        "Agreed in principle",
        "Largely completed",
        "Has been drafted",
        "A guide to bruising for nurseries and other settings has been drafted",
        "Pathway drafted; being consulted on",
        "The protocol is with partners for comment",
        "The tool has been rewritten and will be launched in the spring",
        "The team has agreed to protect supervision and is recruiting a supervisor",
        "Mostly done; two schools outstanding",
    ],
)
def test_a_done_word_beside_what_is_left_does_not_say_that_it_is_done(text: str) -> None:
    assert stand_of(text).status == "under-way"


@pytest.mark.parametrize(
    "text",
    [
        "Guidance for children awaiting assessment was published",
        "Completed but not yet embedded",
        "The guide was launched in May and read 640 times in its first three months",
        "In place at both sites since May 2024",
        "Accepted and implemented",
    ],
)
def test_what_is_left_must_be_of_the_work_itself(text: str) -> None:
    assert stand_of(text).status == "complete-evidence-awaited"


@pytest.mark.parametrize(
    "text", ["The recommendation was accepted", "Recommendation 3 has been accepted in full by the Trust.", "Accepted"]
)
def test_a_recommendation_that_is_accepted_is_not_carried_out(text: str) -> None:
    assert stand_of(text).status == "not-stated"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The group meets each quarter to look at cases where children have been injured", "not-stated"),
        ("It was agreed that a further review of the six cases would be useful", "not-started"),
        ("The Board has agreed that all agencies will complete a return", "not-started"),
        ("The partnership has accepted all five recommendations", "not-stated"),
        ("Good progress has been made on this recommendation", "under-way"),
        ("Work has been undertaken to strengthen the front door", "under-way"),
        ("The audit was undertaken in June and the report is awaited", "under-way"),
        ("The action plan has been developed and is watched over by the group", "under-way"),
        ("The policy has been revised and is going through governance", "under-way"),
        ("The first of three workshops was held in October", "under-way"),
        ("Two of the three workshops have been held", "under-way"),
        ("A business case was presented to commissioners", "under-way"),
        ("A meeting has been arranged with the police", "under-way"),
        ("Audits have shown improvement in recording", "not-stated"),
        ("Compliance was reported at 94%", "not-stated"),
        ("Actions from the review have been incorporated into the neglect action plan", "superseded"),
        ("Training was to have been offered last autumn, and nothing has happened yet", "not-started"),
        ("All three workshops have been held", "complete-evidence-awaited"),
        ("A survey was carried out with 200 staff", "complete-evidence-awaited"),
        ("Procedures have been amended to reflect the learning", "complete-evidence-awaited"),
    ],
)
def test_a_step_a_promise_or_a_figure_says_nothing_is_done(text: str, status: str) -> None:
    assert stand_of(text).status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Shared access to notes at night is planned for 2032, when the new system is installed", "not-started"),
        ("Two officers have been recruited but a third is needed, and the scheme has not gone live", "under-way"),
        ("We stopped work on our own pathway when one was announced for the region", "cancelled"),
        ("An earlier plan to appoint an adviser has been overtaken by another programme", "superseded"),
        ("A register of young carers is no longer being pursued", "cancelled"),
        ("Training should have been completed by June; 47 of 83 settings have taken part", "under-way"),
        ("A form is on trial in one clinic", "under-way"),
        ("Strategy approved in November 2031", "complete-evidence-awaited"),
        ("A poster is on display in every staff room", "complete-evidence-awaited"),
        ("The form was changed, which cannot be sent in unless a box is ticked", "complete-evidence-awaited"),
    ],
)
def test_the_verb_of_the_work_decides_and_not_the_first_word(text: str, status: str) -> None:
    assert stand_of(text).status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Set up a lead worker for each child (Council). Not started.", "not-started"),
        ("Write to the neighbouring county (Partnership manager). To do.", "not-started"),
        ("The script for the help line is to be changed. Draft going round.", "under-way"),
        ("All children on short timetables have been listed. Done on 18 March.", "complete-evidence-awaited"),
        ("Set up a lead worker for each child", "not-stated"),
        ("Read the chronology before each visit", "not-stated"),
        ("R2 is partly met. Letters are now sent.", "under-way"),
        ("Named Nurse to send round the front sheet.", "not-stated"),
        ("Boxes bought and 400 handed out. Their use has been shown to 207 only; clinics reminded.", "under-way"),
        ("The form was introduced in two wards only.", "under-way"),
        ("The stall was held for two days only.", "complete-evidence-awaited"),
        ("Designated Doctor for Child Deaths to write to surgeries", "not-stated"),
        ("Registered managers to check rotas.", "not-stated"),
        ("Trained staff to lead sessions in each hub.", "not-stated"),
        ("Retired officers to be asked.", "not-started"),
        ("Recruited two workers to run the group.", "complete-evidence-awaited"),
        ("Developed guidance to support staff", "complete-evidence-awaited"),
        ("Named Nurse has written to surgeries.", "complete-evidence-awaited"),
    ],
)
def test_the_last_words_say_how_far_it_is_and_a_bidding_verb_nothing(text: str, status: str) -> None:
    assert stand_of(text).status == status
