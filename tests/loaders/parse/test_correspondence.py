"""Letters to partners that tell several reviews in numbered paragraphs: learnt, asked and how far, each on its case."""

from __future__ import annotations

from pathlib import Path

from graph.records import DocumentRecord
from loaders.formats.text.read import read_text
from loaders.parse.parse import parse

LETTER = """Office of the Independent Scrutineer

Ashmere Safeguarding Children Partnership

3 February 2031

Dear partners

What became of two reviews of the last two years

1. I undertook to write to you each winter. I have read the plans and spoken with forty practitioners.

Child P

2. Child P, a boy, was three when he was badly burned at home in May 2029. The local child safeguarding practice review
was published in March 2030. It found that the nursery did not know of the earlier injuries. No one had asked who cared
for him on weekdays.

3. You were asked to do two things. First, the hospital was to tell nurseries of every burn under five. Second, the
council and the police were to agree who checks on a new adult in a home.

4. The hospital's letter to nurseries was introduced in June 2030. The check was to have been agreed by last autumn. It
has not been started.

Family Sorrel

5. The two Sorrel girls, 8 and 10, were removed from their home in January 2030 after years of neglect. The review made
one recommendation. Schools should share their chronologies at every transfer.

6. The chronology form is being piloted in three schools.

My recommendations to you

7. I recommend that every action has a measure before it is agreed.

8. I shall come to your meeting on 4 May and would be glad of a reply by then.

Yours faithfully

Independent Scrutineer
"""


def read() -> DocumentRecord:
    return parse(read_text(Path("letter.txt"), LETTER.encode()))


def test_each_paragraph_tells_of_the_case_above_it() -> None:
    record = read()
    assert [review.name for review in record.reviews] == ["Child P", "Family Sorrel"]
    one, other = record.reviews
    assert [finding.text for finding in one.findings] == [
        "It found that the nursery did not know of the earlier injuries.",
        "No one had asked who cared for him on weekdays.",
    ]
    assert [asked.text.split(",")[0] for asked in one.recommendations] == ["First", "Second"]
    assert [action.status for action in one.actions] == ["complete-evidence-awaited", "not-started"]
    assert [asked.text for asked in other.recommendations] == [
        "Schools should share their chronologies at every transfer."
    ]
    assert [action.status for action in other.actions] == ["under-way"]


def test_what_a_promise_became_stands_with_it() -> None:
    action = read().reviews[0].actions[1]
    assert action.text == "The check was to have been agreed by last autumn. It has not been started."


def test_what_the_author_does_themselves_is_no_request_and_no_action() -> None:
    record = read()
    assert [asked.text for asked in record.recommendations] == [
        "I recommend that every action has a measure before it is agreed."
    ]
    assert not record.actions
    assert not any("undertook" in item.text for item in [*record.findings, *record.actions])


def test_the_line_below_the_greeting_is_what_the_letter_is_called() -> None:
    assert read().document.title == "What became of two reviews of the last two years"
