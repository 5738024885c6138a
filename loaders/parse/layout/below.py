"""The text that stands below each heading, by which it is told whom the heading names."""

from __future__ import annotations

import re
from functools import partial
from itertools import takewhile

from loaders.blocks import Block, BlockKind
from loaders.parse.passages import ITEMS

_BELOW = 6  # blocks below a heading in which it is told whom they are about


def texts_below(blocks: list[Block]) -> dict[int, str]:
    """By id of a heading the opening of the text below it, to the next heading that is set as high."""
    found: dict[int, str] = {}
    for at, head in enumerate(blocks):
        if head.kind is BlockKind.HEADING:
            part = takewhile(partial(_deeper, head), blocks[at + 1 : at + _BELOW])
            told = [block.text for block in part if block.kind in (BlockKind.PARAGRAPH, *ITEMS)]
            found[id(head)] = " ".join(text if text[-1:] in ".?!" else f"{text}." for text in told)
    return found


def _deeper(top: Block, block: Block) -> bool:
    """Whether a block stands below a heading, and is none that is set as high."""
    return block.kind is not BlockKind.HEADING or 0 < top.level < block.level


def explaining(blocks: list[Block]) -> set[int]:
    """The ids of lines that only explain the heading of a box which holds nothing else, as forms print them.

    "Improving systems", and below it in the same box "What should be in place so that it makes a difference".
    """
    return {
        id(line)
        for head, line, after in zip(blocks, blocks[1:], [*blocks[2:], None], strict=False)
        if head.boxed and head.kind is BlockKind.HEADING and line.boxed and line.kind is BlockKind.PARAGRAPH
        if (after is None or not after.boxed) and not re.search(r"[.!?:;]\W*$", line.text)
    }
