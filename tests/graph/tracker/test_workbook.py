"""The workbook as a file: nothing in it runs, every text comes back as it was, and LibreOffice may save it."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

from graph.decisions import StatusDecision
from graph.errors import WrongUse
from graph.tracker.fields import FIELDS
from graph.views.safe import MOST, cell_text, web_address
from graph.views.tracker import read_workbook
from graph.views.tracker.stamp import SHEET
from graph.views.tracker.write import HEAD, letter
from tests.graph import made
from tests.graph.tracker.desk import COLUMN, Desk, edit, number_of, tracker
from tests.libreoffice import edited

HOSTILE = [
    "=1+1",
    '=HYPERLINK("http://example.org","more")',
    "=cmd|' /C calc'!A0",
    "+SUM(1)",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "#N/A",
    "TRUE",
    "01/02/2024",
    "_x0041_ stays",
    "{=1}",
    "'quoted",
    "<b>&amp;",
    'DDE("a";"b")',
]


def hostile_desk(folder: Path) -> Desk:
    actions = [
        made.action(text, leads=[text], status="under-way", status_printed=text, updates=[{"date": None, "text": text}])
        for text in HOSTILE
    ]
    review = made.review("=1+2", actions=actions)
    return Desk([made.record("hostile.xlsx", reviews=[review], title="=1+3")], folder)


def as_written(data: bytes) -> dict[str, dict[str, str]]:
    rows = {row.id: row for row in read_workbook(data, "file").rows}
    return {id_: dict(row.cells) for id_, row in rows.items()}


def test_no_cell_is_a_formula_and_every_text_comes_back(tmp_path: Path) -> None:
    desk = hostile_desk(tmp_path / "decisions")
    data = desk.export()
    for sheet in openpyxl.load_workbook(io.BytesIO(data)):
        assert [c.coordinate for row in sheet.iter_rows() for c in row if c.data_type == "f"] == []
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        for name in parts.namelist():
            if name.startswith("xl/worksheets/sheet"):
                assert b"<f>" not in parts.read(name)
            assert "externalLink" not in name
    back = as_written(data)
    for row in desk.rows():
        for name in ("action", "leads", "printed", "updates", "review", "document", "quote"):
            assert back[row.id][name].strip() == cell_text(row.values[name]).strip()


def test_hostile_texts_stay_texts_when_libreoffice_has_saved_them(tmp_path: Path) -> None:
    desk = hostile_desk(tmp_path / "decisions")
    (tmp_path / "out.xlsx").write_bytes(desk.export())
    (tmp_path / "office").mkdir()
    saved = edited(tmp_path / "out.xlsx", tmp_path / "saved.xlsx", [], tmp_path / "office").read_bytes()
    assert as_written(saved).keys() == as_written(desk.export()).keys()
    outcome = desk.hand_in(saved)
    assert (outcome.total, outcome.refused, outcome.said) == (0, [], [])
    book = openpyxl.load_workbook(io.BytesIO(saved))
    assert [c.coordinate for s in book for row in s.iter_rows() for c in row if c.data_type == "f"] == []


def test_five_hundred_rows_go_out_and_come_back_without_loss(tmp_path: Path) -> None:
    actions = [
        made.action(f"Do thing {n} for team {n % 7}, so that it is done.", ref=str(n), leads=[f"Team {n % 7}"])
        for n in range(500)
    ]
    desk = Desk([made.record("many.xlsx", reviews=[made.review("Many", actions=actions)])], tmp_path / "decisions")
    data = desk.export()
    book = read_workbook(data, "file")
    assert len(book.rows) == len(book.kept) == 500
    assert desk.hand_in(data).total == 0
    changed = edit(
        data, {("Do thing 250 ", "status"): "Paused (grey)", ("Do thing 250 ", "note"): "Waiting for funds."}
    )
    (status,) = desk.hand_in(changed).decisions
    assert isinstance(status, StatusDecision)
    assert (status.status, status.note) == ("paused", "Waiting for funds.")


def test_how_it_is_laid_out(tmp_path: Path) -> None:
    desk = Desk([tracker()], tmp_path / "decisions")
    book = openpyxl.load_workbook(io.BytesIO(desk.export()))
    sheet = book["Tracker"]
    assert [s.sheet_state for s in book] == ["visible", "visible", "veryHidden"]
    assert [c.value for c in sheet[HEAD]][1:] == [f.heading for f in FIELDS]
    assert sheet.column_dimensions["A"].hidden
    assert sheet.freeze_panes == f"{letter('printed')}{HEAD + 1}"
    assert sheet.auto_filter.ref.startswith(f"A{HEAD}:")
    assert "Not for sharing" in sheet["B2"].value
    lists = {str(v.sqref): v.formula1 for v in sheet.data_validations.dataValidation}
    assert len(lists) == 2
    words = [c.value for row in book["What the words mean"].iter_rows() for c in row]
    assert "Overdue (red)" in words
    assert sheet.cell(number_of(desk.export(), "Print the"), COLUMN["due"]).number_format == "dd/mm/yyyy"


def test_links_are_only_to_the_web() -> None:
    assert web_address("https://example.org/review.pdf") == "https://example.org/review.pdf"
    for other in ("javascript:alert(1)", "file:///etc/passwd", "\\\\server\\share", "https://", None, "http://a\nb"):
        assert web_address(other) is None


def test_long_and_forbidden_texts_fit_a_cell() -> None:
    assert len(cell_text("x" * 40_000)) == MOST
    assert cell_text("a\x00b\x1fc") == "a\ufffdb\ufffdc"


def test_what_is_no_workbook_of_ours_is_said(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    out = io.BytesIO()
    book.save(out)
    with pytest.raises(WrongUse, match="is not a workbook that `goldenthread tracker export` made"):
        read_workbook(out.getvalue(), "mine.xlsx")
    ours = openpyxl.load_workbook(io.BytesIO(Desk([tracker()], tmp_path / "decisions").export()))
    ours[SHEET]["A1"].value = "{}"
    out = io.BytesIO()
    ours.save(out)
    with pytest.raises(WrongUse, match="memory of the export is damaged"):
        read_workbook(out.getvalue(), "mine.xlsx")


def test_a_heading_that_is_gone_is_said(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(Desk([tracker()], tmp_path / "decisions").export()))
    book["Tracker"].cell(HEAD, COLUMN["status"]).value = "State of play"
    out = io.BytesIO()
    book.save(out)
    with pytest.raises(WrongUse, match="the column “Status” is not there any more"):
        read_workbook(out.getvalue(), "mine.xlsx")
