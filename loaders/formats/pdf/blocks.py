"""Blocks from drafts: headings told from text, list items, table cells, furniture and footnotes."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable
from itertools import groupby

from loaders.blocks import Block, BlockKind
from loaders.formats.pdf.drafts import Draft, drafts, large
from loaders.formats.pdf.lines import Line, visible
from loaders.formats.pdf.tables import Grid
from loaders.formats.pdf.text import bold_runs, text
from loaders.formats.pdf.type import Usual

_MOST_HEADING = (200, 28, 4)  # characters, words, lines
_WORD = re.compile(r"[^\W\d_]{3,}")
_LETTER_AGED = re.compile(r"[A-Z](?:(?:,| and| &) [A-Z])*,? \(?(?:aged )?1?\d\)?$")  # a child by its letter: "K, 15"
_ADDRESS = re.compile(r"https?:|www\.|@")
_COLOUR_STEP = 70  # of 255: a colour that differs less is the same to the eye
_DEEPEST = 6
_LIST = 3  # headings of one style with nothing between them
_SAME = 4.0  # points between the sides of one box on two pages


def blocks(
    pages: list[list[Line]], furniture: set[int], notes: set[int], grids: dict[int, Grid], usual: Usual
) -> list[Block]:
    """All blocks in reading order. `furniture` and `notes` are `id`s of lines; `grids` by table `id`."""
    order = {id(line): at for at, line in enumerate(line for lines in pages for line in lines)}
    parts = _boxes(pages, furniture | notes)
    streams: dict[object, list[Line]] = {}
    for line in (line for lines in pages for line in lines):
        streams.setdefault(_stream(line, furniture, notes, grids, parts), []).append(line)
    made: list[tuple[int, Block]] = []
    headings: list[tuple[int, Draft]] = []
    loose = _loose(streams, usual)
    for key, stream in streams.items():
        kind = key[0] if isinstance(key, tuple) else key
        for draft in drafts(stream, usual):
            at = order[id(draft.first)]
            if kind == "furniture":
                made.append((at, _block(BlockKind.FURNITURE, draft, usual)))
            elif kind == "note":
                made.append((at, _note(draft, usual)))
            elif kind == "cell" and key not in loose:
                made.append((at, _cell(draft, usual, grids)))
            elif is_heading(draft, usual):
                headings.append((at, draft))
            else:
                made.append((at, _text_block(draft, usual)))
    headings, bare = _supported(headings, made, usual)
    made += [(at, _text_block(d, usual)) for at, d in bare]
    styles = sorted({_style(draft) for _, draft in headings}, reverse=True)
    levels = {style: min(depth, _DEEPEST) for depth, style in enumerate(styles, 1)}
    for at, draft in headings:
        if draft.number and draft.number[:1].isalpha():  # "Priority 1: Neglect": the number is part of the heading
            draft.number, draft.skip = None, 0
        made.append((at, _block(BlockKind.HEADING, draft, usual, levels[_style(draft)])))
    return [block for _, block in sorted(made, key=lambda pair: pair[0]) if any(c.isalnum() for c in block.text)]


def _boxes(pages: list[list[Line]], apart: set[int]) -> dict[int, int]:
    """The first part of every box, by `id`: a box at a page's end goes on in one of the same width on the next page."""
    result: dict[int, int] = {}
    before: Line | None = None
    for lines in pages:
        text = [line for line in lines if id(line) not in apart]
        for line in text:
            if line.box and id(line.box) not in result:
                goes_on = (
                    line is text[0]
                    and before is not None
                    and before.box
                    and max(abs(before.box.left - line.box.left), abs(before.box.right - line.box.right)) < _SAME
                )
                result[id(line.box)] = result[id(before.box)] if goes_on and before else id(line.box)
        before = text[-1] if text else None
    return result


def _stream(line: Line, furniture: set[int], notes: set[int], grids: dict[int, Grid], boxes: dict[int, int]) -> object:
    """What a line is read on with: the main text, its box, its cell (over pages), its page's furniture or notes."""
    if id(line) in furniture:
        return "furniture", line.page, round(line.base)
    if id(line) in notes:
        return "note", line.page
    if line.cell:
        grid = grids[id(line.cell[0])]
        return "cell", id(grid), grid.places[id(line.cell[1])], id(line.cell[1]) in grid.repeated
    return ("box", boxes[id(line.box)]) if line.box else "main"


def _loose(streams: dict[object, list[Line]], usual: Usual) -> set[object]:
    """Keys of cell streams that are no table: rules that only arrange a page or frame a text.

    These are all cells of a grid where most cells have a heading of their own over text, whose only row is in large
    type, or with words in one column only; and single cells as wide as the grid that hold running text.
    """
    cells: dict[int, list[tuple[object, list[Draft], bool]]] = {}
    for key, stream in streams.items():
        if isinstance(key, tuple) and key[0] == "cell":
            table, cell = stream[0].cell
            whole = cell.wide >= len(table.columns) - 1 and len(table.columns) > 2
            cells.setdefault(key[1], []).append((key, drafts(stream, usual), whole))
    result: set[object] = set()
    for grid in cells.values():
        framed = {key for key, found, whole in grid if whole and sum(len(d.lines) for d in found) > _MOST_HEADING[2]}
        others = [(key, found) for key, found, _ in grid if key not in framed]
        own = sum(
            len(found) > 1 and is_heading(found[0], usual) and not is_heading(found[1], usual) for _, found in others
        )
        plain = all(large(line, usual) for _, found in others for draft in found for line in draft.lines)
        rows = {key[2][0] for key, _ in others if isinstance(key, tuple)}
        columns = {key[2][1] for key, _, _ in grid if isinstance(key, tuple)}
        if (len(others) > 1 and 2 * own > len(others)) or (plain and len(rows) == 1) or len(columns) == 1:
            framed |= {key for key, _ in others}
        result |= framed
    return result


