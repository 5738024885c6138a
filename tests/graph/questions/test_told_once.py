"""A recommendation of which a later paper has only the number is told once, with the words and the proof it has."""

from __future__ import annotations

from graph.questions import ask
from graph.store import open_store


def test_what_is_closed_by_its_number_is_not_told_again_without_its_words(samples_store: str) -> None:
    with open_store(samples_store) as store:
        told = ask(store, "closed-on-outputs", {}).rows
    assert not any("its text is not in this document" in row["text"] for row in told)
    assert not any("safe sleep advice" in row["text"].lower() for row in told if row["kind"] == "recommendation")
