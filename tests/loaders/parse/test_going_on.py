"""What goes on behind a table of cases, below a line that says who is asked, and by the codes of recommendations."""

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


ASKED = (
    "<h2>Recommendations</h2><ol><li>The Board should name one lead.</li><li>Schools should keep one file.</li>"
    "<li>The health board should open its records to the night team.</li></ol>"
)


def test_what_became_of_each_request_by_its_code_is_work_of_that_request(tmp_path: Path) -> None:
    record = page(
        tmp_path,
        f"{ASKED}<h2>Progress so far (May 2031)</h2><p>R1: a lead took up post in March. "
        "R2: a form is with the heads of schools. R3: not begun; the two systems cannot be joined.</p>",
        "Learning from one review",
    )
    assert len(record.recommendations) == 3
    assert [(a.text, a.recommendation) for a in record.actions] == [
        ("a lead took up post in March.", record.recommendations[0].ref),
        ("a form is with the heads of schools.", record.recommendations[1].ref),
        ("not begun; the two systems cannot be joined.", record.recommendations[2].ref),
    ]
    assert [a.status for a in record.actions][2] == "not-started"


def test_codes_that_do_not_count_on_part_no_paragraph(tmp_path: Path) -> None:
    told = "R1: a lead took up post in March. R4: a form is with the heads of schools. R2: not begun."
    record = page(tmp_path, f"{ASKED}<h2>Progress so far</h2><p>{told}</p>", "Learning from one review")
    assert "not begun." not in [a.text for a in record.actions]
