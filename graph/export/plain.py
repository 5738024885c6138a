"""The whole graph as CSV files, sorted: the same graph gives the same bytes from either engine.

Values stand as they are, so that a graph can be rebuilt and compared from its files. A cell may therefore begin with
`=` or `+`: these files are for programs. What people open in a spreadsheet is made safe by `graph/views`.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.export.rows import ENDS, Rows
from graph.sharing import texts_of

if TYPE_CHECKING:
    from graph.store import Store


def export_csv(store: Store, folder: Path, *, facts: bool, internal: bool = False) -> list[Path]:
    """Write one UTF-8 CSV file (RFC 4180) for every label and relationship type of the model; returns their paths.

    A kind that does not occur gives a file with its header only. Dates are ISO, lists are JSON, what is not stated is
    an empty cell. `facts` leaves out loads and hashes, so that the files of two loads can be compared. Unless it is
    `internal`, the files are safe to send: no characteristics of a child, no same-child links, no names of officials.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    rows = Rows(store, facts=facts, texts=None if internal else texts_of(store))
    written = []
    for label in rows.labels():
        columns = [p.name for p in rows.node_properties(label)]
        written.append(_write(folder / f"{label}.csv", columns, rows.nodes(label)))
    for type_ in rows.types():
        columns = [*ENDS, *(p.name for p in rows.edge_properties(type_))]
        written.append(_write(folder / f"{type_}.csv", columns, rows.edges(type_)))
    return written


def _write(path: Path, columns: list[str], rows: Iterable[dict[str, Any]]) -> Path:
    new = path.with_suffix(".new")
    with new.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows(_cells(columns, rows))
    new.replace(path)
    return path


def _cells(columns: list[str], rows: Iterable[dict[str, Any]]) -> Iterator[list[str]]:
    for row in rows:
        yield [cell(row[name]) for name in columns]


def cell(value: Any) -> str:
    """A value as it stands in a cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return repr(value)
    return str(value)
