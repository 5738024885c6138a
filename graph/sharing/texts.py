"""Texts as they may be sent: names of officials visibly left out, and a reason for words that are not to be quoted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Protocol

import yaml

from graph.sharing.people import LEFT_OUT, is_person, longest_first, names_in, pattern_of, people_in, replaced

INTERNAL = "Not for sharing"
CONTACT = "[contact left out]"

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_OF_A_PERSON = re.compile(r"[a-z]+[._-][a-z]+", re.IGNORECASE)
_OF_AN_OFFICE = re.compile(
    r"(?i)admin|business|child|community|contact|council|enquir|hub|info|learning|mail|office|panel|partner|press|protect"
    r"|public|review|safeguard|scp|secure|service|support|team|train"
)


class Reader(Protocol):
    """What is needed of a store: `graph.store.Store` is one."""

    def read(self, cypher: str, params: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """Rows of a statement, in a transaction that is rolled back."""
        ...


@dataclass
class Texts:
    """What is known of a collection's names; `safe` makes any value of texts safe to send.

    `people` are names to leave out wherever they stand; `kept` (casefolded) are names of children, bodies and places;
    `ages` are the ages of children as printed, each with its band.
    """

    people: set[str] = field(default_factory=set)
    kept: frozenset[str] = frozenset()
    ages: Mapping[str, str] = field(default_factory=dict)
    _pattern: re.Pattern[str] | None = field(default=None, repr=False)
    _done: dict[str, str] = field(default_factory=dict, repr=False)

    def learn(self, texts: Iterable[str]) -> None:
        """Leave out, from now on and everywhere, each name that one of these texts gives away."""
        for text in texts:
            self.people |= names_in(text, self.kept)
        self.people = {p for p in self.people if p.casefold() not in self.kept}
        self._pattern, self._done = pattern_of(self.people), {}

    def safe(self, value: Any) -> Any:
        """The same value with every text in it as it may be sent; ids stay."""
        return replaced(value, self.text)

    def text(self, text: str) -> str:
        """One text as it may be sent."""
        if text not in self._done:
            self._done[text] = self._made(text)
        return self._done[text]

    def _made(self, text: str) -> str:
        if why := why_unquoted(text):
            return f"[words left out: {why}; see the document]"
        if self._pattern is not None:
            text = self._pattern.sub(LEFT_OUT, text)
        for name in longest_first(names_in(text, self.kept)):
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", LEFT_OUT, text)
        return _MAIL.sub(_mail, text)


def texts_of(store: Reader) -> Texts:
    """What an open store knows of names: authors as printed, and every name that any passage gives away."""
    from graph.gazetteer import areas_named

    rows = store.read(_statement("kept"))
    kept = {part for row in rows if row["kind"] != "author" for part in _plain(str(row["name"]), row["kind"])}
    ages = {str(row["name"]): str(row["band"]) for row in store.read(_statement("ages"))}
    authors = [str(row["name"]) for row in rows if row["kind"] == "author"]
    kept |= {name.casefold() for name in areas_named()}
    made = Texts({p for p in people_in(authors) if p.casefold() not in kept}, frozenset(kept), ages)
    made.learn(str(row["quote"]) for row in store.read(_statement("quotes")))
    return made


def why_unquoted(text: str) -> str | None:
    """Why a text is not to be quoted where it is sent; None where it may be."""
    return next((why for why, pattern in _unquoted() if pattern.search(text)), None)


@cache
def _unquoted() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rules = yaml.safe_load(files("graph.sharing").joinpath("unquoted.yaml").read_text("utf-8"))
    return tuple((r["why"], re.compile("|".join(f"(?:{w})" for w in r["words"]), re.IGNORECASE)) for r in rules)


def _mail(match: re.Match[str]) -> str:
    name = match[0].partition("@")[0]
    return CONTACT if _OF_A_PERSON.fullmatch(name) and not _OF_AN_OFFICE.search(name) else match[0]


def _plain(name: str, kind: str) -> set[str]:
    """A kept name, and the pseudonym alone of "Baby Ash" or "Ash and Elm"."""
    whole = " ".join(name.split()).casefold()
    if kind != "pseudonym":
        return set() if is_person(name) else {whole}  # an action's lead may be written where an agency should stand
    parts = re.split(r"\s+(?:and|&)\s+|,\s*", re.sub(r"(?i)\b(?:baby|child|young person)\s+", "", name))
    return {whole, *(" ".join(p.split()).casefold() for p in parts if p.strip())} - {""}


def _statement(name: str) -> str:
    return files("cypher").joinpath("shared", f"{name}.cypher").read_text(encoding="utf-8")
