"""Case headings: is this heading the name of one review, and which? "RR 05/22", "LB Rapid Review", 'LCSPR TN20 "Tom"'.

A label is read before any abbreviation is: "LA Rapid Review" is about a child called LA. The heading stays as printed;
`ref` is a reference code, `name` a pseudonym.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from graph.records import ReviewKind
from graph.text import joined, printed
from loaders.parse.cases.audits import test_label
from loaders.parse.cases.capitals import as_written, in_capitals, opening_as_written
from loaders.parse.cases.label import CODED, DESCRIBED, KIN_OF, QUOTED, read_label, without_tail
from loaders.parse.cases.naming import (
    CODE,
    INITIALS,
    KINDS,
    LETTERS,
    NOT_NAMES,
    PEOPLE,
    PERSON,
    PSEUDONYM,
    CaseLabel,
    is_common,
    kind_of,
)
from loaders.parse.cases.whose import body_in, body_of_place

_DATED_CODE = r"[A-Z]{1,6} ?\d{0,4}(?:/[A-Z]{0,3}\d{1,4}){1,2}"  # "WR1/22": no other heading is written so
_TOLD_OF = r"reviews?|incident|case|learning|lessons|death|briefing"
_AN_EXAMPLE = re.compile(r"(?i:(?:an |case )?(?:example|illustration)(?: \d{1,2})?)\s*[:–—-]\s+(?=\S)")
_BRIEFED = re.compile(
    r"(?:.{0,60}\b)?"
    r"(?:briefing|bulletin|summary|spotlight|focus|case (?:study|example)|report|review|case|learning|lessons)"
    r"(?: (?:from|in|for) practice)?(?: \d{1,2})?(?: (?:on|from|into|about|of|for))?"
    rf"\s*[-–—:]?\s*(?-i:(?P<code>[A-Z]{{1,4}}\d{{1,4}})[ :–—-]+)?(?P<label>{PEOPLE})",
    re.I,
)
_ON_WHAT = re.compile(r"(?<=[ \dA-Z][\dA-Z])\s*[-–—:]\s+[A-Za-z].{2,60}$")  # behind a letter: "Child D – missed visits"
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
_IN_BRACKETS = re.compile(  # "SCR 2019 (Innes)", "Rapid Review 3/24 (Jory)"
    rf"(?:[A-Za-z]+ ){{0,4}}?(?P<kind>{'|'.join(p for _, p in KINDS)})(?![A-Za-z'’])"
    rf"(?: (?:of |in )?(?:(?:19|20)\d\d|(?P<ref>{CODE})))? \((?P<name>(?-i:{PEOPLE}|{PSEUDONYM}|{LETTERS}))\)",
    re.I,
)
_CALLED = re.compile(  # 'the review of "Robin and Wren"', 'the review known as "The Three Sisters" (LCSPR 3 of 2022)'
    r"(?:.{0,80}\b)?(?i:reviews?|case|death) (?i:of|into|about|on|known as|called|named) "
    r"[\"“‘'](?P<name>"
    r"(?P<kin>(?:The )?(?:[A-Z][\w-]* ){1,2}(?:Brothers|Sisters|Siblings|Twins|Cousins|Children|Family))"
    rf"|{PSEUDONYM})[\"”’'](?: \((?P<ref>[^)]{{2,40}})\))?"
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
_HOW_FAR = (  # behind the kind: which paper it is, or how far the review is
    r"(?: (?:20\d\d|report|summary|under ?way|in progress|ongoing|started|begun|commissioned|not yet published))*"
)
_WHAT = (
    r"(?: (?:appreciative inquiry|executive summary|overview report|report|summary"
    r"|(?:learning |practice |\d[- ]minute )?briefing))?"
)


@lru_cache(maxsize=4096)  # a line is asked about as a title, as a heading and as a label
def case_label(text: str, *, among_cases: bool = False, kind: ReviewKind | None = None) -> CaseLabel | None:
    """The case a heading opens, or None.

    Args:
        text: the heading as printed.
        among_cases: the heading stands where cases are listed, so that bare initials ("JM:") are a label too.
        kind: the kind of review of that list, for a label that does not say.
    """
    text = re.sub(r"\b(?:[A-Z]\.){2,}[A-Z]?\b\.?", lambda dotted: dotted[0].replace(".", ""), printed(text))  # "S.C.R"
    text = as_written(text) if in_capitals(text) else opening_as_written(text, kind_of)
    heading = joined(re.sub(r"^(?!(?:19|20)\d\d\s*[-–—:])\d+(?:\.\d+)*[.)]?\s+(?=\D)", "", text).rstrip(" :"))
    if len(heading.split()) > 22:
        return None
    if (shown := _AN_EXAMPLE.match(heading)) and (label := case_label(heading[shown.end() :], kind=kind)):
        return replace(label, printed=heading)
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


def _named(heading: str, kind: ReviewKind | None) -> CaseLabel | None:
    counted_in = re.sub(r"(?<=\d) \((20\d\d ?[-/–] ?(?:20)?\d\d)\)", r" \1", heading)  # "RR 1 (2030/31)"
    bare = joined(re.sub(r"\s*\([^)]*\)\s*", " ", counted_in)).strip(" :-–—")
    bare = re.sub(rf"\b({PERSON}) [\"“‘']([A-Z][\w-]+)[\"”’']", r"\1 \2", bare)
    bare = without_tail(bare)
    bracketed = _IN_BRACKETS.fullmatch(heading)
    if bracketed and not is_common(bracketed["name"]):
        given = f"{bracketed['kind']} {bracketed['ref'] or ''}: {bracketed['name']}"
        called = _named(joined(given), kind)
        return replace(called, printed=heading) if called else None
    for found, pattern in KINDS:
        for before in (r"(?:.{0,60}\b)?", ""):  # after the last word that says the kind, else after one that opens
            after = re.fullmatch(
                rf"{before}(?:{pattern})(?![A-Za-z'’]){_WHAT}"
                r"\s*(?:[-–—:]|in (?:respect of|relation to)|re\b:?|relating to|regarding|concerning|on behalf of|on"
                r"|of|for|into the death of|about)?\s*"
                rf"(?P<label>\S.*)",
                bare,
                re.I,
            )
            if after and (label := read_label(after["label"], heading, found)):
                return label if label.name else replace(label, name=_name_before(bare, pattern))
        told_of = re.fullmatch(rf"(?:{pattern})\s*[-–—:]\s*{DESCRIBED}", heading, re.I)
        if told_of:
            return CaseLabel(heading, found, told_of["letter"], None)
        ahead = re.fullmatch(rf"(?P<label>\S.{{0,60}}?)(?:\s*[-–—:]\s*|\s+)(?:{pattern}){_HOW_FAR}", bare, re.I)
        if ahead and (label := read_label(ahead["label"], heading, found)) and not re.match(r"A (?![-–—:])", heading):
            return label  # "LB Rapid Review", and not "A Rapid Review"
        last = re.split(r"\s*[:–—]\s+", ahead["label"])[-1] if ahead else ""
        if ahead and last != ahead["label"] and (label := read_label(last, heading, found)):
            return label
    quoted = re.fullmatch(rf"(?:.{{0,60}}\b)?(?i:{_TOLD_OF})\b[^:–—]{{0,30}}\s*[-–—:]\s*{QUOTED}", bare)
    if quoted and quoted["quoted"].casefold() not in NOT_NAMES:
        return CaseLabel(heading, kind_of(heading) or kind or "other", None, quoted["quoted"])
    known_as = _CALLED.fullmatch(heading)
    if known_as and (known_as["kin"] or not is_common(known_as["name"])):
        by_ref = _named(known_as["ref"], kind) if known_as["ref"] else None
        if by_ref is None:
            return CaseLabel(heading, kind_of(heading) or kind or "other", None, known_as["name"])
        return replace(by_ref, printed=heading, name=known_as["name"])
    told = kind_of(heading) or kind or "other"
    if told != "other" and KIN_OF.fullmatch(bare):  # "The Marlow sisters (CPR 1/2031)"
        return read_label(bare, heading, told)
    people = re.fullmatch(
        r"(?i:in respect of |in relation to |relating to |regarding |concerning |re:? "
        rf"|(?:initials|name|pseudonym) of (?:the )?|Case \d{{1,2}}\s*[-–—:]\s*)?{_NOTIFIED}"
        rf"(?P<label>{PEOPLE}){_AND_KIN}"
        r"(?:\s*[-–—:]\s*(?P<rest>.*))?",
        bare,
    )
    if people is None and (letter := _REFERRED_TO.fullmatch(heading)) and not is_common(letter["label"]):
        return read_label(letter["label"], heading, kind or "other")
    if re.fullmatch(rf"Case (?:{CODE})", bare) and re.search(r"\d ?[/-] ?\d", bare):  # "Case 1/2031", "Case 31-04"
        return read_label(bare, heading, told)
    counted = people is not None and re.search(r"\d ?/ ?\d", people["label"]) is not None  # "Case 1/2031: Robin"
    coded_as = people is not None and kind_of(heading) is not None and re.search(r"\d", people["label"]) is not None
    if people and (counted or coded_as or not is_common(people["label"])) and len((people["rest"] or "").split()) < 8:
        return read_label(people["label"], heading, kind_of(people["rest"] or "") or told)
    if numbered := _NUMBERED_REVIEW.fullmatch(bare):
        return CaseLabel(heading, told, numbered["code"], None)
    told_as = _COUNTED_CASE.fullmatch(heading)
    if told_as and not is_common(told_as["label"]):
        return CaseLabel(heading, told, None, told_as["label"])
    said = re.fullmatch(rf"(?P<label>{PSEUDONYM}) \((?P<told>[^)]{{2,60}})\)(?:\s*[-–—:]\s*.{{2,60}})?", heading)
    if said and kind_of(said["told"]) and not is_common(said["label"]):
        return CaseLabel(heading, kind_of(said["told"]) or "other", None, said["label"])
    briefed = (
        _BRIEFED.fullmatch(bare)
        or _BRIEFED.fullmatch(_ON_WHAT.sub("", bare))
        or _OF_THE_REVIEW.fullmatch(bare)
        or _OF_A_LIFE.fullmatch(bare)
        or _CATALOGUED.fullmatch(bare)
        or (_STUDIED.fullmatch(bare) if told != "other" else None)
    )
    if briefed and not is_common(briefed["label"]):
        of_people = read_label(briefed["label"], heading, told)
        code = briefed.groupdict().get("code")  # "Briefing: XY12 Baby K"
        return replace(of_people, ref=code) if of_people and code else of_people
    of_body = _OF_A_BODY.fullmatch(bare)
    if of_body and not is_common(of_body["label"]) and body_of_place(of_body["body"], surely=True):
        return read_label(of_body["label"], heading, told)
    of_year = _OF_A_YEAR.fullmatch(bare)
    if of_year and not is_common(of_year["label"]):
        return read_label(of_year["label"], heading, told)
    if _OF_A_YEAR_UNNAMED.fullmatch(bare):
        return CaseLabel(heading, told)
    if opens := _OPENS_CODED.match(bare):
        return CaseLabel(heading, kind_of(opens["kind"]) or told, opens["code"], None)
    coded = CODED.fullmatch(bare)
    of_child = rf"{QUOTED}|{PEOPLE}|{PSEUDONYM}|{KIN_OF.pattern}"
    if coded and re.search(r"\d", coded["code"]) and re.fullmatch(of_child, coded["rest"]):
        named = read_label(coded["rest"], heading, told)
        return replace(named, ref=coded["code"], kind=kind_of(coded["code"]) or told) if named else None
    opening = r"(?i:(?:review|case|incident)(?: no\.?| number| ref(?:erence)?)?:? )"
    if dated := re.fullmatch(rf"{opening}?({_DATED_CODE})(?:\s*[-–—:]\s*(?:[\w’']+ ?){{1,5}})?", bare):
        return read_label(dated[1], heading, kind or "other")
    if re.fullmatch(CODE, bare) and (own := kind_of(re.match(r"[A-Z]*", bare)[0])):  # type: ignore[index]
        return read_label(bare, heading, own)
    return None


def _name_before(bare: str, pattern: str) -> str | None:
    """The child named before the kind of review ("Child Wren - Rapid Review 06-2030")."""
    found = re.match(rf"(?P<name>{PEOPLE}|{PSEUDONYM})\s*[-–—:,]\s*(?:{pattern})\b", bare)
    return found["name"] if found and not is_common(found["name"]) else None


def _bare(heading: str, text: str, kind: ReviewKind | None) -> CaseLabel | None:
    if re.fullmatch(rf"{INITIALS}|{CODE}", heading) and not re.fullmatch(r"\d+|[A-Z]", heading):
        return read_label(heading, text, kind or "other")
    if (kind or heading.startswith("Case")) and re.fullmatch(rf"(?:Case \d{{1,2}}\s*[-–—:]\s*)?{QUOTED}", heading):
        return read_label(heading, text, kind or "other")
    return None
