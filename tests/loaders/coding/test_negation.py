"""What is denied, and what only sounds like it."""

from __future__ import annotations

import pytest

from loaders.coding import code


def polarity(text: str, id_: str) -> str:
    return next(coding.polarity for coding in code(text, polarity="shortfall") if coding.id == id_)


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("No evidence of neglect", "neglect"),
        ("There is no evidence of domestic abuse, neglect or parental substance misuse", "parental-substance-misuse"),
        ("Domestic abuse was not a feature", "domestic-abuse"),
        ("Substance misuse did not feature in this family", "parental-substance-misuse"),
        ("There were no concerns about neglect before the injury", "neglect"),
        ("No history of self-harm was recorded", "suicide-self-harm"),
        ("Without any indication of exploitation", "harm-outside-home"),
        ("Sexual abuse was ruled out", "sexual-abuse"),
        ("There was no evidence of poor information sharing", "information-sharing"),
        ("Information sharing was not an issue", "information-sharing"),
    ],
)
def test_denied(text: str, id_: str) -> None:
    assert polarity(text, id_) == "absent"


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("No evidence of effective information sharing", "information-sharing"),
        ("There was no evidence of professional challenge", "professional-challenge"),
        ("There was no evidence that domestic abuse was considered", "domestic-abuse"),
        ("No evidence of any discussion about domestic abuse with the mother", "domestic-abuse"),
        ("Neglect was not identified early enough", "neglect"),
        ("Practitioners did not recognise neglect", "neglect"),
        ("There were no records, but neglect was plain", "neglect"),
        ("The mother did not disclose domestic abuse", "domestic-abuse"),
        ("Closed without strategy discussion", "strategy-discussions"),
        ("No bruising protocol was in use for the baby", "bruising-non-mobile"),
    ],
)
def test_not_denied(text: str, id_: str) -> None:
    assert polarity(text, id_) == "shortfall"


def test_a_denial_ends_with_its_clause() -> None:
    text = "No evidence of neglect was found, however domestic abuse was missed"
    assert (polarity(text, "neglect"), polarity(text, "domestic-abuse")) == ("absent", "shortfall")


def test_what_is_said_once_plainly_is_not_undone_by_a_denial() -> None:
    assert polarity("No evidence of neglect in 2019; neglect was grave by 2021", "neglect") == "shortfall"
