"""Tables that list reviews or children, a row each, whatever their columns are called.

Known by what stands in them: in most rows one cell tells of a child, and either another says a kind of review or a
head says that it tells what happened. Every row is then a case of its own, called by its cell in the column of names,
or by its number where that cell is empty; a row that is called by an everyday word is no part of the row above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from graph.records import ReviewKind
from loaders.blocks import Block
from loaders.parse.cases.harm import told_of_harm
from loaders.parse.cases.headings import case_label
from loaders.parse.cases.label import pseudonym
from loaders.parse.cases.mentions import AGE
from loaders.parse.cases.naming import CODE, CaseLabel, kind_of, opens_with_kind
from loaders.parse.cues import cue
from loaders.parse.sections import meaning_of

_LEAST = 2  # rows
_MOST_OF = 0.6  # of the rows
_SHORT = 7  # words of a cell that names a case
_KIND = 6  # words of a cell that says a kind of review
_SIGNED = re.compile(r"\b(?:boy|girl|male|female|lad|bab(?:y|ies)|toddler|infant|teenager|[MF](?=[ ,]*\d))\b")
_NAMES = re.compile(r"\b(?:names?|pseudonym|known as|called|title|review|case|child|young person|family|who)\b", re.I)
_NO_NAME = re.compile(r"\W*|\d{1,2}|(?:\d{1,2} )?[A-Z][a-z]+ (?:19|20)?\d\d|(?:19|20)\d\d|[\d./-]{6,10}")
NO_CHILD = re.compile(
    r"(?:total|sum|all|both|others?|average|mean|median|none|unknown|mothers?|fathers?|mum|dad|parents?|siblings?|brothers?"
    r"|sisters?|aunts?|uncles?|adults?|children|child|bab(?:y|ies)|girls?|boys?|families|family|\w*(?:mother|father)s?)",
    re.I,
)
_HEAD = 3  # words of a head
_HEADED = 3  # rows in which heads may stand
_WORK = re.compile(r"(?:actions?|owners?|leads?|by when|due|deadline|recommendations?|rag|progress|updates?)\W*", re.I)
_ASKED = ("recommendation", "action", "activity")


def lists_cases(cells: Iterable[Block]) -> bool:
    """Whether a table, of which these are all cells, lists reviews or children."""
    rows: dict[int, list[Block]] = {}
    for cell in cells:
        rows.setdefault(cell.row or 0, []).append(cell)
    return bool(register(rows, None))


def register(rows: Mapping[int, list[Block]], kind: ReviewKind | None) -> dict[int, tuple[Block, CaseLabel]]:
    """The cell that names the case of each row, by row; empty where the table is no such list.

    Args:
        rows: the cells of a table, by row.
        kind: the kind of review that the document tells of, where it is of one kind.
    """
    heads = {c.column: c.column_head or c.text for row in sorted(rows, reverse=True) for c in rows[row]}
    below = {row: cells for row, cells in rows.items() if row > 1}
    told = {row: cells for row, cells in below.items() if any(tells_of_child(cell.text) for cell in cells)}
    if len(told) < max(_LEAST, _MOST_OF * len(below)) or _of_work(rows.values()):
        return {}
    kinds = {row: said for row, cells in told.items() if (said := _kind_said(cells))}
    storied = any(cue("passages", "story-column").search(head) for head in heads.values())
    if len(kinds) < _MOST_OF * len(told) and not storied:
        return {}
    column = _column_of_names(told, heads)
    if column is None or any(
        c.column == column and NO_CHILD.fullmatch(c.text) for cells in told.values() for c in cells
    ):
        return {}
    found: dict[int, tuple[Block, CaseLabel]] = {}
    for row, cells in told.items():
        named = next((c for c in cells if c.column == column and not _NO_NAME.fullmatch(c.text)), None)
        numbered = next((c for c in cells if re.fullmatch(rf"(?=.*\d)(?:{CODE})", c.text)), None)
        cell = named or numbered
        if cell is None:
            continue
        label = _label(cell.text, kinds.get(row) or kind)
        if named and numbered and numbered is not named and label.ref is None:
            label = replace(label, ref=numbered.text)
            cell = min(named, numbered, key=lambda one: one.column or 0)
        found[row] = (cell, label)
    return found if len(found) >= _LEAST else {}


def _label(text: str, kind: ReviewKind | None) -> CaseLabel:
    plain = text.strip("\"“”‘’' ")
    label = case_label(plain, among_cases=True, kind=kind) or pseudonym(plain, kind)
    if label is not None and not label.test:
        return label
    before = re.match(r"(?P<name>[A-Z][a-z]+(?:(?:,| and| &) [A-Z][a-z]+)*)(?= \()", plain)
    if before or re.fullmatch(r"[A-Z][a-z]+(?:(?:,| and| &) [A-Z][a-z]+)*", plain):
        name = before["name"] if before else plain
        return CaseLabel(text, kind or "other", None, name)
    return CaseLabel(text, kind_of(plain) or kind or "other", plain if re.fullmatch(CODE, plain) else None)


def tells_of_child(text: str) -> bool:
    """Whether a cell or line tells of a child: how old it was, whether a boy or a girl, or what befell it."""
    return bool(_SIGNED.search(text) or AGE.search(text) or cue("prose", "aged").search(text) or told_of_harm(text))


def _kind_said(cells: list[Block]) -> ReviewKind | None:
    short = (c.text for c in cells if len(c.text.split()) <= _KIND or opens_with_kind(c.text))
    return next((kind for text in short if (kind := kind_of(text))), None)


def _of_work(rows: Iterable[list[Block]]) -> bool:
    """Whether a head, wherever it stands, says that a column holds requests or work, or who is to act."""
    said = {c.column_head or "" for cells in rows for c in cells}
    said |= {c.text for cells in rows for c in cells if (c.row or 0) <= _HEADED}
    short = (head for head in said if len(head.split()) <= _HEAD)
    return any(_WORK.fullmatch(head) or ((m := meaning_of(head)) and m.becomes in _ASKED) for head in short)


def _column_of_names(rows: Mapping[int, list[Block]], heads: Mapping[int | None, str]) -> int | None:
    """The column whose short cells name the rows, each another: by its head if one says so, else the first."""
    columns: dict[int, list[Block]] = {}
    for cells in rows.values():
        for cell in cells:
            if cell.column is not None:
                columns.setdefault(cell.column, []).append(cell)
    fit = [
        (column, cells)
        for column, cells in sorted(columns.items())
        if len({c.text for c in cells}) == len(cells) >= _MOST_OF * len(rows)
        and all(len(c.text.split()) <= _SHORT for c in cells)
        and sum(_NO_NAME.fullmatch(c.text) is None for c in cells) >= _MOST_OF * len(cells)
    ]
    headed = (column for column, _ in fit if _NAMES.search(heads.get(column, "")))
    return next(headed, fit[0][0] if fit else None)
