"""What rows come to before they are actions: drafts with their rows, recommendations, and printed totals."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.records import Note, Rejected
from loaders.blocks import Block
from loaders.trackers.head import Head
from loaders.trackers.reviews import Label
from loaders.trackers.tables import Row, Table


@dataclass(slots=True)
class Reply:
    """What a cell replies to what its row asks. `head`: of its column, where that asks whether it is accepted."""

    cell: Block
    kind: str
    head: str = ""

    @classmethod
    def of(cls, cell: Block, kind: str | None, head: str = "") -> Reply | None:
        """The reply of a cell, where it is one."""
        return cls(cell, kind, head) if kind else None


@dataclass(slots=True)
class Asked:
    """A recommendation as a tracker gives it."""

    ref: str | None
    text: str
    line: int | None
    reply: Reply | None = None


@dataclass(slots=True)
class Draft:
    """An action with all rows that tell of it."""

    table: Table
    head: Head
    rows: list[Row]
    text: str
    quote: str
    ref: str | None = None
    review: list[Label] = field(default_factory=list)
    rec_no: str | None = None
    recommendation: str | None = None
    asked_at: int | None = None  # the line where the recommendation is printed
    priority: str | None = None
    section_status: str | None = None
    notes: list[str] = field(default_factory=list)

    @property
    def where(self) -> str:
        """Its first row."""
        return self.table.where(self.rows[0])

    def cells(self, *names: str) -> list[Block]:
        """The cells of some columns over all its rows, each merged cell once."""
        found: dict[tuple[object, ...], Block] = {}
        for row in self.rows:
            for column in self.head.columns(*names):
                if column in row.cells:
                    found.setdefault(row.key(column), row.cells[column])
        return list(found.values())


@dataclass(slots=True)
class Total:
    """A printed number of actions, and the rows it stands for."""

    row: Row
    printed: int
    counted: list[Draft]


@dataclass(slots=True)
class Walk:
    """What a table's rows came to."""

    drafts: list[Draft] = field(default_factory=list)
    asked: list[tuple[list[Label], Asked]] = field(default_factory=list)
    learnt: list[tuple[list[Label], Draft]] = field(default_factory=list)  # rows of learning without an action
    totals: list[Total] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    kept: int = 0


def total_note(table: Table, total: Total, copies: list[Rejected]) -> Note | None:
    """A printed number of actions that fits neither the rows nor the different actions above it."""
    rows = len(total.counted)
    doubled = {one.where for one in copies}
    different = sum(1 for draft in total.counted if draft.where not in doubled)
    if total.printed in (rows, different):
        return None
    said = f"the total differs: {total.printed} is printed, {different} actions stand above"
    said += f" ({rows} rows, {rows - different} of them repeated)" if rows != different else ""
    return Note(where=table.where(total.row), message=said)
