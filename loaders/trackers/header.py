"""Which row of a table is its head, and what each column holds.

The head need not come first, may have two rows, and may come again with other columns. Columns are told by their heads;
what the head leaves open is told by what stands below it. A user's mapping comes before both.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.dates import find_dates
from graph.text import joined, key
from loaders.blocks import Block
from loaders.trackers.colours import name_of
from loaders.trackers.contents import SHORT, only_counts, tell_by_content
from loaders.trackers.dates import plain
from loaders.trackers.head import Head
from loaders.trackers.leads import is_body
from loaders.trackers.tables import Row, Table, over_of
from loaders.trackers.unworded import unworded
from loaders.trackers.vocabulary import data, field_of, fields, meant_by, pattern, says, status_of

_GENERIC = frozenset("no no. number ref ref. reference id date # text name".split())  # noqa: SIM905
_GENERIC_BECOMES = ("rec_no", "ref", "due", "due_original", "due_revised", "completed", "update_date", "recommendation")


def heads_of(table: Table, mapping: Mapping[str, Any] | None = None) -> list[Head]:
    """Every head of a table from the top; [] where it holds no actions."""
    wanted = _wanted(table, mapping or {})
    heads: list[Head] = []
    for place, row in enumerate(table.rows):
        if heads and row.number <= heads[-1].last:
            continue
        forced = wanted.get("header") == row.number
        named = bool(table.known) and all(_name(cell.text) in table.known for cell in row.own.values())
        if not forced and not named and (("header" in wanted and not heads) or not is_head(row)):
            continue
        if heads and not forced and not named and _holds_values(row, table):
            continue
        below = table.rows[place + 1] if place + 1 < len(table.rows) else None
        if below is not None and not forced and _spread_over(row, below) and is_head(below):
            row, place = below, place + 1
        heads.append(_head(table, place, row))
    if not heads and "header" not in wanted and (at := unworded(table)) is not None:
        heads.append(_head(table, at, table.rows[at]))
        again = [n for n, row in enumerate(table.rows) if n > at and len(row.own) > 2 and repeats(row, heads[0])]
        heads += [_head(table, n, table.rows[n]) for n in again]
    for order, head in enumerate(heads):
        end = heads[order + 1].first if order + 1 < len(heads) else None
        if table.known:
            told = {c: table.known.get(_name(label)) for c, label in head.labels.items()}
            head.fields |= {c: name for c, name in told.items() if name}
        below_it = [r for r in table.rows if r.number > head.last and (end is None or r.number < end)]
        head.over = over_of(table)
        if not _agree(head, wanted) and not table.known:
            tell_by_content(head, below_it)
    return [head for head in heads if not only_counts(head, table)]


def _name(label: str) -> str:
    return key(label).strip(" :")


def is_head(row: Row) -> bool:
    """Whether a row heads a table of actions."""
    own = row.own
    told = {f for cell in own.values() if (f := _short_field(cell))}
    known = told >= {"leads", "due"} and told & {"status", "updates", "completed"}
    main = "action" in told or ("recommendation" in told and told & {"status", "updates"}) or known
    asked, far = told & {"action", "recommendation"}, told & {"status", "updates"}
    if len(own) == 2 and len(asked) == len(far) == 1:
        return True  # "What we said we would do | Where it is now", "I recommended | What I see now"
    if len(own) == len(told) + 1 == 3 and len(asked) == len(far) == 1 and all(_short(cell) for cell in own.values()):
        return True  # "Action | Family | Status": what one column holds need not be known
    if not main or len(told) < 3 or not told & set(data()["partners"]):
        return False
    matched = sum(1 for cell in own.values() if _short_field(cell) or _tick(cell.text) or is_body(cell.text))
    return matched >= 0.6 * len(own)


def _holds_values(row: Row, table: Table) -> bool:
    """Whether a row after the first head is no head: two of its cells stand in other rows' same columns too."""
    others = [one for one in table.rows if one is not row and not is_head(one)]
    again = [c for c, cell in row.own.items() if sum(key(one.text(c)) == key(cell.text) for one in others) > 1]
    return len(again) > 1


def _short_field(cell: Block) -> str | None:
    return meant_by(cell.text) if _short(cell) else None


def _short(cell: Block) -> bool:
    return len(cell.text.split()) <= SHORT


def _tick(text: str) -> bool:
    """Whether a head names a status itself: tick columns "Not started | Under way | Complete"."""
    if says("asking_heads", text):
        return False
    return len(text.split()) <= 3 and status_of(text) is not None and field_of(text) in (None, "completed")


def _spread_over(upper: Row, lower: Row) -> bool:
    """Whether cells of the upper row reach down into the lower."""
    return any(cell.merged and cell.merged[0] == upper.number for cell in lower.cells.values())


def _head(table: Table, place: int, row: Row) -> Head:
    above = table.rows[place - 1] if place else None
    below = table.rows[place + 1] if place + 1 < len(table.rows) else None
    head = Head(row.number, row.number, {c: cell.text for c, cell in row.cells.items() if cell.text})
    groups: dict[int, str] = {}
    if above is not None and above.number == row.number - 1 and len(above.own) > 1 and _all_short(above):
        wide = [cell for cell in above.cells.values() if cell.merged]
        if wide:
            head.first = above.number
            groups = {c: cell.text for c, cell in above.cells.items() if cell.text}
    if below is not None and _under_merged(row, below):
        head.last = below.number
        over = max(row.own)  # a head that the file does not say is merged stands over its first column alone
        groups = {c: head.labels.get(c) or head.labels[over] for c in below.own}
        head.labels |= {c: cell.text for c, cell in below.own.items()}
    head.fields = {c: f for c, label in head.labels.items() if (f := _field(label, groups.get(c, "")))}
    for c in head.columns("rec_no", "recommendation", "action", "status"):
        if c in groups and groups[c] != head.labels[c] and head.last > row.number:
            head.labels[c] = joined(f"{groups[c]} {head.labels[c]}")
    ticks = [c for c, label in head.labels.items() if _tick(label)]
    if len(ticks) > 1 and not head.columns("status"):
        head.fields |= dict.fromkeys(ticks, "tick")
    return head


