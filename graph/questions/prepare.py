"""Parameters made ready: texts into ids, years into days, numbers into numbers. Rows are never touched here."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from datetime import date, timedelta

from rapidfuzz import fuzz, process

from graph.errors import WrongUse
from graph.questions.header import Param, Question
from graph.questions.names import Named, Names, matches, named, themes
from graph.questions.words import telling_words

_PARTIAL = re.compile(r"^(\d{4})(?:-(\d{2}))?$")
Value = str | int | list[str] | None


class NotHere(Exception):  # noqa: N818  (a reason for an empty answer, told as a sentence)
    """A parameter names something that is not loaded; the sentence says so."""


def prepare(question: Question, given: Mapping[str, object], store: Names) -> dict[str, Value]:
    """All declared parameters with their values. WrongUse for a wrong one; NotHere where it names nothing loaded."""
    for name in given:
        if question.param(name) is None:
            raise _unknown(question, name)
    values: dict[str, Value] = {}
    known: list[Named] = []
    for param in question.params:
        text = given.get(param.name)
        if param.type == "strings":
            listed = [part.strip() for part in str(text or "").split(",") if part.strip()]
            values[param.name] = listed or _drawn_from(str(given.get("text") or ""), param.name)
            continue
        if text is None or text == "":
            if param.required:
                raise WrongUse(
                    f"'{question.id}' needs the parameter '{param.name}': {param.meaning}",
                    todo=f"add -p {param.name}=…",
                )
            values[param.name] = param.default
            continue
        if param.type == "integer":
            values[param.name] = _whole(param, text)
        elif param.type == "date":
            values[param.name] = day(param.name, str(text))
        elif param.name in ("theme", "review", "partnership"):
            known = known or named(store)
            values[param.name] = _one(param.name, str(text), known)
        else:
            values[param.name] = str(text)
    return values


def _drawn_from(text: str, what: str) -> list[str]:
    """What a text gives for `words` (see `telling_words`) or for `themes` (ids), as far as it gives anything."""
    if what == "words":
        return telling_words(text)
    from graph.codebook import load

    return load().find(text)


def _unknown(question: Question, name: str) -> WrongUse:
    names = [p.name for p in question.params]
    near = difflib.get_close_matches(name, names, n=1, cutoff=0.5)
    advice = f"did you mean '{near[0]}'" if near else f"it takes {', '.join(names) or 'none'}"
    return WrongUse(f"'{question.id}' has no parameter '{name}'", todo=advice)


def _whole(param: Param, text: object) -> int:
    try:
        value = int(str(text))
    except ValueError:
        raise WrongUse(f"'{param.name}' is a whole number, not '{text}'") from None
    if value < 1:
        raise WrongUse(f"'{param.name}' is 1 or more, not {value}")
    return value


def day(name: str, text: str) -> str:
    """A day as ISO text; a year or month means its first day, for `to` and `as_of` its last."""
    try:
        if partial := _PARTIAL.match(text):
            year, month = int(partial[1]), int(partial[2] or 0)
            if name in ("from", "since"):
                return date(year, month or 1, 1).isoformat()
            after = date(year + 1, 1, 1) if month in (0, 12) else date(year, month + 1, 1)
            if month > 12:
                raise ValueError
            return (after - timedelta(days=1)).isoformat()
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise WrongUse(f"'{name}' is a date such as 2023-11-30, 2023-11 or 2023, not '{text}'") from None


def _one(kind: str, text: str, known: list[Named]) -> str:
    """The id of the one thing a text names."""
    found = themes(text, known) if kind == "theme" else matches(text, [n for n in known if n.kind == kind])
    if not found:
        there = [n.label for n in known if n.kind == kind]
        near = [label for label, _, _ in process.extract(text, there, scorer=fuzz.WRatio, limit=3, score_cutoff=75)]
        loaded = f"; near to it is {', '.join(near)}" if near else ""
        if kind == "partnership" and there and not near:
            loaded = f"; loaded are {', '.join(sorted(there))}"
        raise NotHere(f"No {kind} '{text}' is in the loaded documents{loaded}.")
    cases = {n.whole for n in found}
    if kind == "review" and len(found) > 1 and len(cases) == 1 and None not in cases:
        return str(cases.pop())  # a rapid review and a practice review of one case
    if kind != "theme" and len({n.key for n in found}) > 1:
        could = " or ".join(f"{n.describe()}: {kind}={n.key}" for n in found[:5])
        raise WrongUse(f"'{text}' could mean {len(found)} {kind}s", todo=f"say which: {could}")
    return found[0].key
