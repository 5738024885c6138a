"""Per cent done as a sheet keeps it: 0.6 or 60 under "% complete" is sixty per cent, and says so."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.trackers.head import Head
from loaders.trackers.tables import Row
from loaders.trackers.vocabulary import says

_NUMBER = re.compile(r"\d{1,3}(?:\.\d+)?")


def whole_per_cent(head: Head, rows: list[Row]) -> None:
    """Write bare numbers under a head of per cent done as per cent, where the column shows which kind they are.

    Shares of one are told by one of them that is no whole number; a column of nothing but 0 and 1 is left as it is.
    """
    for column, label in head.labels.items():
        if not says("per_cent_heads", label):
            continue
        cells = [row.cells[column] for row in rows if row.text(column)]
        bare = [float(cell.text) for cell in cells if _NUMBER.fullmatch(cell.text)]
        if not bare or len(bare) < len(cells) or max(bare) > 100:
            continue
        times = 1 if max(bare) > 1 else 100 if any(0 < n < 1 for n in bare) else 0
        if times:
            head.told[column] = "bare numbers under a head of per cent done are read as per cent"
        for row in rows if times else ():
            if row.text(column):
                said = f"{float(row.text(column)) * times:.4g}%"
                row.cells[column] = replace(row.cells[column], text=said, raw=said)
