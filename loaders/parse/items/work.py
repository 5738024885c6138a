"""Actions, promises, priorities and impact: what was to be done, and how far it is said to be."""

from __future__ import annotations

import re
from typing import cast

from graph.dates import find_dates, iso
from graph.records import Action, ActionStatus, Impact, Recommendation, Stated
from loaders.blocks import BlockKind
from loaders.coding import code
from loaders.parse.cues import cue
from loaders.parse.desk import Desk, Home, claimed_priority, is_prose
from loaders.parse.items.announcing import announces_items, only_thanks
from loaders.parse.items.beside import stand_beside
from loaders.parse.items.deeds import told_by_the_way
from loaders.parse.items.leads import leads_of
from loaders.parse.items.marked import decided_in, marked, to_do
from loaders.parse.items.recommendations import measure_in, number_of_heading, recommendation, refs_in, response
from loaders.parse.items.status import Stand, opens_with_verb, stand_of, tells_of_work, worded
from loaders.parse.items.terms import Terms, dated, due_in, due_of_lead, terms_in
from loaders.parse.items.undone import taken_back
from loaders.parse.passages import Passage
from loaders.parse.sentences import clauses
from loaders.trackers.vocabulary import status_of

_DATED = (
    r"by|in|on|for|before|from|during|until|at|later in|due(?: by| on)?|completed(?: on| in| by)?|deadline:?"
    r"|target(?: date)?:?"
)
_SEASON = 160  # days: a longer span ("in 2024-25") is a time the work is for, not when it was done
_UNTIL = re.compile(r"(?:by|before|until|for|due|deadline|target)\b", re.I)
_REMARK = 8  # words of a sentence that only goes on from the one before
_TAG = 5  # words of a line that only says how far an action is
_NO_WORK = "says nothing of work done, under way or planned"


def act(desk: Desk, passage: Passage, text: str, stand: Stand, *, home: Home | None = None, **more: object) -> bool:
    """Make an action of a passage or a part of it, in its own place or at `home`; a promise is noted as one."""
    number = passage.block.number or ""
    named = refs_in(text) or (refs_in(number) if number.lower().startswith("rec") else [])  # "Recommendation 1: Done."
    action = Action.model_validate(
        desk.stated(passage, text)
        | {
            "priority": claimed_priority(passage),
            "recommendation": named[0]
            if len(named) == 1
            else number_of_heading(passage) or _number_of_item(desk, passage),
            "leads": terms_in(text).leads or leads_of(text) or passage.addressees,
            "status": stand.status,
            "status_printed": stand.printed,
            "promise": stand.promise,
            "themes": code(text),
        }
        | more
    )
    _date(action, text, stand, passage.due)
    if not action.due_printed and not is_done(stand):
        action.due_printed, action.due = due_of_lead(passage.lead)
    (home or desk.home(passage)).actions.append(action)
    desk.acted.append((passage, action))
    if action.promise:
        desk.record.promises.append(action)
    desk.last_action = desk.last_asked = action
    desk.last_block = passage.block
    action.success_measure = measure_in(text)
    desk.unstated(passage)
    return True


def _number_of_item(desk: Desk, passage: Passage) -> str | None:
    """The number of the recommendation that the same item of a list asks for, and then tells how far it is."""
    above, asked = desk.asked[-1] if desk.asked else (None, None)
    return asked.ref if asked is not None and above is not None and above.block is passage.block else None


def measure(desk: Desk, passage: Passage) -> bool:
    """What is to be different once the recommendation or action above it is done, in its own words."""
    asked = desk.last_asked
    if isinstance(asked, Recommendation) and asked.ref and passage.block.kind is BlockKind.NUMBERED:
        return recommendation(desk, passage)  # the next one asked, in a list that the measures stand between
    if asked is None:
        return desk.reject(passage.block, "a measure of success that stands under nothing that was asked or done")
    told = measure_in(passage.text) or passage.text
    asked.success_measure = f"{asked.success_measure}; {told}" if asked.success_measure else told
    return True


def terms(desk: Desk, told: Terms) -> bool:
    """Who is to do what stands above, and by when, as a line below it says."""
    asked = desk.last_asked
    assert asked is not None
    known = asked.addressees if isinstance(asked, Recommendation) else asked.leads
    known += [who for who in told.leads if who not in known]
    if told.due_printed and not asked.due_printed:
        asked.due_printed, asked.due = told.due_printed, told.due
    return True


