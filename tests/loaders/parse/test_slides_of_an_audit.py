"""Slides and chapters: requests with how far they are behind, tables headed "What", good and not so good."""

from __future__ import annotations

from pathlib import Path

from pptx import Presentation

from graph.records import DocumentRecord
from loaders.extract import extract
from loaders.formats.text.read import read_text
from loaders.parse.parse import parse

SLIDES = """# Learning hour: self-harm

## What we found

### Good

- Duty team seeing children within the hour

### Not so good

- Same wording on six plans

### Not a problem

- No evidence that children were turned away

## Recommendations: how are we doing?

| What | Who | Where are we (Feb 31) |
|---|---|---|
| No letter to be declined on paper | Clinic | The policy was changed on 1 October |
| Council to hold a register of short timetables | Education | The register was opened in two of six areas |

## Compare: 2029 audit and 2031 audit

- Email stopped when the clerk retired

## From the audit: what needs to change

- A. One notice from the ward to school and doctor – build starts in May
- B. Plan that the child takes home – in use from 3 February
- C. Café for under 16s – not affordable, won't go ahead
- D. Cards for carers – to be printed by June
"""


def read(text: str) -> DocumentRecord:
    return parse(read_text(Path("slides.md"), text.encode()))


def test_good_and_not_so_good_head_praise_and_blame() -> None:
    told = {one.text: one.polarity for one in read(SLIDES).findings}
    assert told["Duty team seeing children within the hour"] == "good-practice"
    assert told["Same wording on six plans"] == "shortfall"
    assert told["No evidence that children were turned away"] == "absent"


def test_a_heading_that_goes_back_to_an_audit_opens_none() -> None:
    assert not read(SLIDES).reviews


def test_a_column_headed_what_below_recommendations_is_what_is_asked() -> None:
    record = read(SLIDES)
    assert [one.text for one in record.recommendations][:2] == [
        "No letter to be declined on paper",
        "Council to hold a register of short timetables",
    ]
    assert [(one.text, one.status) for one in record.actions][:2] == [
        ("The policy was changed on 1 October", "complete-evidence-awaited"),
        ("The register was opened in two of six areas", "under-way"),
    ]


def test_how_far_a_request_is_stands_behind_a_dash() -> None:
    record = read(SLIDES)
    assert [one.text for one in record.recommendations][2:] == [
        "One notice from the ward to school and doctor",
        "Plan that the child takes home",
        "Café for under 16s",
        "Cards for carers – to be printed by June",
    ]
    assert [(one.text, one.status) for one in record.actions][2:] == [
        ("build starts in May", "not-started"),
        ("in use from 3 February", "complete-evidence-awaited"),
        ("not affordable, won't go ahead", "cancelled"),
    ]


YEARLY = """# Annual report 2031: practice reviews

## What keeps coming up

| Theme | Reviews (of 9) |
|---|---|
| The voice of the child | 8 |
| Loss of pace when a family moves | 3 |

## How do we know?

An audit of 20 children found that checks had been made on 9 of them.

## RR 3/31

Robin was 15 when she took an overdose. She is better now.

Agreed actions: policy template amended (May 2031); notice from ward to clinic – no progress; 140 officers trained.

What else did the reviewers see? The clinic did not know of the overdose. A form was signed by nobody.
"""


def test_a_column_out_of_a_number_counts_and_its_rows_are_no_points() -> None:
    record = read(YEARLY)
    assert {(one.numerator, one.denominator) for one in record.statistics} >= {(8, 9), (3, 9), (9, 20)}
    assert [one.text for one in record.findings] == [
        "An audit of 20 children found that checks had been made on 9 of them."
    ]


def test_actions_listed_behind_their_label_are_one_each() -> None:
    (robin,) = read(YEARLY).reviews
    assert [one.text for one in robin.actions] == [
        "policy template amended (May 2031)",
        "notice from ward to clinic – no progress",
        "140 officers trained",
    ]


def test_a_paragraph_that_asks_what_was_seen_answers_it() -> None:
    (robin,) = read(YEARLY).reviews
    assert [one.text for one in robin.findings] == [
        "The clinic did not know of the overdose.",
        "A form was signed by nobody.",
    ]


PLANS = """# Annual report 2031

## Looking ahead

In 2032 the group will complete the move to one form, publish two further reviews and ask Housing to explain it.

The group will publish guidance, audit tools and training plans.
"""


def test_three_verbs_behind_one_will_are_three_promises() -> None:
    assert [(one.text, one.status) for one in read(PLANS).actions] == [
        ("complete the move to one form", "not-started"),
        ("publish two further reviews", "not-started"),
        ("ask Housing to explain it", "not-started"),
        ("The group will publish guidance, audit tools and training plans.", "not-started"),
    ]


def test_a_year_before_one_thing_counts_nothing() -> None:
    told = read("# Slides\n\n## Figures\n\n- 2029 action on daily letters closed in April\n- 41 referrals were made\n")
    assert [one.numerator for one in told.statistics] == [41]


def test_what_is_said_at_a_slide_is_of_the_case_it_tells(tmp_path: Path) -> None:
    deck = Presentation()
    told = (
        ("RR 3/31 Child Z", "Girl of 13 who took an overdose", "She had lived with her aunt since May."),
        ("RR 4/31 Child Y", "Boy of 5 who was hurt at home", "He is well now."),
    )
    for title, line, spoken in told:
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text, slide.placeholders[1].text = title, line
        slide.notes_slide.notes_text_frame.text = spoken
    deck.save(tmp_path / "slides.pptx")
    first, second = extract(tmp_path / "slides.pptx").reviews
    assert [one.text for one in first.context] == [told[0][1], told[0][2]]
    assert [one.text for one in second.context] == [told[1][1], told[1][2]]
