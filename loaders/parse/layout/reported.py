"""A paragraph of learning that also reports what was asked: "The author made two recommendations. First, …".

Its requests and what it tells behind them of how far each is are no learning. They are known by a sentence that counts
or announces requests, or that says outright what was recommended; nothing is asked by mood alone.
"""

from __future__ import annotations

import re

from loaders.parse.cues import cue
from loaders.parse.items.announcing import announces_requests
from loaders.parse.items.asking import each_asked_that
from loaders.parse.layout.requested import asked_after_count, tells_how_far
from loaders.parse.sentences import sentences
from loaders.sieve import Sieve

_WHO = (
    r"(?:it|they|we|i|(?:the|this|that|her|his|its|their|our) (?:[\w-]+ ){0,2}(?:reviews?|reports?|authors?|reviewers?"
    r"|panel|scrutineer))"
)
_SAYS_WHAT = Sieve(
    rf"\b(?:recommendations?|proposals?)(?: (?:was|were|is|are):?|:) that\b|^it (?:was|is) (?:also )?recommended that\b"
    rf"|^(?:(?:in addition|finally|lastly),? )?{_WHO} (?:also |had |has |have |further )*recommend(?:s|ed)? that\b",
    re.I,
)
_ORDINAL = re.compile(
    r"^(?:and )?(?:(?:first|second|third|fourth|fifth|final|last)(?:ly)?"
    r"|the (?:first|second|third|fourth|fifth|last) (?:is|was) that),?\s+",
    re.I,
)
_TESTED = re.compile(r"\bscrutiny[’']s|\b(?:of|in) the report\b|\bsample\b|\b(?:showed|shows|found)\b", re.I)

Told = tuple[str, str | None]


def reported(text: str) -> list[Told]:
    """The sentences of a paragraph that reports requests, each with the id of what it is; [] where it reports none.

    None stands for what the paragraph tells besides; sentences of that kind that follow each other stay together.
    """
    told: list[Told] = []
    counted = asked = False
    for sentence in sentences(text):
        if counts_requests(sentence):
            counted = True
            told.append((sentence, "context"))
        elif _SAYS_WHAT.search(sentence):
            told += [(one, "asked") for one in each_asked_that(sentence)]
            asked = True
        elif counted and (parts := counted_request(sentence)):
            told += zip(parts, ("asked", "actions"), strict=False)
            asked = True
        elif asked and became(sentence):
            told.append((sentence, "actions"))
        elif told and told[-1][1] is None:
            told[-1] = (f"{told[-1][0]} {sentence}", None)
        else:
            told.append((sentence, None))
    return told if asked else []


def became(sentence: str) -> bool:
    """Whether a sentence behind requests tells how far one is, and not what a test found or the report holds."""
    return tells_how_far(sentence) and not _TESTED.search(sentence)


def counts_requests(sentence: str) -> bool:
    """Whether a sentence only says that requests follow, or how many there are."""
    said = cue("passages", "counts-recommendations").match(sentence) or cue("letters", "counts-asked").search(sentence)
    return said is not None or announces_requests(sentence)


def counted_request(sentence: str) -> list[str]:
    """A request of those that were counted, in whatever mood where its number opens it, and what became of it."""
    ordinal = _ORDINAL.match(sentence)
    if ordinal is None:
        return asked_after_count(sentence)
    said = sentence[ordinal.end() :]
    request = said.removeprefix("that ")
    told = tells_how_far(request) and request == said  # "First, that no case be closed by …" asks, whatever its verb
    return asked_after_count(request) or ([] if told else [request])


def listed_in(text: str) -> list[Told]:
    """The sentences of a paragraph of which one lists requests ("They were that A …; and that B …"); else []."""
    told: list[Told] = []
    for sentence in sentences(text):
        each = each_asked_that(sentence)
        since = any(name == "asked" for _, name in told) and became(sentence)
        told += [(one, "asked" if len(each) > 1 else "actions" if since else "context") for one in each]
    return told if any(name == "asked" for _, name in told) else []
