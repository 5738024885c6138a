"""The independent scrutineer's view of how a recommendation or action stands: kept beside the status, never instead.

Only the scrutineer can give it, and to disagree needs a reason. It closes nothing and opens nothing; every view stays.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from graph import model
from graph.decisions.attach import Attached
from graph.decisions.model import ScrutinyView
from graph.decisions.record import SAYS
from graph.decisions.statuses import roles
from graph.decisions.withdrawn import GONE
from graph.memory import Graph
from graph.project.context import short
from graph.text import key


def unfit(decision: ScrutinyView) -> str:
    """Why a view cannot be taken, in words; empty where it can."""
    if not any(word in key(decision.by) for word in roles()["scrutineer"]):
        return "a view beside the status is for the independent scrutineer to give"
    return "" if decision.view == "agrees" or decision.note else "to disagree needs a reason"


def mark(view: ScrutinyView) -> str:
    """A view as a line that tells it apart and quotes nothing: day, role, view and a hash of the rest."""
    rest = f"{view.thing.removeprefix(GONE)}\n{view.note}"
    return f"{view.on} · {view.by} · {view.view} · {hashlib.sha256(rest.encode()).hexdigest()[:12]}"


def edited_out(noted: Iterable[str], views: Iterable[ScrutinyView]) -> list[str]:
    """Of the marks that were noted, those no view bears any more; one of a withdrawn document has lost its words."""
    views = list(views)
    now = {mark(view) for view in views}
    withdrawn = {mark(view).rpartition(" · ")[0] for view in views if view.thing.startswith(GONE)}
    return [one for one in dict.fromkeys(noted) if one not in now and one.rpartition(" · ")[0] not in withdrawn]


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
