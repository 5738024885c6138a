"""Among work, what a review asked and what a national body does; among requests, what asks for nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.records import DocumentRecord, Stated
from loaders.formats.text.read import read_text
from loaders.parse.cases.people import children_of
from loaders.parse.items.asking import review_asked
from loaders.parse.parse import parse

NEWS = """# The Link: newsletter of the Ashmere Safeguarding Children Partnership

## Learning from our review: baby Perry

Perry was nine weeks old when he died in July 2030.

### What is happening as a result?

The neonatal unit now uses a plan that both parents sign. The review recommended that all agencies who visit homes are
trained to give a safer sleep message. The second recommendation was for GPs to tell the health visitor of a new father.
We asked that every school name a lead.

## National report

The national Panel has brought out a new briefing on bruises. The Government has promised a consultation in May.

## Recommendations

The reviewer makes six recommendations to the Partnership. Schools should name a lead.
"""


def _read(text: str) -> DocumentRecord:
    return parse(read_text(Path("paper.md"), text.encode()))


def test_what_a_review_asked_is_never_read_as_done() -> None:
    record = _read(NEWS)
    homes = [record, *record.reviews]
    asked = [one.text for home in homes for one in home.recommendations]
    done = {one.text: one.status for home in homes for one in home.actions}
    assert any("trained to give a safer sleep message" in one for one in asked)
    assert any(one.startswith("The second recommendation") for one in asked)
    assert not any("recommend" in one for one in done)
    assert any(one.startswith("We asked that every school") for one in done), "what they did themselves is work"


def test_what_a_national_body_does_is_no_work_of_those_who_publish() -> None:
    record = _read(NEWS)
    told = [one.text for home in (record, *record.reviews) for one in home.actions]
    assert not any("Government" in one or "national Panel" in one for one in told)
    assert any("Government" in one.text for one in record.report.rejected)


def test_what_only_speaks_of_requests_asks_for_nothing() -> None:
    record = _read(NEWS)
    asked = [one.text for home in (record, *record.reviews) for one in home.recommendations]
    assert "Schools should name a lead." in asked
    assert not any("makes six recommendations" in one for one in asked)


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("The review recommended that midwives ask both parents.", True),
        ("Its second recommendation was for GPs to write to the health visitor.", True),
        ("The recommendation that staff be trained has been met.", False),
        ("We asked that every school name a lead.", False),
        ("The review group asked that the audit be repeated.", False),
    ],
)
def test_who_asks(sentence: str, asked: bool) -> None:
    assert review_asked(sentence) is asked


@pytest.mark.parametrize(
    ("said", "age"), [("Child M is seven and lives in the north.", "seven"), ("M is 7 and likes bees.", "7")]
)
def test_ages_told_of_now(said: str, age: str) -> None:
    (child,) = children_of("Child M", [Stated(text=said, quote=said, page=None, line=1)], "rapid-review")
    assert child.age == age
