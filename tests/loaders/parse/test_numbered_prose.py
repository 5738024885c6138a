"""Papers that number their paragraphs: running text with a number each, and what stands below a numbered request."""

from __future__ import annotations

from pathlib import Path

from graph.records import DocumentRecord
from loaders.formats.text.read import read_text
from loaders.parse.parse import parse

LETTER = """Dear colleagues

SCRUTINY OF YOUR ARRANGEMENTS

1. You appointed me in 2030. This is my second letter.

2. I was with you for ten days. I read 30 records.

What needs to improve

3. Strategy discussions too often happen without health. In the records I read nobody had asked the hospital.

4. Staff do not use the escalation procedure. Some had never heard of it.

5. Joint supervision.

What is good

6. School nurses write about children vividly. In their notes I could hear the child.

7. The front door is well led. Referrals are answered on the same day.
"""
LIST = LETTER.replace("\n6. School", "\n1. School").replace("\n7. The", "\n2. The")
ASKED = """# Progress on the review of Child Finch

## Background

Child Finch was two when he died in 2029.

## Recommendation 1

The Trust should record every child with whom a patient has contact.

The form was altered in October 2030. An audit found that in nine of 25 records nothing was written. A workshop is to be
held in February. Status: AMBER.

## Recommendation 2

Midwives should ask both parents about safe sleep.

Health visitors should ask again at six weeks.
"""


def _read(text: str) -> DocumentRecord:
    return parse(read_text(Path("paper.md"), text.encode()))


def _findings(record: DocumentRecord) -> list[tuple[str, str]]:
    return [(one.text.split(".")[0], one.polarity) for one in record.findings]


def test_paragraphs_that_count_on_below_headings_go_sentence_by_sentence() -> None:
    found = dict(_findings(_read(LETTER)))
    assert "Some had never heard of it" in found
    assert found["School nurses write about children vividly"] == "good-practice"
    assert "Joint supervision" in found, "one of a single sentence stays an item"


def test_a_list_that_begins_anew_below_each_heading_stays_a_list() -> None:
    assert "Some had never heard of it" not in dict(_findings(_read(LIST)))


def test_what_stands_below_a_numbered_request_tells_what_became_of_it() -> None:
    (review,) = _read(ASKED).reviews
    first, *others = review.recommendations
    assert first.status_printed == "AMBER."
    assert [one.text[:13] for one in others] == ["Midwives shou", "Health visito"], "what asks goes on asking"
    assert {one.text: one.status for one in review.actions} == {
        "The form was altered in October 2030.": "complete-evidence-awaited",
        "A workshop is to be held in February.": "not-started",
    }
    assert [one.text for one in review.findings] == ["An audit found that in nine of 25 records nothing was written."]


def test_work_that_stopped_and_what_else_was_asked_below_a_numbered_request() -> None:
    told = "We accept this. Training was cancelled because the trainer left. "
    told += "The review also recommended that carers train."
    (review,) = _read(ASKED.replace("Health visitors should ask again at six weeks.", told)).reviews
    assert ("Training was cancelled because the trainer left.", "cancelled") in [
        (a.text, a.status) for a in review.actions
    ]
    assert any(one.text.startswith("The review also recommended") for one in review.recommendations)
