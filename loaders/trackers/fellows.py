"""Forms whose names of fields nobody foresaw: what one form leaves open, all forms of the same make tell together.

A name of a field is known by coming again: the same words stand at the left of several cards, each beside another
answer. The cards are laid one under the other, and the columns that come of it are told by what stands in them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from graph.text import key
from loaders.trackers.contents import SHORT
from loaders.trackers.header import heads_of
from loaders.trackers.tables import Row, Table

LEAST = 4  # names of fields that such cards have in common


def fields_together(tables: list[Table]) -> dict[str, str]:
    """What the names of fields at the left of cards hold, by name in one spelling; {} where that proves no actions.

    Args:
        tables: those that no head tells.
    """
    pairs = [pair for table in tables for pair in [*_pairs(table), None]]
    times = Counter(_name(label) for label in pairs if label is not None)
    names = [name for name, n in times.items() if n > 1 and 2 * n > max(times.values())]
    if len(names) < LEAST:
        return {}
    columns = {name: at for at, name in enumerate(names, 1)}
    made: list[Row] = []
    for row in pairs:
        name = _name(row) if row is not None else ""
        if row is None or not made or (name in columns and columns[name] in made[-1].cells):
            made.append(Row(len(made) + 2, None))
        if row is not None and name in columns:
            value = next((cell for c, cell in sorted(row.own.items()) if c > _left(row)), None)
            if value is not None:
                made[-1].cells[columns[name]] = replace(value, column=columns[name], row=made[-1].number, merged=None)
    rows = [replace(row, number=n) for n, row in enumerate((r for r in made if len(r.own) > 2), 2)]
    head = Row(1, None)
    for name, at in columns.items():
        first = next(r.cells[_left(r)] for r in pairs if r is not None and _name(r) == name)
        head.cells[at] = replace(first, column=at, row=1, merged=None)
    heads = heads_of(Table(None, [head, *rows])) if len(rows) > 1 else []
    if len(heads) != 1 or heads[0].asked_only:
        return {}
    return {name: heads[0].fields.get(at, "") for name, at in columns.items()}


def is_form(table: Table, known: Mapping[str, str]) -> bool:
    """Whether a table is made of names of fields that are known from its fellows, each beside one answer."""
    rows = [row for row in table.rows if len(row.own) > 1]
    return bool(known and rows) and all(len(row.own) == 2 and _name(row) in known for row in rows)


def _name(row: Row) -> str:
    return key(row.text(_left(row))).strip(" :")


def _left(row: Row) -> int:
    return min(row.own)


def _pairs(table: Table) -> list[Row]:
    """Rows of a name and one answer; the answer may be missing."""
    left = min((c for row in table.rows for c in row.own), default=1)
    own = [row for row in table.rows if row.own and _left(row) == left and len(row.own) <= 2]
    wide = [row for row in own if row.cells[left].merged is None or len(row.own) == 2]
    return [row for row in wide if len(row.text(left).split()) <= SHORT]
