import random
from typing import Any

import pytest

from graph import model
from graph.decisions import Identity
from graph.memory import Graph
from graph.project import project
from graph.records import (
    Child,
    DocumentRecord,
    Evidence,
    Impact,
    Judgement,
    Priority,
    Stated,
    StatedIdentity,
    Statistic,
)
from graph.records import Review as RecordedReview
from tests.graph.made import (
    ASHMERE,
    BRACKENFORD,
    CODEBOOK,
    action,
    audit,
    finding,
    recommendation,
    record,
    review,
    span,
)


def facts(graph: Graph) -> dict[str, Any]:
    return {
        "nodes": {f"{label} {id_}": node for label, nodes in graph.nodes.items() for id_, node in nodes.items()},
        "edges": {key: edge.properties for key, edge in graph.edges.items()},
    }


def sample() -> list[DocumentRecord]:
    digest = record(
        "digest.txt",
        published="2023-05",
        reviews=[
            review("Wren", findings=[finding("Bruising pathway was not followed", "bruising")], harms=["neglect"]),
            review("Oak", "rapid-review", findings=[finding("Bruising pathway was not followed", "bruising")]),
        ],
        findings=[finding("Plans lack timescales", "planning")],
    )
    report = record(
        "report.txt",
        published="2024-06",
        period=span("2023-04-01", "2024-03-31"),
        reviews=[
            review("Child Wren", sex="female", recommendations=[recommendation("Use the pathway", "bruising", ref="1")])
        ],
        priorities=[Priority(text="Neglect", number="1"), Priority(text="Assurance", number="2")],
        actions=[
            action("Recruited a coordinator", priority="1"),
            action("Recruited a coordinator", priority="Assurance"),
            action("Reviewed the pathway", "bruising", status="complete-evidence-awaited"),
        ],
        impacts=[Impact(text="An agreed commitment to work together", line=9)],
    )
    other = record("learning.txt", BRACKENFORD, published="2022", reviews=[review("Wren")])
    return [digest, report, other]


def test_a_collection_of_which_nothing_is_left_is_a_graph_of_themes() -> None:
    graph = project([], CODEBOOK)
    assert set(graph.nodes) == {"Theme"}


def test_the_same_records_in_any_order_give_the_same_graph() -> None:
    wanted = facts(project(sample(), CODEBOOK))
    for seed in range(6):
        records = sample()
        random.Random(seed).shuffle(records)
        assert facts(project(records, CODEBOOK)) == wanted


def test_every_fact_has_a_passage_and_every_passage_a_document() -> None:
    graph = project(sample(), CODEBOOK)
    for kind in (model.Finding, model.Recommendation, model.Action, model.Evidence, model.Case, model.Review):
        for node in graph.all(kind):
            passages = graph.targets(node, "STATED_IN", model.Passage)
            assert passages, node
            assert all(graph.targets(p, "OF", model.Document) for p in passages)


def test_an_edited_finding_changes_only_its_own_keys() -> None:
    before, after = sample(), sample()
    after[0].reviews[0].findings[0] = finding("Bruising pathway was followed late", "bruising")
    ids = [{n.id for n in project(r, CODEBOOK).all(model.Finding)} for r in (before, after)]
    assert len(ids[0] - ids[1]) == len(ids[1] - ids[0]) == 1
    assert len(ids[0]) == 3


def test_a_new_edition_of_a_file_keeps_the_keys_of_its_facts() -> None:
    old, new = (
        record("a.txt", findings=[finding("Plans lack timescales")]),
        record("a.txt", findings=[finding("Plans lack timescales")]),
    )
    new.document.sha256 = "f" * 64
    (one,), (other,) = (project([r], CODEBOOK).all(model.Finding) for r in (old, new))
    assert one.id == other.id


def test_two_files_of_one_name_are_two_sources() -> None:
    one, other = (
        record("annual-report.pdf", published=year, findings=[finding("Plans lack timescales")])
        for year in ("2022", "2023")
    )
    one.document.sha256, other.document.sha256 = "a" * 64, "b" * 64
    graph = project([one, other], CODEBOOK)
    assert len(graph.all(model.Finding)) == 2
    assert len({d.source for d in graph.all(model.Document)}) == 2


def test_tellings_share_a_case_and_its_child_within_a_partnership_only() -> None:
    graph = project(sample(), CODEBOOK)
    wrens = [c for c in graph.all(model.Case) if "Wren" in c.name]
    assert len(wrens) == 2
    partnerships = {
        p.name
        for c in wrens
        for r in graph.sources(c, "EXAMINES", model.Review)
        for p in graph.targets(r, "CONDUCTED_FOR", model.Partnership)
    }
    assert partnerships == {ASHMERE, BRACKENFORD}
    (wren,) = (r for r in graph.all(model.Review) if r.ref is None and graph.targets(r, "MAKES", model.Recommendation))
    documents = {
        d.file for p in graph.targets(wren, "STATED_IN", model.Passage) for d in graph.targets(p, "OF", model.Document)
    }
    assert documents == {"digest.txt", "report.txt"}


