"""Shortfall, good practice, obstacle, absence or a bare topic."""

from __future__ import annotations

import pytest

from loaders.coding import polarity_of


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Visiting", "not-stated"),
        ("Consent", "not-stated"),
        ("Trauma", "not-stated"),
        ("Missed appointments", "not-stated"),
        ("Safe sleep", "not-stated"),
        ("Recognising trauma early", "not-stated"),
        ("Mental capacity", "not-stated"),
        ("No evidence of neglect", "absent"),
        ("Domestic abuse was not a feature", "absent"),
        ("No evidence of effective information sharing", "shortfall"),
        ("Lack of curiosity about the new partner", "shortfall"),
        ("Missed opportunity to speak to the grandfather", "shortfall"),
        ("The importance of seeing children at home", "shortfall"),
        ("The protocol was not being followed", "shortfall"),
        ("Assessments must include both parents", "shortfall"),
        ("Schools need to be told of the outcome", "shortfall"),
        ("Practitioners should ask again", "shortfall"),
        ("The case was closed too soon", "shortfall"),
        ("Families meet long waiting lists", "barrier"),
        ("Consent being a barrier to support", "barrier"),
        ("It was difficult to engage the uncle because of his shifts", "barrier"),
        ("High staff turnover in the team", "barrier"),
        ("Agencies worked well together and the plan held", "good-practice"),
        ("The nurse responded promptly to each worry", "good-practice"),
        ("Good practice by the school was seen", "good-practice"),
    ],
)
def test_polarity_of_learning(text: str, polarity: str) -> None:
    assert polarity_of(text, "learning") == polarity


@pytest.mark.parametrize(
    ("text", "meaning", "polarity"),
    [
        ("Supervision of social workers", "needs-improvement", "shortfall"),
        ("Supervision of social workers", "good-practice", "good-practice"),
        ("Supervision of social workers", "learning", "not-stated"),
        ("Supervision of social workers", None, "not-stated"),
        ("No evidence of neglect", "needs-improvement", "absent"),
        ("Children in need are visited and meetings are timely", "inspection-judgement", "good-practice"),
        ("Plans are not specific and lack timescales", "inspection-judgement", "shortfall"),
    ],
)
def test_the_heading_decides_where_the_words_do_not(text: str, meaning: str | None, polarity: str) -> None:
    assert polarity_of(text, meaning) == polarity


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Strategy meetings took place without health.", "shortfall"),
        ("Police and health each believed that the other would visit.", "shortfall"),
        ("Discharge letters went to the wrong surgery.", "shortfall"),
        ("The interpreter was her cousin.", "shortfall"),
        ("Plans were rolled on from month to month.", "shortfall"),
        ("The teacher rang every morning until he came back.", "good-practice"),
        ("A nurse noticed the pattern and acted on it.", "good-practice"),
        ("The family moved to the area in 2019.", "not-stated"),
        ("Sleeping arrangements", "not-stated"),
    ],
)
def test_polarity_of_sentences_that_neither_praise_nor_blame_in_so_many_words(text: str, polarity: str) -> None:
    assert polarity_of(text, "learning") == polarity
