"""Shortfalls that are told as bare facts, and what the family did or somebody should do, which is none."""

from __future__ import annotations

import pytest

from loaders.coding import polarity_of, tells_lapse


@pytest.mark.parametrize(
    "text",
    [
        "The booking notes weren't asked for until the autumn.",
        "Safer sleep was talked through with the aunt twice and with the father on none.",
        "The review of the home was closed after one telephone call.",
        "Each visit was recorded on its own terms.",
        "The letters were sent to the family's former address.",
        "Police logs described her as “streetwise”.",
        "The nurse wrote the plan without having met the father.",
        "The school nurse post was vacant for a year.",
        "She told the clinic, and nothing then came of it.",
        "In two years no health visitor asked who lived there.",
        "No professional had spoken to her alone.",
        "The number was noted each year without further enquiry.",
    ],
)
def test_a_bare_fact_of_practice_is_a_shortfall(text: str) -> None:
    assert tells_lapse(text)
    assert polarity_of(text, "learning") == "shortfall"


@pytest.mark.parametrize(
    "text",
    [
        "If he was not seen, the nurse should ring.",
        "The criteria were not considered met.",
        "The nursery's notes described him as “a happy boy”.",
        "They lived in a house without heating.",
        "The father rang the school every week.",
        "It is no longer used.",
        "No school should turn a child away.",
        "No team declined the invitation.",
    ],
)
def test_rules_kindness_and_home_life_are_none(text: str) -> None:
    assert not tells_lapse(text)