def test_no_key_of_a_case_holds_its_label() -> None:
    graph = project(sample(), CODEBOOK)
    for kind in (model.Case, model.Review, model.Child, model.Finding):
        assert not any("wren" in n.id.lower() or "oak" in n.id.lower().split(":", 1)[-1] for n in graph.all(kind))


def test_t17_one_action_with_several_claims() -> None:
    graph = project(sample(), CODEBOOK)
    (recruited,) = (a for a in graph.all(model.Action) if a.text.startswith("Recruited"))
    assert {p.number for p in graph.sources(recruited, "LED_TO", model.Priority)} == {"1", "2"}


def test_t25_the_documents_own_learning_hangs_on_no_review() -> None:
    graph = project(sample(), CODEBOOK)
    (own,) = (f for f in graph.all(model.Finding) if f.text.startswith("Plans"))
    assert graph.sources(own, "IDENTIFIES", model.Review) == []
    assert graph.sources(own, "IDENTIFIES", model.Assurance) == []


def test_dates_of_a_finding_incident_before_review_before_document() -> None:
    told = record(
        "a",
        published="2024",
        period=span("2023-04-01", "2024-03-31"),
        reviews=[
            review("Wren", incident=span("2021-01-05"), completed=span("2021-06-01"), findings=[finding("One")]),
            review("Oak", completed=span("2022-06-01"), findings=[finding("Two")]),
            audit("Neglect audit", "2023-06-01", findings=[finding("Three")]),
            review("Elm", findings=[finding("Four")]),
        ],
    )
    graph = project([told], CODEBOOK)
    assert {f.text: (f.dateBasis, str(f.datedFrom)) for f in graph.all(model.Finding)} == {
        "One": ("incident", "2021-01-05"),
        "Two": ("review", "2022-06-01"),
        "Three": ("test", "2023-06-01"),
        "Four": ("period", "2023-04-01"),
    }


def test_an_inspection_document_without_an_entry_is_itself_the_inspection() -> None:
    letter = record(
        "letter.pdf",
        kind="inspection-letter",
        published="2018-01-15",
        publisher="Inspectorate",
        findings=[finding("Plans lack timescales", "planning")],
    )
    graph = project([letter], CODEBOOK)
    (test,) = graph.all(model.Assurance)
    assert (test.kind, test.issuer, str(test.dateTo)) == ("inspection", "Inspectorate", "2018-01-15")
    assert str(test.dateFrom) == "2017-07-16"  # the fieldwork came before its letter; how long before is not printed
    (found,) = graph.targets(test, "IDENTIFIES", model.Finding)
    assert found.dateBasis == "test"


def test_stated_sameness_shares_canonical_and_a_person_can_undo_it() -> None:
    said = StatedIdentity(one="QZ", other="Child Ivo", quote="QZ is published as Child Ivo.", line=4)
    records = [record("a", reviews=[review("QZ", identities=[said])]), record("b", reviews=[review("Ivo")])]
    graph = project(records, CODEBOOK)
    one, other = graph.all(model.Case)
    assert one.canonical == other.canonical == min(one.id, other.id)
    assert len({r.canonical for r in graph.all(model.Review)}) == 1
    (edge,) = graph.edges_of("STATED_SAME_AS")
    assert edge.properties["quote"] == said.quote
    undone = project(records, CODEBOOK, [Identity(kind="different", one=one.id, other=other.id)])
    assert len({c.canonical for c in undone.all(model.Case)}) == 2


def test_same_as_comes_only_from_a_decision() -> None:
    records = [record("a", reviews=[review("Wren")]), record("b", BRACKENFORD, reviews=[review("Wren")])]
    graph = project(records, CODEBOOK)
    assert not list(graph.edges_of("SAME_AS"))
    one, other = graph.all(model.Case)
    decided = project(records, CODEBOOK, [Identity(kind="same", one=one.id, other=other.id, by="scrutineer")])
    (edge,) = decided.edges_of("SAME_AS")
    assert edge.properties == {"by": "scrutineer"}
    assert len({c.canonical for c in decided.all(model.Case)}) == 1


