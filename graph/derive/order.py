"""What is proven of the order of two statements, and what had become of the earlier one by then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph import model
from graph.derive.known import known_from
from graph.derive.statements import Practice, Statement
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


def proven(target: Statement) -> int:
    """The first day of the practice of a statement as a number, 0 where no date proves it."""
    proves = target.interval and isinstance(target.node, model.Finding) and target.node.dateBasis in PROVING
    return target.interval[0].toordinal() if target.interval and proves else 0


def known_by(source: Statement) -> int:
    """The day a statement had become known by, as a number; what is `proven` later is "after" it, by `order`."""
    return (source.known[1] if source.known else date.max).toordinal()


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
    """What is printed of how far a recommendation or action had got by the time of the later finding."""

    closed: date | None = None  # last day on which the printed closing record can be dated
    closed_at_all: bool = False
    done: date | None = None
    done_at_all: bool = False
    open_at_all: bool = False
    later: tuple[date, date] | None = None  # when closed or said to be done, where only after the later finding
    by: model.Action | None = None  # the action that is said to be done, where it is not the statement itself
    by_number: bool = False  # whether that action names the recommendation

    @property
    def closure(self) -> str:
        """none stated, said to be done, or closed by record."""
        return "closed by record" if self.closed_at_all else "said to be done" if self.done_at_all else "none stated"


def delivery(graph: Graph, statement: Statement, until: date | None = None, known: date | None = None) -> Delivery:
    """How far a statement had got, from its own status events and those of the actions that deliver it.

    Args:
        graph: with DELIVERED_BY.
        statement: what was asked, done or found.
        until: last day of the later finding; what became so only after it does not count. None: everything counts.
        known: only what can have been known on this day counts. None: all that is known now.
    """
    node = statement.node
    if isinstance(node, model.Finding):
        return Delivery()
    own = _events(graph, node, known)
    opened = min((day for day in (until, known) if day), default=None)  # what was opened only later stood as it was
    is_open = isinstance(node, model.Action) and node.promise
    by: model.Action | None = None
    by_number = False
    done = [e for e in own if _is_done(e) and not _opened_again(e, opened)]
    if isinstance(node, model.Recommendation):
        by, by_number, told, is_open = _by_actions(graph, node, until, known)
        # Only what closes the recommendation itself closes it; its actions can only be said to be done.
        if done:
            by = None
        done += told
    closing = [e for e in own if (e.closes or e.reopenedOn) and not _opened_again(e, opened)]
    counted = _until(done, until)
    later = [(e.dateFrom, e.dateTo) for e in done if e.dateFrom and e.dateTo and not _by_then(e, until)]
    closed = _until(closing, until)
    is_open = is_open or any(e.status in _OPEN for e in own)
    return Delivery(
        closed=_last(closed),
        closed_at_all=bool(closed),
        done=_last(counted),
        done_at_all=bool(counted),
        open_at_all=is_open and not counted,
        later=min(later, default=None) if not counted else None,
        by=by if counted else None,
        by_number=by_number,
    )


def _by_actions(
    graph: Graph, node: model.Recommendation, until: date | None, known: date | None
) -> tuple[model.Action | None, bool, list[model.StatusEvent], bool]:
    """The action said to be done, whether it names the recommendation, its events, and whether one is still to do.

    Actions that name the recommendation are all of them needed; one that only may deliver it is told as it stands.
    """
    edges = graph.edges_from(node, "DELIVERED_BY")
    numbered = {e.target for e in edges if e.properties.get("certainty") == "probable"}
    actions = [a for a in graph.targets(node, "DELIVERED_BY", model.Action) if not numbered or a.id in numbered]
    actions = [a for a in actions if _was_known(graph, a, known)]
    events = {a.id: [e for e in _events(graph, a, known) if e.status in _DONE] for a in actions}
    done = [a for a in actions if _until(events[a.id], until)] or [a for a in actions if events[a.id]]
    is_open = any(a.promise or a.status in _OPEN for a in actions if a not in done)
    if numbered and len(done) < len(actions):
        return None, True, [], is_open or bool(done)
    first = min(done, key=lambda a: (str(a.datedTo), a.id), default=None)
    return first, bool(numbered), [e for a in done for e in events[a.id]], is_open


def days(graph: Graph, node: Practice) -> list[date]:
    """The days on which what is known of its delivery changed, in order."""
    parts: list[Practice] = [node, *graph.targets(node, "DELIVERED_BY", model.Action)]
    facts: list[model.Action | model.StatusEvent] = [p for p in parts if isinstance(p, model.Action)]
    events = [e for part in parts for e in graph.targets(part, "HAS_STATUS", model.StatusEvent)]
    found = {known_from(graph, fact)[0] for fact in (*facts, *events)} | {e.reopenedOn for e in events}
    return sorted(d for d in found if d)


def _events(graph: Graph, node: Practice, known: date | None) -> list[model.StatusEvent]:
    """Its statuses as known on a day."""
    return [e for e in graph.targets(node, "HAS_STATUS", model.StatusEvent) if _was_known(graph, e, known)]


def _was_known(graph: Graph, fact: model.Action | model.StatusEvent, known: date | None) -> bool:
    return known is None or (known_from(graph, fact)[0] or date.min) <= known


def _is_done(event: model.StatusEvent) -> bool:
    return event.status in _DONE or event.closes


def _opened_again(event: model.StatusEvent, until: date | None) -> bool:
    """Whether it was open again by then; what was opened only because of the later finding was closed at the time."""
    return event.reopenedOn is not None and (until is None or event.reopenedOn <= until)


def _by_then(event: model.StatusEvent, until: date | None) -> bool:
    return until is None or event.dateFrom is None or event.dateFrom <= until


def _until(events: list[model.StatusEvent], until: date | None) -> list[model.StatusEvent]:
    return [e for e in events if _by_then(e, until)]


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
