"""What is to be different for children, read where it is printed: beside, below or within what was asked."""

from __future__ import annotations

from pathlib import Path

from graph.records import DocumentRecord
from loaders.extract import extract

REPORT = """Ashmere Safeguarding Children Partnership

Local Child Safeguarding Practice Review: Wren

Published March 2024

Recommendations

1. The partnership should agree a step-down checklist. Success measure: every child has a named lead.

2. Children's social care should record fathers.

Success measure: fathers are spoken to in nine of ten assessments.

3. Health should share discharge plans.

How will we know it has worked?

- Fewer babies come back to hospital within a week.

4. Police should share reports within a day.

Actions taken

- Police have issued a form. We will know this has worked when officers stop asking twice.
"""
TRACKER = """Ref,Action,Lead,Due date,Status,Success measure
1,Issue the checklist,Police,31/03/2024,Complete,Children step down with a named lead
2,Train staff,Health,30/06/2024,On track,
"""


def read(folder: Path, name: str, text: str) -> DocumentRecord:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return extract(path)


def test_in_a_report(tmp_path: Path) -> None:
    record = read(tmp_path, "wren.txt", REPORT)
    (review,) = record.reviews
    assert [(r.ref, r.success_measure) for r in review.recommendations] == [
        ("1", "every child has a named lead."),
        ("2", "fathers are spoken to in nine of ten assessments."),
        ("3", "Fewer babies come back to hospital within a week."),
        ("4", None),
    ]
    (action,) = review.actions
    assert action.success_measure == "We will know this has worked when officers stop asking twice."
    assert record.report.read == record.report.kept + len(record.report.rejected)


def test_in_a_tracker(tmp_path: Path) -> None:
    record = read(tmp_path, "tracker.csv", TRACKER)
    assert [a.success_measure for a in record.actions] == ["Children step down with a named lead", None]
