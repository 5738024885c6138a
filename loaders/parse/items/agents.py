"""Who is asked to act where the name says nothing: the subject of a duty that only a body can do.

`leads.py` knows bodies by their names. In a sentence known to be a request its grammar tells the rest: the subject of
"should", "must" or "to" before a verb of acting is who is asked, unless it is a family or a thing.
"""

from __future__ import annotations

import re

from loaders.parse.cues import cue
from loaders.parse.items.leads import bodies_of
from loaders.parse.items.putting import asked_body
from loaders.parse.items.verb_groups import verb_groups

_DUTY = re.compile(
    r"(?P<who>[^,;:.]{3,80}?)(?:,(?P<beside>[^,.;]{3,60}),)?"
    r"\s+(?:should|must|ought to|needs? to|might|may wish to|(?:is|are|was|were) to|to)"
    r"\s+(?:(?:also|now|jointly|together|never|not|no longer|each|all|both|continue to|\w+ly)\s+)*"
    r"(?P<verb>[a-z-]+)\b"
)
_THAT = re.compile(  # and the number it is printed under
    r"^(?:R\d+[:.]?\s+)?(?:(?:(?:it|we|i|they|the [\w ]{3,30}?) (?:(?:is|was|also) )*"
    r"(?:ask(?:s|ed)?|recommend(?:s|ed)?|suggest(?:s|ed)?|propose[sd]?|advise[sd]?)(?:,? (?:too|also|further),?)? )?"
    r"that\s+)?",
    re.I,
)
_INFINITIVE = re.compile(r"\w[\w’' -]{3,} to (?!the\b|an?\b|which\b|whom\b|date\b|\d)[a-z]+\b")
_NEEDS = re.compile(r"(?P<who>[A-Z][\w&,’' -]{1,60}?) needs? (?:an?|the|more|better|to)\b")
_TELLS = re.compile(  # more than one sentence, a lead-in, or somebody who speaks of themselves
    r"[.;]\s+[A-Z]|:\s*$|^(?:i|we|you|it|they|he|she|there|this|these|in order|so|as|having)\b", re.I
)
_ASKED_TO = re.compile(
    r"^(?:we|i) (?:(?:would|also|therefore|further|do) )*(?:ask|urge|request|invite)s? (?!that\b)", re.I
)
_SUBJECT = re.compile(  # "the trust and the ICB pay"
    r"(?P<who>(?:[Tt]he |[Aa]ll |[Ee]ach |[Ee]very )?[\w’'& -]{2,60}?)"
    r" (?!(?:and|with|of|for|in|or|to|the|an?|all|each|every|both)\b)(?P<verb>[a-z]{3,}?)(?:s|es)? (?=\w)"
)
_TOGETHER = re.compile(r"\s*(?:together |jointly |along |working )?(?:with|and)\s+(?P<who>.+)", re.I)
_SHORT = 8  # words that name somebody
_ARTICLE = re.compile(r"^(?:the|both|our)\s+", re.I)


def agents_of(request: str) -> list[str]:
    """The subject of a duty to act, as written without the article; [] where it is passive or acts by nobody's will."""
    if body := asked_body(request):
        return _parted(body)
    bare = _ASKED_TO.sub("", request, count=1)
    text = _THAT.sub("", bare, count=1)
    reported = len(text) < len(request) and cue("requests", "recommended").search(request) is not None
    found = _DUTY.match(text)
    if found is None:
        needs = _NEEDS.match(text)
        if reported and (who := _before_bare_verb(text)):
            return _parted(who)
        return bodies_of(needs["who"]) if needs else _told_to(text)
    who = found["who"].strip()
    acts = cue("agents", "acts").fullmatch(found["verb"]) is not None and not cue("passages", "asking-verb").match(who)
    acts = acts or (bare != request and cue("deeds", "body").search(who) is not None)
    if not acts or not _may_act(who):
        return []
    with_whom = _TOGETHER.match(found["beside"] or "")
    beside = with_whom["who"].strip() if with_whom else ""
    return [*_parted(who), *(_parted(beside) if beside and _may_act(beside) else [])]


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


def _before_bare_verb(text: str) -> str | None:
    """The body before the verb of what is recommended ("… that the trust gives every midwife a card")."""
    verb = _SUBJECT.match(text)
    bodies = verb["who"].split(" and ") if verb else []
    return verb["who"] if verb and all(cue("deeds", "body").search(one.strip()) for one in bodies) else None


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
