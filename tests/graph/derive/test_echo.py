"""R4: what a national body asks of all and a later local test finds wanting is an echo; nothing rests on it."""

from typing import Any

import pytest

from benchmarks.synthetic import records
from graph import codebook, model
from graph.derive import build
from graph.derive.bars import ALIKE_ASKED, ALIKE_SAID, alike_about, named_by, same_practice
from graph.derive.by_theme import about_of, broader_of, narrower_of, narrowest
from graph.derive.by_word import ByWord
from graph.derive.elsewhere import MOST, Elsewhere
from graph.derive.order import order
from graph.derive.recurrence import may_be_seen
from graph.derive.statements import Scopes, statements
from graph.memory import Edge, Graph
from graph.national import national_body
from graph.project import project
from graph.questions import ask
from graph.records import DocumentRecord
from graph.store import Store
from graph.trace import trace
from tests.graph.made import ASHMERE, CODEBOOK, action, audit, finding, recommendation, record

USE_IT = "Use the escalation procedure whenever agencies disagree"
NOT_USED = "The escalation procedure is not used when agencies disagree"
PANEL = "Child Safeguarding Practice Review Panel"


def asked_by(publisher: str, partnership: str | None = None) -> DocumentRecord:
    made = recommendation(USE_IT, "escalation", ref="1")
    return record("national.txt", partnership, publisher=publisher, published="2020-05", recommendations=[made])


def seen(day: str = "2022-03-10", partnership: str | None = ASHMERE, **values: Any) -> DocumentRecord:
    test = audit("Escalation audit", day, findings=[finding(NOT_USED, "escalation", **values)])
    return record("audit.txt", partnership, published="2023-01", reviews=[test])


def built(*told: DocumentRecord) -> Graph:
    return build(told, CODEBOOK)


def echoes(*told: DocumentRecord) -> list[Edge]:
    return list(built(*told).edges_of("ECHOED_IN"))


def test_asked_nationally_and_seen_locally_afterwards() -> None:
    (edge,) = echoes(asked_by(PANEL), seen())
    assert (edge.properties["type"], edge.properties["certainty"], edge.properties["theme"]) == (
        "R4",
        "possible",
        "escalation",
    )
    why = str(edge.properties["why"])
    assert PANEL in why
    assert "no failure to close" in why


def test_an_echo_is_no_recurrence_and_tests_nothing() -> None:
    graph = built(asked_by(PANEL), seen())
    assert not list(graph.edges_of("RECURS_IN"))
    assert not list(graph.edges_of("TESTS"))
    assert all(not e.closes for e in graph.all(model.StatusEvent))


def test_what_is_not_proven_later_or_is_done_well_is_no_echo() -> None:
    assert not echoes(asked_by(PANEL), seen("2019-03-10"))
    assert not echoes(asked_by(PANEL), seen(polarity="good-practice"))


BRACKENFORD = "Brackenford Safeguarding Children Partnership"


def test_asked_in_another_area_and_seen_here_afterwards_is_possible_and_no_failure_to_close() -> None:
    """T13: the same failing in two partnerships is no recurrence."""
    graph = built(asked_by("Brackenford", BRACKENFORD), seen())
    (edge,) = graph.edges_of("ECHOED_IN")
    assert (edge.properties["scope"], edge.properties["certainty"]) == ("other partnership", "possible")
    assert "It was not asked here, so this is no failure to close" in str(edge.properties["why"])
    assert not list(graph.edges_of("RECURS_IN"))
    assert not echoes(asked_by("Brackenford", BRACKENFORD), seen("2019-03-10"))
    assert not echoes(asked_by("Ashmere", ASHMERE), seen())  # its own is a recurrence


def test_what_many_areas_are_found_wanting_in_joins_the_nearest_and_counts_the_rest() -> None:
    places = [f"{n} Safeguarding Children Partnership" for n in ("Ash", "Birch", "Cedar", "Elm", "Fir", "Hazel", "Oak")]
    told = []
    for n, place in enumerate(places):
        test = audit("Audit", "2022-03-10", findings=[finding(NOT_USED, "escalation")])
        told.append(record(f"audit{n}.txt", place, published="2023-01", reviews=[test]))
    edges = echoes(asked_by("Brackenford", BRACKENFORD), *told)
    assert len(edges) == 5
    assert all("It was seen in 2 more areas, which are not joined to it." in str(e.properties["why"]) for e in edges)


