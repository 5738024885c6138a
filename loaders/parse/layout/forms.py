"""Tables that are forms or boxes: a label beside what it says, or a heading above it in the same cell.

Such a table is text with headings: read as cells, nothing would say what its second column holds, or the first row of
boxes would be taken for the heads of those below.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from loaders.blocks import Block, BlockKind
from loaders.parse.cases.headings import case_label
from loaders.parse.cues import cue
from loaders.parse.sections import meaning_of

LABEL = 9  # words of a label
_LEAST = 2  # rows that have one
TELLING = ("finding", "recommendation", "action", "context", "impact", "judgement", "chronology")


def forms_as_text(blocks: Sequence[Block]) -> list[Block]:
    """The blocks in order, with tables that are forms as headings and text."""
    out: list[Block] = []
    for table, run in groupby(blocks, key=lambda block: block.table if block.kind is BlockKind.CELL else None):
        cells = list(run)
        if table is not None and (boxes := _boxes(cells)):
            out += _boxes_as_text(boxes)
        else:
            out += _as_text(cells) if table is not None and _is_form(cells) else cells
    return out


def _boxes(cells: list[Block]) -> list[list[Block]]:
    """The cells of a table laid out as boxes, each with its heading first; [] where it is another table."""
    boxes = [list(box) for _, box in groupby(cells, key=lambda cell: (cell.row, cell.column))]
    headed = [
        box for box in boxes if len(box) > 1 and len(box[0].text.split()) <= LABEL and box[0].text[-1:] not in ".,;"
    ]
    told = [found for box in headed if (found := meaning_of(box[0].text)) is not None and found.becomes in TELLING]
    most = len(headed) > _LEAST and 3 * len(headed) >= 2 * len(boxes)
    return boxes if most and len({found.id for found in told}) > 1 and 2 * len(told) >= len(headed) else []


def _boxes_as_text(boxes: list[list[Block]]) -> Iterator[Block]:
    for box in boxes:
        head, *rest = box
        if not rest:
            yield plain(head, BlockKind.PARAGRAPH, 0)
            continue
        yield plain(head, BlockKind.HEADING, 3)
        for cell in rest:
            yield plain(cell, BlockKind.BULLET if cell.level else BlockKind.PARAGRAPH, 0)


def _is_form(cells: list[Block]) -> bool:
    """Whether most rows are a label that is understood beside what it says, and no third column stands there."""
    labels = {cell.row: cell.text for cell in cells if cell.column == 1}
    values = {cell.row for cell in cells if cell.column == 2}
    paired = [text for row, text in labels.items() if row in values]
    if len(paired) < _LEAST or any((cell.column or 0) > 2 for cell in cells):
        return False
    if any(len(text.split()) > LABEL for text in paired):
        return False
    told = [found for text in paired if (found := meaning_of(text)) is not None and found.becomes in TELLING]
    facts = sum(_is_fact(text) for text in paired)
    return len({found.id for found in told}) > 1 and 2 * (len(told) + facts) > len(paired)


def _is_fact(label: str) -> bool:
    return cue("passages", "fact-column").search(label) is not None and meaning_of(label) is None


def _as_text(cells: list[Block]) -> Iterator[Block]:
    """Rows of one cell head what follows; labels of facts stand before them ("Child: girl, 9 months")."""
    rows = groupby(cells, key=lambda cell: cell.row)
    for _, row in rows:
        own = list(row)
        values = [cell for cell in own if cell.column == 2]
        first = [cell for cell in own if cell.column == 1]
        if not values or not first:
            for cell in own:
                heads = case_label(cell.text) is not None or meaning_of(cell.text) is not None
                yield plain(cell, BlockKind.HEADING if heads else BlockKind.PARAGRAPH, 2 * heads)
        elif _is_fact(first[0].text):
            told = " ".join(cell.text for cell in values)
            text = f"{first[0].text.rstrip(' :')}: {told}"
            yield replace(plain(values[0], BlockKind.PARAGRAPH, 0), text=text, raw=text)
        else:
            yield plain(first[0], BlockKind.HEADING, 3)
            kind = BlockKind.BULLET if len(values) > 1 else BlockKind.PARAGRAPH
            for cell in values:
                yield plain(cell, kind, 0)


def plain(cell: Block, kind: BlockKind, level: int) -> Block:
    """A cell as a block of running text, out of its table."""
    return replace(
        cell, kind=kind, level=level, row=None, column=None, table=None, row_head=None, column_head=None, number=None
    )
