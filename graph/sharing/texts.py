"""Texts as they may be sent: names of officials visibly left out, and a reason for words that are not to be quoted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Protocol

from graph.sharing.alone import alone_in, apart, revealed_in
from graph.sharing.days import Days
from graph.sharing.details import without_details
from graph.sharing.known import Keys, pattern_of_known, surnames_of
from graph.sharing.people import is_person, lead_sent, names_in, people_in
from graph.sharing.pseudonyms import pseudonyms_in
from graph.sharing.unknown import unknown_in, words_of
from graph.sharing.vocabulary import LEFT_OUT
from graph.yaml_data import data_of

INTERNAL = "Not for sharing"
_NAMES = ("pseudonym", "body", "lead")
_KEY = re.compile(r"(?![a-z]+://)[a-z0-9._-]+(?:/[a-z0-9._/-]+)?:[a-z0-9._/:-]+|[0-9a-f]{12,}(?:[:@][a-z0-9:]+)?")
_KEYS = ("id", "source", "target")


class Reader(Protocol):
    """What is needed of a store: `graph.store.Store` is one."""

    def read(self, cypher: str, params: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """Rows of a statement, in a transaction that is rolled back."""
        ...


@dataclass
class Texts:
    """What is known of a collection's names; `safe` makes any value of texts safe to send.

    `people` are names to leave out wherever they stand, `leads` leads as written with what is sent of them; `kept`
    (casefolded) are names of children, bodies and places, `documents` of documents and their files; `ages` are the ages
    of children as printed, each with its band; `keys` makes keys of the graph safe, `days` the days of incidents.
    """

    people: set[str] = field(default_factory=set)
    kept: frozenset[str] = frozenset()
    ages: Mapping[str, str] = field(default_factory=dict)
    leads: Mapping[str, str] = field(default_factory=dict)
    documents: frozenset[str] = frozenset()
    keys: Keys = field(default_factory=Keys)
    days: Days = field(default_factory=Days)
    _pattern: re.Pattern[str] | None = field(default=None, repr=False)
    _done: dict[str, str] = field(default_factory=dict, repr=False)
    _published: frozenset[str] = field(default=frozenset(), repr=False)  # single words of `kept`
    _nameless: set[str] = field(default_factory=set, repr=False)  # texts that give no name away, looked at once

    def __post_init__(self) -> None:
        self._published = words_of(self.kept)

    def learn(self, texts: Iterable[str], agencies: Mapping[str, str] | None = None) -> None:
        """Leave out, from now on and everywhere, each name that one of these texts gives away.

        `agencies` are names of agencies by key; a key that is made of a name which is left out goes with it.
        """
        texts, ordinary = list(texts), set[str]()
        self.kept |= {name for text in texts for name in pseudonyms_in(text)}
        self.kept -= {name.casefold() for text in texts for name in revealed_in(text)}
        for text in texts:
            told, alone = names_in(text, self.kept), alone_in(text, self.kept)
            self.people |= told | {name for a, b in alone if " " in (name := text[a:b])}
            if not told and not alone:
                self._nameless.add(text)
            ordinary.update(text.split())
        parts = {part for name in self.kept for part in name.split()}
        self.people = {p for p in self.people if p.casefold() not in (self.kept if " " in p else parts | self.kept)}
        surnames = surnames_of(self.people, self.kept, (word.rstrip(".,;:’'") for word in ordinary))
        self._published = words_of(self.kept)
        self._pattern, self._done = pattern_of_known(self.people, surnames), {}
        named = {key for key, name in (agencies or {}).items() if self.text(name) != name}
        self.keys, self._done = Keys(self.people | surnames, named), {}

    def safe(self, value: Any) -> Any:
        """The same value with every text and every key in it as it may be sent."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, list):
            return [self.safe(v) for v in value]
        if isinstance(value, dict):
            row = self.days.row(value)
            return {self.keys.without(k): self.key(v) if k in _KEYS else self.safe(v) for k, v in row.items()}
        return value

    def key(self, value: Any) -> Any:
        """A key of the graph as it may be sent."""
        return self.keys.without(value) if isinstance(value, str) else value

    def text(self, text: str) -> str:
        """One text as it may be sent."""
        if text not in self._done:
            self._done[text] = self._made(text)
        return self._done[text]

    def _made(self, text: str) -> str:
        if why := why_unquoted(text):
            return f"[words left out: {why}; see the document]"
        if text in self.leads:
            return self.leads[text]
        if _KEY.fullmatch(text):
            return self.keys.without(text)
        of_a_document = text.strip().casefold() in self.documents
        if not of_a_document:
            text = without_details(self.days.text(text))
        spans = [match.span() for match in self._pattern.finditer(text)] if self._pattern else []
        looked = text in self._nameless
        for name in () if looked else names_in(text, self.kept):
            spans += [match.span() for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)]
        spans += () if looked else alone_in(text, self.kept)
        spans += unknown_in(re.sub(r"[_.](?=\S)", " ", text) if of_a_document else text, self._published)
        for start, end in reversed(apart(spans)):
            text = f"{text[:start]}{LEFT_OUT}{text[end:]}"
        # a file, an address: a name in it may be in small letters
        if of_a_document or not re.search(r"\s", text):
            text = self.keys.without(text)
        return text


