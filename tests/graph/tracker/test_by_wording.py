"""The workbook says which rows were taken by their words alone, and a change of a person takes that off."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl

from graph.views.tracker.write import HEAD
from tests.graph.test_none import DOING, records
from tests.graph.tracker.desk import COLUMN, Desk, edit, number_of


def told(desk: Desk) -> dict[str, str]:
    return {row.values["action"]: row.values["by_wording"] for row in desk.rows()}


def test_a_row_says_so_until_a_person_changes_it(tmp_path: Path) -> None:
    desk = Desk(records(), tmp_path / "decisions")
    assert told(desk) == {DOING: "action"}
    data = desk.export()
    sheet = openpyxl.load_workbook(io.BytesIO(data))["Tracker"]
    assert sheet.cell(HEAD, COLUMN["by_wording"]).value == "By words alone"
    assert sheet.cell(number_of(data, DOING[:20]), COLUMN["by_wording"]).value == "action"
    assert desk.hand_in(data).decisions == []
    desk.hand_in(edit(data, {(DOING[:20], "status"): "Under way"}))
    assert told(desk) == {DOING: ""}


def test_what_is_seen_again_counts_them(tmp_path: Path) -> None:
    held = records()
    later = held[2].reviews[0].findings[0]
    held[2].reviews[0].findings[0] = later.model_copy(update={"by_wording": True})
    (row,) = Desk(held, tmp_path / "decisions").rows()
    assert row.values["again"].split("\n")[0] == "1 later learning point, 0 confirmed, 1 by words alone"