def is_heading(draft: Draft, usual: Usual) -> bool:
    """Whether a block is a heading: short, and set apart from the text by size, weight, colour or capitals."""
    words = " ".join(line.text for line in draft.lines)
    characters, count, lines = _MOST_HEADING
    if len(words) > characters or len(words.split()) > count or len(draft.lines) > lines:
        return False
    if (draft.item and draft.number is None) or draft.first.part:
        return False
    named = _WORD.search(words) or _LETTER_AGED.match(words)
    if draft.lines[-1].counted() or not named or _ADDRESS.search(words):
        return False
    big = all(large(line, usual) for line in draft.lines)
    if words.endswith((".", ";", ",")) and not (big and len(words.split()) <= 12):
        return False
    if big:
        return True
    if any(line.size < 0.92 * usual.size for line in draft.lines):
        return False
    bold = all(line.bold for line in draft.lines) and not usual.bold
    coloured = all(line.colour >= 0 and _far(line.colour, usual.colour) for line in draft.lines)
    capitals = words.upper() == words and len(words.split()) > 1 and len(_WORD.findall(words)) > 1
    return bold or coloured or capitals


def _far(one: int, two: int) -> bool:
    return two >= 0 and max(abs((one >> s & 255) - (two >> s & 255)) for s in (0, 8, 16)) > _COLOUR_STEP


def _supported(
    headings: list[tuple[int, Draft]], made: list[tuple[int, Block]], usual: Usual
) -> tuple[list[tuple[int, Draft]], list[tuple[int, Draft]]]:
    """Headings, and those that are none: three or more of one style in a row are a list of names or the like."""
    texts = sorted(at for at, block in made if block.kind != BlockKind.FURNITURE)
    runs: list[list[tuple[int, Draft]]] = []
    for at, draft in sorted(headings, key=lambda pair: pair[0]):
        last = runs[-1][-1] if runs else None
        between = last is not None and bisect(texts, at) != bisect(texts, last[0])
        if last is None or between or _style(last[1]) != _style(draft) or large(draft.first, usual):
            runs.append([])
        runs[-1].append((at, draft))
    bare = [pair for run in runs if len(run) >= _LIST for pair in run]
    return [pair for run in runs if len(run) < _LIST for pair in run], bare


def _style(draft: Draft) -> tuple[int, bool, bool]:
    first = draft.first
    return round(first.size), first.bold, first.text.upper() == first.text


def _text_block(draft: Draft, usual: Usual) -> Block:
    if not draft.item:
        return _block(BlockKind.PARAGRAPH, draft, usual)
    return _block(BlockKind.BULLET if draft.number is None else BlockKind.NUMBERED, draft, usual, draft.level)


def _note(draft: Draft, usual: Usual) -> Block:
    mark = draft.first.words[0].text
    if not draft.item and mark.isdigit() and len(draft.first.words) > 1:
        draft.number, draft.skip = mark, 1
    return _block(BlockKind.FOOTNOTE, draft, usual)


def _cell(draft: Draft, usual: Usual, grids: dict[int, Grid]) -> Block:
    table, cell = draft.first.cell
    grid = grids[id(table)]
    row, column = grid.places[id(cell)]
    kind = BlockKind.FURNITURE if id(cell) in grid.repeated else BlockKind.CELL
    row_head, column_head = grid.heads(row, column)
    return _block(kind, draft, usual, draft.level, (row, column, row_head, column_head), grid.name)


def _block(
    kind: BlockKind,
    draft: Draft,
    usual: Usual,
    level: int = 0,
    place: tuple[int | None, int | None, str | None, str | None] = (None, None, None, None),
    table: str | None = None,
) -> Block:
    first = draft.first
    return Block(
        kind=kind,
        text=text(draft.lines, usual.words, draft.skip),
        page=first.page,
        level=level,
        number=draft.number,
        bold=bold_runs(draft.lines, usual.words, draft.skip),
        size=round(first.size, 1),
        boxed=first.box is not None or (kind != BlockKind.CELL and first.cell is not None),
        row=place[0],
        column=place[1],
        table=table,
        row_head=place[2],
        column_head=place[3],
        raw=printed_lines(draft.lines),
    )


def printed_lines(lines: Iterable[Line]) -> str:
    """The lines as they stand on the page, one a line; those on one base line together."""
    return "\n".join(
        " ".join(visible(line.text) for line in row)
        for _, row in groupby(lines, key=lambda one: (one.page, one.flow, round(one.base)))
    )
