"""Children told by a name alone ("Robin", "The Wren review"), believed where the text tells of a child so named."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.gazetteer import areas_in
from graph.text import printed
from loaders.parse.cases.harm import DIED, HARMED, told_of_harm
from loaders.parse.cases.mentions import AGE, AGE_IN_WORDS, NUMBERS
from loaders.parse.cases.naming import INITIALS, KINDS, PEOPLE, PSEUDONYM, CaseLabel, is_common, kind_of

_NAMED_REVIEW = re.compile(
    r"(?:(?:.{0,60}\b)?(?:[Ff]rom|[Oo]f|[Oo]n|[Ii]nto|[Aa]bout) )?(?:[Tt]he )?"
    r"(?P<name>(?:(?:Baby|Child) )?[A-Z][a-z]{2,})(?:['’]s)? "
    rf"(?:(?i:{'|'.join(p for _, p in KINDS)})|[Rr]eview|[Cc]ase)\b"
)
_REVIEW_OF = re.compile(  # "Local review: Ines", "Case story – Baby Robin"
    r"(?:[A-Za-z’']+ ){0,3}(?:[Rr]eview|[Cc]ase|[Ss]tory|[Bb]riefing|[Ss]ummary)(?: \d{1,2})?\s*[:–—-]\s*"
    r"(?P<name>(?:(?:Baby|Child) )?[A-Z][a-z]{2,}(?:(?:,| and| &) (?:(?:Baby|Child) )?[A-Z][a-z]{2,})*)"
)
_SAID_OF = re.compile(  # "“Robin never stayed long”: review published today"
    r"[\"“‘'](?P<name>[A-Z][a-z]{2,}) [a-z][^\"”]{3,60}[\"”’']\s*[:–—-]\s*.*\b(?:review|LCSPR|report|learning)\b"
)
_IS_A_CHILD = (  # behind a name
    r"(?:['’]s (?:death|mother|father|family|school|injur\w+)|,? (?:who )?(?:was|is|had been) (?:\w+ )?(?:an? |aged? )?"
    r"(?:[\w-]+ ){0,3}?(?:old|born|months|weeks|years|boy|girl|baby|child|infant|killed|stabbed|injured|found)\b"
    r"|,? (?:who )?(?:was|is) (?:now |then |just |only |nearly )?"
    r"(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen)\b"
    r"|,? is the (?:name|pseudonym) (?:\w+ )?(?:given|used|chosen)\b"
    r"|, (?:an? )(?:[\w-]+ ){0,3}?(?:baby|infant|boy|girl|child|toddler|teenager|young person)\b"
    r"|['’]s (?:now |then |just )?an? (?:[\w-]+ ){0,3}?(?:old|boy|girl|baby|toddler|teenager)\b"
    r"|, who['’]s (?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen)\b"
    r"|,? (?:aged? )?\(?\d{1,2}(?!\d|%| per cent| (?:[a-z-]+ )?(?:children|babies|infants|people|cases|reviews|deaths))"
    r"|,? (?:who )?died\b|,? (?:who )?suffered\b)"
)
_PUBLISHED = re.compile(
    r"\s*\((?:(?:[^(),]{3,40}, )?published\b[^)]*|[A-Z][a-z]+ (?:19|20)\d\d|(?:19|20)\d\d)\)$"
)  # behind a name
_HELD = re.compile(  # "Robin (practice review, published 2031)"
    rf"(?P<name>{PSEUDONYM}) \((?P<held>[^()]{{0,60}}\b(?:review|LCSPR)\b[^()]{{0,40}})\)"
)
_KNOWN_AS = re.compile(
    r"\b(?i:an?|the|this|his|her) (?:[\w-]+ ){0,3}?"
    r"(?i:child|boy|girl|baby|infant|toddler|teenager|young (?:person|man|woman)|son|daughter)"
    r"(?:,|,? who| (?:is|was))* (?i:known|referred to) "
    r"(?:(?i:here|only|to us|in (?:the|this) (?:review|report)) )*(?i:as) "
    rf"[\"“‘']?(?P<name>{PEOPLE}|{PSEUDONYM}|{INITIALS})(?![\w-]|['’]s [A-Z]| [A-Z])"
)
_LEARNT_FROM = re.compile(
    rf"(?i:(?:key |the )?(?:learning|lessons) (?:from|about)|remembering|about) (?P<name>{PSEUDONYM})"
)
_TOLD = re.compile(  # "Robin: the review in brief"
    rf"(?P<name>{PSEUDONYM})\s*[:–—-]\s*(?:the |our |a )?(?:\w+ )?(?i:review|case|story|summary|learning)\b.{{0,40}}"
)
_SUBTITLED = re.compile(  # "Robin: a Local Child Safeguarding Practice Review"
    rf"(?P<name>{PSEUDONYM})\s*[:–—-]\s*(?i:an? |the )(?:[\w-]+ ){{0,2}}?"
    rf"(?i:{'|'.join(p for _, p in KINDS)})\b.{{0,40}}"
)
_OPENS_TITLE = re.compile(rf"(?P<name>{PSEUDONYM})\s*[:–—]\s+\S")  # "Robin: what we learnt and what has changed"
_ANSWERED = re.compile(  # "Response to the review of Robin, and action plan"
    r"(?:\s*[,:–—-]\s*|\s+)(?:and\s+|with\s+)?(?:the\s+|our\s+|an?\s+)?"
    r"(?:(?:[A-Za-z]+[- ])?(?:action|improvement|delivery)\s+plan"
    r"|(?:partnership\s+)?response(?:\s+and\s+action\s+plan)?)$",
    re.I,
)
_ONE_OR_MORE = r"(?:(?:Baby|Child) )?[A-Z][a-z]+(?:-[A-Z][a-z]+)?(?:(?:,| and| &) [A-Z][a-z]+)*"
_NAME_AGED = re.compile(  # "Baby Robin, five months", "K, 15"
    rf"(?P<name>{_ONE_OR_MORE}|[A-Z](?:(?:,| and| &) [A-Z])*)(?:, | ?\()(?:aged )?(?:{AGE_IN_WORDS}|1?\d)\)?"
)
_BARE_AGE = re.compile(rf"\b[A-Z][a-z]+,? (?:(?:was|is|were) )?\(?(?:1?\d|{'|'.join(list(NUMBERS)[:18])})(?!\d|\w)")
_AGE_FIRST = re.compile(
    r"(?:(?:an? )?(?:boy|girl|baby|child)\b,? )?(?:(?:aged?|was|is):? )?(?:\d|an? \w+[- ](?:year|month))", re.I
)
_SPEAKS = re.compile(r"\b(?:said|says|told (?:us|me))\b")
_OFTEN = 3  # times that a text names the child of such a heading
_NAMES = 5  # words of a heading that is names alone ("Ada, Bea and Cal")
_STORY = 400  # characters below a heading in which the child is introduced


def named_by_title(title: str, text: str) -> CaseLabel | None:
    """The child a document is named after ("Briefing: Wren", "The Wren review: …"), where its text tells of it."""
    said = _ANSWERED.sub("", _unshouted(printed(title)))
    found = re.search(
        rf"(?:[:–—-]|\b(?:from|about|for|of|concerning|regarding|on))\s+[\"“‘']?(?P<name>{PSEUDONYM})[\"”’']?"
        rf"(?:\s*\((?i:{'|'.join(p for _, p in KINDS)})\)|\s[-–—]\s[a-z].*)?$",
        said,
    )
    found = found or _NAMED_REVIEW.match(said) or _SUBTITLED.fullmatch(said)
    opens = _OPENS_TITLE.match(said) if found is None else None
    if opens and all(tells_of_child(name, text) for name in _each(opens["name"])):
        return _child_of(opens["name"], title, text)
    alone = re.fullmatch(rf"(?P<name>{PSEUDONYM})", said)
    if alone and re.search(rf"\b{re.escape(said)}\b{_IS_A_CHILD}", text):
        return _child_of(said, title, text)
    quoted = _SAID_OF.match(said) if found is None else None
    if quoted and tells_of_child(quoted["name"], text):
        found = quoted
    return _child_of(found["name"], title, text) if found else None


def without_year(heading: str) -> str:
    """A heading without when its review was published ("Robin (May 2031)")."""
    return _PUBLISHED.sub("", printed(heading))


def _unshouted(text: str) -> str:
    """A line with names in capitals ("DEV and POPPY") as names are written; abbreviations of two letters stay."""
    return re.sub(r"\b[A-Z]{3,}\b", lambda found: found[0].capitalize(), text)


def _each(names: str) -> list[str]:
    return re.split(r" and | & |, ", names)


def named_review(heading: str, text: str) -> CaseLabel | None:
    """The child whose name alone says which review it is ("Learning from the Robin review"), told of in the text.

    Reviews are called after those who lead them too: the text has to say that a child bears the name.
    """
    plain = without_year(heading)
    if (titled := _REVIEW_OF.fullmatch(plain)) and not is_common(titled["name"]):
        last = re.split(r" and | & |, ", titled["name"])[-1].split()[-1]
        if re.search(rf"\b{re.escape(last)}\b{_IS_A_CHILD}", text):
            return CaseLabel(heading, kind_of(plain) or "other", None, titled["name"])
    held = _HELD.fullmatch(printed(heading))
    often = held is not None and len(re.findall(rf"\b{re.escape(held['name'])}\b", text)) >= _OFTEN
    if held is not None and often and not is_common(held["name"]):
        return CaseLabel(heading, kind_of(held["held"]) or "other", None, held["name"])
    alone = plain != printed(heading) and re.fullmatch(PSEUDONYM, plain)
    if alone and all(tells_of_child(name, text) for name in _each(plain)):
        return CaseLabel(heading, "other", None, plain)  # "Robin (published May 2031)"
    told = _TOLD.fullmatch(plain)
    if told and all(tells_of_child(name, text) for name in _each(told["name"])):
        return CaseLabel(heading, kind_of(plain) or "other", None, told["name"])
    learnt = _LEARNT_FROM.fullmatch(plain)
    if learnt and not areas_in(learnt["name"]) and all(tells_of_child(n, text) for n in _each(learnt["name"])):
        return CaseLabel(heading, "other", None, learnt["name"])
    found = _NAMED_REVIEW.match(printed(heading))
    if found is None or not re.search(rf"\b{re.escape(found['name'])}\b{_IS_A_CHILD}", text):
        return None
    label = _child_of(found["name"], heading, text)
    return replace(label, kind=kind_of(heading) or "other") if label else None


def named_in_text(title: str, text: str) -> CaseLabel | None:
    """The child whom a whole document is about by the one name that it says it uses ("We called her Robin")."""
    pattern = (
        r"\b(?:call(?:ed|s)? (?:her|him|them|the (?:child|baby|boy|girl))|known (?:here |in this report )?as"
        r"|(?:boy|girl|baby|child|teenager) (?:whom? )?(?:we|i) (?:are calling|call|will call|shall call|have called)"
        rf"|referred to (?:here )?as) \W{{0,3}}(?P<name>{PSEUDONYM})\b"
    )
    names = {found["name"] for found in re.finditer(pattern, text)}
    return _child_of(names.pop(), title, text, said=True) if len(names) == 1 else None


def known_as(sentence: str) -> str | None:
    """What a sentence says that the child is called in a review ("the toddler, known as Child 7"), or None."""
    found = _KNOWN_AS.search(sentence)
    counted = found is not None and any(sign.isdigit() for sign in found["name"])  # "Child 24"
    return found["name"] if found and (counted or not is_common(found["name"])) else None


def tells_of_child(name: str, text: str) -> bool:
    """Whether a text says that a child bears the name."""
    called = rf"\bcall(?:ed|s)? (?:her|him|them|the (?:child|baby|boy|girl)) \W{{0,3}}{re.escape(name)}\b"
    return not is_common(name) and bool(re.search(rf"\b{re.escape(name)}\b{_IS_A_CHILD}|{called}", text))


def named_alone(heading: str, below: str) -> CaseLabel | None:
    """The child whose name a heading says, alone or before a title, where the text right below tells of the child."""
    plain = _unshouted(without_year(heading))
    said = re.match(r"(?P<name>[^:–—]{2,40}?)\s*[:–—]\s+(?=\S)", plain)  # "Robin: one chance too many"
    name = (said["name"] if said else plain).strip("\"“”‘’'")
    names = re.split(r" and | & |, ", name)
    if not re.fullmatch(PSEUDONYM, name) or is_common(name) or len(name.split()) > _NAMES:
        return None
    aged = r",? (?:both )?(?:an? )?(?:\d|\w+)[- ](?:year|month|week|day)s?[- ]old\b"
    one = rf"(?:{'|'.join(map(re.escape, names))})"
    told = re.search(
        rf"\b{one}\b(?:{_IS_A_CHILD}|{aged})"
        rf"|\b(?:baby|infant|toddler|boy|girl|child) {one}\b|\b{re.escape(name)},? (?:were |are )?both\b",
        below[:_STORY],
    )
    start = below[:_STORY]
    quoted = re.match(r"[\"“‘']", plain) and AGE.search(start) and (DIED.search(start) or HARMED.search(start))
    return CaseLabel(heading, "other", None, name) if told or quoted else None


def named_over_story(heading: str, below: str) -> CaseLabel | None:
    """The child whose name stands alone between the signs of a heading, where the text below brings that child in.

    "In brief: Robin", "Robin, 7", "Robin’s story", "Joint review with Ashmere: Robin". The text has to give an age and
    tell of a harm, so that a name beside what somebody said opens nothing.
    """
    start = below[:_STORY]
    if (aged := _NAME_AGED.fullmatch(heading)) and not is_common(aged["name"]) and not _SPEAKS.search(start):
        spoken = "|".join(re.escape(one.split()[-1]) for one in _each(aged["name"]))
        if re.search(rf"\b(?:{spoken})\b", start):
            return CaseLabel(heading, "other", None, aged["name"])
    parts = re.split(
        r"\s*[:–—|]\s*|\s+-\s+|\s*[(),]\s*|['’]s? (?=[a-z]|Story\b|Experience\b|Journey\b)", without_year(heading)
    )
    names = [part for part in parts if re.fullmatch(_ONE_OR_MORE, part) and not is_common(part)]
    whole = f"{heading}. {start}"
    if (
        not names
        or not (AGE.search(whole) or _BARE_AGE.search(whole))
        or not told_of_harm(start)
        or _SPEAKS.search(start)
    ):
        return None
    told = [name for name in names if all(tells_of_child(one, whole) for one in _each(name))]
    if not told and names == [without_year(heading)] and _AGE_FIRST.match(start):
        told = names  # "Robin" above a list of facts: "Aged 3", "Died …"
    return CaseLabel(heading, kind_of(heading) or "other", None, told[0]) if len(told) == 1 else None


def _child_of(name: str, title: str, text: str, *, said: bool = False) -> CaseLabel | None:
    """The case of a child so named; `said`: the text says so, and need not show it."""
    if is_common(name):
        return None
    names = "|".join(map(re.escape, re.split(r" and | & |, ", name)))
    lives = r"['’]s\b|,? (?:was|is|were|had|has|died|lived|and (?:his|her)|who|suffered|aged)\b"
    lived = rf"\b(?:{re.escape(name)}|{names})(?:{lives}|{_IS_A_CHILD})"
    kinds = {kind for kind, pattern in KINDS if re.search(rf"\b(?:{pattern})\b", text, re.I)}
    kind = kind_of(title) or (kinds.pop() if len(kinds) == 1 else "other")
    return CaseLabel(title, kind, None, name) if said or re.search(lived, text) else None
