"""Papers that head, name and number what they tell unlike most: bulletins, one report of several children, progress."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.records import DocumentRecord
from loaders.blocks import Block, BlockKind
from loaders.formats.text.read import read_text
from loaders.parse.cases.headings import case_label
from loaders.parse.layout.judging import points_of
from loaders.parse.layout.place import Place
from loaders.parse.layout.requested import parts_done
from loaders.parse.parse import parse
from loaders.parse.sections import meaning


def read(text: str) -> DocumentRecord:
    return parse(read_text(Path("paper.md"), text.encode()))


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("1. ROWAN (Local Child Safeguarding Practice Review, published March)", "Rowan"),
        ("BABY K (rapid review, March)", "Baby K"),
        ("IVY AND ROSE (rapid review, not published)", "Ivy and Rose"),
    ],
)
def test_a_name_in_capitals_before_its_kind_of_review(heading: str, name: str) -> None:
    label = case_label(heading)
    assert label is not None
    assert label.name == name


def test_a_name_in_capitals_before_anything_else_is_no_case() -> None:
    assert case_label("TRAINING (online, March)") is None


SIBLINGS = """# Local Child Safeguarding Practice Review concerning three siblings: Ada, Bryn and Cal

## 1 The children

| Child | Age in March 2031 | Service most involved |
|---|---|---|
| Ada | 12 years | Early help |
| Bryn | 6 years | Disabled children's team |
| Cal | 11 months | Health visiting |

## 2 Analysis

### Finding 1. Worry was not written down

2.1 The records of three agencies are long. No agency asked who lived in the home.
2.2 The nursery closed the record on its own terms. The visits were not followed up.
"""


def test_a_table_of_the_children_of_one_review_opens_no_cases() -> None:
    (review,) = read(SIBLINGS).reviews
    assert [(child.name, child.age_months) for child in review.children] == [("Ada", 144), ("Bryn", 72), ("Cal", 11)]


def test_a_short_finding_that_tells_what_happened_is_one() -> None:
    (review,) = read(SIBLINGS).reviews
    told = [finding.text for finding in review.findings]
    assert "Worry was not written down" in told
    assert "No agency asked who lived in the home." in told
    assert "The records of three agencies are long." not in told


COUNTED = """THE PARTNERSHIP BULLETIN
Summer 2031


1. ROWAN (rapid review, March)

Rowan was 15 when he was stabbed in June 2030.

What the review says:

* No school asked for his file.

There were five recommendations. These two are for us:

  R2  Schools should send the whole file within five days.
  R4  Governors should receive a report each term.


2. IVY (rapid review, May)

Ivy was nine. The school nurse did not tell her GP.


WHAT WE HAVE DONE

The leaflet is being written now. The new file went to all six schools on 15 April.
"""


def test_a_heading_without_a_number_ends_the_last_of_counted_cases() -> None:
    record = read(COUNTED)
    assert [review.name for review in record.reviews] == ["Rowan", "Ivy"]
    assert [action.text for action in record.actions][-1:] == ["The new file went to all six schools on 15 April."]


def test_what_is_counted_before_its_list_is_asked() -> None:
    rowan = read(COUNTED).reviews[0]
    assert [asked.text for asked in rowan.recommendations] == [
        "Schools should send the whole file within five days.",
        "Governors should receive a report each term.",
    ]


POSTSCRIPT = """# Learning review: Wren

## What we learned

Nobody asked who lived in the home.

## Postscript: progress by January 2031

