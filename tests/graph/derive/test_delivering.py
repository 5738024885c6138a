"""Actions of a tracker matched to recommendations that other documents publish: by number in every spelling of review
and number, by words where they are the same, and only possibly where something speaks against it."""

from __future__ import annotations

import pytest

from graph import model
from graph.derive import build
from graph.derive.delivering import number_form
from graph.memory import Graph
from graph.records import DocumentRecord
from loaders.trackers.reviews import label_of
from tests.graph import made

HERON = [
    "Partners should know and follow the procedure for bruises on babies.",
    "Disagreements between agencies should be escalated within two days.",
]
FINCH = [
    "Schools should tell the social worker the same day when a child on a plan is absent.",
    "Housing should be invited to every strategy discussion.",
]
CARD = "Do what was asked for."


def published() -> list[DocumentRecord]:
    heron = [made.recommendation(text, ref=str(n)) for n, text in enumerate(HERON, 1)]
    finch = [made.recommendation(text, ref=f"R{n}") for n, text in enumerate(FINCH, 1)]
    return [
        made.record("heron.pdf", published="2022-05-01", reviews=[made.review("Heron", recommendations=heron)]),
        made.record(
            "finch.pdf",
            published="2022-09-01",
            reviews=[made.review("Finch", kind="rapid-review", ref="RR 05/22", recommendations=finch)],
        ),
    ]


def tracker(label: str | None, number: str, told: str | None = None) -> DocumentRecord:
    actions = [made.action(CARD, recommendation=number)]
    asked = [made.recommendation(told, ref=number)] if told else []
    if label is None:
        values = {"actions": actions, "recommendations": asked}
        return made.record("tracker.xlsx", kind="action-tracker", published="2023-01-01", **values)
    named = label_of(label, sure=True)
    assert named is not None
    review = named.record()
    review.actions, review.recommendations = actions, asked
    return made.record("tracker.xlsx", kind="action-tracker", published="2023-01-01", reviews=[review])


def links(graph: Graph) -> list[tuple[str, str]]:
    """(words, certainty) of each published recommendation that the action may deliver."""
    found = []
    for edge in graph.edges_of("DELIVERED_BY"):
        asked = graph.get(model.Recommendation, edge.source)
        assert asked is not None
        files = {
            d.file
            for p in graph.targets(asked, "STATED_IN", model.Passage)
            for d in graph.targets(p, "OF", model.Document)
        }
        if files != {"tracker.xlsx"}:
            found.append((asked.text, str(edge.properties["certainty"])))
    return found


@pytest.mark.parametrize(
    ("label", "number", "asked"),
    [
        ("LCSPR Heron", "1", HERON[0]),
        ("Heron LCSPR", "Rec 1", HERON[0]),
        ("Local Child Safeguarding Practice Review: Child Heron", "Recommendation 2", HERON[1]),
        ("Child Heron (LCSPR)", "R1", HERON[0]),
        ("'Heron'", "1.", HERON[0]),
        ("RR05/22", "1", FINCH[0]),
        ("Rapid Review 5/22", "Rec. 1", FINCH[0]),
        ("RR 5/22 Finch", "2", FINCH[1]),
        ("Finch", "R.1", FINCH[0]),
        ("RR 05-22", "1", FINCH[0]),
        ("Finch rapid review", "No. 02", FINCH[1]),
    ],
)
def test_review_and_number_match_in_every_spelling(label: str, number: str, asked: str) -> None:
    assert links(build([*published(), tracker(label, number)], made.CODEBOOK)) == [(asked, "probable")]


@pytest.mark.parametrize("label", ["SCR Heron", "LCSPR Plover", "RR 06/22", "RR 05/21", None])
def test_another_review_or_none_is_not_matched_by_number(label: str | None) -> None:
    assert links(build([*published(), tracker(label, "1")], made.CODEBOOK)) == []


@pytest.mark.parametrize(
    ("label", "number", "told", "certainty"),
    [
        ("LCSPR Heron", "1", "Partners should know the procedure for bruises on babies, and follow it.", "probable"),
        ("LCSPR Heron", "1", "Agencies should buy a new database for supervision.", "possible"),  # other words
        (None, "9", HERON[0], "possible"),  # no review named
        ("LCSPR Plover", "4", HERON[0], "possible"),  # another review
    ],
)
def test_what_is_doubtful_is_only_possible(label: str | None, number: str, told: str, certainty: str) -> None:
    assert links(build([*published(), tracker(label, number, told)], made.CODEBOOK)) == [(HERON[0], certainty)]


def test_one_action_may_answer_several_reviews() -> None:
    record = tracker("LCSPR Heron", "1")
    other = label_of("RR 05/22", sure=True)
    assert other is not None
    second = other.record()
    second.actions = list(record.reviews[0].actions)
    record.reviews.append(second)
    graph = build([*published(), record], made.CODEBOOK)
    assert sorted(links(graph)) == [(HERON[0], "probable"), (FINCH[0], "probable")]
    assert len(graph.all(model.Action)) == 1


def test_a_review_named_only_in_a_tracker_is_marked() -> None:
    graph = build([*published(), tracker("LCSPR Plover", "1")], made.CODEBOOK)
    assert {r.name: r.onlyInTracker for r in graph.all(model.Review)} == {
        "Heron": False,
        "Finch": False,
        "Plover": True,
    }


@pytest.mark.parametrize(
    ("one", "other"), [("Rec. 2", "2"), ("R2", "No. 02"), ("Recommendation 2 (b)", "2b"), ("#2", "2"), ("2.1", "R2.1")]
)
def test_numbers_in_one_spelling(one: str, other: str) -> None:
    assert number_form(one) == number_form(other)
    assert number_form("2.1") != number_form("21")
