"""Points that a sentence counts and those behind it tell one by one ("Three things trouble me. Plans are … Nobody …").

The counting sentence says whether what follows was learnt, praised or blamed, and is no point of its own. As many
sentences follow as it counts, or those that an ordinal opens.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby

from loaders.blocks import BlockKind
from loaders.parse.cases.mentions import NUMBERS
from loaders.parse.passages import Outline, Passage
from loaders.parse.sections import Meaning, meaning
from loaders.parse.sentences import sentences
from loaders.sieve import Sieve

_LONGEST = 14  # words of a sentence that only counts
_LEAST = 2  # points
_COUNTS = Sieve(
    r"\b(?P<count>two|three|four|five|six|seven|eight)(?: [a-z]+)? "
    r"(?:things|points|matters|issues|concerns|worries|themes|lessons|messages|strengths|weaknesses|aspects)\b",
    re.I,
)
_SENSES = (
    ("needs-improvement", re.compile(r"\b(?:troubl|worr|concern|disappoint|weakness|went wrong|alarm|nag)", re.I)),
    ("good-practice", re.compile(r"\b(?:strengths|went well|worked well|impress|pleas|encourag|stood up well)", re.I)),
    (
        "learning",
        re.compile(
            r"\b(?:learn|lessons|themes|found|find|saw|seen?|struck|strikes?|st(?:an|oo)d out|emerged?|recur"
            r"|came (?:up|through)|notice[ds]?|noted)\b",
            re.I,
        ),
    ),
)
_ASKS = re.compile(r"\b(?:ask|asked|recommend|request|propose|suggest|need|should|must|will|would)", re.I)
_ORDINAL = re.compile(r"(?:the )?(?:first|second|third|fourth|fifth|sixth|finally|last)(?:ly)?\b", re.I)
_LOOSE = ("context", "judgement", "finding")


def read_counted(walked: Outline) -> None:
    """Give the points that paragraphs count their meaning; any other text is left as it is."""
    told: list[Passage] = []
    for _, passages in groupby(walked.passages, key=lambda passage: id(passage.block)):
        group = list(passages)
        told += _points(group) or group
    walked.passages = told


def counts_points(sentence: str) -> tuple[int, Meaning] | None:
    """How many points a sentence says there are, and what they are by its words; None where it tells more or asks."""
    found = _COUNTS.search(sentence)
    if found is None or len(sentence.split()) > _LONGEST or _ASKS.search(sentence) or not sentence.endswith((".", ":")):
        return None
    sense = next((name for name, said in _SENSES if said.search(sentence)), None)
    return (NUMBERS[found["count"].lower()], meaning(sense)) if sense else None


def _points(group: list[Passage]) -> list[Passage]:
    """The passages of a paragraph with its counted points apart; [] where it counts none."""
    first = group[0]
    if first.block.kind is not BlockKind.PARAGRAPH or any(_asked(passage) for passage in group):
        return []
    each = [replace(passage, text=one) for passage in group for one in sentences(passage.text)]
    at, counted = next(
        ((at, found) for at, one in enumerate(each) if _loose(one) and (found := counts_points(one.text))), (0, None)
    )
    behind = each[at + 1 :]
    if counted is None or len(behind) < counted[0]:
        return []
    ordered = [one for one in behind if _ORDINAL.match(one.text)]
    points = ordered if len(ordered) >= _LEAST else behind[: counted[0]]
    return [
        *_together(each[:at]),
        replace(each[at], meaning=meaning("context")),
        *_with(points, behind, counted[1]),
    ]


def _with(points: list[Passage], behind: list[Passage], found: Meaning) -> list[Passage]:
    taken = {id(one) for one in points}
    told: list[Passage] = []
    for ours, run in groupby(behind, key=lambda one: id(one) in taken):
        each = list(run)
        told += [replace(one, meaning=_as(one, found)) for one in each] if ours else _together(each)
    return told


def _as(passage: Passage, found: Meaning) -> Meaning:
    """What was learnt keeps how its place judges it, unless the count says it."""
    here = passage.meaning
    return here if here is not None and here.becomes == "finding" and found.id == "learning" else found


def _together(passages: list[Passage]) -> list[Passage]:
    """Sentences that mean nothing of their own, as the text they were."""
    told: list[Passage] = []
    for found, run in groupby(passages, key=lambda one: one.meaning):
        parts = list(run)
        alone = found is not None and found.becomes != "context"
        told += parts if alone else [replace(parts[0], text=" ".join(one.text for one in parts))]
    return told


def _asked(passage: Passage) -> bool:
    return passage.meaning is not None and passage.meaning.becomes in ("recommendation", "priority", "plan")


def _loose(passage: Passage) -> bool:
    return passage.meaning is None or passage.meaning.becomes in _LOOSE
