"""What a format yields before it is decided what it is: paragraphs with their looks, and the places of table cells."""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.blocks import BlockKind


@dataclass(slots=True)
class Run:
    """Some text in one weight; a line break inside a paragraph is "\\n"."""

    text: str
    bold: bool = False
    struck: bool = False


@dataclass(slots=True)
class Place:
    """The place of a table cell: its table as a person would name it, row and column from 1, and what heads them."""

    table: str
    row: int
    column: int
    row_head: str | None = None
    column_head: str | None = None
    fill: str | None = None  # RRGGBB
    whole: bool = False  # it is as wide as the table


@dataclass(slots=True)
class Draft:
    """A paragraph on its way to a block.

    `kind` is None where looks must decide. `label` is a number or sign that the program draws and the text does not
    hold ("3.2.", "R1"). `size` in points.
    """

    runs: list[Run]
    kind: BlockKind | None = None
    level: int = 0
    label: str | None = None
    size: float | None = None
    page: int | None = None
    line: int | None = None
    boxed: bool = False
    cell: Place | None = None
    number: str | None = field(default=None, init=False)

    @property
    def text(self) -> str:
        """The text as the file has it."""
        return "".join(run.text for run in self.runs)

    @property
    def bold(self) -> bool:
        """Whether every letter is bold."""
        return all(run.bold for run in self.runs if any(c.isalnum() for c in run.text))
