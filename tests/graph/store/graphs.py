"""Invented graphs for the store's tests, and a command that syncs one, to be killed or run twice at once."""

from __future__ import annotations

import os
import sys
from datetime import date

from graph.memory import Graph
from graph.model import Agency, Document, Finding, LoadRun, Passage, Recommendation, Statistic, Theme
from graph.store import open_store


def run(number: int = 1, collection: str = "one") -> LoadRun:
    """The values of a load."""
    started = f"2025-01-{number:02d}T09:00:00Z"
    return LoadRun(
        id=f"run-{number}", name=started[:16], collection=collection, startedAt=started, codebook="1", version="0.1"
    )


def small() -> Graph:
    """Two findings with two readings of one theme, a recommendation to two roles of one agency, and a figure."""
    g = Graph()
    document = g.add(
        Document(id="d1", name="Learning from Elm", source="elm/elm.txt", kind="learning-digest", file="elm.txt")
    )
    theme = g.add(Theme(id="sleep", name="Safe sleep", altLabels=["Safer sleep", "Sleep, “safe”"], specific=True))
    agency = g.add(Agency(id="elm-health", name="Health visiting"))
    ask = g.add(
        Recommendation(id="d1-r1", name="1 Ask", text="Ask where the baby sleeps", ref="1", datedFrom=date(2024, 5, 1))
    )
    for n, text in enumerate(["Nobody asked", "=1+1 is no formula\nand this is a second line"]):
        finding = g.add(
            Finding(id=f"d1-f{n}", name=text[:8], text=text, polarity="shortfall", datedFrom=date(2023, 2, 28))
        )
        passage = g.add(Passage(id=f"d1-p{n}", name="Elm, p. 2", quote=text, page=2))
        g.link(finding, "STATED_IN", passage)
        g.link(passage, "OF", document)
        g.link(finding, "ABOUT", theme, sense="learning", cue="asked")
        g.link(finding, "ABOUT", theme, sense="cause", cue="nobody")
    g.link(ask, "ADDRESSED_TO", agency, role="addressee")
    g.link(ask, "ADDRESSED_TO", agency, role="lead")
    g.add(Statistic(id="d1-s1", name="3 of 4", text="3 of 4", numerator=3, denominator=4, unit="case", sense="feature"))
    return g


def large(findings: int, prefix: str = "f") -> Graph:
    """As many findings as asked, each with a passage and two readings of one of ten themes."""
    g = Graph()
    document = g.add(Document(id="d9", name="Long", source="x/long.txt", kind="other", file="long.txt"))
    themes = [g.add(Theme(id=f"t{i}", name=f"Theme {i}")) for i in range(10)]
    for i in range(findings):
        finding = g.add(
            Finding(
                id=f"{prefix}{i}",
                name=f"Point {i}",
                text="was not asked " * 6,
                polarity="shortfall",
                datedTo=date(2024, 1, 1),
            )
        )
        passage = g.add(Passage(id=f"p-{prefix}{i}", name="Long", quote="was not asked " * 8, line=i + 1))
        g.link(finding, "STATED_IN", passage)
        g.link(passage, "OF", document)
        for sense in ("learning", "cause"):
            g.link(finding, "ABOUT", themes[i % 10], sense=sense, cue="asked")
    return g


if __name__ == "__main__":  # graphs.py ADDRESS FINDINGS RUN [PREFIX]
    prefix = sys.argv[4] if len(sys.argv) > 4 else "f"
    with open_store(sys.argv[1], connect_timeout=20) as opened:
        print("open", os.getpid(), flush=True)
        made = opened.sync(large(int(sys.argv[2]), prefix), collection="one", run=run(int(sys.argv[3])))
        print(made.total, flush=True)