def test_areas_that_are_less_alike_than_the_nearest_are_counted_as_possible_and_not_looked_at() -> None:
    """The nearest are joined whatever the order of the areas."""
    less = NOT_USED.rstrip(".") + " in cases of fabricated illness across county boundaries at weekends."
    told = []
    for n, place in enumerate(("Ash", "Birch", "Cedar", "Elm", "Fir", "Hazel", "Oak", "Pine")):
        words = NOT_USED if n > 2 else less
        test = audit("Audit", "2022-03-10", findings=[finding(words, "escalation")])
        place = f"{place} Safeguarding Children Partnership"
        told.append(record(f"audit{n}.txt", place, published="2023-01", reviews=[test]))
    edges = echoes(asked_by("Brackenford", BRACKENFORD), *told)
    assert len(edges) == 5
    assert {e.properties["similarity"] for e in edges} == {max(float(str(e.properties["similarity"])) for e in edges)}
    assert all("seen in 3 more areas" in str(e.properties["why"]) for e in edges)


@pytest.mark.parametrize(("publisher", "place", "scope"), [("Brackenford", BRACKENFORD, "other partnership"),
                                                           (PANEL, None, "national")])  # fmt: skip
def test_recommended_again_elsewhere_is_possible_and_shares_no_delivery(
    publisher: str, place: str | None, scope: str
) -> None:
    made = recommendation(USE_IT, "escalation", ref="3")
    done = action("Procedure issued", "escalation", recommendation="3", status="complete-evidence-awaited")
    here = record("here.txt", ASHMERE, published="2022-01", recommendations=[made], actions=[done])
    graph = built(asked_by(publisher, place), here)
    (edge,) = graph.edges_of("REPEATS")
    assert (edge.properties["scope"], edge.properties["certainty"]) == (scope, "possible")
    assert "family" not in edge.properties
    assert len(list(graph.edges_of("DELIVERED_BY"))) == 1  # what was done here delivers nothing elsewhere


def test_a_national_body_given_as_partnership_is_no_partnership() -> None:
    graph = built(asked_by("", PANEL), seen())
    assert [p.name for p in graph.all(model.Partnership)] == [ASHMERE]
    assert len(list(graph.edges_of("ECHOED_IN"))) == 1


def test_an_inspection_of_a_place_is_that_places() -> None:
    made = audit("Joint inspection", "2020-04-01", recommendations=[recommendation(USE_IT, "escalation")])
    found = record("letter.txt", ASHMERE, publisher="Ofsted", published="2020-05", reviews=[made])
    assert not list(built(found, seen()).edges_of("ECHOED_IN"))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        (PANEL, "panel"),
        ("The National Panel", "panel"),
        ("Ofsted", "inspectorate"),
        ("HM Inspectorate of Probation", "inspectorate"),
        ("Department for Education", "department"),
        ("Children’s Commissioner for England", "commissioner"),
        (ASHMERE, None),
        ("Ofsted inspection of Ashmere", None),
        ("Ashmere Children's Panel", None),
        (None, None),
    ],
)
def test_national_bodies_by_name(name: str | None, kind: str | None) -> None:
    assert national_body(name) == kind


@pytest.fixture(params=[pytest.param("embedded_store", marks=pytest.mark.embedded),
                        pytest.param("neo4j_store", marks=pytest.mark.neo4j)])  # fmt: skip
def echoing(request: pytest.FixtureRequest) -> Store:
    store: Store = request.getfixturevalue(request.param)
    run = model.LoadRun(id="r", name="r", collection="c", startedAt="2026-01-01", codebook="1", version="0")
    made = recommendation(USE_IT, "escalation")
    later = record("later.txt", BRACKENFORD, published="2022-06", recommendations=[made])
    store.sync(built(asked_by(PANEL), seen(), later), collection="c", run=run)
    return store


