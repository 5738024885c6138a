"""Tables that tell one review each: a row that names it, labels beside what they say, a small plan of work below.

Read as one table of actions, the learning above the plan would be lost; read as a form, the plan would be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from loaders.blocks import Block, BlockKind
from loaders.parse.cases.headings import case_label
from loaders.parse.cases.naming import CODE
from loaders.parse.sections import meaning_of
from loaders.trackers.vocabulary import field_of

_TITLE = 8  # words of the cell that names the review
_LABEL = 9  # words of a label
_TELLING = ("finding", "recommendation", "action", "context", "impact", "judgement", "chronology")
_WORK = ("action", "recommendation")


def composed_as_text(cells: list[Block]) -> list[Block]:
    """Such a table as blocks: a heading for its review and one a label, its plan as a table; [] for other tables."""
    rows = [list(own) for _, own in groupby(cells, key=lambda cell: cell.row)]
    title, *below = rows
    if not below or not _names_review(title):
        return []
    at = next((n for n, own in enumerate(below) if _heads_plan(own)), len(below))
    told, plan = below[:at], below[at:]
    labels = [found for own in told if (found := _label(own))]
    if not labels or not any(becomes in _TELLING for becomes in labels):
        return []
    if not plan and max(cell.column or 0 for own in told for cell in own) > 2:
        return []
    return [*_title(title), *_told(told), *_apart(plan)]


def _names_review(title: list[Block]) -> bool:
    first = title[0].text
    short = title[0].column == 1 and len(first.split()) <= _TITLE and len({cell.column for cell in title}) > 1
    return short and (re.fullmatch(CODE, first) is not None or case_label(first) is not None)


def _heads_plan(own: list[Block]) -> bool:
    """Whether a row is the head of a plan: two of its cells name fields of one, and one of these its work."""
    fields = {name for cell in own if len(cell.text.split()) <= _LABEL and (name := field_of(cell.text))}
    return len(fields) > 1 and any(name in _WORK for name in fields)


def _label(own: list[Block]) -> str | None:
    """What the label in front of a row says that the row is; None where it has none."""
    first = own[0]
    if first.column != 1 or len(own) < 2 or len(first.text.split()) > _LABEL:
        return None
    found = meaning_of(first.text)
    return found.becomes if found else None


def _title(title: list[Block]) -> Iterator[Block]:
    yield _plain(title[0], BlockKind.HEADING, 2)
    for cell in title[1:]:
        yield _plain(cell, BlockKind.PARAGRAPH, 0)


def _told(rows: list[list[Block]]) -> Iterator[Block]:
    for own in rows:
        labelled = own[0].column == 1 and len(own) > 1 and len(own[0].text.split()) <= _LABEL
        if labelled:
            yield _plain(own[0], BlockKind.HEADING, 3)
        said = own[1:] if labelled else own
        for cell in said:
            yield _plain(cell, BlockKind.BULLET if len(said) > 1 else BlockKind.PARAGRAPH, 0)


def _apart(rows: list[list[Block]]) -> Iterator[Block]:
    """The plan as a table of its own, its head in the first row."""
    first = rows[0][0].row or 1 if rows else 1
    for own in rows:
        for cell in own:
            yield replace(cell, row=(cell.row or 1) - first + 1, table=f"{cell.table}, plan")


def _plain(cell: Block, kind: BlockKind, level: int) -> Block:
    return replace(
        cell, kind=kind, level=level, row=None, column=None, table=None, row_head=None, column_head=None, number=None
    )
