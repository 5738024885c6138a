"""A part that takes the recommendations of an earlier review one by one and tells below each what became of it.

"PF2 The child's views should be in every referral." stands by its letters and number; below it a paragraph says what
was done and what was found when it was looked at. Each of its sentences is one or the other, or neither.
"""

from __future__ import annotations

import re

from loaders.blocks import Block, BlockKind
from loaders.parse.figures.shares import figures
from loaders.parse.items.status import tells_of_work, worded
from loaders.parse.layout.judging import Unit, judged
from loaders.parse.layout.lists import asks
from loaders.parse.layout.saying import meant, said_by
from loaders.parse.sections import Meaning, meaning
from loaders.parse.sentences import sentences

_LETTERED = re.compile(r"[A-Z]{1,4} ?\d{1,2}[a-z]?")  # "J1", "PF2": counted in a row of its own
_LOOKED = re.compile(
    r"(?:i|we|the (?:scrutineer|auditors?|reviewers?)) (?:\w+ )?"
    r"(?:looked|read|saw|asked|spoke|met|visited|sampled|examined|have nothing)\b",
    re.I,
)


def asked_by_letter(block: Block) -> bool:
    """Whether a paragraph with letters for its number asks for something and says nothing else."""
    lettered = block.kind is BlockKind.NUMBERED and _LETTERED.fullmatch((block.number or "").rstrip(".:)")) is not None
    return lettered and len(sentences(block.text)) == 1 and asks(block.text)


def followed_units(block: Block) -> list[Unit]:
    """What a paragraph below such a recommendation says: work, what was found of it, or neither."""
    return [(sentence, _told(sentence)) for sentence in sentences(block.text)]


def _told(sentence: str) -> Meaning | None:
    says, found = said_by(sentence), judged(sentence)
    works = tells_of_work(sentence) and worded(sentence).status != "not-stated"
    if says == "activity" and works:
        return meaning("actions")
    if _LOOKED.match(sentence) and not found:
        return meaning("context")
    if figures(sentence) or says == "learning" or found is not None:
        return meant("learning", sentence)
    return meaning("actions") if works else meaning("context")
