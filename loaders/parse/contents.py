"""Contents pages: which lines after "Contents" belong to it. They list headings that come again and open nothing."""

from __future__ import annotations

import re

from loaders.blocks import Block
from loaders.parse.sections import folded

_LINE = re.compile(r"(?:\.{2,}|\s)\s*\d{1,3}(?:\s*[-–]\s*\d{1,3})?$")


class Contents:
    """Open from the heading "Contents" until a heading comes that was listed, or prose begins."""

    def __init__(self) -> None:
        self._listed: set[str] | None = None

    def open(self) -> None:
        """The heading "Contents" was met."""
        self._listed = set()

    def holds(self, block: Block) -> bool:
        """Whether this block is a line of an open contents page."""
        if self._listed is None:
            return False
        bare = folded(_LINE.sub("", block.text).rstrip(". "))
        if _LINE.search(block.text):
            self._listed.add(bare)
            return True
        if bare in self._listed or len(block.text.split()) > 14:
            self._listed = None
            return False
        return True
