"""Requests of a review told in turn, one a paragraph ("The second was that …", "The third asked A to …", "That all …").

Only below a sentence that says that there are several, in the same part of the document. What stands behind a request
in its paragraph and tells how far it is, is work, unless an author tells of themselves; a count of what was looked at,
of which the lesser part was so, was learnt; all else there stays what it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from loaders.blocks import BlockKind
from loaders.parse.figures.numbers import Figure
from loaders.parse.figures.shares import figures
from loaders.parse.layout.reported import became, counts_requests
from loaders.parse.layout.requested import asks
from loaders.parse.layout.saying import befalls, meant, said_by
from loaders.parse.passages import Outline, Passage
from loaders.parse.sections import Meaning, meaning
from loaders.parse.sentences import sentences

_WHICH = (
    r"(?:the|our|its) (?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|next|other|last|final)"
    r"(?: (?:recommendation|proposal|request|point|one))?(?: of (?:these|them|its [a-z]+))?"
)
_TURNS = tuple(
    re.compile(rf"{_WHICH}{rest}", re.I)
    for rest in (
        r" (?:was|is) that (?P<asked>.+)",
        r" (?:was|is) (?P<asked>(?:to|for|an?) .+)",
        r" (?:asked|asks) (?P<asked>(?:that )?[^,;]{2,80}? to .+)",
        r" (?:asked|asks|called|calls|recommended|recommends|proposed|proposes) (?:that|for) (?P<asked>.+)",
        r", (?P<asked>(?:an?|the|to|that|for|more|better) .+?), (?:is|was|has|remains|stands|shows) .+",
    )
)
_OWN = re.compile(r"\bI\b")  # "I could not find that it took place"
_LOOSE = ("context", "judgement")


def read_in_turn(walked: Outline) -> None:
    """Give the requests that paragraphs tell in turn their meaning; any other text is left as it is."""
    groups = [list(told) for _, told in groupby(walked.passages, key=lambda passage: id(passage.block))]
    if not any(map(_turn, groups)):
        return  # what counts requests is looked for only where some are told so
    counted: tuple[int, str | None] | None = None  # the case and heading below which requests were counted
    told: list[Passage] = []
    for group in groups:
        here = (id(group[0].entry), group[0].heading)
        turn = _turn(group) if counted == here else None
        told += group if turn is None else turn
        if any(counts_requests(one) for passage in group for one in sentences(passage.text)):
            counted = here
    walked.passages = told


def request_in_turn(sentence: str) -> str | None:
    """What a sentence that tells one of several requests asks for, or None where it tells none."""
    found = next((found for turn in _TURNS if (found := turn.match(sentence))), None)
    if found is not None:
        return found["asked"]
    return sentence if sentence.startswith("That ") and asks(sentence) else None


def _turn(group: list[Passage]) -> list[Passage] | None:
    first = group[0]
    if first.block.kind is not BlockKind.PARAGRAPH or not _loose(first):
        return None
    asked = request_in_turn(sentences(first.text)[0])
    if asked is None:
        return None
    behind = [replace(first, text=one) for one in sentences(first.text)[1:]]
    return [replace(first, text=asked, meaning=meaning("asked")), *_behind([*behind, *group[1:]])]


def _behind(passages: list[Passage]) -> Iterator[Passage]:
    """What stands behind a request: work and learning one by one, and what goes on telling together."""
    for found, run in groupby(passages, key=_told_as):
        told = list(run)
        if found is None or found.becomes == "context":
            yield replace(told[0], text=" ".join(one.text for one in told))
        else:
            yield from (replace(one, meaning=found) for one in told)


def _told_as(passage: Passage) -> Meaning | None:
    text = passage.text
    if not _loose(passage):
        return passage.meaning
    if became(text) and not _OWN.search(text):
        return meaning("actions")
    if any(map(_lesser, figures(text))):
        return meaning("judged-in-prose")
    return meant("learning", text) if said_by(text) == "learning" and not befalls(text) else passage.meaning


def _lesser(figure: Figure) -> bool:
    """Whether fewer than two in three were so."""
    return bool(figure.numerator and figure.denominator and 3 * figure.numerator < 2 * figure.denominator)


def _loose(passage: Passage) -> bool:
    return passage.meaning is None or passage.meaning.becomes in _LOOSE
