"""Tables that tell one review each: a row that names it, labels beside what they say, a small plan of work below.

Read as one table of actions, the learning above the plan would be lost; read as a form, the plan would be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from loaders.blocks import Block, BlockKind
from loaders.parse.cases.headings import case_label
from loaders.parse.cases.naming import CODE
from loaders.parse.layout.forms import LABEL, TELLING, plain
from loaders.parse.sections import meaning_of
from loaders.trackers.vocabulary import field_of

_TITLE = 8  # words of the cell that names the review
_PAIR = 2  # columns: a label and what it says
_WORK = ("action", "recommendation")


def composed_as_text(blocks: Sequence[Block]) -> list[Block]:
    """The blocks in order, such tables as a heading for their review, one for each label, and their plan as a table."""
    out: list[Block] = []
    for table, run in groupby(blocks, key=lambda block: block.table if block.kind is BlockKind.CELL else None):
        cells = list(run)
        out += (_as_text(cells) if table is not None else []) or cells
    return out


def _as_text(cells: list[Block]) -> list[Block]:
    rows = [list(own) for _, own in groupby(cells, key=lambda cell: cell.row)]
    title, *below = rows
    if not below or not _names_review(title):
        return []
    at = next((n for n, own in enumerate(below) if _heads_plan(own)), len(below))
    told, plan = below[:at], below[at:]
    if not any(_tells(own) for own in told):
        return []
    if not plan and max(cell.column or 0 for own in told for cell in own) > _PAIR:
        return []
    return [*_title(title), *_told(told), *_apart(plan)]


def _names_review(title: list[Block]) -> bool:
    first = title[0].text
    short = title[0].column == 1 and len(first.split()) <= _TITLE and len({cell.column for cell in title}) > 1
    return short and (re.fullmatch(CODE, first) is not None or case_label(first) is not None)


def _heads_plan(own: list[Block]) -> bool:
    """Whether a row is the head of a plan: two of its cells name fields of one, and one of these its work."""
    fields = {name for cell in own if len(cell.text.split()) <= LABEL and (name := field_of(cell.text))}
    return len(fields) > 1 and any(name in _WORK for name in fields)


def _labelled(own: list[Block]) -> bool:
    return own[0].column == 1 and len(own) > 1 and len(own[0].text.split()) <= LABEL


def _tells(own: list[Block]) -> bool:
    """Whether a row opens with a label that is understood."""
    found = meaning_of(own[0].text) if _labelled(own) else None
    return found is not None and found.becomes in TELLING


def _title(title: list[Block]) -> Iterator[Block]:
    yield plain(title[0], BlockKind.HEADING, 2)
    for cell in title[1:]:
        yield plain(cell, BlockKind.PARAGRAPH, 0)


def _told(rows: list[list[Block]]) -> Iterator[Block]:
    for own in rows:
        labelled = _labelled(own)
        if labelled:
            yield plain(own[0], BlockKind.HEADING, 3)
        said = own[1:] if labelled else own
        for cell in said:
            yield plain(cell, BlockKind.BULLET if len(said) > 1 else BlockKind.PARAGRAPH, 0)


def _apart(rows: list[list[Block]]) -> Iterator[Block]:
    """The plan as a table of its own, its head in the first row."""
    first = rows[0][0].row or 1 if rows else 1
    for own in rows:
        for cell in own:
            yield replace(cell, row=(cell.row or 1) - first + 1, table=f"{cell.table}, plan")
