"""What became of it: a report one year on, the note of a meeting, replies among recommendations, sentences left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.records import DocumentRecord
from loaders.formats.html.read import read_html
from loaders.formats.text.read import read_text
from loaders.parse.cases.headings import case_label
from loaders.parse.cases.naming import kind_of
from loaders.parse.items.status import stand_of
from loaders.parse.parse import parse
from loaders.parse.sentences import clauses

YEAR_ON = """# One year on

*A report to the public, July 2030*

Last July we published the local child safeguarding practice review about a nine-year-old girl. We called her \
**Juniper**. Juniper starved.

## Recommendation one — hearing a child

**Asked of us:** Council leaders to write to the Government.

**What we did:** Letter sent 9 September 2029. The weighing has stopped because there is no nurse.

**Has it made a difference?** We cannot show that it has.

## What the scrutineer says

> "The partners were quick to write things. I remain worried that children are not heard."
"""

MEETING = """FENWOLD SAFEGUARDING CHILDREN PARTNERSHIP
Case Review Group: note of the meeting on 14 March 2030

1. Last note
Agreed as right.

2. Senna (LCSPR, published Sept 2029) - where are we?
Senna was thirteen when she took an overdose.

2/1 CAMHS to see a child within a week of an overdose. [CAMHS]
Has been rolled out in all clinics. CLOSED.
2/2 Schools to keep a record of worries. [Head of Inclusion; was due Dec 29, now end of April]
Twelve schools have not answered. REMAINS OPEN.

3. New since we last met
A rapid review met last week about a three week old girl who was left alone. The group's early thoughts are that \
nobody asked about children; and that a referral waited nine days. For reference this is FW/30/1.

4. FW 29/3 - report back
Learning has been shared.
"""

REPLIES = """Local Child Safeguarding Practice Review: Wren

6 Recommendations

6.1 The Trust should change its letter.
6.2 The Trust tells us that its new letter has been in use since June. Children's Services have yet to start.
"""


def read(text: str) -> DocumentRecord:
    return parse(read_text(Path("text.md"), text.encode()))


def test_a_report_one_year_on_tells_of_the_one_child_it_names() -> None:
    record = read(YEAR_ON)
    (review,) = record.reviews
    assert (review.name, [c.age_months for c in review.children]) == ("Juniper", [108.0])
    assert [(r.text, r.addressees) for r in review.recommendations] == [
        ("Council leaders to write to the Government.", ["Council leaders"])
    ]
    assert [(a.text, a.status) for a in review.actions] == [
        ("Letter sent 9 September 2029.", "complete-evidence-awaited"),
        ("The weighing has stopped because there is no nurse.", "paused"),
    ]
    assert len(review.impacts) == 1
    views = [view.text for view in [*record.judgements, *review.judgements]]
    assert [view.strip('"') for view in views] == [
        "The partners were quick to write things.",
        "I remain worried that children are not heard.",
    ]


def test_the_note_of_a_meeting_is_of_several_cases_each_with_its_own_work() -> None:
    record = read(MEETING)
    assert record.document.title == "Case Review Group: note of the meeting on 14 March 2030"
    senna, new, third = record.reviews
    assert [(a.status, a.due_printed) for a in senna.actions] == [
        ("complete-evidence-awaited", None),
        ("under-way", "end of April"),
    ]
    assert senna.findings == []
    assert (new.ref, [c.age_months for c in new.children]) == ("FW/30/1", [0.7])
    assert [f.text for f in new.findings] == ["that nobody asked about children", "that a referral waited nine days"]
    assert third.ref == "FW 29/3"


def test_a_reply_among_recommendations_asks_nothing() -> None:
    (review,) = read(REPLIES).reviews
    assert [r.text for r in review.recommendations] == ["The Trust should change its letter."]
    assert [a.status for a in review.actions] == ["complete-evidence-awaited", "not-started"]


def test_a_sentence_left_out_of_a_paragraph_is_noted() -> None:
    text = YEAR_ON.replace('> "The', "The").replace('heard."', "heard.")
    notes = [note.message for note in read(text).report.notes]
    assert any("The partners were quick to write things." in note for note in notes)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Guidance will be updated", "not-started"),
        ("We have stopped closing logs early", "complete-evidence-awaited"),
        ("The course has lapsed", "paused"),
        ("Reminder sent to every midwife", "complete-evidence-awaited"),
    ],
)
def test_short_notes_of_work_say_how_far_it_is(text: str, status: str) -> None:
    assert stand_of(text).status == status


def test_a_group_that_holds_reviews_is_no_review() -> None:
    assert kind_of("Case Review Group") is None
    assert kind_of("A case review was held") == "learning-review"
    label = case_label("Senna (LCSPR, published Sept 2029) - where are we?")
    assert label is not None
    assert (label.name, label.kind) == ("Senna", "lcspr")


SLIDES = """Learning from two rapid reviews

# RR7

Boy, 5 months

# Rapid Review No. 9

Nadia, sixteen, died by suicide in March.

# RR07: what was good

- The unit rang the social worker

# RR9 – early learning

- Nobody asked to see her phone

# What is happening?

- Letters in six languages were sent to all parents, and a new lead is being sought
- Turned down by the Trust
"""


def test_headings_name_their_case_by_its_number_and_one_that_names_none_is_of_all() -> None:
    record = read(SLIDES)
    boy, nadia = record.reviews
    assert [f.text for f in boy.findings] == ["The unit rang the social worker"]
    assert [f.text for f in nadia.findings] == ["Nobody asked to see her phone"]
    assert [(c.name, c.age_months, c.outcome) for c in nadia.children] == [("Nadia", 192.0, "died")]
    assert (boy.actions, nadia.actions) == ([], [])
    assert [a.status for a in record.actions][-1] == "cancelled"


def test_clauses_with_subjects_of_their_own_are_two_pieces_of_work() -> None:
    assert clauses("Every case has been read again, and a short history is being put on each file.") == [
        "Every case has been read again",
        "a short history is being put on each file.",
    ]
    assert len(clauses("Staff have been trained, and supervised each month.")) == 1


BOXES = """<h1>Local Child Safeguarding Practice Review: Wren</h1><h2>4 The story</h2><p>Visits began late.</p>
<aside><h3>Learning point 1:</h3><p>A referral was put off because workers saw it as a punishment.</p></aside>
<p>The unit wrote down 26 visits by the father.</p>"""


def test_text_behind_a_box_goes_on_with_the_section_around_it() -> None:
    (review,) = parse(read_html(Path("boxes.html"), BOXES.encode())).reviews
    assert [f.text for f in review.findings] == ["A referral was put off because workers saw it as a punishment."]
