"""Sentences, listed learning points, and clauses of different status."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.text import joined
from loaders.parse.sentences import clauses, parts, sentences


def test_abbreviations_do_not_end_a_sentence() -> None:
    text = 'Dr. Hale saw the bruise, e.g. on the arm. The mother said "It fell." Nobody asked. Why not?'
    assert len(sentences(text)) == 4


def test_the_letter_of_a_possessive_ends_a_sentence() -> None:
    assert sentences("The plan was her mother’s. Nobody asked.") == ["The plan was her mother’s.", "Nobody asked."]


@given(st.text(alphabet="aB .,;!?\"'()1", max_size=80))
def test_sentences_together_are_the_passage(text: str) -> None:
    assert joined(" ".join(sentences(text))) == joined(text)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Learning included the importance of seeing the child alone, of writing it down and of telling the school.",
            ["the importance of seeing the child alone", "of writing it down", "of telling the school"],
        ),
        (
            "Lessons identified were: timely visits; clear plans; and early advice.",
            ["timely visits", "clear plans", "early advice"],
        ),
        (
            "Learning identified included safe sleep advice, early bruising advice and good record keeping.",
            ["safe sleep advice", "early bruising advice", "good record keeping"],
        ),
        (
            "Learning included the value of one plan for children and families.",
            ["the value of one plan for children and families"],
        ),
    ],
)
def test_listed_points_are_split(sentence: str, expected: list[str]) -> None:
    assert parts(sentence) == expected
    assert all(part in sentence for part in parts(sentence))


def test_a_sentence_that_lists_nothing_is_one_point() -> None:
    whole = "The review found that nobody had asked, although all had seen."
    assert parts(whole) == [whole]


def test_clauses_of_different_status_are_cut() -> None:
    assert clauses("The group has built a form and is testing it in two schools.") == [
        "The group has built a form",
        "is testing it in two schools.",
    ]
    assert clauses("The group has built and tested a form.") == ["The group has built and tested a form."]
