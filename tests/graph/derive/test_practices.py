"""Named practices: one theme holds several, and only the same one is seen again."""

from __future__ import annotations

import pytest

from graph.derive.practices import _patterns, _read, agree, differ, named

ABSENT = "Police officers rarely attend strategy meetings."
UNRECORDED = "The minutes of strategy meetings are not kept."
INVITED = "School nurses are not invited to strategy discussions."


def test_one_meeting_holds_several_practices() -> None:
    assert differ(ABSENT, UNRECORDED)
    assert not differ(ABSENT, INVITED)
    assert agree(ABSENT, INVITED)


def test_a_statement_that_names_no_practice_differs_from_none() -> None:
    assert not named("The weather was cold.")
    assert not differ("The weather was cold.", ABSENT)
    assert not agree("The weather was cold.", "The weather was cold.")


def test_all_words_of_a_practice_stand_in_one_sentence() -> None:
    assert "attendance at strategy discussions" not in named("There were strategy meetings. Parents attend the clinic.")


@pytest.mark.parametrize("mark", ["'", "’"])
def test_either_apostrophe_is_read(mark: str) -> None:
    assert "parents before children" in named(f"Meetings turned on the parents{mark} needs.")


def test_sharing_one_wide_practice_is_not_enough_but_two_are() -> None:
    vague, precise = "Plans drift and are delayed.", "Plans drift because they are vague."
    assert not differ(vague, precise)
    assert not agree(vague, "Cases are delayed by drift.")
    assert agree(precise, "Plans lack detail and drift.")


def test_looking_at_how_words_begin_misses_no_practice() -> None:
    every = _read()["narrow"] | _read()["wide"]
    for practice, lists in every.items():
        for spelled in lists[0].split("|"):
            said = " ".join([spelled.strip().replace("*", "").upper(), *(words.split("|")[0] for words in lists[1:])])
            said = said.replace("*", "").replace("'", "’")
            wanted = {name for name, patterns in _patterns().items() if all(p.search(said) for p in patterns)}
            assert practice in wanted
            assert named(said) == wanted
