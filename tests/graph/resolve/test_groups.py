import random

from graph.records import DocumentRecord, StatedIdentity
from graph.resolve.resolve import Resolved, Source, resolve
from tests.graph.made import audit, record, review, span


def resolved(*records: DocumentRecord, owner: str = "ashmere") -> Resolved:
    return resolve([Source(f"{owner}/{r.document.file}", owner, None, r) for r in records])


def cases(result: Resolved) -> list[list[str]]:
    return sorted(sorted(t.labels[0] for t in g.tellings) for g in result.cases)


def test_same_reference_in_two_spellings_is_one_case() -> None:
    result = resolved(record("a", reviews=[review("RR 05/22")]), record("b", reviews=[review("RR 5/22")]))
    assert cases(result) == [["RR 05/22", "RR 5/22"]]


def test_a_name_merges_unless_a_fact_contradicts() -> None:
    a = record("a", reviews=[review("Wren", sex="female", age_months=3)])
    assert len(resolved(a, record("b", reviews=[review("Child Wren", sex="female")])).cases) == 1
    assert len(resolved(a, record("b", reviews=[review("Child Wren", sex="male")])).cases) == 2
    assert len(resolved(a, record("b", reviews=[review("Wren", age_months=30)])).cases) == 2
    died = record("c", reviews=[review("Oak", outcome="died")])
    lived = record("d", reviews=[review("Oak", outcome="serious-harm")])
    assert len(resolved(died, lived).cases) == 2


def test_a_contradiction_with_any_telling_already_joined_keeps_apart() -> None:
    girl = record("a", reviews=[review("Wren", sex="female")])
    unknown = record("b", reviews=[review("Wren", age_months=4)])
    boy = record("c", reviews=[review("Wren", sex="male", age_months=4)])
    result = resolved(girl, unknown, boy)
    assert len(result.cases) == 2
    assert all({"male", "female"} != {t.review.children[0].sex for t in g.tellings} for g in result.cases)


def test_a_shared_letter_needs_the_same_year() -> None:
    a = record("a", reviews=[review("Child A", incident=span("2019-03-01"))])
    same = record("b", reviews=[review("Child A", published=span("2019-12-01"))])
    later = record("c", reviews=[review("Child A", incident=span("2024-03-01"))])
    unknown = record("d", reviews=[review("Child A")])
    assert len(resolved(a, same).cases) == 1
    assert len(resolved(a, later).cases) == 2
    assert len(resolved(a, unknown).cases) == 2


def test_initials_need_a_fact_beside_them() -> None:
    a = record("a", reviews=[review("KT", sex="female", age_months=10)])
    assert len(resolved(a, record("b", reviews=[review("KT", age_months=10)])).cases) == 1
    bare = resolved(a, record("b", reviews=[review("KT")]))
    assert len(bare.cases) == 2
    assert bare.possible_cases == []  # a label that others may carry is not enough to ask anybody


def test_partnerships_are_never_joined() -> None:
    a = Source("ashmere/a", "ashmere", None, record("a", reviews=[review("Wren")]))
    b = Source("brack/b", "brack", None, record("b", reviews=[review("Wren")]))
    result = resolve([a, b])
    assert len(result.cases) == 2
    assert result.possible_cases == []


def test_nameless_cases_stay_apart() -> None:
    one, two = record("a", reviews=[review(None)]), record("b", reviews=[review(None)])
    assert len(resolved(one, two).cases) == 2


def stated_pair() -> list[DocumentRecord]:
    said = StatedIdentity(one="QZ", other="Child Ivo", quote="The review of QZ was published as Child Ivo.", line=4)
    news = record(
        "news",
        period=span("2023-10-01", "2023-12-31"),
        reviews=[
            review("QZ", aliases=["Child Ivo"], identities=[said]),
            review("RV", completed=span("2023-11-01", "2023-11-30")),
        ],
    )
    report = record(
        "report",
        period=span("2023-04-01", "2024-03-31"),
        reviews=[review("Ivo", sex="male"), review("Rowan", incident=span("2023-08-01", "2023-08-31"), outcome="died")],
    )
    return [news, report]


def test_t2_a_stated_identity_is_a_pair_with_its_sentence_and_no_merge() -> None:
    result = resolved(*stated_pair())
    assert len(result.cases) == 4
    (pair,) = result.stated
    assert {result.cases[n].first.labels[0] for n in (pair.one, pair.other)} == {"QZ", "Ivo"}
    assert pair.identity.line == 4


def test_t2_possible_same_gives_reasons_with_weights_on_both_sides() -> None:
    result = resolved(*stated_pair())
    (pair,) = result.possible_cases
    assert {result.cases[n].first.labels[0] for n in (pair.one, pair.other)} == {"RV", "Rowan"}
    assert "both labels begin with R (weak)" in pair.reasons_for
    assert "each is the only other practice review of its document (medium)" in pair.reasons_for
    (against,) = pair.reasons_against
    assert "44 working days" in against
    assert against.endswith("(weak)")


def test_a_strong_reason_against_ends_it() -> None:
    news, report = stated_pair()
    news.reviews[1].children = review("RV", age_months=200).children
    report.reviews[1].children = review("Rowan", age_months=7).children
    assert resolved(news, report).possible_cases == []


def test_order_of_records_makes_no_difference() -> None:
    records = [*stated_pair(), record("x", reviews=[review("Rowan", sex="male"), review("Ivo")])]
    wanted = cases(resolved(*records))
    for seed in range(5):
        shuffled = list(records)
        random.Random(seed).shuffle(shuffled)
        assert cases(resolved(*shuffled)) == wanted


def test_t11_a_test_told_in_two_documents_may_be_one() -> None:
    news = record(
        "news",
        reviews=[audit("Step down from assessment", "2023-11-13", sample_size=6)],
        period=span("2023-10-01", "2023-12-31"),
    )
    report = record(
        "report",
        period=span("2023-04-01", "2024-03-31"),
        reviews=[audit("Follow-up of step down decisions", follows_up=["deep dive"])],
    )
    result = resolved(news, report)
    assert len(result.tests) == 2
    (pair,) = result.possible_tests
    assert any("topic" in r for r in pair.reasons_for)
    assert any("follows up" in r for r in pair.reasons_against)


def test_one_test_told_twice_under_one_name_and_date_is_one() -> None:
    a = record("a", reviews=[audit("Neglect audit", "2023-11-13")])
    b = record("b", reviews=[audit("Audit: neglect", "2023-11-13")])
    other = record("c", reviews=[audit("Neglect audit", "2024-11-13")])
    assert len(resolved(a, b).tests) == 1
    assert len(resolved(a, other).tests) == 2
