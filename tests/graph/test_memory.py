"""The graph in memory refuses at once what the model does not allow."""

from __future__ import annotations

import pytest

from graph import model
from graph.memory import Graph


def test_a_relationship_needs_its_declared_key_property() -> None:
    graph = Graph()
    finding = graph.add(model.Finding(id="f", name="f", text="f", polarity="shortfall"))
    theme = graph.add(model.Theme(id="t", name="t"))
    with pytest.raises(ValueError, match="ABOUT needs sense"):
        graph.link(finding, "ABOUT", theme, cue="f")
    assert graph.link(finding, "ABOUT", theme, sense="learning").properties == {"sense": "learning"}


def test_unknown_properties_and_pairs_are_refused() -> None:
    graph = Graph()
    theme = graph.add(model.Theme(id="t", name="t"))
    with pytest.raises(ValueError, match="no property colour"):
        graph.link(theme, "BROADER", theme, colour="red")
    with pytest.raises(ValueError, match="the model has no"):
        graph.link(theme, "ABOUT", theme, sense="learning")


def test_a_relationship_is_changed_in_its_place_and_no_other_with_it() -> None:
    graph = Graph()
    theme = graph.add(model.Theme(id="t", name="t"))
    found = [graph.add(model.Finding(id=id_, name=id_, text=id_, polarity="shortfall")) for id_ in "abc"]
    edges = [graph.link(finding, "ABOUT", theme, sense="learning", state="suggested") for finding in found]
    changed = graph.change_link(edges[1], state="confirmed")
    assert [e.properties["state"] for e in graph.edges.values()] == ["suggested", "confirmed", "suggested"]
    assert graph.edges_from(found[1], "ABOUT") == [changed]
    assert [f.id for f in graph.sources(theme, "ABOUT", model.Finding)] == ["a", "b", "c"]
    graph.unlink(edges[0])
    assert [f.id for f in graph.sources(theme, "ABOUT", model.Finding)] == ["b", "c"]
    assert not graph.edges_from(found[0], "ABOUT")


def test_a_graph_that_was_lightened_is_walked_as_before() -> None:
    graph = Graph()
    theme = graph.add(model.Theme(id="t", name="t"))
    found = [graph.add(model.Finding(id=id_, name=id_, text=id_, polarity="shortfall")) for id_ in "ab"]
    for finding in found:
        graph.link(finding, "ABOUT", theme, sense="learning")
    graph.lighten()
    graph.lighten()
    assert graph.targets(found[0], "ABOUT", model.Theme) == [theme]
    graph.lighten()
    later = graph.add(model.Finding(id="c", name="c", text="c", polarity="shortfall"))
    graph.link(later, "ABOUT", theme, sense="learning")
    assert graph.sources(theme, "ABOUT", model.Finding) == [*found, later]
    graph.lighten()
    graph.unlink(graph.edges[next(iter(graph.edges))])
    assert graph.sources(theme, "ABOUT", model.Finding) == [found[1], later]