def _date(action: Action, text: str, stand: Stand, due: str | None) -> None:
    """Due of a promise or of work under way; completed where the clause of the done-word prints the date."""
    for found, span in dated(text, _DATED):
        if stand.promise or (stand.status != "embedded" and _UNTIL.match(found[0]) and not is_done(stand)):
            action.due, action.due_printed = action.due or iso(span), action.due_printed or span.printed
            return
        if is_done(stand) and stand.printed and (span.to - span.from_).days <= _SEASON:
            clause = re.split(r"[;.]\s", text)[0]
            place = max(clause.find(stand.printed), 0)
            if cue("status-words", "planned-next").search(text[place : found.start()]):
                action.due, action.due_printed = action.due or iso(span), action.due_printed or span.printed
            elif (span.printed or "") in clause[place:] or found.start() == 0:
                action.completed = iso(span)
            return
    if not action.due_printed and (due or not is_done(stand)):
        action.due_printed, action.due = due_in(text, due)


def is_done(stand: Stand) -> bool:
    """Whether it is said to be done, with evidence or without."""
    return stand.status.startswith("complete")


def _taken_back(desk: Desk, passage: Passage) -> bool:
    """A sentence that takes back what the one before it in its paragraph said was done: the two are one statement."""
    before = desk.last_action
    told = before is not None and before.status in ("complete-evidence-awaited", "embedded", "under-way", "on-track")
    if before is None or not told or desk.last_block is not passage.block or before.quote == passage.text:
        return False
    both = f"{before.quote} {passage.text}"
    if _only_goes_on(passage) and both in passage.block.text:
        before.text, before.quote = f"{before.text} {passage.text}", both  # a later sentence may take back the two
        return True
    own = worded(passage.text).status != "not-stated" and not cue("undone", "goes-on").match(passage.text)
    own = own or marked(passage.text) is not None
    back = None if own or both not in passage.block.text else taken_back(both, before.status, before.status_printed)
    if back is None or back[0] == before.status or back[1] in before.quote:
        return False
    before.text, before.quote = f"{before.text} {passage.text}", both
    before.status, before.status_printed, before.promise, before.completed = back[0], back[1], False, None
    desk.record.promises = [promise for promise in desk.record.promises if promise is not before]
    return True


def _only_goes_on(passage: Passage) -> bool:
    """Whether a sentence is about the work told before it and tells of none itself ("It is used in four schools.")."""
    short = len(passage.text.split()) <= _REMARK and re.match(r"(?:it|this|they)\b", passage.text, re.I)
    return bool(short) and not tells_of_work(passage.text) and worded(passage.text).status == "not-stated"


def action(desk: Desk, passage: Passage) -> bool:
    """An item of a list of actions."""
    assert passage.meaning is not None
    if _taken_back(desk, passage):
        return True
    if _date_only(passage.text):
        return desk.reject(passage.block, "a date alone")
    if passage.text.endswith("?"):
        return desk.reject(passage.block, "a question, not an action")
    if cue("passages", "dates-itself").match(passage.text):
        return desk.reject(passage.block, "says when this paper was brought up to date, not what was done")
    courteous = any(cue("passages", name).match(passage.text) for name in ("courtesy", "letter-end"))
    if courteous or only_thanks(passage.text) or _of_child(passage):
        return no_work(desk, passage)
    if announces_items(passage.text) or cue("passages", "about-reading").match(passage.text):
        return desk.reject(passage.block, "announces actions, or says where to read of them; is none itself")
    if _tags(desk, passage):
        return True
    if not re.search(r"[A-Za-z]{3}", passage.text):
        return desk.reject(passage.block, "a sign, a number or a letter alone")
    set_here = marked(passage.text)
    text, promise = set_here or cue("passages", "action-label").sub("", passage.text), passage.meaning.promise
    if found := cue("passages", "for-somebody-to").search(text):
        text, promise = found["part"].rstrip(". "), True
    if is_prose(passage) and not passage.item and not passage.stands and cue("work", "not-work").search(text):
        return no_work(desk, passage)
    stand = stand_of(text, promise=promise)
    if set_here is not None and stand.status == "not-stated" and to_do(text):
        stand = Stand("not-started", True, None)  # the line that sets an action promises it
    left = promise and cue("passages", "left-to-do").search(passage.section or passage.heading or "") is not None
    if left and stand.status in ("complete-evidence-awaited", "embedded"):
        stand = Stand("under-way", False, stand.printed)  # "has been drafted", among what is left to do
    if passage.stands and (said := stand_beside(text, passage.stands)).status != "not-stated":
        stand = said
    if stand == Stand() and (decided := decided_in(text)) is not None and not tells_of_work(decided):
        return no_work(desk, passage)
    running = not passage.item or "." in (passage.block.number or "")
    if stand.status == "not-stated" and running and not promise and _tells_otherwise(text):
        return no_work(desk, passage)
    return act(desk, passage, text, stand)


