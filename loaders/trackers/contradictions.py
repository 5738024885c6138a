"""What a tracker says of one action that cannot all be true: it is noted, and nothing is overruled."""

from __future__ import annotations

import re

from graph.records import Action
from loaders.completion import says_not_complete
from loaders.trackers.beside_status import COMPLETE
from loaders.trackers.dates import Due, impossible
from loaders.trackers.vocabulary import data, status_of

_SHORT = 9  # words of an update that says how things stand


def contradictions(action: Action, due: Due, as_of: str | None) -> list[str]:
    """What cannot be true together: on track after its date, events after the day the tracker was written.

    Args:
        action: as read.
        due: its dates as read.
        as_of: the day the tracker was written, ISO, if it says so.
    """
    odd = []
    known = [u.date for u in action.updates if u.date and len(u.date) == 10]
    today = as_of or max(known, default=None)
    if action.due and today and action.due < today and action.status in data()["unfinished"]:
        odd.append(f"“{action.status_printed}” is printed, but the due date had passed by {today}: overdue by its date")
    if as_of:
        later = [d for d in (*known, action.completed or "") if d > as_of and len(d) == 10]
        odd += [f"{later[0]} is after the day the tracker was written ({as_of})"] if later else []
    if action.status in COMPLETE and action.updates and (left := _left_open(action.updates[-1].text)):
        odd.append(f"“{action.status_printed}” is printed, but the last update says “{left}”: not the same")
    if due.due and due.previous and due.due < due.previous[-1]:
        odd.append("the date that holds now is earlier than the one it replaced")
    for update in action.updates:
        odd += [f"{one} in an update is not a date: no such day exists" for one in impossible(update.text[:40])]
    return odd


def _left_open(update: str) -> str | None:
    """What an update says is still to be done, in the words of its first or last sentence; None where it says none."""
    told = [part for part in re.split(r"(?<=[.;!?])\s+|\n", update) if part]
    for part in dict.fromkeys([*told[:1], *told[-1:]]):
        short = len(part.split()) <= _SHORT and status_of(part) in ("not-started", "overdue", "at-risk", "paused")
        if short or says_not_complete(part):
            return part
    return None
