"""By what means an action is to work: reminding, training, a procedure, a tool, an audit, a change of role or system.

It is read from the action's own words and says nothing of whether it was done or worked. Nothing is stored where the
words name no means.
"""

from __future__ import annotations

import re
from functools import lru_cache

from graph import model
from graph.memory import Graph
from graph.text import key
from graph.yaml_data import data_of


def add_means(graph: Graph) -> None:
    """Fill `means` of actions."""
    for action in graph.all(model.Action):
        if (found := means(action.text)) is not None:
            graph.change(action, means=found)


def means(text: str) -> str | None:
    """The means a text names first; where two begin at one place, the stronger. None where it names none."""
    folded = key(text)
    found = [
        (match.start(), -strength, name)
        for strength, (name, cues) in enumerate(_means())
        if (match := min(filter(None, (cue.search(folded) for cue in cues)), key=lambda m: m.start(), default=None))
    ]
    return min(found)[2] if found else None


@lru_cache(maxsize=1)
def _means() -> tuple[tuple[str, tuple[re.Pattern[str], ...]], ...]:
    data = data_of("graph.derive", "means.yaml")
    return tuple((row["name"], tuple(re.compile(cue) for cue in row["cues"])) for row in data["means"])
