"""The codebook as nodes: every concept, each with its broader one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph import model
from graph.memory import Graph

if TYPE_CHECKING:
    from graph.codebook import Codebook


def add_themes(graph: Graph, codebook: Codebook) -> None:
    """Add all concepts and their order from narrow to broad."""
    for id_ in sorted(codebook.concepts):
        concept = codebook.concepts[id_]
        graph.add(
            model.Theme(
                id=id_,
                name=concept.label,
                altLabels=list(concept.altLabels),
                scopeNote=concept.scopeNote or None,
                specific=bool(concept.specific),
            )
        )
    for id_ in sorted(codebook.concepts):
        broader = codebook.concepts[id_].broader
        if broader:
            graph.link(graph.nodes["Theme"][id_], "BROADER", graph.nodes["Theme"][broader])
