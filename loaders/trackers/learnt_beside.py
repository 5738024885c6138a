"""Learning and good practice on a sheet of their own beside the actions: what it is in one cell, its words in the next.

A row belongs to the one review whose name or child it names, else to the document.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from graph.records import DocumentRecord, Finding, Review
from graph.text import joined
from loaders.coding import code, polarity_of
from loaders.parse.sections import meaning_of
from loaders.trackers.tables import Table

_LABEL = 5  # words of a cell that says what the next one is
_LEAST = 5  # words that tell something


def learn_beside(record: DocumentRecord, table: Table, key_rows: Collection[int]) -> set[int]:
    """Add what rows of a table without actions tell as learning; gives the numbers of those rows."""
    taken = set()
    for row in table:
        cells = list(row.own.values())
        if row.number in key_rows or len(cells) != 2 or len(cells[0].text.split()) > _LABEL:
            continue
        told, text = meaning_of(cells[0].text), joined(cells[1].raw) or cells[1].text
        if told is None or told.becomes != "finding" or len(text.split()) < _LEAST:
            continue
        polarity = polarity_of(text, told.id)
        finding = Finding(
            text=text, quote=text, line=cells[1].line, heading=cells[0].text,
            polarity=polarity, themes=code(text, polarity=polarity),
        )  # fmt: skip
        _home(record, text).findings.append(finding)
        taken.add(row.number)
    return taken


def _home(record: DocumentRecord, text: str) -> Review | DocumentRecord:
    """The one review that a text names by its name or by a child of it."""
    named = [review for review in record.reviews if any(_says(text, name) for name in _names(review))]
    return named[0] if len(named) == 1 else record


def _names(review: Review) -> list[str]:
    return [name for name in (review.name, review.ref, *(child.name for child in review.children)) if name]


def _says(text: str, name: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text) is not None
