"""What a line of evidence says of itself besides its grade: how it was found, of how many, who looked, for or against.

Nothing is guessed: a method, a number or an independence that the words do not give is None or "not stated".
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from graph.dates import find_dates
from graph.project.grading import Graded, first, patterns
from graph.text import key

_WORDS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}
_N = rf"(?:\d[\d,]*|{'|'.join((*_WORDS, *_TENS))})"
_SHARE = re.compile(rf"\b({_N}) (?:out )?(?:of|in) (?:the |those |last |first |all ){{0,2}}({_N})\b(?!%)")
_LATER_COUNT = re.compile(
    rf"\b(?:in|for|by|at) ({_N})\b(?! (?:hours?|days?|weeks?|months?|years?|minutes))(?=$|[ .,;])"
)
_PERCENT = re.compile(r"(?<!from )(?<!to )(?<!by )\b(\d+(?:\.\d+)?)%")
_ANSWERED = re.compile(rf"\banswered by ({_N})\b")
_AFTER_COLON = re.compile(rf":\s*({_N})\b")
_OF = re.compile(
    rf"\b(?:audit(?:ed)?|sampl(?:e|es|ed)|review(?:ed)?|observation|check|search|survey|followed|asked)\b"
    rf"[^.;:]{{0,25}}?\b({_N})\b(?! (?:hours?|days?|weeks?|months?|years?))(?!%)"
)
_COUNTED = re.compile(
    rf"\b({_N}) (?:\w+ )?(?:files?|records?|cases?|plans?|assessments?|referrals?|contacts?|children|young people"
    rf"|babies|famil(?:y|ies)|parents|practitioners|delegates)\b"
)


@dataclass(frozen=True)
class EvidenceFacts:
    """How, of how many, who looked, what it says, and when it was so; None where the words do not say."""

    method: str | None
    sample_size: int | None
    independence: str
    polarity: str
    dated: tuple[date, date] | None


def facts_of(text: str, graded: Graded, heading: str | None = None) -> EvidenceFacts:
    """The facts of a graded line; its heading may say how it was found and by whom ("Deep dive findings")."""
    told = graded.shown or key(text)
    under = f"{key(heading or '')} : {told}"
    return EvidenceFacts(
        method=_named("methods", told) or (_named("methods", under) if graded.grade >= "E2" else None),
        sample_size=_sample(told) if graded.grade >= "E2" else None,
        independence=_named("independence", under) or "not stated",
        polarity=polarity_of(told),
        dated=_dated(text, told),
    )


def polarity_of(told: str) -> str:
    """supports, mixed or contradicts: by its words, else by the share it counts. What is offered supports."""
    rules = patterns()
    against = first(rules.lists["against"], told)
    rest = told
    for pattern in rules.lists["against"]:
        rest = pattern.sub(" ", rest)
    if against:
        return "mixed" if first(rules.lists["in_favour"], rest) else "contradicts"
    share = _share(told)
    if share is None or share >= rules.shares["in_favour"]:
        return "supports"
    return "contradicts" if share <= rules.shares["against"] else "mixed"


def stale_from(day: date) -> date:
    """The first day on which what was tested on `day` is older than it may be before it is tested again."""
    months = day.month - 1 + patterns().stale_months
    year, month = day.year + months // 12, months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1])) + timedelta(days=1)


def _named(which: str, told: str) -> str | None:
    return next((label for label, pattern in patterns().named[which] if pattern.search(told)), None)


def _share(told: str) -> float | None:
    """The share a line counts: "9 of 12", "audit of 18: … in 17", "88%"; None where it counts none."""
    if (answered := _ANSWERED.search(told)) and (right := _AFTER_COLON.search(told, answered.end())):
        return min(1.0, _number(right[1]) / (_number(answered[1]) or 1))
    if found := _SHARE.search(told):
        part, whole = _number(found[1]), _number(found[2])
        return part / whole if whole and part <= whole else None
    sample = _sample(told)
    if sample and (counted := _LATER_COUNT.findall(told)):
        part = _number(counted[-1])
        return part / sample if part <= sample else None
    if percent := _PERCENT.search(told):
        return float(percent[1]) / 100
    return None


def _sample(told: str) -> int | None:
    """How many were looked at or asked."""
    if answered := _ANSWERED.search(told):
        return _number(answered[1])
    if share := _SHARE.search(told):
        part, whole = _number(share[1]), _number(share[2])
        return whole if (part <= whole and whole != 10) or share[0].split()[1] != "in" else None
    for pattern in (_OF, _COUNTED):
        if found := pattern.search(told):
            number = _number(found[1])
            return number if not 1900 < number < 2100 else None
    return None


def _number(word: str) -> int:
    plain = word.replace(",", "").rstrip(".")
    return int(plain) if plain.isdigit() else _TENS.get(plain) or _WORDS.index(plain)


def _dated(text: str, told: str) -> tuple[date, date] | None:
    """The one time that the line names, outside what it only plans; two times are no date."""
    named = [d for d in find_dates(text) if d.printed and key(d.printed) in told]
    return (named[0].from_, named[0].to) if len(named) == 1 else None
