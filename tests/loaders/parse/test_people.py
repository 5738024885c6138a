"""Children of a review: subjects and nobody else, each fact with the child it is said of, names only as published."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.records import Child, Stated
from loaders.parse.cases.fact_lines import facts_of_line
from loaders.parse.cases.mentions import months
from loaders.parse.cases.people import children_of


def told(label: str | None, *sentences: str, kind: str = "rapid-review") -> list[Child]:
    return children_of(label, [Stated(text=text, line=at) for at, text in enumerate(sentences, 1)], kind)


def facts(children: list[Child]) -> list[tuple[str | None, str | None, str | None, str, str]]:
    return [(c.name, c.age, c.sex, c.outcome, c.role) for c in children]


@pytest.mark.parametrize(
    ("label", "names"),
    [
        ("RR 4/23", [None]),
        ("QP & RP Rapid Review", ["QP", "RP"]),
        ("Child ZQT", ["Child ZQT"]),
        ("LCSPR - Wren", ["Wren"]),
        ('LCSPR KD21 "Wren"', ["Wren"]),
        ("LCSPR KD21 ‘Wren’", ["Wren"]),
        ("LCSPR Wren 2021", ["Wren"]),
        ("Serious Case Review: Child K4", ["Child K4"]),
        ("Child K4 and Sibling K5", ["Child K4", "K5"]),
        ("Rapid Review", [None]),
    ],
)
def test_names_are_the_labels(label: str, names: list[str | None]) -> None:
    assert [c.name for c in told(label, "A baby boy was hurt at home.")] == names


@pytest.mark.parametrize("kind", ["audit", "inspection", "thematic-review"])
def test_tests_and_themes_are_about_no_one_child(kind: str) -> None:
    assert told("Multi-agency audit", "A 12-year-old girl said that her worker Sam helped.", kind=kind) == []


def test_a_name_in_prose_is_never_taken() -> None:
    children = told("RR 9/23", "The review was about a five-year-old girl. Her friend Maisie and Tyler saw the fall.")
    assert [c.name for c in children] == [None]


def test_a_published_pseudonym_stands_for_initials() -> None:
    assert [c.name for c in told("WB", "The report for Child Wren was published in May 2021.")] == ["Child Wren"]
    assert [c.name for c in told("WB", "The report for Child Otter was published in May 2021.")] == ["WB"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A six-week-old baby girl died while sleeping in an armchair.", ("six-week-old", "female", "died")),
        ("This review was of the death of a fifteen-year-old boy.", ("fifteen-year-old", "male", "died")),
        ("A boy aged two years and three months was scalded.", ("two years and three months", "male", "serious-harm")),
        ("A baby boy was born at home and died minutes later.", ("newborn", "male", "died")),
        ("The mother, aged 19, said that the baby had been well.", (None, None, "not-stated")),
        ("The child's father had died the year before.", (None, None, "not-stated")),
        ("A boy aged 15 was found with serious stab wounds.", ("15", "male", "serious-harm")),
        ("A 14-year-old who was stabbed survived with life-changing injuries.", ("14-year-old", None, "serious-harm")),
        ("The infant had no fractures.", (None, None, "not-stated")),
        ("A toddler was seen by her doctor.", (None, "female", "not-stated")),
    ],
)
def test_facts_of_a_child_without_a_name(text: str, expected: tuple[str | None, str | None, str]) -> None:
    (child,) = told("RR 3/23", text)
    assert (child.age, child.sex, child.outcome) == expected


def test_facts_go_to_the_child_they_are_said_of() -> None:
    children = told(
        "Child K4 and Sibling K5",
        "K4, who died in hospital, aged three years and two months, had lived with his mother. "
        "K5, his half-sister, then aged nine, was asleep and was not harmed.",
    )
    assert facts(children) == [
        ("Child K4", "three years and two months", "male", "died", "harmed"),
        ("K5", "nine", "female", "other", "sibling"),
    ]
    assert children[0].age_months == 38
    assert children[0].line == 1
    assert children[0].quote is not None
    assert children[0].quote.startswith("K4, who died")


def test_twins_share_their_age_and_other_siblings_are_not_listed() -> None:
    children = told(
        "QP & RP",
        "At 10 weeks old, QP was taken to hospital with fractures to her leg.",
        "Her twin RP had burns. QP's four siblings stayed with an aunt; "
        "her 19-year-old brother was arrested for assault.",
    )
    assert facts(children) == [
        ("QP", "10 weeks", "female", "serious-harm", "harmed"),
        ("RP", "10 weeks", None, "serious-harm", "harmed"),
    ]


def test_a_harmed_sibling_is_listed_and_a_mentioned_one_is_not() -> None:
    harmed = told(
        "WB",
        "WB was 4 years old when she died. WB slept beside her 6-year-old brother.",
        "WB's sibling tested positive for opiates.",
    )
    assert facts(harmed)[1:] == [(None, "6-year-old", "male", "other", "sibling")]
    assert len(told("WB", "WB was 4 years old when she died. WB lived with her brother and two sisters.")) == 1


def test_a_child_who_caused_harm_is_told_apart_from_a_victim() -> None:
    assert facts(told("WB", "16-year-old WB was arrested on suspicion of murder.")) == [
        ("WB", "16-year-old", None, "other", "caused-harm")
    ]
    three = told(
        "RR 1/24", "A twelve-year-old girl reported that she was raped. The assault was by two boys in the park."
    )
    assert [(c.sex, c.outcome, c.role) for c in three] == [
        ("female", "serious-harm", "harmed"), ("male", "other", "caused-harm"), ("male", "other", "caused-harm"),
    ]  # fmt: skip
    assert len(told("RR 1/24", "A girl was raped by two adult boys.")) == 1


def test_several_children_at_once() -> None:
    two = told("LCSPR Kit and Ash", "Kit (aged 14) and Ash (aged 12) told of sexual abuse. Kit told her teacher.")
    assert facts(two) == [
        ("Kit", "14", "female", "serious-harm", "harmed"), ("Ash", "12", None, "serious-harm", "harmed"),
    ]  # fmt: skip
    three = told("RR 7/24", "Three siblings, aged 2, 5 and 7 years, lived in a cold and dirty flat.")
    assert [c.age_months for c in three] == [24, 60, 84]
    twins = told("RR 8/24", "The case was about twin boys aged 4 months.")
    assert [(c.age, c.sex) for c in twins] == [("4 months", "male")] * 2


def test_those_arrested_are_not_the_child_who_died() -> None:
    children = told("RR 9/24", "Two 14-year-old boys were arrested following the death of a 15-year-old girl.")
    assert facts(children) == [
        (None, "15-year-old", "female", "died", "harmed"), (None, "14-year-old", "male", "other", "caused-harm"),
        (None, "14-year-old", "male", "other", "caused-harm"),
    ]  # fmt: skip


def test_a_parent_who_was_a_child_once_is_no_subject() -> None:
    (child,) = told("RR 2/24", "The mother was abused as a child. Her baby was two and a half years old when she died.")
    assert (child.age_months, child.sex, child.outcome) == (30, "female", "died")


@pytest.mark.parametrize(
    ("text", "plan"),
    [
        ("Wren was the subject of a child protection plan when he died.", "child protection plan"),
        (
            "Wren was subject to a child protection plan from June 2019 until May 2020.",
            "child protection plan (earlier)",
        ),
        ("Wren and his sisters were subjects of interim care orders.", "interim care order"),
        ("Wren, a looked after child, lived with foster carers.", "looked after child"),
        ("Wren's mother was herself a looked after child.", None),
    ],
)
def test_plans(text: str, plan: str | None) -> None:
    (child,) = told("LCSPR - Wren", text)
    assert child.plan_status == plan


@pytest.mark.parametrize(
    ("age", "expected"),
    [("newborn", 0), ("seven", 84), ("8 weeks", 1.8), ("18-month-old", 18), ("2 and a half years", 30)],
)
def test_months(age: str, expected: float) -> None:
    assert months(age) == expected


@given(st.text(max_size=200), st.text(max_size=30))
def test_any_text_is_survived(text: str, label: str) -> None:
    for child in told(label, text):
        assert child.quote is None or child.quote in text or child.quote != ""


@pytest.mark.reviews
def test_real_cases(reviews: Path) -> None:
    deck = (reviews / "hsscp-learning-from-reviews-2025.txt").read_text()

    def case(label: str) -> list[Child]:
        part = deck.split(f"\n{label} Rapid Review")[1].split("Findings and Learning")[0]
        return told(f"{label} Rapid Review", *[line[2:] for line in part.splitlines() if line.startswith("- ")])

    assert facts(case("LB")) == [("LB", "3 months", "female", "died", "harmed")]
    assert facts(case("LA")) == [("LA", "16 years", "male", "died", "harmed")]  # T19: a child, not the local authority
    assert facts(case("AW")) == [("AW", "17-year-old", None, "other", "caused-harm")]  # T14
    assert facts(case("AL & JL")) == [
        ("AL", "8 weeks", "female", "serious-harm", "harmed"),
        ("JL", "8 weeks", None, "serious-harm", "harmed"),
    ]
    assert [(c.age, c.role) for c in case("LH")] == [("2 years", "harmed"), ("3-year-old", "sibling")]


@pytest.mark.parametrize(
    ("line", "age", "sex"),
    [
        ("16, male, white British", "16", "male"),
        ("Age: 15 years · Female", "15 years", "female"),
        ("Gender: Male", None, "male"),
        ("Male aged 4 months, skull fracture", "4 months", "male"),
        ("16-year-old, living with her aunt", "16-year-old", None),
        ("Subject: Child M, male, ten weeks", "ten weeks", "male"),
        ("Subject of the review: Wren, 14, female", "14", "female"),
        ("14 visits to hospital", None, None),
        ("3, then 4 weeks later again", None, None),
        ("Mother aged 16, female", None, None),
    ],
)
def test_a_line_of_facts_speaks_of_the_child_it_stands_under(line: str, age: str | None, sex: str | None) -> None:
    assert facts_of_line(line) == (age, sex)


def test_children_of_one_label_with_letters_keep_their_own_facts() -> None:
    children = told(
        "Children A, B and C",
        "Child A is a girl, aged 10 years at the time. Child B is a boy aged 8 and Child C is a girl aged 5.",
        "All three were found to be severely malnourished.",
    )
    assert facts(children) == [
        ("Child A", "10 years", "female", "serious-harm", "harmed"),
        ("Child B", "8", "male", "serious-harm", "harmed"),
        ("Child C", "5", "female", "serious-harm", "harmed"),
    ]


def test_one_twin_who_died_is_one_child_and_no_name_is_guessed() -> None:
    nameless = told("RR 4/23", "This review concerns six-week-old twins, one of whom died.")
    assert [child.outcome for child in nameless] == ["died", "not-stated"]
    named = told("Twins M & N", "M and N were twins aged six weeks, one of whom died.")
    assert [child.outcome for child in named] == ["not-stated", "not-stated"]


@pytest.mark.parametrize(
    ("sentence", "died"),
    [
        ("The twins were left in a cold flat, and one died.", set()),
        ("Ash and Elm were twins, of whom one died.", set()),
        ("Ash and Elm were twins and one sadly did not survive.", set()),
        ("One of twins Ash and Elm died at nine weeks.", set()),
        ("Either Ash or Elm died at nine weeks.", set()),
        ("Ash and Elm were found unwell, the one dead and the other gravely ill.", set()),
        ("One twin, Elm, died.", {"Elm"}),
        ("One of the twins (Elm) died in hospital.", {"Elm"}),
        ("Elm, one of the twins, died.", {"Elm"}),
        ("Both died.", {"Ash", "Elm"}),
    ],
)
def test_of_named_twins_only_the_one_said_to_have_died_has_died(sentence: str, died: set[str]) -> None:
    children = told("Ash and Elm", "Ash and Elm were twin boys aged nine weeks.", sentence)
    assert {child.name for child in children if child.outcome == "died"} == died


def test_a_pronoun_that_opens_the_story_is_no_name() -> None:
    assert [child.name for child in told(None, "She was a girl of thirteen, and she was found dead.")] == [None]


def test_children_of_a_family_listed_with_their_ages_keep_them() -> None:
    text = "Three siblings, Child 1 (aged 7), Child 2 (aged 5) and Child 3 (14 months), were found in extreme neglect."
    children = told("Family F", text, "Child 3 died.", kind="lcspr")
    assert [(c.name, c.age_months) for c in children] == [("Child 1", 84.0), ("Child 2", 60.0), ("Child 3", 14.0)]
    assert children[2].outcome == "died"
    plain = told("Family F", "Two siblings, Ben (aged 5) and Cal (14 months), were found alone.", kind="lcspr")
    assert [(c.name, c.age_months) for c in plain] == [(None, 60.0), (None, 14.0)]
    parents = told("Family F", "Mother (22) and Father (25) lived in a flat.", kind="lcspr")
    assert parents == []


def test_brothers_of_a_label_and_ages_in_the_order_of_their_names() -> None:
    children = told("Rapid review: Brothers K and L", "K and L, brothers aged 8 and 10, were found hungry.")
    assert [(c.name, c.age_months, c.sex) for c in children] == [("K", 96, "male"), ("L", 120, "male")]
    twins = told("RR 4/24", "Twins, a girl and a boy aged nine months, were admitted with severe faltering growth.")
    assert [(c.age_months, c.sex, c.outcome) for c in twins] == [
        (9, "female", "serious-harm"), (9, "male", "serious-harm"),
    ]  # fmt: skip


def test_he_who_harmed_her_is_not_the_child() -> None:
    (child,) = told(
        "LCSPR Lena",
        "Lena was seven when she told her teacher that her mother's partner had been sexually abusing her.",
        "He was known to the police. He has since been convicted.",
    )
    assert (child.sex, child.outcome) == ("female", "serious-harm")


def test_what_would_have_been_was_not() -> None:
    (child,) = told("LCSPR Theo", "Theo, aged 6, was starved. Doctors thought that he would have died within days.")
    assert child.outcome == "serious-harm"
