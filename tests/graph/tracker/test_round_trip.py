"""A tracker of any layout, exported and handed in again unchanged, changes nothing; all of its actions are in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.extract import extract
from tests.graph.tracker.desk import Desk

UNSEEN = Path(__file__).parents[2] / "eval" / "unseen_trackers"
TRACKERS = sorted(path for path in UNSEEN.glob("*/*") if path.suffix != ".yaml")


@pytest.mark.parametrize("source", TRACKERS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_handed_in_unchanged_it_changes_nothing(source: Path, tmp_path: Path) -> None:
    record = extract(source)
    desk = Desk([record], tmp_path / "decisions")
    actions = {action.text for box in (record, *record.reviews) for action in box.actions}
    assert {row.values["action"] for row in desk.rows() if row.values.get("action")} == actions
    outcome = desk.hand_in(desk.export())
    assert (outcome.decisions, outcome.conflicts, outcome.refused) == ([], [], [])