def texts_of(store: Reader) -> Texts:
    """What an open store knows of names: authors as printed, and every name that any passage gives away."""
    from graph.gazetteer import areas_named

    rows = store.read(_statement("kept"))
    areas = frozenset(name.casefold() for name in areas_named())
    agencies = {str(row["key"]): str(row["name"]) for row in rows if row["key"] is not None}
    written = {str(row["name"]) for row in rows if row["kind"] == "lead"}
    leads = {name: sent for name in written if (sent := lead_sent(name, areas)) != name}
    kept = {
        p
        for row in rows
        if row["kind"] in _NAMES and row["name"] not in leads
        for p in _plain(row["name"], row["kind"])
    }
    documents = frozenset(str(row["name"]).strip().casefold() for row in rows if row["kind"] == "document")
    ages = {str(row["name"]): str(row["band"]) for row in store.read(_statement("ages"))}
    authors = [str(row["name"]) for row in rows if row["kind"] == "author"]
    kept |= areas
    known = {*people_in(authors), *(lead for lead, sent in leads.items() if sent == LEFT_OUT and " " in lead)}
    days = Days(row["day"] for row in store.read(_statement("days")))
    made = Texts({p for p in known if p.casefold() not in kept}, frozenset(kept), ages, leads, documents, days=days)
    made.learn((str(row["quote"]) for row in store.read(_statement("quotes"))), agencies)
    return made


def why_unquoted(text: str) -> str | None:
    """Why a text is not to be quoted where it is sent; None where it may be."""
    return next((why for why, pattern in _unquoted() if pattern.search(text)), None)


@cache
def _unquoted() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rules = data_of("graph.sharing", "unquoted.yaml")
    return tuple((r["why"], re.compile("|".join(f"(?:{w})" for w in r["words"]), re.IGNORECASE)) for r in rules)


def _plain(name: str, kind: str) -> set[str]:
    """A kept name, and the pseudonym alone of "Baby Ash" or "Ash and Elm"."""
    whole = " ".join(name.split()).casefold()
    if kind != "pseudonym":
        return set() if is_person(name) else {whole}  # an action's lead may be written where an agency should stand
    parts = re.split(r"\s+(?:and|&)\s+|,\s*", re.sub(r"(?i)\b(?:baby|child|young person)\s+", "", name))
    return {whole, *(" ".join(p.split()).casefold() for p in parts if p.strip())} - {""}


def _statement(name: str) -> str:
    return files("cypher").joinpath("shared", f"{name}.cypher").read_text(encoding="utf-8")
