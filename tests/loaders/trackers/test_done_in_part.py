"""A status that opens with a word of done and takes it back in a sentence behind it."""

from __future__ import annotations

import pytest

from loaders.blocks import Block, BlockKind
from loaders.trackers.legend import Legend
from loaders.trackers.status import standing


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("Done for the spring and autumn intakes. Night staff still not covered", "under-way"),
        ("Complete. The second school is yet to join", "under-way"),
        ("Complete. Sent to the Board in May.", "complete-evidence-awaited"),
    ],
)
def test_the_sentence_behind_counts(said: str, status: str) -> None:
    cell = Block(text=said, raw=said, kind=BlockKind.CELL)
    told = standing([cell], Legend(), evidence=False)
    assert (told.status, told.printed) == (status, said)
    assert bool(told.odd) == (status == "under-way")
