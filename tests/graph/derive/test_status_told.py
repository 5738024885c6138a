"""A status that is read from a verb is told in words; what a status column prints is told as it stands."""

from __future__ import annotations

import pytest

from graph.derive.status_told import add_status_told
from graph.memory import Graph
from graph.model import Action


@pytest.mark.parametrize(
    ("text", "printed", "status", "promise", "told"),
    [
        ("A film is being prepared.", "is being", "under-way", False, "under way"),
        (
            "Reviewed the procedure",
            "Reviewed",
            "complete-evidence-awaited",
            False,
            "said to be done; evidence not stated",
        ),
        ("The board will add it to the training.", "will", "not-started", True, "promised"),
        ("Change the procedure", "Blue", "paused", False, "paused (printed: Blue)"),
        ("Add it to the training", "Amber", "under-way", False, "under way (printed: Amber)"),
        ("Add it to the training", "Complete", "complete-evidence-awaited", False, "Complete"),
        ("It was closed in minute 7.", "It was closed in minute 7", "complete-evidenced", False, None),
        ("Add it to the training", None, "not-stated", False, "not stated"),
    ],
)
def test_status_as_told(text: str, printed: str | None, status: str, promise: bool, told: str | None) -> None:
    graph = Graph()
    graph.add(Action(id="a", name="a", text=text, statusPrinted=printed, status=status, promise=promise))
    add_status_told(graph)
    assert graph.all(Action)[0].statusTold == (told or printed)
