"""Who is asked, by the grammar of the request: the subject of a duty that only a body can do."""

from __future__ import annotations

import pytest

from loaders.parse.items.agents import agents_of


@pytest.mark.parametrize(
    ("request_", "who"),
    [
        ("Pharmacists should tell the named person before doses start.", ["Pharmacists"]),
        ("R2 The Chief Constable should make every such finding a referral.", ["Chief Constable"]),
        ("Corporate parents must begin planning as soon as they know.", ["Corporate parents"]),
        ("police and health should agree a way of checking", ["police", "health"]),
        ("Schools hold the file for ten days where there is a concern", ["Schools"]),
        ("The Learning Subgroup to get the learning to teams.", ["Learning Subgroup"]),
        ("Each hospital to ring the school before discharge.", ["Each hospital"]),
        ("The Drug and Alcohol Partnership might consider using a worker.", ["Drug and Alcohol Partnership"]),
    ],
)
def test_the_subject_of_a_duty_to_act_is_who_is_asked(request_: str, who: list[str]) -> None:
    assert agents_of(request_) == who


@pytest.mark.parametrize(
    "request_",
    [
        "Siblings should be considered at every strategy discussion.",
        "No child should find out from a letter.",
        "The form should make the duty clear.",
        "Young people should tell their own story.",
        "It should set a standard for all.",
        "Consideration should be given to a register.",
        "The safety plan must give a number to ring.",
        "Ask fathers too.",
        "Children’s access to support from education and health.",
        "Continue to challenge late reports.",
    ],
)
def test_what_is_passive_or_acts_by_nobodys_will_names_nobody(request_: str) -> None:
    assert agents_of(request_) == []
