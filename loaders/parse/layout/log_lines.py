"""Lines of a log of actions, each led by the number it was given at its meeting ("07/2 Education to bring …").

Such numbers follow no count that a file could be read by: what is open comes from many meetings. Only below a heading
that says that actions are listed are they numbers, since elsewhere "07/2" may be a day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.blocks import Block, BlockKind
from loaders.parse.sections import meaning_of

_LED = re.compile(
    r"(?:(?i:ref|item|no|action|min(?:ute)?)\.? ?)?(?P<number>(?:[A-Z]{1,5}[ -]?)?\d{1,4}(?:[/-]\d{1,4})+[a-z]?)"
    r"[.:)]?\s+(?=[A-Z“\"‘'])"
)
_LOG = 9  # words of a line that heads a log


def log_lines(blocks: Sequence[Block]) -> list[Block]:
    """The blocks in order, with the numbered lines of a log of actions as numbered items."""
    out: list[Block] = []
    listing = False
    for block in blocks:
        if block.kind is BlockKind.HEADING or (block.text.endswith(":") and len(block.text.split()) <= _LOG):
            known = meaning_of(block.text)
            listing = known is not None and known.becomes in ("action", "status")
        led = _LED.match(block.text) if listing and block.kind is BlockKind.PARAGRAPH else None
        if led is None:
            out.append(block)
            continue
        text = block.text[led.end() :]
        out.append(replace(block, kind=BlockKind.NUMBERED, number=led["number"], text=text, raw=text, bold=()))
    return out
