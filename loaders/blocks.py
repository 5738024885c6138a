"""What `read` yields: pages of ordered blocks, the same for every format. Knows files, not safeguarding."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    NUMBERED = "numbered"  # a paragraph or list item with a printed number ("3.2", "R1", "10."), kept in `number`
    CELL = "cell"
    FOOTNOTE = "footnote"  # a note at the foot of a page, apart from the text it explains
    FURNITURE = "furniture"  # running headers and footers, page numbers: kept so that nothing is dropped in silence


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph, list item or table cell, in reading order.

    `text` is `graph.text.printed` of what stands there: white space joined, bullet sign, mark-up and line-end hyphens
    gone. `page` counts from 1 and is None where the format has no pages; `line` counts from 1 (first line of the block
    in the file) and is None where the format has no lines.
    """

    kind: BlockKind
    text: str
    page: int | None = None
    line: int | None = None
    level: int = 0  # heading depth (1 = title) or list depth (1 = outermost); 0 otherwise
    number: str | None = None  # the printed number of a NUMBERED block, as printed ("R1", "3.2", "10")
    bold: tuple[str, ...] = ()  # runs printed bold inside the text
    size: float | None = None  # font size in points where known
    boxed: bool = False  # inside a drawn box ("case study")
    row: int | None = None  # table cells: row, column, and the heads that say what the cell means
    column: int | None = None
    row_head: str | None = None
    column_head: str | None = None
    table: str | None = None  # cells: which table they stand in, as a person would name it (sheet name, "table 3")
    value: str | None = None  # cells: the ISO date behind what is shown, where the file stores a date
    fill: str | None = None  # cells: background colour as RRGGBB; None for none or white
    struck: tuple[str, ...] = ()  # runs printed struck through inside the text
    merged: tuple[int, int] | None = None  # cells: row and column of the first cell, where several are merged into one
    raw: str = ""  # the block exactly as in the file, for the check that every quotation is found again


@dataclass(frozen=True, slots=True)
class Page:
    """The plain text of one page, in reading order, against which quotations are checked.

    `running` leaves furniture and footnotes out: what runs over a page end stands in this page's and the next's.
    """

    number: int | None
    text: str
    running: str = ""


COLOUR_ALONE = "by colour alone; it is not read"  # how a note ends where words are all that is read


@dataclass(frozen=True, slots=True)
class Shape:
    """A table cell that covers several, or says something by its colour and holds no words: what blocks cannot show."""

    table: str
    row: int
    column: int
    tall: int = 1  # rows it covers
    wide: int = 1  # columns it covers
    fill: str | None = None  # RRGGBB


@dataclass(slots=True)
class SourceText:
    """A file as read: blocks and pages, with what was noticed on the way."""

    name: str  # file name, no folder
    sha256: str
    format: str  # "text", "pdf", …
    pages: list[Page] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    paged: bool = False  # False: `page` is None everywhere and `line` says where
    metadata: dict[str, str] = field(default_factory=dict)  # what the file says of itself (title, created …)
    shapes: list[Shape] = field(default_factory=list)  # of text documents; a sheet gives every cell as a block
    notes: list[tuple[str, str]] = field(default_factory=list)  # (where, message): lost pictures, empty pages …
