"""Whether headings, lists and tables part a text and say what stands below them, or nothing but its sentences does."""

from __future__ import annotations

from itertools import pairwise

from loaders.blocks import Block, BlockKind
from loaders.parse.layout.document import Front
from loaders.parse.layout.greeting import is_letter
from loaders.parse.passages import ITEMS
from loaders.parse.sections import meaning_of


def nothing_but_prose(blocks: list[Block], first: Front) -> bool:
    """Whether no heading that is understood, no list and no table says what anything is.

    A letter may list what it asks for, below all it tells.
    """
    below = [block for block in blocks if block not in first.title]
    parted = (BlockKind.CELL,) if is_letter(blocks) else ITEMS
    if first.default or first.subjects or any(block.kind in parted for block in below):
        return False
    told = [block for block in below if block.kind is not BlockKind.FURNITURE]
    heads = [block for block, following in pairwise(told) if following.kind is not BlockKind.HEADING]
    # the office that signs at the end heads nothing
    return not any(block.kind is BlockKind.HEADING and meaning_of(block.text) for block in heads)


def topics_part(blocks: list[Block], first: Front) -> bool:
    """Whether headings below the title part the text, so that what one of them opens ends with the next."""
    told = [block for block in blocks if block not in first.title and block.kind is not BlockKind.FURNITURE]
    heads = (one for one, below in pairwise(told) if below.kind is not BlockKind.HEADING)
    return sum(block.kind is BlockKind.HEADING for block in heads) > 1
