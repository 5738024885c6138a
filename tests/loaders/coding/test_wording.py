"""What a sentence most likely tells by its words alone; none of these is one that the weights were learnt from."""

from __future__ import annotations

import pytest

from loaders.coding.wording import likely, words_of


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Nobody asked the boy what he wanted, and the school did not know who had collected him.", "finding"),
        ("Each service knew a part and none had the whole of it.", "finding"),
        ("The midwife listened, wrote it down and went back the next day to see her alone.", "good-practice"),
        ("The Partnership should agree who rings the family when an appointment is missed.", "recommendation"),
        ("The form was revised in June and all teams have used it since.", "action"),
    ],
)
def test_words_say_what_a_sentence_most_likely_tells(sentence: str, told: str) -> None:
    found, share = likely(sentence)
    assert found == told
    assert share > 0.5


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "Zyx qwv.",
        "The family moved to the coast in the spring.",
        "A rapid review is held within fifteen working days of a notification.",
        "This briefing takes seven minutes to read with your team.",
    ],
)
def test_a_sentence_that_tells_nothing_is_likely_nothing(sentence: str) -> None:
    assert likely(sentence)[1] < 0.5


def test_words_are_judged_without_case_number_or_the_form_of_their_apostrophes() -> None:
    assert words_of("He wasn’t seen in 2031; HE WASN'T") == {"he", "wasn't", "seen", "in", "0", ";"}
