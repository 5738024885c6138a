"""Papers that report on several reviews: numbered paragraphs that open a case, who is only announced, a share done."""

from __future__ import annotations

from pathlib import Path

from graph.records import DocumentRecord
from loaders.formats.text.read import read_text
from loaders.parse.parse import parse

REPORT = """# Progress on what our reviews asked for

## 1. Purpose

1.1 Members asked in May for one account of where matters stand with what our two learning reviews asked for.

## 2. The reviews in brief

2.1 Wren (learning review, reported October 2031). Wren was three when she drowned in a pond. The Review found that the
nursery was not told of the move.

2.2 Ash and Rowan (learning review, reported June 2032). The brothers, eight and ten, were beaten by their uncle. The
Review found that nobody spoke to either boy alone.

## 3. Decisions

3.1 A further learning review, about a young person known as "K", was notified in July.
"""


def read(text: str) -> DocumentRecord:
    return parse(read_text(Path("report.md"), text.encode()))


def test_numbered_paragraphs_that_open_with_a_review_are_cases_and_one_only_announced_is_none() -> None:
    record = read(REPORT)
    assert [review.name for review in record.reviews] == ["Wren", "Ash and Rowan"]
    assert [[finding.text for finding in review.findings] for review in record.reviews] == [
        ["The Review found that the nursery was not told of the move."],
        ["The Review found that nobody spoke to either boy alone."],
    ]


def test_the_child_a_report_is_known_by_is_told_of_more_than_once() -> None:
    text = (
        "# Overview report\n\n## Introduction\n\n"
        "This serious case review is of a girl known as BK. {told} was scalded at six.\n\n## Findings\n\n"
        "* {told} was not seen alone.\n"
    )
    assert [review.name for review in read(text.format(told="BK")).reviews] == ["BK"]


def test_fewer_than_a_target_is_no_end_of_the_work() -> None:
    record = read(
        "# LCSPR Larkin\n\nLarkin was nine when he was scalded.\n\n## What has changed\n\n"
        "* The course has run since January; 58 of a target of 120 staff have attended.\n"
        "* The clinic has opened; 120 of a target of 120 families have come.\n"
    )
    (review,) = record.reviews
    assert [action.status for action in review.actions] == ["under-way", "complete-evidence-awaited"]
    assert {(one.numerator, one.denominator) for one in record.statistics} >= {(58, 120), (120, 120)}


PAGE = """# Learning from reviews

## Wren (LCSPR, published 2031)

Wren was fourteen when she was burned by an uncle.

* The school was not told of the fire.

## {heading}

{story}

* Nobody saw the kitchen.
"""


def test_a_heading_beside_those_of_reviews_may_name_one_by_its_topic() -> None:
    story = "A rapid review of a baby boy who died at nine weeks of scalds."
    record = read(PAGE.format(heading="Scalds and sepsis: a rapid review", story=story))
    told = [(review.name, review.kind, review.children[0].name, len(review.findings)) for review in record.reviews]
    assert told == [("Wren", "lcspr", "Wren", 1), (None, "rapid-review", None, 1)]


def test_a_topic_that_tells_of_no_child_is_no_review() -> None:
    record = read(PAGE.format(heading="Safe in the kitchen: a review", story="Cookers can be guarded, staff told us."))
    assert [review.name for review in record.reviews] == ["Wren"]


LETTER = """NORTHLEY HEALTH TRUST

Dear Chair

CASE REVIEWS: WREN AND "GIRL P" - OUR REPLY

Thank you for your letter. As you know, a case management review is held where a child has died and agencies may learn.

WREN

Wren was eleven weeks old when he was found to have a broken arm. The Review was published in March 2031. The Review \
found that no consultant saw Wren before he went home.

Recommendation 2 of the Wren Review: "The Trust should ensure that a baby with a bruise is seen by a consultant."

A standing instruction was issued to all staff in May 2031. From 8 January 2032 each baby has been seen twice.

GIRL P

Girl P was fifteen. She took her own life in September 2030. The Review found that no one spoke to Girl P.

Recommendation 1 of the Girl P Review: "The Trust should ring every young person who is referred again."

Two nurses are now in post and ring each young person. We audited a quarter: of 38 referrals 35 (92%) were spoken to.

Yours sincerely

Named Doctor
"""


def test_what_stands_below_a_numbered_request_in_a_letter_answers_it() -> None:
    record = parse(read_text(Path("letter.txt"), LETTER.encode()))
    assert [(review.name, len(review.recommendations)) for review in record.reviews] == [("Wren", 1), ("Girl P", 1)]
    wren, other = record.reviews
    assert "A standing instruction was issued to all staff in May 2031." in [action.text for action in wren.actions]
    assert [action.text for action in other.actions] == ["Two nurses are now in post and ring each young person."]
    assert [finding.text for finding in other.findings] == ["The Review found that no one spoke to Girl P."]
    assert [action.text for action in record.actions] == []  # when reviews are held at all is no work
