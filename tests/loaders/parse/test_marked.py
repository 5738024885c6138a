"""Actions that minutes mark, logs whose numbers follow no count, and what a paragraph lists as still open."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.records import DocumentRecord
from loaders.formats.text.read import read_text
from loaders.parse.items.marked import left_open, marked
from loaders.parse.parse import parse


def _read(text: str, name: str = "minutes.txt") -> DocumentRecord:
    return parse(read_text(Path(name), text.encode()))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Action: local authority to write to the aunt.", "local authority to write to the aunt."),
        ("Action 11/2: Police to say where it is kept.", "Police to say where it is kept."),
        ("AP3 (SH): the guide is with the printers.", "the guide is with the printers."),
        ("Action – Named Doctor to check the letter.", "Named Doctor to check the letter."),
        ("ACTION Chair to tell the panel.", "Chair to tell the panel."),
        ("AGREED: Head of Service to meet the family.", "Head of Service to meet the family."),
    ],
)
def test_the_mark_of_an_action(line: str, told: str) -> None:
    assert marked(line) == told


@pytest.mark.parametrize(
    "line",
    [
        "Action plans were read.",
        "Agreed: it was a good day.",
        "AGREED that the author should be thanked.",
        "Actions on neglect have slowed.",
        "APRIL: the month of the audit.",
        "Actionaid - to be asked",
    ],
)
def test_what_is_no_mark(line: str) -> None:
    assert marked(line) is None


def test_what_is_listed_as_still_open() -> None:
    assert left_open("Remaining: the guide – in draft; and the film.") == ["the guide – in draft", "the film"]
    assert left_open("All discharged in June save one: the protocol.") == ["the protocol"]
    assert not left_open("Remaining places: two in May; one in June.")


LOG = """HOLMEDALE SAFEGUARDING CHILDREN PARTNERSHIP

PRACTICE REVIEW GROUP – MINUTES

12 March 2031

1. Matters arising
All were on the agenda.

2. Action log
08/1 Business Manager to ask for the figures on missed reviews. Done.
08/4 Probation to nominate a member - ongoing
06/2 Education to bring the figures. Not received. Carry forward.
05/3 Named Doctor to write to the surgeries (closed)
11/30 Children's Social Care to test the form in two teams [in progress]
"""


def test_lines_of_a_log_are_read_with_what_they_end_in() -> None:
    assert [(one.text.partition(" to ")[0], one.status) for one in _read(LOG).actions] == [
        ("Business Manager", "complete-evidence-awaited"),
        ("Probation", "under-way"),
        ("Education", "not-started"),
        ("Named Doctor", "complete-evidence-awaited"),
        ("Children's Social Care", "under-way"),
    ]


def test_a_day_elsewhere_is_no_number() -> None:
    text = "Notes\n\nWhat happened\n\n04/05 Mother rang the health visitor.\n\n11/05 He was taken to hospital.\n"
    assert not _read(text).actions


REVIEWS = """Minutes of the Review Sub-Committee, 9 January 2031

1. Action log
Ref 21/4. Housing to join the panel - Closed.
Ref 21/9. Police to report on the pilot – carried over to March.

2. Progress on reviews

2.1 BR11 ("Ellis and Wren"), LCSPR published May 2030. Neglect; brothers of 4 and 6, found alone. \
Nine of 12 actions are complete. AP3 (SH): the guide is with the printers. AP8 (ICB): not begun. \
Remaining: alerts in the front office - being tested; sessions for dentists - two held, third on 20 November.

2.2 Serious case review "Otto" (2019). All actions were discharged in June save one: the joint protocol.

3. Any other business
Action: Chair to write to members.
"""


def test_a_numbered_paragraph_tells_its_review_and_the_actions_marked_in_it() -> None:
    record = _read(REVIEWS)
    assert [(one.ref, one.name, one.kind) for one in record.reviews] == [
        ("BR11", "Ellis and Wren", "lcspr"),
        (None, "Otto", "scr"),
    ]
    first, second = record.reviews
    assert [(one.text, one.status) for one in first.actions] == [
        ("the guide is with the printers.", "under-way"),
        ("not begun.", "not-started"),
        ("alerts in the front office - being tested", "under-way"),
        ("sessions for dentists - two held, third on 20 November", "under-way"),
    ]
    assert [one.text for one in second.actions] == ["the joint protocol"]
    assert [(one.text, one.status) for one in record.actions] == [
        ("Housing to join the panel - Closed.", "complete-evidence-awaited"),
        ("Police to report on the pilot – carried over to March.", "not-started"),
        ("Chair to write to members.", "not-started"),
    ]


def test_a_newsletter_that_tells_readers_to_act_sets_no_action() -> None:
    text = "Larkhill newsletter, spring 2031\n\nAction: read the new guidance in your team meeting.\n"
    assert not _read(text, "news.txt").actions
