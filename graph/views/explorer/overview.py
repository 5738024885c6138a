"""The overview picture: themes on a grid, so that no label lies on another, near those they share learning with.

Everything is in screen pixels at scale 1: the picture is never zoomed, so a label of 13 px is 13 px.
"""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from functools import partial
from itertools import combinations
from typing import Any

from graph.marks import MARK

COLOURS = ["#1D5FA8", "#7A3E9D", "#A34700", "#00703C", "#B10E1E", "#505A5F", "#6B4E00"]
SHAPES = ["dot", "square", "triangle", "diamond", "star", "hexagon", "triangleDown"]
COLUMNS, ROWS = 6, 6
CELL, ROW, SHIFT, EDGE = 132, 122, 50, 6
WIDTH = COLUMNS * CELL + SHIFT + 2 * EDGE
LINE = 17  # characters of a line of a label: with the widest letters a cell
MOST_LINES = 40  # more lines than this say nothing
_UNSEEN = re.compile(r"[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")


def overview(themes: list[dict[str, Any]], facts: list[dict[str, Any]]) -> dict[str, Any]:
    """vis-network data with fixed places: `{nodes, edges, groups, width, height, of}`.

    The most told themes, at most one a cell; `of` is how many there are. A node's `about` is how many learning points
    are about it, `confirmed` how many of these a person confirmed, `by_wording` how many were taken by their words
    alone. Colour and shape both say the group.
    """
    from pyvis.network import Network

    points = [f for f in facts if f["kind"] == "learning"]
    about = [sorted({t["theme"] for t in p["themes"] if t["polarity"] != "absent"}) for p in points]
    told = Counter(theme for each in about for theme in each)
    sure = Counter(theme for p in points for theme in {t["theme"] for t in p["themes"] if t["state"] == "confirmed"})
    by_words = Counter(theme for p, each in zip(points, about, strict=True) if p.get("by_wording") for theme in each)
    known = {t["id"]: t for t in themes if told[t["id"]]}
    shown = sorted(known, key=lambda t: (-told[t], t))[: COLUMNS * ROWS]
    shared = Counter(pair for each in about for pair in combinations((t for t in each if t in shown), 2))
    lines = sorted((pair for pair, n in shared.items() if n > 1), key=lambda pair: (-shared[pair], pair))[:MOST_LINES]
    groups = sorted({known[t]["group"] for t in known})
    net = Network(directed=True)  # undirected pyvis drops parallel edges and is slow to add
    for theme, (x, y) in _places(shown, shared).items():
        kind = groups.index(known[theme]["group"])
        net.add_node(
            theme,
            label=_label(known[theme]["name"], told[theme], sure[theme], by_words[theme]),
            color=COLOURS[kind % len(COLOURS)],
            shape=SHAPES[kind % len(SHAPES)],
            size=8 + 10 * (told[theme] / max(told.values())) ** 0.5,
            x=x,
            y=y,
            about=told[theme],
            confirmed=sure[theme],
            by_wording=by_words[theme],
            theme_group=known[theme]["group"],
        )
    for a, b in lines:
        net.add_edge(a, b, width=min(shared[a, b] / 2, 4), arrows="", shared=shared[a, b])
    legend = [
        {
            "name": g,
            "colour": COLOURS[i % len(COLOURS)],
            "shape": SHAPES[i % len(SHAPES)],
            "themes": sum(known[t]["group"] == g for t in known),
        }
        for i, g in enumerate(groups)
    ]
    drawn = {"nodes": net.nodes, "edges": net.edges, "groups": legend}
    rows = -(-len(shown) // COLUMNS)
    return drawn | {"width": WIDTH, "height": rows * ROW + 16, "of": len(known)}


def _label(name: str, told: int, confirmed: int, by_wording: int) -> str:
    """At most three lines of the name and one of counts; characters that steer or hide text are left out.

    What was taken by its words alone nobody confirmed: where that is all, it is said instead.
    """
    lines = textwrap.wrap(_UNSEEN.sub(" ", name), LINE, max_lines=3, placeholder=" …") or ["no name"]
    return "\n".join([*lines, f"{told}, {MARK if told == by_wording else f'{confirmed} confirmed'}"])


def _far(wanted: tuple[float, float], cell: tuple[float, float]) -> tuple[float, tuple[float, float]]:
    return (cell[0] - wanted[0]) ** 2 + (cell[1] - wanted[1]) ** 2, cell


def _places(shown: list[str], shared: Counter[tuple[str, str]]) -> dict[str, tuple[float, float]]:
    """A cell of the grid for each theme: the free one nearest to where a spring layout wants it, most told first."""
    if not shown:
        return {}
    import networkx as nx

    net = nx.Graph()
    net.add_nodes_from(shown)
    net.add_weighted_edges_from((a, b, n) for (a, b), n in sorted(shared.items()))
    wanted = nx.spring_layout(net, seed=7, iterations=120, weight="weight")
    rows = -(-len(shown) // COLUMNS)
    cells = [(EDGE + (c + 0.5) * CELL + (r % 2) * SHIFT, (r + 0.4) * ROW) for r in range(rows) for c in range(COLUMNS)]
    wide, high = COLUMNS * CELL / 2, rows * ROW / 2
    placed: dict[str, tuple[float, float]] = {}
    for theme in shown:
        x, y = (float(wanted[theme][0]) + 1) * wide, (float(wanted[theme][1]) + 1) * high
        cell = min(cells, key=partial(_far, (x, y)))
        cells.remove(cell)
        placed[theme] = cell
    return placed
