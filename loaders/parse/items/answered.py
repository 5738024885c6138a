"""What stands directly below a numbered recommendation and asks for nothing: what was done about it."""

from __future__ import annotations

from graph.records import Recommendation
from loaders.blocks import BlockKind
from loaders.parse.cues import cue
from loaders.parse.desk import Desk
from loaders.parse.items.leads import asks_somebody
from loaders.parse.items.status import worded
from loaders.parse.passages import Passage


def answers(desk: Desk, passage: Passage) -> Recommendation | None:
    """The numbered recommendation below which an item tells what was done about it, and asks for nothing itself."""
    if not desk.asked or passage.block.kind is not BlockKind.BULLET:
        return None
    above, asked = desk.asked[-1]
    below = above.block.kind is BlockKind.NUMBERED and (above.heading, above.entry) == (passage.heading, passage.entry)
    if not below or asks_somebody(passage.text) or cue("passages", "asks-outright").search(passage.text):
        return None
    stand = worded(passage.text)
    return asked if stand.status != "not-stated" and not stand.promise else None
