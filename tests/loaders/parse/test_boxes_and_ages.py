"""Heads set in boxes, and cases headed by a name with an age, as forms and newsletters print them."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from graph.records import DocumentRecord
from loaders.extract import extract
from loaders.formats.text.read import read_text
from loaders.parse.parse import parse


def test_a_box_with_a_heading_and_a_line_that_explains_it_heads_what_follows(tmp_path: Path) -> None:
    paper = Document()
    paper.add_heading("Concise Child Practice Review: Child C", 0)

    def box(heading: str, line: str) -> None:
        cell = paper.add_table(rows=1, cols=1, style="Table Grid").cell(0, 0)
        cell.paragraphs[0].add_run(heading).bold = True
        cell.add_paragraph(line)

    paper.add_paragraph("Child C, a boy of seven, was admitted to hospital in a coma in May 2030.")
    box("Effective practice", "What went well, and why")
    paper.add_paragraph("The nurses rang his mother every week.", style="List Bullet")
    box("Improving Systems and Practice", "What should be in place so that the learning makes a difference")
    for asked in ("Clinics should show every visit that was missed.", "Both parents should be invited to clinics."):
        paper.add_paragraph(asked, style="List Number")
    paper.add_paragraph("Some changes have been made since the incident. The clinic has changed its booking codes.")
    paper.save(str(tmp_path / "review.docx"))

    review = extract(tmp_path / "review.docx").reviews[0]
    assert [one.text for one in review.findings] == ["The nurses rang his mother every week."]
    assert [one.text for one in review.recommendations] == [
        "Clinics should show every visit that was missed.",
        "Both parents should be invited to clinics.",
    ]
    assert [one.text for one in review.actions] == ["The clinic has changed its booking codes."]


def _newsletter(heading: str, story: str) -> DocumentRecord:
    text = f"# The Lantern\n\nThree rapid reviews\n\n## {heading}\n\n{story}\n\n### What we learnt\n\n- Nobody asked.\n"
    return parse(read_text(Path("newsletter.md"), text.encode()))


@pytest.mark.parametrize(
    ("heading", "story", "name", "months"),
    [
        ("Baby Wren, five months", "A GP saw a bruise on Wren's cheek and was told of a toy.", "Baby Wren", 5),
        ("K, 15", "K was stabbed in a park in October.", "K", 180),
    ],
)
def test_a_name_with_an_age_heads_a_case(heading: str, story: str, name: str, months: int) -> None:
    (review,) = _newsletter(heading, story).reviews
    assert (review.name, [child.age_months for child in review.children]) == (name, [months])
    assert [one.text for one in review.findings] == ["Nobody asked."]


def test_a_name_with_an_age_over_what_somebody_said_is_no_case() -> None:
    assert _newsletter("Sam, 15", "Sam said that he liked the new form.").reviews == []


def test_a_form_below_requests_asks_nothing_and_a_table_headed_as_asking_keeps_each_point(tmp_path: Path) -> None:
    paper = Document()
    paper.add_heading("Inspection of services for children", 0)
    paper.add_heading("Recommendations", 1)
    paper.add_paragraph("Both parents should be invited to clinics.", style="List Number")
    asked = paper.add_table(rows=2, cols=2, style="Table Grid")
    for cell, text in zip(asked.rows[0].cells, ("Who", "Areas for priority action"), strict=True):
        cell.text = text
    asked.cell(1, 0).text = "Ashmere Council"
    asked.cell(1, 1).text = "access for children to an educational psychology service that answers in time"
    paper.add_paragraph("An annex follows.")
    signed = paper.add_table(rows=2, cols=2, style="Table Grid")
    for row, texts in zip(
        signed.rows, (("Chair of Panel", "Iolo Brand"), ("Date received", "12 April 2031")), strict=True
    ):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    paper.save(str(tmp_path / "letter.docx"))

    record = extract(tmp_path / "letter.docx")
    told = [one.text for home in (record, *record.reviews) for one in home.recommendations]
    assert told == [
        "Both parents should be invited to clinics.",
        "access for children to an educational psychology service that answers in time",
    ]
