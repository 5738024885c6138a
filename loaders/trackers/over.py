"""What stands over the head of one table: the recommendation its actions answer, and why it was made.

A plan that gives each recommendation a table of its own prints both there, each in a row of one cell ("Recommendation
2. The Trust should …", "Why: the review was missed three times").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from loaders.parse.sections import meaning_of
from loaders.parse.sentences import sentences
from loaders.trackers.belonging import asked_in
from loaders.trackers.drafts import Asked, Draft
from loaders.trackers.head import Head
from loaders.trackers.tables import Row, Table
from loaders.trackers.vocabulary import field_of

_LABELLED = re.compile(r"(?P<label>[A-Z][^:.?!]{1,40}?)\s*[:?–—]\s+(?P<said>\S.*)", re.S)
_AIM = re.compile(r"(?:so|to|in order|this will|we want)\b", re.I)  # what is hoped for, not what was found


def rows_over(table: Table, first: int) -> list[Row]:
    """The rows of one cell over the head of a table, which stands in row `first`."""
    return [row for row in table.rows if row.number < first and len(row.own) == 1]


def asked_over(rows: Iterable[Row], first: int) -> Asked | None:
    """The one recommendation that rows over a head print; several only list them."""
    told = [found for row in rows if (found := asked_in(row.words, first))]
    return told[0] if len(told) == 1 else None


def learnt_over(table: Table, rows: Iterable[Row]) -> Iterator[Draft]:
    """The learning that rows over a head give as the reason for what is asked, a sentence each."""
    for row in rows:
        column, cell = next(iter(row.own.items()))
        labelled = _LABELLED.fullmatch(cell.text)
        if labelled is None or not _gives_reason(labelled["label"]):
            continue
        head = Head(row.number, row.number, {column: labelled["label"]}, {column: "finding"})
        head.told[column] = "learning over the head of the table"
        found = [said for said in sentences(labelled["said"]) if not _AIM.match(said)]
        rows_of = [replace(row, cells={column: replace(cell, text=said, raw=said, merged=None)}) for said in found]
        if rows_of:
            yield Draft(table, head, rows_of, "", "")


def _gives_reason(label: str) -> bool:
    told = meaning_of(label)
    return told.becomes == "finding" if told is not None else field_of(label) == "finding"
