"""How far something is, as what stands beside or below it tells in sentences ("Alert sent 14/02. Form being tested.").

Each sentence may tell of another part of the action: it is done only where nothing beside it is still going on, and
where no fewer sentences say done than the action has parts.
"""

from __future__ import annotations

import re

from graph.records import Recommendation
from loaders.blocks import BlockKind
from loaders.parse.desk import Desk
from loaders.parse.items.leads import asks_somebody
from loaders.parse.items.status import Stand, stand_of
from loaders.parse.passages import Passage
from loaders.parse.sentences import sentences

_ASKS = re.compile(r"\b(?:should|must|needs? to|ought to)\b", re.I)
_PARTS = re.compile(r"[.;]\s+(?=\S)")


def stand_beside(action: str, told: str) -> Stand:
    """The status that what stands beside an action gives it."""
    whole = stand_of(told)
    if not whole.status.startswith("complete"):
        return whole
    each = [stand_of(sentence) for sentence in sentences(told)]
    open_ = next((one for one in each if one.status != "not-stated" and not _done(one)), None)
    if open_ is not None:
        return open_ if open_.status != "not-started" else Stand("under-way", False, open_.printed)
    done = sum(_done(one) for one in each)
    fewer = done < len(each) and done < len(_PARTS.split(action.strip()))
    return Stand("under-way", False, whole.printed) if fewer else whole


def answers(desk: Desk, passage: Passage) -> Recommendation | None:
    """The numbered recommendation below which an item tells what was done about it, and asks for nothing itself."""
    if not desk.asked or passage.block.kind is not BlockKind.BULLET:
        return None
    above, asked = desk.asked[-1]
    below = above.block.kind is BlockKind.NUMBERED and (above.heading, above.entry) == (passage.heading, passage.entry)
    if not below or asks_somebody(passage.text) or _ASKS.search(passage.text):
        return None
    stand = stand_of(passage.text)
    return asked if stand.status != "not-stated" and not stand.promise else None


def _done(stand: Stand) -> bool:
    return stand.status.startswith("complete") or stand.status == "embedded"
