"""The case that a paragraph of prose turns to ("LCSPR Birch concerned a girl of two", "Robin (9) was …").

A careful reader takes a case to begin where the opening of a paragraph names one and tells of its child: by the kind of
review and its label, by a turn of speech ("the sisters known as M and N"), or by a name whose sentence gives the age of
the child or says that it is a boy, a girl, a baby. Where headings part the text, a name alone also needs a review to be
spoken of, and a harm to be told; what another area or the whole country published is only told of.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from graph.gazetteer import partnerships_in
from loaders.parse.cases.harm import told_of_harm
from loaders.parse.cases.headings import case_label
from loaders.parse.cases.label import KIN_OF, read_label
from loaders.parse.cases.mentions import AGE, AGE_IN_WORDS, NUMBERS
from loaders.parse.cases.naming import CODE, INITIALS, KINDS, PEOPLE, PERSON, PSEUDONYM, CaseLabel, is_common, kind_of
from loaders.parse.cues import cue
from loaders.parse.sentences import sentences
from loaders.sieve import Sieve

_OPENING = 3  # sentences in which a paragraph turns to a case
_TOLD = 4  # sentences in which it tells of the child
_NAME = rf"(?P<name>{PEOPLE}|{PSEUDONYM}|{INITIALS})(?![\w-]|['’]s [A-Z]| [A-Z])"
_OF = r"(?i:of|into|about|on|concerning|involving|regarding|relating to|in respect of|in relation to|with)"
_TURNS = (
    rf"\b(?i:review|case|death|story|murder|report|begin|start|first|next|turn)s?,? {_OF} "
    rf"(?:(?i:the) (?:[a-z-]+ ){{0,3}})?{_NAME}",
    rf"\b(?i:the|our) {_NAME} (?i:review|case)\b",
    rf"\b(?i:known|named|referred to) (?i:here |only |to us |in (?:the|this|your) (?:review|report) )?(?i:as) "
    rf"[\"“‘']?{_NAME}",
    rf"\b{_NAME}, (?i:the subject of|who (?:is|was) the subject of|whose (?:case|review|death|story))\b",
    rf"\b(?i:pupil|student|boy|girl|baby|toddler|teenager) {_NAME}(?=,)",
    r"(?:^|\. )(?i:the (?:first|second|third|other|next|last)(?: of [a-z ]{2,30})?(?: (?:review|case|child|matter))? "
    rf"(?:is|was|concerns|concerned)(?: about| that of| of| on| into)? ){_NAME}",
    rf"(?:^|\. )(?i:it|this|the review|the case|which) (?i:concern(?:s|ed)|(?:is|was) about|relate[sd] to|involve[sd]) "
    rf"{_NAME}",
    rf"(?:^|\. )(?P<name>{PEOPLE}) (?i:concern(?:s|ed)|(?:is|was) about|relate[sd] to|involve[sd])\b",
    rf"^{_NAME} (?:is|was) "
    r"(?i:an? (?:[a-z-]+ ){0,3}(?:boy|girl|baby|child|infant|teenager|young (?:person|woman|man)))\b",
)
_PATTERNS = tuple(re.compile(turn) for turn in _TURNS)
_SCHOOL_YEAR = re.compile(r"\byear (?:[1-9]|1[0-3])\b", re.I)
_YEARS = "|".join(["1[0-8]", r"\d", *(word for word, number in NUMBERS.items() if number < 19)])
_CHILD = (
    r"(?:boys?|girls?|bab(?:y|ies)|child|children|infants?|toddlers?|teenagers?|twins|siblings|young (?:person|people))"
)
_BEFELL = (
    r"(?:died|drowned|(?:was|were) (?:killed|murdered|stabbed|found|admitted|taken|seriously|fatally)"
    r"|took (?:his|her|their) (?:own )?li(?:fe|ves))\b"
)
_SHOWN = (  # behind a name: an age of a child, or what it is
    rf"(?:,? \(?(?:(?:then |both )?aged? )?(?:just |only |nearly )?(?:{AGE_IN_WORDS}|{_YEARS})(?=[),])"
    rf"|,? (?:who )?(?:was|is|were|are) (?:now |then |just |only |nearly |both |aged )*"
    rf"(?:{AGE_IN_WORDS}|(?:{_YEARS})(?= (?:when|and|at|years)\b|[,.]))"
    rf"|(?:,| (?:was|is|were|are)) (?:an? |the )?(?:[\w-]+ ){{0,4}}{_CHILD}"
    rf"|,? (?:who )?{_BEFELL}[^.;]{{0,60}}?,? (?:when (?:he|she|they) (?:was|were) )?(?:only |just )?(?:aged )?"
    rf"(?:{AGE_IN_WORDS}|(?<=aged )(?:{_YEARS})))\b"
)
_NAMED = re.compile(rf"{_NAME}{_SHOWN}")
_TURNED_TO = re.compile(rf"[^.]{{2,60}} {_NAME}\. (?P=name){_SHOWN}")  # "I turn to Robin. Robin was nine when …"
_KIND = "|".join(f"(?:{pattern})" for _, pattern in KINDS)
_TELLS = (
    r"(?:is|was|concern(?:s|ed)|relate[sd]|involve[sd]|look(?:s|ed)|consider(?:s|ed)|examine[sd]|explore[sd]"
    r"|follow(?:s|ed)|focus(?:es|ed)|tells?|told|cover(?:s|ed)|arose|began|found|identified|describe[sd]|considers)"
)
_BY_KIND = re.compile(  # "LCSPR Birch concerned …", "Rapid Review 4 (2031) related to …", "the SCR about Robin, who …"
    rf"\b(?P<kind>(?i:{_KIND}))(?![a-z]) ?(?P<of>,? {_OF} (?:the (?:death|life|case|care|experiences?) of )?)?"
    rf"[\"“‘']?(?P<label>{PEOPLE}|{CODE}(?: ?\([^)]{{4,9}}\))?|{PSEUDONYM}|{INITIALS})[\"”’']?"
    rf"(?![\w/-]|['’]s [A-Z]| [A-Z])(?P<behind>,? {_TELLS}\b|,| \()"
)
_BY_CODE = re.compile(rf"(?P<code>[A-Z]{{1,6}} ?\d{{1,4}}/\d{{1,4}}),? {_TELLS}\b")  # "SI 3/31 concerned a girl of two"
_HELD = re.compile(rf" \((?P<kind>(?i:{_KIND}))(?![a-z])[^()]{{0,40}}\)")  # "Robin (Learning Review, 2031) was five"
_OF_THEM = re.compile(r"(?:they|these|those|all|both|each|i|we|our|this (?:paper|report))\b", re.I)
_OF_KIND = re.compile(rf"\b(?P<kind>(?i:{_KIND}))(?![a-z])(?:,? {_OF}| of)? (?P<label>{PEOPLE}|{PSEUDONYM})\b")
_ELSEWHERE = Sieve(
    r"\b(?:national (?:[a-z]+ ){0,3}(?:reviews?|news|learning)"
    r"|another (?:area|region|partnership|board|authority|council|committee)"
    r"|other (?:areas|partnerships|boards|authorities|regions)|elsewhere|neighbouring)\b",
    re.I,
)


def introduced_case(text: str) -> CaseLabel | None:
    """The case that the opening of a paragraph names, in a text that nothing but prose tells, or None."""
    opening, story = _parts(_HELD.sub("", text))
    if not _of_a_child(story):
        return None
    if held := _held(text):
        return held
    for pattern in _PATTERNS:
        for found in pattern.finditer(opening):
            if label := _label(found["name"], opening):
                return label
    return _by_kind(opening) or _by_name(opening)


def leading_case(text: str, own: Collection[str], *, reviewing: bool) -> CaseLabel | None:
    """The case that a paragraph below a heading of something else opens with, or None.

    Args:
        text: the paragraph.
        own: the bodies whose reviews the document tells of.
        reviewing: the headings above speak of reviews.
    """
    opening, story = _parts(_HELD.sub("", text))
    if not _of_a_child(story) or told_elsewhere(opening, own) or cue("prose", "imagined").search(opening):
        return None
    if label := _by_kind(opening) or _held(text):
        return label
    if not told_of_harm(story) or not (reviewing or cue("prose", "reviewed").search(text)):
        return None
    for pattern in _PATTERNS:
        for found in pattern.finditer(opening):
            shown = re.search(rf"\b{re.escape(found['name'])}{_SHOWN}", opening)
            if shown and (label := _label(found["name"], opening)):
                return label
    return _by_name(opening)


def cases_in_turn(text: str) -> list[str]:
    """The parts of a paragraph that brings in several cases, each by its name with its review in brackets; else [].

    What stands before the first is a part too, and so is what speaks of all behind the last ("They made 17 requests").
    """
    parts: list[str] = []
    cases: list[int] = []  # which parts bring one in
    for one in sentences(text):
        if _held(one) is not None:
            cases.append(len(parts))
            parts.append(one)
        elif not parts or (cases and cases[-1] == len(parts) - 1 and _OF_THEM.match(one)):
            parts.append(one)
        else:
            parts[-1] = f"{parts[-1]} {one}"
    return parts if len(cases) > 1 and all(_of_a_child(parts[at]) for at in cases) else []


def labelled_case(text: str) -> CaseLabel | None:
    """The case that a paragraph turns to by a published label ("LCSPR Birch", "Child F"), not by a name of prose."""
    label = leading_case(text, (), reviewing=True)
    kind = _by_kind(_parts(text)[0])
    return label if label and (kind or re.fullmatch(PEOPLE, label.name or "")) else None


def children_shown(text: str) -> set[str]:
    """The names of all whom sentences of a text show to be children, and of all reviews it names after a child."""
    shown = {found["name"] for one in sentences(text) if (found := _NAMED.match(one))}
    labelled = (case_label(f"{found['kind']} {found['label']}") for found in _OF_KIND.finditer(text))
    return {name for name in (*shown, *(label.name for label in labelled if label)) if name and not _no_name(name)}


def told_elsewhere(text: str, own: Collection[str]) -> bool:
    """Whether a text tells of what another area, or the whole country, has published."""
    others = [body for body in partnerships_in(text) if body not in own] if "publish" in text else []
    return bool(others) or _ELSEWHERE.search(text) is not None


def _no_name(name: str) -> bool:
    """Whether a would-be name is an everyday word, or a number ("Four were …")."""
    counted = re.fullmatch(rf"{PERSON} (?P<number>[A-Z][a-z]+)", name)  # "Family Seven" is one of many
    if counted and counted["number"].casefold() in NUMBERS:
        return False
    return is_common(name) or name.casefold() in NUMBERS


def _parts(text: str) -> tuple[str, str]:
    told = sentences(text)
    return " ".join(told[:_OPENING]), " ".join(told[:_TOLD])


def _of_a_child(story: str) -> bool:
    aged = AGE.search(story) or cue("prose", "aged").search(story) or _SCHOOL_YEAR.search(story)
    return bool(aged) or told_of_harm(story)


def _by_kind(opening: str) -> CaseLabel | None:
    """The case of a kind of review with its label, where the sentence goes on to say what it is about."""
    if (coded := _BY_CODE.match(opening)) and (label := case_label(coded["code"])):
        return label
    for found in _BY_KIND.finditer(opening):
        name = found["label"]
        beside = found["behind"].strip() in (",", "(")
        if beside and not (re.match(_SHOWN, opening[found.end("label") :]) or told_of_harm(opening)):
            continue
        if not any(sign.isdigit() for sign in name) and (is_common(name) or (found["of"] is None and len(name) < 2)):
            continue
        if label := case_label(f"{found['kind']} {name}"):
            return label
    return None


def _held(text: str) -> CaseLabel | None:
    """The case of a name with its review in brackets, whose sentence shows a child ("Robin (SCR, 2031) was five")."""
    first = sentences(text)[0]
    held = _HELD.search(first)
    label = _by_name(_HELD.sub("", first)) if held else None
    return replace(label, kind=kind_of(held["kind"]) or label.kind) if held and label else None


def _by_name(opening: str) -> CaseLabel | None:
    """The case of a name that opens the paragraph, where its sentence shows that a child bears it."""
    if (family := KIN_OF.match(opening)) and not is_common(family["who"]):
        return read_label(family[0], family[0], kind_of(opening) or "other")
    found = _NAMED.match(opening) or _TURNED_TO.match(opening)
    if found is None or _no_name(found["name"]):
        return None
    label = case_label(found["name"])
    kind = kind_of(opening) or "other"
    return CaseLabel(
        found["name"], kind, label.ref if label else None, (label.name if label else None) or found["name"]
    )


def _label(name: str, opening: str) -> CaseLabel | None:
    if _no_name(name) or re.fullmatch(r"[A-Z]{2,4}", name):  # "the case of GPs", "a review of SEND"
        return None
    label = case_label(name)
    held = kind_of(opening) or "other"
    return CaseLabel(name, held, label.ref if label else None, (label.name if label else None) or name)
