"""A sheet whose rows are cases, or points: titles above its head, bands between its rows and notes below, told apart.

A workbook or CSV is a tracker of actions wherever a table of actions stands in it (`loaders.trackers`). Where none
does, and a column names cases beside columns that tell of them, or a head says that what stands below it is learning,
what is asked or what is done, it is read as the document that it is.
"""

from __future__ import annotations

from dataclasses import replace

from loaders.blocks import Block, BlockKind, SourceText
from loaders.parse.cases.headings import case_label
from loaders.parse.cues import cue
from loaders.parse.sections import meaning_of

_HEAD = 9  # words of the head of a column
_LEAST_HEADS = 3
_SENTENCE = 5  # words
_POINTS = ("finding", "recommendation", "action")
_TELLING = ("finding", "recommendation", "action", "context")


def tells_in_rows(source: SourceText) -> bool:
    """Whether some sheet is a table of cases, or of points under a head that says what they are."""
    return any(_head(rows) is not None for rows in _sheets(source.blocks).values())


def arranged(source: SourceText) -> SourceText:
    """The source with such sheets as a document has them: text, then a table with heads, then text."""
    sheets = _sheets(source.blocks)
    heads = {table: _head(rows) for table, rows in sheets.items()}
    blocks: list[Block] = []
    for block in source.blocks:
        head = heads.get(block.table)
        if head is None:
            blocks.append(block)
        elif block.kind is not BlockKind.CELL or block.row is None:
            blocks.append(replace(block, kind=BlockKind.FURNITURE))  # the name of a sheet
        else:
            blocks += _placed(block, sheets[block.table][block.row], head, sheets[block.table][head])
    return replace(source, blocks=blocks)


def _sheets(blocks: list[Block]) -> dict[str | None, dict[int, list[Block]]]:
    found: dict[str | None, dict[int, list[Block]]] = {}
    for block in blocks:
        if block.kind is BlockKind.CELL and block.row is not None and block.text:
            found.setdefault(block.table, {}).setdefault(block.row, []).append(block)
    return found


def _head(rows: dict[int, list[Block]]) -> int | None:
    """The row that heads a table of cases, else the one that heads points."""
    return _heads_cases(rows) or _heads_points(rows)


def _heads_points(rows: dict[int, list[Block]]) -> int | None:
    """The row that heads points: one of its heads says what they are, and below it stand sentences."""
    for number, cells in rows.items():
        if len(cells) < 2 or any(len(cell.text.split()) > _HEAD for cell in cells):
            continue
        for cell in cells:
            found = meaning_of(cell.text)
            if found is None or found.becomes not in _POINTS:
                continue
            below = [
                one.text for row, others in rows.items() if row > number for one in others if one.column == cell.column
            ]
            if below and 2 * sum(len(text.split()) >= _SENTENCE for text in below) > len(below):
                return number
    return None


def _heads_cases(rows: dict[int, list[Block]]) -> int | None:
    """The row that heads cases: one column names them, others tell of them, and rows below are cases."""
    for number, cells in rows.items():
        texts = {cell.text for cell in cells}
        if len(texts) < _LEAST_HEADS or any(len(text.split()) > _HEAD for text in texts):
            continue
        named = next((cell.column for cell in cells if cue("passages", "case-column").search(cell.text)), None)
        if named is None or not any(_tells(text) for text in texts):
            continue
        below = [cell.text for row, others in rows.items() if row > number for cell in others if cell.column == named]
        if any(case_label(text, among_cases=True) for text in below):
            return number
    return None


def _tells(head: str) -> bool:
    found = meaning_of(head)
    return bool(cue("passages", "child-column").search(head)) or (found is not None and found.becomes in _TELLING)


def _placed(block: Block, row: list[Block], head: int, heads: list[Block]) -> list[Block]:
    """A cell where it belongs: in the table, or as a line of text where its row holds but one."""
    assert block.row is not None
    alone = len({cell.text for cell in row}) == 1
    if alone:
        line = replace(block, kind=BlockKind.PARAGRAPH, row=None, column=None, table=None)
        return [line] if block is row[0] else []
    if not block.text or block.row < head:
        return [replace(block, row=None, column=None, table=None, kind=BlockKind.PARAGRAPH)] if block.text else []
    above = next((cell.text for cell in heads if cell.column == block.column), None)
    return [replace(block, row=block.row - head + 1, column_head=None if block.row == head else above)]
