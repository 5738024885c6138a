"""What is proven of the order of two statements, and what had become of the earlier one by then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph import model
from graph.derive.statements import Statement
from graph.memory import Graph

Order = Literal["after", "unknown", "no"]
PROVING = ("incident", "test", "period")  # dates of practice; a review or a publication is later than what it tells of
_DONE = ("complete-evidence-awaited", "complete-evidenced", "embedded")
_OPEN = ("not-started", "under-way", "on-track", "at-risk", "overdue", "paused")


def order(source: Statement, target: Statement) -> Order:
    """Whether the practice of `target` is proven later than the day `source` had become known by.

    "unknown" where only its publication is later; "no" where it is not even that, or the practice is proven earlier.
    """
    known, interval = source.known, target.interval
    proves = isinstance(target.node, model.Finding) and target.node.dateBasis in PROVING
    if known is not None and interval is not None:
        if known[1] < interval[0]:
            return "after" if proves else "unknown"
        if proves and interval[1] < known[0]:
            return "no"
    if _same_document(source, target):
        return "no"
    mine, theirs = _told(source), _told(target)
    return "unknown" if mine is not None and theirs is not None and mine[1] < theirs[0] else "no"


def _same_document(one: Statement, other: Statement) -> bool:
    return bool({d.id for d in one.documents} & {d.id for d in other.documents})


def _told(statement: Statement) -> tuple[date, date] | None:
    """When it was told: publication of its documents, else the end of the time they report on."""
    spans = [
        (d.publishedFrom, d.publishedTo) if d.publishedFrom and d.publishedTo else (d.periodTo, d.periodTo)
        for d in statement.documents
    ]
    known = [(a, b) for a, b in spans if a and b]
    return (min(a for a, _ in known), max(b for _, b in known)) if known else None


@dataclass(frozen=True)
class Delivery:
    """What is printed of how far a recommendation or action had got."""

    closed: date | None = None  # last day on which the printed closing record can be dated
    closed_at_all: bool = False
    done: date | None = None
    done_at_all: bool = False
    open_at_all: bool = False

    @property
    def closure(self) -> str:
        """none stated, said to be done, or closed by record."""
        return "closed by record" if self.closed_at_all else "said to be done" if self.done_at_all else "none stated"


def delivery(graph: Graph, statement: Statement) -> Delivery:
    """How far a statement had got, from its own status events and those of the actions that deliver it."""
    node = statement.node
    if isinstance(node, model.Finding):
        return Delivery()
    events = graph.targets(node, "HAS_STATUS", model.StatusEvent)
    if isinstance(node, model.Recommendation):
        # Only what closes the recommendation itself closes it; its actions can only be said to be done.
        actions = graph.targets(node, "DELIVERED_BY", model.Action)
        done = [e for a in actions for e in graph.targets(a, "HAS_STATUS", model.StatusEvent) if e.status in _DONE]
        every = bool(actions) and len({a.id for a in actions if a.status in _DONE}) == len(actions)
        events = [*events, *(done if every else [])]
        closing = [e for e in graph.targets(node, "HAS_STATUS", model.StatusEvent) if e.closes]
    else:
        closing = [e for e in events if e.closes]
    done_events = [e for e in events if e.status in _DONE or e.closes]
    is_open = any(e.status in _OPEN for e in events) or (isinstance(node, model.Action) and node.promise)
    return Delivery(
        closed=_last(closing),
        closed_at_all=bool(closing),
        done=_last(done_events),
        done_at_all=bool(done_events),
        open_at_all=is_open and not done_events,
    )


def _last(events: list[model.StatusEvent]) -> date | None:
    """The earliest day by which one of the events surely was so."""
    return min((e.dateTo for e in events if e.dateTo), default=None)


def type_of(delivered: Delivery, proven: Order, begins: date | None) -> str:
    """R0 order unknown, R1 while open, R2 after it is said to be done, R3 after closure, R5 delivery not stated."""
    if proven != "after" or begins is None:
        return "R0"
    if delivered.closed_at_all:
        return "R3" if delivered.closed is not None and delivered.closed < begins else "R0"
    if delivered.done_at_all:
        return "R2" if delivered.done is not None and delivered.done < begins else "R0"
    return "R1" if delivered.open_at_all else "R5"
