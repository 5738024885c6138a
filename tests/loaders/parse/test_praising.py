"""Praise that a sentence announces for those behind it, and where it ends."""

from __future__ import annotations

import pytest

from loaders.parse.layout.praising import announces_praise, with_praise
from loaders.parse.sections import meaning

LEARNING = meaning("learning")


def _read(*told: str) -> list[str]:
    return [found.id if found else "" for _, found in with_praise([(one, LEARNING) for one in told])]


@pytest.mark.parametrize(
    ("sentence", "does"),
    [
        ("The review also highlights some good work.", True),
        ("The panel found several examples of strong practice.", True),
        ("Good practice was seen too.", True),
        ("Good practice guidance on bruises was not followed by the ward.", False),
        ("The midwife was good at listening.", False),
    ],
)
def test_a_sentence_that_says_there_was_good_work_announces_it(sentence: str, does: bool) -> None:
    assert announces_praise(sentence) is does


def test_what_stands_behind_is_praise_though_a_verb_is_denied() -> None:
    told = _read(
        "Letters went to the wrong house.",
        "The review also saw some good work.",
        "The nurse listened, did not hurry her and wrote down her own words.",
        "The clinic stayed with her for more than a year.",
    )
    assert told == ["learning", "good-practice", "good-practice", "good-practice"]


@pytest.mark.parametrize(
    "turning",
    [
        "However, letters went to the wrong house.",
        "Nobody asked the boy where he slept.",
        "Plans were not reviewed for a year and the school was not told.",
    ],
)
def test_praise_ends_where_a_sentence_turns_back_or_blames(turning: str) -> None:
    told = _read("The panel found examples of good practice.", "The nurse went back twice.", turning, "It was late.")
    assert told == ["good-practice", "good-practice", "learning", "learning"]
