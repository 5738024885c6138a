"""A workbook of any question: named tables, notes, evidence, and texts that stay texts, also in LibreOffice."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from graph.questions import ask, questions
from graph.questions.run import Answer
from graph.sharing import INTERNAL
from graph.store import Store
from graph.views.workbook import EVIDENCE, write_workbook
from tests.graph.small import small_store
from tests.soffice import converted

__all__ = ["small_store"]
pytestmark = pytest.mark.embedded
DAY = date(2026, 1, 5)
HOSTILE = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "_x003D_1",
    "<b>&amp;</b>",
    "a\x00b\u202ec",
    "x" * 50_000,
]


def made(text: str, count: int = 1) -> Answer:
    place = {"document": text, "page": 1, "line": None, "quote": text}
    rows: list[dict[str, Any]] = [{"text": text, "reviews": count, "evidence": [place]}]
    cover = {"documents": 1, "reviews": 1, "confirmed": 0, "suggested": 1, "codebook": "x", "load": "y"}
    return Answer(
        "made", text, text, {"theme": text}, ["text", "reviews", "evidence"], rows, {"reviews": 1}, cover, [text]
    )


def table(sheet: Any) -> list[dict[str, Any]]:
    """The rows of the one table of a sheet."""
    (found,) = sheet.tables.values()
    header, *rows = ([cell.value for cell in row] for row in sheet[found.ref])
    return [dict(zip(header, row, strict=True)) for row in rows]


def test_every_question_in_one_workbook(small_store: Store, tmp_path: Path) -> None:
    answers = [ask(small_store, q.id) for q in questions().values() if not q.needs]
    book = load_workbook(write_workbook(answers, tmp_path / "all.xlsx", made_on=DAY))
    assert book.sheetnames == ["Notes", *(a.id for a in answers), "Evidence"]
    names = [name for sheet in book for name in sheet.tables]
    assert len(set(names)) == len(names)
    for answer in answers:
        sheet = book[answer.id]
        assert sheet.freeze_panes == "A4"
        if not answer.rows:
            assert sheet["A4"].value
            continue
        rows = table(sheet)
        assert len(rows) == len(answer.rows)
        for column in answer.columns:
            name = column.replace("_", " ")
            for row, told in zip(answer.rows, rows, strict=True):
                if isinstance(row[column], int) and not isinstance(row[column], bool):
                    assert told[name] == row[column]
    evidence = table(book["Evidence"])
    assert set(evidence[0]) == set(EVIDENCE)
    expected = sum(
        len(row.get("evidence") or []) + bool(row.get("quote") and row.get("document"))
        for a in answers
        for row in a.rows
    )
    assert len(evidence) == expected
    assert all(row["quotation"] and row["document"] and (row["page"] or row["line"]) for row in evidence)


def test_notes_say_what_a_reader_must_know(small_store: Store, tmp_path: Path) -> None:
    answer = ask(small_store, "recurring-themes", {"partnership": "northmere"})
    rows = table(load_workbook(write_workbook([answer], tmp_path / "a.xlsx", made_on=DAY))["Notes"])
    said = {(row["what"], row["says"]) for row in rows}
    assert ("made on", "2026-01-05") in said
    assert ("question", answer.question) in said
    assert ("parameters", "partnership = northmere, limit = 100, passages = 5") in said
    assert ("out of", f"{answer.denominator['reviews']} reviews") in said
    assert {("caveat", c) for c in answer.caveats} <= said
    assert {row["what"] for row in rows} >= {"codebook version", "load", "theme links", "how to read it", "sharing"}


def test_internal_marks_every_sheet(small_store: Store, tmp_path: Path) -> None:
    answers = [ask(small_store, q) for q in ("recurring-themes", "good-practice")]
    for internal in (True, False):
        book = load_workbook(write_workbook(answers, tmp_path / "b.xlsx", made_on=DAY, internal=internal))
        for sheet in book:
            assert str(sheet["A1"].value).startswith(INTERNAL) is internal
            assert (sheet.oddHeader.center.text == INTERNAL) is internal


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_text(text: str, tmp_path: Path) -> None:
    book = load_workbook(write_workbook([made(text)], tmp_path / "h.xlsx", made_on=DAY))
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                assert cell.value is None or len(str(cell.value)) < 32_767


def test_libreoffice_reads_the_same(tmp_path: Path) -> None:
    answers = [made(text, n) for n, text in enumerate(HOSTILE[:8])]
    for n, answer in enumerate(answers):
        answer.id = f"made-{n}"
    path = write_workbook(answers, tmp_path / "all.xlsx", made_on=DAY)
    again = load_workbook(converted(path, "xlsx", tmp_path / "out"))
    for n, text in enumerate(HOSTILE[:8]):
        cells = [c.value for row in again[f"made-{n}"].iter_rows() for c in row]
        assert text in cells
        assert n in cells
        assert all(c.data_type != "f" for row in again[f"made-{n}"].iter_rows() for c in row)
