"""Figures on a sheet of their own beside the actions: a head row, then rows of what was counted with their numbers.

They are figures of work. How many actions are done or late is counted from the actions themselves, never from here.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from graph.records import Statistic
from loaders.blocks import Block
from loaders.parse.figures.statistics import statistics_of
from loaders.trackers.tables import Row, Table
from loaders.trackers.vocabulary import status_of

_NUMBER = re.compile(
    r"(?=.*\d)[\d.,%/ ]+|\d+ (?:out )?of \d+|[-–—]|n/?a|(?=.*\d)[\d.%/ ]+ ?\((?:n ?= ?)?[\d.%/ ]+\)", re.I
)
_BASE = re.compile(r"(?P<share>\d+(?:\.\d+)?) ?% ?\(n ?= ?(?P<n>\d+)\)", re.I)
_OF_ACTIONS = re.compile(r"\b(?:actions?|recommendations?|status|b?rag)\b", re.I)
_LEAST = 2  # rows of figures that make a table of them


def figures_beside(table: Table, key_rows: Collection[int]) -> tuple[list[Statistic], set[int]]:
    """The shares that a table tells which holds no actions, and the numbers of its rows that tell them."""
    rows = [row for row in table if row.number not in key_rows and row.own]
    head = next((at for at, row in enumerate(rows) if len(row.own) > 1), None)
    if head is None or any(map(_number, rows[head].own.values())):
        return [], set()
    told = [row for row in rows[head + 1 :] if _tells(row)]
    if len(told) < _LEAST or any(_OF_ACTIONS.search(row.words) for row in (rows[head], *told)):
        return [], set()
    over = rows[head - 1] if head else None
    title = over.words if over else table.name
    found: list[Statistic] = []
    kept: set[int] = set()
    for row in told:
        shares = [one for one in statistics_of(_headed(row, rows[head])) if one.denominator or one.percent is not None]
        for one in shares:
            one.source = "activity" if one.source == "review" else one.source
            one.heading = f"{title}: {one.heading}" if len(shares) > 1 and one.heading else title
        kept |= {row.number} if shares else set()
        found += shares
    _settle(found)
    return found, kept | ({one.number for one in (over, rows[head]) if one} if kept else set())


def _settle(found: list[Statistic]) -> None:
    """Say what "75% (n=24)" counts: the same number beside different shares was looked at, else nobody says which."""
    based = [(one, said) for one in found if (said := _BASE.fullmatch(one.text))]
    same = len({said["n"] for _, said in based}) == 1 and len({said["share"] for _, said in based}) > 1
    for one, said in based:
        one.numerator, one.denominator = None, int(said["n"]) if same else None


def _number(cell: Block) -> bool:
    return _NUMBER.fullmatch(cell.text.strip()) is not None


def _tells(row: Row) -> bool:
    """Whether a row says what was counted and then gives numbers alone."""
    said, *numbers = row.own.values()
    return bool(numbers) and not _number(said) and status_of(said.text) is None and all(map(_number, numbers))


def _headed(row: Row, head: Row) -> list[Block]:
    """The cells of a row with the heads over and beside them."""
    (_, said), *numbers = row.own.items()
    return [
        replace(said, row_head=None),
        *(replace(cell, column_head=head.text(at) or None, row_head=said.text) for at, cell in numbers),
    ]
