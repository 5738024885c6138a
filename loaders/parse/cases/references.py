"""Case labels: is this heading the name of one review, and which? "RR 05/22", "LB Rapid Review", 'LCSPR TN20 "Tom"'.

A label is read before any abbreviation is: "LA Rapid Review" is about a child called LA. The heading stays as printed;
`ref` is a reference code, `name` a pseudonym.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from graph.records import ReviewKind
from graph.text import joined, printed
from loaders.blocks import Block
from loaders.parse.cases.audits import test_label
from loaders.parse.cases.naming import (
    ABBREVIATED,
    CODE,
    INITIALS,
    KINDS,
    NOT_NAMES,
    PEOPLE,
    PERSON,
    PSEUDONYM,
    CaseLabel,
    holds_everyday,
    is_common,
    kind_of,
)
from loaders.parse.cases.whose import body_in, body_of_place

_DATED_CODE = r"[A-Z]{1,6} ?\d{0,4}(?:/[A-Z]{0,3}\d{1,4}){1,2}"  # "WR1/22": no other heading is written so
_QUOTED = r"[\"“‘'](?P<quoted>[A-Z][\w-]*(?: (?:and|&) [A-Z]\w+)?)[\"”’']"
_TOLD_OF = r"reviews?|incident|case|learning|lessons|death|briefing"
_BRIEFED = re.compile(
    r"(?:.{0,60}\b)?"
    r"(?:briefing|bulletin|summary|spotlight|focus|case (?:study|example)|report|review|case|learning|lessons)"
    r"(?: (?:from|in|for) practice)?(?: \d{1,2})?(?: (?:on|from|into|about|of|for))?"
    rf"\s*[-–—:]?\s*(?P<label>{PEOPLE})",
    re.I,
)
_COUNTED_CASE = re.compile(
    r"(?i:case|review|child|story) (?:\d{1,2}|one|two|three|four|five|six|[A-H])\s*[-–—:]\s*"
    rf"[\"“‘']?(?P<label>{PSEUDONYM}|[A-Z]{{2,3}})[\"”’']?(?: \([^)]*\))?"
)
_NUMBERED_REVIEW = re.compile(
    r"(?i:review|case review|incident) (?:no\.? )?(?P<code>\d{1,3} ?/ ?(?:(?:19|20)\d\d|\d\d))"
)
_STUDIED = re.compile(
    rf"(?i:case (?:study|example)(?: \d{{1,2}})?)\s*[-–—:]\s*[\"“‘']?(?P<label>{PSEUDONYM}|{INITIALS})[\"”’']?"
)
_DESCRIBED = (  # a child of whom no name is told ("male infant (A)", "a 14-year-old girl")
    r"(?:an? |the )?(?:[\w-]+ ){0,3}(?:infant|baby|boys?|girls?|child|children|young person|teenager|toddler|twins"
    r"|siblings|brothers|sisters)(?: (?:aged? [\w ]{1,20}|\((?-i:(?P<letter>[A-Z]\d?))\)))?"
)
_OF_A_LIFE = re.compile(
    r"(?:.{0,60}\b)?(?i:review|learning|lessons|death)\b.{0,40}?\b(?:of|on|into|about|concerning|surrounding) (?:the )?"
    r"(?:care|deaths?|case|lives|life|circumstances|experiences?|injur(?:y|ies)|services (?:provided|given|offered))"
    r"(?: of| to| for| and care of)? "
    rf"[\"“‘']?(?P<label>{PEOPLE}|{PSEUDONYM})[\"”’']?"
)
_OF_THE_REVIEW = re.compile(  # "Learning from the Child H review", "The Family B case"
    rf"(?:(?i:.{{0,60}}\b(?:from|of|on|in|into|about|following|after) )?(?i:the )|.{{0,60}}\b(?:from|of|on|about) )?"
    rf"(?P<label>{PEOPLE})(?:['’]s?)? (?:[a-z]+ ){{0,2}}"
    rf"(?i:{'|'.join(p for _, p in KINDS)}|reviews?|case|story|briefing)\b"
    r"(?:\s*[-–—:(].*)?"
)
_AND_KIN = r"(?:,? (?:and|&) (?:(?:his|her|their|a) )?(?:\w+ )?(?i:siblings?|brothers?|sisters?|twin|family))?"
_OF_A_YEAR = re.compile(  # "2025 – Ashmere and Fenwold – Baby A", as digests of many areas head their entries
    r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December) )?"
    r"(?:(?:19|20)\d\d\s*[-–—:,]\s*(?:[A-Z][^-–—:]{1,60}\s*[-–—:]\s*)?"
    r"|(?:19|20)\d\d(?=[A-Z])[^-–—:]{2,60}\s*[-–—:]\s*)"
    rf"(?P<label>{PEOPLE}|{PSEUDONYM}|{CODE})" + _AND_KIN
)
_OF_A_YEAR_UNNAMED = re.compile(  # "2022 – Anonymous – Babies with injuries": the entry of children without a name
    r"(?:\w+ )?(?:19|20)\d\d\s*[-–—:,]\s*(?:anonymous|unnamed|anonymised|not named)\b[^-–—:]{0,40}[-–—:]\s*\S.{2,80}",
    re.I,
)
_CALLED = re.compile(  # 'the review of "Robin and Wren"', 'the review known as "The Three Sisters" (LCSPR 3 of 2022)'
    r"(?:.{0,80}\b)?(?i:reviews?|case|death) (?i:of|into|about|on|known as|called|named) "
    r"[\"“‘'](?P<name>"
    r"(?P<kin>(?:The )?(?:[A-Z][\w-]* ){1,2}(?:Brothers|Sisters|Siblings|Twins|Cousins|Children|Family))"
    rf"|{PSEUDONYM})[\"”’'](?: \((?P<ref>[^)]{{2,40}})\))?"
)
_KIN_OF = re.compile(  # "the Marlow children": the name of a family, not of a child
    r"[Tt]he (?P<who>[A-Z][a-z]{2,}(?:-[A-Z][a-z]+)?)"
    r" (?P<kin>[Cc]hildren|[Ff]amily|[Ss]iblings|[Bb]rothers|[Ss]isters|[Tt]wins|[Cc]ousins)"
)
_OF_A_BODY = re.compile(rf"(?P<body>[A-Z][^:–—]{{2,80}}?)\s*(?:[:–—]|\s-\s)\s*(?P<label>{PEOPLE})")  # "Leeds: Child A"
_NOTIFIED = (  # "Serious incident notification: Baby R", as letters about a notified incident are headed
    r"(?i:(?:serious (?:child safeguarding )?incident(?: notification)?|notifiable incident|SIN)(?: (?:SIN )?\d{3,8})?"
    r"\s*[-–—:,]\s*)?"
)
_REFERRED_TO = re.compile(  # "Our reference: SIN 40718 (Child R)"
    rf"(?i:our |your )?(?i:ref(?:erence)?|SIN)\b[^()]{{0,40}}\((?P<label>{PEOPLE})\)"
)
_PLACE_BEHIND = re.compile(
    r"(?P<rest>.{4,80}?)(?:,|\s[-–—])\s*(?P<place>[A-Z][\w'’-]+(?: (?:and |& |of |on |upon )?[A-Z][\w'’-]*){0,7})"
)
_CATALOGUED = re.compile(  # "Baby C. Ashmere: Ashmere Safeguarding Children Board. Author, A. (2014)", as libraries do
    rf"(?P<label>{PEOPLE})\s*[.:,–—-]\s+(?:.{{0,80}}\b)?"
    r"(?:Safeguarding (?:Children|Child)\w*['’]?s? (?:Board|Partnership)|LSCB|L?SCP|SCB)\b.{0,80}"
)
_OPENS_CODED = re.compile(  # "RR 2031/03: note for the review group"
    r"(?P<code>(?P<kind>RR|SCR|L?CSPR|CPR)[ /-]?\d{1,4}[/-]\d{1,4})\s*[:–—]\s+(?=[A-Za-z])"
)
_CODED = re.compile(rf"(?P<code>{CODE})\s*[-–—:,]?\s*(?P<rest>\S.*)")
_SHORT = frozenset("RR SCR CPR APR MALR SILP SUSR CSPR LCSPR LSCPR LCPSR LCSPPR LSCPPR".split())  # noqa: SIM905
_WHAT = (
    r"(?: (?:appreciative inquiry|executive summary|overview report|report|summary"
    r"|(?:learning |practice |\d[- ]minute )?briefing))?"
)
_TAIL = re.compile(
    r"\s*[-–—:,(]*\s*\b(?:(?:final |full |executive |learning |published )*(?:summary|report|briefing|update)"
    r"|overview report"
    r"|(?:\d{1,2}(?:st|nd|rd|th)? )?(?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december) (?:19|20)\d\d)\)?$",
    re.I,
)
_LABELLED_ITEM = re.compile(r"^(?P<label>[^.;]{2,60}?(?:\([^)]{3,60}\))?)\s*(?:[-–—:]\s|(?<=\))\s)(?P<rest>\S.*)$")


@lru_cache(maxsize=4096)  # a line is asked about as a title, as a heading and as a label
def case_label(text: str, *, among_cases: bool = False, kind: ReviewKind | None = None) -> CaseLabel | None:
    """The case a heading opens, or None.

    Args:
        text: the heading as printed.
        among_cases: the heading stands where cases are listed, so that bare initials ("JM:") are a label too.
        kind: the kind of review of that list, for a label that does not say.
    """
    text = re.sub(r"\b(?:[A-Z]\.){2,}[A-Z]?\b\.?", lambda dotted: dotted[0].replace(".", ""), printed(text))  # "S.C.R"
    if sum(letter.isupper() for letter in text) > 0.6 * sum(letter.isalpha() for letter in text):
        text = _spoken(text)
    heading = joined(re.sub(r"^(?!(?:19|20)\d\d\s*[-–—:])\d+(?:\.\d+)*[.)]?\s+(?=\D)", "", text).rstrip(" :"))
    if len(heading.split()) > 22:
        return None
    test = test_label(text, heading)
    label = (
        test or _named(heading, kind) or (_bare(heading, text, kind) if among_cases else None) or _placed(heading, kind)
    )
    return replace(label, body=body_in(heading, label.name)) if label and not label.test else label


def _placed(heading: str, kind: ReviewKind | None) -> CaseLabel | None:
    """The case of a heading that ends in whose review it is ("LCSPR Child M – Ashmere Safeguarding Board")."""
    found = _PLACE_BEHIND.fullmatch(heading)
    if found is None or (kind_of(found["rest"]) is None and body_of_place(found["place"], surely=True) is None):
        return None
    label = _named(found["rest"], kind)
    return replace(label, printed=heading) if label else None


def _spoken(text: str) -> str:
    """A heading set in capitals as it would be written in a line: kinds, person words and names, not abbreviations."""
    spoken = re.sub(r"[A-Z]{2,}", lambda m: m[0].capitalize() if _is_word(m[0]) else m[0], text)
    return re.sub(r"(?<=\S )(?:And|Of|In|On|For|The|From|About|Into|To)\b", lambda m: m[0].lower(), spoken)


def _is_word(capitals: str) -> bool:
    known = re.fullmatch(rf"{PERSON}|{ABBREVIATED}|SCR|RR|MALR|SILP|CPR|APR|SUSR", capitals, re.I)
    if capitals in _SHORT:
        return False
    return (
        len(capitals) > 4
        or known is not None
        or capitals.casefold() in NOT_NAMES
        or (len(capitals) == 4 and re.search(r"[AEIOUY]", capitals) is not None)
    )


def refers(code: str, label: CaseLabel) -> bool:
    """Whether a code as a heading writes it ("RR7") is that of a case, however the case's own heading spells it."""
    short = {"rapid-review": "RR", "scr": "SCR", "lcspr": "LCSPR"}.get(label.kind, "")
    known = [ref for ref in (label.ref, *label.aliases) if ref and re.search(r"\d", ref)]
    spellings = {_flat(ref) for ref in known} | {_flat(f"{short}{ref}") for ref in known if ref[0].isdigit()}
    return _flat(code) in spellings


