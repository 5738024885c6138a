"""A sentence that only judges what the one before it tells ("This was good practice.", "That was a chance missed.").

Alone it says nothing of what was good or wanting: the two are one point, where the one before is none of its own.
"""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.blocks import BlockKind
from loaders.parse.layout.saying import befalls
from loaders.parse.passages import Outline, Passage
from loaders.parse.sections import Meaning, meaning
from loaders.parse.sentences import sentences

_VERY = r"(?:also |clearly |an? |clear |further |examples? of |very |some |significant |serious )*"
_POINTS = re.compile(r"(?:this|that|it|these|those|both|all of this) (?:was|were|is|are) ", re.I)
_PRAISES = re.compile(
    rf"{_VERY}(?:good|excellent|strong|effective|commendable|exemplary|skilled|thoughtful) (?:[a-z-]+ )?"
    r"(?:practice|work|care)\b",
    re.I,
)
_BLAMES = re.compile(
    rf"{_VERY}(?:(?:missed|lost) (?:opportunit(?:y|ies)|chances?)|(?:opportunit(?:y|ies)|chances?) (?:missed|lost)"
    r"|(?:poor|weak) practice|gaps?|failings?|omissions?|shortcomings?|weakness(?:es)?|errors?|mistakes?)\b",
    re.I,
)
_LONGEST = 16  # words of a sentence that judges and tells no more
_TOLD = ("finding", "recommendation", "action", "activity", "impact", "judgement")
_TEXT = (BlockKind.PARAGRAPH, BlockKind.NUMBERED)


def read_pointing(walked: Outline) -> None:
    """Join to what it judges a sentence of learning that points back; any other text is left as it is."""
    taken: dict[int, set[str]] = {}  # by id of a block: sentences that are something of their own
    for passage in walked.passages:
        if passage.meaning is not None and passage.meaning.becomes in _TOLD:
            taken.setdefault(id(passage.block), set()).update(sentences(passage.text))
    joined: set[tuple[int, str]] = set()
    told: list[Passage] = []
    for passage in walked.passages:
        before = _before(passage)
        if before is None or before in taken[id(passage.block)] or befalls(before):
            told.append(passage)
            continue
        joined.add((id(passage.block), before))
        told.append(replace(passage, text=f"{before} {passage.text}", meaning=points_back(passage.text)))
    walked.passages = [one for one in told if not _explains(one) or (id(one.block), one.text) not in joined]


def points_back(sentence: str) -> Meaning | None:
    """What a sentence calls what was told before it, in few words: good practice, or an opportunity missed."""
    pointed = _POINTS.match(sentence)
    if pointed is None or len(sentence.split()) > _LONGEST:
        return None
    said = sentence[pointed.end() :]
    return (
        meaning("good-practice")
        if _PRAISES.match(said)
        else meaning("judged-in-prose")
        if _BLAMES.match(said)
        else None
    )


def _before(passage: Passage) -> str | None:
    """The sentence before one of learning that points back to it, in its paragraph."""
    if passage.meaning is None or passage.meaning.becomes != "finding" or passage.block.kind not in _TEXT:
        return None
    if points_back(passage.text) is None:
        return None
    each = sentences(passage.block.text)
    at = each.index(passage.text) if passage.text in each else 0
    return each[at - 1] if at else None


def _explains(passage: Passage) -> bool:
    return passage.meaning is not None and passage.meaning.becomes == "explanation"
