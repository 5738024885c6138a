"""Published recommendations that a bracket behind each brings up to date: asked is one thing, done since another."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.records import DocumentRecord
from loaders.formats.html.read import read_html
from loaders.parse.layout.bracketed import update_behind
from loaders.parse.parse import parse

BRIEFING = """<html><body><h1>Practice briefing: Baby Moss</h1>
<p>This briefing tells what was learned from a rapid review finished in May 2030.</p>
<h2>What happened</h2>
<p>Baby Moss was born at home in spring 2030 and lived for less than a day. No service had been told of her.</p>
<h2>What we need from you</h2>
<table><thead><tr><th>We found</th><th>Please</th></tr></thead><tbody>
<tr><td>The pill was taken as proof that she was not pregnant</td><td>Keep an open mind. Offer a test</td></tr>
<tr><td>No one knew there was a procedure</td><td>Read it and use it</td></tr></tbody></table>
<h2>Recommendations and updates</h2>
<ol>
<li>Midwives should ask every woman alone. <em>(June 2031: All four teams have done this. The clinic will begin in
July)</em></li>
<li>The council should introduce each new worker in person. <em>(June 2031: Not done. The team is being rebuilt and this
has not been looked at)</em></li>
<li>The board should publish the procedure (see page 4).</li>
</ol>
<h2>Seen before</h2>
<p>In 2027 we held a rapid review (RR 3/27) about another baby, who survived. That review also found that nobody had
asked. It said that the Partnership should have a procedure. The procedure was published in April 2028.</p>
</body></html>"""


def read() -> DocumentRecord:
    return parse(read_html(Path("briefing.html"), BRIEFING.encode()))


def test_what_is_asked_ends_before_the_bracket_and_what_was_done_is_told_in_its_parts() -> None:
    whole = read().reviews[0]
    assert [(one.ref, one.text) for one in whole.recommendations] == [
        ("1", "Midwives should ask every woman alone."),
        ("2", "The council should introduce each new worker in person."),
        ("3", "The board should publish the procedure (see page 4)."),
    ]
    assert [(one.text[:14], one.status, one.recommendation) for one in whole.actions] == [
        ("All four teams", "complete-evidence-awaited", "1"),
        ("The clinic wil", "not-started", "1"),
        ("Not done. The ", "not-started", "2"),
    ]


def test_what_was_found_is_learnt_beside_what_the_reader_is_advised() -> None:
    record = read()
    assert [one.text for one in record.reviews[0].findings] == [
        "The pill was taken as proof that she was not pregnant",
        "No one knew there was a procedure",
    ]
    assert [one.reason[:20] for one in record.report.rejected if "open mind" in one.text] == ["advice to the reader"]


def test_the_earlier_review_of_another_child_keeps_its_own_learning_and_request() -> None:
    whole, earlier = read().reviews
    assert (whole.name, whole.children[0].outcome) == ("Baby Moss", "died")
    assert earlier.ref == "RR 3/27"
    assert earlier.quote == "rapid review (RR 3/27)"
    assert [one.text for one in earlier.findings] == ["That review also found that nobody had asked."]
    assert [one.text for one in earlier.recommendations] == ["It said that the Partnership should have a procedure."]
    assert [one.completed for one in earlier.actions] == ["2028-04"]


@pytest.mark.parametrize(
    ("text", "asked", "since"),
    [
        ("Review the form (Update: sent to all).", "Review the form", ["sent to all"]),
        ("Review the form. [Progress, May 2031 – being tested]", "Review the form.", ["being tested"]),
        ("Review the form. (2030/31: Done (twice). It will be repeated)", "Review the form.", None),
    ],
)
def test_a_label_is_a_date_or_a_word_for_an_update(text: str, asked: str, since: list[str] | None) -> None:
    found = update_behind(text)
    assert found is not None
    assert found[0] == asked
    assert since is None or found[1] == since


@pytest.mark.parametrize(
    "text", ["Review the form (note: it is old).", "Review the form (by May 2031).", "(May: done)"]
)
def test_any_other_bracket_stays_with_what_is_asked(text: str) -> None:
    assert update_behind(text) is None
