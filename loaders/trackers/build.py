"""From drafts to actions: one action for all rows that tell of it, with its history, status, dates and evidence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from graph.project.grading import grade
from graph.records import Action, ActionStatus, Evidence, Note, Update
from graph.text import joined, key
from loaders.blocks import Block
from loaders.coding import code
from loaders.parse.items.plans import stand_by_updates
from loaders.trackers.beside_status import (
    COMPLETE,
    by_its_date,
    by_its_verb,
    by_its_words,
    denied,
    gone_elsewhere,
    refused,
    undone,
)
from loaders.trackers.contents import DEEDS, of_period, only_date
from loaders.trackers.contradictions import contradictions
from loaders.trackers.dates import Due, done_on, entry_day
from loaders.trackers.drafts import Draft
from loaders.trackers.due import due_in, due_printed, moved_since, news_in
from loaders.trackers.head import Head
from loaders.trackers.leads import is_body, leads_of
from loaders.trackers.legend import Legend
from loaders.trackers.reviews import label_of
from loaders.trackers.status import Standing, standing
from loaders.trackers.tables import Row
from loaders.trackers.updates import completed_in, nothing_said, updates_of
from loaders.trackers.vocabulary import data, pattern, says, status_of
from loaders.trackers.voices import news_behind

_MARK = 3  # words of a status that is a mark and no sentence


@dataclass(slots=True)
class Builder:
    """What all actions of a tracker share while they are made."""

    legend: Legend
    as_of: str | None
    wanted: Mapping[str, str]
    logs: dict[str, list[Update]] = field(default_factory=dict)  # by number of the action
    initials: Mapping[str, str] = field(default_factory=dict)  # what they stand for in this tracker
    coloured: dict[int, bool] = field(default_factory=dict)  # by id of head: colours of the status column say something
    checked: dict[int, bool] = field(default_factory=dict)  # by id of table: its ticks are such as no cross is
    notes: list[Note] = field(default_factory=list)
    by_custom: set[str] = field(default_factory=set)

    def action(self, draft: Draft) -> Action:
        """Make the action of a draft; what is odd is noted at its first row."""
        rows = _in_time(draft)
        evidence = _evidence(draft)
        leads = leads_of([_standing_words(cell) for cell in draft.cells("leads")], self.initials)
        if draft.head.column("leads") is None and (owner := _owner(draft)):
            leads.names.append(owner)
        due = due_in(draft, rows)
        updates = self._updates(draft, rows)
        stand = by_its_verb(self._standing(draft, rows, bool(evidence)), updates, bool(evidence))
        stand = denied(gone_elsewhere(refused(by_its_words(stand, updates), draft), updates), updates)
        if DEEDS.search(draft.head.labels.get(draft.head.column("action") or 0, "")):
            stand = undone(stand, draft.text)
        due = moved_since(due, stand.printed)
        completed, odd = self._completed(draft, due, updates, by_its_date(stand, draft, bool(evidence), self.as_of))
        first = draft.rows[0]
        cell = first.cells[draft.head.column("action") or 0]
        action = Action(
            text=draft.text,
            quote=draft.quote,
            line=first.line,
            heading=draft.table.name,
            ref=draft.ref,
            recommendation=draft.rec_no or draft.recommendation,
            priority=draft.priority,
            leads=leads.names,
            due=due.due,
            due_printed=due_printed(draft, rows),
            previous_due=due.previous,
            status=stand.status,
            status_printed=stand.printed,
            completed=completed,
            promise=stand.status in (*data()["unfinished"], "at-risk", "overdue"),
            updates=updates,
            evidence=evidence,
            success_measure=_measure(draft),
            themes=code(draft.text),
        )
        if self._tells_in_words(draft, stand):
            if not action.updates and (both := news_behind(action.text)):
                action.text, action.updates = both[0], [Update(text=both[1])]
            stand_by_updates([action])
            action.status_printed = stand.printed or action.status_printed
        said = [*draft.notes, *due.odd, *stand.odd, *odd]
        said += leads.odd if draft.head.column("leads") is not None else []
        said += _struck(draft, cell)
        said += contradictions(action, due, self.as_of)
        if said:
            self.notes.append(Note(where=draft.where, message="; ".join(dict.fromkeys(said))))
        return action

    def _standing(self, draft: Draft, rows: list[Row], evidence: bool) -> Standing:
        head = draft.head
        ticked = [head.labels[c] for row in rows[-1:] for c in head.columns("tick") if self._ticks(draft, row.text(c))]
        if ticked:
            cell = Block(draft.rows[0].cells[head.column("action") or 0].kind, ticked[-1])
            stand = standing([cell], self.legend, evidence=evidence, wanted=self.wanted)
            if len(ticked) > 1 and not self._staged(draft):
                stand.odd.append("more than one status is ticked; none is said to hold")
                stand.status, stand.printed = "not-stated", " / ".join(ticked)
            return stand
        columns = _status_columns(head)
        if not columns and not head.columns("tick"):
            return self._without_column(draft, evidence)
        given = [row for row in rows if any(c in row.cells and (row.text(c) or row.cells[c].fill) for c in columns)]
        columns = _latest(columns, head, given[-1]) if given else columns
        cells = [given[-1].cells[c] for c in columns if c in given[-1].cells] if given else []
        if not cells and draft.section_status:
            cells = [_named(draft)]
        stand = standing(
            cells,
            self.legend,
            evidence=evidence,
            coloured=self.coloured.get(id(head), False),
            wanted=self.wanted,
            head=head.labels.get(columns[0], "") if columns else "",
        )
        if stand.by_custom and stand.printed:
            self.by_custom.add(stand.printed)
        return stand

    def _tells_in_words(self, draft: Draft, stand: Standing) -> bool:
        """Whether how far an action is stands in sentences alone: no column of states, dates or ticks says it."""
        if draft.head.columns("tick", "completed") or self.wanted:
            return False
        if draft.head.columns("status"):
            return not self.legend and stand.status == "not-stated" and len((stand.printed or "").split()) > _MARK
        return True

    def _staged(self, draft: Draft) -> bool:
        """Whether ticks add up from stage to stage, so that several in a row are no contradiction."""
        columns = draft.head.columns("tick")
        told = [row for row in draft.table if any(len(row.text(c).split()) > 1 for c in draft.head.columns("action"))]
        counts = [sum(self._ticks(draft, row.text(c)) for c in columns) for row in told]
        return 2 * sum(n > 1 for n in counts) >= sum(n > 0 for n in counts)

    def _ticks(self, draft: Draft, mark: str) -> bool:
        """Whether a mark is a tick; a cross is none in a table that has ticks of another make too."""
        known = id(draft.table)
        if known not in self.checked:
            columns = draft.head.columns("tick")
            marks = {key(row.text(c)) for row in draft.table for c in columns}
            self.checked[known] = any(pattern("checks").match(mark) for mark in marks)
        if self.checked[known] and pattern("crosses").match(key(mark)):
            return False
        return bool(pattern("ticks").match(key(mark)))

    def _without_column(self, draft: Draft, evidence: bool) -> Standing:
        """No column of status: the banner above, or the row's own colour where the tracker's key knows it."""
        kind = draft.rows[0].cells[draft.head.column("action") or 0].kind
        if draft.section_status:
            return standing([_named(draft)], self.legend, evidence=evidence, wanted=self.wanted)
        fills = [cell.fill for cell in draft.rows[-1].cells.values() if self.legend.of_fill(cell.fill)]
        if fills:
            most = max(fills, key=fills.count)
            return standing([Block(kind, "", fill=most)], self.legend, evidence=evidence, wanted=self.wanted)
        return self._by_completion(draft, evidence)

    def _by_completion(self, draft: Draft, evidence: bool) -> Standing:
        """No column of status, but one of completion: its words, or its date where another column has the due date."""
        given = [cell for cell in draft.cells("completed") if not nothing_said(cell.text)]
        if not given:
            return Standing()
        said = given[-1].text
        first = re.split(r"[.;]\s", said)[0]
        if status_of(first):
            stand = standing([replace(given[-1], text=first)], self.legend, evidence=evidence, wanted=self.wanted)
            stand.printed = said
            return stand
        day, _ = done_on(given[-1])
        past = day is not None and not (self.as_of and day > self.as_of)
        head = draft.head.labels.get(draft.head.column("completed") or 0, "")
        # "Completion date" with no other date may be the day it is due
        apart = bool(draft.head.columns("due", "due_revised", "due_original")) or says("done_heads", head)
        if past and apart and only_date(first):
            code: ActionStatus = "complete-evidenced" if evidence else "complete-evidence-awaited"
            return Standing(code, f"{head}: {said}" if head else said)
        return Standing(printed=said)

    def _updates(self, draft: Draft, rows: list[Row]) -> list[Update]:
        found: list[Update] = []
        seen: set[tuple[object, ...]] = set()
        for row in rows:
            for column in draft.head.columns("updates"):
                if column not in row.cells or row.key(column) in seen:
                    continue
                seen.add(row.key(column))
                entries = updates_of(row.raw(column), draft.head.labels.get(column, ""))
                dated = _date_beside(draft.head, column)
                if dated is not None and entries and entries[0].date is None:
                    entries[0].date = entry_day(row.cells.get(dated))
                found += entries
        found += news_in(draft, rows)
        found += self.logs.get(key(draft.ref), []) if draft.ref else []
        unique: dict[tuple[str | None, str], Update] = {(u.date, key(u.text)): u for u in found}
        return list(unique.values())

    def _completed(
        self, draft: Draft, due: Due, updates: list[Update], stand: Standing
    ) -> tuple[str | None, list[str]]:
        """When it was completed, only where the tracker says so."""
        odd: list[str] = []
        given = None
        for cell in draft.cells("completed"):
            if not nothing_said(cell.text):
                given, wrong = done_on(cell)
                odd += wrong
        if given and stand.status in ("cancelled", "superseded"):
            return None, [*odd, f"“{stand.printed}” on {given}: closed, but not as done"]
        if given and stand.status not in COMPLETE and stand.status != "not-stated":
            odd.append(f"a completion date is given but the status is “{stand.printed}”")
        if given or due.completed:
            return given or due.completed, odd
        return (completed_in(updates) if stand.status in COMPLETE else None), odd


def _status_columns(head: Head) -> list[int]:
    """The columns of the present status: never "previous"."""
    columns = [
        c
        for c in head.columns("status")
        if not any(w in key(head.labels.get(c, "")).split() for w in ("previous", "last", "prior"))
    ]
    return columns


def _latest(columns: list[int], head: Head, row: Row) -> list[int]:
    """Of several columns of periods the last that is filled in a row, with those that are of no period."""
    dated = [c for c in columns if of_period(head.labels.get(c, ""))]
    if len(dated) < 2:
        return columns
    filled = [c for c in dated if c in row.cells and (row.text(c) or row.cells[c].fill)]
    return [*(filled or dated)[-1:], *(c for c in columns if c not in dated)]


def _date_beside(head: Head, column: int) -> int | None:
    """The column that dates a column of updates; of several the one before it, with no other updates between."""
    dates = head.columns("update_date")
    if len(dates) < 2:
        return next(iter(dates), None)
    for at in range(column - 1, 0, -1):
        if head.fields.get(at) in ("update_date", "updates"):
            return at if at in dates else column + 1 if column + 1 in dates else None
    return column + 1 if column + 1 in dates else None


def _in_time(draft: Draft) -> list[Row]:
    """The rows of an action, the latest last: by their date of entry where all have one, else as they stand."""
    dated = draft.head.column("update_date")
    days = [entry_day(row.cells.get(dated)) if dated is not None else None for row in draft.rows]
    if len(draft.rows) > 1 and all(days):
        return [row for _, row in sorted(zip(days, draft.rows, strict=True), key=lambda pair: str(pair[0]))]
    if len(draft.rows) > 1:
        latest = [_latest_update(draft, row) for row in draft.rows]
        if all(latest):
            return [row for _, row in sorted(zip(latest, draft.rows, strict=True), key=lambda pair: str(pair[0]))]
    return draft.rows


def _latest_update(draft: Draft, row: Row) -> str | None:
    dates = [u.date for c in draft.head.columns("updates") if c in row.cells for u in updates_of(row.raw(c)) if u.date]
    return max(dates, default=None)


def _named(draft: Draft) -> Block:
    """The status that a banner or the name of a sheet gives, as a cell; an archive is of what is finished."""
    said = draft.section_status or ""
    kind = draft.rows[0].cells[draft.head.column("action") or 0].kind
    return Block(kind, said if status_of(said) else f"{said} (archived as completed)")


def _owner(draft: Draft) -> str:
    """Where no column says who leads: the agency that the banner or the sheet is named after."""
    if draft.table.owner:
        return draft.table.owner
    named = [draft.priority or "", re.sub(r"\s+(?:actions?|plan|tracker|log)$", "", draft.table.name or "", flags=re.I)]
    return next((n for n in named if n and len(n.split()) <= 6 and is_body(n) and label_of(n) is None), "")


def _standing_words(cell: Block) -> str:
    """A cell without what is struck through in it, where anything else is left."""
    left = cell.raw
    for run in cell.struck:
        left = left.replace(run, " ")
    return left if joined(left) else cell.raw


def _measure(draft: Draft) -> str | None:
    """What is to be different, in the words of its column."""
    said = [joined(cell.raw) or cell.text for cell in draft.cells("measure") if not nothing_said(cell.text)]
    return "; ".join(dict.fromkeys(said)) or None


def _evidence(draft: Draft) -> list[Evidence]:
    found = []
    for cell in draft.cells("evidence"):
        text = joined(cell.raw) or cell.text
        if not nothing_said(text) and not says("no_evidence", text):
            graded = grade(text)
            found.append(
                Evidence.model_validate(
                    {
                        "text": text,
                        "quote": text,
                        "line": cell.line,
                        "heading": draft.table.name,
                        "grade": graded.grade,
                        "cue": graded.cue,
                    }
                )
            )
    return list({key(e.text): e for e in found}.values())


def _struck(draft: Draft, cell: Block) -> list[str]:
    if draft.rows[0].struck or cell.text in cell.struck:
        return ["the row is struck through in the tracker; its status is as printed"]
    return []
