"""Seen improved: a later test or inspection finds good practice where something had been asked for or found wanting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph import model
from graph.derive.likeness import likeness
from graph.derive.order import order
from graph.derive.recurrence import ByTheme, narrower_of
from graph.derive.statements import Scopes, statements
from graph.memory import Graph

if TYPE_CHECKING:
    from graph.codebook import Codebook

RULE = "seen-improved/1"
ALIKE_SPECIFIC = 0.3  # with one specific theme
ALIKE_ASKED = 0.22  # with one specific theme, from a recommendation, which says what it is about
ALIKE = 0.6


def add_improvement(graph: Graph, codebook: Codebook) -> None:
    """Add IMPROVED_IN: only where a test says so, about the same practice, and the order is proven."""
    told = statements(graph)
    scopes, narrower = Scopes(graph), narrower_of(codebook)
    targets = ByTheme(
        (s for s in told if isinstance(s.node, model.Finding) and s.node.polarity == "good-practice" and s.tests),
        narrower,
    )
    for source in told:
        node = source.node
        wanting = isinstance(node, model.Finding) and node.polarity in ("shortfall", "barrier")
        asked = isinstance(node, model.Recommendation) and node.stated
        if not (wanting or asked or isinstance(node, model.Action)):
            continue
        for target, themes in targets.sharing(source):
            if scopes.scope(source.owners, target.owners) is None or source.places & target.places:
                continue
            if order(source, target) != "after":
                continue
            alike = likeness(source.text, target.text)
            for theme in themes:
                bar = (ALIKE_ASKED if asked else ALIKE_SPECIFIC) if codebook.concepts[theme].specific else ALIKE
                if alike.value < bar or alike.telling < 2:
                    continue
                shared = ", ".join(f"“{w}”" for w in alike.shared[:4])
                graph.link(
                    node,
                    "IMPROVED_IN",
                    target.node,
                    theme=theme,
                    similarity=alike.value,
                    certainty="probable",
                    why=f"A later {target.tests[0].kind.replace('-', ' ')} found good practice on "
                    f"{codebook.concepts[theme].label}; they share {shared}.",
                    rule=RULE,
                )