def _flat(code: str) -> str:
    """A code without spaces, signs and leading noughts."""
    return "/".join(re.sub(r"^0+(?=\d)", "", part) for part in re.findall(r"[A-Z]+|\d+", code.upper()))


def labelled_item(block: Block) -> tuple[CaseLabel | None, str]:
    """The case an item of a list opens ("Child K (category): the review agreed …"), and the words after its label."""
    text = block.text
    found = _LABELLED_ITEM.match(text)
    head = block.bold[0] if block.bold and text.startswith(block.bold[0]) else found["label"] if found else None
    label = case_label(head) if head else None
    if head is None or label is None or label.test:
        return None, text
    rest = text[len(head) :].strip(" :-–—")
    if label.kind == "other" and (kind := kind_of(rest)):
        refused = kind == "lcspr" and re.search(r"\b(?:no|not)\b", rest)  # only the rapid review was held then
        label = replace(label, kind="rapid-review" if refused else kind)
    return label, rest


def _named(heading: str, kind: ReviewKind | None) -> CaseLabel | None:
    bare = joined(re.sub(r"\s*\([^)]*\)\s*", " ", heading)).strip(" :-–—")
    bare = re.sub(rf"\b({PERSON}) [\"“‘']([A-Z][\w-]+)[\"”’']", r"\1 \2", bare)
    while (cut := _TAIL.sub("", bare)) != bare:
        bare = cut
    for found, pattern in KINDS:
        for before in (r"(?:.{0,60}\b)?", ""):  # after the last word that says the kind, else after one that opens
            after = re.fullmatch(
                rf"{before}(?:{pattern})(?![A-Za-z'’]){_WHAT}"
                r"\s*(?:[-–—:]|in (?:respect of|relation to)|re\b:?|regarding|concerning|on behalf of|on|of|for"
                r"|into the death of|about)?\s*"
                rf"(?P<label>\S.*)",
                bare,
                re.I,
            )
            if after and (label := _label(after["label"], heading, found)):
                return label if label.name else replace(label, name=_name_before(bare, pattern))
        told_of = re.fullmatch(rf"(?:{pattern})\s*[-–—:]\s*{_DESCRIBED}", heading, re.I)
        if told_of:
            return CaseLabel(heading, found, told_of["letter"], None)
        ahead = re.fullmatch(
            rf"(?P<label>\S.{{0,60}}?)(?:\s*[-–—:]\s*|\s+)(?:{pattern})(?: (?:20\d\d|report|summary))*", bare, re.I
        )
        if ahead and (label := _label(ahead["label"], heading, found)):
            return label
        last = re.split(r"\s*[:–—]\s+", ahead["label"])[-1] if ahead else ""
        if ahead and last != ahead["label"] and (label := _label(last, heading, found)):
            return label
    quoted = re.fullmatch(rf"(?:.{{0,60}}\b)?(?i:{_TOLD_OF})\b[^:–—]{{0,30}}\s*[-–—:]\s*{_QUOTED}", bare)
    if quoted and quoted["quoted"].casefold() not in NOT_NAMES:
        return CaseLabel(heading, kind_of(heading) or kind or "other", None, quoted["quoted"])
    called = _CALLED.fullmatch(heading)
    if called and (called["kin"] or not is_common(called["name"])):
        given = _named(called["ref"], kind) if called["ref"] else None
        if given is None:
            return CaseLabel(heading, kind_of(heading) or kind or "other", None, called["name"])
        return replace(given, printed=heading, name=called["name"])
    people = re.fullmatch(
        r"(?i:in respect of |in relation to |regarding |concerning |(?:initials|name|pseudonym) of (?:the )?|re:? "
        rf"|Case \d{{1,2}}\s*[-–—:]\s*)?{_NOTIFIED}"
        rf"(?P<label>{PEOPLE}){_AND_KIN}"
        r"(?:\s*[-–—:]\s*(?P<rest>.*))?",
        bare,
    )
    if people is None and (letter := _REFERRED_TO.fullmatch(heading)) and not is_common(letter["label"]):
        return _label(letter["label"], heading, kind or "other")
    counted = people is not None and re.search(r"\d ?/ ?\d", people["label"]) is not None  # "Case 1/2031"
    coded_as = people is not None and kind_of(heading) is not None and re.search(r"\d", people["label"]) is not None
    if people and (counted or coded_as or not is_common(people["label"])) and len((people["rest"] or "").split()) < 8:
        return _label(people["label"], heading, kind_of(people["rest"] or "") or kind_of(heading) or kind or "other")
    told = kind_of(heading) or kind or "other"
    if numbered := _NUMBERED_REVIEW.fullmatch(bare):
        return CaseLabel(heading, told, numbered["code"], None)
    told_as = _COUNTED_CASE.fullmatch(heading)
    if told_as and not is_common(told_as["label"]):
        return CaseLabel(heading, kind_of(heading) or kind or "other", None, told_as["label"])
    said = re.fullmatch(rf"(?P<label>{PSEUDONYM}) \((?P<told>[^)]{{2,60}})\)(?:\s*[-–—:]\s*.{{2,60}})?", heading)
    if said and kind_of(said["told"]) and not is_common(said["label"]):
        return CaseLabel(heading, kind_of(said["told"]) or "other", None, said["label"])
    briefed = (
        _BRIEFED.fullmatch(bare)
        or _OF_THE_REVIEW.fullmatch(bare)
        or _OF_A_LIFE.fullmatch(bare)
        or _CATALOGUED.fullmatch(bare)
        or (_STUDIED.fullmatch(bare) if told != "other" else None)
    )
    if briefed and not is_common(briefed["label"]):
        return _label(briefed["label"], heading, told)
    of_body = _OF_A_BODY.fullmatch(bare)
    if of_body and not is_common(of_body["label"]) and body_of_place(of_body["body"], surely=True):
        return _label(of_body["label"], heading, told)
    of_year = _OF_A_YEAR.fullmatch(bare)
    if of_year and not is_common(of_year["label"]):
        return _label(of_year["label"], heading, told)
    if _OF_A_YEAR_UNNAMED.fullmatch(bare):
        return CaseLabel(heading, told)
    if opens := _OPENS_CODED.match(bare):
        return CaseLabel(heading, kind_of(opens["kind"]) or told, opens["code"], None)
    coded = _CODED.fullmatch(bare)
    if coded and re.search(r"\d", coded["code"]) and re.fullmatch(rf"{_QUOTED}|{PEOPLE}|{PSEUDONYM}", coded["rest"]):
        named = _label(coded["rest"], heading, told)
        return replace(named, ref=coded["code"], kind=kind_of(coded["code"]) or told) if named else None
    opening = r"(?i:(?:review|case|incident)(?: no\.?| number| ref(?:erence)?)?:? )"
    if dated := re.fullmatch(rf"{opening}?({_DATED_CODE})(?:\s*[-–—:]\s*(?:[\w’']+ ?){{1,5}})?", bare):
        return _label(dated[1], heading, kind or "other")
    if re.fullmatch(CODE, bare) and (own := kind_of(re.match(r"[A-Z]*", bare)[0])):  # type: ignore[index]
        return _label(bare, heading, own)
    return None


