"""What the verbs of a statement claim, by its grammar: facts of the main clauses, not what stands beside them."""

from __future__ import annotations

import pytest

from loaders.parse.items.claims import claimed, claims, finished
from loaders.parse.items.status import stand_of
from loaders.parse.items.verb_groups import verb_groups


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("The form issued in May was revised.", ["was revised"]),
        ("The board wrote the guide and issued it.", ["wrote", "issued"]),
        ("Once the post has been filled, supervision will be offered.", ["will be offered"]),
        ("The plan, which was agreed in May, has not been tested.", ["has not been tested"]),
        ("The form that was issued has been withdrawn.", ["has been withdrawn"]),
        ("Nobody knows whether it was sent.", []),
        ("The pathway has steps agreed with schools.", ["has"]),
        ("The leaflet was written in May and printed.", ["was written", "printed"]),
        ("With the pilot finished, work resumes.", []),
    ],
)
def test_only_verbs_of_main_clauses_are_facts(text: str, verbs: list[str]) -> None:
    assert [one.text for one in verb_groups(text) if one.main] == verbs


def test_a_joined_verb_shares_what_the_one_before_it_has() -> None:
    first, second = verb_groups("The clinic was opened in May and later closed.")
    assert (first.passive, second.passive, second.subject) == (True, True, "the clinic")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Our two hospitals merged their rotas in March.", "complete-evidence-awaited"),
        ("The guide was written and later abandoned.", "cancelled"),
        ("The course was designed by nurses and is being tried in two towns.", "under-way"),
        ("The board agreed to write to schools.", "not-started"),
        ("They have agreed instead to add a marker.", "not-started"),
        ("The two forces do not intend to merge the teams.", "cancelled"),
        ("The action closed in May.", "complete-evidence-awaited"),
        ("The night line closed in May.", "cancelled"),
        ("The tool has been given to 4 of 9 teams.", "under-way"),
        ("The tool has been given to 9 of 9 teams.", "complete-evidence-awaited"),
    ],
)
def test_what_verbs_claim_together(text: str, status: str) -> None:
    found = claimed(claims(text))
    assert found is not None
    assert found[0] == status


@pytest.mark.parametrize(
    "text",
    [
        "Have all teams been given the tool?",
        "His mother completed the course in 2019.",
        "We audited twelve files.",
    ],
)
def test_what_is_asked_told_of_a_family_or_a_test_is_no_finished_work(text: str) -> None:
    assert finished(claims(text)) is None


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Trust tells us that all teams have been trained.", "complete-evidence-awaited"),
        ("The policy that was issued in May needs work.", "not-stated"),
        ("The chronology, updated weekly, was the best of the four.", "not-stated"),
        ("The group asked for the numbers. CLOSED.", "complete-evidence-awaited"),
        ("No work has been done on these.", "not-started"),
    ],
)
def test_words_and_verbs_are_weighed_and_the_less_is_taken(text: str, status: str) -> None:
    assert stand_of(text).status == status
