"""The report of a reading: every item is in a section, doubts are named, and the sample is what was not taken."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from rich.console import Console

from graph.check.doubtful import MANY, NO_THEME, PROSE, WORDING, not_taken, reasons_of
from graph.records import Document, DocumentRecord, Rejected, Report
from graph.views.report_text import render_report
from graph.views.sheet import as_workbook
from loaders.extract import extract

TEXT = """Learning from Rapid Reviews 2022

RR 1/22

This review was for a four-month-old baby boy with two rib fractures.

Learning identified included:

- The need to follow the bruising in non-mobile babies procedure
- Speaking plainly

Case study

Poppy was seen by four teams in one week.

Where to find help

- The helpline is open at night.
- =HYPERLINK("http://example.org")
"""


@pytest.fixture
def record(tmp_path: Path) -> DocumentRecord:
    path = tmp_path / "digest.txt"
    path.write_text(TEXT)
    return extract(path)


def test_every_item_is_in_a_section_that_says_what_it_was_read_as(record: DocumentRecord) -> None:
    report = record.report
    assert sum(section.items for section in report.sections) == report.read == report.kept + len(report.rejected)
    assert sum(section.kept for section in report.sections) == report.kept
    read_as = {section.heading: section.read_as for section in report.sections}
    assert read_as["Learning identified included:"] == ["learning"]
    assert report.blocks["heading"] >= 3
    assert sum(report.blocks.values()) >= report.read
    assert report.pages is None
    assert all(item.line for item in report.rejected)


def test_a_point_without_a_theme_is_doubtful(record: DocumentRecord) -> None:
    assert [(item.text, item.reason) for item in record.report.doubtful] == [("Speaking plainly", NO_THEME)]


def test_reasons_for_doubt() -> None:
    assert reasons_of(MANY, "words", "shortfall") == []
    assert reasons_of(MANY, "prose", "not-stated") == []
    assert reasons_of(1, "prose", "good-practice") == [PROSE]
    assert reasons_of(1, "words", "shortfall", True) == [WORDING]
    assert "4 themes" in reasons_of(MANY + 1, "heading", "shortfall")[0]


def test_the_sample_is_the_same_for_everybody_and_never_shows_what_is_withheld() -> None:
    def made(sha: str) -> DocumentRecord:
        lines = [Rejected(where=f"page {n}", reason="not understood", text=f"Line {n}", page=n) for n in range(40)]
        told = Document(title="Learning", sha256=sha * 64)
        return DocumentRecord(document=told, report=Report(rejected=[*lines, Rejected(where="p", reason="box")]))

    drawn = not_taken(made("a"))
    assert drawn == not_taken(made("a"))
    assert len(drawn) == 10
    pages = [item["page"] for item in drawn]
    assert pages == sorted(pages)  # type: ignore[type-var]
    assert pages != [item["page"] for item in not_taken(made("b"))]
    assert all(item["text"] for item in drawn)
    assert len(not_taken(made("a"), 100)) == 40


def test_the_report_fits_a_narrow_terminal(record: DocumentRecord) -> None:
    console = Console(width=70, record=True, file=io.StringIO())
    render_report(record, not_taken(record), console)
    lines = console.export_text().splitlines()
    assert max(map(len, lines)) <= 70
    assert any("Did we miss learning?" in line for line in lines)
    assert "Poppy" not in "\n".join(lines)


def test_no_cell_of_a_sample_is_a_formula(record: DocumentRecord, tmp_path: Path) -> None:
    rows = [{"text": text} for text in ('=HYPERLINK("x")', "+1", "-1", "@x", "#N/A", "\tx", "plain\x00")]
    path = tmp_path / "sample.xlsx"
    path.write_bytes(as_workbook("Not taken", ["text"], rows))
    cells = [cell for row in openpyxl.load_workbook(path).active.iter_rows(min_row=2) for cell in row]  # type: ignore[union-attr]
    assert [cell.data_type for cell in cells] == ["s"] * len(rows)
    assert all(cell.quotePrefix for cell in cells)
    assert cells[0].value == '=HYPERLINK("x")'
