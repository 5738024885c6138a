"""New rows of the workbook as a document of their own: what a person added stands on the row that says it.

A fact needs a passage. So a new row is not written into the graph by itself: the rows that one person added on one day
become a document in the collection, with the edited workbook as its source, and go the way that every tracker goes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from graph.records import Action, Document, DocumentRecord, Evidence, Report, Review, Update
from graph.text import joined, key
from graph.tracker.compare import Edited, Reader
from graph.tracker.rows import Row
from graph.tracker.words import choice_of

FindReview = Callable[[str], Review | None]


def new_actions(
    rows: Iterable[Edited],
    now: Sequence[Row],
    reader: Reader,
    find: FindReview,
    *,
    partnership: str | None,
    by: str,
    on: date,
) -> tuple[DocumentRecord | None, list[Edited], list[str]]:
    """The document of the rows that can be taken, those rows, and a sentence for each that cannot.

    A row that says an action which stands there already, under the same review, is no new one.
    """
    there = {(key(row.values["review"]), key(row.values["action"])) for row in now}
    record = DocumentRecord(
        document=Document(
            title=f"Actions added to the tracker by {by}, {on.day}/{on.month}/{on.year}",
            kind="action-tracker",
            partnership=partnership,
            publisher=by,
            published=on.isoformat(),
            published_basis="manifest",
            sha256="",
        )
    )
    reviews: dict[str, Review] = {}
    taken: list[Edited] = []
    said: list[str] = []
    for row in rows:
        text, review = joined(row.cells.get("action", "")), row.cells.get("review", "").strip()
        if not text:
            said.append(f"Row {row.number}: a new row needs the words of its action; nothing was taken.")
            continue
        if (key(review), key(text)) in there or any(_same(text, review, t) for t in taken):
            continue
        action, odd = _action(row, text, reader, on)
        said += [f"Row {row.number}: {one}." for one in odd]
        taken.append(row)
        if not review:
            record.actions.append(action)
            continue
        known = reviews.get(key(review))
        if known is None:
            known = reviews[key(review)] = find(review) or Review(name=joined(review), quote=joined(review))
            known.line = known.line or row.number
            record.reviews.append(known)
        known.actions.append(action)
    if not taken:
        return None, [], said
    told = json.dumps([[r.number, dict(r.cells)] for r in taken], sort_keys=True, ensure_ascii=False)
    record.document.sha256 = hashlib.sha256(f"{by}\n{on}\n{told}".encode()).hexdigest()
    record.document.file = f"added-{on.isoformat()}-{record.document.sha256[:8]}.xlsx"
    record.report = Report(read=len(taken), kept=len(taken))
    return record, taken, said


def _same(text: str, review: str, taken: Edited) -> bool:
    return key(taken.cells.get("action", "")) == key(text) and key(taken.cells.get("review", "")) == key(review)


def _action(row: Edited, text: str, reader: Reader, on: date) -> tuple[Action, list[str]]:
    """The action of a new row, and what of the row cannot be taken."""
    cell = {name: joined(value) for name, value in row.cells.items()}
    odd: list[str] = []
    due = reader.due(cell.get("due", "")) if cell.get("due") else None
    if cell.get("due") and due is None:
        odd.append(f"“{cell['due']}” is not a date; the action is taken without a due date")
    proof = cell.get("add_evidence") or cell.get("evidence") or ""
    evidence = [Evidence(text=proof, quote=proof, line=row.number)] if proof else []
    update = cell.get("add_update") or ""
    note = cell.get("note") or ""
    code = "not-stated"
    if typed := cell.get("status"):
        choice = choice_of(typed, "Action", reader.status)
        lacking = choice and ((choice.note and not note) or (choice.evidence and not evidence))
        if choice is None:
            odd.append(f"“{typed}” is not a status of the list; the action is taken without a status")
        elif lacking:
            odd.append(f"“{choice.words}” needs why, who agreed, and evidence; the action is taken without a status")
        else:
            code = choice.code
    leads = [part.strip() for part in row.cells.get("leads", "").replace("\n", ";").split(";") if part.strip()]
    number = cell.get("number") or cell.get("recommendation") or None
    made = Action.model_validate(
        {
            "text": text,
            "quote": text,
            "line": row.number,
            "recommendation": number,
            "leads": leads,
            "due": due,
            "due_printed": cell.get("due") or None,
            "status": code,
            "status_printed": cell.get("status") if code != "not-stated" else None,
            "evidence": evidence,
            "updates": [Update(date=on.isoformat(), text=t) for t in (update, note) if t],
        }
    )
    return made, odd
