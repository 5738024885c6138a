"""Several children of one review told in one sentence: each with an age of its own, and nobody else's children."""

from __future__ import annotations

import pytest

from graph.records import Child, Stated
from loaders.parse.cases.people import children_of


def told(label: str | None, *sentences: str) -> list[Child]:
    return children_of(label, [Stated(text=text, line=at) for at, text in enumerate(sentences, 1)], "rapid-review")


def facts(children: list[Child]) -> list[tuple[str | None, float | None, str | None]]:
    return [(child.name, child.age_months, child.sex) for child in children]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mali, 9, and Non, 6, are sisters.", [("Mali", 108, "female"), ("Non", 72, "female")]),
        ("Ned and Peg (7 and 4) were found in a car with their father.", [("Ned", 84, None), ("Peg", 48, None)]),
        ("Two brothers, Ash (14) and Elm (11), were stabbed.", [(None, 168, "male"), (None, 132, "male")]),
        ("Two sisters, Ida and Una, aged 12 and 8, were hurt.", [(None, 144, "female"), (None, 96, "female")]),
        ("It heard of a sister and brother, Bryn, 6, and Cari, 3.", [(None, 72, None), (None, 36, None)]),
        ("The twins, aged 5 months, known here as J and K, were hurt.", [("J", 5, None), ("K", 5, None)]),
        (
            "Three brothers known as Oak (12), Yew (10) and Fir (5) were beaten.",
            [("Oak", 144, "male"), ("Yew", 120, "male"), ("Fir", 60, "male")],
        ),
        (
            "Child P, 15, and Child Q, 13, are half-sisters.",
            [("Child P", 180, "female"), ("Child Q", 156, "female")],
        ),
        (
            "Baby D, 3 months, and her sister, Child E, 4 years, were left alone.",
            [("Baby D", 3, "female"), ("Child E", 48, "female")],
        ),
        ("The children were 2, 5 and 9 when they were found.", [(None, 24, None), (None, 60, None), (None, 108, None)]),
        (
            "Four brothers and sisters (aged 12, 9, 5 and 18 months) were neglected.",
            [(None, 144, None), (None, 108, None), (None, 60, None), (None, 18, None)],
        ),
        ("Boy 15, girl 12.", [(None, 180, "male"), (None, 144, "female")]),
    ],
)
def test_each_child_of_a_list_has_an_age_of_its_own(
    text: str, expected: list[tuple[str | None, float, str | None]]
) -> None:
    assert facts(told("RR 4/31", text)) == expected


def test_a_name_that_only_the_list_gives_says_whose_a_fact_is_and_is_not_taken() -> None:
    ash, elm = told("RR 4/31", "This is about two brothers, Ash (14) and Elm (11).", "Elm died in the fire.")
    assert [ash.name, ash.outcome] == [None, "not-stated"]
    assert [elm.name, elm.outcome, elm.age_months] == [None, "died", 132]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Robin, 9, lived with two sisters, aged 12 and 14. Robin died.", [("Robin", 108, None)]),
        ("A baby of 4 months died. His siblings, aged 2, 5 and 9, were out.", [(None, 4, "male")]),
        ("A girl aged 5 died. Her friends Zed (15) and Kai (16) found her.", [(None, 60, "female")]),
        ("A boy of 14 died. Police, 5 officers, and paramedics, 2 crews, came.", [(None, 168, "male")]),
        ("A boy of 14 died. Ann, 34, and Bob, 36, were his carers.", [(None, 168, "male")]),
    ],
)
def test_who_else_is_listed_with_an_age_is_no_child_of_the_review(
    text: str, expected: list[tuple[str | None, float, str | None]]
) -> None:
    assert facts(told("RR 4/31", text)) == expected


def test_ages_of_those_who_did_it_are_theirs() -> None:
    children = told("RR 4/31", "Dan (15) was stabbed by two boys, aged 16 and 17, and died.")
    assert [(c.age_months, c.role) for c in children] == [(180, "harmed"), (192, "caused-harm"), (204, "caused-harm")]


def test_children_whom_a_label_names_get_their_ages_from_a_list() -> None:
    both = told("LCSPR Wren and Rook", "Wren was 7 and her brother Rook was four when they were found.")
    assert facts(both) == [("Wren", 84, "female"), ("Rook", 48, "male")]


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("She was sixteen, lived with her grandmother, and took her own life.", 192),
        ("Robin was 15 and a child in our care when she took her own life.", 180),
        ("Robin (RR 5/31) was 16 and was selling drugs for adults.", 192),
        ("Robin, who's three, was found on a road.", 36),
        ("Robin died by suicide, at 16, while on a waiting list.", 192),
        ("At the age of five months she was brought to hospital with bruises.", 5),
        ("Robin told a worker that she had been hurt since she was eight.", None),
        ("Robin had been in care from the age of 4.", None),
    ],
)
def test_an_age_is_that_of_the_child_at_the_time_however_it_is_said(text: str, months: float | None) -> None:
    (child,) = told("LCSPR Robin", "You will all remember Robin.", text)
    assert child.age_months == months
