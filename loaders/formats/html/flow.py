"""The walk through a web page: block elements to paragraphs, headings, list items and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from loaders.blocks import BlockKind
from loaders.formats.drafts import Draft, Run
from loaders.formats.grid import Cell, Table
from loaders.formats.html.tags import BLOCKS, DROPPED, in_heading, is_around, is_hidden, name_of, opens_part, words
from loaders.formats.numbering import roman

_WEIGHT = re.compile(r"font-weight\s*:\s*(bold|[6-9]00)", re.I)
_SIZES = {1: 24.0, 2: 18.0, 3: 14.0, 4: 12.0, 5: 10.0, 6: 8.0}  # points in which browsers show headings by default
_MARK = re.compile(r"^[\[(]?\d{1,3}[\])]?$")
_MOST_COLUMNS = 200
_PARAGRAPHS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol")


def _fills_line(one: Any) -> bool:
    """Whether nothing but a line break follows an element: set apart so, its words are a heading, bold or not."""
    following = one.getnext()
    return following is not None and name_of(following) == "br" and not (one.tail or "").strip()


class Flow:
    """The paragraphs of a page in order; `main` is its main part, all around it is furniture."""

    def __init__(self, main: Any) -> None:
        self.main = main
        self.tables = self.pictures = self.frames = self.hidden = 0
        self.out: list[Draft] = []
        self.runs: list[Run] = []
        self.line: int | None = None
        self.shape = Draft([])  # what the next paragraph is
        self.item: Draft | None = None  # the list item that further text belongs to
        self.furniture = False
        self.boxed = False
        self.counts: dict[Any, int] = {}  # the next number of each counted list

    def of(self, page: Any) -> list[Draft]:
        """All paragraphs of a page."""
        self.furniture = page is not self.main
        self._walk(page)
        self._flush()
        return self.out

    def report(self) -> list[tuple[str, str]]:
        """What was met and not read."""
        notes = []
        for count, noun, state in (
            (self.pictures, "picture", "not read"),
            (self.frames, "page", "shown inside the page and not read"),
            (self.hidden, "word", "marked as hidden and not read"),
        ):
            if count:
                notes.append(("page", f"{count:,} {noun}{' is' if count == 1 else 's are'} {state}"))
        return notes

    def _flush(self) -> None:
        """End a paragraph."""
        runs, self.runs = self.runs, []
        shape, self.shape = self.shape, Draft([])
        if not any(run.text.strip() for run in runs):
            if shape.kind in (
                BlockKind.BULLET,
                BlockKind.NUMBERED,
            ):  # an item whose text stands in a paragraph of its own
                self.shape = shape
            return
        if shape.kind is None and self.item is not None and self.out and self.out[-1] is self.item:
            self.item.runs += [Run(" "), *runs]
            return
        shape.runs, shape.line = runs, self.line
        shape.boxed = self.boxed
        if self.furniture:
            shape.kind, shape.label = BlockKind.FURNITURE, None
        elif shape.kind in (BlockKind.BULLET, BlockKind.NUMBERED):
            self.item = shape
        self.out.append(shape)

    def _text(self, text: str | None, element: Any, bold: bool, struck: bool, pre: bool) -> None:
        if not text:
            return
        if not any(run.text.strip() for run in self.runs) and text.strip():
            self.line = element.sourceline
        self.runs.append(Run(text if pre else re.sub(r"\s+", " ", text), bold, struck))

    def _walk(self, element: Any, bold: bool = False, struck: bool = False, pre: bool = False) -> None:
        """The inside of an element, then what follows each child."""
        self._text(element.text, element, bold, struck, pre)
        for one in element:
            self._child(one, bold, struck, pre)
            self._text(one.tail, one, bold, struck, pre)

    def _child(self, one: Any, bold: bool, struck: bool, pre: bool) -> None:
        name = name_of(one)
        if name == "br":
            self.runs.append(Run("\n", bold))
        elif name in ("img", "picture", "svg"):
            self.pictures += not self.furniture
        elif name in ("iframe", "frame"):
            self.frames += 1
        elif not name or (name in DROPPED and not opens_part(one)):
            return
        elif is_hidden(one):
            self.hidden += words(one)
        elif name == "sup" and _MARK.match("".join(one.itertext()).strip()) and next(one.iter("a"), None) is not None:
            return
        elif name == "table":
            self._table(one)
        elif name in BLOCKS or one.get("role") == "heading" or (name == "button" and not in_heading(one)):
            self._block(one, name, bold, struck, pre or name == "pre")
        else:
            bold = bold or name in ("b", "strong") or bool(_WEIGHT.search(one.get("style") or ""))
            bold = bold or (name in ("em", "i", "u") and not self._begun() and _fills_line(one))
            self._walk(one, bold, struck or name in ("s", "del", "strike"), pre)

    def _begun(self) -> bool:
        """Whether text of the block at hand stands before."""
        return any(run.text.strip() for run in self.runs)

    def _block(self, one: Any, name: str, bold: bool, struck: bool, pre: bool) -> None:
        self._flush()
        before = self.furniture, self.boxed, self.item
        if one is self.main:
            self.furniture = False
        elif is_around(one):
            self.furniture = True
        self.boxed = self.boxed or name == "aside"
        level = _heading(one, name)
        if level:
            self.shape = Draft([], BlockKind.HEADING, level=level, size=_SIZES[level])
        elif name == "button":  # opens a part of the page and stands under no heading of its own
            self.shape = Draft([], BlockKind.HEADING, level=3, size=_SIZES[3])
            level = 3
        elif name == "li" and next(one.iter("h1", "h2", "h3", "h4", "h5", "h6", "table"), None) is None:
            self.shape = self._item(one)
            self.item = None
        self._walk(one, bold or name in ("dt", "summary", "legend"), struck, pre)
        self._flush()
        if level or name == "li":
            self.shape = Draft([])
        self.furniture, self.boxed = before[:2]
        if name == "li":
            self.item = before[2]

    def _item(self, element: Any) -> Draft:
        """What a list item is: a bullet, or a number that the browser counts."""
        lists = list(element.iterancestors("ul", "ol", "menu", "dir"))
        if not lists or name_of(lists[0]) != "ol":
            return Draft([], BlockKind.BULLET, level=max(len(lists), 1))
        above = lists[0]
        down = above.get("reversed") is not None
        if above not in self.counts:
            first = sum(name_of(one) == "li" for one in above) if down else 1
            self.counts[above] = _number(above.get("start"), first)
        value = _number(element.get("value"), self.counts[above])
        self.counts[above] = value + (-1 if down else 1)
        return Draft([], BlockKind.NUMBERED, level=len(lists) - 1, label=f"{_sign(value, above.get('type') or '1')}.")

    def _table(self, element: Any) -> None:
        """A table, or the paragraphs in it where it only arranges the page."""
        self._flush()
        if _arranges(element):
            for one in element.iter("caption", "td", "th"):
                if next(one.iterancestors("table"), None) is element:
                    self._walk(one)
                    self._flush()
            return
        self.tables += 1
        table = Table(f"table {self.tables}")
        until: dict[int, int] = {}  # the last row that a cell from above covers, by column
        for number, row in enumerate(_rows(element), 1):
            column = 1
            for cell in row:
                if name_of(cell) not in ("td", "th") or is_hidden(cell):
                    continue
                while until.get(column, 0) >= number:
                    column += 1
                wide, tall = _span(cell, "colspan"), _span(cell, "rowspan")
                until |= dict.fromkeys(range(column, column + wide), number + tall - 1)
                head = name_of(cell) == "th"
                table.cells.append(Cell(number, column, self._cell(cell, head), wide, tall, head, _fill(cell)))
                column += wide
        for caption in element.iterchildren("caption"):
            self._walk(caption, bold=True)
            self._flush()
        self.out += table.drafts()

    def _cell(self, cell: Any, head: bool) -> list[Draft]:
        """The paragraphs of a cell."""
        out, self.out, item, self.item = self.out, [], self.item, None
        self._walk(cell, bold=head)
        self._flush()
        found, self.out, self.item = self.out, out, item
        return found


def _arranges(table: Any) -> bool:
    """Whether a table only arranges a page, as letters sent by mail do: it holds tables, or columns of paragraphs."""
    inside = any(one is not table for one in table.iter("table", "form"))
    if (table.get("role") or "") in ("presentation", "none") or inside:
        return True
    rows = list(_rows(table))
    cells = [cell for row in rows for cell in row if name_of(cell) in ("td", "th")]
    if len(rows) != 1 or any(name_of(cell) == "th" for cell in cells):
        return False
    return any(sum(name_of(one) in _PARAGRAPHS for one in cell.iter()) > 1 for cell in cells)


def _heading(element: Any, name: str) -> int:
    if re.fullmatch(r"h[1-6]", name):
        return int(name[1])
    if element.get("role") == "heading":
        level = element.get("aria-level") or "2"
        return int(level) if level in "123456" else 2
    return 0


def _sign(value: int, kind: str) -> str:
    """A count as the list's `type` shows it."""
    sign = str(value)
    if kind in ("a", "A") and value > 0:
        sign = chr(97 + (value - 1) % 26)
    elif kind in ("i", "I"):
        sign = roman(value)
    return sign.upper() if kind in ("A", "I") else sign


def _rows(table: Any) -> Iterator[Any]:
    for one in table:
        if name_of(one) == "tr" and not is_hidden(one):
            yield one
        elif name_of(one) in ("thead", "tbody", "tfoot"):
            yield from (row for row in one if name_of(row) == "tr" and not is_hidden(row))


def _span(cell: Any, name: str) -> int:
    return min(max(_number(cell.get(name), 1), 1), _MOST_COLUMNS)


def _number(text: str | None, default: int) -> int:
    return int(text) if text and re.fullmatch(r"-?\d{1,6}", text.strip()) else default


def _fill(cell: Any) -> str | None:
    colour = re.search(r"background(?:-color)?\s*:\s*#([0-9a-f]{6})\b", cell.get("style") or "", re.I)
    found = (colour[1] if colour else (cell.get("bgcolor") or "").removeprefix("#")).upper()
    return found if re.fullmatch(r"[0-9A-F]{6}", found) and found != "FFFFFF" else None
