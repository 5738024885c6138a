"""Small parts of a Word document: rows and cells wherever they are wrapped, signs, colours, words for a picture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from loaders.formats.office.safety import attr, child, local, within

_WINGDINGS = {0xFB: "✖", 0xFC: "✔", 0xFD: "☒", 0xFE: "☑", 0xA8: "☐", 0x6F: "☐"}  # of its signs those of a status


def rows(element: Any) -> Iterator[Any]:
    """The rows of a table, also those inside content controls or marked as inserted."""
    for one in element:
        if local(one) == "tr":
            yield one
        elif local(one) in ("sdt", "sdtContent", "customXml", "ins"):
            yield from rows(one)


def cells(row: Any) -> Iterator[Any]:
    """The cells of a row, also those inside content controls."""
    for one in row:
        if local(one) == "tc":
            yield one
        elif local(one) in ("sdt", "sdtContent", "customXml"):
            yield from cells(one)


def count_of(parent: Any, name: str) -> int:
    """A property that counts, such as the columns a cell covers; 0 where it is not given."""
    found = child(parent, name)
    value = attr(found, "val") if found is not None else None
    return min(int(value), 500) if value and value.isdigit() else 0


def fill_of(cell: Any) -> str | None:
    """The ground of a cell as RRGGBB; None for none or white."""
    shade = child(cell, "tcPr", "shd")
    fill = (attr(shade, "fill") or "").upper() if shade is not None else ""
    return fill if re.fullmatch(r"[0-9A-F]{6}", fill) and fill != "FFFFFF" else None


def symbol(element: Any) -> str:
    """A sign from a font of signs; all of them serve as bullets or ticks."""
    try:
        code = int(attr(element, "char") or "", 16)
        if (attr(element, "font") or "").lower() == "wingdings" and code & 0xFF in _WINGDINGS:
            return _WINGDINGS[code & 0xFF]
        return chr(code)
    except (ValueError, OverflowError):
        return ""


def alternative(frame: Any) -> str:
    """What the author wrote to stand for a picture."""
    told = next((text for one in within(frame, "docPr") if (text := attr(one, "descr") or "").strip()), "")
    return f"; it is described as “{' '.join(told.split())[:120]}”" if told else ""
