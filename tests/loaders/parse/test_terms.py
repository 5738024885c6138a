"""By when, and by whom: in the sentence that asks, in a line below it, in a column of a table."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.records import DocumentRecord, Recommendation
from loaders.formats.html.read import read_html
from loaders.formats.text.read import read_text
from loaders.parse.items.leads import leads_of
from loaders.parse.items.terms import due_in, terms_line
from loaders.parse.parse import parse

REPORT = """Local Child Safeguarding Practice Review: Child Wren

Published March 2024

Recommendations

1. The Partnership should agree a shared pathway by March 2025.
2. Ashford Council should review its duty rota within six months of publication.
3. By the end of June 2024 the Integrated Care Board should count its health visitors.
4. From September 2024 all health visitors should see both parents at the new birth visit.
Owner: Head of Health Visiting
Timescale: December 2024
5. The police should brief all response officers.
Lead agency: North Police. By when: three months.
6. Schools must keep the form completed by March 2023 in the child's file.
7. Housing officers should visit within five days.
"""

TABLE = """<h1>Serious Case Review: Child Wren</h1><h2>Recommendations</h2>
<table><tr><th>No</th><th>Recommendation</th><th>Who</th><th>By when</th></tr>
<tr><td>1</td><td>Agree a shared pathway for children missing education.</td><td>Council</td><td>March 2025</td></tr>
<tr><td>2</td><td>Review the duty rota.</td><td>Police</td><td>Within 6 months</td></tr></table>"""


def asked(record: DocumentRecord) -> list[Recommendation]:
    (review,) = record.reviews
    return review.recommendations


def test_by_when_is_read_from_prose_and_from_lines_below() -> None:
    found = asked(parse(read_text(Path("report.txt"), REPORT.encode())))
    assert [(r.ref, r.due_printed, r.due) for r in found] == [
        ("1", "March 2025", "2025-03"),
        ("2", "within six months of publication", None),
        ("3", "June 2024", "2024-06"),
        ("4", "December 2024", "2024-12"),
        ("5", "three months", None),
        ("6", None, None),
        ("7", None, None),
    ]
    assert found[3].addressees == ["all health visitors", "Head of Health Visiting"]
    assert "North Police" in found[4].addressees


def test_by_when_is_read_from_a_table_whose_dates_are_no_publication() -> None:
    record = parse(read_html(Path("table.html"), TABLE.encode()))
    assert [(r.ref, r.due_printed, r.due) for r in asked(record)] == [
        ("1", "March 2025", "2025-03"),
        ("2", "Within 6 months", None),
    ]
    assert record.document.published is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Board should decide no later than 3 May 2024.", ("3 May 2024", "2024-05-03")),
        ("Agencies should report back in the next three months.", ("in the next three months", None)),
        ("Schools should tell the council within five days of an exclusion.", (None, None)),
        ("Trusts should use the form agreed by May 2021.", (None, None)),
        ("Trusts should see children within two months of birth.", (None, None)),
    ],
)
def test_a_day_is_due_only_where_the_sentence_asks_by_it(text: str, told: tuple[str | None, str | None]) -> None:
    assert due_in(text) == told


@pytest.mark.parametrize("line", ["Owner: Head of Service", "Responsible agency: Police | Deadline: May 2024"])
def test_a_line_of_labels_says_who_and_when(line: str) -> None:
    assert terms_line(line) is not None


@pytest.mark.parametrize("line", ["Owner: we do not know, and the review should say so.", "Police: to brief officers"])
def test_other_lines_with_a_colon_are_what_they_were(line: str) -> None:
    assert terms_line(line) is None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("From September 2024 all health visitors should see both parents.", ["all health visitors"]),
        ("By spring 2025, the Council must publish its offer.", ["Council"]),
        ("Within six months the Police and the Council should meet.", ["Police", "Council"]),
        ("In future the school should ring home.", ["school"]),
    ],
)
def test_who_acts_stands_behind_the_time_a_sentence_opens_with(text: str, who: list[str]) -> None:
    assert leads_of(text) == who
