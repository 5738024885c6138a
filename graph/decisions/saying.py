"""Who may say a status: asked here for the command, the tracker's workbook and files written by hand alike.

What cannot be said by this person, or on this evidence, is refused in a sentence and changes nothing. What can be said
but is usually for somebody else is taken, with a sentence that stands beside it.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph import model
from graph.decisions.closing import lacks
from graph.decisions.model import StatusDecision
from graph.decisions.statuses import by_an_analyst, closer_is_asked, closes, may_say, statuses
from graph.declare import Node
from graph.memory import Graph


@dataclass(frozen=True)
class Standing:
    """What is said of a decision before it is taken: why it cannot be, "" where it can, and what stands beside it."""

    refused: str = ""
    beside: tuple[str, ...] = ()


def standing_of(graph: Graph, decision: StatusDecision, thing: Node | None = None) -> Standing:
    """Whether this role may say this status of this thing, and what a reader should know of it."""
    if lacking := lacks(graph, decision):
        return Standing(lacking)
    if closes(decision.status) and (alone := by_an_analyst(decision.by)):
        return Standing(alone)
    beside: list[str] = []
    if closes(decision.status) and thing is not None:
        asked = [agency.name for agency in graph.targets(thing, "ADDRESSED_TO", model.Agency)]
        if own := closer_is_asked(decision.by, asked):
            beside.append(
                f"{own} is asked to act on this and now closes it; the owner proposes and somebody else closes"
            )
    if not may_say(decision.status, decision.by):
        whose = statuses()[decision.status].whose
        beside.append(f"this is usually for {whose} to say; it is recorded as said by {decision.by.strip()}")
    return Standing("", tuple(beside))


def doubted(graph: Graph) -> list[str]:
    """Closings of a built graph that were for somebody else to say, a sentence each for whoever loads."""
    found = []
    for decision in sorted(graph.all(model.Decision), key=lambda d: (str(d.on), d.id)):
        if decision.found and decision.caution:
            day = f" of {decision.on.isoformat()}" if decision.on else ""
            found.append(f"a decision{day} by {decision.by} ({decision.name}) is taken: {decision.caution}")
    return found
