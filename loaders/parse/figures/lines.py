"""Lines that figures stand in: sentences and rows, and numbers in boxes put together with their words again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.text import printed
from loaders.blocks import Block, BlockKind
from loaders.parse.sentences import sentences

_TILE = re.compile(r"^\W*\d[\d,]*\W*$")  # a number in a box, its words in the next
_FIGURE_ONLY = re.compile(
    r"^\W*(?:\d+ (?:out )?of \d+|\d[\d,.]*\s?%|\d+\s?/\s?\d+|(?:\d[\d,.]*\s?%)\W+\d+\s?/\s?\d+)\W*$"
)
_HANGING = re.compile(r"\b(?:of|with|is|was|are|has|have|by|totalling|total)$", re.I)
_BARE_NUMBER = re.compile(r"^\W*\d[\d,.]*(?=\s|$)(?!\s*[/%])")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence or row with its place."""

    text: str
    block: Block
    row: bool  # the whole block: a row of a list or a tile


def lines(blocks: list[Block]) -> Iterator[Line]:
    """Sentences and rows; a number printed apart from its words is put together with them again."""
    skip = -1
    for i, block in enumerate(blocks):
        if i <= skip:
            continue
        text = printed(block.text)
        following = blocks[i + 1] if i + 1 < len(blocks) else None
        if (following and _hangs(block, text, following)) or (following and _is_tile(block, text, following)):
            text, skip = f"{text} {printed(following.text)}", i + 1
        elif _FIGURE_ONLY.match(text) and block.kind is not BlockKind.CELL:
            for j in range(i + 1, min(i + 3, len(blocks))):
                if blocks[j].kind is BlockKind.HEADING or blocks[j].page != block.page:
                    break
                text, skip = f"{text} {printed(blocks[j].text)}", j
                if not _FIGURE_ONLY.match(printed(blocks[j].text)):
                    break
        told = _answered(sentences(text))
        for sentence in told:
            yield Line(sentence, block, len(told) == 1)


def _answered(told: list[str]) -> list[str]:
    """Sentences, a figure alone put together with the question that it answers ("Faith recorded? 0/12.")."""
    out: list[str] = []
    for sentence in told:
        if out and out[-1].endswith("?") and _FIGURE_ONLY.match(sentence):
            out[-1] = f"{out[-1]} {sentence}"
        else:
            out.append(sentence)
    return out


def _is_tile(block: Block, text: str, following: Block) -> bool:
    """Whether a number alone in a box has its words in the paragraph below ("8", "notifications received")."""
    plain = BlockKind.CELL not in (block.kind, following.kind) and following.kind is BlockKind.PARAGRAPH
    return plain and bool(_TILE.match(text)) and following.text[:1].islower() and block.page == following.page


def rows_of(blocks: list[Block]) -> dict[int, list[Block]]:
    """By id of a cell: all cells of its row; tables without a name are told apart by where they stand."""
    rows: dict[int, list[Block]] = {}
    before: Block | None = None
    own: list[Block] = []
    for block in blocks:
        if block.kind is BlockKind.CELL and block.row:
            same = before is not None and before.kind is BlockKind.CELL
            if not same or before is None or (before.table, before.row) != (block.table, block.row):
                own = []
            own.append(block)
            rows[id(block)] = own
        before = block
    return rows


def above_of(blocks: list[Block]) -> dict[int, list[str]]:
    """By id of a cell: what the cells above it in its column print, the nearest first."""
    above: dict[int, list[str]] = {}
    columns: dict[tuple[str | None, int | None], list[str]] = {}
    last: tuple[str | None, int | None] = (None, None)
    for block in blocks:
        if block.kind is not BlockKind.CELL or block.row is None:
            continue
        if block.table != last[0] or (last[1] is not None and block.row < last[1]):
            columns = {}  # another table begins
        last = (block.table, block.row)
        over = columns.setdefault((block.table, block.column), [])
        above[id(block)] = over[::-1]
        over.append(printed(block.text))
    return above


def _hangs(block: Block, text: str, following: Block) -> bool:
    """Whether a line ends where its number should stand, and the next begins with it."""
    kinds = {block.kind, following.kind}
    return (
        not kinds & {BlockKind.HEADING, BlockKind.CELL}
        and bool(_HANGING.search(text.rpartition(" ")[2]))
        and bool(_BARE_NUMBER.match(printed(following.text)))
    )
