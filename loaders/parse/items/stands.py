"""Work told as a bare fact of how it is now: by its tense and its subject, whatever stands around it.

A letter or a reply tells what was done since in the plainest words ("The form is in use in both hospitals", "The
leaflet has not been written", "The audit was due in May"). No verb of work need be in them. What makes them work is
that a thing, an occasion, a post or a body of practice is the subject, and that the tense is of today: the story of a
case is told in the past.
"""

from __future__ import annotations

import re

from loaders.parse.cues import cue, listed, verbs_of
from loaders.parse.items.verb_groups import BE, VerbGroup, verb_groups

_BEHIND = re.compile(r"\s+(?:which|that|who|whom|whose|where|of|for|on|in|to|with|from|about|between|among|by|at)\b.*")
_OF_WORK = ("thing", "occasion", "body")
_REFERS = ("it", "this", "that", "both", "they", "these")
_PERSON = re.compile(r"(?:.* )?(?:i|we|you|he|she|they|who|m[rs]s? \w+|nobody|no one|none|neither)$")
_UNREAL = ("could", "couldn't", "would", "should", "may", "might", "can", "must")


def stands_now(sentence: str) -> bool:
    """Whether a main clause says how far some work is: in use, not begun, late, begun since or given up."""
    text = cue("stands", "opening").sub("", sentence)
    return any(_tells(one, text) for one in verb_groups(text) if one.main)


def _tells(one: VerbGroup, text: str) -> bool:
    said, behind = f"{one.text}{text[one.end :]}", text[one.end :]
    if cue("stands", "due").match(said):
        return _of_practice(one, text)
    if one.modal in _UNREAL or cue("claims", "family").search(_head(one.subject)):
        return False
    if cue("stands", "sure").match(said) or cue("stands", "intended").match(f"{one.subject} {said}"):
        return True
    if one.modal == "to":
        planned = one.passive or "be" in one.text.split()
        return planned and one.verb in listed("work-verbs") and _of_practice(one, text)
    if one.denied:
        return one.perfect and not _had(one) and _not_yet(one) and _of_practice(one, text)
    if one.verb in BE and not one.past and not one.modal and not one.perfect:
        about = one.subject in _REFERS or _of_practice(one, text)
        return about and cue("stands", "is").match(behind) is not None
    if one.perfect or one.text.lower() in ("has had", "have had"):
        lasts = not _had(one) and cue("stands", "since").match(behind) is not None
        return lasts and not _PERSON.match(one.subject) and bool(one.subject)
    return one.past and _changed(one, behind, text)


def _had(one: VerbGroup) -> bool:
    """Before something else, and may not be so now."""
    return one.text.lower().startswith("had")


def _not_yet(one: VerbGroup) -> bool:
    return one.verb in (*BE, "met") or one.verb in verbs_of("begun") or one.verb in listed("work-verbs")


def _changed(one: VerbGroup, behind: str, text: str) -> bool:
    """A plain past: something began, somebody took up a post, or a body gave up what was asked."""
    if cue("stands", "begins").match(f"{one.verb}{behind}"):
        return _of_practice(one, text) or cue("stands", "post").search(_head(one.subject)) is not None
    body = cue("deeds", "body").search(one.subject) is not None
    return body and cue("stands", "gives-up").match(f"{one.verb}{behind}") is not None


def _of_practice(one: VerbGroup, text: str) -> bool:
    """Whether the subject is a thing, an occasion or a body of practice, and not the one who writes."""
    head = _head(one.subject or text[: one.start])
    told = any(cue("deeds", name).search(head) for name in _OF_WORK) or cue("stands", "work").search(head) is not None
    return told and head not in ("i", "we")


def _head(subject: str) -> str:
    """The noun a subject is about, without what stands behind it."""
    return _BEHIND.sub("", subject.split(",")[0]).lower()
