"""Who is asked to act where the name says nothing: the subject of a duty that only a body can do.

`leads.py` knows bodies by their names. In a sentence known to be a request its grammar tells the rest: the subject of
"should", "must" or "to" before a verb of acting is who is asked, unless it is a family or a thing.
"""

from __future__ import annotations

import re

from loaders.parse.cues import cue
from loaders.parse.items.leads import bodies_of
from loaders.parse.items.verb_groups import verb_groups

_DUTY = re.compile(
    r"(?P<who>[^,;:.]{3,80}?)(?:,[^,.;]{3,60},)?"
    r"\s+(?:should|must|ought to|needs? to|might|may wish to|(?:is|are|was|were) to|to)"
    r"\s+(?:(?:also|now|jointly|together|never|not|no longer|each|all|both|continue to|\w+ly)\s+)*"
    r"(?P<verb>[a-z-]+)\b"
)
_THAT = re.compile(  # and the number it is printed under
    r"^(?:R\d+[:.]?\s+)?(?:(?:(?:it|we|i|they|the [\w ]{3,30}?) (?:(?:is|was|also) )*"
    r"(?:ask(?:s|ed)?|recommend(?:s|ed)?) )?that\s+)?",
    re.I,
)
_INFINITIVE = re.compile(r"\w[\w’' -]{3,} to (?!the\b|an?\b|which\b|whom\b|date\b|\d)[a-z]+\b")
_NEEDS = re.compile(r"(?P<who>[A-Z][\w&,’' -]{1,60}?) needs? (?:an?|the|more|better|to)\b")
_TELLS = re.compile(  # more than one sentence, a lead-in, or somebody who speaks of themselves
    r"[.;]\s+[A-Z]|:\s*$|^(?:i|we|you|it|they|he|she|there|this|these|in order|so|as|having)\b", re.I
)
_SHORT = 8  # words that name somebody
_ARTICLE = re.compile(r"^(?:the|both|our)\s+", re.I)


def agents_of(request: str) -> list[str]:
    """The subject of a duty to act, as written without the article; [] where it is passive or acts by nobody's will."""
    text = _THAT.sub("", request, count=1)
    found = _DUTY.match(text)
    if found is None:
        needs = _NEEDS.match(text)
        return bodies_of(needs["who"]) if needs else _told_to(text)
    who = found["who"].strip()
    acts = cue("agents", "acts").fullmatch(found["verb"]) is not None and not cue("passages", "asking-verb").match(who)
    if not acts or not _may_act(who):
        return []
    return _parted(who)


def asks_briefly(line: str) -> bool:
    """Whether a line among requests asks without a modal ("Midwives to ask both parents", "Police need a pathway")."""
    if _TELLS.search(line):
        return False
    if _NEEDS.match(line):
        return True
    found = _INFINITIVE.search(line)
    return found is not None and not any(one.main and one.start < found.end() for one in verb_groups(line))


def _told_to(text: str) -> list[str]:
    """The body before a bare verb of acting ("Schools hold the file for ten days")."""
    for verb in cue("agents", "acts-bare").finditer(text):
        if names := bodies_of(text[: verb.start()].strip()):
            return names
        if len(text[: verb.start()].split()) > _SHORT:
            break
    return []


def _may_act(who: str) -> bool:
    return len(who.split()) <= _SHORT and not any(
        cue(part, name).search(who) for part, name in (("agents", "nobody"), ("deeds", "thing"))
    )


def _parted(who: str) -> list[str]:
    """Two who are each plural or known by name are two; "Drug and Alcohol Partnership" is one."""
    left, joint, right = who.partition(" and ")
    if joint and " and " not in right and (left.endswith("s") or bodies_of(left)):
        return [_ARTICLE.sub("", one).strip() for one in (left, right)]
    return [_ARTICLE.sub("", who)]
