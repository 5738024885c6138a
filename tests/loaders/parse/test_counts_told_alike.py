"""Counts of one whole told one after the other, or of what was looked at; and what is counted beside and is no part."""

from __future__ import annotations

import pytest

from loaders.blocks import Block, BlockKind
from loaders.parse.figures.own_story import in_own_story
from loaders.parse.figures.shares import figures
from loaders.parse.figures.statistics import statistics_of


def parts(sentence: str) -> list[tuple[float | None, float | None, float | None]]:
    return [(f.numerator, f.denominator, f.percent) for f in figures(sentence) if f.denominator]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Debt was found in 6 of the 8 reviews (75%) and neglect in five.", [(6, 8, 75), (5, 8, None)]),
        (
            "Neglect featured in seven of our eleven reviews, abuse in eight and debt in four.",
            [(7, 11, None), (8, 11, None), (4, 11, None)],
        ),
        ("I looked at twelve of these plans and ten had been written with the child.", [(10, 12, None)]),
        ("87 children have been identified and 52 have had an assessment.", [(52, 87, None)]),
        ("There were 34 children and 31 have now been seen.", [(31, 34, None)]),
        ("The group looked at 40 assessments and the father was seen in 22 of them (55%).", [(22, 40, 55)]),
    ],
)
def test_a_count_is_of_the_whole_that_its_sentence_tells(
    sentence: str, expected: list[tuple[float | None, float | None, float | None]]
) -> None:
    assert parts(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Neglect featured in seven of our eleven reviews and the Panel met in May.", [(7, 11, None)]),
        ("Neglect featured in seven of our eleven reviews and we will report in two weeks.", [(7, 11, None)]),
        ("In six of the nine cases a father was seen and a plan was made in ten.", [(6, 9, None)]),
        ("We read 31 files, held four workshops and met five families.", []),
        ("Looking across the nine reviews, three things recur.", []),
        ("Across the thirteen reviews the same four points came back.", []),
        ("We read twelve of the plans and met eight families.", []),
    ],
)
def test_what_is_counted_beside_a_whole_is_no_part_of_it(
    sentence: str, expected: list[tuple[float | None, float | None, float | None]]
) -> None:
    assert parts(sentence) == expected


def told(*sentences: str) -> list[tuple[float | None, float | None]]:
    blocks = [
        Block(kind=BlockKind.PARAGRAPH, text=one, raw=one, page=None, line=at) for at, one in enumerate(sentences, 1)
    ]
    return [(s.numerator, s.denominator) for s in statistics_of(blocks, "What our reviews tell us", [], [])]


def test_what_goes_on_from_in_6_out_of_10_is_of_the_ten() -> None:
    first = "In 6 out of 10 the first referral had been closed."
    assert told(first, "Fathers had been spoken to in only 2.") == [(6, 10), (2, 10)]


def test_a_share_that_explains_a_word_is_no_figure() -> None:
    assert told("Neglect means that 1 in 5 needs is unmet.") == []


def test_an_audit_that_looks_at_many_tells_no_story_of_one() -> None:
    text = "The audit looked at 40 assessments and the father had been seen in 22 of them."
    (figure,) = figures(text)
    assert not in_own_story(text, figure, [])
    story = "Robin's school recorded that the father was there on 3 of 9 visits."
    assert in_own_story(story, figures(story)[0], ["Robin"])
