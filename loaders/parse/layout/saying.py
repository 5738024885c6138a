"""What a sentence of running prose is by its own words: asked, done since, learnt, what befell the child, or none."""

from __future__ import annotations

import re

from loaders.coding import ruled_out, tells_lapse
from loaders.coding.polarity import polarity_of
from loaders.coding.prose import prose_polarity
from loaders.parse.cases.harm import DIED
from loaders.parse.cues import cue
from loaders.parse.items.putting import puts_request
from loaders.parse.items.status import tells_of_work, worded
from loaders.parse.sections import Meaning, meaning

_NO_CONCERNS = re.compile(r"\bno (?:[a-z]+ ){0,2}(?:concerns?|worries)\b", re.I)  # of the child, as they saw it then
_SAYS_MORE = re.compile(  # of the reviewer told of in the sentence before
    r"(?:she|he|they|it) (?:also |further |too )?(?:said|found|noted|felt|considered|concluded|observed|pointed out"
    r"|(?:was|were) (?:also )?(?:complimentary|critical|concerned|struck))\b",
    re.I,
)
_LEAST = 6  # words of a sentence that tells something
JUDGED = ("shortfall", "barrier", "good-practice")


def goes_on_with(before: str | None, sentence: str) -> str | None:
    """What a sentence that says nothing of itself is, below one that told of work, or of learning, in its paragraph."""
    if before == "learning" and _SAYS_MORE.match(sentence):
        return "learning"
    if any(cue("prose", name).search(sentence) for name in ("of-family", "in-hand", "of-report")):
        return None
    if before == "actions":
        return "actions" if tells_of_work(sentence) or worded(sentence).status != "not-stated" else None
    return "learning" if before == "learning" and cue("prose", "worker").search(sentence) else None


def of_workers(sentence: str) -> str | None:
    """Learning, where a sentence of a story says by its words alone what those who work with families did not do."""
    if cue("prose", "of-family").search(sentence) or _NO_CONCERNS.search(sentence) or befalls(sentence):
        return None
    works = cue("prose", "worker").search(sentence) is not None
    return "learning" if works and polarity_of(sentence, "learning") == "shortfall" else None


def meant(name: str | None, sentence: str) -> Meaning | None:
    """The meaning, for learning with how it is judged: by prose where that says anything, else by its words."""
    if name == "learning":
        judged = prose_polarity(sentence)
        blamed = cue("prose", "should-have").search(sentence) or cue("prose", "wanting").search(sentence)
        if judged in JUDGED and not (judged == "good-practice" and blamed):
            return meaning("judged-in-prose")
    return meaning(name) if name else None


def befalls(sentence: str) -> bool:
    """Whether a sentence tells what befell the child, and no more."""
    said = cue("prose", "learnt").search(sentence) or cue("prose", "asks").search(sentence)
    return not said and bool(DIED.search(sentence))


def said_by(sentence: str) -> str | None:
    """What a sentence is by its own words, as the id of a meaning: asked, done since, learnt, or nothing of these."""
    if len(sentence.split()) < _LEAST and not cue("prose", "wanting").search(sentence):
        return None
    if cue("passages", "hindsight").search(sentence) or cue("prose", "should-have").search(sentence):
        return "learning"
    if cue("prose", "working").search(sentence):
        return "activity"
    if puts_request(sentence):
        return "asked"
    if cue("prose", "asks").search(sentence) and not cue("prose", "asks-not").search(sentence):
        return "asked"
    if any(cue("prose", name).search(sentence) for name in ("thanks", "in-hand", "of-report")):
        return None
    if cue("prose", "since").search(sentence) and not cue("prose", "of-family").search(sentence):
        return "activity"
    if cue("prose", "learnt").search(sentence) or ruled_out(sentence):
        return "learning"
    if cue("prose", "of-family").search(cue("prose", "reported").sub("", sentence)):
        return None
    if cue("prose", "wanting").search(sentence) or prose_polarity(sentence) in JUDGED or tells_lapse(sentence):
        return "learning"
    return None
