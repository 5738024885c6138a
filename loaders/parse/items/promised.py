"""A sentence that promises or tells several things at once ("Next year we will: audit A; publish B; and test C").

So do "Partners introduced A; relaunched B; and begun C", lines of few words between semicolons, and what slashes part.
"""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.parse.cues import irregular, listed
from loaders.parse.desk import Desk, is_prose
from loaders.parse.items.listed import listed_promises
from loaders.parse.items.status import Stand, stand_of
from loaders.parse.items.verb_groups import verb_groups
from loaders.parse.items.work import act
from loaders.parse.passages import Passage
from loaders.parse.sections import meaning_of
from loaders.parse.sentences import promised_in

_SLASH = re.compile(r"\s+/\s+")
_LABEL = re.compile(r"^[A-Z][a-z]+(?: [a-z]+){0,2}:\s+")
_HEADED = re.compile(r"(?P<label>[A-Z][a-z]+(?: [a-z]+){0,3}):\s+(?=\w)")
_SEMICOLON = re.compile(r";\s+(?:and\s+)?")
_GOES_ON = re.compile(r"(?:(?:also|now|then|are|is|have|has) )*(?P<verb>[A-Za-z-]+)\b")
_AND_VERB = re.compile(  # what follows shows that it is a verb: "and ask Housing to …", not "and audit tools"
    r"(?:,\s+(?:and\s+)?|\s+and\s+)(?P<verb>[a-z-]+)(?=\s+(?:(?:the|an?|our|its|their|this|that|these|each|every|all|both"
    r"|one|two|three|four|five|six|how|what|whether|with|for|to|on)\b|[A-Z\d]))"
)
_WILL = ("will", "shall", "'ll")
_BASES = re.compile(
    r"begin|bring|build|buy|draw|find|give|hear|hold|keep|lead|make|meet|pay|put|read|run|seek?|send|set|show|take|teach"
    r"|tell|write"
)
_SEVERAL = 3
_BRIEF = 8  # words of a deed told in a line


def promises(desk: Desk, passage: Passage) -> bool:
    """Make an action of each thing that a sentence promises or tells; False where it tells one or none."""
    each = (willed_in(passage.text) or promised_in(passage.text)) if is_prose(passage) else []
    lead, listed_ = ("", []) if passage.stands else listed_promises(passage.text)
    each = each if len(each) > 1 else listed_
    for one in each if len(each) > 1 else []:
        act(desk, replace(passage, lead=lead or passage.lead), one, Stand("not-started", True, None))
    if len(each) > 1:
        return True
    promise = passage.meaning is not None and passage.meaning.promise
    deeds = [] if passage.stands else deeds_in(passage.text)
    for one in deeds:
        act(desk, passage, one, stand_of(one, promise=promise))
    return bool(deeds)


def willed_in(text: str) -> list[str]:
    """The three or more things that one "will" promises ("The group will end A, publish two B and ask C"), else []."""
    first = next((one for one in verb_groups(text) if one.main), None)
    if first is None or first.modal not in _WILL or first.denied or first.passive or first.perfect or ";" in text:
        return []
    rest = text[first.end - len(first.verb) :].rstrip(".")
    cuts = [found for found in _AND_VERB.finditer(rest) if _base(found["verb"])]
    ends = [*(found.start() for found in cuts), len(rest)]
    starts = [0, *(found.start("verb") for found in cuts)]
    each = [rest[start:end] for start, end in zip(starts, ends, strict=True)]
    return each if len(each) >= _SEVERAL else []


def _base(verb: str) -> bool:
    """Whether a word is a verb of work as it stands behind "will"."""
    past = (f"{verb}ed", f"{verb}d", f"{verb[:-1]}ied", f"{verb}{verb[-1]}ed")
    return _BASES.fullmatch(verb) is not None or any(one in listed("work-verbs") for one in past)


def deeds_in(text: str) -> list[str]:
    """The deeds that a sentence or line lists, each as printed; [] where it lists fewer than three."""
    under = _HEADED.match(text)
    told_below = _SEMICOLON.split(text[under.end() :].rstrip(".")) if under else []
    if under and len(told_below) > 1 and (head := meaning_of(under["label"])) and head.becomes == "action":
        return told_below  # "Agreed actions: the form changed; 140 officers trained"
    slashed = _SLASH.split(_LABEL.sub("", text).rstrip("."))
    if len(slashed) >= _SEVERAL and all(len(one.split()) > 1 for one in slashed):
        return slashed
    told = _SEMICOLON.split(text.rstrip("."))
    if len(told) < _SEVERAL:
        return []
    if all(len(one.split()) <= _BRIEF and listed("work-verbs").intersection(one.lower().split()) for one in told):
        return told
    first = next((one for one in verb_groups(told[0]) if one.main), None)
    if first is None or first.modal or first.passive or not all(map(_goes_on, told[1:])):
        return []
    return [told[0][max(told[0].rfind(first.verb, 0, first.end), 0) :], *told[1:]]


def _goes_on(clause: str) -> bool:
    """Whether a clause opens with a verb, and so has the subject of the one before."""
    found = _GOES_ON.match(clause)
    verb = found["verb"].lower() if found else ""
    return verb.endswith(("ed", "ing")) or verb in irregular() or verb in _PASTS


_PASTS = frozenset(["set", "began", "begun", "wrote", "took", "gave", "ran", "chose", "cut", "put", "met"])
