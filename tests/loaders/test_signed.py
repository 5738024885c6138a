"""Forewords signed by office: attributed views, without the name of the person who signs."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.records import DocumentRecord
from loaders.extract import extract

REPORT = """Ashmere Safeguarding Children Partnership

Annual Report 2022-23

{heading}

{opening} Strategy meetings are timely and well attended across the area. Too many plans still lack clear timescales.

We will build on this next year.

{signature}

Neglect

What we have done

- Issued a new neglect tool to all schools.
"""


def read(folder: Path, heading: str, opening: str, signature: str) -> DocumentRecord:
    path = folder / "report.txt"
    path.write_text(REPORT.format(heading=heading, opening=opening, signature=signature), encoding="utf-8")
    return extract(path)


@pytest.mark.parametrize(
    ("heading", "opening", "signature", "author", "role"),
    [
        (
            "Foreword",
            "Thank you all.",
            "Dr Jane Example\nIndependent Scrutineer",
            "Independent Scrutineer",
            "scrutineer",
        ),
        ("Foreword", "Thank you all.", "Jane Example\nIndependent Chair", "Independent Chair", "partnership"),
        ("Foreword", "Thank you all.", "Jane Example, Independent Chair", "Independent Chair", "partnership"),
        ("Foreword by the Independent Scrutineer", "Thank you all.", "", "Independent Scrutineer", "scrutineer"),
        ("Welcome", "As the Independent Chair I report.", "", "Independent Chair", "partnership"),
    ],
)
def test_views_of_the_office_that_signs(
    tmp_path: Path, heading: str, opening: str, signature: str, author: str, role: str
) -> None:
    record = read(tmp_path, heading, opening, signature)
    assert {(j.author, j.author_role) for j in record.judgements} == {(author, role)}
    assert [j.polarity for j in record.judgements if "Strategy" in j.text or "plans" in j.text] == [
        "good-practice",
        "shortfall",
    ]
    assert not any("We will" in j.text for j in record.judgements)
    assert "Jane" not in record.model_dump_json()
    assert len(record.actions) == 1
    assert record.report.read == record.report.kept + len(record.report.rejected)


def test_words_that_nobody_signs_are_nobodys_view(tmp_path: Path) -> None:
    assert read(tmp_path, "Foreword", "Thank you all.", "").judgements == []
