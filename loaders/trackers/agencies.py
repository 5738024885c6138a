"""Tables with a column for each agency's own work: every filled cell as an action, with its column's agency as lead.

Only columns that hold work in words are taken so. Marks of who leads, states and news stay with what they are of, and
so does a table that has a column of actions beside its agencies.
"""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.blocks import Block
from loaders.parse.sections import meaning_of
from loaders.trackers.contents import SHORT
from loaders.trackers.dates import is_date
from loaders.trackers.leads import names_agency
from loaders.trackers.tables import Row, Table
from loaders.trackers.vocabulary import meant_by, says, status_of
from loaders.trackers.voices import voices

_WORK = re.compile(  # what a head says beside the agency, where it is of work to come
    r"^\W*what (?:is |are |will |must |does )?(?:the )?|\b(?:is|are) doing\b|\bto do\b"
    r"|\W*\b(?:(?:single[- ]agency |agency )?(?:actions?|response|commitments?|tasks?|plans?)|will(?: do)?)\b\W*"
    r"|^\W*(?:actions?|work|tasks?|commitments?) (?:for|by|from|of) (?:the )?",
    re.I,
)
_LEAST = 2  # agencies
_WORDS = 2.0  # of a cell of work, on average
_STATE = 3  # words of a state
_MOST = 0.6  # of cells that would be news or states
_NOT_BESIDE = ("action", "updates", "leads", "evidence")  # columns that say whose work it is, or what came of it


def each_agency(table: Table) -> Table:
    """The table with a row for each piece of work of each agency; the table itself where it is no such table."""
    for place, row in enumerate(table.rows):
        agencies = {c: told for c, cell in row.own.items() if (told := _agency(cell.text))}
        below = [one for one in table.rows[place + 1 :] if one.own]
        if len(agencies) < _LEAST or not below:
            continue
        return replace(table, rows=_parted(table, place, agencies)) if _holds_work(row, below, agencies) else table
    return table


def _agency(label: str) -> str:
    """The agency that a head is named after, alone or beside a word for work; "" for none."""
    bare = _WORK.sub(" ", label).strip(" :–—-'’")
    fits = bool(bare) and len(label.split()) <= SHORT and meant_by(bare) in (None, "status")  # "Health" may be either
    return bare if fits and names_agency(bare) else ""


def _holds_work(row: Row, below: list[Row], agencies: dict[int, str]) -> bool:
    rest = [cell.text for c, cell in row.own.items() if c not in agencies]
    if not rest or any(len(text.split()) > SHORT or is_date(text) for text in rest):
        return False
    if any(meant_by(text) in _NOT_BESIDE for text in rest) or not any(map(_heads, rest)):
        return False
    cells = {one.key(c): one.text(c) for one in below for c in agencies if one.text(c)}
    texts = [text for text in cells.values() if not says("no_action", text)]
    if len(texts) < _LEAST or sum(len(text.split()) for text in texts) <= _WORDS * len(texts):
        return False
    heard = voices([text for text in texts if not _state(text)])
    marks = [text for text in texts if says("lead_marks", text) or _state(text)]
    return len(marks) < _MOST * len(texts) and heard.states < _MOST and heard.found < _MOST and heard.news < _MOST


def _state(text: str) -> bool:
    return len(text.split()) <= _STATE and status_of(text) is not None


def _heads(label: str) -> bool:
    """Whether a head says what is asked, what was learnt, or by when."""
    meaning = meaning_of(label)
    told = meant_by(label) in ("recommendation", "rec_no", "finding", "due", "due_revised", "ref")
    return told or (meaning is not None and meaning.becomes in ("recommendation", "finding"))


def _parted(table: Table, place: int, agencies: dict[int, str]) -> list[Row]:
    """The rows up to the head, the head with columns of work and of who leads, and a row for each piece of work."""
    work = 1 + max(c for row in table.rows for c in row.cells)
    head = table.rows[place]
    first = head.cells[min(agencies)]
    labels = {work: "Action", work + 1: "Lead agency"}
    asked = next((c for c, cell in head.own.items() if meant_by(cell.text) == "recommendation"), None)
    below = [one for one in table.rows[place + 1 :] if len(one.own) > 1]
    stated = asked is not None and any(_state(one.text(c)) for one in below for c in agencies)
    if stated:
        labels[work + 2] = "Status"
    made = [*table.rows[:place], _with(head, agencies, {c: _cell(first, c, text) for c, text in labels.items()})]
    for row in table.rows[place + 1 :]:
        told: dict[tuple[object, ...], list[int]] = {}
        for column in agencies:
            if row.text(column) and not says("no_action", row.text(column)):
                told.setdefault(row.key(column), []).append(column)
        if not told or len(row.own) == 1:
            made.append(row)  # a banner, or nothing of any agency
        for columns in told.values() if len(row.own) > 1 else ():
            cell = row.cells[columns[0]]
            who = "; ".join(dict.fromkeys(agencies[c] for c in columns))
            told_in = {work: replace(cell, column=work, merged=None), work + 1: _cell(cell, work + 1, who)}
            if stated and asked is not None and _state(cell.text):  # how far the agency is with what is asked
                told_in[work] = _cell(row.cells[asked], work, row.text(asked)) if row.text(asked) else told_in[work]
                told_in[work + 2] = replace(cell, column=work + 2, merged=None)
            made.append(_with(row, agencies, told_in))
    return made


def _with(row: Row, without: dict[int, str], cells: dict[int, Block]) -> Row:
    return Row(row.number, row.line, {c: x for c, x in row.cells.items() if c not in without} | cells, row.place)


def _cell(like: Block, column: int, text: str) -> Block:
    return replace(like, text=text, raw=text, column=column, merged=None, value=None, fill=None)
