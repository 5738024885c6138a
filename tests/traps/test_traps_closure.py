"""Traps T9 to T12, T16 and T17 of the real documents, in the answers a person gets. Facts and a few words only."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph import model
from graph.codebook import load
from graph.derive import build
from graph.memory import Graph
from graph.questions import ask
from graph.store import Store, open_store
from graph.text import key
from graph.trace import trace

pytestmark = [pytest.mark.reviews, pytest.mark.embedded]

Row = dict[str, Any]


@pytest.fixture(scope="module")
def graph(reviews: Path) -> Graph:
    from tests.published import extracted

    return build([extracted(path) for path in sorted(reviews.glob("*.txt"))], load())


@pytest.fixture(scope="module")
def store(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    run = model.LoadRun(id="r", name="r", collection="c", startedAt="2026-01-01", codebook="1", version="0")
    with open_store(str(tmp_path_factory.mktemp("closure") / "c")) as opened:
        opened.sync(graph, collection="c", run=run)
        yield opened


def rows(store: Store, question: str, **params: str) -> list[Row]:
    return ask(store, question, params).rows


def pair(found: list[Row], view: str, other: str) -> Row:
    (row,) = (r for r in found if view in key(r["view"]) and other in key(r["other"]))
    return row


def test_t9_the_foreword_is_the_chairs_and_scrutineers_view(graph: Graph) -> None:
    signed = [j for j in graph.all(model.Judgement) if "chair" in key(j.author or "")]
    assert any("highly effective" in key(j.text) and j.polarity == "good-practice" for j in signed)
    for judgement in signed:
        assert judgement.authorRole == "scrutineer"
        assert "scrutineer" in key(judgement.author or "")
        assert "john" not in key(judgement.author or "")  # the office, not the person


def test_t9_three_true_pairs_of_two_authors(store: Store) -> None:
    found = rows(store, "differing-judgements")
    for view, other in (
        ("assurance reporting", "quarterly reporting"),
        ("not progressed at pace", "consulted with"),
        ("quality assurance procedures", "improved quality"),
    ):
        row = pair(found, view, other)
        assert row["kind"] == "two authors"
        assert row["printed_in"] == "as reported by the partnership"
        assert "chair and scrutineer" in row["dual_role"]
    aim = pair(found, "quality assurance procedures", "improved quality")
    assert "development" in key(aim["view_under"])  # without its heading the aim reads as if it were reached
    for row in found:
        if row["kind"] == "two authors":
            assert "scrutineer" not in key(row["other_by"])


def test_t10_impact_lines_are_graded_by_what_they_say(store: Store) -> None:
    lines = rows(store, "impact-section")
    shown = {key(r["line"]): r["shows"] for r in lines if r["part"] == "impact as printed"}
    untold = [r for r in lines if r["line"].endswith(": what it found is not stated")]
    assert untold
    assert {r["shows"] for r in untold} == {"done"}
    assert not any("0 done well, 0 to improve" in r["line"] for r in lines)

    def of(words: str) -> str:
        (found,) = (shows for line, shows in shown.items() if words in line)
        return str(found)

    assert of("clear recommendations identified") == "done"
    assert of("shared commitment") == "said so"
    assert of("positive evaluations") == "people reached"
    assert not {"practice tested", "better for children"} & set(shown.values())


def test_t11_the_thread_from_riley_forks(store: Store) -> None:
    found = rows(store, "follow-review", review="Riley")
    again = {key(r["text"]): r["kind"] for r in found if r["kind"].startswith("test") and "again" in r["kind"]}
    assert [kind for text, kind in again.items() if "cse and ce" in text] == ["testing again not stated"]
    assert [kind for text, kind in again.items() if "step down plans" in text] == ["tested again in part"]
    tests = [r["text"] for r in found if r["kind"] == "tested"]
    assert len(tests) == 2
    assert any("father" in key(r["text"]) for r in found if r["kind"] == "found wanting by a test")


def test_t11_the_audit_of_the_newsletter_is_only_possibly_the_same(graph: Graph) -> None:
    (edge,) = (e for e in graph.edges_of("POSSIBLY_SAME_AS") if e.source_label == "Assurance")
    tests = [graph.get(model.Assurance, id_) for id_ in (edge.source, edge.target)]
    assert {t.sampleSize for t in tests if t} == {6, None}
    assert not [e for e in graph.edges_of("STATED_SAME_AS") if e.source_label == "Assurance"]


def test_t12_the_neglect_conference_is_promised_again_and_its_date_moves(store: Store) -> None:
    found = [r for r in rows(store, "promises") if "conference" in key(r["promise"]) and r["later"]]
    assert {r["outcome"] for r in found} == {"promised again", "changed"}
    assert {r["told_in"] for r in found} == {"Annual Report 2023-24"}
    (moved,) = (r for r in found if r["outcome"] == "changed")
    assert "2024" in moved["change"]
    assert "2025" in moved["change"]


def test_t12_the_audit_report_to_the_executive_is_silent(store: Store) -> None:
    (row,) = (r for r in rows(store, "promises") if "audit report" in key(r["promise"]))
    assert (row["outcome"], row["told_in"], row["due"]) == ("silent", "Annual Report 2023-24", "2024-02")
    assert row["evidence"]
    before = rows(store, "promises", as_of="2023-12-31")
    (row,) = (r for r in before if "audit report" in key(r["promise"]))
    assert row["outcome"] == "no later document"


def test_t12_nothing_is_silent_where_no_later_report_is_loaded(store: Store) -> None:
    for row in rows(store, "promises"):
        if row["promised_in"] == "Annual Report 2023-24":
            assert row["outcome"] == "no later document"


def test_t12_the_trace_tells_it_too(store: Store) -> None:
    told = trace(store, "audit report will be presented")
    assert any("audit report" in key(s) and "nothing is said" in s for s in told.not_stated)


def test_t16_one_test_two_accounts_both_shown(store: Store) -> None:
    (row,) = (r for r in rows(store, "differing-judgements") if r["kind"] == "one test, two accounts")
    assert "not being clearly recorded" in key(row["view"])
    assert "clear plans" in key(row["other"])
    assert row["view_by"] == row["other_by"]
    assert {item["side"] for item in row["evidence"]} == {"view", "other"}


def test_t17_status_follows_the_verb(graph: Graph) -> None:
    done, other = [], []
    for name in ("Joe", "Roo"):
        for review in (r for r in graph.all(model.Review) if r.name == name):
            told = [a for a in graph.targets(review, "LED_TO", model.Action) if a.datedTo and a.datedTo.year == 2024]
            listed = [a for a in told if not key(a.text).startswith(("deliver ", "develop a", "undertake a"))]
            done += [a for a in listed if a.status.startswith("complete")]
            other += [a for a in listed if not a.status.startswith("complete")]
    assert (len(done), len(other)) == (3, 4)


def test_t17_one_recruitment_claimed_under_three_priorities(graph: Graph) -> None:
    (one,) = (a for a in graph.all(model.Action) if key(a.text).startswith("recruited a"))
    assert len(graph.sources(one, "LED_TO", model.Priority)) == 3
    assert len(graph.edges_from(one, "STATED_IN")) == 3