def test_the_question_tells_the_echo_as_elsewhere_and_not_closed(echoing: Store) -> None:
    (row,) = ask(echoing, "closed-but-recurred", {"partnership": ASHMERE}).rows
    assert (row["type"], row["closure"], row["scope"], row["certainty"]) == ("R4", "none stated", "other", "possible")
    assert (row["recommendation"], row["seen_again"], row["partnership"]) == (USE_IT, NOT_USED, ASHMERE)
    assert [item["side"] for item in row["evidence"]] == ["before", "after"]
    assert not ask(echoing, "closed-but-recurred", {"theme": "neglect"}).rows
    assert len(ask(echoing, "closed-but-recurred", {"theme": "practice"}).rows) == 1


def test_said_before_tells_since_when_and_where_else(echoing: Store) -> None:
    rows = ask(echoing, "said-before", {"text": "Agencies are to use the escalation procedure"}).rows
    assert [(r["said"], r["said_again"], r["said_since"], r["said_elsewhere"]) for r in rows] == [
        (USE_IT, 0, "2020-05-01", [BRACKENFORD]),
        (USE_IT, 0, "2022-06-01", [PANEL]),
    ]
    early = ask(echoing, "said-before", {"text": USE_IT, "as_of": "2021-01-01"}).rows
    assert [r["said_elsewhere"] for r in early] == [[]]


def test_the_trace_follows_an_echo_and_says_that_it_is_elsewhere(echoing: Store) -> None:
    told = trace(echoing, USE_IT)
    assert [s.kind for s in told.steps if s.kind.startswith("seen")] == ["seen elsewhere"]
    (again,) = (s for s in told.summary if s.name == "Seen again")
    assert again.state == "not seen again"
    assert "In other areas: possibly in 1 later learning point" in again.text


def test_what_is_passed_by_without_comparing_words_would_not_have_been_found() -> None:
    """Comparing each with each finds the same nearest areas."""
    whole = codebook.load()
    told = statements(graph := project(records("S"), whole))
    scopes, narrower = Scopes(graph), narrower_of(whole)
    asked = [s for s in told if isinstance(s.node, model.Recommendation) and s.node.stated and s.owners][::4]
    wanting = [s for s in told if s.owners and may_be_seen(s)]
    elsewhere, number = Elsewhere(wanting, whole, scopes), 0
    for source in asked:
        best: dict[frozenset[str], tuple[float, str]] = {}
        for target in wanting:
            if scopes.scope(source.owners, target.owners) or order(source, target) != "after":
                continue
            both = source.themes & about_of(target, broader_of(narrower))
            for _, alike in same_practice(source, target, narrowest(both, narrower), whole, joint=False):
                if alike.value >= ALIKE_SAID:
                    near = (-alike.value, target.node.id)
                    best[target.owners] = min(best.get(target.owners, near), near)
        found = [(-alike.value, target.node.id) for target, (_, alike) in elsewhere.nearest(source)[0]]
        assert found == sorted(best.values())[:MOST]
        number += len(found)
    assert number > 5


def test_looking_up_by_words_finds_all_that_comparing_each_with_each_finds() -> None:
    told, broader = statements(build(records("S"), CODEBOOK)), broader_of(narrower_of(CODEBOOK))
    asked = [s for s in told if isinstance(s.node, model.Recommendation) and s.node.stated][::5]
    wanting = [s for s in told if may_be_seen(s)]
    about = [about_of(s, broader) for s in wanting]
    by_word = ByWord(wanting, about, ALIKE_ASKED, lambda theme: named_by(theme, CODEBOOK))
    number = 0
    for source in asked:
        found: dict[int, float] = {}
        for on in by_word.alike(source):
            for other, value in zip(on.whom.tolist(), on.values.tolist(), strict=True):
                found[other] = max(value, found.get(other, 0))
        for other, target in enumerate(wanting):
            both = source.themes & about[other]
            value = max((alike_about(theme, source, target).value for theme in both), default=0)
            assert found.get(other, 0) == pytest.approx(value, abs=0.001) or value < ALIKE_ASKED
        number += len(found)
    assert number > 20
