"""Where a chronology begins and goes on inside a case, whatever the heading above it says."""

from __future__ import annotations

import re

from loaders.blocks import Block, BlockKind
from loaders.parse.layout.place import Place
from loaders.parse.sections import meaning

_YEARS_ALONE = re.compile(r"^(?:19|20)\d\d(?:\s*(?:[-–/]|to)\s*(?:(?:19|20)?\d\d|present))?\s*:?$")
_DATED = re.compile(
    r"^(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:\s+(?:19|20)\d\d)?\s*[:–-]"
    r"|^\d{1,2}[./]\d{1,2}[./]\d{2,4}\b",
    re.I,
)


class Dating(Place):
    """A place that knows dated lines."""

    def in_chronology(self, block: Block, following: Block | None) -> bool:
        """Inside a case, years that stand alone above dated lines open a chronology, whatever heading is above."""
        if self.entry is None:
            return False
        if (
            _YEARS_ALONE.match(block.text)
            and following is not None
            and (_DATED.match(following.text) or self._dating())
        ):
            self.enter(meaning("chronology"), block.level)
            return True
        if block.kind is not BlockKind.HEADING and _DATED.match(block.text) and self._may_date(following):
            self.enter(meaning("chronology"), self.level)
        return self._dating() and block.kind is not BlockKind.HEADING

    def _dating(self) -> bool:
        return self.section is not None and self.section.becomes == "chronology"

    def _may_date(self, following: Block | None) -> bool:
        plain = self.section is None or self.section.becomes == "context"
        return plain and self.lead is None and following is not None and bool(_DATED.match(following.text))
