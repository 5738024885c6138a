"""What stands around a table of cases goes on behind it, with its number; who is asked stands in a line above."""

from __future__ import annotations

from pathlib import Path

from graph.records import DocumentRecord
from loaders.formats.html.read import read_html
from loaders.parse.parse import parse


def page(tmp_path: Path, body: str, title: str = "Four infants: a thematic review") -> DocumentRecord:
    path = tmp_path / "page.html"
    return parse(read_html(path, f"<html><body><h1>{title}</h1>{body}</body></html>".encode()))


TABLE = (
    "<table><tr><th>Baby</th><th>Sex</th><th>Age</th><th>What happened</th></tr>"
    "<tr><td>Baby A</td><td>Boy</td><td>9 weeks</td><td>Died after a head injury</td></tr>"
    "<tr><td>Baby B</td><td>Girl</td><td>4 months</td><td>Broken leg</td></tr></table>"
)


def test_a_numbered_chapter_behind_a_table_of_cases_is_none_of_the_chapter_before(tmp_path: Path) -> None:
    record = page(
        tmp_path,
        f"<h2>3. The babies</h2>{TABLE}<p>Three of the four were boys.</p>"
        "<h2>4. What was seen</h2><h3>Fathers</h3><p>Nobody spoke with the father of Baby A.</p>"
        "<h2>5. What helps</h2><ul><li>A weekly meeting of midwives and health visitors kept Baby B in view.</li></ul>"
        "<h2>6. What others have found</h2><p>Research shows that fathers are often not asked.</p>",
    )
    told = [(f.text, f.polarity) for holder in (record, *record.reviews) for f in holder.findings]
    assert sorted(told) == [
        ("A weekly meeting of midwives and health visitors kept Baby B in view.", "good-practice"),
        ("Nobody spoke with the father of Baby A.", "shortfall"),
    ]
    assert {review.name for review in record.reviews} == {"Baby A", "Baby B"}


def test_a_line_that_names_a_body_above_requests_says_whom_they_are_for(tmp_path: Path) -> None:
    record = page(
        tmp_path,
        "<h2>Recommendations</h2><p>To the safeguarding partners:</p>"
        "<ol><li>The bruising procedure should be given to dentists.</li></ol>"
        "<p>To Children's Social Care:</p>"
        "<ol><li>Every unborn baby with a brother on a plan should be assessed.</li></ol>",
    )
    asked = [(r.text, r.addressees) for r in record.recommendations]
    assert [text for text, _ in asked] == [
        "The bruising procedure should be given to dentists.",
        "Every unborn baby with a brother on a plan should be assessed.",
    ]
    assert asked[0][1] != asked[1][1]
    assert "Social Care" in str(asked[1][1])
