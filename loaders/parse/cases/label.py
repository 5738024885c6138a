"""What a label says, wherever it stands: a reference code, initials, a pseudonym, a person word with either, a family.

A label that is none of these is no case. `ref` is a reference code, `name` a pseudonym; a year says when, not which.
"""

from __future__ import annotations

import re
from dataclasses import replace

from graph.records import ReviewKind
from graph.text import joined, printed
from loaders.parse.cases.naming import (
    CODE,
    INITIALS,
    KINDS,
    LETTERS,
    NOT_NAMES,
    PEOPLE,
    PSEUDONYM,
    CaseLabel,
    holds_everyday,
    is_common,
    kind_of,
)

QUOTED = r"[\"“‘'](?P<quoted>[A-Z][\w-]*(?: (?:and|&) [A-Z]\w+)?)[\"”’']"
DESCRIBED = (  # a child of whom no name is told ("male infant (A)", "a 14-year-old girl")
    r"(?:an? |the )?(?:[\w-]+ ){0,3}(?:infant|baby|boys?|girls?|child|children|young person|teenager|toddler|twins"
    r"|siblings|brothers|sisters)(?: (?:aged? [\w ]{1,20}|\((?-i:(?P<letter>[A-Z]\d?))\)))?"
)
CODED = re.compile(rf"(?P<code>{CODE})\s*[-–—:,]?\s*(?P<rest>\S.*)")
KIN_OF = re.compile(  # "the Marlow children", "the B family": the name of a family, not of a child
    r"[Tt]he (?P<who>[A-Z][a-z]{2,}(?:-[A-Z][a-z]+)?|[A-Z])"
    r" (?P<kin>[Cc]hildren|[Ff]amily|[Ss]iblings|[Bb]rothers|[Ss]isters|[Tt]wins|[Cc]ousins)"
)
_SMALL = re.compile(r"^(?:sibling group|child|baby|infant|family|siblings|twins|young person)(?= [A-Z]{1,2}\d?$)")
COUNTED_KIN = re.compile(  # "three siblings: Ada, Bea and Cal"
    r"(?:the |our )?(?:(?:two|three|four|five|six|[2-6]) )?(?:half[- ]?|step[- ]?)?"
    r"(?:siblings|brothers|sisters|children|cousins|twins|babies|young people)"
    r"(?:\s*[:–—-]\s*|,? (?:named |known as |called )?)(?=[\"“‘']?[A-Z])"
)
_TAIL = re.compile(
    r"\s*[-–—:,(]*\s*\b(?:(?:final |full |draft |executive |learning |published )*(?:summary|report|briefing|update)"
    r"|overview report|on behalf of(?: [\w ,'’]{2,70} (?:board|partnership|committee|LSCB|SCB|SCP))?"
    r"|(?:\d{1,2}(?:st|nd|rd|th)? )?(?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december) (?:19|20)\d\d)\)?$"
    r"|\s*[:–—]\s*(?:the )?(?:(?:final|first|second|revised|draft) )?(?:draft|(?:action|improvement|delivery) plan"
    r"|terms of reference|scoping|progress|next steps|publication|decision|(?:draft )?(?:findings|recommendations))$",
    re.I,
)


