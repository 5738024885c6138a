"""Actions side by side in one row ("Action 1, Lead 1, Due 1, Action 2, Lead 2, …"), put one under the other.

The table then has the one shape that all others have: a row an action, with what the whole row says beside each.
"""

from __future__ import annotations

import re
from dataclasses import replace

from graph.text import key
from loaders.trackers.tables import Row, Table
from loaders.trackers.unworded import DEEP
from loaders.trackers.vocabulary import field_of

_NUMBERED = re.compile(r"^(?P<name>.*?[a-z?)])[\s#(]*(?:no\.? ?)?(?P<set>[1-9])\)?$", re.I)
LEAST = 2  # columns that come again with each action, the action among them


def one_below_another(table: Table) -> Table:
    """The table with a row for each action where its rows hold several; any other table as it is."""
    for place, row in enumerate(table.rows[:DEEP]):
        sets = _sets(row)
        if sets:
            return _below(table, place, sets)
    return table


def _sets(row: Row) -> list[dict[str, int]]:
    """The columns of each set of a head: name → column; [] for a row that heads no actions side by side."""
    found: dict[int, dict[str, int]] = {}
    for column, cell in row.own.items():
        if numbered := _NUMBERED.match(cell.text.strip()):
            found.setdefault(int(numbered["set"]), {})[key(numbered["name"])] = column
    sets = [found[n] for n in sorted(found)] if len(found) > 1 else _repeated(row)
    first = sets[0] if sets else {}
    told = [name for name in first if field_of(name) == "action"]
    if len(sets) < 2 or len(first) < LEAST or not told or any(told[0] not in one for one in sets):
        return []
    return sets


def _repeated(row: Row) -> list[dict[str, int]]:
    """Sets whose heads are printed again without a number: "Action | Lead | Due | Action | Lead | Due"."""
    columns: dict[str, list[int]] = {}
    for column, cell in row.own.items():
        columns.setdefault(key(cell.text), []).append(column)
    again = {name: at for name, at in columns.items() if len(at) > 1}
    if len({len(at) for at in again.values()}) != 1:
        return []
    return [{name: at[n] for name, at in again.items()} for n in range(len(next(iter(again.values()))))]


def _below(table: Table, place: int, sets: list[dict[str, int]]) -> Table:
    head, first = table.rows[place], sets[0]
    moved = {column for one in sets for column in one.values()}
    made = Table(table.name, before=table.before, after=table.after)
    made.rows = table.rows[:place]
    number = head.number
    labels = {column: name for name, column in first.items()}
    cells = {
        c: replace(cell, text=labels.get(c, cell.text), raw=labels.get(c, cell.raw), merged=None)
        for c, cell in head.cells.items()
        if c not in moved or c in labels
    }
    made.rows.append(replace(head, cells=cells))
    action = next(name for name in first if field_of(name) == "action")
    for row in table.rows[place + 1 :]:
        given = [one for one in sets if row.text(one[action])] or [first]
        for one in given:
            number += 1
            kept = {c: replace(cell, merged=None) for c, cell in row.cells.items() if c not in moved}
            own = {
                first[name]: replace(row.cells[c], column=first[name], merged=None)
                for name, c in one.items()
                if name in first and c in row.cells
            }
            made.rows.append(Row(number, row.line, dict(sorted({**kept, **own}.items())), row.place or str(row.number)))
    return made
