"""A row with more cells than heads: an unquoted separator split a cell, and the pieces are put together again."""

from __future__ import annotations

import re

from graph.text import joined
from loaders.blocks import Block
from loaders.trackers.dates import is_date
from loaders.trackers.head import Head
from loaders.trackers.tables import Row
from loaders.trackers.vocabulary import status_of


def mended(row: Row, head: Head, separator: str) -> tuple[Row, str]:
    """The row with its cells under their heads again, and what is to be said of it; "" for a row that fits."""
    last = max(head.labels, default=0)
    extra = max(row.cells, default=0) - last
    if extra <= 0 or not separator:
        return row, ""
    fields = f"more cells than columns ({last + extra} fields where the header has {last})"
    made = {at: _joined_at(row, at, extra, separator) for at in range(1, last + 1)}
    best = max(made, key=lambda at: (_fits(made[at], head), _goes_on(row, at + 1), -at))
    if _fits(made[best], head) <= _fits(row, head):
        return row, f"{fields}; the extra cells were not read"
    where = head.labels.get(best, f"column {best}")
    return made[best], f"{fields}: an unquoted “{separator}” split “{where}”; read together"


def _joined_at(row: Row, at: int, extra: int, separator: str) -> Row:
    """The row with `extra` cells after `at` joined to it."""
    made = Row(row.number, row.line)
    parts = [row.cells[c] for c in range(at, at + extra + 1) if c in row.cells]
    for column, cell in row.cells.items():
        if column < at:
            made.cells[column] = cell
        elif column > at + extra:
            made.cells[column - extra] = cell
    if parts:
        text = joined(separator.join(part.raw for part in parts))
        made.cells[at] = Block(
            parts[0].kind, text, line=row.line, row=row.number, column=at, raw=separator.join(p.raw for p in parts)
        )
    return made


def _goes_on(row: Row, column: int) -> bool:
    """Whether a cell begins as the middle of a sentence does: after a space, or with a small letter."""
    raw = row.cells[column].raw if column in row.cells else ""
    return raw[:1].isspace() or raw[:1].islower()


def _fits(row: Row, head: Head) -> int:
    """How well the cells fit what their columns hold."""
    good = 0
    for column, name in head.fields.items():
        text = row.text(column)
        if name in ("due", "due_revised", "due_original", "completed"):
            good += 2 * is_date(text) if text else 0
        elif name == "status":
            good += 2 if text and len(text.split()) <= 5 and (len(text) <= 4 or status_of(text)) else 0
        elif name in ("rec_no", "ref"):
            good += bool(text) and len(text) <= 12
        elif name == "updates":
            good += bool(re.match(r"\W*\d", text))
    return good
