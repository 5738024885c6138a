"""The lines of one page in reading order, each knowing its column, box or table cell."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count

from loaders.formats.pdf.aligned import aligned_tables
from loaders.formats.pdf.banners import Banner, banners
from loaders.formats.pdf.columns import MOST_COLUMNS, Inset, inset, ordered
from loaders.formats.pdf.heads import head_rows
from loaders.formats.pdf.jointed import jointed_tables
from loaders.formats.pdf.labelled import labelled_tables
from loaders.formats.pdf.lines import Line, lines
from loaders.formats.pdf.pictures import Picture, pictures
from loaders.formats.pdf.rules import Box, Table, boxes, ruled_tables
from loaders.formats.pdf.words import Shape, Sheet, Word

_BANNER = 0.3  # of the page's width: what sets a heading over columns is as wide
_DOT = (1.5, 10.0)  # points: the least and most a drawn bullet measures


@dataclass(slots=True)
class Layout:
    """A page with its lines in reading order, its ruled tables, and the pictures and charts that are not read."""

    number: int
    width: float
    height: float
    lines: list[Line] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    aligned: list[Table] = field(default_factory=list)  # those of the tables that have no upright rules
    pictures: list[Picture] = field(default_factory=list)
    drawn: list[Banner] = field(default_factory=list)  # rules and grounds that may set a heading over columns
    scattered: bool = False  # words stand in more columns than can be told apart


def layout(sheet: Sheet, flows: count[int], before: Layout | None = None) -> Layout:
    """Put a page's words into lines in reading order.

    `flows` hands out numbers for runs of lines; `before` is the page before, whose last table may go on.
    """
    tables, areas, words = ruled_tables(sheet)
    words = head_rows(tables, sheet, words)
    last = before.aligned[-1].columns if before and before.aligned else None
    aligned, words = aligned_tables(sheet, words, last)
    jointed, words = jointed_tables(sheet, words)
    labelled, words = labelled_tables(sheet, words)
    tables += aligned + jointed + labelled
    frames, words = boxes(sheet, areas, words)
    size = sorted(w.size for w in sheet.words)[len(sheet.words) // 2] if sheet.words else 10.0
    owners: list[Table | Box] = [*frames, *tables]
    owners.sort(key=lambda o: (o.right - o.left) * (o.bottom - o.top))
    homes: dict[int, list[Word]] = {}  # a table in a box is read at its place in the box
    for at, owner in enumerate(owners):
        around = next((o for o in owners[at + 1 :] if isinstance(o, Box) and _within(owner, o)), None)
        signs = inset(owner, owner.left, owner.top, owner.right, owner.bottom, size)
        (homes.setdefault(id(around), []) if around else words).extend(signs)
    page = Layout(
        sheet.number, sheet.width, sheet.height, tables=tables, aligned=aligned, pictures=pictures(sheet, tables)
    )
    page.drawn = banners(sheet.shapes, _BANNER * sheet.width)
    _read(words, page, flows, homes, None)
    if sheet.turned:
        for run, _ in ordered(sheet.turned):
            page.lines += [line for row in run for line in lines(row, sheet.number)]
        for line in page.lines[-1:]:
            line.flow = next(flows)
    _dots(page.lines, sheet.shapes)
    return page


def _within(one: Table | Box, two: Box) -> bool:
    return (
        one is not two
        and two.left - 1 <= one.left
        and one.right <= two.right + 1
        and two.top - 1 <= one.top
        and one.bottom <= two.bottom + 1
    )


def _read(words: list[Word], page: Layout, flows: count[int], homes: dict[int, list[Word]], box: Box | None) -> None:
    """Add the lines of a region, and where a table or box stands in it, theirs."""
    done: set[int] = set()
    for run, beside in ordered(words, page.drawn):
        flow, found = next(flows), list[Line]()
        for row in run:
            signs = [w for w in row.words if isinstance(w, Inset)]
            for sign in signs:
                if id(sign.content) not in done:
                    done.add(id(sign.content))
                    page.lines += found
                    found = []
                    _inner(sign.content, page, flows, homes)
            if signs:
                row.words = [w for w in row.words if not isinstance(w, Inset)]
            pieces = lines(row, page.number) if row.words else []
            page.scattered = page.scattered or len(pieces) > MOST_COLUMNS
            for line in pieces:
                line.flow, line.box, line.main = flow, box, box is None and not beside
                found.append(line)
        page.lines += found
        mine = [line for line in page.lines if line.flow == flow]
        edge = max((line.right for line in mine), default=0.0)
        if box is not None and not beside:
            edge = box.right - max(2.0, min(line.left for line in mine) - box.left) if mine else edge
        for line in mine:
            line.edge = edge


def _inner(content: Table | Box, page: Layout, flows: count[int], homes: dict[int, list[Word]]) -> None:
    if isinstance(content, Box):
        _read(content.words + homes.get(id(content), []), page, flows, homes, content)
        return
    for cell in sorted(content.cells, key=lambda c: (c.row, c.column)):
        edge = cell.edge
        for run, _ in ordered(cell.words):
            flow = next(flows)
            for row in run:
                for line in lines(row, page.number):
                    line.flow, line.cell, line.main = flow, (content, cell), False
                    line.edge = edge
                    page.lines.append(line)


def _dots(found: list[Line], shapes: list[Shape]) -> None:
    """Bullets that are drawn as small shapes or pictures left of a line."""
    low, high = _DOT
    small = [s for s in shapes if low <= s.width <= high and low <= s.height <= high]
    for shape in small:
        middle = (shape.top + shape.bottom) / 2
        for line in found:
            beside = line.top - 1 <= middle <= line.base + 1 and 0 <= line.left - shape.right <= 3 * line.size
            if beside and not line.label:
                line.dot = shape.left
                break
