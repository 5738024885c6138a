"""The overview picture: themes that share learning points, placed once in Python so that nothing moves on screen."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import Any

COLOURS = ["#1D5FA8", "#7A3E9D", "#A34700", "#00703C", "#B10E1E", "#505A5F", "#6B4E00"]
SHAPES = ["dot", "square", "triangle", "diamond", "star", "hexagon", "triangleDown"]
WIDTH, HEIGHT = 1500, 950


def overview(themes: list[dict[str, Any]], points: list[dict[str, Any]]) -> dict[str, Any]:
    """vis-network nodes and edges with fixed places: {nodes, edges, groups}; colour and shape both say the group."""
    import networkx as nx
    from pyvis.network import Network

    groups = sorted({t["group"] for t in themes})
    shared = Counter(pair for p in points for pair in combinations(sorted(set(p["themes"])), 2))
    layout = nx.Graph()
    layout.add_nodes_from(t["id"] for t in themes)
    layout.add_weighted_edges_from((a, b, n) for (a, b), n in sorted(shared.items()) if n > 1)
    place = nx.spring_layout(layout, seed=7, k=1.4, iterations=200) if themes else {}
    net = Network(directed=True)  # undirected pyvis drops parallel edges and is slow to add
    for theme in themes:
        kind = groups.index(theme["group"])
        x, y = place[theme["id"]]
        net.add_node(
            theme["id"],
            label=f"{theme['name']}\n{theme['points']}",
            color=COLOURS[kind % len(COLOURS)],
            shape=SHAPES[kind % len(SHAPES)],
            size=12 + 3 * theme["points"] ** 0.5,
            x=float(x) * WIDTH,
            y=float(y) * HEIGHT,
            physics=False,
        )
    for (a, b), n in sorted(shared.items()):
        if n > 1:
            net.add_edge(a, b, width=min(n, 6), arrows="")
    legend = [
        {"name": g, "colour": COLOURS[i % len(COLOURS)], "shape": SHAPES[i % len(SHAPES)]} for i, g in enumerate(groups)
    ]
    return {"nodes": net.nodes, "edges": net.edges, "groups": legend}
