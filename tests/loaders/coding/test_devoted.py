"""Good practice that is told and not judged: more than the work asks, by somebody who works with families."""

from __future__ import annotations

import pytest

from loaders.coding import devoted, polarity_of, praised


@pytest.mark.parametrize(
    "text",
    [
        "Her form tutor rang her every Friday, also while he was on leave.",
        "The nursery cook kept a place for him and told the head why.",
        "In March the family nurse continued to visit in her own time.",
        "The bus driver would not let the matter drop.",
        "The ambulance crew were gentle with her.",
        "An escort kept a notebook.",
    ],
)
def test_more_than_is_asked_is_good_practice(text: str) -> None:
    assert devoted(text)
    assert polarity_of(text, "learning") == "good-practice"


@pytest.mark.parametrize(
    "text",
    [
        "Her mother rang her every Friday.",  # the family's own doing
        "The nurse should ring her every Friday.",  # advice
        "The tutor rang her every Friday but nobody asked why she was away.",
        "The nurse was asked to visit every week.",
        "The worker noted that he drank every day.",  # what the family did
        "Police now send a note every week.",  # work done since
        "How did staff make sure she was heard?",
        "The nurse saw that the father was gentle with the baby.",
        "The officers were kind but did not ask.",
    ],
)
def test_what_the_family_did_or_somebody_should_do_is_none(text: str) -> None:
    assert not devoted(text)


def test_outright_praise_of_a_worker_is_praise_and_of_a_paper_is_none() -> None:
    assert praised("The reviewer commended the ward clerk's colleague, a nurse, who rang again.")
    assert praised("It was good to see that the midwife had met both parents.")
    assert not praised("The Panel commended the partnership for its clear report by the lead officer.")
    assert not praised("He was praised for being grown up, and nobody saw what he carried.")
    assert not praised("The teacher praised him but did not ask.")
