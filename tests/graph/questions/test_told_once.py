"""A recommendation of which a later paper has only the number is told once, with the words and the proof it has."""

from __future__ import annotations

import pytest

from graph.questions import ask
from graph.store import open_store
from graph.trace import trace


def test_what_is_closed_by_its_number_is_not_told_again_without_its_words(samples_store: str) -> None:
    with open_store(samples_store) as store:
        told = ask(store, "closed-on-outputs", {}).rows
    assert not any("its text is not in this document" in row["text"] for row in told)
    assert not any("safe sleep advice" in row["text"].lower() for row in told if row["kind"] == "recommendation")
    # The line of the minute closes what practice was tested for; read as an action it would be closed on nothing.
    assert not any(row["closure"] == "closed by record" for row in told)


@pytest.mark.parametrize("id_", ["recommendations-of-review", "follow-review"])
def test_a_review_tells_it_once(samples_store: str, id_: str) -> None:
    with open_store(samples_store) as store:
        told = ask(store, id_, {"review": "Ash"}).rows
        (summary,) = [s for s in trace(store, "Ash").summary if s.name == "Done"]
    assert not any("its text is not in this document" in str(row) for row in told)
    assert "1 closing record;" in summary.short
    assert "as printed" not in summary.short  # that it works is worked out, only the closing is printed


def test_one_line_of_a_minute_is_one_change(samples_store: str) -> None:
    with open_store(samples_store) as store:
        rows = ask(store, "what-changed", {"since": "2020-01-01"}).rows
    (closed,) = [row for row in rows if row["change"] == "closed"]
    assert "safe sleep advice to both parents" in closed["about"]
    conference = next(row for row in rows if row["change"] == "status" and "conference" in row["what"])
    assert conference["detail"] == "by the verb: promised"  # that it is not started is more than is said
    film = next(row for row in rows if row["change"] == "status" and "film" in row["what"])
    assert film["detail"] == "by the verb: under way"
