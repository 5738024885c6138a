"""By when, and by whom where a label says it: in the sentence that asks ("by March 2025"), or in lines below it.

A time that runs from a day nobody prints ("within six months") is kept as printed and read as no date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field as made

from graph.dates import find_dates, iso
from graph.records import DateSpan
from loaders.parse.cues import cue
from loaders.parse.items.leads import bodies_of

_NEAR = r"(?:the )?(?:(?:very )?(?:end|middle) of (?:the )?|(?:end|early|late|mid)[ -] ?)?"
_LONGEST = 14  # words that name who is to act
_LABELLED = re.compile(r"(?:^|[.;|,(]\s*)(?P<label>[A-Za-z][A-Za-z/’' ]{1,40}?)\s*[:?]\s*[:–-]?\s*", re.M)


@dataclass(slots=True)
class Terms:
    """Who is to do it and by when, as labelled; `due` is ISO, as much as is known."""

    leads: list[str] = made(default_factory=list)
    due_printed: str | None = None
    due: str | None = None


_NOT = re.compile(r"(?<![\w-])(?:not|never|unlikely)(?: [\w-]+){0,8} $", re.I)


def dated(text: str, words: str) -> Iterator[tuple[re.Match[str], DateSpan]]:
    """The dates of a text that stand behind one of `words`, each with where it stands.

    "Not expected before 2024" says by when it will not be, and is left out.
    """
    for span in (span for span in find_dates(text) if span.printed):
        if match := re.search(rf"\b(?:{words})\s+{_NEAR}{re.escape(span.printed or '')}", text, re.I):
            if match[0].lower().startswith(("before", "until")) and _NOT.search(text[: match.start()]):
                continue
            yield match, span


def due_in(text: str, field: str | None = None) -> tuple[str | None, str | None]:
    """By when a sentence asks for what it asks: as printed, and as read (ISO, as far as known).

    Args:
        text: the sentence.
        field: what a field of its own says of it (a cell of its row), which goes before all that the sentence says.
    """
    if field:
        return field, _day(field)
    told = terms_in(text)
    if told.due_printed:
        return told.due_printed, told.due
    for match, span in dated(text, cue("passages", "by-day").pattern):
        if not cue("passages", "done-by").search(text[: match.start()]):
            return span.printed, iso(span)
    within = cue("passages", "within-time").search(text) or cue("passages", "some-day").search(text)
    return (within["time"], None) if within else (None, None)


def due_of_lead(lead: str | None) -> tuple[str | None, str | None]:
    """By when all below a lead is to be done ("By the end of May the trust will:"), as `due_in` gives it."""
    return due_in(lead) if lead and cue("passages", "due-led").match(lead) else (None, None)


def terms_in(text: str) -> Terms:
    """What labels inside a text say ("… Lead: North Police. By when: three months")."""
    return _read(text)[0]


def terms_line(text: str) -> Terms | None:
    """What a line says that holds nothing but such labels ("Owner: Head of Health Visiting"), else None."""
    found, alone = _read(text)
    return found if alone and (found.leads or found.due_printed) else None


def _read(text: str) -> tuple[Terms, bool]:
    """What the labels say, and whether the text holds nothing else."""
    if ":" not in text and "?" not in text:
        return Terms(), False  # a label ends in one of them
    labels = list(_LABELLED.finditer(text))
    found, alone = Terms(), bool(labels) and labels[0].start("label") == 0
    for at, label in enumerate(labels):
        ends = labels[at + 1].start() if at + 1 < len(labels) else len(text)
        value = re.split(r"[.;|]\s", text[label.end() : ends])[0].strip(" .;|,)")
        if cue("passages", "due-label").fullmatch(label["label"]) and _is_time(value):
            found.due_printed, found.due = value, _day(value)
        elif cue("passages", "who-label").fullmatch(label["label"]) and _is_name(value):
            found.leads = bodies_of(value) or [value]
        else:
            alone = False
    return found, alone


def _is_name(value: str) -> bool:
    return 0 < len(value.split()) <= _LONGEST and not cue("passages", "finite-verb").search(value)


def _day(value: str) -> str | None:
    """The one date of a field; of several, none is read."""
    spans = find_dates(value)
    return iso(spans[0]) if len(spans) == 1 else None


def _is_time(value: str) -> bool:
    return bool(find_dates(value) or cue("passages", "time").fullmatch(value))
