"""Whose documents tell each fact: the partnerships, which questions would otherwise look up through passages.

And the other way round: on which themes the documents of a partnership have learning and recommendations.
"""

from __future__ import annotations

from collections import defaultdict

from graph import model
from graph.memory import Graph

KINDS = (
    model.Finding,
    model.Recommendation,
    model.Action,
    model.Evidence,
    model.StatusEvent,
    model.Response,
    model.Judgement,
)
WANTING = ("shortfall", "barrier")
_OF_REVIEW = ("IDENTIFIES", "MAKES", "LED_TO", "EVIDENCED_BY", "CONCLUDED_BY")


def add_places(graph: Graph) -> None:
    """Set `places` of every fact: ids of the partnerships whose work it is, by name; none where none is stated.

    A review gives its own (a catalogue tells of many areas); what stands in none is of those its documents tell of.
    """
    of: dict[str, list[model.Partnership]] = {
        d.id: graph.targets(d, "TELLS_OF", model.Partnership) for d in graph.all(model.Document)
    }
    for kind in KINDS:
        for fact in graph.all(kind):
            told = {
                p.id: p.name
                for type_ in _OF_REVIEW
                for owner in (*graph.sources(fact, type_, model.Review), *graph.sources(fact, type_, model.Assurance))
                for p in graph.targets(owner, "CONDUCTED_FOR", model.Partnership)
            } or {
                p.id: p.name
                for passage in graph.targets(fact, "STATED_IN", model.Passage)
                for document in graph.targets(passage, "OF", model.Document)
                for p in of[document.id]
            }
            if told:
                graph.change(fact, places=sorted(told, key=lambda id_: (told[id_], id_)))
    _add_themes(graph)


def _add_themes(graph: Graph) -> None:
    """Set the themes of each partnership: of its learning, of what is wanting in it, and of what is recommended."""
    heard: dict[str, set[str]] = defaultdict(set)
    wanting: dict[str, set[str]] = defaultdict(set)
    asked: dict[str, set[str]] = defaultdict(set)
    for finding in (f for f in graph.all(model.Finding) if f.polarity != "absent"):
        about = {e.target for e in graph.edges_from(finding, "ABOUT")}
        for place in finding.places:
            heard[place] |= about
            if finding.polarity in WANTING:
                wanting[place] |= about
    for recommendation in graph.all(model.Recommendation):
        for place in recommendation.places:
            asked[place] |= {e.target for e in graph.edges_from(recommendation, "ABOUT")}
    for one in graph.all(model.Partnership):
        graph.change(one, heard=sorted(heard[one.id]), wanting=sorted(wanting[one.id]), asked=sorted(asked[one.id]))
