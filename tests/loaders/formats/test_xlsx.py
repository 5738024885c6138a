"""Workbooks and separated values as cells: what a person sees, where it stands, and what is refused."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import PatternFill
from openpyxl.styles.colors import Color

from graph.errors import UnreadableDocument
from graph.text import holds
from loaders.blocks import Block, BlockKind, SourceText
from loaders.read import read


def cells(source: SourceText) -> dict[tuple[int, int], Block]:
    return {(b.row, b.column): b for b in source.blocks if b.kind is BlockKind.CELL and b.row and b.column}


def saved(book: Workbook, path: Path) -> SourceText:
    book.save(path)
    return read(path)


def repacked(path: Path, part: str, change: bytes, to: bytes) -> Path:
    """The workbook with one of its parts altered."""
    data = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            content = old.read(item)
            new.writestr(item.filename, content.replace(change, to) if item.filename == part else content)
    path.write_bytes(data.getvalue())
    return path


def test_cells_show_what_a_person_sees(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    sheet.title = "Plan"
    sheet["A1"], sheet["B1"], sheet["C1"], sheet["D1"] = date(2024, 9, 30), date(2024, 3, 1), 0.5, 2.0
    sheet["B1"].number_format, sheet["C1"].number_format = "mmm-yy", "0%"
    source = saved(book, tmp_path / "a.xlsx")
    found = cells(source)
    assert [found[1, c].text for c in (1, 2, 3, 4)] == ["2024-09-30", "Mar-24", "50%", "2"]
    assert found[1, 1].value == "2024-09-30"
    assert found[1, 2].value is None  # the cell shows no day, so none is made up
    assert source.blocks[0].kind is BlockKind.HEADING
    assert source.blocks[0].text == "Plan"
    assert all(holds(source.pages[0].text, b.text) for b in source.blocks)


def test_merged_cells_are_spread_and_know_their_first(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    sheet["A1"] = "Banner"
    sheet.merge_cells("A1:B2")
    found = cells(saved(book, tmp_path / "a.xlsx"))
    assert [found[place].text for place in ((1, 1), (1, 2), (2, 1), (2, 2))] == ["Banner"] * 4
    assert found[2, 2].merged == (1, 1)


def test_colours_by_value_theme_and_tint(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    sheet["A1"] = "x"
    for column, colour in ((1, "FF00B050"), (2, Color(theme=4)), (3, Color(theme=0)), (4, Color(theme=0, tint=-0.5))):
        sheet.cell(2, column).fill = PatternFill("solid", fgColor=colour)
    found = cells(saved(book, tmp_path / "a.xlsx"))
    assert found[2, 1].fill == "00B050"
    assert found[2, 2].fill == "4F81BD"
    assert (2, 3) not in found  # white says nothing
    assert found[2, 4].fill == "808080"


def test_a_formula_is_never_worked_out(tmp_path: Path) -> None:
    book = Workbook()
    book.active["A1"], book.active["A2"] = "text", "=1+1"
    source = saved(book, tmp_path / "a.xlsx")
    assert (2, 1) not in cells(source)
    assert ("Sheet!2", "cell A2 has a formula without a stored value") in source.notes


def test_hidden_rows_columns_and_sheets_are_read_and_noted(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    sheet["A1"], sheet["B2"] = "seen", "unseen"
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["B"].hidden = True
    other = book.create_sheet("Lists")
    other["A1"], other.sheet_state = "list", "hidden"
    source = saved(book, tmp_path / "a.xlsx")
    assert {b.text for b in source.blocks} >= {"seen", "unseen", "list"}
    assert {where for where, message in source.notes if "hidden" in message} == {"Sheet!2", "Sheet", "Lists"}


def test_a_cell_at_the_far_end_costs_nothing(tmp_path: Path) -> None:
    book = Workbook()
    book.active["A1"], book.active["XFD1048576"] = "near", "far"
    assert {b.text for b in saved(book, tmp_path / "a.xlsx").blocks} == {"Sheet", "near", "far"}


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    book = Workbook()
    book.active["A1"] = "text"
    book.active.merge_cells("B1:C1")
    path = tmp_path / "a.xlsx"
    book.save(path)
    return path


def test_outside_entities_are_refused(plain: Path) -> None:
    sheet = "xl/worksheets/sheet1.xml"
    repacked(plain, sheet, b"<worksheet", b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><worksheet')
    with pytest.raises(UnreadableDocument, match="declarations"):
        read(plain)


def test_a_merge_of_a_whole_sheet_is_refused(plain: Path) -> None:
    repacked(plain, "xl/worksheets/sheet1.xml", b"B1:C1", b"B1:XFD1048576")
    with pytest.raises(UnreadableDocument, match="merges"):
        read(plain)


def test_a_zip_bomb_is_refused(plain: Path) -> None:
    with zipfile.ZipFile(plain, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/a.xml", b" " * 30_000_000)
    with pytest.raises(UnreadableDocument, match="unpack"):
        read(plain)


@pytest.mark.parametrize("data", [b"\xd0\xcf\x11\xe0" + b"x" * 600, b"PK\x03\x04 cut short", b"no workbook at all"])
def test_what_is_no_workbook_is_told_in_a_sentence(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(data)
    with pytest.raises(UnreadableDocument, match=r"a\.xlsx: the workbook is"):
        read(path)


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_any_separator_is_found(tmp_path: Path, separator: str) -> None:
    path = tmp_path / "a.csv"
    rows = [["Action", "Lead, or leads", "Due"], ["Write; then send", "A|B", "1/2/24"], ["x\ny", "C", "3/4/24"]]
    path.write_text("\n".join(separator.join(f'"{c}"' for c in row) for row in rows), encoding="utf-8")
    found = cells(read(path))
    assert found[2, 1].text == "Write; then send"
    assert (found[3, 1].raw, found[3, 1].line, found[3, 3].text) == ("x\ny", 3, "3/4/24")


def test_lines_count_physical_lines_and_long_records_show(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('a;b\n"two\nlines";c\nd;e\nf;g;\n', encoding="utf-8")
    found = cells(read(path))
    assert (found[3, 1].text, found[3, 1].line) == ("d", 4)
    assert found[4, 3].text == ""  # one cell more than the others have
