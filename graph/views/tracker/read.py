"""The workbook as it comes back: its stamp, its rows as exported, and its cells as they stand now.

Columns are found by their headings, wherever they were moved. Formulas are not run; a cell that holds one gives the
value that the spreadsheet program last kept in it.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import openpyxl

from graph.errors import WrongUse
from graph.text import key
from graph.tracker.compare import Edited, Kept
from graph.tracker.fields import FIELDS, ID_HEADING
from graph.views.tracker.stamp import FORMAT, SHEET, Stamp, read_kept

_NEEDED = ("leads", "due", "status", "note", "add_update", "add_evidence")
MOST_ROWS = 200_000
_ESCAPED = re.compile("_x005F_(?=x[0-9A-Fa-f]{4}_)")


@dataclass
class Workbook:
    """What came back."""

    stamp: Stamp
    kept: Mapping[str, Kept]
    rows: list[Edited] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


def read_workbook(data: bytes, where: str) -> Workbook:
    """Read an edited workbook.

    Args:
        data: the file; checked before by the reader of workbooks that this is a sound one.
        where: its name, for errors.

    Raises:
        WrongUse: it is no workbook of `tracker export`, or columns that are needed are gone.
    """
    book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    if SHEET not in book.sheetnames:
        raise WrongUse(
            "is not a workbook that `goldenthread tracker export` made",
            where,
            "export one first, or read a tracker of your own with `goldenthread load`",
        )
    lines = [[_text(v) for v in row] for row in _lines(book[SHEET])]
    stamp = _stamp(lines[0][0] if lines and lines[0] else "", where)
    kept, broken = read_kept(lines[2:])
    found = Workbook(stamp, kept)
    if broken:
        found.said.append(f"{broken} rows of its memory are damaged; what was edited in them cannot be told.")
    for sheet in book.worksheets:
        if sheet.title != SHEET and (columns := _columns(sheet)):
            _rows(sheet, columns, found, where)
            return found
    raise WrongUse(f"no sheet has the heading “{ID_HEADING}”", where, "leave the headings as they were exported")


def _lines(sheet: Any, first: int = 1, last: int = MOST_ROWS) -> Iterator[tuple[Any, ...]]:
    """The values of the rows of a sheet that are there; a sheet formatted to its end is not walked to its end."""
    last = min(last, sheet.max_row or 0)
    if first <= last:
        yield from sheet.iter_rows(first, last, values_only=True)


def _stamp(line: str, where: str) -> Stamp:
    try:
        told = json.loads(line)
        stamp = Stamp(**told)
    except (ValueError, TypeError) as error:
        raise WrongUse("its memory of the export is damaged", where, "export it anew") from error
    if stamp.format > FORMAT:
        raise WrongUse("was made by a newer version of golden-thread", where, "install that version")
    return stamp


def _columns(sheet: Any) -> tuple[int, dict[str, int]] | None:
    """The row of the headings, and the column of each field that is there (`id` among them)."""
    names = {key(f.heading): f.name for f in FIELDS} | {key(ID_HEADING): "id"}
    for number, row in enumerate(_lines(sheet, last=30), 1):
        found: dict[str, int] = {}
        for column, value in enumerate(row):
            if isinstance(value, str) and (name := names.get(key(value))):
                found.setdefault(name, column)
        if "id" in found:
            return number, found
    return None


def _rows(sheet: Any, found: tuple[int, dict[str, int]], book: Workbook, where: str) -> None:
    head, columns = found
    headings = {f.name: f.heading for f in FIELDS}
    if gone := [headings[name] for name in _NEEDED if name not in columns]:
        raise WrongUse(f"the column “{gone[0]}” is not there any more", where, "put its heading back and import again")
    for number, row in enumerate(_lines(sheet, head + 1), head + 1):
        cells = {n: _text(row[c]) if c < len(row) else "" for n, c in columns.items()}
        if any(v.strip() for v in cells.values()):
            book.rows.append(Edited(number, cells.pop("id").strip(), cells))


def _text(value: object) -> str:
    """A cell as text; dates as ISO text, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return _ESCAPED.sub("_", str(value)).replace("_x000D_", "")
