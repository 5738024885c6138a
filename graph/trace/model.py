"""What a trace holds: the contract of `trace --format json`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

Evidence = dict[str, Any]  # document, page, line, quote


@dataclass(frozen=True)
class Step:
    """One line of the thread. `date` in words; `first` and `last`: the days it can have been."""

    date: str
    kind: str
    text: str
    certainty: str
    evidence: tuple[Evidence, ...] = ()
    first: dt.date | None = None
    last: dt.date | None = None
    detail: str = ""
    why: str = ""
    told_by: str = ""
    label: str = ""
    id: str = ""
    by_wording: bool = False  # taken by its words alone; its evidence says so

    def json(self) -> dict[str, Any]:
        """As printed; `from` and `to` as ISO dates."""
        return {
            "date": self.date,
            "kind": self.kind,
            "text": self.text,
            "certainty": self.certainty,
            "evidence": list(self.evidence),
            "from": self.first.isoformat() if self.first else None,
            "to": self.last.isoformat() if self.last else None,
            "detail": self.detail or None,
            "why": self.why or None,
            "told_by": self.told_by or None,
            "id": self.id or None,
        }


@dataclass(frozen=True)
class Summary:
    """One of the four sentences: Recommended, Done, Shown to work, Seen again.

    `state` says it in a word or two, `short` in a sentence without quotations; `facts` are (label, id) of what it
    rests on, all of them.
    """

    name: str
    text: str
    evidence: tuple[Evidence, ...] = ()
    state: str = "not stated"
    short: str = ""
    facts: tuple[tuple[str, str], ...] = ()

    def json(self) -> dict[str, Any]:
        """As printed."""
        return {"name": self.name, "state": self.state, "text": self.text, "evidence": list(self.evidence)}


@dataclass(frozen=True)
class CouldMean:
    """Something that a word could mean; `ask` is what to type for it."""

    kind: str
    label: str
    ask: str

    def json(self) -> dict[str, Any]:
        """As printed."""
        return {"kind": self.kind, "label": self.label, "ask": self.ask}


@dataclass
class Trace:
    """The thread around a thing. `steps` is empty where the thing is not found or could mean several."""

    thing: str
    kind: str = ""
    title: str = ""
    steps: list[Step] = field(default_factory=list)
    summary: list[Summary] = field(default_factory=list)
    not_stated: list[str] = field(default_factory=list)
    could_mean: list[CouldMean] = field(default_factory=list)
    documents: list[dict[str, Any]] = field(default_factory=list)  # of the keepers: address, licence, given facts
    notes: list[str] = field(default_factory=list)  # a load was under way
    caveats: list[str] = field(default_factory=list)  # how many steps were taken by their words alone

    def json(self) -> dict[str, Any]:
        """The contract of `trace THING --format json`; `caveats` only where there are any."""
        made: dict[str, Any] = {
            "thing": self.thing,
            "kind": self.kind,
            "title": self.title,
            "steps": [step.json() for step in self.steps],
            "summary": [item.json() for item in self.summary],
            "not_stated": self.not_stated,
            "could_mean": [item.json() for item in self.could_mean],
            "documents": self.documents,
            "notes": self.notes,
        }
        return made | ({"caveats": self.caveats} if self.caveats else {})
