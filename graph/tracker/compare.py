"""An edited workbook against its state at export and the graph now: decisions, conflicts, and what cannot be taken.

Cell by cell: what was not edited says nothing; what stands there already is no change; what was edited here only
becomes a dated decision; what was changed on both sides is a conflict, kept with both values until somebody settles
it. Nothing is overwritten and no row that is missing changes anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from graph.decisions import Conflict, Decision, Evidenced, StatusDecision, UpdateDecision, ValueDecision
from graph.decisions.offered import evidence_id
from graph.decisions.saying import Standing
from graph.project.grading import grade
from graph.text import joined
from graph.tracker.fields import BY_NAME, STATE
from graph.tracker.rows import Row, shown
from graph.tracker.said import COLUMN_OF, FIELD_OF, Said, text_of
from graph.tracker.words import Choice, choice_of, words_of

SHOWN_STALE = 10
ReadWords = Callable[[str], str | None]


@dataclass(frozen=True)
class Kept:
    """A row as it was exported: the values that can be edited, the hash of what cannot."""

    label: str
    values: Mapping[str, str]
    hashes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Edited:
    """A row of the file as it came back: its number in the sheet, our id, its cells by column."""

    number: int
    id: str
    cells: Mapping[str, str]


@dataclass
class Outcome:
    """What an edited workbook says. `said` are sentences for the person who hands it in."""

    decisions: list[Decision] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    new: list[Edited] = field(default_factory=list)  # rows without our id, not yet judged
    stale: list[str] = field(default_factory=list)  # cells that hold what the export held, while another value is here

    @property
    def total(self) -> int:
        """How many dated events the import makes."""
        return len(self.decisions) + len(self.conflicts)


@dataclass(frozen=True)
class Reader:
    """How typed words are read: a word of status, a due date (ISO text, None for no date), what was altered."""

    status: ReadWords
    due: ReadWords
    digest: Callable[[str], str]
    standing: Callable[[StatusDecision], Standing] = lambda _decision: Standing()  # whether it may be said, and by whom


def compare(
    exported: Mapping[str, Kept],
    edited: Sequence[Edited],
    now: Iterable[Row],
    said: Said,
    reader: Reader,
    *,
    by: str,
    on: date,
) -> Outcome:
    """What the edits say, by a role and on a day. The same file again says nothing more."""
    present = {row.id: row for row in now}
    outcome = Outcome()
    seen: dict[str, Edited] = {}
    for row in edited:
        if not row.id:
            outcome.new.append(row)
        elif row.id not in exported:
            outcome.refused.append(f"Row {row.number}: its hidden id is not one of this workbook; nothing was taken.")
        elif row.id in seen:
            _twice(row, seen[row.id], exported[row.id], outcome, reader)
        else:
            seen[row.id] = row
            _Edit(exported[row.id], row, present.get(row.id), said, reader, outcome, by, on).take()
    _tell_stale(outcome)
    if gone := [id_ for id_ in exported if id_ not in seen]:
        rows = "row is" if len(gone) == 1 else "rows are"
        outcome.said.append(f"{len(gone)} {rows} no longer in the file; that changes nothing here.")
    return outcome


def _tell_stale(outcome: Outcome) -> None:
    """One sentence for all cells in which the file still says, or says again, what was exported."""
    if outcome.stale:
        number = len(outcome.stale)
        cells = "1 cell holds" if number == 1 else f"{number} cells hold"
        more = f"; and {number - SHOWN_STALE} more" if number > SHOWN_STALE else ""
        outcome.said.append(
            f"{cells} what the export held, and another value was given since; that stays: "
            f"{'; '.join(outcome.stale[:SHOWN_STALE])}{more}. Where the old value is meant, write it into a new export."
        )


def _twice(row: Edited, first: Edited, kept: Kept, outcome: Outcome, reader: Reader) -> None:
    """A row copied within the sheet: a new action where its words differ, else said."""
    words = row.cells.get("action", "")
    if words and reader.digest(words) != kept.hashes.get("action"):
        outcome.new.append(Edited(row.number, "", row.cells))
    elif {n: joined(v) for n, v in row.cells.items()} != {n: joined(v) for n, v in first.cells.items()}:
        outcome.refused.append(
            f"Row {row.number} is a second copy of row {first.number}; what was changed in it was not taken. "
            f"Write it into row {first.number}."
        )


@dataclass
class _Edit:
    """One edited row."""

    kept: Kept
    row: Edited
    now: Row | None
    said: Said
    reader: Reader
    outcome: Outcome
    by: str
    on: date

    def take(self) -> None:
        """Turn the edits of the row into decisions, conflicts and sentences."""
        for name, hash_ in self.kept.hashes.items():
            if name in self.row.cells and self.reader.digest(self.row.cells[name]) != hash_:
                self._refuse(
                    f"“{BY_NAME[name].heading}” is as the source says and stays so; write what is new into "
                    "the columns that are yours"
                )
        if self.now is None:
            if self._edited():
                self._refuse("what it is about is no longer in what is loaded; its changes were not taken")
            return
        self._note_stale(self.now)
        before = len(self.outcome.decisions) + len(self.outcome.conflicts)
        note = joined(self.row.cells.get("note", ""))
        self._evidence(note)
        for column in ("leads", "due", "measure"):
            self._value(column, note)
        self._status(note)
        self._settle()
        text = self.row.cells.get("add_update", "").strip()
        if text and not self.said.has(self.row.id, "add_update", text):
            self._add(UpdateDecision(**self._about(), text=text, note=note))
        changed = len(self.outcome.decisions) + len(self.outcome.conflicts) > before
        if note and not changed and not self._edited() and not self.said.has(self.row.id, "add_update", note):
            self._add(UpdateDecision(**self._about(), text=note))  # a note on nothing else is progress

    def _edited(self) -> bool:
        own = ("add_update", "add_evidence")
        return any(self._cell(c) != joined(self.kept.values.get(c, "")) for c in STATE) or any(
            self.row.cells.get(c, "").strip() for c in own
        )

    def _note_stale(self, now: Row) -> None:
        """Cells that hold what was exported, untouched or put back, while somebody has said something else since."""
        for column in STATE:
            typed, was = self._cell(column), joined(self.kept.values.get(column, ""))
            present = joined(now.values[column])
            if typed == was and present != was:
                here = shown(column, present) or "nothing"
                told = f"row {self.row.number}, {BY_NAME[column].heading.lower()}: {here}"
                self.outcome.stale.append(f"{told} ({now.who.get(column) or 'as read now'})")

    def _cell(self, column: str) -> str:
        """What stands in a cell of state, as the kept value would be written."""
        kept = self.kept.values.get(column, "")
        text = joined(self.row.cells.get(column, kept))
        return joined(kept) if text in (joined(kept), joined(shown(column, kept))) else text

    def _about(self) -> dict[str, Any]:
        assert self.now is not None
        return {
            "by": self.by,
            "on": self.on,
            "thing": self.row.id,
            "document": self.now.values["document"].split("\n")[0],
            "quote": self.now.values["quote"].split("\n")[0],
        }

    def _add(self, decision: Decision) -> None:
        self.outcome.decisions.append(decision)
        self.said.note(decision)

    def _refuse(self, why: str) -> None:
        self.outcome.refused.append(f"Row {self.row.number}: {why}.")

    def _value(self, column: str, note: str) -> None:
        typed, was = self._cell(column), joined(self.kept.values.get(column, ""))
        if typed == was:
            return
        value: str | list[str] | None = typed or None
        if column == "due" and typed:
            value = self.reader.due(typed)
            if value is None:
                self._refuse(
                    f"“{typed}” is not a date; write one such as 30/09/2024, Sept 2024 or Q3 2024-25, or empty the "
                    "cell where no date holds; the due date was left as it is"
                )
                return
        if column == "leads":
            value = [part.strip() for part in self.row.cells[column].replace("\n", ";").split(";") if part.strip()]
        told = text_of(value)
        if told == was or not self._free(column, told, was):
            return
        name = FIELD_OF[self.kept.label].get(column)
        if name is None:
            self._refuse(f"“{BY_NAME[column].heading}” belongs to an action; this row is a recommendation without one")
            return
        before: str | list[str] | None = was or None
        if column == "leads":
            before = [part.strip() for part in was.split(";") if part.strip()] or None
        self._add(ValueDecision(**self._about(), field=name, value=value, was=before, note=note))

    def _evidence(self, note: str) -> None:
        text = self.row.cells.get("add_evidence", "").strip()
        if text and not self.said.has(self.row.id, "add_evidence", text):
            self._add(Evidenced(**self._about(), text=text, note=note))

    def _shown(self) -> dict[str, str]:
        """Ids and grades of all evidence of the row, what was handed in with it included."""
        assert self.now is not None
        texts = [self.row.cells.get("add_evidence", "").strip()]
        texts += [text for _, _, text in self.said.added(self.row.id, "add_evidence")]
        fresh = {evidence_id(self.row.id, text): grade(text).grade for text in texts if text}
        return fresh | dict(self.now.evidence)

    def _status(self, note: str) -> None:
        typed, was = self._cell("status"), self.kept.values.get("status", "not-stated")
        if typed == was:
            return
        if not typed:
            self._refuse("an empty status takes nothing back; choose another word; it was left as it is")
            return
        evidence = self._shown()
        best = max(evidence.values(), default="")
        choice = choice_of(typed, self.kept.label, self.reader.status, best)
        if choice is None or choice.code == "not-stated":
            self._refuse(f"“{typed}” is not a status that can be given; the status was left as it is")
            return
        if choice.code == was or not self._free("status", choice.code, was):
            return
        if lacking := _lacking(choice, note, best):
            self._refuse(f"“{choice.words}” needs {' and '.join(lacking)}; the status was left as it is")
            return
        decision = StatusDecision.model_validate(
            {
                **self._about(),
                "status": choice.code,
                "was": was,
                "note": note,
                "evidence": sorted(evidence) if choice.evidence else [],
            }
        )
        standing = self.reader.standing(decision)
        if standing.refused:
            self._refuse(f"{standing.refused}; the status was left as it is")
            return
        self.outcome.said += [f"Row {self.row.number}: {sentence}." for sentence in standing.beside]
        self._add(decision)

    def _free(self, column: str, told: str, was: str) -> bool:
        """Whether nobody else changed the cell since the export; where somebody did, the conflict is kept."""
        assert self.now is not None
        present = joined(self.now.values[column])
        if present == was:
            return True
        if present != told and not self.said.knew(self.row.id, column, told):
            conflict = Conflict(
                **self._about(), field=column, value=told, was=was, now=present, now_by=self.now.who.get(column, "")
            )
            self.outcome.conflicts.append(conflict)
            self.said.note(conflict)
        return False

    def _settle(self) -> None:
        """Conflicts that the export showed are settled by a new value in their cell, or by emptying their own."""
        shown_then = self.kept.values.get("conflict", "")
        if not shown_then:
            return
        cleared = not self.row.cells.get("conflict", "").strip()
        for held in self.said.to_settle(self.row.id):
            if held.field + ":" not in shown_then:
                continue
            fresh = any(_about_cell(d, self.row.id, held.field) for d in self.outcome.decisions)
            if cleared or fresh:
                settled = held.model_copy(update={"by": self.by, "on": self.on, "settled": True, "note": ""})
                self._add(settled)


def _lacking(choice: Choice, note: str, best: str) -> list[str]:
    """What a status needs that the row does not give, in words."""
    lacking = [] if note or not choice.note else [f"why and who agreed (column “{BY_NAME['note'].heading}”)"]
    where = f"(column “{BY_NAME['add_evidence'].heading}”)"
    if choice.evidence and not best:
        lacking.append(f"evidence {where}")
    elif choice.least and best < choice.least:
        instead = f", or choose “{words_of(choice.instead)}”" if choice.instead else ""
        lacking.append(f"evidence that practice was tested, or better {where}{instead}")
    return lacking


def _about_cell(decision: Decision, thing: str, column: str) -> bool:
    if isinstance(decision, StatusDecision):
        return decision.thing == thing and column == "status"
    return isinstance(decision, ValueDecision) and decision.thing == thing and COLUMN_OF.get(decision.field) == column
