"""The reference and the name of the one case a document is about, from the fields of its form.

A form or a note of a review is headed by its kind alone ("Rapid review: findings and decision"); which review it is
stands in a table of two columns or in lines with a label ("Reference: RR/2031/03", "Child: J, male, 15").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from loaders.blocks import Block, BlockKind
from loaders.parse.cases.naming import INITIALS, PEOPLE, PSEUDONYM, CaseLabel, is_common

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
