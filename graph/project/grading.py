"""How strong evidence is, by what it says: from only said so to lasting for children.

The heading "Impact" proves nothing. What is planned, awaited or not yet tested is set aside clause by clause; where
nothing else is said the grade is E0. All cues are data (grades.yaml), with a version that every grade names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from graph.text import key
from graph.yaml_data import data_of

ORDER = ("E5", "E4", "E3", "E2", "E1")
_CLAUSE = re.compile(r"(?<=[.;!?])\s+|;")
_PART = re.compile(r"<([a-z]+)>")


@dataclass(frozen=True)
class Graded:
    """A grade with the words and the rule that gave it; `shown` is what the line tells as being so, not as planned."""

    grade: str
    cue: str | None
    rule: str
    shown: str = ""


def grade(text: str, read: str = "E0", cue: str | None = None) -> Graded:
    """The grade of a line of evidence. A grade that its reader gave for a reason of its own stands, "as read"."""
    rules = patterns()
    planned, shown = None, []
    for clause in _CLAUSE.split(key(text)):
        aside = _planned(clause)
        planned = planned or aside
        if not aside:
            shown.append(clause)
    told = " ; ".join(shown)
    found = Graded("E0", planned, rules.version, told)
    for name in ORDER:
        if match := first(rules.lists[name], told):
            found = Graded(name, match, rules.version, told)
            break
    if (cue or read != "E0") and (read, cue) != (found.grade, found.cue):
        return Graded(read, cue, "as read", told)
    return found


def _planned(clause: str) -> str | None:
    """The words by which a clause only plans, awaits or denies evidence; None where it tells what is so."""
    rules = patterns()
    if found := first(rules.lists["nothing"], clause):
        return found
    return None if first(rules.lists["said"], clause) else first(rules.lists["intention"], clause)


def first(of: tuple[re.Pattern[str], ...], text: str) -> str | None:
    """The words that the first matching pattern matched."""
    return next((match[0] for pattern in of if (match := pattern.search(text)) and match[0]), None)


@dataclass(frozen=True)
class Rules:
    """What grades.yaml holds, with its patterns made ready."""

    version: str
    lists: dict[str, tuple[re.Pattern[str], ...]]
    named: dict[str, tuple[tuple[str, re.Pattern[str]], ...]]
    shares: dict[str, float]
    stale_months: int


@lru_cache(maxsize=1)
def patterns() -> Rules:
    """The rules as data."""
    data = data_of("graph.project", "grades.yaml")
    parts: dict[str, str] = data["parts"]
    lists = {name: tuple(_made(data[name], parts)) for name in ("intention", "said", "nothing", "against", "in_favour")}
    lists |= {name: tuple(_made(data["grades"][name], parts)) for name in ORDER}
    named = {
        name: tuple(zip((label for label, _ in data[name]), _made((p for _, p in data[name]), parts), strict=True))
        for name in ("methods", "independence")
    }
    return Rules(data["version"], lists, named, data["shares"], data["stale_months"])


def _made(of: Any, parts: dict[str, str]) -> Iterator[re.Pattern[str]]:
    for pattern in of:
        while _PART.search(pattern):
            pattern = _PART.sub(lambda m: parts[m[1]], pattern)
        yield re.compile(pattern)
