"""A scrutineer's report in prose: requests told in turn, what became of each, points that a sentence counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.records import DocumentRecord
from loaders.formats.text.read import read_text
from loaders.parse.items.by_number import is_closing
from loaders.parse.items.status import stand_of
from loaders.parse.layout.counted import counts_points
from loaders.parse.layout.in_turn import request_in_turn
from loaders.parse.parse import parse

REPORT = """# Ashmere Safeguarding Children Partnership

Report of the Independent Scrutineer

## Robin (LCSPR, published March 2031)

Robin was three when he died in 2030 after a fall from a window. The review made three recommendations.

The first was that the housing service should visit every family above the second floor. The plan shows this as
complete. A visit form was written and staff were trained. I read 12 files. Yearly visits were up to date in five of
the 12.

The second asked nurseries and schools to record who collects each child. It is happening in the north and has not
started in the south. I could not find that anyone had looked at the south.

That all agencies share their plans for a family that moves. The protocol was agreed in May 2031.

Robin's mother met me twice and spoke of her son.

## Wren (rapid review, May 2031)

Wren, aged six weeks, had a broken arm. No more was asked.

## What I make of it

Two things trouble me. Plans are closed by those who own them. Nobody goes back a year later.

## What I propose

I make two proposals, which the partners have seen. The board should ask somebody else to test each plan. Each closed
recommendation should be read again after a year. The board will consider the second in July.
"""


@pytest.fixture(scope="module", name="record")
def fixture_record() -> DocumentRecord:
    return parse(read_text(Path("scrutiny.md"), REPORT.encode()))


def test_each_request_told_in_its_turn_is_one_of_the_review(record: DocumentRecord) -> None:
    assert [one.text for one in record.reviews[0].recommendations if one.stated] == [
        "the housing service should visit every family above the second floor.",
        "nurseries and schools to record who collects each child.",
        "That all agencies share their plans for a family that moves.",
    ]


def test_what_stands_behind_a_request_is_work_or_what_was_found_of_it(record: DocumentRecord) -> None:
    done = {one.text: one.status for one in record.reviews[0].actions}
    assert done["A visit form was written and staff were trained."] == "complete-evidence-awaited"
    assert done["It is happening in the north and has not started in the south."] != "complete-evidence-awaited"
    found = [one.text for one in record.reviews[0].findings]
    assert "Yearly visits were up to date in five of the 12." in found
    assert "I could not find that anyone had looked at the south." in found
    assert not any("looked at the south" in text for text in done)


def test_points_that_a_sentence_counts_are_told_one_by_one_and_it_is_none(record: DocumentRecord) -> None:
    assert [(one.text, one.polarity) for one in record.findings] == [
        ("Plans are closed by those who own them.", "shortfall"),
        ("Nobody goes back a year later.", "shortfall"),
    ]


def test_what_an_author_proposes_is_asked_and_closes_nothing(record: DocumentRecord) -> None:
    assert [one.text for one in record.recommendations] == [
        "The board should ask somebody else to test each plan.",
        "Each closed recommendation should be read again after a year.",
    ]
    assert [one.status for one in record.actions] == ["not-started"]
    assert not is_closing("Each closed recommendation should be read again after a year.")


def test_what_was_closed_without_being_done_is_not_done() -> None:
    assert stand_of("The board closed this one in June 2031 without its being carried out.").status == "cancelled"
    assert stand_of("The action was closed without being done.").status == "cancelled"
    assert stand_of("The action was closed in June 2031.").status == "complete-evidence-awaited"


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("The second was to hold a joint panel.", "to hold a joint panel."),
        ("The last recommendation called for a named nurse.", "a named nurse."),
        ("The first, a protocol for moves, is shown as green.", "a protocol for moves"),
        ("The second was completed in May.", None),
        ("The fourth, from which most families come, has not signed.", None),
        ("That was seen as enough.", None),
    ],
)
def test_what_a_sentence_in_its_turn_asks_for(sentence: str, asked: str | None) -> None:
    assert request_in_turn(sentence) == asked


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Three things trouble me.", 3),
        ("Looking at both reviews, we saw two things again:", 2),
        ("Four concerns were raised about Robin by his school in the spring of that year, and none was shared.", None),
        ("I ask two things of the board.", None),
        ("Two matters were referred to the police.", None),
    ],
)
def test_a_sentence_that_only_counts_points(sentence: str, count: int | None) -> None:
    found = counts_points(sentence)
    assert (found[0] if found else None) == count


LISTED = """# Ashmere Safeguarding Children Partnership

# Annual report 2030-31

## Our reviews

### Wren - LCSPR (published May 2030)

Wren, aged 15, was stabbed in a park and died. The reviewer found that nobody asked where he slept.

The review made four recommendations. The two for the partnership are:

- A single plan for exploited children that starts with what has been done to the child
- No move of school without a meeting first

## Next year

- Publish the review about Robin
- Ask young people to write a summary
"""


def test_a_list_below_a_count_is_what_was_counted_and_that_of_next_year_is_to_come() -> None:
    record = parse(read_text(Path("chapter.md"), LISTED.encode()))
    assert [one.text for one in record.reviews[0].recommendations if one.stated] == [
        "A single plan for exploited children that starts with what has been done to the child",
        "No move of school without a meeting first",
    ]
    assert not record.reviews[0].actions
    assert [(one.text, one.status) for one in record.actions] == [
        ("Publish the review about Robin", "not-started"),
        ("Ask young people to write a summary", "not-started"),
    ]
