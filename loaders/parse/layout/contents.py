"""Contents pages: which lines after "Contents" belong to it. They list headings that come again and open nothing."""

from __future__ import annotations

import re

from loaders.blocks import Block, BlockKind
from loaders.parse.sections import folded

_LINE = re.compile(r"(?:\.{2,}|\s)\s*\d{1,3}(?:\s*[-–]\s*\d{1,3})?$")


class Contents:
    """Open from the heading "Contents" until a heading comes that was listed, or prose begins."""

    def __init__(self) -> None:
        self._listed: set[str] | None = None
        self._bulleted = False  # its lines are items of a list, so that any heading ends it

    def open(self) -> None:
        """The heading "Contents" was met."""
        self._listed, self._bulleted = set(), False

    def holds(self, block: Block) -> bool:
        """Whether this block is a line of an open contents page."""
        if self._listed is None:
            return False
        if block.kind is BlockKind.HEADING and self._bulleted:
            self._listed = None
            return False
        self._bulleted = block.kind is BlockKind.BULLET
        bare = folded(_LINE.sub("", block.text).rstrip(". "))
        if _LINE.search(block.text):
            self._listed.add(bare)
            return True
        if bare in self._listed or len(block.text.split()) > 14:
            self._listed = None
            return False
        self._listed.add(bare)
        return True
