"""A part that takes the recommendations of an earlier review one by one and tells below each what became of it.

"PF2 The child's views should be in every referral." stands by its letters and number, or below a heading of its own
("Recommendation 2"); below it a paragraph says what was done and what was found when it was looked at. Each of its
sentences is one or the other, or neither.
"""

from __future__ import annotations

import re

from loaders.blocks import Block, BlockKind
from loaders.coding.wording import Around, likely
from loaders.parse.cues import cue
from loaders.parse.figures.shares import figures
from loaders.parse.items.asking import review_asked
from loaders.parse.items.status import tells_of_work, worded
from loaders.parse.layout.judging import Unit, judged
from loaders.parse.layout.lists import asks
from loaders.parse.layout.requested import requests
from loaders.parse.layout.saying import meant, said_by
from loaders.parse.sections import Meaning, meaning
from loaders.parse.sentences import sentences

_LETTERED = re.compile(r"[A-Z]{1,4} ?\d{1,2}[a-z]?")  # "J1", "PF2": counted in a row of its own
_OF_ONE = re.compile(r"(?:recommendation|rec\.?) [\w.]{1,5}\s*[:.]?", re.I)  # a heading that numbers one
_LOOKED = re.compile(
    r"(?:i|we|the (?:scrutineer|auditors?|reviewers?)) (?:\w+ )?"
    r"(?:looked|read|saw|asked|spoke|met|visited|sampled|examined|audited|checked|tested|have nothing)\b",
    re.I,
)

_OF_MEETING = re.compile(  # what those who read the paper are to decide of it
    r"\b(?:committee|board|members|executive|panel|cabinet|group|partners) (?:is|are) (?:asked|invited) to\b",
    re.I,
)
_BORNE_OUT = 0.5
_POINTS_BACK = re.compile(r"(?:it|they|this|these|those|that)\b", re.I)  # said of the work told before
_STOPPED = ("cancelled", "paused")  # what became of a request, however plainly it is told


def asked_by_letter(block: Block) -> bool:
    """Whether a paragraph with letters for its number asks for something and says nothing else."""
    lettered = block.kind is BlockKind.NUMBERED and _LETTERED.fullmatch((block.number or "").rstrip(".:)")) is not None
    return lettered and len(sentences(block.text)) == 1 and asks(block.text)


def heads_one(heading: str | None) -> bool:
    """Whether a heading numbers one recommendation and says no more ("Recommendation 2")."""
    return heading is not None and _OF_ONE.fullmatch(heading) is not None


def followed_units(block: Block, asked: str) -> list[Unit]:
    """What a paragraph below such a recommendation says: work, what was found of it, a new request, or neither.

    Args:
        block: the paragraph.
        asked: the recommendation, as printed.
    """
    told = sentences(block.text)
    around = map(Around, [asked, *told], [*told[1:], ""])
    return [(sentence, _told(sentence, beside)) for sentence, beside in zip(told, around, strict=True)]


def _told(sentence: str, around: Around) -> Meaning | None:
    if review_asked(sentence):
        return meaning("asked")
    if requests(sentence):
        return meaning("context" if _OF_MEETING.search(sentence) else "recommendations")
    says, found = said_by(sentence), judged(sentence)
    works = tells_of_work(sentence) and worded(sentence).status != "not-stated"
    stopped = worded(sentence).status in _STOPPED and not _POINTS_BACK.match(sentence)
    if (says == "activity" and works) or stopped:
        return meaning("actions")
    if _LOOKED.match(sentence) and not found:
        return meaning("context")
    if figures(sentence) or says == "learning" or found is not None:
        return meant("learning", sentence)
    told, share = likely(sentence, around)  # the place says that work is told here; its words must only bear it out
    borne_out = told == "action" and share >= _BORNE_OUT and not cue("wording", "weighs").search(sentence)
    return meaning("actions") if works or borne_out else meaning("context")
