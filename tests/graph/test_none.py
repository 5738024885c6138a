"""What was taken by its words alone can be said to be none; nothing else can, and nothing goes in silence."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from graph import model
from graph.decisions import (
    CodingDecision,
    Decision,
    Evidenced,
    LinkDecision,
    NotOne,
    ScrutinyView,
    StatusDecision,
    ValueDecision,
)
from graph.decisions.apply import orphans, waits
from graph.decisions.meant import describe
from graph.decisions.none import hinders
from graph.declare import Node
from graph.derive import build, improvement
from graph.memory import Graph
from graph.records import DocumentRecord
from tests.graph.made import CODEBOOK, action, audit, finding, recommendation, record, review, span

WHO: dict[str, Any] = {"by": "learning lead", "on": date(2024, 3, 2), "note": "thanks"}
THANKS = "The chair thanked all who had come in spite of the snow."
LISTED = "Strategy discussions were held late."
AGAIN = "Strategy discussions were held late again."
ASKED = "Strategy discussions are to be held within one working day of every referral."
DOING = "Strategy discussions are now held within one working day of every referral."


def records(
    *extra: Any, doing: dict[str, Any] | None = None, thanks: str = THANKS, by_wording: bool = True
) -> list[DocumentRecord]:
    thanked = finding(thanks, "strategy", "neglect").model_copy(update={"by_wording": by_wording})
    asked = recommendation(ASKED, "strategy", ref="1")
    findings = [finding(LISTED, "strategy"), thanked]
    early = review("Elm", completed=span("2019-06-30"), findings=findings, recommendations=[asked])
    doing = {"leads": ["The Chairs"], "recommendation": "1", "by_wording": True} | (doing or {})
    actions = [action(DOING, "strategy", **doing), *extra]
    later = review("Oak", incident=span("2025-02-01"), findings=[finding(AGAIN, "strategy")])
    return [
        record("digest.txt", published="2019-09-01", title="Digest", reviews=[early]),
        record("report.txt", published="2021-10-01", title="Report", reviews=[review("Elm", actions=actions)]),
        record("later.txt", published="2025-09-01", title="Later", reviews=[later]),
    ]


def made(*decisions: Decision, of: list[DocumentRecord] | None = None) -> Graph:
    return build(of or records(), CODEBOOK, decisions)


def told(graph: Graph, text: str) -> list[Node]:
    return [
        n for kind in (model.Finding, model.Recommendation, model.Action) for n in graph.all(kind) if n.text == text
    ]


def one(graph: Graph, text: str) -> Any:
    (found,) = told(graph, text)
    return found


def none(thing: Node, document: str = "Digest", **more: Any) -> NotOne:
    about = {"thing": thing.id, "document": document, "quote": getattr(thing, "text", "")}
    return NotOne(**about | WHO | more)


@pytest.fixture(scope="module")
def plain() -> Graph:
    return made()


def test_it_is_taken_out_with_what_hangs_on_it_and_its_passage_stays_with_the_decision(plain: Graph) -> None:
    graph = made(none(one(plain, THANKS)))
    assert told(graph, THANKS) == []
    assert told(graph, LISTED)
    (decision,) = graph.all(model.Decision)
    assert (decision.kind, decision.name, decision.was, decision.found) == ("none", "no learning point", THANKS, True)
    (passage,) = graph.targets(decision, "DECIDES", model.Passage)
    assert passage.quote == THANKS
    assert [d.name for d in graph.targets(passage, "OF", model.Document)] == ["Digest"]
    assert THANKS in describe(graph, passage)
    (said,) = graph.targets(decision, "STATED_IN", model.Passage)
    assert said.quote == f"Decided by learning lead, 2024-03-02: no learning point: “{THANKS}”. thanks"
    before, after = (next(t for t in g.all(model.Theme) if t.id == "neglect") for g in (plain, graph))
    assert (before.suggested, after.suggested) == (1, 0)


def test_of_an_action_its_status_its_links_and_an_agency_only_it_named_go_too(plain: Graph) -> None:
    worded = records(doing={"status": "complete-evidence-awaited"})
    before = made(of=worded)
    act = one(before, DOING)
    assert before.sources(act, "DELIVERED_BY", model.Recommendation)
    assert before.targets(act, "HAS_STATUS", model.StatusEvent)
    assert [a.name for a in before.all(model.Agency)] == ["The Chairs"]
    graph = made(none(act, "Report"), of=worded)
    assert told(graph, DOING) == []
    assert not [e for e in graph.edges.values() if act.id in (e.source, e.target)]
    assert graph.all(model.StatusEvent) == []
    assert graph.all(model.Agency) == []
    assert [d.name for d in graph.all(model.Decision)] == ["no action"]


def test_what_stands_under_a_heading_or_was_found_by_a_rule_can_never_be_taken_out(plain: Graph) -> None:
    for text in (LISTED, ASKED):
        thing = one(plain, text)
        assert "stands under a heading or was found by a rule" in hinders(plain, thing)
        graph = made(none(thing))
        assert one(graph, text)
        (waiting,) = orphans(graph)
        assert "is kept and waits: it stands under a heading" in waits(waiting)
        assert [d.kind for d in graph.sources(one(graph, text), "DECIDES", model.Decision)] == ["none"]


def test_what_a_rule_tells_elsewhere_in_its_document_is_not_of_its_words_alone(plain: Graph) -> None:
    again = records(action(DOING, "strategy", leads=["Health"], recommendation="1"))
    graph = made(none(one(plain, DOING), "Report"), of=again)
    assert one(graph, DOING).byWording is False
    assert len(orphans(graph)) == 1


@pytest.mark.parametrize("day", [1, 3], ids=["before it", "after it"])
@pytest.mark.parametrize(
    ("kind", "said", "why"),
    [
        (StatusDecision, {"status": "O-DE"}, "its status is told or was decided"),
        (StatusDecision, {"status": "C-IN"}, "its status is told or was decided"),
        (Evidenced, {"text": "An audit of 30 cases found it in use.", "grade": "E3"}, "evidence is told of it"),
        (CodingDecision, {"theme": "strategy", "choice": "keep"}, "a person confirmed a theme or a link of it"),
        (CodingDecision, {"theme": "neglect", "choice": "add"}, "a person confirmed a theme or a link of it"),
        (ValueDecision, {"field": "due", "value": "2025-01-31"}, "a person decided something else about it"),
        (ScrutinyView, {"view": "agrees", "by": "independent scrutineer"}, "a view of it is told"),
    ],
)
def test_what_a_person_took_for_one_stays_and_the_decision_waits(
    plain: Graph, kind: Any, said: dict[str, Any], why: str, day: int
) -> None:
    act = one(plain, DOING)
    other = kind(**{"thing": act.id, "document": "Report", "quote": DOING} | WHO | said)
    graph = made(other, none(act, "Report", on=date(2024, 3, day)))
    assert one(graph, DOING)
    assert [(d.kind, d.reason) for d in orphans(graph)] == [("none", why)]


def test_a_link_that_a_person_made_speaks_against_it_and_one_refused_does_not(plain: Graph) -> None:
    act, asked, thanks, listed = (one(plain, text) for text in (DOING, ASKED, THANKS, LISTED))
    joined: dict[str, Any] = {"thing": asked.id, "relation": "DELIVERED_BY", "other": act.id} | WHO
    again: dict[str, Any] = {"thing": listed.id, "relation": "RECURS_IN", "other": thanks.id} | WHO
    for link, thing, document in ((joined, act, "Report"), (again, thanks, "Digest")):
        yes, no = (LinkDecision(**{"choice": choice, **link}) for choice in ("yes", "no"))
        kept = made(yes, none(thing, document))
        assert [d.reason for d in orphans(kept) if d.kind == "none"]
        assert told(kept, thing.text)
        graph = made(no, none(thing, document))
        assert told(graph, thing.text) == []
        refused = next(d for d in graph.all(model.Decision) if d.kind == "link")
        assert [p.quote for p in graph.targets(refused, "DECIDES", model.Passage)] == [thing.text]
        assert told(made(yes, no, none(thing, document)), thing.text) == []


def test_evidence_that_only_a_rule_joins_by_like_words_does_not_speak_against_it() -> None:
    """What a later test found of like practice is worked out after all decisions: it would be gone with the action."""
    text = "Strategy discussions are held within one working day of every referral."
    good = finding(text, "strategy", polarity="good-practice")
    later = record("audit.txt", published="2023-05", reviews=[audit("Audit", "2023-03-10", findings=[good])])
    of = [*records(), later]
    before = made(of=of)
    act = one(before, DOING)
    assert [e.rule for e in before.targets(act, "EVIDENCED_BY", model.Evidence)] == [improvement.EVIDENCE]
    assert hinders(before, act, DOING) == ""
    graph = made(none(act, "Report"), of=of)
    assert told(graph, DOING) == []
    assert orphans(graph) == []
    offered = Evidenced(
        **{"thing": act.id, "document": "Report", "quote": DOING} | WHO | {"text": "A dip sample found it."}
    )
    assert hinders(made(offered, of=of), act) == "evidence is told of it"


def test_a_printed_closing_keeps_it() -> None:
    closed = "Closed by the safeguarding partners' Executive on 3 February 2022."
    of = records(doing={"status": "complete-evidence-awaited", "status_printed": closed})
    graph = made(none(one(made(of=of), DOING), "Report"), of=of)
    assert any(e.closes for e in graph.targets(one(graph, DOING), "HAS_STATUS", model.StatusEvent))
    assert [d.reason for d in orphans(graph)] == ["its status is told or was decided"]


def test_it_is_found_again_by_its_own_words_and_waits_where_they_are_others(plain: Graph) -> None:
    said = none(one(plain, THANKS))
    assert told(made(said.model_copy(update={"thing": "old:finding:1"})), THANKS) == []
    longer = THANKS.rstrip(".") + " but nobody had read the report."
    graph = made(said, of=records(thanks=longer))
    assert one(graph, longer)  # what a person never looked at is not taken out with what they did
    assert len(orphans(graph)) == 1
    gone = made(said, of=records(thanks="Nothing alike is printed here at all."))
    assert [(d.reason, d.was) for d in orphans(gone)] == [("its words are in no loaded document called Digest", THANKS)]
    unquoted = made(said.model_copy(update={"quote": ""}))
    assert one(unquoted, THANKS)
    assert len(orphans(unquoted)) == 1


def test_a_better_reader_that_explains_it_brings_it_back(plain: Graph) -> None:
    graph = made(none(one(plain, THANKS)), of=records(by_wording=False))
    assert one(graph, THANKS)
    assert "stands under a heading" in (orphans(graph)[0].reason or "")


def test_two_people_may_say_so_and_dropped_themes_stay_told(plain: Graph) -> None:
    thanks = one(plain, THANKS)
    about = {"thing": thanks.id, "document": "Digest", "quote": THANKS}
    dropped = CodingDecision(**{"theme": "neglect", "choice": "drop"} | about | WHO)
    decisions: list[Decision] = [dropped, none(thanks), none(thanks, by="analyst")]
    graph, other = made(*decisions), made(*reversed(decisions))
    assert told(graph, THANKS) == []
    assert orphans(graph) == []
    assert all(graph.targets(d, "DECIDES", model.Passage) for d in graph.all(model.Decision))
    assert graph.nodes == other.nodes
    assert graph.edges.keys() == other.edges.keys()
