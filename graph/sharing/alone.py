"""Names of one word, of initials or in capitals, found by the shape of what stands around them.

`people` finds names of two words and more and names after a title. A name alone is known only by its place: after an
office in small letters ("the midwife Ngozi"), beside a label that was to stand for it ("Child C (Tyler)"), among those
who are thanked or asked. What a place does not prove is left to `unknown`, which
knows no names but words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from graph.sharing.vocabulary import APOSTROPHE, CITED, FULL, LOW, UP, rules

_X = rf"(?:(?:[{UP}](?:\.\s?|\s)){{0,3}}(?:St\.? )?{FULL}(?:\s+(?:{FULL}|[{UP}]\b\.?))?)"
_LIST = rf"(?P<list>{_X}(?:(?:,\s*|\s*/\s*|\s*&\s*|,?\s+and\s+){_X})*)"
_DOER = (
    r"(?:midwife|health visitor|school nurse|nurse|social worker|(?:[a-z]+ ){0,2}support worker|police officer|GP"
    r"|doctor|(?:key|link|youth|care|case|play|outreach|family) worker|teacher|tutor|teaching assistant|mentor"
    r"|foster (?:carer|mother|father|parent)|child ?minder|nanny|paediatrician|personal adviser|therapist|psychologist"
    r"|counsellor|(?:team )?manager|reviewing officer|practitioner|head ?teacher|advocate|solicitor|guardian"
    r"|interpreter|receptionist|caretaker|coach|clerk|landlord|neighbour|lodger)s?"
)
_LABEL = (
    r"(?:Child|Baby|Infant|Sibling|Adult|Mother|Father|Subject|Young Person|Person|Woman|Man|Boy|Girl|Partner|Carer"
    r"|Social Worker|Health Visitor|Teacher|Midwife|Nurse|Doctor|GP|Professional|Practitioner)"
    rf"\s+(?:[{UP}]{{1,2}}\d?|\d{{1,2}})(?!\w)"
)
_ADULT = (
    r"(?i:(?:birth |step-?|(?:maternal |paternal )?grand)?"
    r"(?:mother|father|mum|dad|partner|boyfriend|girlfriend|husband|wife|aunt|uncle))"
)
_KIN = r"brother|sister|sibling|twin|cousin|son|daughter|mother|father|partner|aunt|uncle|grandmother|grandfather"
_NOT_IN = r"(?<![\w’'-])"
_ENDS = r"(?=\s*(?:[),.;:\n]|$)|\s+(?:and|who|was|had|did|has|is|said|told|noted)\b)"
_ASKED = (
    r"(?i:thanks(?: also)?(?: go)?(?: to)?|thank|owners?|deputy|leads?|per|via|ask(?:ed)?(?: for)?|cc|contact|speak to"
    r"|led by|by|attendees|present|apologies|agreed that)"
)


_NO_TEAM = (
    r"(?!\s+(?:\w+ )?(?:teams?|support|hubs?|cent(?:re|er)s?|services?|courts?|workers?|group|conference|review|plan))"
)
_REAL_NAME = r"(?i:real|true|full|actual|birth|legal)(?: first| given| full)? names?"
_CALLED = r"(?:referred to|known|called|described)\b"
_GROUP = r"(?:family|household|siblings|twins|brothers|sisters|case)"
_TITLE = r"(?:MR|MRS|MS|MISS|DR|PROF|CLLR|REV|SIR)"
# An initial is one in the midst of a sentence, in brackets or with another; "A. Background" begins a part of a report.
_BEFORE_INITIALS = (
    rf"(?:(?:^|[(/\[])(?=(?:[{UP}]\.\s?){{2}}|[{UP}]\.\s?{FULL}\s*[,(:;–/])|[,;:–/-]\s|(?<![\w’'-])[{LOW}][\w’'-]*\s)"
)
_MORE = re.compile(rf"\W[{UP}]|[(,]|^[{UP}]\W")
_OWNS = re.compile(rf"{APOSTROPHE}s?\b|{APOSTROPHE}\s")  # "valued by Ash's mother": no one who did something


# Letters without one of which no place of a kind is in a text: asked first, because most texts have none.
_Signs = tuple[str, ...]
_BRACKET, _COMMA = ("(",), (",",)
_OF_DOERS = (
    *(
        "midwi",
        "visitor",
        "nurse",
        "worker",
        "teacher",
        "tutor",
        "assist",
        "foster",
        "mentor",
        "child",
        "nanny",
        "paed",
    ),
    *(
        "advis",
        "therap",
        "psych",
        "counsel",
        "manager",
        "officer",
        "practit",
        "head",
        "advocate",
        "solicitor",
        "guardian",
    ),
    *("interp", "recep", "caret", "coach", "clerk", "landlord", "neighb", "lodger", "doctor", "GP"),
)
_OF_KIN = (
    "other",
    "ister",
    "sibling",
    "twin",
    "cousin",
    "son",
    "daughter",
    "partner",
    "aunt",
    "uncle",
    "friend",
    "mum",
    "dad",
)


@cache
def _proved() -> tuple[tuple[_Signs, re.Pattern[str]], ...]:
    """Places that prove a name, whatever the name."""
    return _compiled(
        (_OF_DOERS, rf"(?<!\w){_DOER}(?:\s+|\s*\()(?P<gone>{_X}){_ENDS}"),
        (_OF_DOERS, rf"(?<!\w){_DOER},\s+(?P<gone>{_X})(?=\s*(?:[),;:]|\.?$|\.\s))"),
        (_OF_DOERS, rf"(?P<gone>{_NOT_IN}{_X})\s+\((?:the |her |his |their |a |an )?(?:[a-z-]+ ){{0,3}}{_DOER}\b"),
        (_OF_DOERS, rf"(?P<gone>{_NOT_IN}{_X}),\s+(?:the|her|his|their)\s+(?:[a-z-]+ ){{0,2}}{_DOER},"),
        (_OF_DOERS, rf"(?<!\w){_DOER}\s+(?P<gone>['‘“\"]\w[\w ]{{1,20}}['’”\"]\s+{FULL})"),
        (("name",), _REAL_NAME + rf"(?: is| was| were| being)?\s*[:,(“\"‘']*\s*{_LIST}"),
        (_BRACKET, rf"(?<!\w){_ADULT}\s*\((?P<gone>{_X})\)"),
        (_BRACKET, rf"(?P<gone>{_NOT_IN}{_X})\s+\((?:SW|SSW|HV|GP|DSL|IRO|FSW|SENCo|LADO|CPN|QA)\)"),
        ((" as ",), rf"[Kk]nown (?:[a-z]+ ){{0,3}}as (?P<gone>{FULL}\s+{FULL})"),
        (_OF_KIN, rf"{_LABEL}{APOSTROPHE}s (?:[a-z-]+ ){{0,2}}(?i:{_KIN})\s+(?P<gone>{_X})"),
        (
            _OF_KIN,
            rf"(?i:{_KIN}|boyfriend|girlfriend|mum|dad)(?: [a-z]+){{0,4}},\s+(?P<gone>{FULL}\s+{FULL})(?=[,.;(])",
        ),
        ((",", "aged"), rf"(?P<gone>{_NOT_IN}{FULL}\s+{FULL})(?=,\s+(?:aged\s+)?\d{{1,2}},|\s+\(aged\s+\d)"),
        (("he ",), rf"\b[Tt]he (?P<gone>{FULL})(?=\s+{_GROUP}\b{_NO_TEAM})"),
        ((" the ",), rf"(?P<gone>{_NOT_IN}{FULL}\s+{FULL})(?=\s+(?:of|from|at)\s+the\s+[{UP}])"),
        (_COMMA, rf"(?P<gone>{_NOT_IN}{FULL},\s+[{UP}]\.)(?=\s*(?:[(;,](?!\s*(?:19|20)\d\d)|$))"),
        (("M", "D", "P", "C", "R", "S"), rf"\b{_TITLE}\.?\s+(?P<gone>[{UP}]{{3,}}(?:-[{UP}]+)?)"),
        (("ccording",), rf"[Aa]ccording to (?P<gone>{_X}),? who\b"),
        ((".",), rf"{_BEFORE_INITIALS}(?P<gone>(?:[{UP}]\.\s?){{1,3}}(?:St\.? |[DdVv][aei]n? )?{FULL})"),
        ((" ",), rf"\b(?:by|from|with|per|via)\s+(?P<gone>[{UP}]{{1,2}}\s+{FULL})"),
    )


@cache
def _beside_label() -> tuple[tuple[_Signs, re.Pattern[str]], ...]:
    return _compiled(
        (_BRACKET, rf"{_LABEL}\s*\((?P<gone>{_X})\)"),
        (_BRACKET, rf"(?P<gone>{_NOT_IN}{_X})\s*\({_LABEL}"),
        ((" as ",), rf"(?P<gone>{_NOT_IN}{_X})\s+(?:is|was|are|will be)\s+{_CALLED}[\w ,]{{0,60}}? as {_LABEL}"),
    )


@cache
def _likely() -> tuple[tuple[_Signs, re.Pattern[str]], ...]:
    """Places that prove a name of which one word is a given name."""
    return _compiled(
        (("",), rf"(?<!\w){_ASKED}\W{{1,4}}{_LIST}"),
        ((" from ", " at "), rf"(?P<gone>{_NOT_IN}{_X})\s+(?:from|at)\s+(?:the\s+)?(?=[{UP}])"),
        ((" and ",), rf"(?P<gone>{_NOT_IN}{FULL}\s+and\s+{FULL}\s+{FULL})"),
        ((" ",), rf"(?P<gone>{_NOT_IN}{FULL}\s+[{UP}](?:-[{UP}])?\b\.?)(?![\w’'])"),
        ((" to ",), rf"(?:^|[;:.,]\s+)(?P<gone>{FULL})(?=\s+to\s+[a-z])"),
        (_COMMA, rf"(?P<gone>{_NOT_IN}[{UP}]{{3,}}(?:-[{UP}]+)?,\s+{FULL})"),
        ((" ",), rf"(?P<gone>{_NOT_IN}[{UP}]{{3,}}(?:-[{UP}]+)?\s+[{UP}]{{3,}}(?:-[{UP}]+)?)(?![\w’'])"),
    )


def _compiled(*places: tuple[_Signs, str]) -> tuple[tuple[_Signs, re.Pattern[str]], ...]:
    return tuple((signs, re.compile(pattern)) for signs, pattern in places)


def _found(text: str, places: tuple[tuple[_Signs, re.Pattern[str]], ...]) -> Iterator[re.Match[str]]:
    asked: dict[_Signs, bool] = {}
    for signs, pattern in places:
        if signs not in asked:
            asked[signs] = any(sign in text for sign in signs)
        if asked[signs]:
            yield from pattern.finditer(text)


def revealed_in(text: str) -> set[str]:
    """Full names that stand beside the label that was to stand for them, or are called real: no pseudonyms."""
    found = {match["gone"] for match in _found(text, _beside_label()) if _is_name(match["gone"], frozenset())}
    return {name for name in found if len(name.split()) > 1}


def alone_in(text: str, kept: frozenset[str] = frozenset()) -> list[tuple[int, int]]:
    """Where such names stand, in order; `kept` (casefolded) are names that stay."""
    if not _MORE.search(text):  # most sentences: nothing is capitalised but their first word
        return []
    sure = (*_found(text, _beside_label()), *_found(text, _proved()))
    found = [span for match in sure for span in _names(match, kept)]
    for match in _found(text, _likely()):
        spans = list(_names(match, kept))
        listed = "list" in match.re.groupindex
        if any(_given(text[a:b], listed=listed) for a, b in spans):
            found += spans
    return apart(found)


def _names(match: re.Match[str], kept: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Each name of a list, or the one name, unless it is kept or holds a word that no name holds."""
    listed = "list" in match.re.groupindex
    if listed:
        start = match.start("list")
        spans = [(start + m.start(), start + m.end()) for m in re.finditer(_X, match["list"])]
    else:
        spans = [match.span("gone")]
    for a, b in spans:
        right = match.string[b : b + 40]
        if (
            _is_name(match.string[a:b], kept)
            and not _goes_on(right)
            and not CITED.match(right)
            and not (listed and _OWNS.match(right))
        ):
            yield a, b


