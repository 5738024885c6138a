"""Which due date of an action holds and which came before: of its columns, its rows, and what its status says."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.dates import find_dates
from graph.records import Update
from graph.text import key
from loaders.blocks import Block
from loaders.trackers.dates import Due, due_of, last_day, plain
from loaders.trackers.drafts import Draft
from loaders.trackers.tables import Row
from loaders.trackers.vocabulary import says

_NEWS = 4  # words of a sentence in a cell of dates
_DATES = ("undated", "seasons", "open_ended", "earlier", "later")  # words that belong to a date
_DAY = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b", re.I
)  # no year
_WHEN = re.compile(r"^\W*(?:within|by|before|after|at|in|during|until|from|for|once|when|each|every|no later)\b", re.I)
_UNCHANGED = re.compile(r"|-+|n/?a|none|nil|no( change)?|not applicable")  # in a column of revised dates
_NEW_DATE = re.compile(
    r"\b(?:(?:new|revised|agreed new) (?:due |target )?(?:date|deadline|target)|(?:date|deadline) moved to|now due)\b"
    r"[^;]{0,24}",
    re.I,
)


def due_in(draft: Draft, rows: list[Row]) -> Due:
    """The date that holds and those before: revised before plain before original; earlier rows before later."""
    found = Due()
    dates: list[str] = []
    for row in rows:
        for name in ("due_original", "due", "due_revised"):
            for column in draft.head.columns(name):
                cell = _in_brackets(row.cells.get(column), draft.head.labels.get(column, ""))
                read = due_of(cell, gone=row.struck)
                found.odd += read.odd
                found.completed = read.completed or found.completed
                dates += read.previous
                if read.due:
                    dates.append(read.due)
                    found.due = read.due
                elif not (read.previous or read.completed or read.odd) and says("undated", row.text(column)):
                    found.odd.append(f"“{row.text(column)}” is kept as printed and gives no due date")
                if (
                    not read.due
                    and name != "due_original"
                    and not read.completed
                    and not _UNCHANGED.fullmatch(key(row.text(column)))
                ):
                    found.due = None  # "ongoing" in place of a date: the earlier one no longer holds
    found.previous = [d for d in dict.fromkeys(dates) if d != found.due]
    return found


def _in_brackets(cell: Block | None, head: str) -> Block | None:
    """The cell with the dates in brackets said to be what the head says of them ("revised dates in brackets")."""
    word = "now" if says("later_in_brackets", head) else "was" if says("earlier_in_brackets", head) else ""
    if cell is None or not word or cell.value:
        return cell
    return replace(cell, raw=re.sub(r"\((?=[^()]*\d)", f"({word} ", cell.raw))


def news_in(draft: Draft, rows: list[Row]) -> list[Update]:
    """What a cell of due dates says of the work beside the date ("30/09/2024. Letter agreed with school nurses.")."""
    found: list[Update] = []
    for row in rows:
        for column in draft.head.columns("due", "due_revised"):
            pieces = [p for p in re.split(r"(?<=[a-z\d])[.;]\s+|\n", row.raw(column)) if len(p.split()) >= _NEWS]
            told = [
                p
                for p in pieces
                if not (_WHEN.match(p) or _DAY.match(p) or find_dates(plain(p)) or any(says(n, p) for n in _DATES))
            ]
            for piece in told:
                stop = "." if f"{piece.rstrip('.')}." in row.raw(column) else ""
                found.append(Update(date=None, text=f"{piece.strip(' .;–-')}{stop}"))
    return found


def moved_since(due: Due, said: str | None) -> Due:
    """The date that holds where the status gives a new one ("Not done. New date 15/03/25")."""
    for found in _NEW_DATE.finditer(plain(said or "")):
        days = [day for span in find_dates(found[0]) if (day := last_day(span))]
        if days and days[0] != due.due:
            due.previous += [due.due] if due.due else []
            due.due = days[0]
            due.odd.append(f"the status gives a new date ({days[0]}); the one before is kept as earlier")
    return due


def due_printed(draft: Draft, rows: list[Row]) -> str | None:
    """The due date that holds as it is printed."""
    for row in reversed(rows):
        for name in ("due_revised", "due", "due_original"):
            for column in reversed(draft.head.columns(name)):
                if row.text(column) and (name != "due_revised" or not _UNCHANGED.fullmatch(key(row.text(column)))):
                    return row.text(column)
    return None
