"""The scrutineer's view beside a status, and who may close: the owner is warned, one analyst alone may not."""

from __future__ import annotations

from datetime import date

import pytest

from graph import model
from graph.decisions import ScrutinyView, StatusDecision
from graph.decisions.apply import orphans
from graph.decisions.saying import doubted
from graph.decisions.scrutiny import edited_out, mark
from graph.decisions.statuses import by_an_analyst, closer_is_asked
from graph.decisions.withdrawn import GONE
from graph.memory import Graph
from graph.questions import ask
from graph.store import Store
from graph.trace import trace
from tests.graph.test_deciding import ASKED, asked_of, made
from tests.graph.test_every_answer import run_of

DAY, LATER = date(2026, 3, 2), date(2026, 5, 4)


def view(
    thing: str, said: str, *, by: str = "independent scrutineer", on: date = LATER, note: str = ""
) -> ScrutinyView:
    return ScrutinyView.model_validate({"thing": thing, "view": said, "by": by, "on": on, "note": note})


def views(graph: Graph) -> list[str]:
    return [j.text for j in graph.all(model.Judgement) if j.view]


def test_a_view_stands_beside_the_status_and_changes_none() -> None:
    thing = asked_of(made())
    closed = StatusDecision(thing=thing.id, status="C-IN", by="safeguarding partners", on=DAY)
    graph = made(
        closed, view(thing.id, "disagrees", note="No audit was seen."), view(thing.id, "agrees", on=date(2026, 9, 1))
    )
    assert views(graph) == [
        "does not agree with how it stands: No audit was seen.",
        "agrees with how it stands",
    ]  # the later view takes nothing away
    (event,) = [e for e in graph.all(model.StatusEvent) if e.status == "C-IN"]
    assert event.closes
    assert asked_of(graph).assessedCode == "C-IN"


@pytest.mark.parametrize(
    ("by", "note", "reason"),
    [
        ("learning lead", "No audit was seen.", "for the independent scrutineer to give"),
        ("independent chair and scrutineer", "", "needs a reason"),
    ],
)
def test_a_view_of_another_or_without_a_reason_waits(by: str, note: str, reason: str) -> None:
    graph = made(view(asked_of(made()).id, "disagrees", by=by, note=note))
    assert views(graph) == []
    (waiting,) = orphans(graph)
    assert reason in (waiting.reason or "")


def test_the_checklist_and_the_trace_show_the_view(store: Store) -> None:
    thing = asked_of(made())
    graph = made(view(thing.id, "disagrees", note="No audit was seen."))
    store.sync(graph, collection="c", run=run_of("1"))
    rows = ask(store, "closure-checklist", {"text": thing.id}).rows
    told = {row["item"]: row for row in rows}
    assert told["scrutiny view"]["met"] == "against"
    assert told["scrutiny view"]["detail"] == "independent scrutineer, 2026-05-04"
    assert told["scrutiny view"]["evidence"][0]["quote"].startswith("Decided by independent scrutineer, 2026-05-04")
    assert told["assessed status"]["answer"] == thing.assessed
    before = ask(store, "closure-checklist", {"text": thing.id, "as_of": "2026-04-01"}).rows
    assert "no view of the scrutineer is recorded" in {row["answer"] for row in before}
    # A view changes no status, so what was assessed on what was known by then stands.
    assert [row["answer"] for row in before if row["item"] == "assessed status"] == [thing.assessed]
    steps = [step for step in trace(store, ASKED[:40]).steps if step.kind == "view"]
    assert [(step.text, step.date) for step in steps] == [
        ("does not agree with how it stands: No audit was seen.", "4 May 2026")
    ]


def test_a_file_written_by_hand_is_asked_who_closes_as_the_command_is() -> None:
    thing = asked_of(made())
    alone = made(StatusDecision(thing=thing.id, status="C-IN", by="analyst", on=DAY))
    (waiting,) = orphans(alone)
    assert "only two together may say that it is closed" in (waiting.reason or "")
    assert not any(event.closes for event in alone.all(model.StatusEvent))
    agency = made().targets(thing, "ADDRESSED_TO", model.Agency)[0].name
    own = made(StatusDecision(thing=thing.id, status="C-IN", by=f"board lead of {agency}", on=DAY))
    (sentence,) = doubted(own)
    assert f"{agency} is asked to act on this and now closes it" in sentence
    assert asked_of(own).assessedCode == "C-IN"  # taken, and said
    assert doubted(made(StatusDecision(thing=thing.id, status="C-IN", by="safeguarding partners", on=DAY))) == []


def test_a_view_that_is_gone_from_its_file_is_noticed() -> None:
    first, second = view("a:action:1", "disagrees", note="No audit was seen."), view("a:action:1", "agrees")
    noted = [mark(first), mark(second)]
    assert edited_out(noted, [first, second]) == []
    assert edited_out(noted, [second]) == [mark(first)]
    softened = first.model_copy(update={"note": "Some doubt."})
    assert edited_out(noted, [softened, second]) == [mark(first)]
    withdrawn = first.model_copy(update={"thing": GONE + first.thing, "note": "[its document was withdrawn]"})
    assert edited_out(noted, [withdrawn, second]) == []
    assert "No audit" not in mark(first)


def test_who_may_close() -> None:
    asked = ["Ashmere Police", "Health"]
    assert closer_is_asked("safeguarding lead of Ashmere Police", asked) == "Ashmere Police"
    assert closer_is_asked("safeguarding partners", asked) == ""
    assert by_an_analyst("analyst")
    assert not by_an_analyst("two analysts")
    assert not by_an_analyst("analyst and safeguarding partners")
