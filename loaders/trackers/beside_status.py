"""What stands beside a status and settles how it is meant: a note of what was done, a refusal, a date of completion."""

from __future__ import annotations

import re
from typing import cast

from graph.records import ActionStatus, Update
from loaders.completion import says_not_complete
from loaders.parse.cues import cue
from loaders.parse.items.status import opens_with_verb, stand_of
from loaders.parse.sentences import sentences
from loaders.trackers.agreeing import STOPPED, settled
from loaders.trackers.dates import done_on
from loaders.trackers.drafts import Draft
from loaders.trackers.replied import reply_to
from loaders.trackers.status import Standing, names_colour
from loaders.trackers.vocabulary import says, status_of

COMPLETE = ("complete-evidenced", "complete-evidence-awaited", "embedded")
_SHORT = 9  # words of an update that says how things stand
_WORD = 3  # words of a status that is a mark and no sentence
_UNDONE = ("not-started", "at-risk", "overdue", "paused")
_IN_PART = re.compile(r"\W*(?:only |met )?(?:in part|part|partly|partially)\b", re.I)
_OPENING = re.compile(r"[.;:]\s|\s[–—-]\s|,\s(?=but\b)")
NOTE = 5  # words of a note that says nothing but what was done


def by_its_verb(stand: Standing, updates: list[Update], evidence: bool) -> Standing:
    """Green without a key beside one short note that opens with a verb of what is done ("Reissued May 2024")."""
    said = updates[0].text if len(updates) == 1 else ""
    if not (stand.by_custom and stand.status == "on-track" and 0 < len(said.split()) <= NOTE):
        return stand
    if opens_with_verb(said) and stand_of(said).status in COMPLETE:
        stand.status = "complete-evidenced" if evidence else "complete-evidence-awaited"
        stand.odd.append(
            f"“{stand.printed}” has no key, and the progress says done (“{said}”): read as said to be done"
        )
    return stand


def refused(stand: Standing, draft: Draft) -> Standing:
    """ "Closed" beside a response that refuses the recommendation: nothing was done, so nothing is complete."""
    if stand.status in COMPLETE and (says("refuses", draft.quote) or _refused_by_reply(draft)):
        stand.status = "cancelled"
        stand.odd.append(f"“{stand.printed}” is printed, but the response refuses it: read as not to be done")
    return stand


def _refused_by_reply(draft: Draft) -> bool:
    reply = reply_to(draft) if draft.recommendation else None
    return reply is not None and reply.kind == "not accepted"


def gone_elsewhere(stand: Standing, updates: list[Update]) -> Standing:
    """ "Complete" beside a last update by which it went into other work or was dropped: closed, and not as done."""
    if stand.status not in COMPLETE or not updates:
        return stand
    said = stand_of(updates[-1].text)
    gone = said.status if said.status in ("cancelled", "superseded") else None
    if gone or says("dropped", updates[-1].text) or says("refuses", updates[-1].text):
        words = said.printed if gone else re.split(r"[.;]\s", updates[-1].text)[0]
        stand.odd.append(f"“{stand.printed}” is printed, but the last update says “{words}”: not read as done")
        stand.status = gone or "cancelled"
    return stand


def denied(stand: Standing, updates: list[Update]) -> Standing:
    """ "Complete" beside a last update that says that it is not, or only in part: it is not done."""
    if stand.status not in COMPLETE or not updates:
        return stand
    said = _OPENING.split(updates[-1].text, maxsplit=1)[0]
    told = status_of(said) if len(said.split()) <= _WORD else None
    if told not in _UNDONE or stand_of(said).status not in (*_UNDONE, "under-way"):
        told = None  # "Live everywhere" says no more than what was done
    opening = " ".join(said.split()[:_WORD])  # "Form changed and first audit complete" denies nothing
    if told or says_not_complete(opening) or _IN_PART.match(said):
        stand.odd.append(f"“{stand.printed}” is printed, but the last update says “{said}”: not read as done")
        stand.status = cast(ActionStatus, told or "under-way")
        return stand
    return _in_part(stand, updates)


def _in_part(stand: Standing, updates: list[Update]) -> Standing:
    """ "Complete" beside a last update whose last sentence says that only a part is done: the weaker holds."""
    told = sentences(updates[-1].text)
    said = told[-1] if told else ""
    if says("part_done", said) and not cue("undone", "spared").search(said):
        stand.odd.append(f"“{stand.printed}” is printed, but the last update says “{said}”: not read as done")
        stand.status = "under-way"
    return stand


def undone(stand: Standing, deed: str) -> Standing:
    """ "Closed" over what was done, where that says it was not ("Not taken forward"): it is not done."""
    own = stand_of(deed)
    if stand.status in COMPLETE and own.status in (*_UNDONE, "cancelled"):
        stand.odd.append(f"“{stand.printed}” is printed, but what was done says “{own.printed}”: not read as done")
        stand.status = own.status
    return stand


def by_its_words(stand: Standing, updates: list[Update]) -> Standing:
    """A colour beside a last update of a few words that say otherwise ("Blue", "Paused"): the words hold."""
    said = updates[-1].text if updates else ""
    told = _opening(said)
    if stand.printed is None or not names_colour(stand.printed) or told is None:
        return stand
    code, odd = settled(said, told, stand.printed, None if stand.by_custom else stand.status)
    if odd and told in (*STOPPED, "under-way", "at-risk"):
        stand.status = cast(ActionStatus, code)
    if odd:
        stand.odd.append(odd)
    return stand


def _opening(said: str) -> str | None:
    """What a few words say of how things stand: a word of status alone, or one that opens them and says why not."""
    words = said.split()
    if len(words) <= _WORD:
        told = status_of(said)
        return None if told in ("under-way", "at-risk") and stand_of(said).status != told else told  # "Live everywhere"
    told = status_of(" ".join(words[:_WORD])) if len(words) <= _SHORT else None
    return told if told in STOPPED and status_of(said) == told else None


def by_its_date(stand: Standing, draft: Draft, evidence: bool, as_of: str | None = None) -> Standing:
    """Green without a key beside a date in the column of completion: the tracker says that it was closed."""
    days = ((cell.text, done_on(cell)[0]) for cell in draft.cells("completed"))
    closed = next((text for text, day in days if day and not (as_of and day > as_of)), None)
    if stand.by_custom and stand.status == "on-track" and closed:
        stand.status = "complete-evidenced" if evidence else "complete-evidence-awaited"
        stand.odd.append(
            f"“{stand.printed}” has no key, and a completion date stands beside it ({closed}): read as done"
        )
    return stand
