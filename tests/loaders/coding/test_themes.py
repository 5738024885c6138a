"""Themes of learning, of context, and harm to the child."""

from __future__ import annotations

import pytest

from graph.codebook import load
from loaders.coding import code, context_themes, harms

EXAMPLES = [(concept.id, text) for concept in load().concepts.values() for text in concept.examples]
COUNTER_EXAMPLES = [(concept.id, text) for concept in load().concepts.values() for text in concept.counter_examples]


def ids(codings: list) -> set[str]:  # type: ignore[type-arg]
    return {coding.id for coding in codings if coding.polarity != "absent"}


@pytest.mark.parametrize(("id_", "text"), EXAMPLES)
def test_examples_of_the_codebook_are_coded(id_: str, text: str) -> None:
    assert id_ in ids(code(text))


@pytest.mark.parametrize(("id_", "text"), COUNTER_EXAMPLES)
def test_counter_examples_of_the_codebook_are_not(id_: str, text: str) -> None:
    assert id_ not in ids(code(text))


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        ("Visiting", {"routine-visits"}),
        ("Fathers", {"engaging-fathers"}),
        ("Consent", {"family-engagement"}),
        ("Trauma", {"childhood-trauma"}),
        ("Communication", {"information-sharing"}),
        ("WNB policy", {"was-not-brought"}),
        ("Changes in school attendance", {"missing-education"}),
        ("Bruising protocol not followed", {"bruising-non-mobile"}),
        ("Risk assessments lacked detail", {"risk-assessment"}),
        ("Escalation procedure", {"professional-challenge"}),
        ("The partnership's business plan was agreed", set()),
        ("The newsletter went out in spring", set()),
        ("Health visiting was stretched", {"workforce-capacity"}),
    ],
)
def test_themes_of_short_learning_points_are_exactly_these(text: str, themes: set[str]) -> None:
    assert ids(code(text)) == themes


def test_cue_is_as_printed_and_rule_names_the_concept() -> None:
    (coding,) = code("The toddler was not  brought to the clinic")
    assert (coding.id, coding.cue, coding.sense) == ("was-not-brought", "not brought", "learning")
    assert coding.rule == "was-not-brought/named"


def test_one_coding_a_concept_and_polarity_is_passed_on() -> None:
    codings = code("Neglect is hard to see; neglect hides; neglect grows", polarity="shortfall")
    assert [(coding.id, coding.polarity) for coding in codings] == [("neglect", "shortfall")]


def test_a_short_heading_gives_its_theme_a_long_one_does_not() -> None:
    (coding,) = code("What matters is the effect over the years ahead", heading="Domestic Abuse")
    assert (coding.id, coding.rule) == ("domestic-abuse", "domestic-abuse/heading:named")
    assert (
        code("What matters", heading="What we have learnt this year about domestic abuse and all of its effects") == []
    )


@pytest.mark.parametrize("text", ["", " ", "12 %", "…"])
def test_nothing_gives_nothing(text: str) -> None:
    assert code(text) == harms(text) == context_themes(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("His mother was neglected and he was sexually abused by her partner", {"sexual-abuse"}),
        ("Kit, aged 15, died by suicide in his room", {"suicide-self-harm"}),
        ("She was found hanged by her carer", {"suicide-self-harm"}),
        ("The baby died in the night after co-sleeping with an adult", {"sudi"}),
        ("Sudden unexpected death of a two-month-old", {"sudi"}),
        ("Scans showed rib fractures of different ages", {"physical-abuse"}),
        ("The stepfather was convicted of murder after the toddler was scalded", {"physical-abuse"}),
        ("The toddler was scalded by bath water", {"accidental-ingestion"}),
        ("Methadone was found in her blood", {"accidental-ingestion"}),
        ("He was stabbed by two youths near the station", {"youth-violence"}),
        ("A 16-year-old was arrested on suspicion of murder", {"youth-violence"}),
        ("He had been sold into county lines", {"criminal-exploitation"}),
        ("She alleged that her uncle raped her", {"sexual-abuse"}),
        ("The children were on a plan under the category of neglect", {"neglect"}),
        ("Her parents were arrested for GBH and child neglect", {"physical-abuse"}),
        ("Her hospital stay followed suspected induced illness", {"fii"}),
    ],
)
def test_harm_as_told(text: str, wanted: set[str]) -> None:
    assert ids(harms(text)) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "His mother had herself been sexually abused as a child",
        "Father spent some years on the child protection register for physical abuse",
        "An uncle had been sleeping on the sofa for some weeks",
        "No evidence of neglect",
        "Post-mortem found no evidence of physical abuse",
        "The mother had attempted suicide years before",
        "The family lived in a flat above a shop",
        "The father stabbed the mother's friend",
        "She slept well and went to school",
        "Neglect was ruled out",
    ],
)
def test_what_is_not_harm_to_the_child(text: str) -> None:
    assert ids(harms(text)) == set()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("He was a looked after child in a children's home", {"children-in-care"}),
        ("Her mother had a learning disability", {"parental-learning-needs"}),
        ("The parents had been under the influence of drugs", {"parental-substance-misuse"}),
        ("There was a history of domestic abuse between the adults", {"domestic-abuse"}),
        ("The father was in the room", set()),
        ("Police were called to the hospital by the GP", set()),
        ("A social worker visited and made a plan", set()),
        ("The brother played outside", set()),
        ("There was no history of domestic abuse", set()),
    ],
)
def test_context_is_coded_only_where_told_outright(text: str, wanted: set[str]) -> None:
    assert ids(context_themes(text)) == wanted
    assert {coding.sense for coding in context_themes(text)} <= {"context"}
