"""Whose a fact is when a pronoun says so: over several sentences, beside others, of a pair; signs that differ."""

from __future__ import annotations

import pytest

from graph.records import Child, Stated
from loaders.parse.cases.people import children_of
from loaders.parse.cases.subject import Subject


def told(label: str | None, *sentences: str) -> list[Child]:
    return children_of(label, [Stated(text=text, quote=text, page=1) for text in sentences], "rapid-review")


@pytest.mark.parametrize(
    ("sentences", "sex", "outcome"),
    [
        # the pronoun comes behind the opening of its sentence
        (("Wren was 15.", "In March 2031 he was stabbed outside a shop and he died that night."), "male", "died"),
        (
            ("I begin with Wren.", "You will recall that she was found with burns to her legs."),
            "female",
            "serious-harm",
        ),
        # what somebody died of is nobody
        (("Wren was 15.", "He died of ketoacidosis nine days after leaving his cousin’s flat."), "male", "died"),
        # somebody of the other sex stands between
        (("Wren, 15, was blackmailed by a man she met.", "He made her pay.", "She took an overdose."), "female", None),
        # somebody is only told beside the child
        (("Wren is missed.", "She lived with her grandmother, and took her own life in May."), "female", "died"),
        (("Wren was 15 when he was stabbed by a stranger and died.",), "male", "died"),
        # of whom the crime was
        (("Wren was 10 when she told a teacher.", "He is in prison for sexual offences against her."), "female", None),
    ],
)
def test_a_pronoun_speaks_of_the_child_told_before(sentences: tuple[str, ...], sex: str, outcome: str | None) -> None:
    (child,) = told("Wren", *sentences)
    assert (child.sex, child.outcome) == (sex, outcome or "serious-harm")


@pytest.mark.parametrize(
    "sentences",
    [
        ("Wren was 15.", "His father was told.", "He died in a crash in 2029."),
        ("Wren lived with her aunt and his aunt died.",),
        ("Wren was 15 and her uncle died of cancer.",),
        ("Wren was placed with a carer.", "The carer’s son was stabbed by a man and died."),
    ],
)
def test_what_befell_others_is_not_the_child_s(sentences: tuple[str, ...]) -> None:
    assert [child.outcome for child in told("Wren", *sentences) if child.name == "Wren"] == ["not-stated"]


def test_of_a_boy_and_a_girl_each_word_for_one_means_that_one() -> None:
    boy, girl = told("QX 05/31", "M, 2 and F, 4", "Brother died, sister seriously harmed.")
    assert (boy.name, boy.age, boy.sex, boy.outcome) == (None, "2", "male", "died")
    assert (girl.name, girl.age, girl.sex, girl.outcome) == (None, "4", "female", "serious-harm")


def test_a_mother_who_is_herself_a_child_lends_her_baby_nothing() -> None:
    told_of = told(
        "QX 06/31", "Newborn, sex not given", "Died.", "Baby was born to a young person of 17 who said she was unwell."
    )
    assert [(child.age, child.sex, child.outcome) for child in told_of] == [("Newborn", None, "died")]


def test_twin_brothers_are_two_children() -> None:
    text = "This learning review looked at the help given to twin brothers aged six and to their parents."
    assert [(child.age, child.sex) for child in told("Family T", text)] == [("six", "male"), ("six", "male")]


@pytest.mark.parametrize(
    ("nouns", "pronouns", "sex"),
    [
        (["male"], ["male", "female"], "male"),
        (["male"], ["female"] * 5, "female"),  # a brother told beside her
        (["male", "female"], ["female"] * 3, "female"),
        ([], ["female", "female", "male"], "female"),
        ([], ["female", "male"], None),
        (["male"], ["female"] * 3, None),
    ],
)
def test_a_sex_stands_where_it_is_said_twice_as_often(nouns: list, pronouns: list, sex: str | None) -> None:  # type: ignore[type-arg]
    assert Subject("Wren", nouns=nouns, sexes=pronouns).sex == sex
