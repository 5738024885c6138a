"""How a column of sentences speaks: it tells what was found, asks, plans, gives news, or prints states.

Each cell is heard by its grammar (its modal, its finite verbs and their tense) and by what the rest of the house hears
in it (status, polarity), never by a list of sentences. The shares are what `roles` weighs beside the heads.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from graph.text import key
from loaders.coding import polarity_of
from loaders.parse.cues import cue
from loaders.parse.items.status import stand_of
from loaders.parse.items.verb_groups import verb_groups
from loaders.parse.sentences import sentences
from loaders.trackers.vocabulary import says, status_of

ENOUGH = 12  # cells that tell how a column speaks
_LONGEST = 60  # words of a cell that are listened to
_SHORT = 8  # words of an update that is hardly more than a word of status
_TO_DO = re.compile(  # "Housing to agree a form", "the policy to be understood by all"
    r"^[^.;:]{2,80}?\bto (?:(?:be|jointly|also|then|have) )?(?!(?:the|a|an|all|any|each|every|its|their|our|his|her"
    r"|this|that|these|those|be|do|have|date|\w+(?:s'|'s|’s))\b)[a-z]{2,}"
)
_THAT = re.compile(r"^(?:and )?that \w", re.I)


@dataclass(frozen=True, slots=True)
class Voices:
    """The shares of a column's cells that speak in each way."""

    asks: float = 0.0
    to_do: float = 0.0  # somebody is to do something
    plans: float = 0.0  # names work without saying that anything is so
    news: float = 0.0
    past: float = 0.0
    found: float = 0.0  # tells what went well or wrong
    states: float = 0.0
    words: float = 0.0  # of a cell
    own: float = 0.0  # the share of cells that say what no other does


def voices(texts: Sequence[str]) -> Voices:
    """How a column speaks; nothing where one cell alone would have to tell it."""
    told = [text for text in texts if text.strip() and not says("no_action", text)][:ENOUGH]
    if len(told) < 2:
        return Voices()
    heard = [_heard(" ".join(text.split()[:_LONGEST])) for text in told]
    counts = {name: sum(name in one for one in heard) / len(told) for name in _NAMES}
    words = sum(len(text.split()) for text in told) / len(told)
    different = len({key(text) for text in told})
    own = 0.0 if different == 1 and len(told) > 2 else different / len(told)
    return Voices(**counts, words=words, own=own)


_NAMES = ("asks", "to_do", "plans", "news", "past", "found", "states")


_PLAN = frozenset(("plans",))


@lru_cache(maxsize=4096)
def _heard(text: str) -> frozenset[str]:
    short = len(text.split()) <= _SHORT
    known = status_of(text) if short else None
    if known is not None and len(text.split()) <= 5:
        return frozenset(("states", "news"))
    if text[0] in '“"‘':
        return frozenset()  # what somebody said is none of these
    if news_behind(text):
        return _PLAN  # what is planned, with its news in the same cell
    told = set()
    if cue("passages", "asks-outright").search(text) or _THAT.match(text):
        told.add("asks")
    groups = [one for one in verb_groups(text) if one.main]
    stand = stand_of(text)
    if known is not None or (stand.status != "not-stated" and not stand.promise):
        told.add("news")
    answers = says("accepts", text) or says("refuses", text)
    if not groups and not answers and "news" not in told and "asks" not in told:
        told.add("plans")
        if _TO_DO.match(text):
            told.add("to_do")
    if any((one.past or one.perfect) and not one.modal for one in groups):
        told.add("past")
    if "asks" not in told and groups and polarity_of(text, "") in ("shortfall", "absent", "good-practice"):
        told.add("found")
    return frozenset(told)


def news_behind(text: str) -> tuple[str, str] | None:
    """A cell that names work and then tells in sentences how far it is, as the two; None for any other."""
    first, *rest = sentences(text)
    if not rest or _heard(first) - {"to_do"} != _PLAN or not all("news" in _heard(one) for one in rest):
        return None
    return first, " ".join(rest)
