"""Replies to recommendations, one by one: what was accepted, in part or not at all, and by whom."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from graph.derive import build
from graph.model import Action, Recommendation, Response
from loaders.formats.docx.read import read_docx
from loaders.formats.text.read import read_text
from loaders.parse.items.replies import reply_in
from loaders.parse.parse import parse
from tests.graph.made import CODEBOOK

LETTER = """ASHMERE NHS FOUNDATION TRUST

Response to the recommendations of the Local Child Safeguarding Practice Review: Child Robin

Date: 18 June 2031

Dear Scrutineer,

Robin was ten months old when he was smothered in March 2030. He survived.

Recommendation 4. The Trust should make sure that every assessment names the children of the adult.

We accept this. The form was changed on 2 October 2030.

Recommendation 6. The Trust should care for parents until a child's second birthday.

We accept this in part. There is no money for it this year.

Recommendation 8. The Trust should end discharge by telephone.

We do not accept this one. For some people a call is what they ask for.

Yours sincerely,

Chief Nurse
"""


def test_each_reply_answers_the_recommendation_above_it_and_is_no_work() -> None:
    record = parse(read_text(Path("reply.txt"), LETTER.encode()))
    assert [(one.answers, one.kind) for one in record.responses] == [
        ("4", "accepted"),
        ("6", "accepted in part"),
        ("8", "not accepted"),
    ]
    (review,) = record.reviews
    assert [one.text for one in review.actions] == ["The form was changed on 2 October 2030."]
    assert not any("accept" in one.text for one in review.findings)


def test_the_work_told_below_a_recommendation_is_of_it_and_what_is_told_after_the_last_is_not() -> None:
    aside = "We have also bought a van for home visits.\n\nYours sincerely,"
    letter = LETTER.replace("Yours sincerely,", aside).replace(
        "We do not accept this one.", "We do not accept this one. A second clinician now checks every discharge."
    )
    graph = build([parse(read_text(Path("reply.txt"), letter.encode()))], CODEBOOK)
    done = {
        asked.ref: [action.text for action in graph.targets(asked, "DELIVERED_BY", Action)]
        for asked in graph.all(Recommendation)
    }
    assert done["4"] == ["The form was changed on 2 October 2030."]
    assert done["8"] == ["A second clinician now checks every discharge."]
    assert {a.text: a.recommendation for a in graph.all(Action)}["We have also bought a van for home visits."] is None
    assert {asked.ref: asked.assessed for asked in graph.all(Recommendation)}["8"] == (
        "open; not accepted; for a person to judge"
    )


@pytest.mark.parametrize(
    ("change", "who"),
    [
        ([], "Ashmere NHS Foundation Trust"),  # its letterhead shouts
        ([("ASHMERE NHS FOUNDATION TRUST\n", ""), ("Nurse", "Nurse, Ashmere Hospitals")], "Ashmere Hospitals"),
        ([("ASHMERE NHS FOUNDATION TRUST\n", ""), ("Response", "Ashmere Council’s response")], "Ashmere Council"),
        ([("ASHMERE NHS FOUNDATION TRUST\n", ""), ("Date:", "From: Ashmere Police\n\nDate:")], "Ashmere Police"),
        ([("ASHMERE NHS FOUNDATION TRUST\n", "")], None),
        ([("Nurse", "Nurse, Brackenford Hospital")], None),  # two bodies: which of them is not said
        ([("ASHMERE NHS FOUNDATION TRUST\n", ""), ("Dear", "To: Ashmere Council\n\nDear")], None),
        ([("Response to", "Notes on")], None),  # no reply by its title
        ([("We", "The Trust"), ("accept", "accepts")], "Ashmere NHS Foundation Trust"),
    ],
)
def test_who_we_is_where_the_document_names_one_body(change: list[tuple[str, str]], who: str | None) -> None:
    letter = LETTER
    for old, new in change:
        letter = letter.replace(old, new)
    record = parse(read_text(Path("reply.txt"), letter.encode()))
    assert {one.author for one in record.responses} == {who}


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The Executive met in May and accepted all four recommendations.", [("accepted", "Executive")]),
        ("The Council has not accepted the recommendations of the review.", [("not accepted", "Council")]),
        ("We have not yet agreed with schools how the third recommendation will be met.", []),
    ],
)
def test_a_reply_to_all_is_read_with_what_denies_it_and_who_gives_it(
    sentence: str, told: list[tuple[str, str]]
) -> None:
    text = f"# Annual report 2030-31\n\n## What reviews found\n\n{sentence}\n"
    record = parse(read_text(Path("report.md"), text.encode()))
    assert [(one.kind, one.author) for one in record.responses] == told


def test_a_reply_is_linked_to_the_recommendation_it_answers_alone() -> None:
    graph = build([parse(read_text(Path("reply.txt"), LETTER.encode()))], CODEBOOK)
    told = {
        asked.ref: [reply.kind for reply in graph.targets(asked, "RESPONDED_WITH", Response)]
        for asked in graph.all(Recommendation)
    }
    assert told == {"4": ["accepted"], "6": ["accepted in part"], "8": ["not accepted"]}
    assert {asked.ref: asked.response for asked in graph.all(Recommendation)}["8"] == "not accepted"


@pytest.mark.parametrize(
    ("sentence", "kind", "who"),
    [
        ("Ashmere Council does not agree with this recommendation.", "not accepted", "Ashmere Council"),
        ("The Trust accepts this recommendation.", "accepted", "Trust"),
        ("Accepted in principle.", "accepted in principle", None),
        ("Not accepted in the form proposed.", "not accepted", None),
        ("Not accepted.", "not accepted", None),
        ("I accept this, and it is done.", "accepted", None),
    ],
)
def test_how_replies_are_worded(sentence: str, kind: str, who: str | None) -> None:
    assert reply_in(sentence) == (kind, who)


@pytest.mark.parametrize(
    "sentence",
    [
        "We accept that this was late.",
        "We do accept the finding behind it.",
        "Workers accepted this at face value.",
        "This was agreed by the board in May.",
        "Not accepted by the parents.",
    ],
)
def test_what_answers_no_request_is_no_reply(sentence: str) -> None:
    assert reply_in(sentence) is None


UNDER_NUMBERS = """# Local Child Safeguarding Practice Review: Robin. The Trust's response

