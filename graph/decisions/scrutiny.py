"""The independent scrutineer's view of how a recommendation or action stands: kept beside the status, never instead.

Only the scrutineer can give it, and to disagree needs a reason. It closes nothing and opens nothing; every view stays.
"""

from __future__ import annotations

import hashlib

from graph import model
from graph.decisions.attach import Attached
from graph.decisions.model import ScrutinyView
from graph.decisions.record import SAYS
from graph.decisions.statuses import roles
from graph.memory import Graph
from graph.project.context import short
from graph.text import key


def unfit(decision: ScrutinyView) -> str:
    """Why a view cannot be taken, in words; empty where it can."""
    if not any(word in key(decision.by) for word in roles()["scrutineer"]):
        return "a view beside the status is for the independent scrutineer to give"
    return "" if decision.view == "agrees" or decision.note else "to disagree needs a reason"


def add_scrutiny(graph: Graph, attached: Attached, passage: model.Passage) -> None:
    """Add the view as an attributed opinion of the recommendation or action, with its passage."""
    decision, thing = attached.decision, attached.thing
    assert isinstance(decision, ScrutinyView)
    assert thing is not None
    text = f"{SAYS[decision.view]}: {decision.note}" if decision.note else SAYS[decision.view]
    told = hashlib.sha256(decision.model_dump_json().encode()).hexdigest()[:16]
    view = graph.add(
        model.Judgement(
            id=f"{thing.id}:scrutiny:{told}",
            name=short(text),
            text=text,
            author=decision.by,
            authorRole="scrutineer",
            polarity="not-stated",
            view=decision.view,
            givenOn=decision.on,
        )
    )
    graph.link(thing, "RECEIVED", view)
    graph.link(view, "STATED_IN", passage)
