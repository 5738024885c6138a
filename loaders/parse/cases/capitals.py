"""Headings set in capitals, where every word looks like an abbreviation ("RAPID REVIEW CHILD LA")."""

from __future__ import annotations

import re
from collections.abc import Callable

from loaders.parse.cases.naming import ABBREVIATED, NOT_NAMES, PERSON

_INITIALS = 2  # letters in capitals that are the initials of a child, where a name may stand as well
_SHORT = frozenset("RR SCR CPR CMR APR MAPF MALR SILP SUSR CSPR LCSPR LSCPR LCPSR LCSPPR LSCPPR".split())  # noqa: SIM905


def in_capitals(text: str) -> bool:
    """Whether a heading is set in capitals."""
    return sum(letter.isupper() for letter in text) > 0.6 * sum(letter.isalpha() for letter in text)


_OPENING = re.compile(r"(?P<name>[A-Z]{3,}(?: (?:AND |& )?[A-Z]{1,})*)(?= \((?P<told>[^)]+)\)$)")


def opening_as_written(text: str, says_kind: Callable[[str], object]) -> str:
    """A heading whose name alone is in capitals, before the kind of review ("LEO (rapid review, March)")."""
    found = re.match(rf"(?:\d{{1,2}}[.)]?\s+)?{_OPENING.pattern}", text)
    if found is None or not says_kind(found["told"]):
        return text
    name = " ".join(
        word.lower() if word == "AND" else word.capitalize() if len(word) > _INITIALS or _is_word(word) else word
        for word in found["name"].split()
    )
    return f"{text[: found.start('name')]}{name}{text[found.end('name') :]}"


def as_written(text: str) -> str:
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
