"""A tracker in other words than the report, and one that names no partnership: what is joined, and what is not."""

from __future__ import annotations

import pytest

from graph import model
from graph.derive import build
from graph.memory import Graph
from graph.records import DocumentRecord
from tests.graph import made

ASKED = [
    "Ashmere Safeguarding Children Partnership should refresh the bruising protocol and be sure that health visitors "
    "are trained in it.",
    "Children's social care should make sure that strategy discussions include a paediatrician.",
    "Schools should be told within a day when a child's plan changes.",
    "Agencies should know who cares for a child at night when both parents work shifts.",
]
ANSWERS = {  # words of the tracker → the recommendation that they answer, None for none
    "Reissue the bruising protocol and teach it to every health visitor": 0,
    "Invite a paediatrician to each strategy discussion": 1,
    "Ring head teachers when a plan is altered": 2,  # one word in common is too little
    "Buy chairs for the waiting room": None,
    "Hold a staff celebration": None,
}


def report(partnership: str = made.ASHMERE, name: str = "Robin", file: str = "report.pdf") -> DocumentRecord:
    asked = [made.recommendation(text, ref=str(n)) for n, text in enumerate(ASKED, 1)]
    told = [made.review(name, recommendations=asked)]
    return made.record(file, partnership, published="2024-03-01", reviews=told)


def tracker(name: str | None, *, number: str | None = None, partnership: str | None = None) -> DocumentRecord:
    actions = [made.action(text, recommendation=number) for text in ANSWERS]
    values = {"actions": actions} if name is None else {"reviews": [made.review(name, actions=actions)]}
    return made.record("tracker.csv", partnership, kind="action-tracker", published="2024-09-01", **values)


def joins(graph: Graph) -> dict[str, tuple[int, str]]:
    """By words of the action: which recommendation it may deliver, and how sure that is."""
    found = {}
    for edge in graph.edges_of("DELIVERED_BY"):
        action, asked = graph.get(model.Action, edge.target), graph.get(model.Recommendation, edge.source)
        assert action is not None
        assert asked is not None
        found[action.name] = (int(asked.ref or 0) - 1, str(edge.properties["certainty"]))
    return found


def owner_of(graph: Graph, file: str) -> dict[str, str | None]:
    (document,) = [d for d in graph.all(model.Document) if d.file == file]
    return {e.target: e.properties.get("why") for e in graph.edges_from(document, "TELLS_OF")}  # type: ignore[misc]


@pytest.mark.parametrize("partnership", [made.ASHMERE, None])
def test_rows_in_other_words_are_offered_and_never_more_than_possible(partnership: str | None) -> None:
    found = joins(build([report(), tracker("Robin", partnership=partnership)], made.CODEBOOK))
    assert {words: at for words, (at, _) in found.items()} == {w: at for w, at in ANSWERS.items() if at in (0, 1)}
    assert {sure for _, sure in found.values()} == {"possible"}


def test_of_a_whole_partnership_more_must_be_shared() -> None:
    found = joins(build([report(), tracker(None, partnership=made.ASHMERE)], made.CODEBOOK))
    assert found == {
        "Reissue the bruising protocol and teach it to every health visitor": (0, "possible"),
        "Invite a paediatrician to each strategy discussion": (1, "possible"),
    }


def test_a_number_is_surer_than_words_and_comes_first() -> None:
    found = joins(build([report(), tracker("Robin", number="2")], made.CODEBOOK))
    assert set(found.values()) == {(1, "probable")}


def test_a_tracker_without_a_partnership_is_of_the_one_whose_reviews_it_names() -> None:
    other = report("Millbeck Safeguarding Children Partnership", "Otter", "other.pdf")
    own = owner_of(build([report(), other, tracker("Robin")], made.CODEBOOK), "tracker.csv")
    (why,) = own.values()
    assert set(own) == {"ashmere-safeguarding-children-partnership"}
    assert "names no partnership, but Robin" in (why or "")
    assert list(owner_of(build([report(), tracker("Robin")], made.CODEBOOK), "report.pdf").values()) == [None]


def test_where_two_bear_the_name_or_a_reference_alone_is_shared_it_stays_unknown() -> None:
    twice = report("Millbeck Safeguarding Children Partnership", "Robin", "other.pdf")
    assert owner_of(build([report(), twice, tracker("Robin")], made.CODEBOOK), "tracker.csv") == {}
    numbered = [report(name="RR 5/22"), report("Millbeck Safeguarding Children Partnership", "Otter", "other.pdf")]
    assert owner_of(build([*numbered, tracker("RR 5/22")], made.CODEBOOK), "tracker.csv") == {}


def test_in_a_collection_of_one_partnership_it_is_of_that_one() -> None:
    own = owner_of(build([report(), tracker(None)], made.CODEBOOK), "tracker.csv")
    (why,) = own.values()
    assert "all else that is loaded is of" in (why or "")


def test_what_is_loaded_beside_a_tracker_changes_no_id_of_its_actions() -> None:
    alone = {a.id for a in build([tracker("Robin")], made.CODEBOOK).all(model.Action)}
    assert alone == {a.id for a in build([report(), tracker("Robin")], made.CODEBOOK).all(model.Action)}
