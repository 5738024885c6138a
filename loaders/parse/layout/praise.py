"""Good practice told in running text where nothing else is taken: in a story, under a heading that is not known.

A story is not combed for learning, since what befell a family is no finding. But where it says outright that somebody
is praised, or tells a deed beyond what the work asks, that is good practice wherever it stands (`coding/devoted.py`).
"""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.blocks import BlockKind
from loaders.coding import beyond_duty, devoted, praised
from loaders.parse.items.status import tells_of_work
from loaders.parse.passages import Outline, Passage
from loaders.parse.sections import meaning
from loaders.parse.sentences import sentences

_GOES_ON = re.compile(r"(?:she|he|they)\b", re.I)  # with whoever was praised in the sentence before
_STORIES = ("context", "explanation", "activity")
_NOT_HERE = ("method", "about", "procedures", "reason-for-review")  # how a review was done, and what policy says


def add_praise(walked: Outline) -> None:
    """Add to the passages what they praise by the way, each behind the passage that tells it."""
    known = {passage.text for passage in walked.passages if passage.meaning and passage.meaning.becomes == "finding"}
    told: list[Passage] = []
    for passage in walked.passages:
        praise = [one for one in _praise_in(passage) if one not in known] if _tells(passage) else []
        if praise == [passage.text] and passage.meaning is not None and passage.meaning.becomes == "activity":
            told.append(replace(passage, meaning=meaning("learning")))
            continue
        told.append(passage)
        told += [replace(passage, text=one, meaning=meaning("learning")) for one in praise]
    walked.passages = told


def _tells(passage: Passage) -> bool:
    """Whether a passage is running text that is not taken for anything but a story."""
    found = passage.meaning
    loose = found is None or (found.becomes in _STORIES and found.id not in _NOT_HERE)
    return loose and passage.block.kind in (BlockKind.PARAGRAPH, BlockKind.NUMBERED)


def _praise_in(passage: Passage) -> list[str]:
    out: list[str] = []
    before = False  # whether the sentence before praised
    for one in sentences(passage.text):
        before = praised(one) or devoted(one) or (before and _GOES_ON.match(one) is not None and beyond_duty(one))
        if before and not tells_of_work(one):
            out.append(one)
    return out
