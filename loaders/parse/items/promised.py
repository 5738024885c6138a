"""A sentence that promises several things at once ("Next year we will: audit A; publish B; and test C")."""

from __future__ import annotations

from loaders.parse.desk import Desk, is_prose
from loaders.parse.items.status import Stand
from loaders.parse.items.work import act
from loaders.parse.passages import Passage
from loaders.parse.sentences import promised_in


def promises(desk: Desk, passage: Passage) -> bool:
    """Make an action of each thing that a sentence of running text promises; False where it promises one or none."""
    each = promised_in(passage.text) if is_prose(passage) else []
    for one in each if len(each) > 1 else []:
        act(desk, passage, one, Stand("not-started", True, None))
    return len(each) > 1
