"""What a row tells of its action: the sentence becomes the action where the row only asked, and keeps its date."""

from __future__ import annotations

import pytest

from graph.records import Action, Update
from loaders.parse.items.beside import tell_done


def row(told: str, date: str | None) -> Action:
    asked = "Send the guide to schools."
    return Action(text=asked, quote=asked, updates=[Update(text=told, date=date)])


@pytest.mark.parametrize(("date", "kept"), [(None, 0), ("March 2025", 1)])
def test_the_sentence_is_the_action_and_when_it_was_told_is_kept(date: str | None, kept: int) -> None:
    action = row("The guide was sent to all schools.", date)
    tell_done(action)
    assert (action.text, action.status) == ("The guide was sent to all schools.", "complete-evidence-awaited")
    assert [one.date for one in action.updates] == [date] * kept


def test_a_mark_says_how_far_what_is_asked_for_is() -> None:
    action = row("Sent in March.", "March 2025")
    tell_done(action)
    assert action.text == "Send the guide to schools."
    assert len(action.updates) == 1
