"""Who and by when in one column ("Police, by 31/03/2024"): the two parts of such a cell as cells of their own."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import zip_longest

from graph.dates import find_dates
from graph.text import joined, key
from loaders.blocks import Block
from loaders.trackers.dates import is_date, plain
from loaders.trackers.head import Head
from loaders.trackers.tables import Row, Table

_BEFORE = re.compile(
    r"(?:[\s,;:(–—-]|\b(?:by|was|due|end|of|the|from|before|until|target|date|originally|original|revised|now|to|deadline"
    r"|timescale|in)\b)+$",
    re.I,
)


def part_due(table: Table, heads: list[Head]) -> None:
    """Give a table a column of due dates where its leads hold them and no other column does."""
    for head, end in zip_longest(heads, [head.first for head in heads[1:]]):
        _part(head, [row for row in table if row.number > head.last and (end is None or row.number < end)])


def _part(head: Head, rows: list[Row]) -> None:
    column = head.column("leads")
    if column is None or head.columns("due", "due_revised", "due_original"):
        return
    cells = [(row, row.cells[column]) for row in rows if column in row.cells and row.cells[column].text]
    dated = [cell for _, cell in cells if find_dates(plain(cell.text))]
    if len(cells) < 2 or 2 * len(dated) < len(cells):
        return
    made = 1 + max((c for row in rows for c in row.cells), default=column)
    head.fields[made] = "due"
    head.labels[made] = head.labels.get(column, "")
    head.told[made] = "the column of leads holds the due dates too"
    for row, cell in cells:
        who, when = _parts(cell)
        row.cells[made] = replace(cell, text=joined(when), raw=when, column=made, value=None)
        row.cells[column] = replace(cell, text=joined(who), raw=who)


def _parts(cell: Block) -> tuple[str, str]:
    """Who and when of one cell; a cell that only says when is both blank and a date."""
    raw = cell.raw or cell.text
    starts = [at for span in find_dates(plain(raw)) if (at := raw.find(span.printed or "\0")) >= 0]
    if not starts:
        first = re.search(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\b(?:q[1-4]|end of)\b", raw, re.I)
        starts = [first.start()] if first else []
    if not starts:
        return (raw, raw) if is_date(key(raw)) else (raw, "")
    who = raw[: min(starts)]
    cut = _BEFORE.search(who)
    at = cut.start() if cut else len(who)
    return raw[:at].strip(), raw[at:].strip(" ,;:()–—-\n")
