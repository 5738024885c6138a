"""What beside a name tells who or where somebody is: addresses, numbers, contacts, days of birth and death, schools.

Each is left out visibly, so that the sentence still reads. The patterns are data (`details.yaml`); here is what needs
more than a pattern: which addresses are an office's, which dates are of a birth or a death, and where the name of a
place ends.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from graph.sharing.days import DAY
from graph.sharing.places import without_places
from graph.sharing.vocabulary import rules
from graph.yaml_data import data_of

CONTACT = "[contact left out]"
WEB = "[web address left out]"
DATE = "[date left out]"

_MAIL = re.compile(
    r"[\w.+-]+\s?(?:@|[\[(]\s?at\s?[\])])\s?[\w-]+(?:\s?(?:\.|[\[(]\s?dot\s?[\])])\s?[\w-]+)+", re.IGNORECASE
)
_OF_AN_OFFICE = re.compile(
    r"(?i)^(?:admin|business|child|community|contact|council|enquir|hub|info|learning|mail|office|panel|partner|press"
    r"|protect|public|review|safeguard|secure|service|support|team|train|mash|first|duty|referral|complaint|foi|help"
    r"|access|communic|data|police|news|hello|quality|link|lscp|lscb)|(?i:scp|scb)$"
)
_HANDLE = re.compile(r"(?<![\w.@/])(?:@(?=\w*[a-z])|#(?=[a-z]))\w[\w.]+\w")
_WEB = re.compile(
    r"(?i)(?<![\w@./-])(?:https?://|www\.|(?:[a-z0-9-]+\.)+(?:com|net|org|uk|info|io|me)/)[^\s<>\"“”]*[^\s<>\"“”.,;:!?)\]’']"
)
_PUBLIC = re.compile(
    r"(?i)^(?:https?://)?[\w.-]+\.(?:gov|nhs|police|ac|parliament|judiciary|mod)(?:\.uk|\.wales|\.scot)?(?=/|$)"
)

_PHONE = re.compile(r"(?<![\w.+/-])(?:\+44[\s-]?(?:\(0\)[\s-]?)?[1-9]|\(?0[127])(?:[\s()-]{0,2}\d){8,10}(?![\w/])")
_OF_MANY = re.compile(
    r"(?i)\b(?:front door|hub|helpline|\w*line|out of hours|emergenc(?:y|ies)|office(?: hours)?|unit|mash|council"
    r"|partnership|switchboard)\b[^.;]{0,50}$"
)

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
_HOUR = r"(?:\d{1,2}[:.]\d{2}(?:\s?[ap]m|\s+hours)?\s+on\s+)?"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+(?:the\s+)?)?"
_WHEN = re.compile(
    rf"(?<![\w/.-]){_HOUR}{_WEEKDAY}\d{{1,2}}(?:st|nd|rd|th)?(?:\s+(?:day\s+)?of)?\s+(?P<month>{_MONTH}\b(?:,?\s+(?:19|20)\d\d)?)"
    rf"|\b(?P<first>{_MONTH})\s+\d{{1,2}}(?:st|nd|rd|th)?\b,?(?P<year>\s+(?:19|20)\d\d)"
    r"|(?<![\w/.-])(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|(?:19|20)\d\d-\d{2}-\d{2})(?![\w/-])"
    r"|\b(?:Christmas|Boxing|New\s+Year[’']?s|Mother[’']?s|Father[’']?s|Easter|Good)\s+(?:Day|Eve|Sunday|Monday|Friday)"
    r"(?:,?\s+(?:19|20)\d\d)?"
)
_BIRTH = re.compile(
    r"(?i)\bborn\b|\bd\.?\s?o\.?\s?b\b|\bdate of birth\b|\bbirth(?:day| date)\b|(?<=\()b\."
    r"|(?<=\()(?:[MF]|male|female|boy|girl)\b,"
)
_DEATH = re.compile(
    r"(?i)\bdie[ds]\b|\bdeath\b(?! (?:overview|review|certificate))|\bdead\b|\bdeceased\b|\bkilled\b|\bfatal(?:ly)?\b"
    r"|\b(?:his|her|their) own life\b|\bsuicide\b|\bmurdered\b|\bd\.?o\.?d\b|\bpassed away\b|\bstillborn\b"
)
_END = re.compile(r"[.!?;]\s+(?=[A-Z])|\n")
_NEAR_BIRTH, _NEAR_DEATH = 45, 110


@dataclass(frozen=True)
class _Kind:
    says: str
    signs: tuple[str, ...]
    patterns: tuple[re.Pattern[str], ...]


def without_details(text: str) -> str:
    """A text without such details; a web address that stands alone is where a document was published, and stays."""
    if _WEB.fullmatch(text.strip()):
        return text
    if "@" in text or "#" in text or "at" in text:
        text = _HANDLE.sub(CONTACT, _MAIL.sub(_mail, text))
    if "/" in text or "www." in text.casefold():
        text = _WEB.sub(_web, text)
    folded = text.casefold()
    if digits := any(c.isdigit() for c in text):
        text = _PHONE.sub(_phone, text)
    text = _without_dates(text)
    for kind in _kinds():
        if any(sign in folded if sign != "0" else digits for sign in kind.signs):
            for pattern in kind.patterns:
                text = pattern.sub(lambda m, says=kind.says: _gone(m, says), text)  # type: ignore[misc]
    return without_places(text)


@cache
def _kinds() -> tuple[_Kind, ...]:
    data = data_of("graph.sharing", "details.yaml")
    return tuple(_Kind(k["says"], tuple(k["signs"]), tuple(re.compile(w) for w in k["words"])) for k in data)


def _gone(match: re.Match[str], says: str) -> str:
    if "gone" not in match.re.groupindex:
        return says
    start, end = match.start("gone") - match.start(), match.end("gone") - match.start()
    return f"{match[0][:start]}{says}{match[0][end:]}"


def _mail(match: re.Match[str]) -> str:
    """An address of an office stays: one of the words in its name is of one."""
    name = re.split(r"(?i)\s?(?:@|[\[(]\s?at\s?[\])])", match[0])[0]
    return match[0] if any(_OF_AN_OFFICE.search(part) for part in re.split(r"[._+-]", name)) else CONTACT


def _phone(match: re.Match[str]) -> str:
    """A number of an office stays: its name stands before it."""
    return match[0] if _OF_MANY.search(match.string[max(0, match.start() - 80) : match.start()]) else CONTACT


def _web(match: re.Match[str]) -> str:
    """An address of a public body stays, unless a given name is a part of it."""
    named = any(part.title() in rules().given for part in re.split(r"[\W_]+", match[0]))
    return WEB if named or not _PUBLIC.match(match[0]) else match[0]


def _without_dates(text: str) -> str:
    """Of a birth no date and of a death no day; the month of a death stays where it is told in a word."""
    births, deaths = list(_BIRTH.finditer(text)), list(_DEATH.finditer(text))
    if not births and not deaths:
        return text

    def said(match: re.Match[str]) -> str:
        if any(0 <= match.start() - b.end() <= _NEAR_BIRTH and _together(text, b, match) for b in births):
            return DATE
        if any(_near(d, match) and _together(text, d, match) for d in deaths):
            month = match["month"] or (match["first"] and match["first"] + match["year"])
            return f"{DAY} {month}" if month else DATE
        return match[0]

    return _WHEN.sub(said, text)


def _near(one: re.Match[str], other: re.Match[str]) -> bool:
    return max(one.start(), other.start()) - min(one.end(), other.end()) <= _NEAR_DEATH


def _together(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether no sentence ends between two places."""
    return not _END.search(text, min(one.end(), other.end()), max(one.start(), other.start()))
