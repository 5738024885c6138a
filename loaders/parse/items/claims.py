"""What the verbs of a statement claim of the work it tells of: done, going on, planned, denied, ended, held up, late.

Read from the grammar of its main clauses, where `status.py` reads from words; a statement is done only where the two
do not contradict each other. The kinds of verbs are data (`progress.yaml`, `claims`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.records import ActionStatus
from loaders.parse.cues import cue, listed, verbs_of
from loaders.parse.items.undone import partial
from loaders.parse.items.verb_groups import BE, VerbGroup, verb_groups

_WILL = ("will", "shall", "'ll", "we'll", "they'll", "it'll")
_COULD_NOT = ("could", "couldn't")
_TERM = re.compile(r"\b(?:was not brought|did not attend)\b", re.I)
_RELATIVE = ("that", "which", "who")
_WITHIN = (
    "if",
    "when",
    "whenever",
    "once",
    "unless",
    "until",
    "till",
    "before",
    "after",
    "while",
    "whereas",
    "although",
    "though",
    "whether",
    "what",
)
_APART = re.compile(r"[.;:–—()]")
_OUTWEIGHS: tuple[tuple[str, ActionStatus], ...] = (("ended", "cancelled"), ("held", "paused"), ("late", "overdue"))
_OPEN = ("going", "denied", "planned", "begun")
_ELSE: tuple[tuple[str, ActionStatus], ...] = (
    ("going", "under-way"),
    ("planned", "not-started"),
    ("denied", "not-started"),
)
_TO_WHAT = re.compile(r"\s+(?:(?:instead|also|now|then|jointly|together|in principle|\w+ly) )*(?:to|that|for)\b")
_STOP = re.compile(r"[.;!?]")
_PARTICLE = re.compile(r"\s+(?:up|out|in)\b")
_FIRST_PERSON = re.compile(r"\b(?:i|we)\b")


@dataclass(frozen=True, slots=True)
class Claim:
    """What one verb claims, and its words.

    `kind`: done, going, planned, asked, denied, ended, held, late, begun (a step before the work) or doubtful (told of
    a family). `whole`: it says that work was done to something, which by itself tells of an action.
    """

    kind: str
    words: str
    whole: bool = False


def claims(text: str) -> list[Claim]:
    """What the verbs of the main clauses claim, in the order of the text."""
    told: list[Claim] = []
    for one in _trusted(_named(text)):
        clause = _clause(text, one)
        if text[one.end + len(clause) :].startswith("?") or cue("undone", "spared").search(
            f"{one.subject} {one.text}{clause}"
        ):
            continue
        kind = _kind(one, clause, text)
        if kind and not (told and _adds_nothing(kind, one, told[-1])):
            told.append(Claim(kind, one.text, kind == "done" and _whole(one, clause)))
    return told


def claimed(told: list[Claim]) -> tuple[ActionStatus, Claim] | None:
    """The status of all that is claimed together, and the claim that gives it; None where nothing is claimed.

    What ended, rests or is late outweighs what was done, and done is only that beside which nothing is still open.
    """
    first = {one.kind: one for one in reversed(told)}
    for kind, status in _OUTWEIGHS:
        if kind in first:
            return status, first[kind]
    if "done" in first:
        open_ = next((one for one in told if one.kind in _OPEN), None)
        return ("under-way", open_) if open_ else ("complete-evidence-awaited", first["done"])
    if "doubtful" in first:
        return None
    if "begun" in first and "planned" not in first:
        return "under-way", first["begun"]
    return next(((status, first[kind]) for kind, status in _ELSE if kind in first), None)


def finished(told: list[Claim]) -> str | None:
    """The words that say of something that work was done to it, where nothing claimed beside them is open."""
    claim = claimed(told)
    if claim is None or claim[0] != "complete-evidence-awaited":
        return None
    return next((one.words for one in told if one.whole), None)


def only_beside(text: str, words: str) -> bool:
    """Whether words stand beside what a statement tells: in a clause within it, or as a remark.

    "The policy that was recommended is in draft"; "The chronology, updated weekly, was the best". What somebody says
    was done is said to be done.
    """
    at = text.find(words)
    all_of_it = verb_groups(_named(text))
    over = [one for one in all_of_it if one.start < at + len(words) and at < one.end]
    if over:
        return all(one.opener in _WITHIN or (one.opener in _RELATIVE and not one.subject) for one in over)
    same = (one for one in all_of_it if one.main and not one.bare)
    return words.startswith(",") and any(
        not _APART.search(text[min(one.start, at) : max(one.start, at)]) for one in same
    )


def _trusted(text: str) -> Iterator[VerbGroup]:
    """The verbs of what the statement itself tells, or the one who writes confirms; not of what somebody else says."""
    confirmed, until = False, -1
    for one in verb_groups(text):
        if not one.main and not (one.opener == "that" and confirmed):
            continue
        if one.start < until and not confirmed:
            continue
        if not one.modal and one.verb in verbs_of("says") and cue("claims", "says-what").match(text[one.end :]):
            confirmed = _FIRST_PERSON.search(one.subject) is not None
            until = one.end + len(_clause(text, one))
            continue
        yield one


def _named(text: str) -> str:
    """The same with the names of what happens ("was not brought") as one word each, which deny nothing."""
    return _TERM.sub(lambda found: found[0].replace(" ", "-"), text)


def _clause(text: str, one: VerbGroup) -> str:
    stop = _STOP.search(text, one.end)
    return text[one.end : stop.start() if stop else len(text)]


def _adds_nothing(kind: str, one: VerbGroup, before: Claim) -> bool:
    """Whether a claim is of what comes after the work: that it will be tested, that somebody "started in May"."""
    if kind == "planned":
        return one.verb in verbs_of("to-test") or cue("claims", "test").match(one.subject) is not None
    return kind == "going" and one.bare and before.kind == "done" and one.verb in verbs_of("begun")


def _whole(one: VerbGroup, clause: str) -> bool:
    if one.verb in verbs_of("tested"):
        return False  # an audit is a test of practice
    return not one.bare or one.passive or one.perfect or cue("claims", "object").match(clause) is not None


def _kind(one: VerbGroup, clause: str, text: str) -> str | None:
    if one.modal in _WILL:
        given_up = one.denied and one.progressive and not one.passive  # "will not be replacing the log"
        return "ended" if given_up else "planned"
    if one.modal == "to":
        return "planned" if one.text.split()[0].lower() in BE else "asked"
    if one.modal:
        return "denied" if one.modal in _COULD_NOT and one.denied else "asked"  # "cannot be skipped" is as it should be
    if one.denied and not one.past and one.verb in verbs_of("refused") and _TO_WHAT.match(clause):
        return "ended"  # "do not intend to merge them"
    if one.denied:
        return "denied" if one.verb in listed("work-verbs") or one.verb in BE else None
    if one.text.lower().startswith("had "):
        return None  # before something else, and may not be so now
    return _of_kind(one, clause) or _done(one, clause) or _is(one, clause, text)


def _of_kind(one: VerbGroup, clause: str) -> str | None:
    """The kinds of verbs that say of themselves how far something is."""
    verb = one.verb
    if cue("claims", "nobody").search(one.subject):
        return "denied" if (one.perfect or one.passive) and verb in listed("work-verbs") else None
    if verb == "closed" and one.bare and not one.passive and cue("claims", "of-itself").match(clause):
        return "done" if cue("claims", "an-action").search(one.subject) else "ended"
    if verb in ("passed", "gone") and cue("claims", "due").search(one.subject):
        return "late"
    if verb in verbs_of("ended") and not cue("claims", "of-something").match(clause):
        return "ended"
    if verb in verbs_of("held") or (verb == "put" and cue("claims", "back").match(clause)):
        return "held"
    if verb in verbs_of("late"):
        return "late"
    if verb in verbs_of("begun"):
        return "going" if (one.past or one.perfect) and not one.passive else None
    willed = verb in verbs_of("willed") and not one.passive and _TO_WHAT.match(clause)
    if verb in verbs_of("planned") or willed:
        return "planned"
    return "going" if one.progressive and verb not in verbs_of("kept-up") else None


def _done(one: VerbGroup, clause: str) -> str | None:
    if not (one.past or one.perfect):
        return None
    if cue("claims", "family").search(one.subject):
        return "doubtful"
    verb = _DONE_OF.get(one.verb, one.verb)
    if one.verb in verbs_of("says") or verb not in listed("work-verbs"):
        return None
    if cue("opening", "preliminary").search(verb) and not _PARTICLE.match(clause):
        first = cue("opening", "first-step").search(verb)
        if not first or cue("opening", "first-step-of").search(f"{one.subject} {clause}"):
            return "begun"
    return "going" if _in_part(one, clause) else "done"


def _in_part(one: VerbGroup, clause: str) -> bool:
    said = (cue("claims", "part").search(f"{one.subject} {one.text}"), cue("claims", "part-of").match(clause))
    return any(found is not None and partial(found) for found in said)


def _is(one: VerbGroup, clause: str, text: str) -> str | None:
    """What is said of a state ("is in use"), or is done to all or from now on ("every baby is discussed")."""
    if one.passive and not one.past and not one.perfect:
        return "done" if cue("claims", "always").search(text) else None
    if one.bare or one.verb not in BE or one.past:
        return None
    if cue("claims", "state-open").match(clause):
        return "going"
    if cue("claims", "state-done").match(clause):
        return "going" if _in_part(one, clause) else "done"
    return None


_DONE_OF = {  # pasts that differ from their participle
    "wrote": "written",
    "took": "taken",
    "gave": "given",
    "got": "received",
    "went": "gone",
    "ran": "run",
    "drew": "drawn",
    "rewrote": "rewritten",
    "undertook": "undertaken",
    "oversaw": "overseen",
    "told": "informed",
    "did": "done",
    "lent": "supplied",
    "chose": "chosen",
    "rang": "rung",
    "withdrew": "withdrawn",
}
