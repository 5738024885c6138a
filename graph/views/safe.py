"""The one way a value gets into a workbook: text stays text, and cannot become a formula, a link or a command.

A text cell is written as a string with the sign that spreadsheet programs use for "text, whatever it looks like", so
that opening, editing and saving it runs nothing, and reading it back gives the same words.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from openpyxl.cell.cell import Cell

MOST = 32_767  # characters a cell can hold
_CUT = " … (the rest stands in the graph)"
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")  # what a workbook would read as one character


def cell_text(text: str) -> str:
    """A text as a cell can hold it: lines end with one sign, no characters that XML forbids, at most `MOST`."""
    text = _ILLEGAL.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    return text if len(text) <= MOST else text[: MOST - len(_CUT)] + _CUT


def put(cell: Cell, value: str | int | float | None) -> None:
    """Write a value into a cell: a number as a number, text as text. For "" and None the cell stays empty."""
    if value is None:
        return
    if not isinstance(value, str):
        cell.value = value
        return
    text = cell_text(value)
    if not text:
        return
    cell.value = _ESCAPE.sub("_x005F_", text)
    cell.data_type = "s"  # "=…" would else be taken for a formula, "#N/A" for an error
    cell.quotePrefix = True
    cell.number_format = "@"


def web_address(address: str | None) -> str | None:
    """An address that may be a link: http or https with a host; None for anything else."""
    if not address or not address.isprintable():
        return None
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return None
    return address.strip() if parts.scheme in ("http", "https") and parts.hostname and len(address) < 2000 else None
