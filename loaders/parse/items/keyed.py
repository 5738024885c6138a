"""Tables of progress whose rows are known by the number of a recommendation alone ("R1 | In place since May | Green").

What stands beside the number is what was done about that recommendation; where it is no more than a word of status, it
is how far the recommendation itself has got.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from graph.text import key
from loaders.blocks import Block
from loaders.trackers.vocabulary import field_of, status_of
from loaders.trackers.voices import voices

_HOW_MANY = re.compile(r"(?:number|no\.?|#)", re.I)  # the head of a column that may count
_NUMBER = re.compile(
    r"(?:(?:recommendation|rec|action|finding|no|number)s?\b[.:]? ?|#)?[A-Z]{0,3}\.? ?\d{1,2}(?:\.\d{1,2})?[a-z]?[.):]?"
    r"(?:(?:,| and| &|,? ?[-–]| to) ?[A-Z]{0,3}\d{1,2}(?:\.\d{1,2})?[a-z]?)*",
    re.IGNORECASE,
)
_KEYS = ("recommendation", "rec_no", "ref", "action", "finding")
_TELLS = ("updates", "action", "status", "evidence", "measure")
_BESIDE = (*_TELLS, "leads", "due", "due_original", "due_revised", "completed", "update_date", "start", "risk", None)
_LEAST_ROWS = 2
_MOST = 0.6  # of a column's cells


def keyed_by_number(cells: Sequence[Block]) -> dict[str, Any] | None:
    """How a table of progress is to be read (a mapping of `parse_tracker`), or None where it is no such table.

    Args:
        cells: of one table, its head in row 1.
    """
    heads = {cell.column: cell.text for cell in cells if cell.row == 1 and cell.column is not None}
    below = {column: [c.text for c in cells if c.column == column and (c.row or 0) > 1 and c.text] for column in heads}
    fields = {column: field_of(text) for column, text in heads.items()}
    first = min(heads, default=None)
    if first is None or fields[first] not in _KEYS or any(fields[c] not in _BESIDE for c in heads if c != first):
        return None
    numbers = below[first]
    if len(numbers) < _LEAST_ROWS or not all(_NUMBER.fullmatch(text) for text in numbers):
        return None
    if any(fields[c] is None and _says_why(below[c]) for c in heads):
        return None
    told = [c for name in _TELLS for c in heads if c != first and fields[c] == name and _in_words(below[c])]
    if not told or any(fields[c] == "action" for c in heads if c not in (first, told[0])):
        return None
    return {"header": 1, "columns": {heads[first]: "rec_no", heads[told[0]]: "action"}}


def names_row(block: Block) -> bool:
    """Whether a cell is the number of a recommendation or action that its row is of, and counts nothing."""
    head = field_of(block.column_head) if block.column_head else None
    return head in _KEYS and not says_how_many(block) and _NUMBER.fullmatch(block.text.strip()) is not None


def says_how_many(block: Block) -> bool:
    """Whether a cell says how many there were of what its row names ("Measure | Number | %"), and is no key of it."""
    return block.column != 1 and _HOW_MANY.fullmatch(block.column_head or "") is not None


def _in_words(texts: Sequence[str]) -> bool:
    """Whether a column tells what was done, in more than words of status."""
    return any(status_of(key(text)) is None and len(text.split()) > 2 for text in texts)


def _says_why(texts: Sequence[str]) -> bool:
    """Whether a column tells what was found or asks for something, so that a row says itself what it is about."""
    heard = voices(texts)
    return max(heard.found, heard.asks + heard.to_do) >= _MOST
