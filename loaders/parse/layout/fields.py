"""The reference and the name of the one case a document is about, from the fields of its form.

A form or a note of a review is headed by its kind alone ("Rapid review: findings and decision"); which review it is
stands in a table of two columns or in lines with a label ("Reference: RR/2031/03", "Child: J, male, 15").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from loaders.blocks import Block, BlockKind
from loaders.parse.cases.headings import case_label
from loaders.parse.cases.naming import INITIALS, PEOPLE, PSEUDONYM, CaseLabel, is_common, kind_of
from loaders.parse.cues import cue
from loaders.parse.layout.whole import names_several

_FIRST = 40  # blocks in which such fields stand
_LINE = 20  # words of a line that is a field
_REFERENCE = re.compile(
    r"(?:(?:case|review|our|local|incident|notification|lcspr|rapid review) )?"
    r"(?:ref(?:erence)?(?: (?:no|number|code))?|id|number)\.?",
    re.I,
)
_NAME = re.compile(
    r"(?:name|pseudonym|initials|child|subject|young person|baby)"
    r"(?: (?:of (?:the )?(?:child|subject|review)|used\b.*|known as\b.*|\(.*\)))?"
    r"|(?:the )?(?:child|subject|young person) (?:is |was )?(?:known as|called|referred to as)",
    re.I,
)
_CODE = re.compile(r"(?=[^\d]*\d)[A-Z][A-Z\d]*(?:[ /-][A-Z\d]+){0,4}")


def with_fields(label: CaseLabel, blocks: Sequence[Block]) -> CaseLabel:
    """The label, with what fields say of it that it does not say itself."""
    for key, value in _fields(blocks[:_FIRST]):
        if label.ref is None and _REFERENCE.fullmatch(key) and _CODE.fullmatch(value):
            label = replace(label, ref=value)
        elif label.name is None and _NAME.fullmatch(key) and (name := _named(value)):
            label = replace(label, name=name)
    return label


def of_form(title: str, blocks: Sequence[Block]) -> CaseLabel | None:
    """The one review that a form is about: headed by a kind of review alone, it gives one reference in its first table.

    Names in its other tables are those of the child's family, whatever they look like.
    """
    kind = kind_of(title)
    if kind is None or names_several(title) or case_label(title) is not None:
        return None
    cells = [block for block in blocks[:_FIRST] if block.kind is BlockKind.CELL]
    first = [block for block in cells if block.table == cells[0].table]
    headed = any(block.column_head for block in first) or any((block.column or 0) > 2 for block in first)
    given = {value for key, value in _fields(first) if _REFERENCE.fullmatch(key) and _CODE.fullmatch(value)}
    if len(given) != 1 or headed:
        return None
    table = [block for block in blocks[: 3 * _FIRST] if block.kind is BlockKind.CELL]
    return CaseLabel(title, kind, given.pop(), " and ".join(subjects_in(table)) or None)


def subjects_in(cells: Sequence[Block]) -> list[str]:
    """The children in the first column of the first table that gives the age and the sex of each of its rows."""
    for _, table in groupby(cells, key=lambda cell: cell.table):
        own = list(table)
        heads = {
            cell.column_head
            for cell in own
            if cell.column_head and cue("passages", "person-column").search(cell.column_head)
        }
        names = [cell.text for cell in own if cell.column == 1 and (cell.row or 0) > 1]
        if len(heads) > 1 and names and all(_named(name) == name for name in names):
            return names
    return []


def _named(value: str) -> str | None:
    """The name that a field opens with ("J, male, 15"), where it is one."""
    name = re.split(r"[,;(]|\s[–—-]\s", value)[0].strip(" \"“”‘’'")
    person = re.fullmatch(PEOPLE, name) or re.fullmatch(INITIALS, name)
    return name if person or (re.fullmatch(PSEUDONYM, name) and not is_common(name)) else None


def _fields(blocks: Sequence[Block]) -> Iterator[tuple[str, str]]:
    """Labels with what they say: cells side by side, lines with a colon, and a label alone above its line."""
    for block, below in pairwise(blocks):
        if block.kind is BlockKind.CELL:
            beside = below.kind is BlockKind.CELL and (below.table, below.row) == (block.table, block.row)
            if beside and block.column == 1:
                yield block.text.strip(" :"), below.text.strip()
        elif block.text.endswith(":") and below.kind is BlockKind.PARAGRAPH:
            yield block.text.strip(" :"), below.text.strip()
        elif ": " in block.text and len(block.text.split()) <= _LINE:
            key, _, value = block.text.partition(": ")
            yield key.strip(), value.strip()
