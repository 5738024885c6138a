"""Praise that a sentence announces for those behind it: "The review also saw some good work. The nurse went back …"

What stands behind such a sentence, in its paragraph of learning, is praise until one turns back or tells what went
wrong by its words: a verb that is denied ("did not promise secrecy") blames nobody there.
"""

from __future__ import annotations

from collections.abc import Iterable

from loaders.coding.wording import likely
from loaders.parse.cues import cue
from loaders.parse.layout.judging import Unit, wanting
from loaders.parse.sections import meaning

_BLAMES = 0.45  # how likely a sentence tells what went wrong, for the praise above it to end
_BRIEF = 14  # words of a sentence that announces praise, and praises nothing itself


def announces_praise(sentence: str) -> bool:
    """Whether a sentence says that there was good work and no more, so that it is told behind it."""
    return len(sentence.split()) <= _BRIEF and cue("passages", "announces-praise").search(sentence) is not None


def with_praise(units: Iterable[Unit]) -> list[Unit]:
    """The units of a paragraph of learning, in order; those behind one that announces praise are praise."""
    told: list[Unit] = []
    praising = False
    for text, found in units:
        learnt = found is not None and found.becomes == "finding"
        if announces_praise(text):
            praising = learnt
        elif praising and (not learnt or _blames(text)):
            praising = False
        told.append((text, meaning("good-practice") if praising else found))
    return told


def _blames(sentence: str) -> bool:
    if cue("passages", "turns-back").match(sentence):
        return True
    told, share = likely(sentence)
    return (told == "finding" and share >= _BLAMES) or (told != "good-practice" and wanting(sentence))
