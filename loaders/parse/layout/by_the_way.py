"""Findings and work told outright in running text where nothing else is taken: in a story, under an unknown heading.

A story is not combed for learning, since what befell a family is no finding. But where it says that somebody is
praised, tells a deed beyond what the work asks (`coding/devoted.py`), or what the review looked for and did not find
(`coding/absence.py`), that is a finding wherever it stands; under a heading that is not known, so is a lapse told as a
bare fact (`coding/lapses.py`). Work is told by the way where a sentence surely tells it (`items/deeds.py`), among
learning, in scrutiny and in what is not understood.
"""

from __future__ import annotations

import re
from dataclasses import replace

from graph.records import DocumentKind
from loaders.blocks import BlockKind
from loaders.coding import beyond_duty, devoted, praised, ruled_out, tells_lapse
from loaders.parse.cues import cue
from loaders.parse.items.deeds import told_by_the_way
from loaders.parse.items.listed import listed_promises
from loaders.parse.items.marked import left_open
from loaders.parse.items.status import tells_of_work
from loaders.parse.passages import Outline, Passage
from loaders.parse.sections import meaning
from loaders.parse.sentences import sentences

_GOES_ON = re.compile(r"(?:she|he|they)\b", re.I)  # with whoever was praised in the sentence before
_STORIES = ("context", "explanation", "activity")
_WORK = ("action", "activity", "status", "recommendation")
_MAY_TELL_WORK = ("context", "explanation", "finding", "judgement", "priority")
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
        if left_open(one):
            continue
        if ((before or lapse) and not tells_of_work(one)) or ruled_out(one):
            out.append(one)
    return out


def add_deeds(walked: Outline, kind: DocumentKind) -> None:
    """Add to the passages the work they tell by the way; a sentence of learning that tells only that is work instead.

    Not in inspections, which praise in the same words what is done as a rule.
    """
    if kind.startswith("inspection"):
        return
    known = {(id(one.block), one.text) for one in walked.passages if one.meaning and one.meaning.becomes in _WORK}
    told: list[Passage] = []
    for passage in walked.passages:
        found = [one for one in _deeds_in(passage) if (id(passage.block), one[0]) not in known]
        known |= {(id(passage.block), one) for one, _ in found}
        story = passage.meaning is not None and passage.meaning.becomes == "context"
        if not (found and found[0][0] == passage.text and not story):
            told.append(passage)
        told += [each for one, name in found for each in _as_work(passage, one, name)]
    walked.passages = told


def _as_work(passage: Passage, sentence: str, name: str) -> list[Passage]:
    """A sentence of work as a passage of its own; what it promises in a list, each by itself below the day of all."""
    lead, each = listed_promises(sentence)
    if open_ := left_open(sentence):
        return [replace(passage, text=one, meaning=meaning(name)) for one in open_]
    if each:
        return [replace(passage, text=one, lead=lead, meaning=meaning(name)) for one in each]
    return [replace(passage, text=sentence, meaning=meaning(name))]


def _deeds_in(passage: Passage) -> list[tuple[str, str]]:
    """The sentences of a passage that surely tell work, each with the id of what it is."""
    found = passage.meaning
    loose = found is None or found.id == "questions" or found.becomes in _MAY_TELL_WORK
    loose = loose and (found is None or found.id not in (*_NOT_HERE, "good-practice"))
    if not loose or passage.block.kind not in (BlockKind.PARAGRAPH, BlockKind.NUMBERED):
        return []
    if passage.entry is not None and passage.entry.label.test == "inspection":
        return []
    return [(one, name) for one in sentences(passage.text) if (name := told_by_the_way(one))]
