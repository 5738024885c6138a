"""A sheet that only lists what was asked, beside one of actions that answer it by number ("Rec | Recommendation")."""

from __future__ import annotations

from collections.abc import Collection

from loaders.trackers.contents import SHORT
from loaders.trackers.drafts import Asked
from loaders.trackers.tables import Row, Table
from loaders.trackers.vocabulary import meant_by

_NUMBERS = ("rec_no", "ref")
_BESIDE = ("rec_no", "ref", "recommendation", "finding", "priority", "review")  # what such a sheet tells, and no more
_LEAST = 3  # words of what is asked


def asked_beside(table: Table, key_rows: Collection[int] = ()) -> list[tuple[Row, Asked]]:
    """What the rows of such a sheet ask, each with its number; [] for any other sheet."""
    rows = [row for row in table if row.number not in key_rows and row.own]
    for place, row in enumerate(rows):
        told = {c: meant_by(cell.text) for c, cell in row.own.items() if len(cell.text.split()) <= SHORT}
        number = next((c for c, name in told.items() if name in _NUMBERS), None)
        words = next((c for c, name in told.items() if name == "recommendation"), None)
        if number is None or words is None or len(told) < len(row.own) or not {*told.values()} <= {*_BESIDE}:
            continue
        below = [one for one in rows[place + 1 :] if len(one.text(words).split()) >= _LEAST and one.text(number)]
        if {c for one in below for c in one.own} <= {*row.own}:
            return [(one, Asked(one.text(number), one.text(words), one.line)) for one in below]
    return []
