"""A letter whose subject names two reviews: what is told of each, what was asked in turn, and what bodies report."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.records import DocumentRecord
from loaders.formats.text.read import read_text
from loaders.parse.items.leads import leads_of
from loaders.parse.parse import parse

LETTER = """Ashmere Safeguarding Children Partnership

3 February 2031

Dear colleagues

Robin, and Rapid Review 2/30

I said at the end of our last meeting that I would write. I have shown this to nobody.

You will all remember Robin. She was sixteen and took her own life in March 2029. The school believed that the clinic
was ringing her. Nor did anybody ask her grandmother what she was seeing at home.

The hospital reports that its new offer is complete. The guide for carers is being written and I expect it at Easter.

I turn to Rapid Review 2/30, and to two boys. One, aged 15, stabbed the other, aged 14, last May.

Agencies saw him as an offender first. He told his worker that he had carried a knife since he was twelve.

The rapid review asked for two things. The first was that Ashmere Council should bring excluded children back to school
within fifteen days. The second was that the police and the youth justice service should meet each week.

In both, no one was responsible for the child in between.

I would therefore ask one thing of you. I ask the ICB to arrange for the offer to be tested.

Yours sincerely

Independent Scrutineer
"""


def read() -> DocumentRecord:
    return parse(read_text(Path("letter.txt"), LETTER.encode()))


def test_each_review_that_the_subject_names_is_a_case_with_what_paragraphs_tell_of_it() -> None:
    record = read()
    assert [(review.name, review.ref) for review in record.reviews] == [("Robin", None), (None, "2/30")]
    robin, boys = record.reviews
    assert [finding.text for finding in robin.findings] == [
        "The school believed that the clinic was ringing her.",
        "Nor did anybody ask her grandmother what she was seeing at home.",
    ]
    assert [finding.text for finding in boys.findings] == ["Agencies saw him as an offender first."]
    assert [asked.addressees for asked in boys.recommendations] == [
        ["Ashmere Council"],
        ["police", "youth justice service"],
    ]


def test_what_speaks_of_all_reviews_or_asks_for_what_follows_is_of_none() -> None:
    record = read()
    assert [finding.text for finding in record.findings] == [
        "In both, no one was responsible for the child in between."
    ]
    assert [asked.text for asked in record.recommendations][-1:] == [
        "I ask the ICB to arrange for the offer to be tested."
    ]


def test_what_a_body_reports_is_work_and_what_is_foreseen_or_told_of_a_child_is_neither_asked_nor_done() -> None:
    robin, boys = read().reviews
    assert [action.text for action in robin.actions] == [
        "The hospital reports that its new offer is complete.",
        "The guide for carers is being written and I expect it at Easter.",
    ]
    assert boys.actions == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The second was that the Council should set up a meeting.", ["Council"]),
        ("The third was addressed to us: the Partnership should agree what happens.", ["Partnership"]),
    ],
)
def test_one_of_several_requests_says_who_is_asked(text: str, expected: list[str]) -> None:
    assert leads_of(text) == expected
