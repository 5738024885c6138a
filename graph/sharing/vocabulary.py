"""The letters and words by which a name is known: `people.yaml`, made into what `people` and `alone` look for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from graph.yaml_data import data_of

LEFT_OUT = "[name left out]"

APOSTROPHE = "['’ʼ]"
# Letters of every European alphabet: a Polish or a Welsh name is a name.
UP = "A-ZÀ-ÖØ-ÞĀ-žḀ-ỿ"  # beyond Western Europe capitals and small letters take turns: there each counts as both
LOW = "a-zß-öø-ÿĀ-žƀ-ɏḀ-ỿ"
_PART = rf"[{UP}][{LOW}]+(?:{APOSTROPHE}?[{UP}][{LOW}]+)?"
FULL = rf"(?:[{UP}]{APOSTROPHE}|(?:al|el|ul)-)?{_PART}(?:-(?:[{UP}]{APOSTROPHE})?{_PART})*"
SMALL = r"(?:de|da|di|van|von|der|den|el|al|bin|la|le|du|ap|ab|ibn|dos)"

# What shows that a name is an author's, whose work is cited: "(Munro, 2011)", "Brandon et al".
CITED = re.compile(
    r"(?:[’']s?)?(?:\s+et\s+al\b|"
    r"(?:\s+et\s+al\b\.?|,?\s+(?:and|&)\s+\w+|,\s+(?:[A-Z]\.\s?)+)?(?:,\s*\(?|\s*\()(?:19|20)\d\d\b)"
)

# "the Lord Laming inquiry"
PUBLISHED = re.compile(rf"(?:{APOSTROPHE}s?)?\s+(?:\w+\s+){{0,2}}(?i:inquiry|review|report)\b")

_HONOURS = r"(?:\s*,?\s+(?:MBE|OBE|CBE|QPM|KC|QC|BSc|MSc|MB|ChB|FRCA|FRCP|FRCPCH|PhD|MA|BA|MCh|DCH|DL|JP|HMI)\b)*"


@dataclass(frozen=True)
class Rules:
    """The words of `people.yaml`: see there what each is."""

    titles: frozenset[str]
    never: frozenset[str]
    given: frozenset[str]
    bodies: frozenset[str]
    authors: frozenset[str]
    surnames: frozenset[str]
    words: frozenset[str]
    trades: frozenset[str]
    rare: frozenset[str]
    role_before: re.Pattern[str]
    role_after: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    role_word: re.Pattern[str]


@cache
def rules() -> Rules:
    """The words of `people.yaml`, read once."""
    data: dict[str, Any] = data_of("graph.sharing", "people.yaml")
    roles = "|".join(f"(?:{role})" for role in data["roles"])
    lead = r"(?:[\w’'&./-]+[ ]+){0,4}?"  # "the ", "Ofsted ", "CQC lead ", "the partnership's "
    before = "|".join(re.escape(w) for w in sorted(map(str, data["before"]), key=len, reverse=True))
    after = "|".join(re.escape(w) for w in data["after"])
    return Rules(
        frozenset(str(t).casefold() for t in data["titles"]),
        frozenset(str(w).casefold() for w in data["never"]),
        frozenset(str(g) for g in data["given"]),
        frozenset(str(b).casefold() for b in data["bodies"]),
        frozenset(str(a).casefold() for a in data["authors"]),
        frozenset(str(s).casefold() for s in data["surnames"]),
        frozenset(str(w) for w in data["words"]),
        frozenset(str(t) for t in data["trades"]),
        frozenset(str(r).casefold() for r in data["rare"]),
        re.compile(
            rf"(?<!\w)(?:{roles})(?:\s+(?:for|of)\s+[\w’'&, -]{{3,60}}?)?\s*(?:[,:–—|-]|\(|\bis\b|\bwas\b|:?\n)?\s*"
            r"(?:(?:also )?known (?:\w+ ){0,2}as\s+|named\s+)?$",
            re.I,
        ),
        re.compile(
            rf"{_HONOURS}\s*(?:[,–—:|(-]|\b(?:is|was|as|who\s+is|who\s+was)\b|\n)\s*{lead}(?:{roles})(?!\w)", re.I
        ),
        re.compile(rf"(?<!\w)(?:{before})[,:]?\s*$", re.I),
        re.compile(rf"\s*,?\s+(?:{after})(?!\w)", re.I),
        re.compile(rf"(?:{roles})$", re.I),
    )
