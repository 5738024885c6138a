"""Progress and evidence that a person adds to what the documents say."""

from __future__ import annotations

from graph import model
from graph.decisions.attach import Attached
from graph.decisions.model import Evidenced, UpdateDecision
from graph.memory import Graph
from graph.project.context import short
from graph.project.grading import grade
from graph.text import digest, joined

RULE = "graded by a person"


def add_progress(graph: Graph, attached: Attached) -> None:
    """A dated note of an action, after those printed. Of a recommendation it stands in the decision alone."""
    decision, thing = attached.decision, attached.thing
    assert isinstance(decision, UpdateDecision)
    if isinstance(thing, model.Action):
        graph.change(thing, updates=[*thing.updates, f"{decision.on.isoformat()}: {decision.text} ({decision.by})"])


def add_evidence(graph: Graph, attached: Attached, passage: model.Passage) -> None:
    """Evidence with the grade the person gives, else the grade its words have."""
    decision, thing = attached.decision, attached.thing
    assert isinstance(decision, Evidenced)
    assert thing is not None
    by_words = grade(decision.text)
    node = model.Evidence(
        id=evidence_id(thing.id, decision.text),
        name=short(decision.text),
        text=joined(decision.text),
        grade=decision.grade or by_words.grade,
        cue=None if decision.grade else by_words.cue,
        rule=RULE if decision.grade else by_words.rule,
        datedFrom=decision.on,
        datedTo=decision.on,
    )
    known = graph.get(model.Evidence, node.id)
    if known is None:
        graph.add(node)
    else:
        node = graph.change(known, **node.row())
    graph.link(thing, "EVIDENCED_BY", node)
    graph.link(node, "STATED_IN", passage)


def evidence_id(thing: str, text: str) -> str:
    """The id that evidence of a thing gets."""
    return f"{thing}:offered:{digest(text)}"
