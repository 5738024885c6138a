"""What people already said of a thing, cell by cell: the last value, by whom and when, and what is still to settle."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.decisions import Conflict, Decision, Evidenced, StatusDecision, UpdateDecision, ValueDecision
from graph.text import key
from graph.tracker.fields import STATE

COLUMN_OF = {"leads": "leads", "addressees": "leads", "due": "due", "success_measure": "measure"}  # field → column
FIELD_OF = {  # kind of thing → column → field of a decision
    "Action": {"leads": "leads", "due": "due", "measure": "success_measure"},
    "Recommendation": {"leads": "addressees"},
}


@dataclass(frozen=True)
class Last:
    """The last value a person gave to a cell, as text."""

    value: str
    by: str
    on: str


class Said:
    """Decisions by thing and column."""

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        self._last: dict[tuple[str, str], Last] = {}
        self._added: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
        self._open: dict[tuple[str, str], list[Conflict]] = {}
        self._ever: set[tuple[str, str, str]] = set()
        for decision in sorted(decisions, key=lambda d: str(d.on)):  # stable: one day keeps the order of its file
            self.note(decision)

    def note(self, decision: Decision) -> None:
        """Take one more decision in, later than those before."""
        match decision:
            case StatusDecision(addressee=None):
                self._set(decision.thing, "status", decision.status, decision)
            case ValueDecision(field=name) if name in COLUMN_OF:
                self._set(decision.thing, COLUMN_OF[name], text_of(decision.value), decision)
            case UpdateDecision():
                self._add(decision.thing, "add_update", decision.text, decision)
            case Evidenced():
                self._add(decision.thing, "add_evidence", decision.text, decision)
            case Conflict():
                held = self._open.setdefault((decision.thing, decision.field), [])
                self._ever.add((decision.thing, decision.field, decision.value))
                if decision.settled:
                    held.clear()
                elif decision.value not in [c.value for c in held]:
                    held.append(decision)

    def last(self, thing: str, column: str) -> Last | None:
        """The last value of a cell that a person gave; None where nobody did."""
        return self._last.get((thing, column))

    def added(self, thing: str, column: str) -> list[tuple[str, str, str]]:
        """Notes or evidence that people added: (day, role, text), oldest first."""
        return self._added.get((thing, column), [])

    def has(self, thing: str, column: str, text: str) -> bool:
        """Whether a note or piece of evidence was already added in these words."""
        return key(text) in {key(told) for _, _, told in self.added(thing, column)}

    def knew(self, thing: str, column: str, value: str) -> bool:
        """Whether somebody already gave the cell this value, taken or not: handed in again it is not new."""
        return (thing, column, value) in self._ever

    def to_settle(self, thing: str) -> list[Conflict]:
        """Versions of cells of this thing that are not settled, in the order of columns."""
        return [c for column in STATE for c in self._open.get((thing, column), [])]

    def _set(self, thing: str, column: str, value: str, decision: Decision) -> None:
        self._ever.add((thing, column, value))
        self._last[(thing, column)] = Last(value, decision.by, str(decision.on))

    def _add(self, thing: str, column: str, text: str, decision: Decision) -> None:
        self._added.setdefault((thing, column), []).append((str(decision.on), decision.by, text))


def text_of(value: object) -> str:
    """A value as the workbook holds it: lists with "; ", dates as ISO text, "" for none."""
    if value is None:
        return ""
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)