def _all_short(row: Row) -> bool:
    return all(len(cell.text.split()) <= SHORT for cell in row.own.values())


def _under_merged(row: Row, below: Row) -> bool:
    """Whether the row below splits merged heads ("Timescale" over "Original" and "Revised")."""
    wide = {c for c, cell in row.cells.items() if cell.merged and sum(_same(cell, o) for o in row.cells.values()) > 1}
    wide = wide or _bare_below(row, below)
    return bool(below.own) and set(below.own) <= wide and _all_short(below) and len(below.own) > 1


def _bare_below(row: Row, below: Row) -> set[int]:
    """The columns that a row below splits where the file does not say which cells are merged: its own cells begin under
    the last head and go on where no head stands, and they name periods or fields.
    """
    last, columns = max(row.own), sorted(below.own)
    goes_on = len(columns) > 1 and columns == [*range(last, columns[-1] + 1)]
    told = any(find_dates(plain(cell.text)) or _short_field(cell) for cell in below.own.values())
    return set(columns) if goes_on and last > min(row.own) and told else set()


def _same(one: Block, other: Block) -> bool:
    return one.merged == other.merged and one.merged is not None


def _field(label: str, group: str) -> str | None:
    own = meant_by(label)
    both = field_of(f"{group} {label}") if group and key(group) != key(label) else None
    if own == "updates" and group and field_of(group) == "status" and find_dates(plain(label)):
        return "status"  # ratings month by month under one head
    if own == "action" and group and key(group) != key(label) and field_of(group) in ("status", "updates"):
        return "updates"  # "What is outstanding" under "Position"
    if own is None and group and says("date_groups", group):
        own = field_of(f"{label} due date")  # "Current" under "Dates"
    generic = key(label).strip(" :") in _GENERIC
    if generic and both in _GENERIC_BECOMES:
        return both
    return own or both


def _wanted(table: Table, mapping: Mapping[str, Any]) -> dict[str, Any]:
    """What a user's mapping says of this table: the general part, overlaid by the sheet's own."""
    sheets = mapping.get("sheets") or {}
    own = next((v for name, v in sheets.items() if table.name and key(str(name)) == key(table.name)), None) or {}
    general = {name: value for name, value in mapping.items() if name in ("header", "columns")}
    return {**general, **own, "columns": {**(general.get("columns") or {}), **(own.get("columns") or {})}}


def _agree(head: Head, wanted: dict[str, Any]) -> bool:
    """Take the user's columns, by head or by letter; True where they named the action themselves."""
    named = {key(str(label)): name for label, name in wanted["columns"].items()}
    for column, label in {**dict.fromkeys(range(1, 27), ""), **head.labels}.items():
        name = named.get(key(label)) if label else None
        name = name or (named.get(chr(96 + column)) if column <= 26 else None)
        if name in fields():
            head.fields[column] = str(name)
        elif name is not None:
            head.fields.pop(column, None)
    return "action" in named.values()


def same_labels(one: Head, other: Head) -> bool:
    """Whether two heads name the same columns."""
    return {c: key(t) for c, t in one.labels.items()} == {c: key(t) for c, t in other.labels.items()}


def repeats(row: Row, head: Head) -> bool:
    """Whether a row is the head printed again."""
    own = row.own
    same = sum(1 for c, cell in own.items() if key(cell.text) == key(head.labels.get(c, "")))
    return same >= 0.6 * len(own)


def explains_head(row: Row, head: Head) -> bool:
    """Whether a row under the head only says what goes into its columns: units, formats, hints, filters, numbers."""
    own = row.own
    texts = [key(cell.text) for cell in own.values()]
    action = head.column("action")
    if len(own) < 3 or (action in own and len(row.text(action).split()) > SHORT):
        return False
    if len(set(texts)) == 1 or [t.strip("()") for t in texts] in (
        [str(n) for n in range(1, len(texts) + 1)],
        [chr(97 + n) for n in range(len(texts))],
    ):
        return True
    hints = [t for t in texts if pattern("units").match(t)]
    return len(hints) >= 0.6 * len(texts) and (action not in own or key(row.text(action)) in hints)


def log_head(row: Row) -> dict[int, str] | None:
    """The columns of a log that tells of actions by number: number, date and text; None for any other row."""
    told = {c: f for c, cell in row.own.items() if len(cell.text.split()) <= 9 and (f := field_of(cell.text))}
    if {"ref", "updates"} <= set(told.values()) and "action" not in told.values():
        return told
    return None


def colours_vary(head: Head, table: Table) -> bool:
    """Whether the colours of the status column differ from row to row, and so say something."""
    columns = head.columns("status")
    names = {name_of(r.cells[c].fill) for r in table if r.number > head.last for c in columns if c in r.cells}
    return len(names - {None}) > 1
