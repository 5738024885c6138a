"""A letter of paragraphs alone below its subject line: which reviews it goes through, and what each asked, by count."""

from __future__ import annotations

from pathlib import Path

from graph.records import DocumentRecord
from loaders.formats.html.read import read_html
from loaders.parse.parse import parse

LETTER = """<html><body><p>Ashmere Safeguarding Children Partnership</p><p>9 March 2031</p>
<h1>Whether earlier changes have lasted</h1>
<p>Dear partners</p>
<p>I write because two matters should not wait until my report. I read the minutes and spoke with nine managers.</p>
<p>I start with Linnet. She was nine and lived at a special school when, in 2028, she was assaulted by an escort. Your
review was published last June.</p>
<p>The review's conclusions can be shortly stated. Linnet had six bruises recorded by the school in a year and each was
put down to her behaviour. Her social worker saw her in a meeting room. No professional used her signs.</p>
<p>Three recommendations were made. The Council was to visit every child at the school at night. The Council and the ICB
were to agree a shared visit. All agencies were to ensure that staff know a signer.</p>
<p>I am satisfied as to the last: the list of signers was sent to all staff in May. Joint visits have been made to two
of the six schools.</p>
<p>The second matter is Jude, who was five months old and drowned in March 2030. You carried out a rapid review. His
health visitor was not told of the medicine.</p>
<p>The single recommendation was that the Mental Health Trust should ask about the baby at every change.</p>
<p>The third is older. Family Nine concerned sisters of 12 and seven who had been assaulted by their father. It found
that neither girl was spoken to.</p>
<h1>“Write when it goes wrong. Write when it goes right and find out why.”</h1>
<p>I therefore ask for the following. First, that no action be closed by the agency that owns it.
Second, that the Council names an officer for the agreement.</p>
<p>Yours sincerely</p><p>R. V. Example</p><h2>Independent Scrutineer</h2>
<p>Copies: Director of Children's Services; Chief Nurse, ICB</p></body></html>"""


def read() -> DocumentRecord:
    return parse(read_html(Path("letter.html"), LETTER.encode()))


def test_each_review_is_found_where_its_paragraph_turns_to_it() -> None:
    record = read()
    assert record.document.title == "Whether earlier changes have lasted"
    assert [review.name for review in record.reviews] == ["Linnet", "Jude", "Family Nine"]


def test_what_is_counted_is_asked_though_it_only_says_who_was_to_do_it() -> None:
    record = read()
    linnet, jude, _ = record.reviews
    assert [one.addressees for one in linnet.recommendations] == [["Council"], ["Council", "ICB"], ["All agencies"]]
    assert [one.addressees for one in jude.recommendations] == [["Mental Health Trust"]]
    assert [one.text for one in record.recommendations] == [
        "no action be closed by the agency that owns it.",
        "the Council names an officer for the agreement.",
    ]
    assert record.recommendations[1].addressees == ["Council"]
    assert [(one.text[:16], one.status) for one in linnet.actions] == [
        ("the list of sign", "complete-evidence-awaited"),
        ("Joint visits hav", "under-way"),
    ]


def test_behind_a_sentence_that_says_the_findings_follow_each_sentence_is_one() -> None:
    linnet = read().reviews[0]
    assert [one.text[:12] for one in linnet.findings] == ["Linnet had s", "Her social w", "No professio"]


def test_who_signs_below_the_end_is_kept_nowhere() -> None:
    assert "Example" not in read().model_dump_json()
