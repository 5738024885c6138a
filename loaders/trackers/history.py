"""The same action in several rows: copies are rejected, rows of one history joined, numbers given twice noted."""

from __future__ import annotations

from rapidfuzz import fuzz

from graph.records import Note, Rejected
from graph.text import key
from loaders.trackers.drafts import Draft
from loaders.trackers.leads import leads_of
from loaders.trackers.tables import Row

ALIKE = 90  # likeness of two wordings of one action under one number, 0 to 100


def united(drafts: list[Draft]) -> tuple[list[Draft], list[Rejected], list[Note]]:
    """One draft for each action: copies are rejected, rows of one history joined, a number given twice is noted."""
    kept: list[Draft] = []
    by_key: dict[tuple[str, ...], list[Draft]] = {}
    unnumbered: dict[tuple[str, ...], list[Draft]] = {}  # of the same words, those without a number
    by_content: dict[tuple[tuple[str, ...], tuple[str, ...]], Draft] = {}
    rejected, notes = [], []
    for draft in drafts:
        review = "|".join(sorted(label.id for label in draft.review))
        number = (review, "ref", key(draft.ref)) if draft.ref else None
        words = (review, "text", key(draft.rec_no or ""), key(draft.text))
        content = _content(draft)
        copy = (number and by_content.get((number, content))) or by_content.get((words, content))
        if copy is not None:
            reason = f"a duplicate: the same row stands twice, first at {copy.where}"
            rejected.append(Rejected(where=draft.where, reason=reason, text=draft.text))
            continue
        # of rows with the same words but other numbers none can be the same
        known = by_key.get(number, []) + unnumbered.get(words, []) if number else by_key.get(words, [])
        same = next((k for k in known if _one(k, draft)), None)
        same = same or next((k for k in kept if _again_elsewhere(k, draft)), None)
        if same is not None:
            same.rows += draft.rows if same.head.fields == draft.head.fields else _under(same, draft)
            if same.table is not draft.table:
                same.notes.append(f"the same action stands at {draft.where} too; read as one")
            if key(same.text) != key(draft.text):
                same.text, same.quote = draft.text, draft.quote
            continue
        if number and by_key.get(number):
            other = by_key[number][0].where
            notes.append(
                Note(where=draft.where, message=f"number {draft.ref} stands twice, with another action at {other}")
            )
        kept.append(draft)
        for one in (number, words):
            if one:
                by_key.setdefault(one, []).append(draft)
                by_content.setdefault((one, content), draft)
        if not number:
            unnumbered.setdefault(words, []).append(draft)
    return kept, rejected, notes


def _content(draft: Draft) -> tuple[str, ...]:
    cells = draft.rows[0].cells
    names = draft.head.fields
    return tuple(
        sorted(
            f"{names[c]}:{key(cell.text)}:{cell.fill if not cell.text else ''}"
            for c, cell in cells.items()
            if c in names
        )
    )


def _one(one: Draft, other: Draft) -> bool:
    """Whether two rows tell of one action: its number and near the same words; without numbers, words and leads."""
    if one.table is not other.table and one.head.fields != other.head.fields:
        alike = one.ref and other.ref and key(one.ref) == key(other.ref) and key(one.text) == key(other.text)
        return bool(alike) and one.table.name != other.table.name and bool(one.review)
    if one.ref and other.ref:
        return key(one.ref) == key(other.ref) and fuzz.token_sort_ratio(key(one.text), key(other.text)) >= ALIKE
    leads = [{key(n) for n in leads_of([c.raw for c in d.cells("leads")]).names} for d in (one, other)]
    return key(one.text) == key(other.text) and (leads[0] == leads[1] or not all(leads))


def _again_elsewhere(one: Draft, other: Draft) -> bool:
    """Whether an action stands on two sheets, on one of which no review is named beside it."""
    if one.table is other.table or (one.review and other.review) or not (one.ref and other.ref):
        return False
    return key(one.ref) == key(other.ref) and key(one.text) == key(other.text) and one.head.fields == other.head.fields


def _under(one: Draft, other: Draft) -> list[Row]:
    """The rows of another table with their cells under the head of this one, which gets the columns it lacks."""
    columns: dict[int, int] = {}
    free = 1 + max([*one.head.fields, *one.head.labels, *(c for row in one.table for c in row.cells)], default=0)
    for column, name in sorted(other.head.fields.items()):
        known = one.head.column(name)
        if known is None:
            known = free
            one.head.fields[known], one.head.labels[known] = name, other.head.labels.get(column, "")
            free += 1
        columns[column] = known
    made = []
    for row in other.rows:
        cells = {columns[c]: cell for c, cell in sorted(row.cells.items(), reverse=True) if c in columns}
        made.append(Row(row.number + 10**6, row.line, dict(sorted(cells.items())), row.place))
    return made
