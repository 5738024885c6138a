"""Tables of plain text whose columns are set apart by gaps and by nothing else, below a row of heads."""

from __future__ import annotations

import re

from graph.text import printed
from loaders.blocks import Block, BlockKind
from loaders.formats.text.shapes import BULLET, FIGURE, Line, row_head

_GAP = re.compile(r"\t+|\s{2,}")
_WIDE = re.compile(r"\t|\s{3}")
_LEAST = 3  # rows, heads included


def columns_of(chunk: list[Line]) -> list[Block]:
    """The cells of such a table, or [] where the chunk is none.

    Each line has to have as many cells as the first, whose cells are heads (words, no figures); of two columns the
    second has to hold figures, since a list of contents or of names looks the same.
    """
    rows = [[printed(cell) for cell in _GAP.split(line.raw.strip())] for line in chunk]
    heads = rows[0]
    if len(rows) < _LEAST or len(heads) < 2 or any(len(row) != len(heads) for row in rows):
        return []
    if any(FIGURE.match(head) or not re.search(r"[A-Za-z]", head) for head in heads):
        return []
    if any(BULLET.match(line.raw) or not _WIDE.search(line.raw.strip()) for line in chunk):
        return []
    if len(heads) == 2 and not all(FIGURE.match(row[1]) for row in rows[1:]):
        return []
    return [
        Block(
            BlockKind.CELL,
            text,
            line=line.number,
            row=at,
            column=column,
            column_head=heads[column - 1] if at > 1 else None,
            row_head=row_head(row, column) if at > 1 else None,
            raw=text,
        )
        for at, (line, row) in enumerate(zip(chunk, rows, strict=True), 1)
        for column, text in enumerate(row, 1)
    ]
