"""What a figure is out of, where its own words leave that to a sample named before, a row or a fraction in words."""

from __future__ import annotations

import pytest

from loaders.blocks import Block, BlockKind
from loaders.parse.figures.shares import figures
from loaders.parse.figures.statistics import statistics_of
from loaders.parse.figures.wholes import Wholes

Told = tuple[int | float | None, int | float | None, int | float | None]


def told(*sentences: str) -> list[Told]:
    """The figures of the last sentence, read after the others."""
    wholes = Wholes()
    for sentence in sentences[:-1]:
        wholes.settle(sentence, figures(sentence))
    found = wholes.settle(sentences[-1], figures(sentences[-1]))
    return [(figure.numerator, figure.denominator, figure.percent) for figure in found]


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (["Auditors read 20 case files.", "The bedroom was seen in 11 (55%)."], [(11, 20, 55)]),
        (["Auditors read 30 case files.", "The bedroom was seen in 11 (55%)."], [(11, None, 55)]),  # 30 does not agree
        (["Half of the 12 had been seen."], [(6, 12, None)]),
        (["Half of the 13 had been seen."], []),  # no whole number
        (["We looked at 24 strategy meetings.", "A third of them (8) were held without health."], [(8, 24, None)]),
        (["Two thirds of the 21 reviews (14) named neglect."], [(14, 21, None)]),
        (["More than half of the 12 had been seen."], []),
        (["A third of parents smoked."], []),  # a bare fraction counts nothing
        (["A dip sample of 25 meetings found that health took part in 60%."], [(None, 25, 60)]),
        (["25% of the eight children had a social worker (2)."], [(2, 8, 25)]),
        (["Was the bedroom seen? | 11 | 9 | 55%"], [(11, 20, 55)]),
        (["Nine of the 20 (45%) had a disability."], [(9, 20, 45)]),
    ],
)
def test_a_figure_is_out_of_what_agrees_with_it(sentences: list[str], expected: list[Told]) -> None:
    assert told(*sentences) == expected


def test_a_number_in_a_box_is_read_with_its_words() -> None:
    blocks = [
        Block(BlockKind.PARAGRAPH, "8"),
        Block(BlockKind.PARAGRAPH, "notifications received in 2022"),
        Block(BlockKind.HEADING, "6 of 8"),
        Block(BlockKind.PARAGRAPH, "were about a child under two"),
    ]
    found = statistics_of(blocks)
    assert [(one.numerator, one.denominator, one.unit) for one in found] == [
        (8, None, "notification"),
        (6, 8, "child"),
    ]
    assert found[0].quote == "8 notifications received in 2022"
