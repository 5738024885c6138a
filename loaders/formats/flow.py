"""Paragraphs with their looks to blocks: the part that Word, PowerPoint and web pages have in common.

A format yields drafts: what stands there, what the file itself says it is (a heading, a list item), its size and
weight. Where the file says nothing, looks decide (`looks`). `finish` makes the blocks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from graph.text import joined, printed
from loaders.blocks import Block, BlockKind, Page, SourceText
from loaders.formats import marks
from loaders.formats.drafts import Draft, Run
from loaders.formats.looks import judge, typed_label

_GLUED = re.compile(r"^\s*(?:\d{1,3}(?:\.\d{1,3})+\.?|\d{1,3}[.):]|[A-Z]{1,3}\d{1,3}[.:]?)$")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


def finish(source: SourceText, drafts: Iterable[Draft], numbers: Iterable[int | None] = (None,)) -> None:
    """Fill in the blocks and pages of a source.

    Args:
        source: gets `blocks` and `pages`.
        drafts: in reading order.
        numbers: the pages of the file. Without pages (None) drafts that have no line get the count of the paragraph,
            which is also its line in the text of the one page.
    """
    pieces = [piece for draft in drafts for piece in _pieces(draft)]
    if any(marks.TURNING.search(piece.text) for piece in pieces):
        source.notes.append(marks.NOTE)
    pieces = [piece for piece in map(_cleaned, pieces) if any(c.isalnum() for c in piece.text) or _sign(piece)]
    shown: dict[int | None, list[str]] = {number: [] for number in numbers}
    running: dict[int | None, list[str]] = {number: [] for number in numbers}
    for piece in pieces:
        line = joined(f"{piece.label or ''} {piece.text}")
        shown[piece.page].append(line)
        if piece.page is None and piece.line is None:
            piece.line = len(shown[None])
        if piece.kind not in (BlockKind.FURNITURE, BlockKind.FOOTNOTE):
            running[piece.page].append(line)
    judge(pieces)
    source.blocks = [block for block in map(_block, pieces) if block.text]
    source.pages = [Page(number, "\n".join(lines), "\n".join(running[number])) for number, lines in shown.items()]


def _sign(piece: Draft) -> bool:
    """Whether a cell says something by a sign alone: ✔, ◐, a disc of colour."""
    return piece.cell is not None and any(unicodedata.category(c) in ("So", "Sm") or c in "‼⁉" for c in piece.text)


def _cleaned(draft: Draft) -> Draft:
    for run in draft.runs:
        run.text = _CONTROLS.sub("", marks.seen(run.text)).replace("\n", "\n" if draft.cell else " ")
    told = [run for run in draft.runs if run.text]
    if len(told) > 1 and _GLUED.match(told[0].text) and told[1].text[:1].isupper():
        told[0].text += " "  # a number that only the layout sets apart
    return draft


def _pieces(draft: Draft) -> Iterator[Draft]:
    """The paragraphs that one paragraph with line breaks really is: a bold first line, typed items, blank lines."""
    lines: list[list[Run]] = [[]]
    for run in draft.runs:
        for at, part in enumerate(run.text.split("\n")):
            if at:
                lines.append([])
            lines[-1].append(Run(part, run.bold, run.struck))
    if len(lines) == 1 or draft.kind in (BlockKind.HEADING, BlockKind.FURNITURE):
        yield draft
        return
    groups: list[list[list[Run]]] = []
    blank = True
    for line in lines:
        text = joined("".join(run.text for run in line))
        if not text:
            blank = True
            continue
        heads = bool(groups) and _all_bold(groups[-1][-1]) != _all_bold(line)
        if blank or heads or typed_label(text) is not None:
            groups.append([])
        groups[-1].append(line)
        blank = False
    for at, group in enumerate(groups):
        gap = "\n" if draft.cell else " "
        runs = [run for n, line in enumerate(group) for run in ([Run(gap, line[0].bold)] if n else []) + line]
        first = replace(draft, runs=runs) if at == 0 else replace(draft, runs=runs, label=None)
        yield first


def _all_bold(line: list[Run]) -> bool:
    return all(run.bold for run in line if any(c.isalnum() for c in run.text))


def _marked(piece: Draft, mark: Callable[[Run], bool]) -> tuple[str, ...]:
    """The passages whose runs bear a mark."""
    found: list[str] = []
    going = False
    for run in piece.runs:
        if mark(run) and going:
            found[-1] += run.text
        elif mark(run):
            found.append(run.text)
        going = mark(run) or (going and not run.text.strip())
    return tuple(text for text in map(printed, found) if any(c.isalnum() for c in text))


def _block(piece: Draft) -> Block:
    assert piece.kind is not None
    block = Block(
        piece.kind,
        printed(piece.text),
        page=piece.page,
        line=piece.line,
        level=piece.level,
        number=piece.number,
        bold=_marked(piece, lambda run: run.bold),
        struck=_marked(piece, lambda run: run.struck),
        size=piece.size,
        boxed=piece.boxed,
        raw=piece.text,
    )
    if (at := piece.cell) is None:
        return block
    block = replace(block, row_head=at.row_head, column_head=at.column_head)
    return replace(block, table=at.table, row=at.row, column=at.column, fill=at.fill)
