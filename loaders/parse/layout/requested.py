"""Requests told in running text, and what became of them: which sentences ask, and which tell how far that is.

A request and what was done about it often share a paragraph ("… should review it. It was issued in May.").
"""

from __future__ import annotations

import re
from itertools import dropwhile

from loaders.coding import polarity_of
from loaders.parse.cues import cue
from loaders.parse.items.agents import asks_briefly
from loaders.parse.items.leads import asks_somebody
from loaders.parse.items.putting import puts_request
from loaders.parse.items.stands import stands_now
from loaders.parse.items.status import stand_of, tells_of_work, worded
from loaders.parse.items.verb_groups import verb_groups
from loaders.parse.sections import Meaning, meaning
from loaders.parse.sentences import sentences

_TEST = re.compile(r"\b(?:tests?|samples?|audits?|checks?|surveys?)\b[^.;]{0,60}\b(?:found|shows?|showed)\b", re.I)
_LABEL = 3  # words of a label that names what was asked
_ASKED = 3  # words of a request with what became of it behind
_BY_WHEN = re.compile(r"(?:to|by|before|due|from|in|within|and|which|that|so|including)\b(?! use\b| place\b)", re.I)
_SEVERAL = 3  # deeds of a paragraph that tells more than one and how it stands
_WHICH = re.compile(
    r" (?:that|which|who)\b.*"
)  # what a thing asked for is like ("An assessment that starts with what was done")
_SO_THAT = re.compile(r",? so (?:that|as to)\b")
_MUST_BE = re.compile(r"\b(?:which|that|who|whom|what) (?:[a-z]+ ){0,3}(?:must|should|needs?|ought)\b", re.I)
_GOES_ON = re.compile(
    r"(?:this|that|these|those|it|they|done|complete|but|however|still|and|so|not"
    r"|(?:both|all)(?= (?:of (?:these|them)|have|has|are|is|were|was|now)\b|[.,;]))\b",
    re.I,
)
_OPEN = ("under-way", "not-started", "overdue", "paused", "at-risk")
_SINCE = re.compile(r"(?:this|that|it|they|these|the [\w ]{2,40}?) (?:has|have|is now|are now|was|were)\b", re.I)
_IS_TO = re.compile(r"^(?:\w+, )?no\b[^.;]*\b(?:is|are) to\b|\b(?:is|are) not to\b|\bought to\b", re.I)  # of a rule
_THAT = re.compile(  # before what is asked; "That was seen as …", "That review found …" point back
    r"(?:And t|T)hat (?!(?:was|were|is|are|has|had|did|does|do|may|might|will|would|could|can|left|led|meant|made|gave"
    r"|review|report|audit|meeting|visit|referral|decision|letter) )"
)
_WAS_TO = re.compile(  # among requests that were counted ("The council was to visit each child")
    r"(?:(?:the|all|each|every|both|our|your|its) )?[A-Za-z][\w&’'() -]{1,80}? (?:was|were) to (?!have\b|be\b)[a-z]+\b",
    re.I,
)
_RATED = re.compile(r"(?:(?:it is |now |currently |rag )*(?:rated|rag|rating|status)\b[ :–-]*)\w+\.?$", re.I)
_STANDS = re.compile(  # "Outstanding; the form is with the trust.", behind the action that it is said of
    r"(?:closed|completed?|overdue|outstanding|on-?going|open|in progress|not (?:yet )?started|done"
    r"|carr(?:y|ied) (?:over|forward)|deferred|remains open|still open)(?=\s*[(.;:,–-]|\s+(?:to|until|since)\b|$)",
    re.I,
)


def asked_then_done(text: str) -> list[str]:
    """A request and the sentences behind it that tell how far it is ("… should review it. It was issued in May.").

    Empty where a later sentence asks again, or one says neither what was done nor where it stands, unless it is rated.
    """
    asked, *behind = sentences(text)
    told = [one for one in behind if not _RATED.match(one)]
    if not told or not asks(asked) or any(map(asks, told)):
        return []
    stands = [tells_how_far(one) for one in told]
    rated = len(told) < len(behind)
    return [asked, " ".join(behind)] if rated or (all(stands) and tells_what_was_done(told[0])) else []


def stands_behind(text: str) -> list[str]:
    """A request of a list and what is set behind it with a dash of how far it is ("A route to A&E – in use since May").

    Empty where what stands behind asks, only says by when, or tells nothing of how far it is.
    """
    asked, dash, behind = text.rpartition(" – ")
    if not dash or len(asked.split()) < _ASKED or asks(behind) or _BY_WHEN.match(behind):
        return []
    return [asked, behind] if worded(behind).status != "not-stated" else []


def asked_and_since(told: list[str], asked: Meaning) -> list[tuple[str, Meaning | None]]:
    """A request of an earlier report, and behind it what was done about it; what tells of neither is background."""
    return [
        (told[0], asked),
        *((one, meaning("actions" if i == 0 or tells_how_far(one) else "context")) for i, one in enumerate(told[1:])),
    ]


def requests(sentence: str) -> bool:
    """Whether a sentence asks, and does not tell of something by what it must be ("The form has a box that must …")."""
    return not _MUST_BE.search(sentence) and (asks(sentence) or asks_somebody(sentence))