def _name_before(bare: str, pattern: str) -> str | None:
    """The child named before the kind of review ("Child Wren - Rapid Review 06-2030")."""
    found = re.match(rf"(?P<name>{PEOPLE}|{PSEUDONYM})\s*[-–—:,]\s*(?:{pattern})\b", bare)
    return found["name"] if found and not is_common(found["name"]) else None


def pseudonym(text: str, kind: ReviewKind | None) -> CaseLabel | None:
    """The case that a name alone ("Robin") is, where the place says that names of children stand there."""
    name = printed(text)
    return (
        CaseLabel(name, kind or "other", None, name) if re.fullmatch(PSEUDONYM, name) and not is_common(name) else None
    )


def _bare(heading: str, text: str, kind: ReviewKind | None) -> CaseLabel | None:
    if re.fullmatch(rf"{INITIALS}|{CODE}", heading) and not re.fullmatch(r"\d+|[A-Z]", heading):
        return _label(heading, text, kind or "other")
    if (kind or heading.startswith("Case")) and re.fullmatch(rf"(?:Case \d{{1,2}}\s*[-–—:]\s*)?{_QUOTED}", heading):
        return _label(heading, text, kind or "other")
    return None


def _label(label: str, heading: str, kind: ReviewKind) -> CaseLabel | None:
    """A label checked: reference code, initials, pseudonym or people; anything else is no case."""
    if family := _KIN_OF.fullmatch(label.strip(" :-–—,.")):
        who = family["who"]
        return None if is_common(who) else CaseLabel(heading, kind, None, f"The {who} {family['kin'].lower()}", (who,))
    label = re.sub(r"^(?:The|A) ", "", label.strip(" :-–—,."))
    while (cut := _TAIL.sub("", label)) != label:  # "Child T Executive Summary May 2014"
        label = cut
    quoted = re.search(_QUOTED, label)
    rest = joined(label.replace(quoted[0], " ")).strip(" -–—:,") if quoted else label
    coded = _CODED.fullmatch(rest)
    if coded and re.search(r"\d", coded["code"]) and re.fullmatch(rf"{PEOPLE}|{PSEUDONYM}", coded["rest"]):
        named = _label(coded["rest"], heading, kind)
        if named is None or re.fullmatch(r"(?:19|20)\d\d", coded["code"]):
            return named  # a year says when, not which
        prefix = next((word for word in re.findall(r"[A-Z]{2,6}", heading) if kind_of(word) == kind), None)
        if prefix is None or not coded["code"][0].isdigit():
            return replace(named, ref=coded["code"])
        return replace(named, ref=f"{prefix} {coded['code']}", aliases=(*named.aliases, coded["code"]))
    told_of = re.fullmatch(rf"(?P<code>{CODE})\s*[-–—:,]\s*(?:{_DESCRIBED})", rest, re.I)
    if told_of and re.search(r"\d", told_of["code"]):  # "05/33 – sisters aged 3 and 6": a child of whom no name is told
        return _label(told_of["code"], heading, kind)
    rest = re.sub(r"^(?:number|no\.?|ref(?:erence)?:?)\s+", "", rest, flags=re.I)
    alias = quoted["quoted"] if quoted else None
    if alias and alias.casefold() in NOT_NAMES:
        return None
    if not rest:
        return CaseLabel(heading, kind, None, alias) if alias else None
    dated = re.fullmatch(r"(?P<name>.+?(?<![/-]))[ ,]+(?:20\d\d(?: ?[-/–] ?\d{2,4})?)", rest)
    if dated and not re.fullmatch(CODE, rest) and not re.fullmatch(r"[A-Z]{1,4}", dated["name"]):
        rest = dated["name"]
    if re.fullmatch(CODE, rest) and re.search(r"\d", rest):
        if re.fullmatch(r"(?:19|20)\d\d", rest):
            return None
        prefix = next((word for word in re.findall(r"[A-Z]{2,6}", heading) if kind_of(word) == kind), None)
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
