"""What the embedded engine is taught with before its classes are kept ready: a made-up graph, and the real questions.

`quicker.py` says what for, and runs this as a process of its own. The graph is made from the model alone: two
nodes of each kind and every relationship between them, so that each statement of a load is run and no document is read.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from graph.declare import NODES, RELATIONSHIPS, Node, Property, Value
from graph.memory import Graph
from graph.model import LoadRun
from graph.store import Store
from graph.store.bolt import Bolt
from graph.store.keeper import DATABASE, Engine

MADE_UP = "made-up"
CONNECT_SECONDS = 60.0
DAY = date(2000, 1, 1)
# a text may be read as a day by a question
VALUES: dict[str, Value] = {
    "string": DAY.isoformat(),
    "integer": 1,
    "float": 1.0,
    "boolean": True,
    "date": DAY,
    "list of strings": [MADE_UP],
}


def made_up() -> tuple[Graph, LoadRun]:
    """Two nodes of each kind with every property, and what may join them; and the load that would write them."""
    graph, made = Graph(), dict[tuple[str, int], Node]()
    for label, kind in NODES.items():
        for number in (1, 2):
            words = _values(kind.properties) | {"id": f"{label}-{number}", "name": f"{MADE_UP} {label} {number}"}
            made[label, number] = kind(**words)
    for (label, _), node in made.items():
        if label != LoadRun.label:  # the store joins what it writes to the load itself
            graph.add(node)
    for relationship in RELATIONSHIPS.values():
        for source, target in relationship.triples:
            if LoadRun.label not in (source, target):
                for one, other in ((1, 1), (2, 2), (1, 2)):
                    ends = made[source, one], made[target, other]
                    graph.link(ends[0], relationship.type, ends[1], **_values(relationship.properties))
    run = LoadRun(
        id=MADE_UP,
        name=MADE_UP,
        collection=MADE_UP,
        startedAt=DAY.isoformat(),
        finishedAt=None,
        codebook=MADE_UP,
        version=MADE_UP,
        added=0,
        changed=0,
        removed=0,
    )
    return graph, run


def _values(properties: dict[str, Property]) -> dict[str, Value]:
    return {name: VALUES[property.type] for name, property in properties.items()}


def teach(engine: Engine) -> None:
    """Fill an engine that runs with the made-up graph, and ask it every question that can be asked without more."""
    login = ("root", (engine.folder / "password").read_text("utf-8"))
    address = f"bolt://127.0.0.1:{engine.bolt}"
    bolt = Bolt(address, login, DATABASE, embedded=True, where=address, connect_timeout=CONNECT_SECONDS)
    with Store(bolt, None, None) as store:
        fill(store)


def fill(store: Store) -> None:
    """The made-up graph into a store, and the questions asked of it."""
    from graph.questions import ask, questions

    graph, run = made_up()
    store.sync(graph, collection=run.collection, run=run)
    store.counts()
    for question in questions().values():
        if not question.needs:
            ask(store, question.id)


if __name__ == "__main__":
    from graph.store.embedded import package
    from graph.store.quicker import quietly

    quietly(Path(sys.argv[1]), package(), teach)
