"""What a review looked for and did not find is no fault, unless what it looked for is what should have been done."""

from __future__ import annotations

import pytest

from loaders.coding import polarity_of, ruled_out


@pytest.mark.parametrize(
    "text",
    [
        "The panel looked for signs that he was turned away and found none.",
        "We considered whether she had been afraid of the nurse and found nothing to suggest it.",
        "The reviewer found no ground for the suggestion that the aunt had known.",
        "The heating is not thought to have been a factor.",
        "The ambulance could not have altered the outcome.",
        "Nor do we think that the strike mattered.",
        "The death was neither predictable nor preventable.",
        "Nobody who knew the family could reasonably have foreseen it.",
        "The authors concluded that there was no evidence that the injury was avoidable.",
        "It was unlikely that the three children could have been identified beforehand.",
    ],
)
def test_a_fault_that_was_not_there_is_absent(text: str) -> None:
    assert ruled_out(text)
    assert polarity_of(text, "learning") == "absent"


@pytest.mark.parametrize(
    "text",
    [
        "We looked for evidence that he was asked and found none.",
        "The panel found no record that anybody had told the school.",
        "The nurse saw no bruise.",
        "Nobody asked what could have been prevented.",
        "The plan did not say how contact would be avoided.",
        "Although the death was not preventable, the visits should have gone on.",
        "The reviewer found nothing to suggest that the plan was shared.",
    ],
)
def test_practice_that_was_not_there_is_none_such(text: str) -> None:
    assert not ruled_out(text)
