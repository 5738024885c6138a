"""What comes back: filled-in rows as decisions. What is empty decides nothing; what cannot be taken is said by row."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from graph.codebook import Codebook
from graph.dates import read_date
from graph.decisions import CodingDecision, Decision, Identity, LinkDecision, NotOne, ValueDecision
from graph.decisions.none import KINDS, hinders
from graph.declare import Node
from graph.memory import Graph
from graph.queue.rows import POLARITY, SEPARATOR, none_of
from graph.text import key

_CODES = {key(words): code for code, words in POLARITY.items()} | {code: code for code in POLARITY}
_KEEP, _DROP = ("keep", "yes", "k"), ("drop", "no", "d")
_NONE = {f"no {words}" for words in KINDS.values()}


@dataclass(frozen=True)
class Returned:
    """One row as it came back; texts are trimmed and empty where nothing was filled in."""

    number: int  # in its sheet, as the spreadsheet counts
    sheet: str
    id: str
    document: str = ""
    quote: str = ""
    other_quote: str = ""
    choice: str = ""
    add: str = ""
    polarity: str = ""
    note: str = ""
    by: str = ""
    on: str = ""

    @property
    def where(self) -> str:
        """For a sentence about it."""
        return f"{self.sheet}, row {self.number}"

    @property
    def filled(self) -> bool:
        """Whether a person said anything in it."""
        return bool(self.choice or self.add or self.polarity)

    @property
    def thing(self) -> str:
        """Id of the passage's learning point, recommendation or action; of a pair, its relationship."""
        return self.id.split(SEPARATOR.strip())[0].strip()

    @property
    def none(self) -> bool:
        """Whether it says that the passage is none."""
        return key(self.choice) in _NONE

    @property
    def drops(self) -> bool:
        """Whether it only drops a theme."""
        return key(self.choice) in _DROP and not self.add and not self.polarity


@dataclass
class Taken:
    """What a returned workbook says: new decisions, how many were known, and what could not be taken."""

    decisions: list[Decision] = field(default_factory=list)
    known: int = 0
    faults: list[str] = field(default_factory=list)


def take(
    rows: Iterable[Returned],
    graph: Graph,
    codebook: Codebook,
    known: Sequence[Decision],
    *,
    by: str,
    on: datetime.date,
) -> Taken:
    """Turn filled-in rows into decisions.

    Args:
        rows: as they came back.
        graph: the collection's, in which what they are about is looked for.
        codebook: for themes by label, id or synonym.
        known: decisions made before; what they already say is not decided again.
        by: role of the person, where a row names none.
        on: day of the decision, where a row names none.
    """
    taken = Taken()
    told = {_about(d): _said(d) for d in known if _about(d) is not None}
    rows = list(rows)
    gone = {d.thing for d in known if isinstance(d, NotOne) and not _found(graph, d.thing)}
    kept = {row.thing for row in rows if row.filled and not (row.none or row.drops)}
    for row in rows:
        if not row.filled:
            if row.note:
                taken.faults.append(f"{row.where}: holds a note and no decision; choose keep, drop or a theme.")
            continue
        if row.none and row.thing in kept:
            taken.faults.append(f"{row.where}: another row of the same passage says what it is about; choose one.")
            continue
        if row.thing in gone and not row.none:
            if row.drops:
                taken.known += 1  # with all of it
            else:
                taken.faults.append(f"{row.where}: it was said to be none; take that out of decisions/none.yaml first.")
            continue
        decided, faults = _decisions(row, graph, codebook, known, by, on)
        taken.faults += [f"{row.where}: {fault}." for fault in faults]
        for decision in decided:
            about, said = _about(decision), _said(decision)
            if told.get(about) == said:
                taken.known += 1
                continue
            told[about] = said
            taken.decisions.append(decision)
    return taken


def _decisions(
    row: Returned, graph: Graph, codebook: Codebook, known: Sequence[Decision], by: str, on: datetime.date
) -> tuple[list[Decision], list[str]]:
    """The decisions of a row, and what of it cannot be taken; with a date that cannot be read, nothing is."""
    day = on
    if row.on:
        span = read_date(row.on)
        if span is None or span.precision != "day":
            return [], [f"“{row.on}” is no day; write it as {on.isoformat()}"]
        day = span.from_
    who: dict[str, Any] = {"by": row.by or by, "on": day, "note": row.note}
    parts = row.id.split(SEPARATOR.strip())
    parts = [part.strip() for part in parts]
    if len(parts) == 3 and parts[0].isupper():
        return _pair(row, graph, parts, who)
    if row.none:
        return _none(row, graph, parts[0], known, who)
    return _coding(row, graph, codebook, parts, who)


def _found(graph: Graph, id_: str) -> Node | None:
    return next((n for label in KINDS if (n := graph.nodes.get(label, {}).get(id_))), None)


