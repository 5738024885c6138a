"""Who and by when in one column ("Police, by 31/03/2024"): the two parts of such a cell as cells of their own."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import zip_longest

from graph.dates import find_dates
from graph.text import joined, key
from loaders.blocks import Block, BlockKind
from loaders.trackers.dates import is_date, plain
from loaders.trackers.head import Head
from loaders.trackers.leads import is_body
from loaders.trackers.tables import Row, Table
from loaders.trackers.vocabulary import field_of, listed

_LONGEST = 14  # words of a cell that says who and when
_POST = 6  # words of the name of a post
_JOINT = re.compile(r"\s*(?:[;,/+&\n]|\band\b)\s*")
_ABOVE = re.compile(r"\W*(?:as|same as|see) above\W*|\W*(?:ditto|same)\W*|[\"”“″〃]", re.I)
_BEFORE = re.compile(
    r"(?:[\s,;:.(–—-]|\b(?:by|was|due|end|of|the|from|before|until|target|date|originally|original|revised|now|to|deadline"
    r"|timescale|in)\b)+$",
    re.I,
)


def part_due(table: Table, heads: list[Head]) -> None:
    """Give a table a column of due dates where its leads hold them and no other column does."""
    for head, end in zip_longest(heads, [head.first for head in heads[1:]]):
        rows = [row for row in table if row.number > head.last and (end is None or row.number < end)]
        _as_above(head, rows)
        _part(head, rows)


def _as_above(head: Head, rows: list[Row]) -> None:
    """Say again what a cell takes from the one above it ("as above"): who is to act, and by when."""
    for column in head.columns("leads", "due", "due_original", "due_revised"):
        last = None
        for row in rows:
            cell = row.cells.get(column)
            if cell is not None and last is not None and _ABOVE.fullmatch(cell.text):
                row.cells[column] = replace(cell, text=last.text, raw=last.raw, value=last.value)
            elif cell is not None and cell.text and len(row.own) > 1:
                last = cell


def _says_both(label: str) -> bool:
    """Whether a head names who and when alike ("Who / by when", "Lead and date")."""
    named = {field_of(part) for part in re.split(r"\s*[/,&+]\s*|\s+and\s+", label) if part}
    return "leads" in named and bool(named & {"due", "update_date"})


def who_and_when(text: str) -> tuple[str, str] | None:
    """Who is to act and by when, where a short text says both and nothing else."""
    if not 0 < len(text.split()) <= _LONGEST or not find_dates(plain(text)):
        return None
    who, when = _parts(Block(BlockKind.CELL, text, raw=text))
    acting = [part for part in _JOINT.split(who) if part]
    return (who, when) if when and acting and all(map(_acts, acting)) else None


def _acts(name: str) -> bool:
    """Whether a phrase is that of a body or a post."""
    return len(name.split()) <= _POST and (is_body(name) or key(name).split()[-1] in listed("bodies"))


def _unnamed(head: Head, rows: list[Row]) -> int | None:
    """A column whose head does not say that it holds who is to act, and whose cells say who and when."""
    if head.columns("leads"):
        return None
    for column in sorted({c for row in rows for c in row.own}):
        texts = [row.text(column) for row in rows if row.text(column) and len(row.own) > 1]
        known = head.fields.get(column) not in (None, "due", "update_date")
        if not known and len(texts) > 1 and 10 * sum(map(bool, map(who_and_when, texts))) >= 6 * len(texts):
            return column
    return None


def _part(head: Head, rows: list[Row]) -> None:
    if (both := _unnamed(head, rows)) is not None:
        head.fields[both] = "leads"
    column = head.column("leads")
    if column is None or head.columns("due", "due_revised", "due_original"):
        return
    cells = [(row, row.cells[column]) for row in rows if column in row.cells and row.cells[column].text]
    dated = [cell for _, cell in cells if find_dates(plain(cell.text))]
    both_named = bool(dated) and _says_both(head.labels.get(column, ""))
    if not both_named and (len(cells) < 2 or 2 * len(dated) < len(cells)):
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
    return raw[:at].strip(), raw[at:].strip(" ,;:()–—-\n").lstrip(". ")
