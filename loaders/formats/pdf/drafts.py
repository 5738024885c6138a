"""Which lines make one block: paragraphs, list items and headings, also over column and page ends.

Word processors break lines as late as they can. So a line that leaves room for the next line's first word was ended by
its writer; together with white, indent, type and list signs that says where a block begins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from loaders.formats.labels import follows
from loaders.formats.pdf.lines import Line
from loaders.formats.pdf.type import Usual

_ENDED = re.compile(r"[.?!:;][’”'\")\]]*\d{0,2}$")
_STOPPED = re.compile(r"[.?!:][’”'\")\]]*\d{0,2}$")
_SOFT = re.compile(r"^[(\[‘“'\"]?[a-z]|^[&/,;–—]")
_LARGE = 1.12  # times the usual size: larger type is a heading's
_INDENT = 0.6  # ems
_COLUMN = 8.0  # ems: a sign this much further right stands in another column
_FIGURE = re.compile(r"^\d[\d.,]*\s?%?\s+[•·●▪]\s")  # "55% • 11/20 …": a figure set beside its words


@dataclass(slots=True, eq=False)
class Draft:
    """A block being put together; `item` says it has a list sign, at `marker`, with its text at `content`."""

    lines: list[Line] = field(default_factory=list)
    item: bool = False
    number: str | None = None
    marker: float = 0.0
    content: float = 0.0
    level: int = 0
    skip: int = 0  # words of the label

    @property
    def first(self) -> Line:
        """Where the block begins."""
        return self.lines[0]


def drafts(stream: list[Line], usual: Usual) -> list[Draft]:
    """The blocks of lines that follow each other: the main text, or that of one box or table cell."""
    result: list[Draft] = []
    number: str | None = None
    for line in stream:
        last = result[-1] if result else None
        fresh = last is None or _breaks(last, line, usual)
        if _is_item(line, last, fresh, number, usual):
            result.append(_item(line))
            number = result[-1].number or number
        elif last is None or fresh:
            result.append(Draft([line], marker=line.left, content=line.left))
        else:
            last.lines.append(line)
            if last.item and len(last.lines) == 2 and line.flow == last.first.flow:
                last.content = min(last.content, max(line.left, last.marker))
    _levels(result)
    return result


def large(line: Line, usual: Usual) -> bool:
    """Whether the type is larger than that of the text."""
    return line.size >= _LARGE * usual.size


def ended_early(line: Line, following: Line) -> bool:
    """Whether the first word of the following line had fitted on the line: its writer ended it."""
    if line.edge is None:
        return False
    return line.right + 0.3 * line.size + following.first_width() + 0.6 * line.size <= line.edge


def _item(line: Line) -> Draft:
    if line.label:
        return Draft([line], True, line.label.number, line.left, line.content, skip=line.label.words)
    return Draft([line], True, None, line.dot if line.dot is not None else line.left, line.left)


def _is_item(line: Line, last: Draft | None, fresh: bool, number: str | None, usual: Usual) -> bool:
    """Whether the line begins a list item; a label that is none is forgotten."""
    label = line.label
    if label is None:
        return line.dot is not None
    wide = line.gap >= _INDENT
    new = fresh or last is None or _STOPPED.search(last.lines[-1].text) is not None
    if label.number is None:
        believed = label.sure or new or (wide and _ENDED.search(last.lines[-1].text) is not None if last else True)
    elif label.sure:
        believed = new or wide
    elif label.plain:
        believed = wide and new
    else:
        spelt = label.number.isalpha() and len(label.number) == 1
        believed = new and (wide or follows(label.number, number) or (label.signed and not spelt))
    if not believed:
        line.label = None
    return believed


def _breaks(draft: Draft, line: Line, usual: Usual) -> bool:
    """Whether a line that has no list sign begins a new block."""
    before = draft.lines[-1]
    if before.flow != line.flow or before.page != line.page:
        return not _runs_over(draft, line, usual)
    if abs(before.size - line.size) > 0.08 * max(before.size, line.size):
        return True
    gap = line.base - before.base
    big = large(line, usual)
    if _FIGURE.match(line.text):
        return True
    if gap < 0.3 * line.size or gap > (
        1.5 * line.size if big else 1.25 * usual.pitch(line.size, line.cell is not None)
    ):
        return True
    open_end = not _ENDED.search(before.text)
    soft = _SOFT.match(line.text) is not None
    early = ended_early(before, line)
    if before.bold != line.bold or (before.colour != line.colour and -1 not in (before.colour, line.colour)):
        headed = line.bold and not soft and draft.item and line.left < draft.content - _INDENT * line.size
        return headed or not (open_end and not early and (soft or not before.bold or draft.item))
    if big:
        return False
    if open_end and soft:
        return draft.item and line.left < draft.marker - _INDENT * line.size
    if early:
        return True
    if line.bold and not usual.bold:
        return False
    return _moves(draft, line) and not open_end


def _moves(draft: Draft, line: Line) -> bool:
    """Whether the line stands further in or out than the block's lines."""
    step = _INDENT * line.size
    if draft.item:
        return line.left < min(draft.content, draft.marker) - step or line.left > draft.content + step
    if len(draft.lines) == 1:
        return line.left > draft.first.left + step
    return abs(line.left - draft.lines[-1].left) > step


def _runs_over(draft: Draft, line: Line, usual: Usual) -> bool:
    """Whether a block goes on after the end of its column, cell or page."""
    before = draft.lines[-1]
    if large(before, usual) or abs(before.size - line.size) > 0.08 * line.size or before.bold != line.bold:
        return False
    if _STOPPED.search(before.text):
        hangs = draft.item and before.main and draft.content - draft.marker > _INDENT * line.size
        return hangs and abs(line.left - draft.content) < 0.4 * line.size and not ended_early(before, line)
    if _SOFT.match(line.text):
        return True
    return not ended_early(before, line) and not (before.bold and not usual.bold) and len(before.words) > 3


def _levels(found: list[Draft]) -> None:
    """Number the depth of list items from the indent of their signs."""
    stack: list[float] = []
    flow = 0
    for draft in found:
        step = _INDENT * draft.first.size
        if draft.first.flow != flow and stack and draft.marker > stack[-1] + _COLUMN * draft.first.size:
            stack = []  # the list goes on in the next column
        flow = draft.first.flow
        if not draft.item:
            if stack and (draft.first.left <= stack[0] + step or draft.first.bold):
                stack = []
            continue
        while stack and draft.marker < stack[-1] - step:
            stack.pop()
        if not stack or draft.marker > stack[-1] + step:
            stack.append(draft.marker)
        draft.level = len(stack)
