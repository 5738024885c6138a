"""Work told by the way, in text that stands for something else: what the words of one sentence alone make surely work.

In a chapter of scrutiny, a letter or a conclusion nothing but the sentence says so. Three kinds are sure: a promise
of a body ("The Executive will return to this"), what has been or is being done to a thing of practice ("The policy has
been revised", "The list was changed in April"), and what services do now ("Providers now receive a summary"). What
befell a family, what an agency did in a case and news of reviews themselves are none of these.
"""

from __future__ import annotations

from loaders.coding import polarity_of
from loaders.parse.cues import cue, listed, verbs_of
from loaders.parse.items.listed import listed_promises
from loaders.parse.items.marked import left_open, marked
from loaders.parse.items.stands import stands_now
from loaders.parse.items.status import worded
from loaders.parse.items.verb_groups import VerbGroup, verb_groups

_WILL = ("will", "shall", "'ll")
_TRIED = ("tried", "trialled")  # "have tried to be plain" is no trial
_LEAST = 6  # words of a sentence that tells something


def told_by_the_way(sentence: str) -> str | None:
    """The id of the meaning of work that a sentence tells by its own words: done or to do; None where it tells none."""
    if listed_promises(sentence)[1]:
        return "actions-to-do"
    if left_open(sentence) or _marked_work(sentence):
        return "actions"
    if len(sentence.split()) < _LEAST or cue("deeds", "of-papers").search(sentence):
        return None
    if stands_now(sentence):
        return "actions"
    if cue("deeds", "of-a-case").search(sentence):
        return None
    first = next((one for one in verb_groups(sentence) if one.main), None)
    if _acts("intends", sentence) or (first is not None and _promised(first, sentence)):
        return "actions-to-do"
    if cue("deeds", "refused").search(sentence) or (first is not None and _of_the_work(first)):
        return "actions"
    if polarity_of(sentence, None) in ("shortfall", "barrier"):
        return None
    if cue("deeds", "meets").match(sentence) or _acts("does-now", sentence):
        return "actions"
    return "actions" if first is not None and _done(first) else None


def _marked_work(sentence: str) -> bool:
    """It bears the mark of an action, and says who is to act or how far it is ("Action: read this" asks the reader)."""
    told = marked(sentence)
    to_do = told is not None and cue("passages", "to-do").match(told) is not None
    return to_do or (told is not None and worded(told).status != "not-stated")


def _acts(name: str, sentence: str) -> bool:
    """Whether a body does in the present tense what the pattern of this name says."""
    found = cue("deeds", name).match(sentence)
    return found is not None and cue("deeds", "body").search(found["who"]) is not None


def _promised(verb: VerbGroup, sentence: str) -> bool:
    """A body says what it is going to do, or something for many is going to be held."""
    if verb.modal in _WILL and verb.passive and not verb.denied:
        return cue("deeds", "occasion").search(verb.subject) is not None and verb.verb in listed("work-verbs")
    if verb.denied or verb.passive or not cue("deeds", "body").search(verb.subject):
        return False
    if verb.modal in _WILL:
        return cue("deeds", "no-work").match(verb.verb) is None and not cue("deeds", "as-a-rule").search(verb.text)
    willed = verb.perfect and verb.verb in verbs_of("willed")
    return willed and cue("deeds", "to-do").match(sentence[verb.end :]) is not None


def _of_the_work(verb: VerbGroup) -> bool:
    """It says how far "the work on …" is."""
    if cue("deeds", "the-work").match(verb.subject) is None:
        return False
    said = ("begun", "held", "ended", "late", "planned")
    return verb.progressive or any(verb.verb in verbs_of(one) for one in said)


def _done(verb: VerbGroup) -> bool:
    """A thing of practice has been or is being changed, or a body has changed it since."""
    if (
        verb.modal or verb.denied or (verb.perfect and verb.past)
    ):  # "had been rewritten": before something else happened
        return False
    thing = cue("deeds", "thing").search(verb.subject) is not None
    if thing and verb.passive and not verb.past and not verb.perfect and " now " in verb.text:
        return True  # "is now used by all four teams"
    if any(verb.verb in verbs_of(one) for one in ("tested", "kept-up")):
        return False
    body = cue("deeds", "body").search(verb.subject) is not None and verb.subject != "i"
    changes = cue("deeds", "changes").match(verb.verb) is not None
    if verb.verb in verbs_of("begun"):
        held = cue("deeds", "occasion").search(verb.subject) is not None
        return (held and verb.past) or ((verb.perfect or verb.progressive) and (thing or body))
    if verb.verb not in listed("work-verbs") and not changes:
        return False
    if verb.perfect or verb.progressive:
        return (thing or body) and (verb.passive or verb.verb not in _TRIED)
    if verb.passive:
        return verb.past and changes and thing
    return verb.past and body and cue("deeds", "made").match(verb.verb) is not None
