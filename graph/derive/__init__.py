"""Derive: what follows from the stated facts, each relationship with the rule and version that made it.

Pure Python on the graph in memory. Nothing derived is ever more than probable: only a person confirms.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from graph.decisions.apply import apply
from graph.decisions.closing import rest_on_evidence
from graph.decisions.links import decide_again
from graph.derive.answering import add_answers
from graph.derive.arising import add_arising
from graph.derive.assessed import add_assessed
from graph.derive.by_wording import add_by_wording
from graph.derive.counts import add_counts
from graph.derive.delivering import add_delivery, add_delivery_told_elsewhere, add_repeats
from graph.derive.echo import add_echoes
from graph.derive.foremost import add_foremost
from graph.derive.improvement import add_improvement
from graph.derive.known import add_known
from graph.derive.likeness import forget
from graph.derive.means import add_means
from graph.derive.opportunity import add_opportunity
from graph.derive.places import add_places
from graph.derive.promises import add_promises
from graph.derive.recurrence import add_recurrence
from graph.derive.replied import add_replies
from graph.derive.services import add_services
from graph.derive.statements import statements
from graph.derive.status_told import add_status_told
from graph.derive.summed import add_summed
from graph.derive.testing import add_follow_ups, add_tests
from graph.derive.timescales import add_timescales
from graph.derive.views import add_views
from graph.derive.years import add_years
from graph.memory import Graph, uncollected
from graph.project import project
from graph.project.editions import Edition, add_editions

if TYPE_CHECKING:
    from graph.codebook import Codebook
    from graph.decisions import Decision
    from graph.decisions.attach import Attached
    from graph.records import DocumentRecord

__all__ = ["build", "derive"]


def derive(graph: Graph, codebook: Codebook, decided: Sequence[Attached] = ()) -> None:
    """Add the derived relationships to a projected graph; status comes before recurrence, which reads it.

    `decided` is what people decided, as `graph.decisions.apply` gives it: what they rejected leads to nothing more.
    """
    told = statements(graph)  # once: no step changes what they say, of whom and where
    add_delivery(graph, codebook, told)
    add_repeats(graph, codebook, told)
    add_delivery_told_elsewhere(graph)
    add_answers(graph, told)
    add_follow_ups(graph)
    add_recurrence(graph, codebook, told)
    decide_again(graph, decided)
    add_improvement(graph, codebook, told)
    add_tests(graph)
    add_promises(graph, told)
    add_timescales(graph)
    add_means(graph)
    add_services(graph)
    add_views(graph)
    add_echoes(graph, codebook, told)
    add_opportunity(graph, codebook, told)
    forget()
    rest_on_evidence(graph, decided)
    add_assessed(graph)
    add_status_told(graph)
    add_known(graph)
    add_replies(graph)
    add_places(graph)
    add_by_wording(graph)
    add_arising(graph)
    add_counts(graph)
    add_years(graph)
    add_summed(graph)
    add_foremost(graph)


def build(
    records: Iterable[DocumentRecord],
    codebook: Codebook,
    decisions: Sequence[Decision] = (),
    editions: Sequence[Edition] = (),
) -> Graph:
    """Records to the whole graph in memory: resolved, projected, decided by people and derived.

    `editions` are those that newer ones replaced, as `graph.collection` gives them.
    """
    with uncollected():
        graph = project(records, codebook, decisions)
        add_editions(graph, editions)
        derive(graph, codebook, apply(graph, decisions))
    return graph