def each_asked(text: str) -> list[str]:
    """What a paragraph of requests asks for, one by one: a sentence that asks, with those behind it that do not."""
    out: list[str] = []
    told = sentences(text)
    if len(told) > 1 and cue("passages", "counts-recommendations").match(told[0]):
        told = told[1:]  # "There were two recommendations."
    elif sum(map(asks_in_line, told)) > 1:
        told = [*dropwhile(lambda one: not asks_in_line(one), told)]  # "Few things, and all of them can be done."
    for sentence in told:
        if out and not asks_in_line(sentence):
            out[-1] = f"{out[-1]} {sentence}"
        else:
            out.append(sentence)
    return out if all(map(asks_in_line, out)) else [text]


def asked_after_count(sentence: str) -> list[str]:
    """A request in the paragraph that counts requests, and what it tells behind a colon of how far that is; else []."""
    asked, colon, behind = sentence.partition(": ")
    if colon and _asks_here(asked) and _SINCE.match(behind):
        return [asked, behind]
    return [sentence] if _asks_here(sentence) else []


def _asks_here(text: str) -> bool:
    return (
        requests(text)
        or _WAS_TO.match(text) is not None
        or (_IS_TO.search(text) is not None and not _MUST_BE.search(text))
    )


def parts_done(text: str) -> list[str]:
    """The parts of a cell of work of which one is still open: "Letters go to both. We are still working on the form."

    A sentence that says nothing of how far it is, or goes on from the one before, stays with that.
    """
    parts: list[tuple[str, str]] = []
    for one in sentences(text):
        status = stand_of(one).status
        open_ = status in _OPEN or bool(parts and parts[-1][1] in _OPEN)
        if parts and (not open_ or status in ("not-stated", parts[-1][1]) or _GOES_ON.match(one)):
            parts[-1] = (f"{parts[-1][0]} {one}", parts[-1][1])
        else:
            parts.append((one, status))
    return [one for one, _ in parts]


def asks_in_line(text: str) -> bool:
    """Whether a line where requests stand asks, if only by an infinitive ("Midwives to ask both parents")."""
    return asks(text) or requests(text) or asks_briefly(text)


def names_a_thing(text: str) -> bool:
    """Whether a line is the name of something ("The involvement of families in reviews."), and says nothing of it."""
    named = cue("passages", "opens-with-thing").match(text) is not None
    thing = _SO_THAT.split(text)[0]
    return named and len(sentences(text)) == 1 and not any(one.main for one in verb_groups(thing))


def deeds_of(text: str) -> list[str]:
    """The deeds of a numbered paragraph of a reply that tells several, each with what goes on from it; else the whole.

    A line of a plan tells one, and behind it how it stands, was tested or is rated: it stays whole.
    """
    deeds: list[str] = []
    told = sentences(text)
    set_next = [one for one in told[1:] if cue("passages", "to-do").match(one)]  # "Overdue. Head of Service to attend."
    for one in told:
        if one in set_next:
            deeds.append(one)
            continue
        goes_on = says_how_it_stands(one) or _GOES_ON.match(one) or _RATED.match(one) or _TEST.search(one)
        if deeds and (goes_on or not tells_how_far(one)):
            deeds[-1] = f"{deeds[-1]} {one}"
        else:
            deeds.append(one)
    return deeds if set_next or len(deeds) >= _SEVERAL or _differ(deeds) else [text]


def _differ(deeds: list[str]) -> bool:
    """Whether some stand differently ("… was published. An audit follows in May."), so that no one status fits all."""
    told = {worded(one).status for one in deeds}
    return len(told) > 1 and "not-stated" not in told


def tells_what_was_done(sentence: str) -> bool:
    """Whether a sentence below learning tells of work done since, under way or to come, and not what went wrong."""
    since = tells_of_work(sentence) and cue("work", "since").search(sentence) is not None
    return since and polarity_of(sentence, None) != "shortfall"


def tells_progress(item: str) -> bool:
    """Whether an item of one sentence, among requests, asks for nothing and tells how far one is."""
    label, colon, behind = item.partition(": ")
    told = behind if colon and len(label.split()) <= _LABEL else item  # "Contacts: the council has changed its form"
    told = _WHICH.sub("", told) if names_a_thing(told) else told
    asked = item.startswith("that ") or asks_in_line(item)
    return (stands_now(told) or tells_what_was_done(told)) and not asked and len(sentences(item)) == 1


def says_how_it_stands(sentence: str) -> bool:
    """Whether a sentence opens with a word of status alone, and so tells of the action before it."""
    return _STANDS.match(sentence) is not None


def with_how_it_stands(told: list[str]) -> list[str]:
    """Sentences about work, each with those behind it that only say how it stands."""
    out: list[str] = []
    for one in told:
        if out and says_how_it_stands(one):
            out[-1] = f"{out[-1]} {one}"
        else:
            out.append(one)
    return out


def tells_how_far(sentence: str) -> bool:
    """Whether a sentence tells of work or of how far some is."""
    return tells_of_work(sentence) or worded(sentence).status != "not-stated"


def asks(sentence: str) -> bool:
    """Whether a sentence asks outright that something be done ("… should …", "That the board …")."""
    asked = _THAT.match(sentence) is not None or cue("passages", "asks-outright").search(sentence) is not None
    return asked or puts_request(sentence)
