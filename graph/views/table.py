"""A table on a terminal that fits its width: wide or nested columns go below each row as readable lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from graph.views.cells import value_of
from graph.views.rows import evidence_in_words, in_words

_LONG = 40
_SCOPE = ("partnership", "theme", "label")


def print_rows(console: Console, columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> None:
    """Print rows: short columns as a table if they fit, otherwise one block a row; evidence always below its row."""
    nested = [c for c in columns if any(isinstance(r.get(c), (list, dict)) for r in rows)]
    flat = [c for c in columns if c not in nested]
    widths = {c: max([len(c), *(len(in_words(r.get(c))) for r in rows)]) for c in flat}
    fits = sum(min(w, _LONG) + 2 for w in widths.values()) <= console.width
    if fits and not nested:
        console.print(_table(flat, rows))
        return
    above: Mapping[str, Any] = {}
    for number, row in enumerate(rows, 1):
        _print_block(console, number, flat, nested, row, above)
        above = row


def _table(columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        numeric = all(isinstance(r.get(column), (int, float, type(None))) for r in rows)
        table.add_column(Text(column.replace("_", " ")), justify="right" if numeric else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(in_words(row.get(c))) for c in columns))
    return table


def _print_block(
    console: Console,
    number: int,
    flat: Sequence[str],
    nested: Sequence[str],
    row: Mapping[str, Any],
    above: Mapping[str, Any],
) -> None:
    """One row; what the row above it already says under the same head is not said again."""
    head = Text(f"{number}. ", style="bold")
    same = _said_above(flat, row, above)
    flat = [c for c in flat if c not in same]
    nested = [c for c in nested if not same or row.get(c) != above.get(c)]
    body: list[Text] = []
    for column in _in_order(flat, row):
        value = in_words(value_of(column, row.get(column)))
        if not value:
            continue
        if column.startswith("of_") and body and body[-1].plain.startswith(f"{column[3:]}: "):
            body[-1].append(f" of {value}")
            continue
        if not body and len(head) < 4 + len(str(number)):
            head.append(value, style="bold")
            body.append(Text())
            continue
        body.append(Text.assemble((f"{column.replace('_', ' ')}: ", "dim"), value))
    console.print(head)
    short = [t for t in body if t.plain and len(t.plain) <= _LONG // 2]
    if short:
        console.print(Padding(Text(" · ").join(short), (0, 0, 0, 3)))
    for text in body:
        if len(text.plain) > _LONG // 2:
            console.print(Padding(text, (0, 0, 0, 3)))
    for column in nested:
        _print_nested(console, column, row.get(column))
    console.print()


def _said_above(columns: Sequence[str], row: Mapping[str, Any], above: Mapping[str, Any]) -> set[str]:
    """The columns a row goes on from the one above: the first ones that are the same, and whose and about what."""
    same = set(takewhile(lambda c: row.get(c) == above.get(c), columns)) if above else set()
    if len(same) == len(columns):
        return set()
    return same | {c for c in _SCOPE if same and row.get(c) == above.get(c)}


def _in_order(columns: Sequence[str], row: Mapping[str, Any]) -> list[str]:
    """The columns, the name of a theme before its id: people read the name."""
    if list(columns[:1]) != ["theme"] or not row.get("label"):
        return list(columns)
    return ["label", *(c for c in columns if c != "label")]


def _print_nested(console: Console, column: str, value: Any) -> None:
    items = value if isinstance(value, list) else [value]
    items = [i for i in items if i not in (None, "", {}, [])]
    if not items:
        return
    if all(isinstance(i, Mapping) and "document" in i for i in items):
        for item in items:
            console.print(Padding(Text(evidence_in_words(item), style="italic"), (0, 0, 0, 5)))
        return
    console.print(
        Padding(
            Text.assemble((f"{column.replace('_', ' ')}: ", "dim"), "; ".join(in_words(i) for i in items)), (0, 0, 0, 3)
        )
    )
