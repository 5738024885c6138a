"""Papers that go back to earlier reviews: who the children were, and what became of what each review asked for."""

from __future__ import annotations

from pathlib import Path

from graph.records import DocumentRecord
from loaders.formats.html.read import read_html
from loaders.formats.text.read import read_text
from loaders.parse.parse import parse

SCRUTINY = """# Did it last?

Report of the Independent Scrutineer, May 2031

## 1 What I was asked to do

1.1 Partners asked me whether the recommendations have made a difference. I read 30 files in the spring.

## 2 The reviews

2.1 Robin was four and has cerebral palsy. The LCSPR made two recommendations.

2.2 Wren (5) and Lark (3) were in the house when their mother was hurt. The rapid review asked for one thing.

## 3 Robin

R1 All health providers should tell the lead professional when a child misses two appointments.

3.1 A form was introduced in 2029. In a dip sample of 20 children the lead professional had been told in 13 (65%). \
Nobody had told the dentists.

R2 Growth should be measured for every child who is tube fed.

3.2 I looked at ten files. Training is being arranged.

## 4 Wren and Lark

WL1. Schools should be told on the same day.

4.1 The scheme was commissioned in 2030.

## 5 What I conclude

5.1 The Partnership has no means of recording that something has been undone.
"""

SLIDES = """<h1>Learning from our reviews</h1>
<h2>Robin (2031)</h2><p>Local Child Safeguarding Practice Review. Published 4 March 2031.</p>
<p>Robin was six when he was admitted to hospital with burns.</p>
<h2>The Marlow children (2030)</h2><p>Rapid review. Published 9 May 2030.</p>
<p>This was about three brothers who experienced serious neglect over many years.</p>
<h3>Learning for all of us</h3><ul><li>Nobody asked the children what it was like at home.</li></ul>
<h3>What was recommended and where we have got to</h3>
<table><tr><th>Recommendation</th><th>Where we are up to</th></tr>
<tr><td>Provide a cot straight away to a family without one</td><td>A cot bank was opened in July.</td></tr>
<tr><td>Count missed appointments by family</td>
<td>The hospital can now do this. The other trust cannot until it has changed its system.</td></tr>
<tr><td>Keep the same social worker</td><td>Paused while the council consults.</td></tr></table>"""


def read(text: str) -> DocumentRecord:
    return parse(read_text(Path("paper.md"), text.encode()))


def test_a_heading_that_is_a_name_opens_the_review_that_a_paragraph_above_tells() -> None:
    record = read(SCRUTINY)
    assert [(review.name, review.kind) for review in record.reviews] == [
        ("Robin", "lcspr"),
        ("Wren and Lark", "rapid-review"),
    ]
    assert [child.age for child in record.reviews[0].children] == ["four"]


def test_below_a_recommendation_by_its_letters_stand_work_and_what_was_found_of_it() -> None:
    robin, wren = read(SCRUTINY).reviews
    assert [asked.ref for asked in (*robin.recommendations, *wren.recommendations)] == ["R1", "R2", "WL1"]
    assert [(action.text, action.status) for action in (*robin.actions, *wren.actions)] == [
        ("A form was introduced in 2029.", "complete-evidence-awaited"),
        ("Training is being arranged.", "under-way"),
        ("The scheme was commissioned in 2030.", "complete-evidence-awaited"),
    ]
    assert [finding.text for finding in robin.findings] == [
        "In a dip sample of 20 children the lead professional had been told in 13 (65%).",
        "Nobody had told the dentists.",
    ]
    assert wren.findings == []  # what stands in the next part is of no one review


def test_a_family_above_a_line_that_says_the_kind_of_its_review_is_a_case() -> None:
    robin, marlow = parse(read_html(Path("page.html"), SLIDES.encode())).reviews
    assert (robin.name, robin.kind, marlow.name, marlow.kind) == (
        "Robin",
        "lcspr",
        "The Marlow children",
        "rapid-review",
    )
    assert [finding.text for finding in marlow.findings] == ["Nobody asked the children what it was like at home."]


def test_what_a_row_tells_was_done_about_its_recommendation_is_the_action_and_a_status_alone_is_not() -> None:
    _, marlow = parse(read_html(Path("page.html"), SLIDES.encode())).reviews
    assert len(marlow.recommendations) == 3
    assert [(action.text, action.status) for action in marlow.actions] == [
        ("A cot bank was opened in July.", "complete-evidence-awaited"),
        ("The hospital can now do this. The other trust cannot until it has changed its system.", "under-way"),
        ("Keep the same social worker", "paused"),
    ]
