"""Children of a family whom a sentence lists by their ages alone: each has the age the text gives, or none is made."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.formats.text.read import read_text
from loaders.parse.parse import parse


def ages(told: str) -> list[tuple[float | None, str | None]]:
    text = f"# Rapid review 3/31\n\n## What happened\n\n{told}\n\n## Learning\n\n- Nobody asked who cared at night.\n"
    (review,) = parse(read_text(Path("review.md"), text.encode())).reviews
    return [(child.age_months, child.sex) for child in review.children]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Three siblings, who were nine, five and three, were alone.", [(108.0, None), (60.0, None), (36.0, None)]),
        ("A brother and sister, aged 6 and 4, were found alone.", [(72.0, "male"), (48.0, "female")]),
        ("Two boys of 9 and 6 and a girl of 2 lived there.", [(108.0, "male"), (72.0, "male"), (24.0, "female")]),
    ],
)
def test_each_child_of_a_list_has_its_own_age(told: str, expected: list[tuple[float, str | None]]) -> None:
    assert ages(told) == expected


def test_a_list_with_fewer_ages_than_children_gives_no_ages() -> None:
    assert ages("Three siblings, aged nine and five, were found alone.") == [(None, None)] * 3


def test_ages_and_sex_stand_beside_the_names_that_a_heading_gives() -> None:
    text = """# Annual report 2030-31

## Ivo and Rosa - LCSPR under way

Ivo (four) and Rosa (six) were taken into care in December 2030. Ivo had lost much weight.

## Ada and Bea - rapid review

Ada (four) and Bea (six) are sisters who were burned at home.

## LCSPR Wren

The report was published in May 2030 (Wren, 15, in care; serious overdose). Services (three) met in June.
"""
    told = parse(read_text(Path("report.md"), text.encode())).reviews
    assert [[(child.name, child.age_months, child.sex) for child in one.children] for one in told] == [
        [("Ivo", 48.0, None), ("Rosa", 72.0, None)],
        [("Ada", 48.0, "female"), ("Bea", 72.0, "female")],
        [("Wren", 180.0, None)],
    ]
