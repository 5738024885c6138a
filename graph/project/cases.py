"""Cases and their reviews as nodes: one for all tellings, values from the first telling that states them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from graph import model
from graph.memory import Graph
from graph.project.keys import case_key, review_key
from graph.records import Child, DateSpan
from graph.resolve.groups import CaseGroup
from graph.resolve.labels import label_form, weight
from graph.resolve.tellings import Telling
from graph.text import joined

V = TypeVar("V")
NAMELESS = "serious incident"
CAPTION_RANK = ("name", "initials", "reference", "generic")
_BANDS = ((12, "under 1"), (60, "1 to 4"), (120, "5 to 9"), (192, "10 to 15"), (216, "16 to 17"))


def first(tellings: Iterable[Telling], value: Callable[[Telling], V | None]) -> V | None:
    """The first stated value."""
    return next((v for t in tellings if (v := value(t)) is not None and v != []), None)


def caption(tellings: Iterable[Telling]) -> str:
    """The published pseudonym, else its initials, else its reference or letter; without any "serious incident"."""
    labels = [label for t in tellings for label in t.labels]
    by_rank = sorted(labels, key=lambda label: CAPTION_RANK.index(weight(label)))  # stable: first telling first
    return joined(by_rank[0]) if by_rank else NAMELESS


def add_case(graph: Graph, group: CaseGroup, label: str) -> model.Case:
    """Add a case."""
    incident = first(group.tellings, lambda t: t.review.dates.incident)
    id_ = case_key(group.owner, label)
    return graph.add(
        model.Case(
            id=id_,
            name=caption(group.tellings),
            canonical=id_,
            incidentFrom=incident.from_ if incident else None,
            incidentTo=incident.to if incident else None,
            incidentPrinted=incident.printed if incident else None,
            incidentBasis=incident.basis if incident else None,
        )
    )


def add_review(graph: Graph, group: CaseGroup, label: str, kind: str, tellings: tuple[Telling, ...]) -> model.Review:
    """Add one review of a case; each kind of review of one case is a review of its own."""
    id_ = review_key(group.owner, kind, label)
    completed, published, notified = (_date(tellings, name) for name in ("completed", "published", "notified"))
    stage = _date(tellings, "rapid_review")  # the end of the rapid review does not complete the review it led to
    completed = None if stage and completed == stage and kind != "rapid-review" else completed
    incident = _date(group.tellings, "incident")
    basis, found = next(
        ((b, d) for b, d in (("incident", incident), ("review", notified or completed or stage or published)) if d),
        (None, None),
    )
    told = [t.record.document for t in tellings]
    period = next((d.period for d in told if d.period), None)
    if found is None and period is not None:
        basis, found = "period", period
    aliases = dict.fromkeys(a for t in tellings for a in (*t.labels, *t.review.aliases))
    name = caption(tellings)
    return graph.add(
        model.Review(
            id=id_,
            name=name,
            kind=kind,
            canonical=id_,
            ref=first(tellings, lambda t: t.review.ref),
            aliases=sorted(a for a in aliases if a != name),
            decision=first(tellings, lambda t: t.review.decision),
            onlyInTracker=all(d.kind == "action-tracker" for d in told),
            followsUp=sorted({name for t in tellings for name in t.review.follows_up}),
            rapidReviewFrom=stage.from_ if stage else None,
            rapidReviewTo=stage.to if stage else None,
            completedFrom=completed.from_ if completed else None,
            completedTo=completed.to if completed else None,
            completedPrinted=completed.printed if completed else None,
            publishedFrom=published.from_ if published else None,
            publishedTo=published.to if published else None,
            publishedPrinted=published.printed if published else None,
            notifiedFrom=notified.from_ if notified else None,
            notifiedTo=notified.to if notified else None,
            datedFrom=found.from_ if found else None,
            datedTo=found.to if found else None,
            dateBasis=basis,
        )
    )


def _date(tellings: Iterable[Telling], name: str) -> DateSpan | None:
    return first(tellings, lambda t: getattr(t.review.dates, name))


def match_children(group: CaseGroup) -> list[tuple[Child, list[tuple[Telling, Child]]]]:
    """The children of a case: each with all tellings of it. Same name, else the only fitting one without a name."""
    found: list[tuple[Child, list[tuple[Telling, Child]]]] = []
    for telling in group.tellings:
        taken: set[int] = set()
        for child in telling.review.children:
            place = next((n for n, (known, _) in enumerate(found) if n not in taken and _one(known, child)), None)
            if place is None:
                found.append((child, [(telling, child)]))
                taken.add(len(found) - 1)
            else:
                known, told = found[place]
                found[place] = (_filled(known, child), [*told, (telling, child)])
                taken.add(place)
    return found


def _one(known: Child, child: Child) -> bool:
    named = known.name and child.name
    if named and label_form(known.name or "") != label_form(child.name or ""):
        return False
    pairs = ((known.age_months, child.age_months), (known.sex, child.sex))
    conflict = any(a is not None and b is not None and a != b for a, b in pairs)
    ends = {known.outcome, child.outcome} == {"died", "serious-harm"}
    return known.role == child.role and (bool(named) or not (conflict or ends))


def _filled(known: Child, child: Child) -> Child:
    blank = {n: v for n, v in child if getattr(known, n) in (None, "not-stated") and v not in (None, "not-stated")}
    return known.model_copy(update=blank)


def add_child(graph: Graph, case: model.Case, order: int, child: Child) -> model.Child:
    """Add a child of a case."""
    node = graph.add(
        model.Child(
            id=f"{case.id}:child-{order}",
            name=joined(child.name) if child.name else "child",
            agePrinted=child.age,
            ageMonths=child.age_months,
            ageBand=band(child.age_months),
            sex=child.sex,
            outcome=child.outcome,
            planStatus=child.plan_status,
        )
    )
    graph.link(case, "CONCERNS", node, role=child.role)
    return node


def band(months: float | None) -> str | None:
    """The age band shared outputs use; None for no age or an adult's."""
    if months is None or months < 0:
        return None
    return next((name for limit, name in _BANDS if months < limit), None)
