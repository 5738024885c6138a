"""The work that a reply tells below a numbered recommendation where no heading says which one it is of.

A letter prints what was asked, replies ("We accept this.") and tells what was done, sentence by sentence. What stands
between one recommendation and the next is of the first; below the last, where another matter may follow, only as many
paragraphs are as every other one has, and the one that replies.
"""

from __future__ import annotations

from itertools import pairwise

from graph.records import Recommendation
from loaders.parse.desk import Desk
from loaders.parse.passages import Outline, Passage


def of_the_one_above(desk: Desk, walked: Outline) -> None:
    """Give the actions of such a reply the number of the recommendation above them."""
    if not desk.replied:
        return
    place: dict[int, int] = {}
    for passage in walked.passages:
        place.setdefault(id(passage.block), len(place))
    asked = [(place[id(p.block)], p, one) for p, one in desk.asked if one.ref and id(p.block) in place]
    ends = _ends(asked, {one.answers or "": place[id(p.block)] for p, one in desk.replied if id(p.block) in place})
    for passage, action in desk.acted:
        at = place.get(id(passage.block))
        above = [one for one in asked if at is not None and one[0] < at]
        if at is None or not above or action.recommendation:
            continue
        first, over, one = above[-1]
        if _section(over) == _section(passage) and at <= ends[first]:
            action.recommendation = one.ref


def _ends(asked: list[tuple[int, Passage, Recommendation]], replied: dict[str, int]) -> dict[int, int]:
    """The place of the last block below each recommendation that is of it, by the place of the recommendation."""
    ends = {one[0]: then[0] - 1 for one, then in pairwise(asked) if _section(one[1]) == _section(then[1])}
    least = min((end - first for first, end in ends.items()), default=0)
    for first, _, one in asked:
        ends.setdefault(first, max(first + least, replied.get(one.ref or "", first)))
    return ends


def _section(passage: Passage) -> tuple[int, str | None]:
    return id(passage.entry), passage.heading
