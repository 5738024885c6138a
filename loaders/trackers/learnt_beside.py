"""Learning and good practice on a sheet of their own beside the actions: what it is in one cell, its words in the next,
or in a column whose head says so ("What | When | What it told us").

A row belongs to the one review whose name or child it names, else to the document.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from graph.records import DocumentRecord, Finding, Review
from graph.text import joined
from loaders.blocks import Block
from loaders.coding import code, polarity_of
from loaders.parse.items.status import stand_of
from loaders.parse.sections import Meaning, meaning_of
from loaders.parse.sentences import sentences
from loaders.trackers.tables import Table

_LABEL = 5  # words of a cell that says what the next one is
_LEAST = 5  # words that tell something
_TO_COME = re.compile(r"\W*(?:still |yet )?to be \w", re.I)


def learn_beside(record: DocumentRecord, table: Table, key_rows: Collection[int]) -> set[int]:
    """Add what rows of a table without actions tell as learning; gives the numbers of those rows."""
    taken = _below_heads(record, table, key_rows)
    for row in table:
        cells = list(row.own.values())
        if row.number in taken:
            continue
        if row.number in key_rows or len(cells) != 2 or len(cells[0].text.split()) > _LABEL:
            continue
        told, text = meaning_of(cells[0].text), joined(cells[1].raw) or cells[1].text
        if told is None or told.becomes != "finding" or len(text.split()) < _LEAST:
            continue
        _tell(record, cells[1], told, cells[0].text)
        taken.add(row.number)
    return taken


def _below_heads(record: DocumentRecord, table: Table, key_rows: Collection[int]) -> set[int]:
    """Add what stands in the column that a row of labels names as learning; gives the numbers of the rows it is of."""
    rows = [row for row in table if row.number not in key_rows]
    for place, row in enumerate(rows):
        told = {c: found for c, cell in row.own.items() if (found := _learning(cell.text)) is not None}
        short = all(len(cell.text.split()) <= _LABEL for cell in row.own.values())
        below = [one for one in rows[place + 1 :] if len(one.own) > 1]
        if len(told) != 1 or len(row.own) < 2 or not short or len(below) < 2:
            continue
        column, meaning = next(iter(told.items()))
        taken = {row.number}
        for one in below:
            cell = one.cells.get(column)
            points = [said for said in sentences(cell.text) if _tells(said)] if cell else []
            for point in points:
                assert cell is not None
                _tell(record, replace(cell, text=point, raw=point), meaning, row.text(column))
                taken.add(one.number)
        return taken if len(taken) > 1 else set()
    return set()


def _tells(sentence: str) -> bool:
    """Whether a sentence tells something, and no more than what is still to be."""
    return len(sentence.split()) >= _LEAST and not _TO_COME.match(sentence) and not stand_of(sentence).promise


def _learning(label: str) -> Meaning | None:
    told = meaning_of(label)
    return told if told is not None and told.becomes == "finding" else None


def _tell(record: DocumentRecord, cell: Block, told: Meaning, heading: str) -> None:
    text = joined(cell.raw) or cell.text
    polarity = polarity_of(text, told.id)
    finding = Finding(
        text=text, quote=text, line=cell.line, heading=heading,
        polarity=polarity, themes=code(text, polarity=polarity),
    )  # fmt: skip
    _home(record, text).findings.append(finding)


def _home(record: DocumentRecord, text: str) -> Review | DocumentRecord:
    """The one review that a text names by its name or by a child of it."""
    named = [review for review in record.reviews if any(_says(text, name) for name in _names(review))]
    return named[0] if len(named) == 1 else record


def _names(review: Review) -> list[str]:
    return [name for name in (review.name, review.ref, *(child.name for child in review.children)) if name]


def _says(text: str, name: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text) is not None
