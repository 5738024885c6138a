"""Promises listed in one sentence: each is an action, and the day that opens the sentence is the day of all."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.formats.text.read import read_text
from loaders.parse.items.listed import listed_promises
from loaders.parse.items.terms import due_of_lead
from loaders.parse.parse import parse


@pytest.mark.parametrize(
    ("sentence", "each"),
    [
        (
            "By May the board will test the form, brief all staff and publish the guide.",
            ["test the form", "brief all staff", "publish the guide"],
        ),
        (
            "By the end of May the trust will: (a) revise the form; and (b) train the wards.",
            ["revise the form", "train the wards"],
        ),
        ("We will test the form and publish the guide.", []),
        ("We will bring staff, parents and schools together.", []),
        ("The mother will test the bath, call the nurse and write it down.", []),
        ("The board tested the form, briefed staff and published the guide.", []),
    ],
)
def test_each_of_several_promises_in_a_sentence(sentence: str, each: list[str]) -> None:
    assert listed_promises(sentence)[1] == each


def test_only_a_lead_that_opens_with_a_day_dates_what_stands_below_it() -> None:
    assert due_of_lead("By the end of May 2031 the trust will:") == ("May 2031", "2031-05")
    assert due_of_lead("Please do these things, and let me have a reply by 1 May 2031:") == (None, None)
    assert due_of_lead(None) == (None, None)


def test_what_is_promised_in_a_list_is_to_be_done_by_the_day_of_all() -> None:
    told = "By May 2032 we will test the form, brief all staff and publish it."
    page = f"# Learning report 2031\n\n## Looking ahead\n\n{told}\n"
    actions = parse(read_text(Path("report.md"), page.encode())).actions
    assert [(one.text, one.status, one.due) for one in actions] == [
        ("test the form", "not-started", "2032-05"),
        ("brief all staff", "not-started", "2032-05"),
        ("publish it", "not-started", "2032-05"),
    ]
