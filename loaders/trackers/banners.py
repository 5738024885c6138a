"""Rows that are no actions: banners that say what the rows below belong to, and totals."""

from __future__ import annotations

import re

from graph.text import key
from loaders.blocks import Block
from loaders.trackers.belonging import parent_in
from loaders.trackers.head import Head
from loaders.trackers.reviews import label_of
from loaders.trackers.tables import Row, Table
from loaders.trackers.vocabulary import colour_word, pattern, status_of


def banner_in(row: Row, head: Head, table: Table, again: set[int]) -> tuple[Block, str] | None:
    """The cell and the words of a banner; None for a row that is none.

    Args:
        row: any row below the head.
        head: the head over it.
        table: its table.
        again: the numbers of rows where further heads stand.
    """
    own = list(row.own.items())
    if (parent := parent_in(row, head, table)) is not None:
        return parent, parent.text
    if len(own) > 2:
        return None
    column, cell = own[0]
    alone = row.number + 1 in again or (len(cell.text.split()) <= 3 and status_of(cell.text) is not None)
    if len(own) == 1 and alone and head.fields.get(column) in (None, "action", "ref"):
        return cell, cell.text
    covered = [c for c, other in row.cells.items() if cell.merged is not None and other.merged == cell.merged]
    wide = len(covered) > 2 or (len(covered) > 1 and set(head.labels) <= set(covered))
    told = head.fields.get(column)
    whole = len(head.labels) == 2  # every cell of a narrow table is filled
    if len(own) == 2 and not (wide or (label_of(cell.text) and not whole)):
        return None
    if (
        told in ("action", "updates", "evidence")
        and not wide
        and not (cell.bold == (cell.text,) and len(cell.text.split()) < 10)
    ):
        return None
    if len(own) == 2 and told not in (None, "ref", "rec_no", "review"):
        return None
    if told in ("leads", "due", "status", "completed") and not wide:
        return None
    if told in ("recommendation", "rec_no") and not wide and not label_of(cell.text):
        return None
    return cell, " ".join(c.text for _, c in own)


def total_in(row: Row, head: Head) -> tuple[int | None, bool] | None:
    """The number of actions that a row of totals prints, and whether it is of all rows above; None for other rows.

    The number is None where the row counts by states ("Closed: 4") or prints none.
    """
    own = list(row.own.values())
    text = key(own[0].text)
    action = head.column("action")
    summed = len(text.split()) <= 3 and bool(pattern("totals").match(text)) and _only_numbers(own[1:])
    if (len(own) > max(3, len(head.fields) // 2) and not summed) or (
        action in row.own and len(row.text(action).split()) > 4 and len(own) > 1
    ):
        return None
    tallies = all(pattern("counted").match(key(cell.text)) for cell in own)  # "Closed: 4"
    if not (
        tallies
        or pattern("totals").match(text)
        or (len(text.split()) <= 8 and pattern("totals").search(row.words.casefold()))
    ):
        return None
    found = re.search(pattern("total_number"), row.words) or re.search(r"(?P<after>\d+)(?P<before>)", row.words)
    whole = re.match(r"\W*(?:grand |overall )?total", text) is not None
    return (int(found["after"] or found["before"]) if found and not tallies else None), whole


def of_standing(words: str) -> bool:
    """Whether a row under a table is a state or a colour alone, as counts and keys begin."""
    return len(words.split()) <= 3 and (status_of(words) is not None or colour_word(words) is not None)


def _only_numbers(cells: list[Block]) -> bool:
    return bool(cells) and all(re.fullmatch(r"\d+(?:\.\d+)? ?%?", cell.text.strip()) for cell in cells)
