"""What the verb of an action says of its status. The heading "What has been done" proves nothing: "planned" is planned.

Only words that say so make an action complete or embedded; nothing said is `not-stated`. Codes: domain model, action
status; `complete-evidence-awaited` is the honest reading of a done-word in print. The words are data (`progress.yaml`),
and are weighed against what the verbs of the main clauses claim (`claims.py`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import cast

from graph.records import ActionStatus
from graph.text import printed
from loaders.completion import denied, only_completes, plainly_complete, put_off
from loaders.parse.cues import cue, irregular, listed, status_rules
from loaders.parse.items.claims import Claim, claimed, claims, finished, only_beside
from loaders.parse.items.marked import decided_in
from loaders.parse.items.undone import of_the_work, taken_back
from loaders.parse.items.verb_groups import verb_groups
from loaders.parse.sentences import sentences

_DONE: ActionStatus = "complete-evidence-awaited"
_OVER: tuple[ActionStatus, ...] = ("cancelled", "superseded")
_STOPPED: tuple[ActionStatus, ...] = ("cancelled", "paused")
_NOT = re.compile(r"(?:\b(?:not|never|no longer)|n[’']t|^(?:no|none)\b[^,;.]*)\s+(?:(?:yet|once|ever|been)\s+)?$", re.I)
_BEHIND = re.compile(r"\s+[-–—]\s+|:\s+")
_SENTENCE = re.compile(r"[.!?]\s")
_WILL = ("will", "shall")
_FEW = 7  # words of a sentence that only says how far an action is
_PARTICLE = re.compile(r" (?:off|out|up|over|on|in|back|down|through|together|forward)$")
_HAS = re.compile(r"(?:has|have) (?:\w+ )?been\b", re.I)  # done, in whatever list it stands
_BEHIND_NOUN = re.compile(r"\s+(?:for|of|in|on|to|with|about|from|by)\b.*")
_IN_USE = re.compile(r"\bin (?:use|place|force|post)\b|\bsince\b", re.I)
_HAD = re.compile(r"had\b", re.I)


@dataclass(frozen=True, slots=True)
class Stand:
    """How far an action is said to be: status, whether it is a promise, and the words that say so."""

    status: ActionStatus = "not-stated"
    promise: bool = False
    printed: str | None = None


def stand_of(text: str, *, promise: bool = False) -> Stand:
    """Status of an action from its words.

    Args:
        text: the action as printed.
        promise: it stands where things still to do are listed, so that no done-word makes it complete.
    """
    text = cue("opening", "befallen").sub("", printed(text))
    if (decided := decided_in(text)) is not None:
        return _of_decision(decided, promise)
    if stand := _told_last(text) or _set_behind(text):
        return _as_far_as_said(text, stand)
    told = claims(text)
    stand = _said(text, promise)
    if stand.status == "not-stated" and not promise and (done := finished(told)):
        stand = Stand(_DONE, False, done)
    stand = _as_far_as_said(text, stand)
    if stand.status in _STOPPED and stand.printed and _NOT.search(text[: text.find(stand.printed)]):
        return Stand()  # "it has not been cancelled once": that it goes on is not said either
    if stand.status == _DONE and stand.printed and claimed(told) is None and only_beside(text, stand.printed):
        return worded(text.replace(stand.printed, "", 1))
    return stand if promise else _weighed(text, stand, claimed(told))


def _of_decision(text: str, promise: bool) -> Stand:
    """How far what was agreed is: it is done where its own verb says so, and set where it says nothing."""
    told = stand_of(text, promise=promise)
    stated = any(one.main and not one.bare for one in verb_groups(text))
    if stated or _IN_USE.search(text) or told.status not in ("not-stated", _DONE):
        return told
    named = _BEHIND_NOUN.sub("", text.rstrip(". ").lower())
    of_work = any(cue("deeds", name).search(named) for name in ("thing", "occasion"))
    of_work = of_work or cue("passages", "to-do").match(text) is not None
    return Stand("not-started", True, None) if of_work or told.status == _DONE else Stand()


def worded(text: str) -> Stand:
    """How far a statement is said to be by its words alone: whether it tells of work at all, not what is kept of it."""
    text = cue("opening", "befallen").sub("", printed(text))
    return _as_far_as_said(text, _told_last(text) or _set_behind(text) or _said(text, False))


def _weighed(text: str, stand: Stand, claimed_: tuple[ActionStatus, Claim] | None) -> Stand:
    """What the words say, against what the verbs of the main clauses claim: the less of the two.

    A later sentence outweighs the verbs of those before it ("The group asked for the numbers. CLOSED.").
    """
    if claimed_ is None or claimed_[0] == _DONE:
        return stand
    status, claim = claimed_
    if claim.kind == "begun":
        return stand  # which steps come before the work is read from the words
    if stand.status in (_DONE, "embedded"):
        later = _SENTENCE.search(text[text.find(claim.words) : max(text.rfind(stand.printed or ""), 0)])
        less = not later
    elif stand.status == "under-way":
        planned = status == "not-started" and (stand.printed or "").lower() in _WILL
        less = planned or (claim.kind == "denied" and status == "not-started")
    else:
        less = stand.status == "not-stated" and status in ("under-way", "overdue")
    return Stand(status, status == "not-started", claim.words) if less else stand


def _as_far_as_said(text: str, stand: Stand) -> Stand:
    """What is said to be done, without what is taken back, put off, denied or no work in the same statement."""
    if stand.status not in _OVER and (back := taken_back(text, stand.status, stand.printed)):
        return Stand(back[0], False, back[1])
    if stand.status == _DONE and cue("opening", "accepted").match(text):
        return Stand("not-stated", False, None)
    if stand.status == _DONE and (_only_begins(text) or _on_the_way(text)):
        return Stand("under-way", False, stand.printed)
    if stand.status == _DONE and _only_before(text):
        return Stand("not-stated", False, None)
    if stand.status == _DONE and not _of_work(text, stand.printed or ""):
        return Stand("not-stated", False, None)
    if stand.status == _DONE and cue("opening", "unfinished").search(text):
        return Stand("under-way", False, stand.printed)
    if stand.status in (_DONE, "embedded") and stand.printed:
        if put_off(text, stand.printed):
            return Stand("not-started", True, stand.printed)
        if denied(_main(text, stand.printed), stand.printed) or (
            only_completes(text, stand.printed) and not plainly_complete(text)
        ):
            return Stand("under-way", False, stand.printed)
    return stand


def _told_last(text: str) -> Stand | None:
    """What a last sentence of a few words says of the action before it ("Write to the county. Not started.")."""
    told = sentences(text)
    last = told[-1] if len(told) > 1 else ""
    if not last or len(last.split()) > _FEW or cue("undone", "spared").search(last):
        return None
    if cue("opening", "few-words").match(last):
        return Stand("under-way", False, last)
    if cue("opening", "to-do").match(last):
        return Stand("not-started", True, last)
    if not cue("passages", "status-alone").match(last):
        return None  # it tells of something else
    said = _of_opening(last) or _said(last, False)
    return said if said.status != "not-stated" else None


def _main(text: str, said: str) -> str:
    """A statement without what it tells of what the work is for, unless its verb stands there."""
    main: str = cue("opening", "purpose").split(text)[0]
    return main if said in main else text


def _says_done(text: str) -> list[str]:
    """All words of a statement that could say done."""
    return [
        found[0]
        for part in ("sure", "verbs")
        for status, _, pattern in status_rules(part)
        if status == _DONE
        for found in pattern.finditer(text)
    ]


def _of_work(text: str, said: str) -> bool:
    """Whether what could say done is of work: "was issued", "is now in use", not "has proved harder"."""
    for one in (said, *_says_done(text)):
        words = re.findall(r"[a-z-]+", _PARTICLE.sub("", one.lower().rstrip(" .,;")))
        told = words[-1] if words else ""
        if not (told.endswith("ed") or told in irregular()) or told in listed("work-verbs"):
            return True
    return any(found in listed("work-verbs") for found in re.findall(r"\band ([a-z-]+)", text.lower()))


def _on_the_way(text: str) -> bool:
    """Whether teaching was only bought, or a thing only asked for, sent for or set going."""
    return any(cue("opening", name).match(text) is not None for name in ("bought", "on-the-way"))


def _only_before(text: str) -> bool:
    """Whether all that could say done was so before something else ("what had been agreed"), and may not be so now."""
    said = _says_done(text)
    return bool(said) and all(_HAD.match(one) for one in said)


def _only_begins(text: str) -> bool:
    """Whether every verb of a statement that could say done tells of a step before the work ("has been costed")."""
    said = _says_done(text)
    begins = cue("opening", "preliminary")
    return bool(said) and all(begins.search(one.rstrip(" .,;")) for one in said) and _firm(text, said)


def _firm(text: str, said: list[str]) -> bool:
    """Whether the steps are surely no more than that: "a lead was identified" may be all that was asked."""
    first = cue("opening", "first-step")
    return (
        not any(first.search(one.rstrip(" .,;")) for one in said)
        or cue("opening", "first-step-of").search(text) is not None
    )


def _said(text: str, promise: bool) -> Stand:
    opened = _of_opening(text)
    if opened and not (promise and opened.status == _DONE):
        return opened
    main = cue("opening", "purpose").split(text)[0]  # "…, which will strengthen …" says nothing of the action itself
    for passage in dict.fromkeys((of_the_work(main), main, text)):
        for part in ("sure", "verbs"):
            if found := _first(passage, part, promise):
                return found
    if promise and cue("passages", "only-asked").search(main):
        return Stand("not-stated", True, None)
    return Stand("not-started", True, None) if promise else Stand()


def _first(text: str, part: str, promise: bool) -> Stand | None:
    """Sure words in their order; of the verbs the one printed first."""
    read = [
        (found.start() if part == "verbs" else i, i, Stand(cast(ActionStatus, status), promised, found[0]))
        for i, (status, promised, pattern) in enumerate(status_rules(part))
        if (found := pattern.search(text))
        and not (promise and status in (_DONE, "embedded") and not _HAS.match(found[0]))
    ]
    return min(read, key=lambda one: one[:2])[2] if read else None


def opens_with_verb(text: str) -> bool:
    """Whether a list item opens with a verb of work ("Recruited …", "Planning …")."""
    return _of_opening(printed(text)) is not None


def _set_behind(text: str) -> Stand | None:
    """What is set behind an action with a dash or colon, where it says that it came to an end or rests."""
    for part in _BEHIND.split(text)[1:]:
        if ended := cue("opening", "ended").match(part):
            return Stand("cancelled", False, ended[0])
        if held := cue("opening", "held").match(part):
            return Stand("paused", False, held[0])
    return None


def _of_opening(text: str) -> Stand | None:
    """The verb a list item opens with: "Planned …", "Reviewing …", "Developed and delivering …"."""
    if cue("opening", "rated").match(text):
        return None  # "Rated amber": the colour says it, not the verb
    if found := cue("opening", "ended").match(text):
        return Stand("cancelled", False, found[0])
    if found := cue("opening", "held").match(text):
        return Stand("paused", False, found[0])
    if found := cue("opening", "planned").match(text):
        return Stand("not-started", True, found[0])
    if found := cue("opening", "planning").match(text):
        return Stand("under-way", True, found[0])
    if found := cue("opening", "begun").match(text):
        return Stand("under-way", False, found[0])
    if (found := cue("opening", "doing").match(text)) and not cue("opening", "not-doing").match(text):
        return Stand("under-way", False, found[0])
    if refused := cue("opening", "refused").match(text):
        return Stand("cancelled", False, refused[0])
    if planned := cue("opening", "to-be").match(text):
        return Stand("not-started", True, planned["what"])  # "Concealed pregnancy pathway to be launched"
    if slipped := cue("opening", "slipped").match(text):
        return Stand("overdue", False, slipped[0])
    if step := cue("opening", "no-end").match(text):
        return Stand("under-way", False, step[0])
    if cue("opening", "who-is-to").match(text):
        return None  # "Named Nurse to write": no verb of work; where it may be one ("Trained staff to …") none is sure
    found = cue("opening", "done").match(text)
    if not found or cue("opening", "not-done").match(text) or cue("opening", "bids").match(text):
        return None
    if mixed := cue("opening", "mixed").match(text):
        return Stand("under-way", False, mixed[0])
    return Stand(_DONE, False, found[0])


def tells_of_work(sentence: str) -> bool:
    """Whether a sentence of a newsletter or a plan says that work was, is or will be done."""
    return bool(cue("work", "tells").search(sentence)) and not cue("work", "not-work").search(sentence)


def claims_work(sentence: str) -> bool:
    """Whether a sentence among learning says that somebody acts: an inquiry is going on, a named body has begun."""
    if cue("work", "claim").match(sentence):
        return True
    found = cue("work", "body-claim").match(sentence)
    return found is not None and not re.match(r"(?:A|It|They|We|This|There)\b", found["who"])
