"""Paragraphs that bear a number each, from the first of a paper to the last, are running text and no list.

Inspectorates, scrutineers and committees number their paragraphs so that they can be spoken of. Such numbers count on
below the next heading, where those of a list begin anew, and most paragraphs have several sentences.
"""

from __future__ import annotations

from dataclasses import replace

from loaders.blocks import Block, BlockKind
from loaders.parse.sentences import sentences

_HEADINGS = 2  # below which the numbers count on: one list may be parted by a heading in its middle
_OF_THREE = 2  # at least two of three paragraphs have several sentences
_LEAST = 6  # paragraphs


def numbered_prose(blocks: list[Block]) -> list[Block]:
    """The blocks, with numbered paragraphs of several sentences as running text, where a paper numbers its paragraphs.

    Their numbers are kept; one of a single sentence stays an item, as it reads the same.
    """
    chain, headings = _counted_on(blocks)
    running = {id(block) for block in chain if len(sentences(block.text)) > 1}
    if headings < _HEADINGS or len(chain) < _LEAST or 3 * len(running) < _OF_THREE * len(chain):
        return blocks
    return [replace(block, kind=BlockKind.PARAGRAPH) if id(block) in running else block for block in blocks]


def _counted_on(blocks: list[Block]) -> tuple[list[Block], int]:
    """The numbered paragraphs that count from one to the end, and below how many headings they count on."""
    chain: list[Block] = []
    headings, headed = 0, False
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            headed = True
        elif block.kind is BlockKind.NUMBERED and (block.number or "").rstrip(".)") == str(len(chain) + 1):
            headings += headed and bool(chain)
            headed = False
            chain.append(block)
    return chain, headings