Dear Scrutineer,

## Recommendation 5

Leads should have two days a week free of teaching.

We accept this in part. Five schools have given the time since January. Trustees have agreed to pay for one lead to be
shared between the others from September. The post has been advertised twice and nobody was appointed.

## Recommendation 6

The Trust should replace its concern log.

We looked hard at this and will not be replacing the log. A new system would cost two assistants a year.
"""


def test_what_stands_behind_a_reply_is_done_about_its_recommendation_and_asks_nothing() -> None:
    record = parse(read_text(Path("reply.md"), UNDER_NUMBERS.replace("\nshared", " shared").encode()))
    (review,) = record.reviews
    assert [one.ref for one in review.recommendations] == ["5", "6"]
    assert [(one.recommendation, one.status) for one in review.actions] == [
        ("5", "complete-evidence-awaited"),
        ("5", "not-started"),
        ("5", "not-started"),
        ("6", "cancelled"),
    ]


FIGURED = """# Response of Ashmere Council to the Local Child Safeguarding Practice Review: Robin

## Recommendation 1

The Council should visit within two days.

The Council accepts this recommendation. Visits are now booked by one team. An audit found 21 of 30 in time (70%).
"""


def test_what_a_figure_shows_behind_a_deed_is_no_part_of_the_deed() -> None:
    record = parse(read_text(Path("reply.md"), FIGURED.encode()))
    assert [(one.text, one.status) for one in record.reviews[0].actions] == [
        ("Visits are now booked by one team.", "under-way")
    ]
    assert [(one.numerator, one.denominator) for one in record.statistics] == [(21, 30)]


def test_a_heading_of_a_short_reply_is_not_who_replies() -> None:
    text = """# Fenmoor Community Health: our reply to the LCSPR about Teddy

## Teddy

Teddy was eighteen months old when he swallowed his uncle's tablets in May 2031.

## The recommendations

Recommendation 1: Fenmoor Community Health should ask about medicines at every home visit.

We accept this. The visit form was changed in September 2031.

Recommendation 2: Each family should be given a lockable box.

We do not accept this. The cost was too high for one service.

## What has stayed with us

The pharmacy and the surgery each knew a part.
"""
    record = parse(read_text(Path("reply.md"), text.encode()))
    assert [(one.kind, one.author) for one in record.responses] == [("accepted", None), ("not accepted", None)]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("We accept this recommendation, subject to funding being agreed.", "accepted with conditions"),
        ("Accepted with conditions: work will start when the contract begins.", "accepted with conditions"),
        ("We agree with this, but only for the two larger wards.", "accepted with conditions"),
        ("We accept this but cannot pay for it.", "accepted with conditions"),
        ("Response: Agreed in principle, subject to the money being found.", "accepted in principle"),
        ("I share the aim but am not able to commit money to it this year.", "accepted in principle"),
        ("The Trust supports the intention of this but cannot meet it in the time asked.", "accepted in principle"),
        ("We reject this recommendation as it is already done.", "not accepted"),
        ("Our response: Not accepted.", "not accepted"),
        ("Accepted in part.", "accepted in part"),
        ("We accept this without reservation.", "accepted"),
    ],
)
def test_a_condition_is_part_of_the_reply(sentence: str, kind: str) -> None:
    reply = reply_in(sentence)
    assert reply is not None
    assert reply[0] == kind


@pytest.mark.parametrize(
    "sentence",
    [
        "We share the aim of the review and have changed the form.",
        "We support families but cannot visit all of them.",
        "The mother accepted this but did not come.",
        "Response times have fallen.",
    ],
)
def test_what_replies_to_nothing(sentence: str) -> None:
    assert reply_in(sentence) is None


def test_an_answer_in_the_cell_of_its_request_is_no_request() -> None:
    document = Document()
    document.add_heading("Child Wren: recommendations and our answers", 0)
    document.add_heading("Recommendations", 1)
    table = document.add_table(rows=1, cols=2)
    for cell, text in zip(table.rows[0].cells, ("No.", "Recommendation and response"), strict=True):
        cell.text = text
    rows = [
        ("1", "The partnership should write one guide for all who visit homes.", "Response: Accepted. It was issued."),
        ("2", "The council should move its front desk.", "Response: Not accepted. There is no other room."),
        ("3", "Schools should name a lead for fathers.", "Response: Accepted in part."),
    ]
    for number, asked, told in rows:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = number, asked
        cells[1].add_paragraph(told)
    out = BytesIO()
    document.save(out)
    record = parse(read_docx(Path("answers.docx"), out.getvalue()))
    asked_for = [one.text for review in record.reviews for one in review.recommendations] or [
        one.text for one in record.recommendations
    ]
    assert asked_for == [asked for _, asked, _ in rows]
    assert [(one.answers, one.kind) for one in record.responses] == [
        ("1", "accepted"),
        ("2", "not accepted"),
        ("3", "accepted in part"),
    ]
    done = [one for review in record.reviews for one in review.actions if one.status.startswith("complete")]
    assert all(one.recommendation == "1" for one in done)