The manager now attends the weekly panel. The escalation procedure has not been begun.
"""


def test_what_a_postscript_tells_of_progress() -> None:
    (review,) = read(POSTSCRIPT).reviews
    assert [action.status for action in review.actions] == ["complete-evidence-awaited", "not-started"]


def test_points_below_a_numbered_topic_are_told_one_by_one() -> None:
    told = points_of(
        "Handover was by letter. The letter was never opened. It lay there for three weeks. "
        "The new worker did not know that there was a plan."
    )
    assert [(text, found and found.becomes) for text, found in told] == [
        ("Handover was by letter.", "context"),
        ("The letter was never opened.", "finding"),
        ("It lay there for three weeks.", "explanation"),
        ("The new worker did not know that there was a plan.", "finding"),
    ]
    assert points_of("Handover was by letter. The letter was never opened.") == []


def test_a_heading_in_larger_type_ends_a_part_of_the_section() -> None:
    def head(text: str, level: int, size: float) -> Block:
        return Block(text=text, raw=text, kind=BlockKind.HEADING, level=level, size=size)

    place = Place("review-report", None)
    learning, asked = meaning("learning"), meaning("recommendations")
    place.enter_below(learning, head("What we learned", 1, 16))
    place.enter_below(asked, head("Suggested strategies", 2, 11))
    place.after_part(head("A smaller part", 2, 11))
    assert place.section is asked
    place.after_part(head("A family that moves", 2, 13))
    assert (place.section, place.level) == (learning, 1)


OVERVIEW = """# Three years of reviews

## The reviews

| Ref | Age | Harm |
|---|---|---|
| RR 1/31 | 6 weeks | Non-accidental injury |
| Kit and Lane (LCSPR) | 7 and 5 years | Neglect |

## What the reviews found

### 1. Fathers were not seen – in 9 of 14 reviews (64%)

Nobody asked them. No visit was made.

### Rapid review 4/31: part 2 of 3

Nothing was shared.
"""


def test_a_row_of_two_children_gives_each_an_age_and_their_harm() -> None:
    review = read(OVERVIEW).reviews[1]
    assert [(child.name, child.age_months) for child in review.children] == [("Kit", 84), ("Lane", 60)]
    assert review.harms == ["neglect"]


def test_a_share_in_a_heading_is_counted_and_a_number_of_a_review_is_not() -> None:
    told = [(figure.numerator, figure.denominator, figure.percent) for figure in read(OVERVIEW).statistics]
    assert told == [(9, 14, 64)]


def test_a_cell_of_work_is_parted_where_one_part_is_open() -> None:
    assert parts_done("Letters go to both teams. We are still working on the form.") == [
        "Letters go to both teams.",
        "We are still working on the form.",
    ]
    whole = "Anybody can call a pause. It has been used nine times."
    assert parts_done(whole) == [whole]


@pytest.mark.parametrize(
    "sentence",
    [
        "Farrow and Lund (2028) found that workers wait for an incident.",
        "There is a considerable literature on why neglect is seen late.",
        "The four findings below are those for which the evidence was strongest.",
    ],
)
def test_what_research_says_is_no_finding_of_the_review(sentence: str) -> None:
    text = f"# Learning review: Wren\n\n## What we learned\n\n{sentence} Nobody asked Wren.\n"
    (review,) = read(text).reviews
    assert [finding.text for finding in review.findings] == ["Nobody asked Wren."]


STRATEGIES = """# Learning review: Wren

## What we learned

Nobody asked who lived in the home.

## The committee's response

| Strategy | Response | Position at May 2031 |
|---|---|---|
| Add children to the assessment form | Accepted | The new form was sent to both teams in April |
| Ask pharmacies to check the boxes | Accepted in part | Leaflet being written |
"""


def test_accepting_a_strategy_is_no_action() -> None:
    (review,) = read(STRATEGIES).reviews
    assert [(action.text, action.status) for action in review.actions] == [
        ("The new form was sent to both teams in April", "complete-evidence-awaited"),
        ("Ask pharmacies to check the boxes", "under-way"),
    ]


def test_a_remark_between_does_not_hide_what_takes_the_work_back() -> None:
    text = """# Learning review: Wren

## What has been done

Schools now give feedback within a week. It is working in four of them. Two schools are behind.
"""
    (action,) = read(text).reviews[0].actions
    assert action.status == "overdue"
