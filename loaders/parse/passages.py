"""What the outline yields: units of text, each with its section's meaning, its case, its addressee, its priority."""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.blocks import Block, BlockKind
from loaders.parse.cases.naming import CaseLabel
from loaders.parse.sections import Meaning

ITEMS = (BlockKind.BULLET, BlockKind.NUMBERED, BlockKind.CELL)


@dataclass(slots=True)
class Entry:
    """A case in the making: its label and where it opens."""

    label: CaseLabel
    block: Block
    whole: bool = False  # the document is this one case


@dataclass(slots=True)
class PriorityMark:
    """A priority heading."""

    number: str | None
    title: str
    block: Block


@dataclass(slots=True)
class Passage:
    """A unit of text: an item, a sentence, or a paragraph of context."""

    text: str
    block: Block
    meaning: Meaning | None
    entry: Entry | None = None
    heading: str | None = None
    section: str | None = None  # the heading that gave the section its meaning
    addressees: list[str] = field(default_factory=list)
    priority: PriorityMark | None = None
    scrutiny: bool = False  # in the part where an independent scrutineer speaks
    lead: str | None = None  # the lead-in above the list it stands in
    number: str | None = None  # the number that its row of a table prints
    due: str | None = None  # by when, as its row of a table prints it
    stands: str | None = None  # how far the action of its row is, as the row's column of status prints it
    author: str | None = None  # the office that signs the statement it stands in
    by_wording: bool = False  # taken by its words alone, under no heading and by no rule

    @property
    def item(self) -> bool:
        """Whether it stands in a list or table."""
        return self.block.kind in ITEMS


@dataclass(slots=True)
class Outline:
    """The document taken apart."""

    passages: list[Passage] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    priorities: list[PriorityMark] = field(default_factory=list)
    structure: list[Block] = field(default_factory=list)  # headings, titles, contents, lead-ins
    contents: set[int] = field(default_factory=set)  # ids of the lines of a list of contents
