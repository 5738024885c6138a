"""Actions, promises, priorities and impact: what was to be done, and how far it is said to be."""

from __future__ import annotations

import re

from graph.dates import find_dates, iso
from graph.records import Action, Impact, Recommendation, Stated
from graph.text import key
from loaders.blocks import BlockKind
from loaders.coding import code
from loaders.parse.agencies import leads_of
from loaders.parse.cues import cue
from loaders.parse.desk import Desk, Home, claimed_priority
from loaders.parse.learning import response
from loaders.parse.passages import Passage
from loaders.parse.sentences import clauses
from loaders.parse.status import Stand, opens_with_verb, stand_of, tells_of_work

_REF = re.compile(r"\b(?:R|Rec(?:ommendation)?s? ?)?(?P<number>\d{1,2}(?:\.\d{1,2})*)\b")
_ALL = re.compile(r"all (?:of )?(?:the )?(?P<which>\w+ )?recommendations?\b", re.I)
_BEFORE_DATE = r"(?:by|in|on|for|before|from|during|until|at|later in)\s+(?:the )?(?:end of |early |late |mid-?)?{}"
_NO_WORK = "says nothing of work done, under way or planned"


def act(desk: Desk, passage: Passage, text: str, stand: Stand, **more: object) -> bool:
    """Make an action of a passage or a part of it; a promise is noted as one."""
    action = Action.model_validate(
        desk.stated(passage, text)
        | {
            "priority": claimed_priority(passage),
            "leads": leads_of(text) or passage.addressees,
            "status": stand.status,
            "status_printed": stand.printed,
            "promise": stand.promise,
            "themes": code(text),
        }
        | more
    )
    _date(action, text, stand)
    desk.home(passage).actions.append(action)
    if action.promise:
        desk.record.promises.append(action)
    desk.last_action = action
    desk.unstated(passage)
    return True


def _date(action: Action, text: str, stand: Stand) -> None:
    """Due of a promise; completed where the date follows the done-word in its own clause."""
    spans = (span for span in find_dates(text) if span.printed)
    due = next((s for s in spans if re.search(_BEFORE_DATE.format(re.escape(s.printed or "")), text, re.I)), None)
    if due is None:
        return
    if stand.promise:
        action.due, action.due_printed = iso(due), due.printed
    elif stand.status.startswith("complete") and stand.printed and due.precision in ("day", "month"):
        clause = re.split(r"[;.]\s", text)[0]
        if (due.printed or "") in clause[max(clause.find(stand.printed), 0) :]:
            action.completed = iso(due)


def action(desk: Desk, passage: Passage) -> bool:
    """An item of a list of actions."""
    assert passage.meaning is not None
    text, promise = passage.text, passage.meaning.promise
    if found := cue("passages", "for-somebody-to").search(text):
        text, promise = found["part"].rstrip(". "), True
    return act(desk, passage, text, stand_of(text, promise=promise))


def activity(desk: Desk, passage: Passage) -> bool:
    """Prose of work: an action where its verb says so."""
    desk.tell(passage)
    text = passage.text
    if desk.last_action is not None and _date_only(text):
        desk.last_action.due_printed = desk.last_action.due_printed or text
        desk.last_action.due = desk.last_action.due or iso(find_dates(text)[0])
        return True
    if response(desk, passage):
        return True
    unstated = desk.unstated(passage)
    if not unstated and passage.entry is not None and cue("passages", "published").search(text):
        return True  # a date of the review, not an action
    if tells_of_work(text) or (passage.block.kind is BlockKind.BULLET and opens_with_verb(text)):
        for clause in clauses(text):
            act(desk, passage, clause, stand_of(clause))
        return True
    if passage.entry is not None:
        desk.reviews[id(passage.entry)].context.append(Stated.model_validate(desk.stated(passage)))
        return True
    return unstated or desk.reject(passage.block, _NO_WORK)


def _date_only(text: str) -> bool:
    found = find_dates(text)
    for span in found:
        text = text.replace(span.printed or "", "")
    return bool(found) and len(re.sub(r"[\W_]|and", "", text)) < 4


def status(desk: Desk, passage: Passage) -> bool:
    """Progress by number ("R1 has been completed"): an action, and the status of that recommendation."""
    known = _numbered(desk, desk.home(passage))
    stand = stand_of(passage.text)
    text, _, but = passage.text.partition(" except ")
    named = [known[ref] for found in _REF.finditer(text) if (ref := found["number"]) in known]
    if not named and (found_all := _ALL.match(text)):
        which = key(found_all["which"] or "")
        spared = {found["number"] for found in _REF.finditer(but)}
        named = [
            recommendation
            for ref, recommendation in known.items()
            if ref not in spared and (not which or which in desk.sections.get(id(recommendation), ""))
        ]
        for ref in spared & known.keys():
            known[ref].status, known[ref].status_printed = "not-started", passage.text
    for recommendation in named:
        recommendation.status, recommendation.status_printed = stand.status, stand.printed
    one = named[0] if len(named) == 1 else None
    more: dict[str, object] = {"recommendation": one.ref, "leads": one.addressees} if one else {}
    return act(desk, passage, passage.text, stand, **more)


def _numbered(desk: Desk, home: Home) -> dict[str, Recommendation]:
    """Recommendations by their bare number."""
    every = [*desk.record.recommendations, *home.recommendations]
    return {re.sub(r"[^\d.]", "", known.ref).strip("."): known for known in every if known.ref}


def impact(desk: Desk, passage: Passage) -> bool:
    """A line under "impact"; how much it proves is judged later."""
    place = {"priority": claimed_priority(passage), "themes": code(passage.text)}
    desk.home(passage).impacts.append(Impact.model_validate(desk.stated(passage) | place))
    return True


def sought(desk: Desk, passage: Passage) -> bool:
    """An aim of a priority."""
    if passage.priority is None:
        return desk.reject(passage.block, "an aim that stands under no priority")
    mark = passage.priority
    desk.priority(mark.number, mark.title, mark.block).sought.append(Stated.model_validate(desk.stated(passage)))
    return True


def priority(desk: Desk, passage: Passage) -> bool:
    """An item of a list of priorities."""
    if passage.block.kind not in (BlockKind.BULLET, BlockKind.NUMBERED):
        return desk.reject(passage.block, "introduces priorities, is none itself")
    desk.priority(passage.block.number, passage.text, passage.block)
    return True
