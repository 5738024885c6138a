"""A status that only the colour of its cell tells: the tracker's key says what it means, and nothing else closes."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import PatternFill

from loaders.extract import extract

BLUE, GREEN, AMBER, PURPLE = "FF0070C0", "FF00B050", "FFFFC000", "FF7030A0"
KEY = ((BLUE, "Complete"), (GREEN, "On track"), (AMBER, "Slipping"))


def _statuses(path: Path, head: str, *, keyed: bool) -> list[str]:
    book = Workbook()
    sheet, other = book.worksheets[0], book.create_sheet("Colours")
    sheet.append(["Ref", "Action", "Who", "When", head])
    for number, colour in enumerate((BLUE, GREEN, AMBER, PURPLE, None), start=1):
        sheet.append([str(number), f"Write guide number {number}", "Council", "30/06/2031"])
        if colour:
            sheet.cell(number + 1, 5).fill = PatternFill("solid", fgColor=colour)
    other.append(["What the colours mean"])
    for row, (colour, meaning) in enumerate(KEY if keyed else (), start=2):
        other.cell(row, 1).fill = PatternFill("solid", fgColor=colour)
        other.cell(row, 2, meaning)
    book.save(path)
    record = extract(path)
    assert record.report.read == record.report.kept + len(record.report.rejected)
    return [action.status for action in record.actions]


@pytest.mark.parametrize(
    ("head", "keyed", "statuses"),
    [
        ("Status", True, ["complete-evidence-awaited", "on-track", "at-risk", "not-stated", "not-stated"]),
        ("Status", False, ["not-stated"] * 5),
        ("RAG", False, ["not-stated", "on-track", "at-risk", "not-stated", "not-stated"]),
    ],
)
def test_a_colour_means_what_the_key_says_and_closes_nothing_without(
    tmp_path: Path, head: str, keyed: bool, statuses: list[str]
) -> None:
    assert _statuses(tmp_path / "log.xlsx", head, keyed=keyed) == statuses
