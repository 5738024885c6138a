"""How far each recommendation and action is, as assessed: reply, delivery, evidence and effect, beside what is printed.

Four answers, never one, for everybody a recommendation is asked of; "not stated" where nothing is said. What a person
decided comes first, then a printed closing record. What is worked out here opens nothing, closes nothing and is no
more than a suggestion: delivered and not yet tested, or put off for long.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from graph import model
from graph.decisions.statuses import CLOSING_PRINTED, NO_PERSON, PRINTED, WORKED_OUT, closes, statuses, words_of
from graph.declare import Node, Value
from graph.derive.replied import NOT_STATED, SURE, kinds, limited, replies_to
from graph.derive.status_told import fragment
from graph.memory import Graph
from graph.project.times import iso_span
from graph.text import key

WAITS = "open; for a person to judge"
AWAITED = "complete-evidence-awaited"
DONE = (AWAITED, "complete-evidenced", "embedded")
OVER = (*DONE, "superseded", "cancelled")
GOING = ("under-way", "on-track", "at-risk", "overdue")
LATE = timedelta(days=365)
MOVED = 2  # times a due date may be put off before that is the matter
Owed = model.Recommendation | model.Action


@dataclass(frozen=True)
class Assessed:
    """The four answers and the code, with who says so and why. Empty `code`: it waits for a person's judgement."""

    response: str
    delivery: str
    shown: str | None
    effect: str
    code: str
    by: str
    why: str

    @property
    def words(self) -> str:
        """The code in words; where software says so, with the reply that an answered one got, or that limits it."""
        words = words_of(self.code) if self.code else WAITS
        if self.by == WORKED_OUT and self.code == "O-RR":
            return f"{words}: {self.response}"
        if self.by == WORKED_OUT and not self.code and limited(self.response):
            return words.replace("open;", f"open; {self.response};")
        return words

    def values(self) -> dict[str, Value]:
        """As properties of a recommendation, an action or ADDRESSED_TO."""
        return {
            "response": self.response,
            "delivery": self.delivery,
            "shown": self.shown,
            "effect": self.effect,
            "assessed": self.words,
            "assessedCode": self.code or None,
            "assessedBy": self.by,
            "assessedWhy": self.why,
        }


def add_assessed(graph: Graph) -> None:
    """Fill the assessed properties of recommendations, of actions, and of ADDRESSED_TO of recommendations."""
    for action in graph.all(model.Action):
        found = _of_action(graph, action)
        graph.change(action, **found.values(), stands=_stands(action, found))
    for asked in graph.all(model.Recommendation):
        graph.change(asked, **_of_recommendation(graph, asked, None).values())
        for edge in graph.edges_from(asked, "ADDRESSED_TO"):
            agency = graph.nodes[edge.target_label][edge.target]
            graph.change_link(edge, **_of_recommendation(graph, asked, agency).values())


def _of_action(graph: Graph, action: model.Action) -> Assessed:
    said = _last(_said(graph, action, None))
    status = said.status if said else action.status
    shown, effect = _shown(graph, [action]), _effect(graph, [action])
    if said:
        code, by, why = said.status, said.by, said.note or ""
    elif closed := _closed(graph, action):
        code, by, why = action.status, PRINTED, f"{closed.statusPrinted or closed.name}"
    elif status not in OVER and _overdue(action):
        code, by, why = "overdue", WORKED_OUT, f"It was due by {action.due} and is told as open after that."
    elif status == "not-stated":
        code, by, why = status, WORKED_OUT, "No loaded document says how far it is."
    elif status in DONE and status != AWAITED and shown is None:
        code, by, why = AWAITED, WORKED_OUT, "It is printed as done with evidence; none is in the loaded documents."
    else:
        code, by, why = status, PRINTED if action.statusPrinted else WORKED_OUT, action.statusPrinted or ""
        if fragment(why, action.text):
            why = f"the verb “{why}”"
        why = why or "Read from its verb."
    return Assessed(NOT_STATED, _delivery([(action, code)]), shown, effect, code, by, why)


def _of_recommendation(graph: Graph, asked: model.Recommendation, agency: Node | None) -> Assessed:
    """As assessed for one of those it is asked of; for all of them together where none is given."""
    actions = _actions(graph, asked, agency)
    told = [(a, a.assessedCode or a.status) for a in actions]
    own = [e.status for e in graph.targets(asked, "HAS_STATUS", model.StatusEvent) if e.by in ("printed", "derived")]
    alone = AWAITED if own and own[-1] in DONE and not _shown(graph, [asked]) else own[-1] if own else ""
    delivery = _delivery(told) if told else _delivery([(asked, alone)]) if alone else NOT_STATED
    parts: list[Owed] = [asked, *actions]
    shown, effect, response = _shown(graph, parts), _effect(graph, parts), kinds(replies_to(graph, asked, agency))
    said = _last(_said(graph, asked, agency))
    if said:
        response = _answered(said.status, response)
        return Assessed(response, delivery, shown, effect, said.status, said.by, said.note or "")
    if closed := _closed(graph, asked):
        code = "C-IE" if shown and shown >= statuses()["C-IE"].least else "C-IN"
        why = f"A closing record is printed: {closed.statusPrinted or closed.name}"
        why += f"; so is a reply: {response}" if limited(response) else ""
        return Assessed(response, delivery, shown, effect, code, CLOSING_PRINTED, why)
    code, why = _suggested(told, delivery, effect, response)
    return Assessed(response, delivery, shown, effect, code, WORKED_OUT, why)


