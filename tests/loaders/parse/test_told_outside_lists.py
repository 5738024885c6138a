"""Requests and work told in sentences of learning, scrutiny and letters, where no heading says what they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.records import DocumentRecord
from loaders.extract import extract
from loaders.parse.items.deeds import told_by_the_way
from loaders.parse.items.leads import asks_somebody
from loaders.parse.items.promised import deeds_in
from loaders.parse.layout.reported import reported
from loaders.parse.layout.requested import deeds_of

SCRUTINY = """# Independent scrutiny of the Otterby Safeguarding Children Partnership 2030

## Overview

In May the scrutineer read 20 files and found that plans were late. Partners did not meet.

## {head}

{body}
"""


def read(folder: Path, head: str, body: str) -> DocumentRecord:
    path = folder / "scrutiny.md"
    path.write_text(SCRUTINY.format(head=head, body=body), encoding="utf-8")
    return extract(path)


@pytest.mark.parametrize(
    "sentence",
    [
        "On the second, providers now receive a one page summary and like it.",
        "The invitation list for strategy meetings was changed in April.",
        "A young scrutineers' panel meets monthly and pays its members.",
        "Funding has been agreed for the night rota in the north only.",
        "An automated reply to every referral is being built.",
        "The neglect tool is now used by all four teams.",
        "We have added a prompt about dogs to our home visiting form.",
    ],
)
def test_what_was_done_to_practice_is_work_by_its_own_words(sentence: str) -> None:
    assert told_by_the_way(sentence) == "actions"


@pytest.mark.parametrize(
    "sentence",
    [
        "Next year the Scrutineer will return to the same three schools.",
        "The executive has agreed to publish its response by 31 March.",
        "In 2031 we will carry out an audit of part-time timetables.",
    ],
)
def test_what_a_body_promises_is_to_be_done(sentence: str) -> None:
    assert told_by_the_way(sentence) == "actions-to-do"


@pytest.mark.parametrize(
    "sentence",
    [
        "The social worker had asked the hospital for information.",
        "The template had been replaced before the child was born.",
        "Her plan was revised after the conference in June.",
        "A referral was made to the hub and was closed in May.",
        "The rapid review was completed and the report will be published.",
        "Four of the five assessments have been completed on time.",
        "The school nurse was told of the move on 3 May.",
        "You will find the three points set out in section nine.",
        "Screening tools were completed by one agency and were not shared.",
        "I have used the names that appear in the published reports.",
    ],
)
def test_what_befell_a_family_or_a_paper_is_no_work(sentence: str) -> None:
    assert told_by_the_way(sentence) is None


def test_requests_that_are_counted_are_parted_and_what_became_of_them_is_told_behind() -> None:
    told = reported(
        "Files were thin. The author made two recommendations. First, both trusts should agree one form. Second, the"
        " council must send the plan with the child. The form was issued in May."
    )
    assert [name for _, name in told] == [None, "context", "asked", "asked", "actions"]
    assert told[2][0] == "both trusts should agree one form."


def test_a_request_that_its_number_opens_is_one_in_whatever_mood() -> None:
    told = reported(
        "The author made three recommendations. First, Housing should tell health visitors of each move. Second, that"
        " Police and the Trust agree how burns are photographed. Finally, schools need a named nurse. The first was"
        " done in May."
    )
    assert [name for _, name in told] == ["context", "asked", "asked", "asked", "actions"]
    assert told[2][0].startswith("Police and the Trust agree")


def test_somebody_who_has_gone_back_to_something_is_not_asked_to() -> None:
    assert not asks_somebody("The front door has gone back to taking calls by phone.")
    assert asks_somebody("The front door to take calls by phone.")


def test_what_is_said_to_be_recommended_is_asked_whatever_mood_it_is_in() -> None:
    told = reported("The recommendations were that housing shares a list and that the school nurse rings each family.")
    assert told == [("housing shares a list", "asked"), ("the school nurse rings each family.", "asked")]


def test_a_paragraph_that_only_says_what_should_be_done_reports_no_request() -> None:
    assert reported("Practitioners should remember that a quiet child may be a frightened one.") == []
    assert reported("The nurse should have rung. It was suggested that the church had known.") == []


def test_a_chapter_of_scrutiny_gives_its_requests_and_its_work_beside_its_findings(tmp_path: Path) -> None:
    body = (
        "The reviewer made two recommendations. First, the ICB and both councils should agree a plan for each young"
        " person. Second, risk information must be given to providers.\n\nPlans were late in nine of 16 files. On the"
        " second, providers now receive a summary of each risk. Scrutiny will repeat the sample in the summer."
    )
    record = read(tmp_path, "Learning for older children has been slow to take hold", body)
    assert [one.addressees for one in record.recommendations] == [["ICB", "councils"], []]
    assert [one.promise for one in record.actions] == [False, True]
    assert len(record.findings) + len(record.judgements) >= 1


def test_slides_that_set_requests_as_headings_and_lines_are_read_as_one_list(tmp_path: Path) -> None:
    body = (
        "A. Every plan where there is domestic abuse to contain one action for the person who is abusive\n\n"
        "B. Social workers to give schools a copy of the safety plan on the day it is agreed\n\n"
        "### C. Panel to publish a short guide to language\n\nIn order to share the learning, the panel saw these:"
    )
    record = read(tmp_path, "Recommendations from the audit", body)
    assert [one.text.split()[0] for one in record.recommendations] == ["Every", "Social", "Panel"]
    assert [one.addressees for one in record.recommendations][1:] == [["Social workers"], ["Panel"]]


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        (
            "This year partners introduced a huddle; relaunched the policy, which was used; and begun a rewrite.",
            3,
        ),
        ("Since then we have set up a duty line; trained 40 GPs; and are writing a protocol with the trust.", 3),
        ("Next steps: guide to go to Panel in June / re-audit in winter / feedback has been given to teams", 3),
        ("Leaflet reprinted; website updated; launch event held 4 May", 3),
        ("Two clinics joined in the summer; nine have yet to.", 0),
        ("The tool was launched in May; 12 of 40 staff are trained; the rest are booked before the summer.", 0),
        ("The police / council rota was agreed.", 0),
    ],
)
def test_deeds_that_one_sentence_lists_are_told_apart(text: str, deeds: int) -> None:
    assert len(deeds_in(text)) == deeds


def test_a_numbered_paragraph_of_a_reply_gives_each_deed_with_what_goes_on_from_it() -> None:
    told = deeds_of(
        "The hospital has rewritten its letter. It was read by the family. A pilot ran from April and is on hold. We"
        " will ask the grandfather to open the conference."
    )
    assert [one.split()[0] for one in told] == ["The", "A", "We"]
    line = "The record was changed in July. A dip sample found it in 14 of 25. Rated amber."
    assert deeds_of(line) == [line]


def test_a_list_below_we_have_tells_what_was_done(tmp_path: Path) -> None:
    body = "We have:\n\n- appointed two nurses\n- begun work on a data set"
    assert [one.status for one in read(tmp_path, "Early help", body).actions] == [
        "complete-evidence-awaited",
        "under-way",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The police will always respond to a call of this kind.",
        "Social care has closed the case three times.",
        "We now ask the Head of Service to change the form.",
        "We have tried to be plain about all three.",
        "Practitioners now know that bruising in babies matters.",
        "A child who is moved will lose their place on the list.",
        "The tool has been used in half of the records read.",
    ],
)
def test_what_is_so_as_a_rule_or_is_asked_is_no_work_told_by_the_way(sentence: str) -> None:
    assert told_by_the_way(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "meant"),
    [
        ("Midwives and health visitors now hand over in person.", "actions"),
        ("Work to join the two systems is still going on.", "actions"),
        ("The proposal for a single front door was rejected by the police.", "actions"),
        ("A pilot in two schools began in May.", "actions"),
        ("Leaders intend to extend the offer to younger children.", "actions-to-do"),
        ("An audit of timetables will be carried out in the autumn.", "actions-to-do"),
    ],
)
def test_what_services_do_now_intend_or_began_is_work(sentence: str, meant: str) -> None:
    assert told_by_the_way(sentence) == meant


def test_a_page_that_asks_what_was_asked_gives_each_clause_of_the_answer(tmp_path: Path) -> None:
    body = (
        "Yes, two things, and you will find them in Section 9. They were that Housing must ring the school before a"
        " move; and that the health board gives each child who waits a named person to ring."
    )
    record = read(tmp_path, "Did the review ask anyone to do anything?", body)
    assert [one.text.split()[0] for one in record.recommendations] == ["Housing", "the"]
    assert [one.addressees for one in record.recommendations] == [["Housing"], ["health board"]]
    assert record.actions == []
