"""Text as it is printed and compared: what cannot be seen is gone from plain text and any other."""

from __future__ import annotations

import pytest

from graph.text import joined, key, printed, same


@pytest.mark.parametrize("hidden", ["\x00", "\u00ad", "\u200b", "\ufeff"])
def test_what_cannot_be_seen_is_gone(hidden: str) -> None:
    assert joined(f"the{hidden} child  was\nseen") == "the child was seen"
    assert printed(f"• The {hidden}child was seen") == "The child was seen"
    assert same(f"The child{hidden} was seen", "the child was SEEN")


def test_signs_of_lists_and_mark_up_are_not_words() -> None:
    assert (
        printed("\x00  o  The [plan](http://a.example) **was** agreed inter-\nnally ")
        == "The plan was agreed internally"
    )
    assert key("“Was Not Brought” – the   child’s") == '"was not brought" - the child\'s'
