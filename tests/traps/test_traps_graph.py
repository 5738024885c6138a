"""The traps of the real documents that resolve, project and derive must not fall into, by their numbers.

Facts and a few words only; the documents themselves are not here.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from graph import model
from graph.codebook import load
from graph.declare import Node
from graph.derive import build
from graph.memory import Edge, Graph
from graph.text import key

pytestmark = pytest.mark.reviews

REPORT, DIGEST, NEWS = "annual-report-2023", "learning-from-reviews", "newsletter"
NOTTS, TEES = "nottinghamshire", "tees-themes"
YEARS = {"2016": "sif-", "2018": "jtai-stockton", "2023": "ilacs-"}


@pytest.fixture(scope="module")
def graph(reviews: Path) -> Graph:
    from tests.published import extracted

    files = sorted(reviews.glob("*.txt")) + sorted((reviews / "pdf").glob("*.pdf"))
    return build([extracted(path) for path in files], load())


def files_of(graph: Graph, node: Node) -> set[str]:
    passages = graph.targets(node, "STATED_IN", model.Passage)
    return {d.file for p in passages for d in graph.targets(p, "OF", model.Document)}


def in_file(graph: Graph, node: Node, part: str) -> bool:
    return any(part in file for file in files_of(graph, node))


def ends(graph: Graph, edge: Edge) -> tuple[Node, Node]:
    return graph.nodes[edge.source_label][edge.source], graph.nodes[edge.target_label][edge.target]


def findings(graph: Graph, part: str, *words: str) -> list[model.Finding]:
    return [f for f in graph.all(model.Finding) if in_file(graph, f, part) and all(w in key(f.text) for w in words)]


def case(graph: Graph, name: str, part: str) -> model.Case:
    found = [c for c in graph.all(model.Case) if key(name) in key(c.name) and in_file(graph, c, part)]
    assert len(found) == 1, [c.name for c in found]
    return found[0]


def pages(graph: Graph, nodes: Iterable[Node]) -> set[int | None]:
    return {p.page for n in nodes for p in graph.targets(n, "STATED_IN", model.Passage)}


def test_t1_said_to_be_done_seen_again_and_nobody_can_tell(graph: Graph) -> None:
    found = [
        edge
        for edge in graph.edges_of("RECURS_IN")
        if edge.properties["theme"] == "bruising-non-mobile"
        and edge.source_label == "Action"
        and in_file(graph, ends(graph, edge)[0], REPORT)
        and in_file(graph, ends(graph, edge)[1], DIGEST)
    ]
    honest = [e for e in found if "followed" in key(ends(graph, e)[1].text)]  # type: ignore[attr-defined]
    assert honest
    for edge in honest:
        said = edge.properties
        assert (said["type"], said["certainty"], said["closure"]) == ("R0", "possible", "said to be done")
        assert not graph.sources(ends(graph, edge)[1], "IDENTIFIES", model.Review)


def test_t1_nothing_in_the_documents_is_closed(graph: Graph) -> None:
    assert not [e for e in graph.all(model.StatusEvent) if e.closes]
    assert not [e for e in graph.edges_of("RECURS_IN") if e.properties["type"] == "R3"]
    assert not [e for e in graph.edges_of("RECURS_IN") if e.properties["certainty"] == "confirmed"]


def test_t1_hearsay_in_a_chronology_is_no_finding(graph: Graph) -> None:
    roo = case(graph, "Roo", REPORT)
    assert graph.targets(roo, "HAS_EVENT", model.ChronologyEntry)
    assert not findings(graph, REPORT, "accepted", "explanation")


def test_t2_jm_is_joe_and_the_sentence_says_so(graph: Graph) -> None:
    one, other = case(graph, "JM", NEWS), case(graph, "Joe", REPORT)
    assert one.canonical == other.canonical
    (edge,) = (e for e in graph.edges_of("STATED_SAME_AS") if {e.source, e.target} == {one.id, other.id})
    assert "Child Joe" in str(edge.properties["quote"])


def test_t2_rv_and_roo_may_be_one_for_a_person_to_decide(graph: Graph) -> None:
    one, other = case(graph, "RV", NEWS), case(graph, "Roo", REPORT)
    assert one.canonical != other.canonical
    (edge,) = (e for e in graph.edges_of("POSSIBLY_SAME_AS") if {e.source, e.target} == {one.id, other.id})
    favour, against = edge.properties["reasonsFor"], edge.properties["reasonsAgainst"]
    assert isinstance(favour, list)
    assert isinstance(against, list)
    assert any("begin with R" in r for r in favour)
    assert any("only other" in r for r in favour)
    assert any("working days" in r and "weak" in r for r in against)
    assert not list(graph.edges_of("SAME_AS"))


def test_t5_no_evidence_of_neglect_is_absent(graph: Graph) -> None:
    (found,) = findings(graph, DIGEST, "no evidence", "neglect")
    assert found.polarity == "absent"
    seen = [
        e for e in graph.edges.values() if e.type in ("RECURS_IN", "IMPROVED_IN") and found.id in (e.source, e.target)
    ]
    assert seen == []


def test_t6_cases_reviews_and_children_are_counted_apart(graph: Graph) -> None:
    cases = [c for c in graph.all(model.Case) if in_file(graph, c, DIGEST)]
    assert len(cases) == 5
    children = {e.target for c in cases for e in graph.edges_from(c, "CONCERNS") if e.properties["role"] != "sibling"}
    assert len(children) == 6


def test_t13_another_partnership_is_never_a_failure_of_closure(graph: Graph) -> None:
    nottinghamshire = [
        n
        for n in (*graph.all(model.Finding), *graph.all(model.Recommendation), *graph.all(model.Action))
        if in_file(graph, n, NOTTS)
    ]
    ids = {n.id for n in nottinghamshire}
    assert ids
    for edge in graph.edges_of("RECURS_IN"):
        assert (edge.source in ids) == (edge.target in ids)


def test_t14_labels_and_roles(graph: Graph) -> None:
    refs = {key(r.ref).replace("05/", "5/") for r in graph.all(model.Review) if r.ref and in_file(graph, r, NOTTS)}
    assert {"rr 1/22", "rr 5/22"} <= refs
    named = {c.name for c in graph.all(model.Case) if in_file(graph, c, NOTTS)} | {
        a for r in graph.all(model.Review) if in_file(graph, r, NOTTS) for a in (*r.aliases, r.name)
    }
    assert any("TN20" in n for n in named)
    assert any("Tom" in n for n in named)
    (edge,) = (e for e in graph.edges_of("CONCERNS") if e.source == case(graph, "AW", DIGEST).id)
    assert edge.properties["role"] == "caused-harm"


def test_t15_good_practice_and_views_are_kept(graph: Graph) -> None:
    good = [f for f in graph.all(model.Finding) if in_file(graph, f, NOTTS) and f.polarity == "good-practice"]
    assert len(good) >= 5
    panel = [j for j in graph.all(model.Judgement) if in_file(graph, j, NOTTS) and j.authorRole == "panel"]
    assert len(panel) >= 4
    assert all(graph.sources(j, "RECEIVED", model.Review) for j in panel)


def test_t18_a_joint_document_is_one_column_and_never_split(graph: Graph) -> None:
    (document,) = (d for d in graph.all(model.Document) if TEES in d.file)
    (owner,) = graph.targets(document, "TELLS_OF", model.Partnership)
    assert owner.kind == "joint"
    assert len(graph.sources(owner, "PART_OF", model.Partnership)) == 2
    for finding in findings(graph, TEES):
        owners = {
            p.id
            for r in graph.sources(finding, "IDENTIFIES", model.Review)
            for p in graph.targets(r, "CONDUCTED_FOR", model.Partnership)
        }
        assert owners <= {owner.id}


def test_t19_bare_topics_prove_nothing(graph: Graph) -> None:
    topics = [f for f in graph.all(model.Finding) if f.polarity == "not-stated"]
    assert {"visiting", "consent"} <= {key(f.text) for f in topics}
    ids = {f.id for f in topics}
    for edge in graph.edges_of("RECURS_IN"):
        if ids & {edge.source, edge.target}:
            assert edge.properties["certainty"] == "possible"


def test_t20_learning_is_not_turned_into_recommendations(graph: Graph) -> None:
    for recommendation in graph.all(model.Recommendation):
        if in_file(graph, recommendation, NEWS) or in_file(graph, recommendation, DIGEST):
            assert not recommendation.stated
    news = [r for r in graph.all(model.Recommendation) if in_file(graph, r, NEWS)]
    actions = [a for a in graph.all(model.Action) if in_file(graph, a, NEWS) and "incorporated" in key(a.text)]
    assert news or actions


def recommendation_2016(graph: Graph, number: str) -> model.Recommendation:
    (found,) = (r for r in graph.all(model.Recommendation) if r.ref == number and in_file(graph, r, YEARS["2016"]))
    return found


def test_t22_recommended_improved_held(graph: Graph) -> None:
    source = recommendation_2016(graph, "10")
    assert pages(graph, [source]) == {8}
    targets = [ends(graph, e)[1] for e in graph.edges_from(source, "IMPROVED_IN")]
    assert any(in_file(graph, t, YEARS["2018"]) and 2 in pages(graph, [t]) for t in targets)
    assert any(in_file(graph, t, YEARS["2023"]) and 2 in pages(graph, [t]) for t in targets)


def test_t23_recommended_and_seen_again_seven_years_on(graph: Graph) -> None:
    source = recommendation_2016(graph, "3")
    seen = [
        e
        for e in graph.edges_from(source, "RECURS_IN")
        if in_file(graph, ends(graph, e)[1], YEARS["2023"]) and 3 in pages(graph, [ends(graph, e)[1]])
    ]
    assert seen
    for edge in seen:
        assert (edge.properties["type"], edge.properties["certainty"]) == ("R5", "probable")
        assert edge.properties["closure"] == "none stated"


def test_t24_seen_again_in_two_tests(graph: Graph) -> None:
    source = recommendation_2016(graph, "1")
    targets = [ends(graph, e)[1] for e in graph.edges_from(source, "RECURS_IN")]
    assert any(in_file(graph, t, YEARS["2018"]) and 9 in pages(graph, [t]) for t in targets)
    assert any(in_file(graph, t, YEARS["2023"]) for t in targets)


def test_t25_cross_cutting_learning_belongs_to_the_document(graph: Graph) -> None:
    found = findings(graph, DIGEST, "procedure", "followed")
    assert found
    for finding in found:
        assert graph.sources(finding, "IDENTIFIES", model.Review) == []
