"""How a sentence or a heading names a whole that others count in: a number at a noun of what reviews count."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from graph.records import Unit
from loaders.parse.figures.numbers import NUMBER, any_of, vocabulary
from loaders.parse.figures.samples import LOOKED_AT

WHOLES: tuple[Unit, ...] = ("notification", "review", "incident", "audit-case", "case", "child")
_ALIKE: tuple[Unit, ...] = ("notification", "review", "incident", "audit-case", "case")


@dataclass(frozen=True, slots=True)
class Whole:
    """How many, of what."""

    n: int
    unit: Unit
    audited: bool = False  # what somebody looked at one by one: "in six" is then of these without more words


@cache
def named_wholes() -> re.Pattern[str]:
    """A number at a noun, as a sentence names the whole of what follows."""
    units = any_of([u for kind in WHOLES for u in vocabulary()["units"][kind]])
    seen = any_of([*vocabulary()["looked_at"], *(u for kind in vocabulary()["units"].values() for u in kind)])
    makes = r"(?:(?:was|is|were)\s+)?(?:made up of|consist(?:s|ed) of|compris(?:es?|ed)|covered|took in|"
    makes += "drew on|included|was|were|had)"
    met = r"spoke (?:to|with)|talked to|heard from|met(?: with)?|interviewed|surveyed|asked|contacted|observed"
    audited = (
        rf"{met}|sample of|audit of|{LOOKED_AT}|(?:sample|cohort|group|audit|exercise)(?:\s+{makes}|\s*[:–—-]|\s+of)"
    )
    done = "a total of|reviewed|there were|received|completed|made"
    told = rf"\b(?:{done}|(?P<audited>{audited}))\s+(?:the\s+|all\s+)?"
    opens = rf"(?:^\W*(?:(?:of|in)\s+)?(?:the\s+|our\s+|these\s+|all\s+)?|{told})"
    noun = rf"(?:(?!of\b|in\b)[a-z'’-]+\s+){{0,3}}?(?P<unit>(?(audited){seen}|{units}))(?!['’]s)"
    return re.compile(rf"{opens}(?P<n>{NUMBER})(?![\w%/-]|[.,]\d|\s?%)\s+{noun}", re.I)


@cache
def headed_wholes() -> re.Pattern[str]:
    """A whole that a heading names."""
    seen = any_of([*vocabulary()["looked_at"], *(u for kind in WHOLES for u in vocabulary()["units"][kind])])
    opens = r"(?:\b(?:of|in|from|across|our|the|all)\s+(?:the\s+|our\s+|all\s+)?|\((?:n\s?=\s?)?)"
    return re.compile(rf"{opens}(?P<n>{NUMBER})\s+(?:(?!of\b|in\b)[a-z'’-]+\s+){{0,3}}?(?P<unit>{seen})", re.I)


def alike(unit: Unit, other: Unit) -> bool:
    """Whether two units may be one whole: reviews, incidents and cases are counted for one another."""
    return unit == other or (unit in _ALIKE and other in _ALIKE)


def unit_at_noun(text: str, at: int) -> Unit | None:
    """The unit of the noun that follows a number, if one does."""
    near = re.match(r"\s+(?:of\s+the\s+)?(?P<noun>[a-z'’-]+)", text[at:], re.I)
    unit = unit_in(near["noun"]) if near else "other"
    return None if unit == "other" else unit


def unit_in(words: str) -> Unit:
    """The unit that words name first."""
    hits: list[tuple[int, int, Unit]] = [
        (m.start(), -len(m.group()), kind) for kind, words_of in _units() if (m := words_of.search(words))
    ]
    papers: Unit = "audit-case" if _looked_at().search(words) else "other"
    return min(hits)[2] if hits and min(hits)[2] != "other" else papers


@cache
def _looked_at() -> re.Pattern[str]:
    return re.compile(any_of(vocabulary()["looked_at"]), re.I)


@cache
def words_of_reviews() -> re.Pattern[str]:
    """Words for what reviews count, other than children."""
    units, kinds = vocabulary()["units"], ("notification", "review", "incident", "audit-case")
    return re.compile(any_of([u for kind in kinds for u in units[kind]]), re.I)


@cache
def _units() -> list[tuple[Unit, re.Pattern[str]]]:
    return [(kind, re.compile(any_of(words), re.I)) for kind, words in vocabulary()["units"].items()]
