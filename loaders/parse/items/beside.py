"""How far something is, as what stands beside or below it tells in sentences ("Alert sent 14/02. Form being tested.").

Each sentence may tell of another part of the action: it is done only where nothing beside it is still going on, and
where no fewer sentences say done than the action has parts.
"""

from __future__ import annotations

import re

from graph.records import Action
from loaders.parse.items.status import Stand, stand_of
from loaders.parse.sentences import sentences

_DENIES = re.compile(r"\b(?:cannot|can['’]?t|not|no|none|yet|until|await(?:s|ing)?|still)\b", re.I)
_STATUS_LED = re.compile(
    r"(?:[a-z]+ed|withdrawn|overtaken|begun|sent|held|written|built|made|given|taken|put|set|done|complete"
    r"|ongoing|awaiting|pending|not|no|none|nothing|nearly|almost|partly|largely|mostly|in|on|at|under|due|to|now|still|yes)\b",
    re.I,
)
_WORD = 3  # words of an update that is a mark and no sentence
_PARTS = re.compile(r"[.;]\s+(?=\S)")


def stand_beside(action: str, told: str) -> Stand:
    """The status that what stands beside an action gives it."""
    whole = stand_of(told)
    if not whole.status.startswith("complete"):
        return whole
    each = [stand_of(sentence) for sentence in sentences(told)]
    open_ = next((one for one in each if one.status != "not-stated" and not _done(one)), None)
    if open_ is not None:
        return open_ if open_.status != "not-started" else Stand("under-way", False, open_.printed)
    done = sum(_done(one) for one in each)
    denied = any(not _done(one) and _DENIES.search(told) for one, told in zip(each, sentences(told), strict=True))
    fewer = denied or (done < len(each) and done < len(_PARTS.split(action.strip())))
    return Stand("under-way", False, whole.printed) if fewer else whole


def tell_done(action: Action) -> None:
    """Where a row asks for something and tells in a sentence what was done about it, that sentence is the action.

    "Complete. Seen in March." says how far what is asked for is; "The guide was sent to schools" is work of its own.
    """
    told = action.updates[-1].text if len(action.updates) == 1 else ""
    if len(told.split()) <= _WORD or _STATUS_LED.match(told):
        return
    stand = stand_beside("", told)
    action.text = action.quote = told
    action.updates = [one for one in action.updates if one.date]  # when it was told is told nowhere else
    if stand.status != "not-stated":
        action.status, action.status_printed, action.promise = stand.status, stand.printed, stand.promise


def _done(stand: Stand) -> bool:
    return stand.status.startswith("complete") or stand.status == "embedded"
