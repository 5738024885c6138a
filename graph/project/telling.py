"""One telling of a case or a test: its dated events, agencies, learning, recommendations, actions and views."""

from __future__ import annotations

from graph import model
from graph.declare import Node
from graph.project.context import Projection, short
from graph.project.items import add_action, add_evidence, add_finding, add_judgement, add_recommendation
from graph.project.times import Span, of_case, of_document, of_recommendation, of_test
from graph.records import Coding, Review
from graph.resolve.tellings import Telling
from graph.text import digest


def add_case_telling(p: Projection, telling: Telling, review: model.Review, case: model.Case) -> None:
    """Add what one document tells of a case and its review."""
    told = telling.review
    opening = told.quote or next(iter(telling.labels), "")
    for node in (review, case):
        p.stated(node, opening, told.page, told.line)
    for line in told.context:
        p.stated(case, line.quote or line.text, line.page, line.line, line.heading)
    for harm in told.harms:
        if theme := p.graph.get(model.Theme, harm):
            p.graph.link(case, "ABOUT", theme, sense="harm", state="suggested")
    _events(p, telling, case)
    for agency in told.agencies:
        p.graph.link(case, "INVOLVES", p.agency(agency.name, agency.kind))
    for partnership in told.partnerships:
        p.graph.link(case, "INVOLVES", p.agency(partnership, "safeguarding-partnership"))
    _themes(p, told, review)
    _facts(p, told, review, of_case(told, p.document), test=False)


def add_test_telling(p: Projection, telling: Telling, test: Node) -> None:
    """Add what one document tells of an audit, deep dive, dip sample or inspection."""
    told = telling.review
    p.stated(test, told.quote or next(iter(telling.labels), ""), told.page, told.line)
    for line in told.context:
        p.stated(test, line.quote or line.text, line.page, line.line, line.heading)
    for agency in told.agencies:
        p.graph.link(test, "INVOLVES", p.agency(agency.name, agency.kind))
    for partnership in told.partnerships:
        p.graph.link(test, "INVOLVES", p.agency(partnership, "safeguarding-partnership"))
    _themes(p, told, test)
    _facts(p, told, test, of_test(told, p.document), test=True)


def _facts(p: Projection, told: Review, owner: Node, dated: Span, *, test: bool) -> None:
    for finding in told.findings:
        add_finding(p, finding, owner, dated)
    made = of_recommendation(told, p.document, test=test)
    for recommendation in told.recommendations:
        add_recommendation(p, recommendation, owner, made)
    said = of_document(p.document)  # an action is told by its document, whenever the case was
    for action in told.actions:
        add_action(p, action, owner, said)
    for impact in told.impacts:
        add_evidence(p, impact, owner, said)
    for judgement in told.judgements:
        add_judgement(p, judgement, owner)


def _themes(p: Projection, told: Review, owner: Node) -> None:
    p.about(owner, [Coding(id=t.id, cue=t.cue, rule=t.basis, sense=t.sense) for t in told.themes])


def _events(p: Projection, telling: Telling, case: model.Case) -> None:
    for order, entry in enumerate(telling.review.chronology, start=1):
        node = p.graph.add(
            model.ChronologyEntry(
                id=f"{case.id}:event-{digest(telling.source, size=4)}-{order}",
                name=short(entry.date_printed) or f"event {order}",
                text=entry.text,
                order=order,
                dateFrom=entry.date.from_ if entry.date else None,
                dateTo=entry.date.to if entry.date else None,
            )
        )
        p.questioned.append(node)
        p.graph.link(case, "HAS_EVENT", node)
        p.stated(node, entry.quote or entry.text, entry.page, entry.line, entry.heading)
