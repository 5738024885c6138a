"""Tables that a file marks as such: which cells are heads, and which tables only arrange a page."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from graph.text import printed
from loaders.blocks import BlockKind, Shape
from loaders.formats.drafts import Draft, Place

_MOST_HEAD = 15  # words in the head of a row or column


@dataclass(slots=True)
class Cell:
    """A cell with its paragraphs; `row` and `column` count from 1 and are those of its upper left corner."""

    row: int
    column: int
    drafts: list[Draft]
    wide: int = 1  # columns it covers
    tall: int = 1  # rows it covers
    head: bool = False  # the file says so
    fill: str | None = None  # its ground as RRGGBB

    @property
    def empty(self) -> bool:
        """Whether nothing is written in it."""
        return not any(draft.text.strip() for draft in self.drafts)

    @property
    def text(self) -> str:
        """All of it."""
        return printed(" ".join(f"{draft.label or ''} {draft.text}" for draft in self.drafts))

    @property
    def bold(self) -> bool:
        """Whether every letter is bold."""
        return all(draft.bold for draft in self.drafts)


@dataclass(slots=True)
class Table:
    """A table; `headed` and `stubbed` where the file says that the first row and column are heads."""

    name: str
    cells: list[Cell] = field(default_factory=list)
    headed: bool = False
    stubbed: bool = False

    def coloured(self) -> int:
        """How many cells of a coloured table say something by their colour alone."""
        words = any(cell.fill and not cell.empty for cell in self.cells if cell.row > 1)
        bare = {cell.fill for cell in self.cells if cell.fill and cell.empty and cell.row > 1}
        return sum(bool(cell.fill) and cell.empty for cell in self.cells) if len(bare) > 1 or (bare and words) else 0

    def shapes(self) -> list[Shape]:
        """The cells that cover several, and those with a colour and no words."""
        return [
            Shape(self.name, c.row, c.column, c.tall, c.wide, c.fill)
            for c in self.cells
            if c.tall > 1 or c.wide > 1 or (c.fill and c.empty)
        ]

    def drafts(self) -> list[Draft]:
        """The paragraphs in reading order, with their place and heads; as plain text where the table only arranges."""
        self.cells = [cell for cell in self.cells if not cell.empty]
        if not self.cells:
            return []
        columns = max(cell.column + cell.wide - 1 for cell in self.cells)
        if columns == 1 or len(self.cells) == 1 or self._arranges():
            framed = len(self.cells) == 1
            return [
                replace(draft, boxed=draft.boxed or framed) if framed else draft
                for cell in self.cells
                for draft in cell.drafts
            ]
        self._judge()
        rows, heads = self._heads()
        result = []
        for cell in self.cells:
            apart = (self.headed and cell.row == 1) or cell.wide >= columns
            row = None if apart or cell.column == 1 else rows.get(cell.row)
            head = None if apart else heads.get(cell.column)
            place = Place(self.name, cell.row, cell.column, row, head, cell.fill, cell.wide >= columns)
            result += [replace(d, cell=place, kind=BlockKind.CELL) for d in cell.drafts if d.text.strip()]
        return result

    def _arranges(self) -> bool:
        """Whether most cells have headings of the file's own over text: such a table lays out a page."""
        own = sum(
            any(draft.kind is BlockKind.HEADING for draft in cell.drafts) and len(cell.drafts) > 1
            for cell in self.cells
        )
        return 2 * own > len(self.cells)

    def _judge(self) -> None:
        """Where the file does not say it: the first row is set apart by weight or ground, or short beside the rest."""
        first = [cell for cell in self.cells if cell.row == 1]
        others = [cell for cell in self.cells if cell.row > 1]
        short = all(len(cell.text.split()) <= _MOST_HEAD and not cell.text.endswith(".") for cell in first)
        if len(first) > 1 and others and short:
            bold = all(c.bold for c in first) and 2 * sum(c.bold for c in others) <= len(others)
            shaded = all(bool(c.fill) for c in first) and 2 * sum(bool(c.fill) for c in others) <= len(others)
            brief = all(len(cell.text.split()) <= 6 for cell in first) and 3 * _mean(first) < _mean(others)
            self.headed = self.headed or all(c.head for c in first) or bold or shaded or brief
        stubs = [cell for cell in others if cell.column == 1]
        rows = {cell.row for cell in others}
        marked = bool(stubs) and all(cell.head for cell in stubs)
        brief = 2 * len(stubs) >= len(rows) and all(len(cell.text.split()) <= _MOST_HEAD for cell in stubs)
        self.stubbed = self.stubbed or marked or brief

    def _heads(self) -> tuple[dict[int, str], dict[int, str]]:
        """The heads of rows and of columns, by number."""
        rows: dict[int, str] = {}
        columns: dict[int, str] = {}
        for cell in self.cells:
            if self.headed and cell.row == 1:
                columns |= dict.fromkeys(range(cell.column, cell.column + cell.wide), cell.text)
            elif self.stubbed and cell.column == 1:
                rows |= dict.fromkeys(range(cell.row, cell.row + cell.tall), cell.text)
        return rows, columns


def _mean(cells: list[Cell]) -> float:
    return sum(len(cell.text) for cell in cells) / len(cells)
