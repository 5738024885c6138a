"""Requests put outright in text that nothing explains, or that tells a story: they ask wherever they stand.

A letter or a short review asks between two paragraphs of its story ("We ask that …", "The Board is invited to …").
Where no heading says what a sentence is, its grammar does. A newsletter invites its readers in the same words, and is
left.
"""

from __future__ import annotations

from dataclasses import replace

from graph.records import DocumentKind
from loaders.blocks import BlockKind
from loaders.parse.items.notices import is_notice
from loaders.parse.items.putting import puts_request
from loaders.parse.passages import Outline, Passage
from loaders.parse.sections import meaning
from loaders.parse.sentences import sentences

_NOT_HERE = ("method", "about", "procedures", "reason-for-review")
_ELSEWHERE = ("newsletter", "inspection-letter", "inspection-report", "action-tracker")


def add_asked(walked: Outline, kind: DocumentKind) -> None:
    """Add to the passages what they ask outright, behind the passage that asks it."""
    if kind in _ELSEWHERE:
        return
    told: list[Passage] = []
    for passage in walked.passages:
        found = [one for one in sentences(passage.text) if _asks(one)] if _loose(passage) else []
        if found != [passage.text]:
            told.append(passage)
        told += [replace(passage, text=one, meaning=meaning("asked")) for one in found]
    walked.passages = told


def _asks(sentence: str) -> bool:
    return puts_request(sentence) and not is_notice(sentence)


def _loose(passage: Passage) -> bool:
    found = passage.meaning
    story = found is not None and found.becomes == "context" and found.id not in _NOT_HERE
    return (found is None or story) and passage.block.kind in (BlockKind.PARAGRAPH, BlockKind.NUMBERED)
