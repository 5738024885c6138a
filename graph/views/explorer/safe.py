"""What makes a page safe to send: headings without case numbers, texts without the names of officials."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

SERIOUS_INCIDENT = "Serious incident"
LEFT_OUT = "[name left out]"

_NUMBERED = re.compile(r"\d")
_TITLES = r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Cllr|Councillor|Judge|Rev|HHJ)"
# Words of offices and bodies: a capitalised run that holds one of them is no person's name.
_OFFICE = re.compile(
    r"(?:"
    r"agency|and|area|audit|authority|board|boards|borough|business|care|case|chair|chief|child|"
    r"children|children's|city|commissioner|committee|constabulary|council|county|county's|detective|"
    r"director|district|education|england|executive|for|force|foundation|government|group|head|"
    r"health|her|his|hmicfrs|home|hospital|independent|inspector|inspectorate|integrated|joint|"
    r"lead|leader|learning|local|majesty's|manager|member|national|nhs|nurse|of|office|officer|"
    r"ofsted|panel|partner|partners|partnership|partnerships|police|practice|probation|public|"
    r"quality|review|safeguarding|school|scrutineer|scrutiny|senior|service|services|social|society|"
    r"subgroup|superintendent|supervisory|team|the|trust|vice|wales|welfare|work|worker|youth|"
    r"young"
    r")",
    re.IGNORECASE,
)


def heading_of(names: Iterable[str]) -> str:
    """The heading of a case: its published pseudonym; a label that holds a number is a case number and is none."""
    told = [n for n in names if n and not _NUMBERED.search(n)]
    return " and ".join(told) or SERIOUS_INCIDENT


def people_in(authors: Iterable[str]) -> list[str]:
    """Names of persons in authors as printed ("J. Doe, Chair of the Board"), longest first; offices are no names."""
    found: set[str] = set()
    for author in authors:
        for part in re.split(r"[,;:()/&–—|]|\band\b", author):
            words = part.split()
            first = 1 if words and re.fullmatch(rf"{_TITLES}\.?", words[0]) else 0
            if not 2 <= len(words) <= 4 + first or not all(w[0].isupper() for w in words[first:]):
                continue
            if not any(_OFFICE.fullmatch(w.strip(".")) for w in words):
                found |= {part.strip(), " ".join(words[first:])}
    return sorted(found, key=lambda name: (-len(name), name))


def without(value: Any, people: list[str]) -> Any:
    """The same value with every name in `people` visibly left out of its texts."""
    if not people:
        return value
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(p)}(?!\w)" for p in people))
    return _without(value, pattern)


def _without(value: Any, pattern: re.Pattern[str]) -> Any:
    if isinstance(value, str):
        return pattern.sub(LEFT_OUT, value)
    if isinstance(value, list):
        return [_without(v, pattern) for v in value]
    if isinstance(value, dict):
        return {k: v if k in ("id", "source", "target") else _without(v, pattern) for k, v in value.items()}
    return value
