"""The whole projection: codebook, documents, cases and tests, then every fact of every document in sorted order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from graph import model
from graph.check import check_all, check_record
from graph.decisions import Decision
from graph.declare import Node
from graph.memory import Graph
from graph.project.adopted import adopted
from graph.project.cases import add_case, add_child, add_review, match_children
from graph.project.context import Projection
from graph.project.documents import add_document
from graph.project.figures import add_inconsistency, add_statistic
from graph.project.items import (
    add_action,
    add_evidence,
    add_finding,
    add_judgement,
    add_priority,
    add_recommendation,
    add_response,
)
from graph.project.keys import Keys, document_key, source_keys
from graph.project.owners import add_owner, owners_of
from graph.project.sameness import Sameness, add_sameness
from graph.project.telling import add_case_telling, add_test_telling
from graph.project.tests_of_practice import Told, add_test, document_test
from graph.project.themes import add_themes
from graph.project.times import iso_span, of_document, of_inspection, of_recommendation, of_test
from graph.records import Action, DocumentRecord, Inconsistency, Priority, Response
from graph.resolve.resolve import Resolved, Source, resolve
from graph.text import key, same

if TYPE_CHECKING:
    from graph.codebook import Codebook


def project(records: Iterable[DocumentRecord], codebook: Codebook, decisions: Sequence[Decision] = ()) -> Graph:
    """Records as a graph: nodes, stated relationships and sameness; no derived recurrence (see `graph.derive`).

    The same records in any order give the same graph. `decisions` are what people decided, as `graph.collection`
    keeps them.
    """
    graph = Graph()
    add_themes(graph, codebook)
    unique = {document_key(r.document): r for r in records}
    ordered = [unique[id_] for id_ in sorted(unique)]
    stated = owners_of(ordered)
    worked_out = adopted(ordered, stated)
    owners = stated | {document: owner for document, (owner, _) in worked_out.items()}
    for owner in sorted({o.id: o for o in owners.values() if o}.items()):
        add_owner(graph, owner[1])
    owner_ids = {document: owner.id for document, owner in owners.items() if owner}
    # ids keep to what a document says of itself, so that what is loaded beside it later changes none
    sources = source_keys(ordered, {document: owner.id for document, owner in stated.items() if owner})
    resolved = resolve([_source(r, sources, owner_ids) for r in ordered])
    projections: dict[str, Projection] = {}
    for record in ordered:
        id_ = document_key(record.document)
        owner_of_it = graph.get(model.Partnership, owner_ids.get(id_, ""))
        why = worked_out[id_][1] if id_ in worked_out else None
        node = add_document(graph, record.document, sources[id_], owner_of_it, why)
        projections[sources[id_]] = Projection(graph, codebook, record, node, owner_of_it, Keys(sources[id_]))
    told = _add_cases_and_tests(graph, resolved, projections)
    problems = _inconsistencies(ordered)
    same = Sameness.of(resolved)
    del unique, ordered, resolved  # from here on each record is let go as soon as it is in the graph
    for source in sorted(projections):
        p = projections.pop(source)
        own = [told.pop((source, n)) for n in range(len(p.record.reviews))]
        _add_facts(p, own, problems.get(p.node.id, []))
    add_sameness(graph, same, decisions)
    return graph


def _source(record: DocumentRecord, sources: dict[str, str], owners: dict[str, str]) -> Source:
    id_ = document_key(record.document)
    published = iso_span(record.document.published)
    bodies = {body: owners[body] for r in record.reviews if (body := r.partnership)}
    return Source(sources[id_], owners.get(id_, sources[id_]), published[0] if published else None, record, bodies)


def _add_cases_and_tests(
    graph: Graph, resolved: Resolved, projections: dict[str, Projection]
) -> dict[tuple[str, int], Told]:
    """Add all cases, reviews, children and tests; gives for each telling its review or test, and its case."""
    found: dict[tuple[str, int], Told] = {}
    for group, label in zip(resolved.cases, resolved.case_labels, strict=True):
        case = add_case(graph, group, label)
        for kind, tellings in group.kinds().items():
            review = add_review(graph, group, label, kind, tellings)
            graph.link(review, "EXAMINES", case)
            for telling in tellings:
                found[(telling.source, telling.order)] = (telling, review, case)
        for order, (child, told) in enumerate(match_children(group), start=1):
            node = add_child(graph, case, order, child)
            for telling, words in told:
                quote = words.quote or telling.review.quote
                projections[telling.source].stated(node, quote, words.page, words.line)
    for test, label in zip(resolved.tests, resolved.test_labels, strict=True):
        node_ = add_test(graph, test, label)
        for telling in test.tellings:
            found[(telling.source, telling.order)] = (telling, node_, None)
    for telling, review_or_test, _ in found.values():
        if (owner := graph.get(model.Partnership, telling.owner)) is not None:
            graph.link(review_or_test, "CONDUCTED_FOR", owner)
    return found


def _add_facts(p: Projection, told: list[Told], problems: list[Inconsistency]) -> None:
    """Add every fact of one document: those of its reviews and tests, then its own."""
    for telling, owner, case in told:
        p.scope = telling.label
        if case is not None and isinstance(owner, model.Review):
            add_case_telling(p, telling, owner, case)
        else:
            add_test_telling(p, telling, owner)
    p.scope = ""
    record, test = p.record, document_test(p, told)
    dated = of_document(p.document)
    test_dated = _test_span(p, test, told) or dated
    for finding in record.findings:
        add_finding(p, finding, test, test_dated)
    for recommendation in record.recommendations:
        made = of_recommendation(None, p.document, test=False)
        add_recommendation(p, recommendation, test, made if test is None else (_test_span(p, test, told) or made))
    p.asked.join(p)
    priorities = [(add_priority(p, found), found) for found in record.priorities]
    for action in _actions(record):
        add_action(p, action, _priority_of(action.priority, priorities) or test, dated)
    for impact in record.impacts:
        add_evidence(p, impact, _priority_of(impact.priority, priorities) or test, dated)
    for judgement in record.judgements:
        add_judgement(p, judgement, test or p.owner)
    only = [owner for _, owner, _ in told] if len(told) == 1 else []
    for response in record.responses:
        add_response(p, response, _answered(p, response, [test] if test else only))
    for statistic in record.statistics:
        add_statistic(p, statistic)
    for problem in problems:
        add_inconsistency(p, problem)


def _answered(p: Projection, reply: Response, whole: Sequence[Node]) -> Sequence[Node]:
    """What a reply is to: the recommendation it names, else the `whole` of them; nothing where that may be another."""
    if not reply.answers and not reply.asked:
        return whole
    found = p.asked.answered(reply)
    kinds = {one.kind for one in p.record.responses if one.asked == reply.asked}
    return found if len(found) == 1 or (reply.asked and len(kinds) == 1) else []  # one row may be of several reviews


def _test_span(p: Projection, test: Node | None, told: list[Told]) -> Any:
    """When the document's one test was done."""
    if test is None:
        return None
    for telling, node, _ in told:
        if node.id == test.id:
            return of_test(telling.review, p.document)
    return of_inspection(p.document)