def test_a_review_named_only_in_a_tracker_is_the_one_review_told_of_its_case() -> None:
    def told(*digest: RecordedReview) -> int:
        records = [record("a", reviews=list(digest)), record("b", kind="action-tracker", reviews=[plain])]
        graph = project(records, CODEBOOK)
        first, second = (sorted(c.id for c in graph.all(model.Case) if c.name == name)[0] for name in ("Ivo", "QZ"))
        same = Identity(kind="same", one=min(first, second), other=max(first, second), by="learning lead")
        return len({r.canonical for r in project(records, CODEBOOK, [same]).all(model.Review)})

    plain = review("QZ", kind="other")
    assert told(review("Ivo", kind="rapid-review")) == 1
    two = [review("Ivo", kind="rapid-review"), review("Ivo", kind="lcspr")]
    assert told(*two) == 3  # which of the two the tracker means is not stated


def test_children_of_tellings_are_one_unless_a_fact_contradicts() -> None:
    twins = [Child(name="AL", sex="female"), Child(name="JL")]
    records = [
        record("a", reviews=[review("AL & JL", children=twins)]),
        record("b", reviews=[review("Wren", sex="female")]),
        record("c", reviews=[review("Wren", age="3 months", age_months=3)]),
    ]
    graph = project(records, CODEBOOK)
    by_case = {c.name: len(graph.targets(c, "CONCERNS", model.Child)) for c in graph.all(model.Case)}
    assert by_case == {"AL & JL": 2, "Wren": 1}
    (wren,) = (c for c in graph.all(model.Child) if c.name == "Wren")
    assert (wren.sex, wren.ageBand) == ("female", "under 1")


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("Partners effectively identify neglect", "E0"),
        ("An agreed, shared commitment by all", "E0"),
        ("We will carry out an audit that shows practice", "E0"),
        ("Clear recommendations identified", "E1"),
        ("146 practitioners attended the briefings", "E1"),
        ("Positive evaluations of the course", "E2"),
        ("The audit of six cases found the plan in use in five", "E3"),
        ("Children told us they felt listened to", "E4"),
        ("The repeat audit found that practice had been sustained", "E5"),
    ],
)
def test_t10_evidence_is_graded_by_what_it_says(text: str, grade: str) -> None:
    graph = project([record("a", impacts=[Impact(text=text, line=3)])], CODEBOOK)
    (evidence,) = graph.all(model.Evidence)
    assert evidence.grade == grade
    assert evidence.rule


def test_what_the_reader_graded_stands() -> None:
    told = action("Audit", evidence=[Evidence(text="Audit report", grade="E3", cue="audit")])
    (evidence,) = project([record("a", actions=[told])], CODEBOOK).all(model.Evidence)
    assert (evidence.grade, evidence.cue) == ("E3", "audit")


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("Reviewed and amended the procedure", False),
        ("Completed", False),
        ("Signed off as complete by the Executive on 3 May 2021", True),
        ("Closed by the Board at its March meeting", True),
        ("To be signed off as complete by the Executive", False),
        ("Recommended for closure by the Executive", False),
        ("Not closed by the Board", False),
        ("The child's case was closed", False),
    ],
)
def test_only_a_printed_closing_record_closes(text: str, closed: bool) -> None:
    told = action(text, status="complete-evidence-awaited", status_printed="Complete")
    (event,) = project([record("a", actions=[told])], CODEBOOK).all(model.StatusEvent)
    assert event.closes is closed


def test_silence_makes_no_status() -> None:
    assert project([record("a", actions=[action("Consider the pathway")])], CODEBOOK).all(model.StatusEvent) == []


def test_figures_and_views_keep_what_is_printed() -> None:
    told = record(
        "a",
        statistics=[
            Statistic(text="36% 9/20", quote="36% 9/20", numerator=9, denominator=20, percent=36, unit="review", line=2)
        ],
        judgements=[
            Judgement(
                text="Good progress", author="Scrutineer", author_role="scrutineer", polarity="good-practice", line=3
            )
        ],
        reviews=[review("Wren", context=[Stated(text="Known for years", line=8)])],
    )
    graph = project([told], CODEBOOK)
    (figure,) = graph.all(model.Statistic)
    assert (figure.percent, figure.recomputed, figure.verdict) == (36, 45.0, "differ")
    (view,) = graph.all(model.Judgement)
    assert [p.name for p in graph.sources(view, "RECEIVED", model.Partnership)] == [ASHMERE]
    (case,) = graph.all(model.Case)
    assert {p.quote for p in graph.targets(case, "STATED_IN", model.Passage)} >= {"Known for years"}


def test_a_joint_document_is_its_own_column_with_its_members() -> None:
    joint = record("joint", None, partnerships=[ASHMERE, BRACKENFORD], findings=[finding("Plans lack timescales")])
    graph = project([joint, record("own")], CODEBOOK)
    (body,) = (p for p in graph.all(model.Partnership) if p.kind == "joint")
    assert {p.name for p in graph.sources(body, "PART_OF", model.Partnership)} == {ASHMERE, BRACKENFORD}
