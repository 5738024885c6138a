"""Reports that tell several reviews by topic: their headings say nothing, their sentences what was found and done."""

from __future__ import annotations

from pathlib import Path

from graph.records import DocumentRecord
from loaders.formats.text.read import read_text
from loaders.parse.parse import parse

REPORT = """# One year on

Report of the Ashmere Child Protection Committee to the Chief Officers

## The reviews

Baby Robin (Learning Review, 2030) was nine weeks old when he was shaken by his father. He survived with loss \
of sight. Wren (Learning Review, 2031) was 15 and took her own life.

## Fathers

The review of Robin found that nobody had asked his father's name. It recommended that midwives ask for it. A field \
for it has been added to the form.

Nobody spoke to his father alone. Joint visits are still being planned.

## Leaving care

Wren's review said that she had moved four times without a plan. The leaving care protocol has been rewritten.

## People

Both reviews remarked on supervision. It is now held each month.

## Next

- The committee will repeat its audit in May 2032.

Contact: Lead Officer, Ashmere House.
"""


def _report() -> DocumentRecord:
    return parse(read_text(Path("report.md"), REPORT.encode()))


def test_a_paragraph_that_brings_in_several_reviews_opens_each() -> None:
    told = {review.name: review for review in _report().reviews}
    assert {name: review.kind for name, review in told.items()} == {
        "Baby Robin": "learning-review",
        "Wren": "learning-review",
    }
    assert [child.age_months for child in told["Wren"].children] == [180]
    assert [child.outcome for child in told["Baby Robin"].children] == ["serious-harm"]


def test_what_sentences_tell_below_a_topic_is_of_the_review_they_name() -> None:
    robin, wren = _report().reviews
    assert [one.text for one in robin.findings] == [
        "The review of Robin found that nobody had asked his father's name.",
        "Nobody spoke to his father alone.",
    ]
    assert [one.text for one in robin.recommendations] == ["It recommended that midwives ask for it."]
    assert {one.text: one.status for one in robin.actions} == {
        "A field for it has been added to the form.": "complete-evidence-awaited",
        "Joint visits are still being planned.": "under-way",
    }
    assert [one.text for one in wren.findings] == ["Wren's review said that she had moved four times without a plan."]
    assert [one.text for one in wren.actions] == ["The leaving care protocol has been rewritten."]


def test_a_heading_ends_the_review_of_the_one_above_and_a_contact_line_is_no_work() -> None:
    told = _report()
    assert not any("Contact" in one.text for one in told.actions)
    assert not any("supervision" in one.text for review in told.reviews for one in review.findings)
    assert [one.text for one in told.actions if "audit" in one.text] == [
        "The committee will repeat its audit in May 2032."
    ]
