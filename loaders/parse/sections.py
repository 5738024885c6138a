"""Section meanings as data: what a heading or a lead-in sentence says about the text below it.

The vocabulary is `loaders/data/sections.yaml`; this module only folds a heading and looks it up.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from graph.records import DocumentKind
from graph.text import joined, key
from graph.yaml_data import data_of
from loaders.sieve import Sieve


@dataclass(frozen=True, slots=True)
class Meaning:
    """What text under a heading becomes; fields as described at the top of sections.yaml."""

    id: str
    becomes: str
    scope: str = "any"
    promise: bool = False
    reason: str = ""
    withhold: bool = False
    author_role: str | None = None
    kinds: tuple[str, ...] = ()
    headings: Sieve | None = None
    lead_ins: Sieve | None = None


@cache
def _data() -> dict[str, Any]:
    loaded: dict[str, Any] = data_of("loaders.data", "sections.yaml")
    return loaded


def _one_of(patterns: Sequence[str]) -> Sieve | None:
    """All patterns of a list as one, which is asked once."""
    return Sieve("|".join(f"(?:{pattern})" for pattern in patterns)) if patterns else None


@cache
def meanings() -> tuple[Meaning, ...]:
    """All meanings in the order in which they are tried."""
    return tuple(
        Meaning(
            id=entry["id"],
            becomes=entry["becomes"],
            scope=entry.get("scope", "any"),
            promise=entry.get("promise", False),
            reason=entry.get("reason", ""),
            withhold=entry.get("withhold", False),
            author_role=entry.get("author_role"),
            kinds=tuple(entry.get("kinds", ())),
            headings=_one_of(entry.get("headings", ())),
            lead_ins=_one_of(entry.get("lead_ins", ())),
        )
        for entry in _data()["meanings"]
    )


def meaning(name: str) -> Meaning:
    """The meaning with this id."""
    return next(found for found in meanings() if found.id == name)


def folded(heading: str) -> str:
    """A heading as the patterns see it: `key` without its number, bracketing signs and closing colon."""
    text = re.sub(r"\*(?=\s|$)", "", key(heading))
    text = re.sub(
        r"^(?:minute|step|stage|box|panel|slide|part|point|week|day) \d{1,2}\s*[-–—:.|]\s*(?=[a-z])", "", text
    )
    text = re.sub(
        r"^(?:(?:section|part|chapter) )?(?:\d+(?:\.\d+)*|[ivx]+|[a-z])[.):]\s+|^\d+(?:\.\d+)*\s+(?=[a-z])", "", text
    )
    return joined(re.sub(r"^(?:so|and|but),? (?=(?:what|how|why|who)\b.)", "", text.strip(" :;-.?!\"'")))


_APPENDED = re.compile(
    r"(?:(?:appendix|annexe?)(?: \w{1,3})?|postscript|epilogue|afterword|addendum)\s*[-–—:.]\s*(?=\w)"
)  # what is set behind a report may be read for itself
_FROM = re.compile(r"(?:from|since|after|following) (?:the|our|this|these|both|all) [^:]{2,40}:\s*(?=\w)")
_KEPT = 1024  # texts: those of a document are asked about again and again, those of the last one never
_IN_FULL = {"ve": " have", "re": " are", "ll": " will"}
_OWN = ("finding", "recommendation", "action", "status", "plan", "statistic", "chronology", "impact")


@lru_cache(maxsize=_KEPT)
def meaning_of(heading: str, kind: DocumentKind = "other") -> Meaning | None:
    """What a heading means in a document of this kind, or None where it is not known."""
    text = folded(heading)
    behind = _APPENDED.match(text)
    if behind and (own := meaning_of(text[behind.end() :], kind)) and own.becomes in _OWN:
        return own
    source = _FROM.match(text)
    if source and (own := meaning_of(text[source.end() :], kind)):
        return own  # "From the audit: what needs to change"
    for said in (text, *_spelt_out(text)):
        for found in meanings():
            if found.kinds and kind not in found.kinds:
                continue
            if found.headings and found.headings.search(said):
                return found
    return None


def _spelt_out(text: str) -> list[str]:
    """A heading with its short forms in full: "what's" is "what is" or "what has"."""
    if "'" not in text:
        return []
    long = re.sub(r"(?<=[a-z])'(ve|re|ll)\b", lambda short: _IN_FULL[short[1]], text)
    both = (re.sub(r"\b(what|where|who|how|here|it|there)'s\b", rf"\1 {verb}", long) for verb in ("is", "has"))
    return [form for form in dict.fromkeys(both) if form != text]


@lru_cache(maxsize=_KEPT)
def lead_in_of(sentence: str) -> Meaning | None:
    """What a sentence opens ("Learning identified included …"), or None."""
    text = re.sub(r"^[\W_]+", "", key(sentence)).rstrip()
    for found in meanings():
        if found.lead_ins and found.lead_ins.search(text):
            return found
    return None


@cache
def _organisations() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:"
        + "|".join(_data()["organisations"])
        + r")$|^(?:the )?(?:"
        + "|".join(_data()["organisations"])
        + r")\b"
    )


def names_organisation(heading: str) -> bool:
    """Whether a short heading is the name of an agency ("Hill Street Primary School", "Police")."""
    text = re.sub(r"\s*\([^)]*\)$", "", folded(heading))
    return len(text.split()) <= 9 and bool(_organisations().search(text))


def kind_of_document(title: str, opening: str) -> tuple[DocumentKind, str | None]:
    """Kind of a document from its title, else its opening words, and the meaning of headings it leaves unexplained."""
    for text in (title, opening):
        folded_text = key(text)
        for entry in _data()["kinds"]:
            if re.search(entry["pattern"], folded_text):
                return entry["id"], entry.get("default")
    return "other", None
