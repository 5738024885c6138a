"""Comma-separated files as blocks: cells by record and column, whatever the separator.

`row` counts records from 1, `line` is the first physical line of the record: a cell may hold line breaks.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path

from graph.errors import UnreadableDocument
from graph.text import printed
from loaders.blocks import Block, BlockKind, Page, SourceText

SEPARATORS = (";", ",", "\t", "|")
MOST_CELLS = 2_000_000


def read_csv(path: Path, data: bytes) -> SourceText:
    """Read a file of separated values, in UTF-8.

    Returns:
        A CELL block for each non-empty cell, and for the last cell of a record longer than the others. `table` is
        None; `metadata["separator"]` says how cells were told apart.

    Raises:
        UnreadableDocument: no separator gives a table, or a cell is longer than any tracker's.
    """
    text = data.decode("utf-8")
    body = text.partition("\n")[2] if text.lower().startswith("sep=") else text
    skipped = text.count("\n") - body.count("\n")
    try:
        tables = {separator: _records(body, separator) for separator in SEPARATORS if separator in body}
    except csv.Error as error:
        raise UnreadableDocument(f"the table cannot be read ({error})", str(path), "save it anew as CSV") from None
    if not tables:
        raise UnreadableDocument("no column separator was found", str(path), "save it as CSV with commas or semicolons")
    separator = max(tables, key=lambda one: _regular(tables[one]))
    records = tables[separator]
    if sum(len(cells) for _, cells in records) > MOST_CELLS:
        raise UnreadableDocument("the table has too many cells", str(path), "save it in parts")
    width = Counter(len(cells) for _, cells in records if any(cells)).most_common(1)[0][0]
    source = SourceText(path.name, "", "csv", metadata={"separator": separator})
    for row, (line, cells) in enumerate(records, start=1 + skipped):
        for column, raw in enumerate(cells, start=1):
            # The end of a record that is longer than the others is kept though blank: it says that a cell was split.
            if (shown := printed(raw)) or (column == len(cells) > width):
                cell = Block(BlockKind.CELL, shown, line=line + skipped, row=row, column=column, raw=raw)
                source.blocks.append(cell)
    lines = "\n".join("\t".join(cells) for _, cells in records)
    source.pages.append(Page(None, lines, lines))
    return source


def _records(text: str, separator: str) -> list[tuple[int, list[str]]]:
    """First physical line and cells of every record, blank ones too."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    found, line = [], 1
    for cells in reader:
        found.append((line, cells))
        line = reader.line_num + 1
    return found


def _regular(records: list[tuple[int, list[str]]]) -> float:
    """How much like a table: records that have the usual number of cells, if that is more than one."""
    widths = Counter(len(cells) for _, cells in records if any(cell.strip() for cell in cells))
    if not widths:
        return 0.0
    width, times = widths.most_common(1)[0]
    return times * min(width, 4) / sum(widths.values()) + min(width, 30) / 100 if width > 1 else 0.0
