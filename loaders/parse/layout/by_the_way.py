"""Findings told outright in running text where nothing else is taken: in a story, under a heading that is not known.

A story is not combed for learning, since what befell a family is no finding. But where it says that somebody is
praised, tells a deed beyond what the work asks (`coding/devoted.py`), or what the review looked for and did not find
(`coding/absence.py`), that is a finding wherever it stands; under a heading that is not known, so is a lapse told as a
bare fact (`coding/lapses.py`).
"""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.blocks import BlockKind
from loaders.coding import beyond_duty, devoted, praised, ruled_out, tells_lapse
from loaders.parse.cues import cue
from loaders.parse.items.status import tells_of_work
from loaders.parse.passages import Outline, Passage
from loaders.parse.sections import meaning
from loaders.parse.sentences import sentences

_GOES_ON = re.compile(r"(?:she|he|they)\b", re.I)  # with whoever was praised in the sentence before
_STORIES = ("context", "explanation", "activity")
_NOT_HERE = ("method", "about", "procedures", "reason-for-review")  # how a review was done, and what policy says


def add_told(walked: Outline) -> None:
    """Add to the passages what they praise or rule out by the way, each behind the passage that tells it."""
    known = {passage.text for passage in walked.passages if passage.meaning and passage.meaning.becomes == "finding"}
    told: list[Passage] = []
    for passage in walked.passages:
        found = [one for one in _told_in(passage) if one not in known] if _tells(passage) else []
        if found == [passage.text] and passage.meaning is not None and passage.meaning.becomes == "activity":
            told.append(replace(passage, meaning=meaning("learning")))
            continue
        told.append(passage)
        told += [replace(passage, text=one, meaning=meaning("learning")) for one in found]
    walked.passages = told


def _tells(passage: Passage) -> bool:
    """Whether a passage is running text that is not taken for anything but a story."""
    found = passage.meaning
    loose = found is None or (found.becomes in _STORIES and found.id not in _NOT_HERE)
    return loose and passage.block.kind in (BlockKind.PARAGRAPH, BlockKind.NUMBERED)


def _told_in(passage: Passage) -> list[str]:
    out: list[str] = []
    before = False  # whether the sentence before praised
    for one in sentences(passage.text):
        before = praised(one) or devoted(one) or (before and _GOES_ON.match(one) is not None and beyond_duty(one))
        lapse = passage.meaning is None and tells_lapse(one) and not cue("prose", "of-family").search(one)
        if ((before or lapse) and not tells_of_work(one)) or ruled_out(one):
            out.append(one)
    return out
