"""Trackers of quite different layouts, read by meaning: every action, its recommendation, leads, dates and status."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graph.records import Action, DocumentRecord
from loaders.extract import extract
from tests.loaders.trackers import more_layouts as made

LAYOUTS: list[tuple[Callable[[Path], Path], str, list[Any], str]] = [
    (made.landscape_plan, "plan.docx", made.LANDSCAPE, "Wetherfell Safeguarding Children Partnership"),
    (made.sheets_by_review, "sheets.xlsx", made.BY_REVIEW, "Thornby and Vale Safeguarding Children Partnership"),
    (made.cards_sheet, "cards.xlsx", made.CARDS, "Harrow Fell Local Safeguarding Children Board"),
    (made.cards_word, "cards.docx", made.WORD_CARDS, "Loxmoor Safeguarding Children Partnership"),
    (made.across, "across.xlsx", made.ACROSS, "Marlside Safeguarding Children Partnership"),
    (made.months_over, "months.xlsx", made.MONTHS, "Eskdale and Brough Safeguarding Children Partnership"),
    (made.semicolons, "log.csv", made.LOG, "Beckside Safeguarding Partnership"),
]


def actions_of(record: DocumentRecord) -> list[Action]:
    """All actions once, in the order of their rows."""
    told = [*record.actions, *(a for r in record.reviews for a in r.actions)]
    return list({(a.text, a.line): a for a in told}.values())


@pytest.mark.parametrize(("make", "name", "wanted", "partnership"), LAYOUTS, ids=[m.__name__ for m, *_ in LAYOUTS])
def test_a_tracker_of_another_layout(
    make: Callable[[Path], Path], name: str, wanted: list[Any], partnership: str, tmp_path: Path
) -> None:
    record = extract(make(tmp_path / name))
    assert record.document.kind == "action-tracker"
    assert record.document.partnership == partnership
    found = {a.text: (a.recommendation, a.leads, a.due, a.previous_due, a.status) for a in actions_of(record)}
    assert found == {text: (asked, leads, due, before, status) for text, asked, leads, due, before, status in wanted}
    assert record.report.read == record.report.kept + len(record.report.rejected)
