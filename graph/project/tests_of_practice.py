"""Tests of practice as nodes, and the one test that a whole document may be."""

from __future__ import annotations

from collections.abc import Iterable

from graph import model
from graph.declare import Node
from graph.memory import Graph
from graph.project.cases import first
from graph.project.context import Projection
from graph.project.keys import test_key
from graph.project.times import INSPECTION_KINDS, Span, of_inspection
from graph.resolve.tellings import Telling
from graph.resolve.tests_of_practice import TestGroup
from graph.text import joined

Told = tuple[Telling, Node, model.Case | None]  # one telling, its review or test, and its case
_PLAIN = {"audit": "audit", "deep-dive": "deep dive", "dip-sample": "dip sample", "inspection": "inspection"}


def add_test(graph: Graph, group: TestGroup, label: str) -> model.Assurance:
    """Add one test for all its tellings."""
    telling, date = group.first, group.date
    own = (of_inspection(t.record.document) for t in group.tellings if group.kind == "inspection")
    inspected = next((s for s in own if s), Span())
    return graph.add(
        model.Assurance(
            id=test_key(telling.owner, group.kind, label),
            name=joined(first(group.tellings, lambda t: t.review.name or t.review.ref) or _PLAIN[group.kind]),
            kind=group.kind,
            issuer=_issuer(telling, group.kind) or first(group.tellings, lambda t: t.review.tested_by),
            sampleSize=first(group.tellings, lambda t: t.review.sample_size),
            dateFrom=date.from_ if date else inspected.first,
            dateTo=date.to if date else inspected.last,
            datePrinted=date.printed if date else None,
            followsUp=sorted({name for t in group.tellings for name in t.review.follows_up}),
        )
    )


def _issuer(telling: Telling, kind: str) -> str | None:
    """Whose inspection it is: its publisher's. An audit's tester is rarely printed, and not guessed."""
    document = telling.record.document
    return document.publisher if kind == "inspection" and document.kind in INSPECTION_KINDS else None


def document_test(p: Projection, told: Iterable[Told]) -> model.Assurance | None:
    """The inspection that an inspection's own document is: what stands in no case of it belongs to the inspection.

    `told` is what the document tells. Where no inspection is named in it, the document itself is name and date.
    """
    if p.document.kind not in INSPECTION_KINDS:
        return None
    tests = {node.id: node for _, node, _ in told if isinstance(node, model.Assurance) and node.kind == "inspection"}
    if tests:
        return tests[min(tests)] if len(tests) == 1 else None
    inspected = of_inspection(p.document) or Span()
    test = p.graph.add(
        model.Assurance(
            id=test_key(p.owner_id, "inspection", p.keys.source),
            name=p.document.title,
            kind="inspection",
            issuer=p.document.publisher,
            sampleSize=None,
            followsUp=[],
            dateFrom=inspected.first,
            dateTo=inspected.last,
            datePrinted=p.document.published,
        )
    )
    if p.owner is not None:
        p.graph.link(test, "CONDUCTED_FOR", p.owner)
    p.stated(test, p.document.title)
    return test
