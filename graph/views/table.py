"""Rows on a terminal: a table where its columns fit the width, else each row as a block of readable lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from graph.views.blocks import print_blocks
from graph.views.cells import value_of
from graph.views.rows import in_words

_LONG = 40


def print_rows(console: Console, columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> None:
    """Print rows: as a table if they are short and fit, otherwise one block a row with its passages below."""
    nested = any(isinstance(row.get(column), (list, dict)) for row in rows for column in columns)
    widths = (max([len(c), *(len(in_words(r.get(c))) for r in rows)]) for c in columns)
    if not nested and sum(min(width, _LONG) + 2 for width in widths) <= console.width:
        console.print(_table(columns, rows))
    else:
        print_blocks(console, columns, rows)


def _table(columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> Table:
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        numeric = all(isinstance(r.get(column), (int, float, type(None))) for r in rows)
        table.add_column(Text(column.replace("_", " ")), justify="right" if numeric else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(in_words(value_of(c, row.get(c)))) for c in columns))
    return table
