"""Lists that a file lost the signs of: items run into one paragraph, and short paragraphs below a sentence of a list.

Pages that are saved, pasted or made from slides print "Themes • Late referral • No plan" as one line, or set each item
as a paragraph of its own below "Key themes include:". Only signs, or a sentence known to open a list, make items here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.blocks import Block, BlockKind
from loaders.parse.layout.parting import LONGEST, short
from loaders.parse.sections import lead_in_of, meaning_of
from loaders.parse.sentences import sentences

_SIGN = re.compile(r"\s+[•●▪■◦]\s+(?=\S)")
_LEAST_RUN_IN = 2  # signs in a paragraph
_LEAST_BELOW = 3  # paragraphs below a sentence
_ITEM = 22  # words of a paragraph that is an item
_LISTED = ("finding", "recommendation", "action")
_LABEL = re.compile(r"\b[A-Z][\w ]{2,20}:\s")


def with_items(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with such items as items of a list, in order."""
    parted = [piece for block in blocks for piece in _run_in(block)]
    out: list[Block] = []
    at = 0
    while at < len(parted):
        out.append(parted[at])
        at += 1
        run = _below(parted, at) if _opens(out[-1]) else []
        out += [replace(block, kind=BlockKind.BULLET, level=1) for block in run]
        at += len(run)
    return out


def _run_in(block: Block) -> list[Block]:
    """A paragraph that holds its items, as its head or first sentence and each item; any other as it is."""
    told = block.kind in (BlockKind.PARAGRAPH, BlockKind.NUMBERED, BlockKind.BULLET) and not _LABEL.match(block.text)
    first, *items = _SIGN.split(block.text) if told else [block.text]
    if len(items) < _LEAST_RUN_IN or (len(items) < 2 * _LEAST_RUN_IN and not first.endswith(":") and not _heads(first)):
        return [block]
    if block.kind is not BlockKind.BULLET and _heads(first):
        top = replace(block, kind=BlockKind.HEADING, level=3, text=first, raw=first, bold=())
    else:
        top = replace(block, text=first, raw=first, bold=())
    items = [item.strip() for item in items]
    return [top, *(replace(block, kind=BlockKind.BULLET, level=1, text=one, raw=one, number=None) for one in items)]


def _heads(text: str) -> bool:
    """Whether what stands before the first item heads the list ("Key issues identified")."""
    known = meaning_of(text) if len(text.split()) <= LONGEST and short(text) else None
    return known is not None and known.becomes in (*_LISTED, "context")


def _opens(block: Block) -> bool:
    """Whether a paragraph ends with a sentence that opens a list of learning, requests or work."""
    if block.kind is not BlockKind.PARAGRAPH or not block.text.endswith(":"):
        return False
    known = lead_in_of(sentences(block.text)[-1])
    return known is not None and known.becomes in _LISTED


def _below(blocks: list[Block], start: int) -> list[Block]:
    """The short paragraphs that stand together from here on, where they are enough to be a list."""
    run: list[Block] = []
    for block in blocks[start:]:
        item = (
            block.kind is BlockKind.PARAGRAPH and len(block.text.split()) <= _ITEM and len(sentences(block.text)) == 1
        )
        if not item or block.text.endswith((":", "?")) or meaning_of(block.text):
            break
        run.append(block)
    return run if len(run) >= _LEAST_BELOW else []