def read_label(label: str, heading: str, kind: ReviewKind) -> CaseLabel | None:
    """A label checked: reference code, initials, pseudonym or people; anything else is no case."""
    if family := KIN_OF.fullmatch(label.strip(" :-–—,.")):
        who = family["who"]
        name = f"The {who} {family['kin'].lower()}"
        return None if is_common(who) else CaseLabel(heading, kind, None, name, (who,) if len(who) > 1 else ())
    label = re.sub(r"^(?:The|A) ", "", label.strip(" :-–—,."))
    label = _SMALL.sub(lambda found: found[0].title(), label)
    label = COUNTED_KIN.sub("", label, count=1) if COUNTED_KIN.match(label) else label
    label = without_tail(label)
    quoted = re.search(QUOTED, label)
    rest = joined(label.replace(quoted[0], " ")).strip(" -–—:,") if quoted else label
    coded = CODED.fullmatch(rest)
    if (
        coded
        and re.search(r"\d", coded["code"])
        and re.fullmatch(rf"{PEOPLE}|{PSEUDONYM}|{LETTERS}|{KIN_OF.pattern}", coded["rest"])
    ):
        named = read_label(coded["rest"], heading, kind)
        if named is None or re.fullmatch(r"(?:19|20)\d\d", coded["code"]):
            return named  # a year says when, not which
        prefix = _prefix(heading, kind)
        if prefix is None or not coded["code"][0].isdigit():
            return replace(named, ref=coded["code"])
        return replace(named, ref=f"{prefix} {coded['code']}", aliases=(*named.aliases, coded["code"]))
    told_of = re.fullmatch(rf"(?P<code>{CODE})\s*[-–—:,]\s*(?:{DESCRIBED})", rest, re.I)
    if told_of and re.search(r"\d", told_of["code"]):  # "05/33 – sisters aged 3 and 6": a child of whom no name is told
        return read_label(told_of["code"], heading, kind)
    rest = re.sub(r"^(?:number|no\.?|ref(?:erence)?:?)\s+", "", rest, flags=re.I)
    alias = quoted["quoted"] if quoted else None
    if alias and alias.casefold() in NOT_NAMES:
        return None
    if not rest:
        return CaseLabel(heading, kind, None, alias) if alias else None
    dated = re.fullmatch(r"(?P<name>.+?(?<![/-]))[ ,]+(?:20\d\d(?: ?[-/–] ?\d{2,4})?)", rest)
    if dated and not re.fullmatch(CODE, rest) and not re.fullmatch(r"[A-Z]{1,4}|\d{1,3}", dated["name"]):
        rest = dated["name"]
    if re.fullmatch(CODE, rest) and re.search(r"\d", rest):
        if re.fullmatch(r"(?:19|20)\d\d", rest):
            return None
        prefix = _prefix(heading, kind) or (_spelt(heading, rest) if re.fullmatch(r"\d{1,3}(?: 20.*)?", rest) else None)
        if prefix and rest.startswith(prefix):
            return CaseLabel(heading, kind, rest, alias, (rest.removeprefix(prefix).strip(" /-"),))
        together = f"{prefix}{rest}" if prefix and f"{prefix}{rest}" in heading else f"{prefix} {rest}"  # as printed
        return CaseLabel(heading, kind, together if prefix else rest, alias, (rest,) if prefix else ())
    if re.fullmatch(PEOPLE, rest) and not holds_everyday(rest):
        code = re.search(r"\b[A-Z]*[/-]?\d+(?:[/-]\d+)?[A-Z]*\b", rest)
        return CaseLabel(heading, kind, code[0] if code else None, rest, (alias,) if alias else ())
    if re.fullmatch(INITIALS, rest) or (re.fullmatch(PSEUDONYM, rest) and not is_common(rest)):
        return CaseLabel(heading, kind, None, rest, (alias,) if alias else ())
    return None


def _prefix(heading: str, kind: ReviewKind) -> str | None:
    """The letters that stand for the kind before a number ("LR" in "LR 23/01")."""
    return next((word for word in re.findall(r"[A-Z]{2,6}", heading) if kind_of(f"{word} 1") == kind), None)


def _spelt(heading: str, number: str) -> str | None:
    """The words for the kind right before a bare number, which alone would refer to nothing ("Rapid Review 4")."""
    kinds = "|".join(pattern for _, pattern in KINDS)
    found = re.search(rf"\b(?P<kind>{kinds}) {re.escape(number.split()[0])}(?!\d)", heading, re.I)
    return found["kind"] if found else None


def without_tail(label: str) -> str:
    """A label without what says which paper it heads ("Child T Executive Summary May 2014")."""
    while (cut := _TAIL.sub("", label)) != label:
        label = cut
    return label


def pseudonym(text: str, kind: ReviewKind | None) -> CaseLabel | None:
    """The case that a name alone ("Robin") is, where the place says that names of children stand there."""
    name = printed(text)
    return (
        CaseLabel(name, kind or "other", None, name) if re.fullmatch(PSEUDONYM, name) and not is_common(name) else None
    )
