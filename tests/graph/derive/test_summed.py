"""Counts made at load against the same counts made the long way round."""

from __future__ import annotations

from itertools import combinations

from graph import model
from graph.memory import Graph
from tests.small_graph import small_graph


def reviews_with(graph: Graph, *themes: str) -> set[str]:
    """Reviews, each once, in whose tellings all of the themes arise."""
    told: dict[str, set[str]] = {}
    for review in graph.all(model.Review):
        told.setdefault(review.canonical, set()).update(review.themes)
    return {review for review, found in told.items() if set(themes) <= found}


def test_themes_arise_together_in_as_many_reviews_as_name_both() -> None:
    graph = small_graph()
    summed = {(e.source, e.target): e.properties["reviews"] for e in graph.edges_of("ARISES_WITH")}
    pairs = combinations(sorted(t.id for t in graph.all(model.Theme)), 2)
    counted = {pair: len(reviews_with(graph, *pair)) for pair in pairs}
    assert summed == {pair: n for pair, n in counted.items() if n}
    assert summed
    assert all(t.reviews == len(reviews_with(graph, t.id)) for t in graph.all(model.Theme))


def test_areas_and_their_years_are_the_rows_that_reviews_give() -> None:
    graph = small_graph()
    for theme in graph.all(model.Theme):
        told = [r for r in graph.all(model.Review) if theme.id in r.themes]
        rows = {(edge.target, r.years) for r in told for edge in graph.edges_from(r, "CONDUCTED_FOR")}
        nowhere = {r.years for r in told if not graph.edges_from(r, "CONDUCTED_FOR")}
        assert theme.areas == len({place for place, _ in rows})
        assert theme.areaYears == len(rows) + len(nowhere)
    assert any(theme.areaYears > theme.areas > 0 for theme in graph.all(model.Theme))


def test_passages_kept_for_two_themes_state_one_of_them() -> None:
    graph = small_graph()
    for edge in graph.edges_of("ARISES_WITH"):
        first = edge.properties["first"]
        assert isinstance(first, list)
        for id_ in first:
            stated = [n for kind in graph.nodes.values() for n in kind.values() if id_ in _passages(graph, n)]
            about = {e.target for node in stated for e in graph.edges_from(node, "ABOUT")}
            about |= {e.target for e in graph.edges_of("ABOUT") if id_ in (e.properties.get("told") or ())}
            assert {edge.source, edge.target} & about


def test_what_is_asked_of_a_service_is_counted_once() -> None:
    graph = small_graph()
    for edge in graph.edges_of("SPOKEN_OF_ON"):
        asked: set[str] = set()
        for kind in (model.Recommendation, model.Action):
            for one in graph.all(kind):  # type: ignore[type-var]
                kinds = {
                    t.id
                    for agency in graph.targets(one, "ADDRESSED_TO", model.Agency)
                    for t in graph.targets(agency, "OF_TYPE", model.AgencyType)
                }
                if edge.source in kinds and edge.target in {e.target for e in graph.edges_from(one, "ABOUT")}:
                    asked.add(one.id)
        assert edge.properties["asked"] == len(asked)
    assert list(graph.edges_of("SPOKEN_OF_ON"))


def _passages(graph: Graph, node: object) -> set[str]:
    return {e.target for e in graph.edges_from(node, "STATED_IN")}  # type: ignore[arg-type]