def _actions(record: DocumentRecord) -> list[Action]:
    """The document's actions, with the promises that its reader did not also list as actions."""
    listed = {key(a.text) for a in record.actions} | {key(a.text) for r in record.reviews for a in r.actions}
    return [*record.actions, *(p for p in record.promises if key(p.text) not in listed)]


def _priority_of(named: str | None, priorities: list[tuple[model.Priority, Priority]]) -> model.Priority | None:
    """The priority a claim stands under, by its number or its title as printed."""
    if not named:
        return None
    wanted = key(named)
    for node, found in priorities:
        if (found.number and key(found.number) == wanted) or key(found.text) == wanted:
            return node
    for node, found in priorities:
        title, number = key(found.text), key(found.number or "")
        if title in wanted or wanted in title or (number and wanted.split(" ")[0].strip(":.") == number):
            return node
    return None


def _inconsistencies(records: list[DocumentRecord]) -> dict[str, list[Inconsistency]]:
    """What does not add up, by document: as read, within each document, and between them."""
    found = {document_key(r.document): [*r.inconsistencies, *check_record(r)] for r in records}
    for problem in check_all(records):
        told = [r for r in records if problem.document in (r.document.title, r.document.file)]
        printed = [r for r in told if any(same(problem.quote, s.quote or s.text) for s in r.statistics)]
        for record in printed or told[:1]:
            found[document_key(record.document)].append(problem)
    return found
