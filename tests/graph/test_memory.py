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