def _goes_on(right: str) -> bool:
    """Whether a name goes on with a word of a body or a place: "Mary Ward House" is no person."""
    word = re.match(rf"\s+({FULL})", right)
    return word is not None and word[1].casefold() in rules().never and not rules().role_word.match(word[1])


def _is_name(text: str, kept: frozenset[str]) -> bool:
    plain = re.sub(rf"{APOSTROPHE}s$", "", " ".join(text.split()))
    parts = [p for p in re.split(r"[\s.,]+", plain) if len(p) > 2]
    if not parts or plain.casefold() in kept or any(p.casefold() in kept for p in parts):
        return False
    words = rules()
    given = len(parts) > 1 and any(p.title() in words.given | words.words for p in parts)
    return not any(
        words.role_word.match(p)
        or (p.casefold() in words.never and not (given and (p.casefold() in words.surnames or p in words.words)))
        for p in parts
        if p != "St"
    )


def _given(text: str, *, listed: bool) -> bool:
    """Whether one of its words is a given name; one that is a word as well only in a list of names."""
    return any(
        p in rules().given and (listed or p not in rules().words)
        for p in (w.title() for w in re.split(r"[\s.,-]+", text))
    )


def apart(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, each begun before the end of the last one joined to it."""
    made: list[tuple[int, int]] = []
    for a, b in sorted(set(spans)):
        if made and a < made[-1][1]:
            made[-1] = (made[-1][0], max(b, made[-1][1]))
        else:
            made.append((a, b))
    return made
