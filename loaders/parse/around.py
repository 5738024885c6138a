"""What stands around a sentence of a document: its neighbours, by which its words are judged."""

from __future__ import annotations

from collections.abc import Iterable

from graph.text import key
from loaders.blocks import Block, BlockKind
from loaders.coding.wording import ALONE, Around
from loaders.parse.sentences import sentences

_LEFT_OUT = (BlockKind.FURNITURE, BlockKind.FOOTNOTE)  # they stand between what is told on two pages


class Neighbours:
    """The sentences of a document in reading order; they are cut when they are first asked for."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self._blocks = [block for block in blocks if block.kind not in _LEFT_OUT]
        self._place = {id(block): i for i, block in enumerate(self._blocks)}
        self._keys: dict[int, list[str]] = {}  # of the sentences of blocks that were asked for, by place

    def of(self, block: Block, sentence: str) -> Around:
        """What stands around a sentence, or a part of one, of a block; nothing, where the block is not known."""
        place = self._place.get(id(block))
        if place is None:
            return ALONE
        told, said = sentences(block.text), key(sentence)
        if place not in self._keys:
            self._keys[place] = [key(one) for one in told]
        at = [i for i, one in enumerate(self._keys[place]) if said in one or one in said]
        if not at:
            return ALONE
        before = told[at[0] - 1] if at[0] else self._edge(place - 1, last=True)
        after = told[at[-1] + 1] if at[-1] + 1 < len(told) else self._edge(place + 1, last=False)
        return Around(before, after)

    def _edge(self, place: int, *, last: bool) -> str:
        """The last or first sentence of a block; "" before the first block and after the last."""
        if not 0 <= place < len(self._blocks):
            return ""
        told = sentences(self._blocks[place].text)
        return told[-1 if last else 0] if told else ""
