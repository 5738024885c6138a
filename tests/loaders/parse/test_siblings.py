"""Brothers and sisters in one line of a form, and what several children are called together."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.formats.text.read import read_text
from loaders.parse.cases.fact_lines import family_of_line
from loaders.parse.parse import parse

FORM = """Local Child Safeguarding Practice Review: Family T

Spring term 2025

Children: Male, 2 years, and his sister, 4 years
Incident: March 2023, the boy died from head injuries
Findings
1. Neighbours were not heard.
"""


def test_children_of_one_line_have_their_own_age_sex_and_role() -> None:
    (review,) = parse(read_text(Path("form.txt"), FORM.encode())).reviews
    assert [(c.role, c.sex, c.age_months, c.outcome) for c in review.children] == [
        ("harmed", "male", 24.0, "died"),
        ("sibling", "female", 48.0, "not-stated"),
    ]
    assert review.dates.incident is not None
    assert [finding.text for finding in review.findings] == [
        "Neighbours were not heard."
    ]  # below a last line that heads


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Boy aged 3 and girl aged 5", [(False, "male", "3"), (False, "female", "5")]),
        ("Female, 14; her brother, 9 years", [(False, "female", "14"), (True, "male", "9 years")]),
        ("Male, 2 years", []),
        ("Boy aged 3 and his mother", []),
        ("The boy was 3 and his sister was 5", []),
    ],
)
def test_a_line_lists_children_only_where_each_has_an_age(line: str, told: list[tuple[bool, str, str]]) -> None:
    assert family_of_line(line) == told


@pytest.mark.parametrize(
    ("sentence", "sexes"),
    [
        ("The boys were on a child protection plan.", ["male", "male"]),
        ("Both died when the girls were in care.", ["female", "female"]),
        ("They were attacked by the boys next door.", [None, None]),
    ],
)
def test_what_named_children_are_called_together_is_their_sex(sentence: str, sexes: list[str | None]) -> None:
    text = f"Rapid Review: Tate and Sam\n\nTate and Sam suffered injuries. {sentence}\n\nLearning\n\n- Nobody asked.\n"
    (review,) = parse(read_text(Path("two.txt"), text.encode())).reviews
    assert [child.sex for child in review.children if child.role == "harmed"] == sexes


@pytest.mark.parametrize(
    ("sentence", "outcomes"),
    [
        ("A 10-year-old boy and his 9-year-old brother were seriously injured.", ["serious-harm", "serious-harm"]),
        ("A baby and her sister, who was two, died in a fire.", ["died"]),
        ("The baby died and his brother was seriously injured.", ["died", "serious-harm"]),
        ("The boy lived with his mother and his brother was arrested.", ["not-stated"]),
    ],
)
def test_what_befell_a_child_and_a_sibling_befell_both(sentence: str, outcomes: list[str]) -> None:
    text = f"Local child safeguarding practice review: Family Larch\n\n{sentence}\n\nLearning\n\n- Nobody asked.\n"
    (review,) = parse(read_text(Path("larch.txt"), text.encode())).reviews
    assert [child.outcome for child in review.children] == outcomes
