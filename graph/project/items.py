"""What a document says was learnt, asked, done, shown and thought: one function per kind of fact."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import cast

from graph import model
from graph.declare import Node
from graph.project.closing import closes, closing_time
from graph.project.context import Projection, short
from graph.project.evidence_facts import facts_of, stale_from
from graph.project.grading import grade
from graph.project.times import Span, iso_span, of_document
from graph.records import Action, Evidence, Finding, Impact, Judgement, Priority, Recommendation, Response, Update
from graph.text import digest, key

STATUS_WORDS = {
    "not-started": "not started",
    "under-way": "under way",
    "on-track": "on track",
    "at-risk": "at risk",
    "overdue": "overdue",
    "complete-evidence-awaited": "said to be done; evidence not stated",
    "complete-evidenced": "done, with evidence",
    "embedded": "held at a later test",
    "paused": "paused",
    "superseded": "replaced by another",
    "cancelled": "cancelled",
    "not-stated": "not stated",
}


def add_finding(p: Projection, finding: Finding, owner: Node | None, dated: Span) -> model.Finding:
    """Add a learning point; without an owner it belongs to the document, and to no review."""
    node = p.graph.add(
        model.Finding(
            id=p.keys.fact("finding", p.scope, finding.text),
            name=short(finding.text),
            text=finding.text,
            polarity=finding.polarity,
            judgedBy=finding.judged_by,
            byWording=finding.by_wording,
            heading=finding.heading,
            datedFrom=dated.first,
            datedTo=dated.last,
            dateBasis=dated.basis,
        )
    )
    p.stated(node, finding.quote or finding.text, finding.page, finding.line, finding.heading)
    p.about(node, finding.themes)
    if owner is not None:
        p.graph.link(owner, "IDENTIFIES", node)
    p.asked.learnt(p.scope, node)
    return node


def add_recommendation(p: Projection, found: Recommendation, owner: Node | None, dated: Span) -> model.Recommendation:
    """Add a recommendation with its addressees and, where the document says how far it got, its status."""
    node = p.graph.add(
        model.Recommendation(
            id=p.keys.fact("recommendation", p.scope, found.text, number=found.ref),
            name=short(found.text, f"{found.ref}." if found.ref else ""),
            text=found.text,
            ref=found.ref,
            stated=found.stated,
            due=found.due,
            duePrinted=found.due_printed,
            successMeasure=found.success_measure,
            byWording=found.by_wording,
            datedFrom=dated.first,
            datedTo=dated.last,
            dateBasis=dated.basis,
        )
    )
    p.stated(node, found.quote or found.text, found.page, found.line, found.heading)
    p.about(node, found.themes)
    for name in found.addressees:
        p.graph.link(node, "ADDRESSED_TO", p.agency(name), role="addressee")
    if owner is not None:
        p.graph.link(owner, "MAKES", node)
    p.asked.asked(p.scope, node, found)
    _add_status(p, node, found.status, found.status_printed, found.quote or found.text, found, [], None)
    return node


def add_action(p: Projection, found: Action, owner: Node | None, dated: Span) -> model.Action:
    """Add an action; the same words claimed in several places of a document are one action with several claims."""
    same = (
        key(found.text),
        found.status,
        found.status_printed or "",
        found.due or "",
        found.completed or "",
        found.recommendation or "",
    )
    node = p.claims.find(same)
    if node is None:
        node = p.graph.add(
            model.Action(
                id=p.keys.fact("action", found.text),
                name=short(found.text),
                text=found.text,
                status=found.status,
                statusPrinted=found.status_printed,
                promise=found.promise,
                recommendation=found.recommendation,
                due=found.due,
                duePrinted=found.due_printed,
                previousDue=list(found.previous_due),
                completed=found.completed,
                ref=found.ref,
                successMeasure=found.success_measure,
                byWording=found.by_wording,
                updates=[f"{u.date}: {u.text}" if u.date else u.text for u in found.updates],
                datedFrom=dated.first,
                datedTo=dated.last,
                dateBasis=dated.basis,
            )
        )
        p.claims.add(same, node)
        for evidence in found.evidence:
            add_evidence(p, evidence, node, dated)
        _add_status(
            p,
            node,
            found.status,
            found.status_printed,
            found.quote or found.text,
            found,
            found.updates,
            found.completed,
        )
    elif not found.by_wording:  # once it stands under a heading, or is found by a rule, it is not of its words alone
        node = p.graph.change(cast(model.Action, p.graph.get(model.Action, node.id)), byWording=False)
    p.stated(node, found.quote or found.text, found.page, found.line, found.heading)
    p.about(node, found.themes)
    for name in found.leads:
        p.graph.link(node, "ADDRESSED_TO", p.agency(name), role="lead")
    if owner is not None:
        p.graph.link(owner, "LED_TO", node)
    return node


def add_evidence(p: Projection, found: Evidence | Impact, owner: Node | None, dated: Span) -> model.Evidence:
    """Add evidence, graded by what it says and not by the heading it stands under."""
    graded = grade(found.text, found.grade, found.cue)
    facts = facts_of(found.text, graded, found.heading)
    first, last = facts.dated or (dated.first, dated.last)
    inspected = isinstance(owner, model.Assurance) and owner.kind == "inspection"
    node = p.graph.add(
        model.Evidence(
            id=p.keys.fact("evidence", p.scope, found.text),
            name=short(found.text),
            text=found.text,
            grade=graded.grade,
            cue=graded.cue,
            rule=graded.rule,
            method=facts.method,
            sampleSize=facts.sample_size,
            independence="inspectorate" if inspected else facts.independence,
            polarity=facts.polarity if graded.grade >= "E2" else None,
            datedFrom=first,
            datedTo=last,
            staleFrom=stale_from(last) if last and graded.grade >= "E3" else None,
        )
    )
    p.stated(node, found.quote or found.text, found.page, found.line, found.heading)
    if isinstance(found, Impact):
        p.about(node, found.themes)
    if owner is not None:
        p.graph.link(owner, "EVIDENCED_BY", node)
    return node


def add_judgement(p: Projection, found: Judgement, owner: Node | None) -> model.Judgement:
    """Add an attributed opinion."""
    node = p.graph.add(
        model.Judgement(
            id=p.keys.fact("judgement", p.scope, found.text),
            name=short(found.text),
            text=found.text,
            author=found.author,
            authorRole=found.author_role,
            polarity=found.polarity,
        )
    )
    p.stated(node, found.quote or found.text, found.page, found.line, found.heading)
    p.about(node, found.themes)
    if owner is not None:
        p.graph.link(owner, "RECEIVED", node)
    return node


def add_response(p: Projection, found: Response, owners: Sequence[Node]) -> model.Response:
    """Add a reply to recommendations; `owners`: the one it answers, or the review or test that made them all."""
    node = p.graph.add(
        model.Response(
            id=p.keys.fact("response", found.asked, found.text, number=found.answers),
            name=short(found.text),
            text=found.text,
            kind=found.kind,
            author=found.author,
        )
    )
    p.stated(node, found.quote or found.text, found.page, found.line, found.heading)
    for owner in owners:
        p.graph.link(owner, "RESPONDED_WITH", node)
    return node


def add_priority(p: Projection, found: Priority) -> model.Priority:
    """Add what a partnership set out to do, with each of its aims in its own passage."""
    node = p.graph.add(
        model.Priority(
            id=p.keys.fact("priority", found.text, number=found.number),
            name=short(found.text),
            number=found.number,
            sought=[s.text for s in found.sought],
        )
    )
    p.stated(node, found.quote or found.text, found.page, found.line, found.heading)
    for aim in found.sought:
        p.stated(node, aim.quote or aim.text, aim.page, aim.line, aim.heading)
    p.about(node, found.themes)
    return node


def _add_status(
    p: Projection,
    node: model.Recommendation | model.Action,
    status: str,
    status_printed: str | None,
    quote: str,
    place: Action | Recommendation,
    updates: list[Update],
    completed: str | None,
) -> None:
    """Status as a dated event with its source. Only a printed closing record closes; silence closes nothing."""
    dated = iso_span(completed) if completed else None
    if status != "not-stated" or status_printed:
        when = dated or (lambda s: (s.first, s.last))(of_document(p.document))
        closing = closes(status_printed or "") or closes(quote)
        when = (closing_time(status_printed or "") or closing_time(quote) or when) if closing and not dated else when
        _event(p, node, status, status_printed, "printed" if status_printed else "derived", closing, when, quote, place)
    for update in updates:
        if closes(update.text):
            when = iso_span(update.date) or dated or (None, None)
            _event(p, node, "complete-evidence-awaited", update.text, "printed", True, when, update.text, place)


def _event(
    p: Projection,
    node: model.Recommendation | model.Action,
    status: str,
    status_printed: str | None,
    by: str,
    closing: bool,
    when: tuple[date | None, date | None],
    quote: str,
    place: Action | Recommendation,
) -> None:
    event = p.graph.add(
        model.StatusEvent(
            id=f"{node.id}:status:{digest(status, status_printed, quote, str(when[0]))}",
            name="closed by record" if closing else STATUS_WORDS.get(status, status),
            status=status,
            statusPrinted=status_printed,
            by=by,
            closes=closing,
            dateFrom=when[0],
            dateTo=when[1],
        )
    )
    p.graph.link(node, "HAS_STATUS", event)
    p.stated(event, quote, place.page, place.line, place.heading)
