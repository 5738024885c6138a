"""The words of trackers, from `loaders/data/tracker.yaml`: columns, status, and what says nobody or nothing."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any, get_args

from graph.records import ActionStatus
from graph.text import key
from graph.yaml_data import data_of
from loaders.completion import data as words_of_completion
from loaders.completion import plainly_complete, says_not_complete

_KEPT = 4096  # texts of cells: a table says the same again and again
STATUSES: tuple[str, ...] = get_args(ActionStatus)


@cache
def data() -> dict[str, Any]:
    """The whole file."""
    loaded: dict[str, Any] = data_of("loaders.data", "tracker.yaml")
    return loaded


@cache
def pattern(name: str) -> re.Pattern[str]:
    """One pattern of the file, for text in one spelling."""
    return re.compile(data()[name], re.IGNORECASE)


@cache
def listed(name: str) -> frozenset[str]:
    """One list of words of the file."""
    return frozenset(data()[name].split())


def says(name: str, text: str) -> bool:
    """Whether a pattern of the file is found in a text."""
    return bool(pattern(name).search(key(text)))


@cache
def _columns() -> list[tuple[str, re.Pattern[str]]]:
    return [(field, re.compile(one)) for field, patterns in data()["columns"].items() for one in patterns]


@cache
def fields() -> tuple[str, ...]:
    """The meanings a column can have."""
    return tuple(data()["columns"])


@lru_cache(maxsize=_KEPT)
def field_of(head: str) -> str | None:
    """What a column head says its column holds: the longest match from its start; None for none."""
    head = re.sub(r"(?<=[a-z])(?=[A-Z][a-z])", " ", head.replace("_", " "))  # as systems write them: owner_org, DueDate
    text = re.sub(r"\((e?s)\)", r"\1", key(head)).strip(" :*?.")  # "review(s)"
    return _longest(text) or (_longest(full) if (full := _in_full(text)) != text else None)


def _in_full(head: str) -> str:
    """A head with its shortened words written out ("Tgt Dt" is "target date")."""
    return " ".join(str(data()["shortened"].get(word.strip("."), word)) for word in head.split())


def _longest(text: str) -> str | None:
    best: tuple[int, int, str] | None = None
    for order, (field, one) in enumerate(_columns()):
        if (found := one.match(text)) and found.end():
            told = len(found[0].strip()) if found.end() == len(text) else len(found[0].strip()) - 1
            if best is None or (told, -order) > best[:2]:
                best = (told, -order, field)
    return best[2] if best else None


@lru_cache(maxsize=_KEPT)
def meant_by(head: str) -> str | None:
    """What a column head holds, by its parts where the whole is unknown.

    What stands behind a colon or dash explains what is before it ("Specific: what will be done?"), and the last word of
    a compound says what it is ("Agreed management action").
    """
    if whole := field_of(head):
        return whole
    parts = [part for part in re.split(r"\s*[:;(]\s*|\s+[–—/-]\s+", head) if part.strip()]
    for part in parts[1:]:
        if told := field_of(part):
            return told
    words = key(parts[0]).strip(" ?.)").split() if parts else []
    for start in range(1, len(words)):
        if words[start - 1] in _TIES or len(words) > 5:
            return None
        rest = " ".join(words[start:])
        if (told := field_of(rest)) in _NOUNS and any(f == told and one.fullmatch(rest) for f, one in _columns()):
            return told
    return None


_TIES = frozenset("of for to by from in on at with per and or no number".split())  # noqa: SIM905
_NOUNS = ("action", "status", "updates", "leads", "due", "recommendation", "evidence", "completed")


_TO_READER = re.compile(
    r"\s*\((?:please )?do not (?:delete|remove|move|edit|amend|overwrite|alter|print|share)\b[^()]*\)"
)  # "Closed (do not delete)"


@lru_cache(maxsize=_KEPT)
def status_of(words: str) -> str | None:
    """The status a word or phrase says, `done` where it only says complete; None for no word of status."""
    text = key(words)
    if text in STATUSES:
        return text
    text = _TO_READER.sub("", text.replace("_", " "))
    percent = re.fullmatch(r"(\d{1,3}(?:\.\d+)?) ?(?:%|per ?cent\b).*", text)
    if percent:
        part = float(percent[1])
        return "done" if part >= 100 else "under-way" if part else "not-started"
    for code, one in _status():
        if not one.search(text):
            continue
        if code in ("done", "complete-evidenced", "embedded") and not plainly_complete(text):
            return str(data()["not_done"]) if says_not_complete(text) else None
        return str(data()["not_done"]) if code == "not-complete" else code
    return None


@cache
def _status() -> list[tuple[str, re.Pattern[str]]]:
    complete = words_of_completion()["complete_words"]
    return [(code, re.compile(one.replace("{complete}", complete))) for code, one in data()["status"]]


def colour_word(text: str) -> str | None:
    """The colour that a text names, or stands for as a single letter; None for none."""
    plain = key(text)
    if letter := data()["letters"].get(plain):
        return str(letter)
    if disc := next((colour for sign, colour in data()["discs"].items() if sign in plain), None):
        return str(disc)
    found = re.search(rf"\b(?:{data()['colour_words']})\b", plain)
    return "grey" if found and found[0] == "gray" else found[0] if found else None


def is_sign(text: str) -> bool:
    """Whether a text is a sign or two without letters or digits, such as ✔, ◐ or ~."""
    plain = key(text)
    return 0 < len(plain) <= 3 and not any(c.isalnum() or c in "-./,;:()?" for c in plain)


def sign_in(text: str) -> str | None:
    """What a sign that stands alone, or before words, usually means; None for none."""
    first = key(text).split(" ")[0]
    found = data()["signs"].get(first)
    return str(found) if found else None


def answer_to(head: str, text: str) -> str | None:
    """What "yes", "no" or "partly" under a head says of the status; None for other words."""
    if not pattern("asks").search(key(head)):
        return None
    if pattern("asks_on_track").search(key(head)):
        asked = "answers_on_track"
    elif pattern("asks_begun").search(key(head)):
        asked = "answers_begun"
    elif pattern("asks_done").search(key(head)):
        asked = "answers"
    else:
        return None  # "Agreed?", "Funded?": yes says nothing of how far the work is
    found = data()[asked].get(key(text).strip(" ."))
    return str(found) if found else None
