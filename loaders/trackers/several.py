"""Several actions in one cell ("a) Write … b) Brief …") as rows of their own, each with its part of the other cells.

A cell is taken apart only where its marks begin it, count on from the first, and each part reads as an action. Cells
beside it that use the same marks are shared out by them; a cell without marks belongs to every part.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.text import joined
from loaders.blocks import Block
from loaders.trackers.dates import is_date
from loaders.trackers.head import Head
from loaders.trackers.tables import Row

_ORDERS: tuple[tuple[str, ...], ...] = (
    tuple("abcdefghijkl"),
    tuple(str(n) for n in range(1, 21)),
    ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"),
)
_SIGN = re.compile(r"(?:(?<=\s)|^)(?:\((?P<in>[a-z]{1,4}|\d{1,2})\)|(?P<out>[a-z]{1,4}|\d{1,2})(?P<sign>[.):]))\s*(?=\S)", re.I | re.M)  # fmt: skip  # noqa: E501
_BULLET = re.compile(r"^\s*[•●▪◦‣*·–-]\s+", re.M)
_LEAST = 3  # words of an action in a list
_BY_PLACE = "•"  # before the place of a point that bears no mark of its own
SHARED = ("leads", "due", "due_original", "due_revised", "status", "completed", "updates", "evidence", "measure")


def each_action(row: Row, head: Head) -> list[tuple[str, Row]]:
    """The rows that a row stands for, each with its mark; the row itself with "" where its cell holds one action."""
    column = head.column("action")
    cell = row.cells.get(column) if column is not None else None
    parts = _parts(cell.raw or cell.text) if cell is not None else []
    if column is None or cell is None or len(parts) < 2 or not all(map(_acts, (text for _, text in parts))):
        return [("", row)]
    marks = [mark for mark, _ in parts]
    if marks[0].startswith(_BY_PLACE) and _tells_apart(row, head, len(marks)):
        return [("", row)]  # which point is of which is not said
    made = [(mark, Row(row.number, row.line, dict(row.cells), row.place)) for mark in marks]
    for (_, one), (_, text) in zip(made, parts, strict=True):
        one.cells[column] = _piece(cell, text)
    for other in head.columns(*SHARED):
        if (shared := row.cells.get(other)) is None or not shared.text:
            continue
        told = _told(shared, marks, head.fields[other])
        for mark, one in made if told else []:
            if mark in told:
                one.cells[other] = _piece(shared, told[mark])
            else:
                del one.cells[other]
    return made


def _tells_apart(row: Row, head: Head, number: int) -> bool:
    """Whether a cell beside the points has points of its own, and not one for each."""
    told = [_points(row.raw(c)) for c in head.columns(*SHARED) if c in row.cells]
    return any(points and len(points) != number for points in told)


def numbered(ref: str, mark: str) -> str:
    """The number of a part: "3" and "a" are 3a, "3" and "2" are 3.2; points without marks bear the number of all."""
    if mark.startswith(_BY_PLACE):
        return ref
    return f"{ref}.{mark}" if mark.isdigit() and ref[-1:].isdigit() else f"{ref}{mark}"


def _parts(text: str, wanted: Sequence[str] = ()) -> list[tuple[str, str]]:
    """Marks with the text after each, where the first begins the text; [] where nothing is marked.

    With `wanted` only those marks count, in their order, and any of them may be missing.
    """
    text = text.strip()
    if (points := _points(text)) and (not wanted or len(points) == len(wanted)):
        return list(zip(wanted or [f"{_BY_PLACE}{n}" for n in range(len(points))], points, strict=True))
    signs = [(m, (m["in"] or m["out"]).lower()) for m in _SIGN.finditer(text)]
    if not signs or signs[0][0].start() != 0:
        return []
    if wanted:
        taken: list[tuple[re.Match[str], str]] = []
        for m, mark in signs:
            if mark in wanted and (not taken or wanted.index(mark) > wanted.index(taken[-1][1])):
                taken.append((m, mark))
    else:
        order = next((o for o in _ORDERS if signs[0][1] == o[0]), ())
        taken = []
        for m, mark in signs:
            at_line = m.start() == 0 or text[: m.start()].rstrip(" ").endswith("\n")
            if len(taken) < len(order) and mark == order[len(taken)] and (m["sign"] != "." or at_line):
                taken.append((m, mark))
    if not taken:  # "3. Bereavement support" in one row of many begins no list of its own
        return []
    ends = [m.start() for m, _ in taken[1:]] + [len(text)]
    parts = [(mark, text[m.end() : end].strip(" ;\n")) for (m, mark), end in zip(taken, ends, strict=True)]
    return [(mark, re.sub(r"[;,]?\s+and$", "", part)) for mark, part in parts if part]


def _points(text: str) -> list[str]:
    """The points of a cell in which every line is one; [] for any other."""
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) < 2 or not all(_BULLET.match(line) for line in lines):
        return []
    return [_BULLET.sub("", line).strip(" ;") for line in lines]


def _acts(text: str) -> bool:
    return len(text.split()) >= _LEAST and not text[:1].islower()


def _told(cell: Block, marks: list[str], field: str) -> dict[str, str]:
    """What a cell says of each mark; {} where it is the same for all."""
    if marked := _parts(cell.raw or cell.text, marks):
        return dict(marked)
    lines = [line.strip() for line in cell.raw.splitlines() if line.strip()]
    if field.startswith("due") and len(lines) == len(marks) and all(map(is_date, lines)):
        moved = re.search(r"\b(?:was|now|revised|original|extended|moved)\b|->|→", cell.raw, re.I)
        return {} if moved or cell.struck else dict(zip(marks, lines, strict=True))
    return {}


def _piece(cell: Block, text: str) -> Block:
    return replace(cell, text=joined(text), raw=text)
