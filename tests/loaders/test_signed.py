"""Forewords signed by office: attributed views, without the name of the person who signs."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.records import DocumentRecord
from loaders.extract import extract
from loaders.parse.items.status import Stand, stand_of

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


LETTER = """Joint targeted area inspection of Ashmere

Next steps

The council should prepare a statement of what it will do.
The council should send it to plans@inspection.example by 11 April 2025. The reply will inform any later visit.

Yours sincerely

Jane Example

National Director, Social Care

Dr Ann Sample BSc FRCA

Chief Inspector of Healthcare
"""


def test_those_who_sign_a_letter_are_neither_work_nor_named(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text(LETTER, encoding="utf-8")
    record = extract(path)
    actions = [*record.actions, *(a for review in record.reviews for a in review.actions)]
    assert [a.text.split()[:4] for a in actions if "Inspector" in a.text or "Director" in a.text] == []
    assert not {"Jane", "Ann"} & set(record.model_dump_json().replace('"', " ").split())
    due = {a.due: a.status for a in actions if a.due}
    assert due == {"2025-04-11": "not-stated"}  # what somebody should do is not said to be not started


def test_what_should_be_done_has_no_status_and_what_will_be_done_is_not_started() -> None:
    assert stand_of("The council should send a plan", promise=True) == Stand("not-stated", True, None)
    assert stand_of("The council will send a plan", promise=True).status == "not-started"


def test_an_audit_has_its_tester_where_the_office_is_printed(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    told = "The audit was carried out by the partnership's Independent Scrutineer in June 2023."
    body = f"Case reviews - Audit\n\nIndependent Deep Dive\n\nContext\n\n{told}\n\nAreas for development:\n\n- Plans."
    path.write_text(f"Ashmere Safeguarding Children Partnership\n\nAnnual Report 2023-24\n\n{body}", "utf-8")
    (audit,) = extract(path).reviews
    assert audit.tested_by == "Independent Scrutineer"
