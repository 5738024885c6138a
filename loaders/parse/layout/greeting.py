"""Whether a text is a letter: it greets somebody."""

from __future__ import annotations

from loaders.blocks import Block
from loaders.parse.layout.title_page import FRONT


def is_letter(blocks: list[Block]) -> bool:
    """Whether a text greets somebody on its first page."""
    return any(block.text.startswith("Dear ") for block in blocks[: 2 * FRONT])