def _tags(desk: Desk, passage: Passage) -> bool:
    """A word of status alone behind an action in its paragraph ("… was finished by July. Behind schedule").

    It never makes an action complete: that its own words have to say.
    """
    before = desk.last_action
    if before is None or passage.block.kind is not BlockKind.PARAGRAPH or len(passage.text.split()) > _TAG:
        return False
    if marked(passage.text) is not None:
        return False  # "AP8 (ICB): not begun" is an action of its own
    ends = passage.block.text.endswith(passage.text) and before.quote != passage.text
    code = status_of(passage.text) if ends and desk.last_block is passage.block else None
    if code is None:
        return False
    if code.startswith("complete") or code in ("done", "embedded"):
        return True
    before.status, before.status_printed, before.promise = cast(ActionStatus, code), passage.text, False
    desk.record.promises = [promise for promise in desk.record.promises if promise is not before]
    return True


def _of_child(passage: Passage) -> bool:
    """Whether a sentence of running text tells of the child of its case, by name ("Rowan has started at college")."""
    name = passage.entry.label.name if passage.entry is not None and not passage.entry.label.test else None
    return (
        name is not None
        and len(name) > 1  # "A form was made" is not of child A
        and not passage.item
        and re.match(rf"(?:(?i:ps)\W+)?{re.escape(name)} ", passage.text) is not None
    )


def _tells_otherwise(text: str) -> bool:
    """Whether a sentence of a paragraph among actions tells of a child, an audit, a figure or a view, not of work."""
    return not tells_of_work(text) and any(cue("passages", name).search(text) for name in ("no-action", "no-deed"))


def no_work(desk: Desk, passage: Passage) -> bool:
    """A passage that tells of no work: a part of the story of its case, else rejected."""
    if passage.entry is None:
        return desk.pass_by(passage.block, _NO_WORK)
    desk.reviews[id(passage.entry)].context.append(Stated.model_validate(desk.stated(passage)))
    return True


def activity(desk: Desk, passage: Passage) -> bool:
    """Prose of work: an action where its verb says so."""
    desk.tell(passage)
    text = passage.text
    if _taken_back(desk, passage):
        return True
    if desk.last_action is not None and _date_only(text):
        desk.last_action.due_printed = desk.last_action.due_printed or text
        desk.last_action.due = desk.last_action.due or iso(find_dates(text)[0])
        return True
    if response(desk, passage):
        return True
    if passage.entry is None and cue("work", "publication").search(text):
        return desk.reject(passage.block, "news that a report was published, not work that was done about it")
    unstated = desk.unstated(passage)
    if not unstated and passage.entry is not None and cue("passages", "published").search(text):
        return True  # a date of the review, not an action
    works = not _of_child(passage) and tells_of_work(text)
    works = works or (not passage.item and told_by_the_way(text) is not None)
    opens = passage.block.kind is BlockKind.BULLET and decided_in(text) is None and opens_with_verb(text)
    if works or opens or _decides(text):
        for clause in clauses(text):
            act(desk, passage, clause, stand_of(cue("passages", "action-label").sub("", clause)))
        return True
    return unstated if unstated and passage.entry is None else no_work(desk, passage)


def _decides(text: str) -> bool:
    """Whether a line says that something was agreed and is work, not a view ("Agreed: one form, in use since May")."""
    decided = decided_in(text)
    return decided is not None and stand_of(text) != Stand()


def _date_only(text: str) -> bool:
    found = find_dates(text)
    for span in found:
        text = text.replace(span.printed or "", "")
    return bool(found) and len(re.sub(r"[\W_]|and", "", text)) < 4


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
