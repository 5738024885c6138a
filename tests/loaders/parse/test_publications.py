"""How partnerships publish: buttons that open parts, findings told in headings, short lines above lists."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.records import DocumentRecord, Finding
from loaders.formats.html.read import read_html
from loaders.formats.text.read import read_text
from loaders.parse.parse import parse

PAGE = """<html><body><main><h1>Reviews and what we learned</h1>
<button aria-expanded="false">Show all</button>
<div><h2><button aria-controls="p1">FSCP 2031-02: Robin</button></h2>
<p>Rapid review.</p><p>Robin was a boy of 14 who was stabbed near his school in May 2030.</p>
<h4>Key learning</h4><ul><li>Nobody asked Robin who gave him money.</li></ul></div>
<div><h2><button aria-controls="p2">FSCP 2031-05</button></h2>
<p>A baby girl aged four months was found to have broken ribs in June 2031.</p>
<h4>Key learning</h4><ul><li>A bruise was not shown to a doctor.</li></ul></div>
<h2>What have we done?</h2><ul><li>A card about bruises was sent to every surgery.</li></ul>
</main></body></html>"""
CHAPTERS = """# Part 3: Learning from reviews

## LCSPR: Child Q

Child Q, aged 5, died in March 2030.

{found}

- Nobody read the earlier referrals.
- The school was not asked.

{done}

- A shared chronology was started in May 2030.
- A course was planned for July.

# Part 4: {slow}

Our plan for fathers was dropped in June. Fathers are seldom spoken to.
"""
HEADED = """# Local Child Safeguarding Practice Review: Child Q

## What we found

### {number}: Agencies did not tell each other when he moved house.

Three addresses stood in four systems. The move was seen by one of them.

### Recommendation 1

The Partnership should agree who tells whom.
"""


def told(record: DocumentRecord) -> list[Finding]:
    return [*record.findings, *(finding for review in record.reviews for finding in review.findings)]


def test_a_button_that_opens_a_part_of_a_page_heads_it() -> None:
    record = parse(read_html(Path("page.html"), PAGE.encode()))
    assert [(review.ref, review.name) for review in record.reviews] == [
        ("FSCP 2031-02", "Robin"),
        ("FSCP 2031-05", None),
    ]
    assert [len(review.findings) for review in record.reviews] == [1, 1]
    assert [review.actions for review in record.reviews] == [[], []]
    assert [action.status for action in record.actions] == ["complete-evidence-awaited"]


@pytest.mark.parametrize("found", ["The case taught us that:", "It showed us:", "The review found too that:"])
@pytest.mark.parametrize("done", ["What has changed since:", "What we have done:"])
@pytest.mark.parametrize(
    "slow", ["Where we have fallen short", "Not enough progress", "What we have not managed", "Progress has been slow"]
)
def test_short_lines_head_lists_and_a_new_part_ends_the_case(found: str, done: str, slow: str) -> None:
    record = parse(read_text(Path("report.md"), CHAPTERS.format(found=found, done=done, slow=slow).encode()))
    (review,) = record.reviews
    assert [finding.text for finding in review.findings] == [
        "Nobody read the earlier referrals.",
        "The school was not asked.",
    ]
    assert [action.status for action in review.actions] == ["complete-evidence-awaited", "not-started"]
    assert [(action.text, action.status) for action in record.actions] == [
        ("Our plan for fathers was dropped in June.", "cancelled")
    ]
    assert [finding.text for finding in record.findings] == ["Fathers are seldom spoken to."]


@pytest.mark.parametrize("number", ["Finding 2", "Key finding 1", "Learning point three", "Lesson 4"])
def test_what_a_numbered_heading_states_is_the_finding_and_the_text_below_explains_it(number: str) -> None:
    record = parse(read_text(Path("report.md"), HEADED.format(number=number).encode()))
    assert [finding.text for finding in told(record)] == ["Agencies did not tell each other when he moved house."]
    assert [asked.text for review in record.reviews for asked in review.recommendations] == [
        "The Partnership should agree who tells whom."
    ]
    assert not any("three addresses" in one.text.lower() for one in told(record))


THEN_AND_NOW = """# Multi-agency audit: babies on a child in need plan

## What became of the actions of our last audit?

| {said} | {now} |
|---|---|
| A form for fathers | In every clinic since May 2029 |
| A panel for late bookings | Overtaken by the new maternity plan |
| Two link nurses | One of two in post |
| A film | Money ended in March 2030 |

## What needs to happen

We ask:

- Midwives to write down who sleeps where
"""


@pytest.mark.parametrize("said", ["We said we would", "What we promised to do"])
@pytest.mark.parametrize("now", ["Where it is now", "How things stand"])
def test_a_column_of_where_it_is_now_says_how_far_each_action_is(said: str, now: str) -> None:
    record = parse(read_text(Path("audit.md"), THEN_AND_NOW.format(said=said, now=now).encode()))
    assert [review.test for review in record.reviews] == ["audit"]
    acts = [*record.actions, *record.reviews[0].actions]
    assert [(action.text, action.status) for action in acts] == [
        ("A form for fathers", "complete-evidence-awaited"),
        ("A panel for late bookings", "superseded"),
        ("Two link nurses", "under-way"),
        ("A film", "cancelled"),
    ]
    asked = [*record.recommendations, *record.reviews[0].recommendations]
    assert [one.text for one in asked] == ["Midwives to write down who sleeps where"]


@pytest.mark.parametrize(
    "heading", ["What is left to do", "Still left to do", "What remains to be done", "Not done yet"]
)
@pytest.mark.parametrize("done", ["Done so far", "What we have finished", "What we have put in place"])
def test_what_is_left_to_do_is_never_done(heading: str, done: str) -> None:
    text = (
        f"# Response to the review of Child Q\n\n## {done}\n\n- A leaflet was sent to every surgery in May 2030.\n\n"
        f"## {heading}\n\n- Trained staff in every clinic\n- A link nurse for each ward\n"
        "- A form has been printed for two wards\n"
    )
    record = parse(read_text(Path("response.md"), text.encode()))
    acts = [*record.actions, *(action for review in record.reviews for action in review.actions)]
    assert [(action.status.split("-")[0], action.promise) for action in acts] == [
        ("complete", False),
        ("not", True),
        ("not", True),
        ("under", False),
    ]
