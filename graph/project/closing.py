"""Whether a printed line closes something: done, said so, by a body that may close. Nothing else does."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from graph.dates import find_dates
from graph.text import key
from graph.yaml_data import data_of

_SENTENCE = re.compile(r"(?<=[.;!?])\s+")


def closes(text: str) -> bool:
    """Whether one sentence of the text records closure by a named body, as done and not as planned."""
    closed, body, not_yet = _patterns()
    for sentence in _SENTENCE.split(key(text)):
        if _any(closed, sentence) and _any(body, sentence) and not _any(not_yet, sentence):
            return True
    return False


def closing_time(text: str) -> tuple[date, date] | None:
    """When a closing sentence says it was closed: the only date it names. None where it names none or several."""
    for sentence in _SENTENCE.split(text):
        if closes(sentence):
            named = find_dates(sentence)
            return (named[0].from_, named[0].to) if len(named) == 1 else None
    return None


def _any(patterns: list[re.Pattern[str]], text: str) -> bool:
    return any(p.search(text) for p in patterns)


@lru_cache(maxsize=1)
def _patterns() -> tuple[list[re.Pattern[str]], ...]:
    data = data_of("graph.project", "closing.yaml")
    return tuple([re.compile(p) for p in data[name]] for name in ("closed", "body", "not_yet"))
