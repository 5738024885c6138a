"""A panel's letter in paragraphs without numbers: what the panel thought of the review, sentence by sentence.

Only in a letter of a panel that heads and numbers nothing. A sentence in which the panel says what it thought is its
judgement, and so is the next one of its paragraph that speaks of the review; all else stays the story.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from loaders.blocks import BlockKind
from loaders.parse.cues import cue
from loaders.parse.layout.document import Front
from loaders.parse.passages import Outline, Passage
from loaders.parse.sections import meaning
from loaders.parse.sentences import sentences

_LOOSE = (BlockKind.PARAGRAPH,)


def read_letter(walked: Outline, first: Front) -> None:
    """Give the sentences of a panel's letter in which it judges their meaning; any other text is left as it is."""
    if first.default != "panel-feedback":
        return
    told = [passage for passage in walked.passages if passage.meaning is not None]
    if any(passage.meaning and passage.meaning.becomes == "judgement" for passage in told):
        # numbered or headed paragraphs are read by that; what the panel thought in the others is no learning
        walked.passages = [_viewed(passage) for passage in walked.passages]
        return
    paragraphs = [list(passages) for _, passages in groupby(walked.passages, key=lambda passage: id(passage.block))]
    walked.passages = [passage for passages in paragraphs for passage in _read(passages)]


def _viewed(passage: Passage) -> Passage:
    found = passage.block.kind in _LOOSE and passage.meaning is not None and passage.meaning.becomes == "finding"
    view = found and cue("prose", "panel-view").search(passage.text)
    return replace(passage, meaning=meaning("panel-feedback")) if view else passage


def _read(passages: list[Passage]) -> list[Passage]:
    one = passages[0]
    if one.block.kind not in _LOOSE or one.meaning is None or one.meaning.becomes != "context":
        return passages
    out: list[Passage] = []
    judged = False
    for sentence in sentences(one.block.text):
        thanks = cue("prose", "panel-business").search(sentence)
        judged = not thanks and bool(
            cue("prose", "panel-view").search(sentence) or (judged and cue("prose", "of-review").search(sentence))
        )
        out.append(replace(one, text=sentence, meaning=meaning("panel-feedback") if judged else one.meaning))
    return out if any(passage.meaning is not one.meaning for passage in out) else passages
