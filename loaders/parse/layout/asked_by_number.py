"""Recommendations by their number where no list counts them: in a heading that says it, or in a running paragraph.

Below a heading "Recommendation 3: The trust should …" stands what became of it, which would be read as what is asked;
so the number heads, and the words are its text. "Recommendation 1 (Health). … Recommendation 2 (Police). …" in one
paragraph are items of a list; so is what became of them, told by codes that count up ("R1: agreed. R2: not begun.").
"""

from __future__ import annotations

import re
from dataclasses import replace

from graph.text import printed
from loaders.blocks import Block, BlockKind
from loaders.parse.layout.requested import asks_in_line
from loaders.parse.sentences import sentences

_NUMBERED = re.compile(
    r"(?P<number>(?:recommendation|rec\.?) (?:no\.? ?|number )?\d{1,3}(?:\.\d{1,2})*[a-z]?)(?P<who> ?\([^()]{2,60}\))?"
    r"\s*(?:[:–—-]|\.(?=\s))\s+(?=\S)",
    re.I,
)
_INLINE = re.compile(rf"(?:(?<=^)|(?<=[.;:]\s))(?-i:(?=R)){_NUMBERED.pattern}(?=[\"“]?[A-Z])", re.I)
_CODE = re.compile(r"(?:(?<=^)|(?<=[.;:,]\s))(?P<letters>[A-Z][A-Za-z]{0,2}) ?(?P<number>\d{1,2})\s*[:–—]\s+(?=\S)")
_LEAST_CODES = 3
_LEAST = 5  # words that ask


def asked_by_number(block: Block) -> list[Block]:
    """A heading or a paragraph parted by the numbers of what it asks; any other block is left as it is."""
    if block.kind is BlockKind.HEADING:
        return _in_heading(block)
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.NUMBERED):
        return [block]
    return _by_code(block) or (_in_paragraph(block) if block.kind is BlockKind.PARAGRAPH else [block])


def _in_heading(block: Block) -> list[Block]:
    found = _NUMBERED.match(block.text)
    if found is None:
        return [block]
    asked, number = block.text[found.end() :], f"{found['number']}{found['who'] or ''}"
    if len(asked.split()) < _LEAST or not asks_in_line(asked):
        return [block]
    heading = replace(block, text=number, raw=number, bold=())
    return [heading, replace(block, kind=BlockKind.PARAGRAPH, level=0, text=asked, raw=asked, bold=())]


def _by_code(block: Block) -> list[Block]:
    """The items of a paragraph that opens with a code and counts on from it, each with its code; else none."""
    text = printed(block.raw) if block.raw else block.text
    if block.number and not text.startswith(block.number):
        text = f"{block.number}: {text}"  # a page of the web leaves the number of an item out of it
    found = list(_CODE.finditer(text))
    first = int(found[0]["number"]) if found else 0
    counting = [(one["letters"], int(one["number"])) for one in found]
    if len(found) < _LEAST_CODES or found[0].start() != 0:
        return []
    if counting != [(found[0]["letters"], first + at) for at in range(len(found))]:
        return []
    ends = [*(one.start() for one in found[1:]), len(text)]
    return [
        replace(
            block,
            kind=BlockKind.NUMBERED,
            number=f"{one['letters']}{one['number']}",
            text=text[one.end() : end].strip(),
            raw=text[one.end() : end].strip(),
            bold=(),
        )
        for one, end in zip(found, ends, strict=True)
    ]


def _in_paragraph(block: Block) -> list[Block]:
    """The items of a paragraph, each with its number; what stands before the first stays a paragraph.

    One alone is parted only where it opens the paragraph and names in brackets who is asked.
    """
    text = printed(block.raw) if block.raw else block.text
    found = list(_INLINE.finditer(text))
    if not found or (len(found) == 1 and not (found[0].start() == 0 and found[0]["who"])):
        return [block]
    ends = [*(one.start() for one in found[1:]), len(text)]
    told = [text[one.end() : end].strip() for one, end in zip(found, ends, strict=True)]
    if not all(asks_in_line(sentences(one)[0]) if one else False for one in told):
        return [block]
    before = text[: found[0].start()].strip()
    items = [replace(block, text=before, raw=before, bold=())] if before else []
    for one, end, asked in zip(found, ends, told, strict=True):
        raw = text[one.start() : end].strip()
        items.append(replace(block, kind=BlockKind.NUMBERED, number=one["number"], text=asked, raw=raw, bold=()))
    return items
