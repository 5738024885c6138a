"""What a news item, or a statement on one review, says that the review found; no heading says it of anything.

Such a text names its source as it goes ("The report said …", "It added that …"), or counts failings and then tells
them, often in what somebody is quoted with. A sentence that only tells the story names no source, and stays story.
"""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.blocks import BlockKind
from loaders.coding.polarity import polarity_of
from loaders.coding.prose import prose_polarity
from loaders.parse.cues import cue
from loaders.parse.layout.saying import JUDGED, befalls, goes_on_with, meant, said_by
from loaders.parse.layout.units import is_loose
from loaders.parse.passages import Outline, Passage
from loaders.parse.sentences import sentences

_OPENS_QUOTED = re.compile(r"\W*[“\"]")
_SHORT = 12  # words of a sentence that says no more than that failings follow


def told_by_source(walked: Outline) -> list[Passage] | None:
    """The passages with what the review found behind the paragraph that tells it; None for any other kind of text."""
    own = [one.entry for one in walked.passages if one.entry is not None]
    if any(not entry.whole or entry.label.test for entry in (*own, *walked.entries)):
        return None
    if not own and not any(cue("prose", "reviewed").search(one.block.text) for one in walked.passages):
        return None
    out: list[Passage] = []
    follows = False  # failings were counted, or a source is quoted, and what was found is told from here on
    for number, passage in enumerate(walked.passages):
        out.append(passage)
        if passage.block.kind is not BlockKind.PARAGRAPH or not is_loose(passage.meaning):
            follows = False
            continue
        follows = follows and _OPENS_QUOTED.match(passage.text) is not None
        cited, before = False, None  # whether the paragraph names a source; what the sentence before was
        for one in sentences(passage.text):
            named = any(cue("prose", said).search(one) for said in ("review-said", "admits"))
            named = named or goes_on_with(before, one) is not None
            cited = cited or named
            told = named or follows or (number > 0 and _of_work(passage, one))
            before = "learning" if told and _learnt(one, named=named) else None
            if before:
                out.append(replace(passage, text=one, meaning=meant("learning", one)))
            opening = len(one.split()) <= _SHORT and cue("prose", "failings-follow").search(one) is not None
            follows = opening or (follows and (before is not None or said_by(one) is None))
        follows = follows or (cited and _left_open(passage.text))
    return out


def _left_open(text: str) -> bool:
    """Whether a quotation that begins in a paragraph goes on in the next."""
    return text.count("“") > text.count("”") or text.count('"') % 2 == 1


def _of_work(passage: Passage, sentence: str) -> bool:
    """Whether a sentence of the report of one case is of those who work with families."""
    return passage.entry is not None and cue("prose", "worker").search(sentence) is not None


def _learnt(sentence: str, *, named: bool) -> bool:
    """Whether a sentence judges what was done; one of what befell the child, only by a source that found it wanting."""
    sorry = named and cue("prose", "sorry").search(sentence) is not None
    judged = (sorry or said_by(sentence) == "learning") and prose_polarity(sentence) in JUDGED
    wrong = named and polarity_of(sentence, "learning") == "shortfall"
    return judged and (wrong or not befalls(sentence))