def _none(
    row: Returned, graph: Graph, id_: str, known: Sequence[Decision], who: Mapping[str, Any]
) -> tuple[list[Decision], list[str]]:
    """That it is none of its kind; what was said to be none before is in the graph no more."""
    thing = _found(graph, id_)
    decision = NotOne(thing=id_, document=row.document, quote=row.quote, **who)
    if thing is None and any(_about(d) == _about(decision) for d in known):
        return [decision], []
    if thing is None:
        return [], ["its id is not in the loaded documents; export the queue again"]
    if row.add or row.polarity:
        return [], [f"it says “{row.choice}” and what it is about; choose one"]
    if key(row.choice) != none_of(thing):
        return [], [f"it was read as a {KINDS[thing.label]}; write “{none_of(thing)}” if it is none"]
    if why := hinders(graph, thing, row.quote):
        return [], [f"it cannot be said to be {none_of(thing)}: {why}"]
    return [decision], []


def _coding(
    row: Returned, graph: Graph, codebook: Codebook, parts: Sequence[str], who: Mapping[str, Any]
) -> tuple[list[Decision], list[str]]:
    thing = _found(graph, parts[0])
    if thing is None:
        return [], ["its id is not in the loaded documents; export the queue again"]
    about: dict[str, Any] = {"thing": thing.id, "document": row.document, "quote": row.quote, **who}
    found: list[Decision] = []
    faults: list[str] = []
    choice = key(row.choice)
    if choice and len(parts) != 3:
        faults.append("there is no theme to keep or drop; use “add theme”")
    elif choice in _KEEP or choice in _DROP:
        sense = cast(Any, parts[2])
        done = "keep" if choice in _KEEP else "drop"
        found.append(CodingDecision(**about, theme=parts[1], sense=sense, choice=cast(Any, done)))
    elif choice:
        faults.append(f"“{row.choice}” is neither keep nor drop")
    for label in (part.strip() for part in row.add.split(";")):
        theme = theme_called(label, codebook)
        if theme:
            found.append(CodingDecision(**about, theme=theme, choice="add"))
        elif label:
            faults.append(f"the codebook has no theme called “{label}”; choose one from the list")
    if row.polarity:
        code = _CODES.get(key(row.polarity))
        if code is None:
            faults.append(f"“{row.polarity}” is none of {', '.join(POLARITY.values())}")
        elif thing.label != "Finding":
            faults.append("only a learning point can be praise or blame")
        else:
            found.append(ValueDecision(**about, field="polarity", value=code))
    return found, faults


def theme_called(label: str, codebook: Codebook) -> str | None:
    """The one theme of this label, id or synonym; a label outweighs a synonym."""
    labelled = [c.id for c in codebook.concepts.values() if key(c.label) == key(label)]
    named = labelled or codebook.named(label) if label else []
    return named[0] if len(named) == 1 else None


def _pair(
    row: Returned, graph: Graph, parts: Sequence[str], who: Mapping[str, Any]
) -> tuple[list[Decision], list[str]]:
    relation, one, other = parts
    known = {id_ for nodes in graph.nodes.values() for id_ in (one, other) if id_ in nodes}
    choice = key(row.choice)
    if len(known) != len({one, other}):
        return [], ["one of the two is not in the loaded documents; export the queue again"]
    if choice not in _KEEP and choice not in _DROP:
        return [], [
            f"“{row.choice}” is neither yes nor no" if choice else "say yes or no; the rest of the row is for themes"
        ]
    yes = choice in _KEEP
    if relation == "POSSIBLY_SAME_AS":
        return [Identity(kind="same" if yes else "different", one=one, other=other, **who)], []
    about: dict[str, Any] = {"thing": one, "document": row.document, "quote": row.quote, **who}
    said: Any = "yes" if yes else "no"
    return [
        LinkDecision(**about, relation=cast(Any, relation), other=other, other_quote=row.other_quote, choice=said)
    ], []


def _about(decision: Decision) -> tuple[object, ...] | None:
    """What a decision decides: a later one about the same takes its place."""
    match decision:
        case CodingDecision():
            return ("coding", decision.thing, decision.theme)
        case ValueDecision():
            return ("value", decision.thing, decision.field)
        case Identity():
            return ("same", frozenset((decision.one, decision.other)))
        case LinkDecision():
            return ("link", decision.relation, decision.thing, decision.other)
        case NotOne():
            return ("none", decision.thing)
    return None


def _said(decision: Decision) -> tuple[object, ...]:
    """What a decision says of it. Adding a theme and keeping it come to the same."""
    match decision:
        case CodingDecision():
            return (decision.choice == "drop", decision.note)
        case ValueDecision():
            return (decision.value, decision.note)
        case Identity():
            return (decision.kind, decision.note)
        case LinkDecision():
            return (decision.choice, decision.note)
        case NotOne():
            return (decision.note,)
    return ()