def _suggested(told: list[tuple[model.Action, str]], delivery: str, effect: str, response: str) -> tuple[str, str]:
    """What the facts suggest: never more than open, and empty where only a person can judge."""
    if moved := next((a for a, code in told if code not in OVER and len(set(a.previousDue)) >= MOVED), None):
        return "O-UN", f"An action's due date was moved {len(set(moved.previousDue))} times."
    if late := next((a for a, code in told if code not in OVER and _overdue(a, LATE)), None):
        return "O-UN", f"An action was due by {late.due} and is told as open more than 12 months after."
    if limited(response) and delivery != NOT_STATED:
        return (
            "",
            f"The reply is {response}; what is linked to it is {delivery}. Whether that would do is for a person.",
        )
    if delivery in ("said to be done", "done, with evidence"):
        if effect == NOT_STATED:
            return "O-DE", "Everything linked to it is said to be done, and no test of it is in the loaded documents."
        return "", f"It is said to be done and was tested since ({effect}); what follows is for a person to judge."
    if told:
        return "", f"What is linked to it is {delivery}; whether that would do is for a person to judge."
    if response != NOT_STATED:
        return "O-RR", f"A reply is printed ({response}); whether it is enough is for a person to judge."
    return "NS", "No loaded document says what became of it."


def _stands(action: model.Action, found: Assessed) -> str:
    """Its status in the codes of actions, where people may have said it in those of recommendations."""
    if found.code == AWAITED:
        return found.code
    if found.by in NO_PERSON:
        return action.status
    if found.code[:2] not in ("C-", "O-"):
        return found.code
    if found.code == "O-DE" or found.code.endswith("-IN"):
        return AWAITED
    if found.code.endswith("-IE"):
        return "complete-evidenced"
    if found.code.startswith("C-"):
        return "superseded" if found.code == "C-SU" else "cancelled"
    return "under-way" if action.status in DONE else action.status


# --- the four answers -----------------------------------------------------------------------------------------------


def _answered(code: str, response: str) -> str:
    """The reply where a person says that one is awaited or has come; what is printed says more than that it came."""
    if code == "O-AR":
        return "awaited"
    return "answered" if code == "O-RR" and response == NOT_STATED else response


def _delivery(told: Sequence[tuple[Node, str]]) -> str:
    """How much of what was to be done is said to be done; the least of it counts."""
    codes = [code for _, code in told]
    done = [c for c in codes if c in DONE]
    dropped = [c for c in codes if c in ("superseded", "cancelled")]
    if codes and len(done) + len(dropped) == len(codes):
        if not done:
            return "given up"
        return "done, with evidence" if all(c != AWAITED for c in done) else "said to be done"
    if done:
        return "said to be done in part"
    if any(c in GOING for c in codes):
        return "under way"
    if any(c == "paused" for c in codes):
        return "paused"
    if any(c == "not-started" for c in codes):
        return "not started"
    return NOT_STATED


def _shown(graph: Graph, parts: Iterable[Owed]) -> str | None:
    """The strongest evidence for it; what speaks against it shows nothing."""
    offered = [e for part in parts for e in graph.targets(part, "EVIDENCED_BY", model.Evidence)]
    return max((e.grade for e in offered if e.polarity != "contradicts"), default=None)


def _effect(graph: Graph, parts: Iterable[Owed]) -> str:
    """What later tests and cases say of it. That something is seen again does not prove that an action failed."""
    parts = list(parts)
    better = any(e.properties.get("certainty") in SURE for p in parts for e in graph.edges_from(p, "IMPROVED_IN"))
    again = any(
        e.properties.get("certainty") in SURE and e.properties.get("type") in ("R2", "R3")
        for p in parts
        for e in graph.edges_from(p, "RECURS_IN")
    )
    if better and again:
        return "found better, and seen again"
    if better or again:
        return "found better in a later test" if better else "seen again"
    tested = any(graph.sources(p, "TESTS", model.Assurance) for p in parts)
    return "tested; what was found is not joined to it" if tested else NOT_STATED


# --- who says so ----------------------------------------------------------------------------------------------------


def _actions(graph: Graph, asked: model.Recommendation, agency: Node | None) -> list[model.Action]:
    """The actions that deliver it; of one of those asked, the ones it leads, where leads are named at all."""
    edges = [e for e in graph.edges_from(asked, "DELIVERED_BY") if e.properties.get("certainty") in SURE]
    actions = [a for e in edges if (a := graph.get(model.Action, e.target))]
    if agency is None:
        return actions
    leads = {a.id: {g.id for g in graph.targets(a, "ADDRESSED_TO", model.Agency)} for a in actions}
    return [a for a in actions if agency.id in leads[a.id]] if any(leads.values()) else actions


def _said(graph: Graph, node: Owed, agency: Node | None) -> list[model.StatusEvent]:
    """What people said of it, earliest first; of one of those asked, what was said of it or of all."""
    events = [e for e in graph.targets(node, "HAS_STATUS", model.StatusEvent) if e.by not in ("printed", "derived")]
    events.sort(key=lambda e: e.dateTo or date.min)
    if agency is None:
        # A closing for one of several closes nothing for all of them.
        return [e for e in events if e.addressee is None or e.closes or not closes(e.status)]
    return [e for e in events if e.addressee is None or key(e.addressee) == key(agency.name)]


def _last(events: list[model.StatusEvent]) -> model.StatusEvent | None:
    return events[-1] if events else None


def _closed(graph: Graph, node: Owed) -> model.StatusEvent | None:
    """The printed record that closes it, where one stands."""
    events = graph.targets(node, "HAS_STATUS", model.StatusEvent)
    return next((e for e in events if e.closes and e.by in ("printed", "derived")), None)


def _overdue(action: model.Action, by: timedelta = timedelta()) -> bool:
    """Whether it was due before the time that its document tells of, where it is not done; by how much at least."""
    due = iso_span(action.due)
    return bool(due and action.datedFrom and due[1] + by < action.datedFrom)
