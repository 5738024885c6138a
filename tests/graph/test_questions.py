"""Every question against golden rows on both engines; headers, parameters, evidence and suppression."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graph.derive.arising import add_arising
from graph.errors import WrongUse
from graph.memory import Graph
from graph.model import Document, Finding, LoadRun, Partnership, Passage, Review, Theme
from graph.questions import HeaderError, ask, find_question, parse, questions
from graph.questions.shape import EVIDENCE, cut
from graph.store import Store
from tests.graph.small import small_store
from tests.status_graph import ASKED_OF_STATUS_GRAPH

__all__ = ["small_store"]

CHALLENGE = "professional-challenge"
NORTH, EAST = "Northmere Safeguarding Children Partnership", "Eastvale Safeguarding Partnership"
BOTH = "Northmere and Eastvale"


def picked(store: Store, id_: str, *columns: str, **params: str) -> list[tuple[Any, ...]]:
    return [tuple(row[c] for c in columns) for row in ask(store, id_, params).rows]


def test_recurring_themes(small_store: Store) -> None:
    columns = (
        "theme",
        "reviews",
        "of_reviews",
        "children",
        "partnerships",
        "as_learning",
        "tests",
        "documents",
        "confirmed",
    )
    assert picked(small_store, "recurring-themes", *columns) == [
        (CHALLENGE, 3, 5, 3, 3, 3, 1, 1, 1),
        ("domestic-abuse", 3, 5, 4, 2, 0, 0, 0, 0),
        ("parental-substance-misuse", 2, 5, 3, 1, 0, 0, 0, 0),
        ("bruising-non-mobile", 1, 5, 1, 2, 1, 0, 1, 0),
        ("information-sharing", 1, 5, 2, 1, 1, 0, 0, 0),
        ("neglect", 1, 5, 2, 1, 0, 0, 0, 0),
        ("safe-sleep", 1, 5, 1, 1, 1, 0, 0, 0),
    ]
    first = ask(small_store, "recurring-themes", {"theme": "escalation"}).rows[0]
    assert (first["label"], first["first"], first["last"]) == (
        "Professional challenge and escalation",
        "2018-04-01",
        "2022-11-01",
    )


def test_what_is_absent_or_done_well_is_not_recurrence(small_store: Store) -> None:
    """T5 and T15: "no evidence of neglect" and good practice are no sign of the theme."""
    north = dict(picked(small_store, "recurring-themes", "theme", "reviews", partnership="NSCP"))
    assert "neglect" not in north
    assert "information-sharing" not in north
    assert north == {CHALLENGE: 2, "domestic-abuse": 1, "safe-sleep": 1, "bruising-non-mobile": 0}


def test_follow_theme(small_store: Store) -> None:
    assert picked(small_store, "follow-theme", "date_to", "dated_by", "kind", "told_by", theme=CHALLENGE) == [
        ("2019-02-28", "incident", "what needs to improve", "RR 1/19 Ash"),
        ("2019-09-01", "review", "recommended", "RR 1/19 Ash"),
        ("2020-03-31", "period", "said to be done", "Annual report 2019-20"),
        ("2020-07-14", "test", "done well", "Audit of escalation 2020"),
        ("2020-07-14", "test", "what needs to improve", "Audit of escalation 2020"),
        ("2021-03-31", "period", "what needs to improve", "Joint themes 2018-21"),
        ("2022-03-31", "incident", "what needs to improve", "RR 2/22 Rowan"),
        ("2022-11-01", "document", "what got in the way", "RR 05/22 Wren"),
    ]
    neglect = picked(small_store, "follow-theme", "kind", theme="Neglect", partnership="northmere")
    assert neglect == [("promised",), ("priority",), ("stated as not present",)]


def test_closed_but_recurred(small_store: Store) -> None:
    columns = ("kind", "theme", "type", "closure", "certainty", "scope", "seen_in")
    assert picked(small_store, "closed-but-recurred", *columns) == [
        ("recommendation", CHALLENGE, "R2", "said to be done", "confirmed", "same partnership", "RR 2/22 Rowan"),
        (
            "recommendation",
            CHALLENGE,
            "R2",
            "said to be done",
            "probable",
            "same partnership",
            "Audit of escalation 2020",
        ),
        (
            "action",
            "bruising-non-mobile",
            "R0",
            "said to be done",
            "possible",
            "same partnership",
            "Learning from reviews 2023",
        ),
        ("learning", CHALLENGE, "R5", "none stated", "confirmed", "same partnership", "RR 2/22 Rowan"),
    ]
    for row in ask(small_store, "closed-but-recurred").rows:
        assert [e["side"] for e in row["evidence"]] == ["before", "after"]
        assert row["why"]
    assert len(picked(small_store, "closed-but-recurred", "kind", as_of="2021")) == 1


def test_theme_across_partnerships(small_store: Store) -> None:
    columns = ("partnership", "kind", "reviews", "of_reviews", "tests", "documents")
    assert picked(small_store, "theme-across-partnerships", *columns, theme=CHALLENGE) == [
        (EAST, "partnership", 1, 2, 0, 0),
        (NORTH, "partnership", 2, 3, 1, 0),
        (BOTH, "joint", 0, 0, 0, 1),
    ]
    assert picked(small_store, "theme-across-partnerships", *columns, theme="information-sharing") == [
        (EAST, "partnership", 1, 2, 0, 0),
        (NORTH, "partnership", 0, 3, 0, 0),
        (BOTH, "joint", 0, 0, 0, 0),
    ]


def test_theme_through_time(small_store: Store) -> None:
    """T18: the joint document stands apart; two years are said where it can have been either."""
    columns = ("year", "told_of", "reviews", "of_reviews", "tests", "documents")
    assert picked(small_store, "theme-through-time", *columns, theme=CHALLENGE) == [
        ("2019", NORTH, 1, 1, 0, 0),
        ("2020", NORTH, 0, 0, 1, 0),
        ("2018 to 2021", BOTH, 0, 0, 0, 1),
        ("2022", NORTH, 1, 1, 0, 0),
        ("2022", EAST, 1, 2, 0, 0),
    ]


STORY = "Her mother had moved twice to be safe from domestic abuse."


@pytest.mark.parametrize(
    ("id_", "row"),
    [
        ("recurring-themes", {}),
        ("theme-through-time", {"year": "2022", "told_of": NORTH}),
        ("theme-across-partnerships", {"partnership": NORTH}),
        ("theme-combinations", {"other": CHALLENGE}),
        ("follow-theme", {"text": "RR 2/22 Rowan"}),
    ],
)
@pytest.mark.parametrize("passages", ["5", "6"])  # as summed at load, and as counted by the question
def test_a_theme_of_the_story_is_shown_by_the_sentence_that_carries_it(
    small_store: Store, id_: str, row: dict[str, str], passages: str
) -> None:
    params = {"theme": "domestic-abuse"} | (
        {"passages": passages} if id_ in ("recurring-themes", "theme-combinations") else {}
    )
    rows = [r for r in ask(small_store, id_, params).rows if row.items() <= r.items()]
    (quotes,) = [[e["quote"] for e in r["evidence"] if e["document"] == "Learning from reviews 2023"] for r in rows]
    assert STORY in quotes
    assert "RR 2/22 Rowan" not in quotes


def test_follow_review(small_store: Store) -> None:
    kinds = picked(small_store, "follow-review", "kind", "certainty", review="RR 01/2019")
    assert kinds[:2] == [("review", "as printed"), ("child", "as printed")]
    assert kinds.count(("recommended", "as printed")) == 2
    assert kinds.count(("said to be done", "probable")) == 2
    assert [k for k in kinds if k[0] in ("seen again", "improved", "closed")] == [
        ("seen again", "probable"),
        ("improved", "probable"),
        ("closed", "as printed"),
        ("seen again", "confirmed"),
    ]
    assert kinds[-1] == ("the same, a document says", "as printed")
    details = dict(picked(small_store, "follow-review", "text", "detail", review="RR 01/2019"))
    asked = "Every family is to have safer sleep advice before birth."
    assert details[asked] == "Northmere Health Visiting; Northmere Midwifery"
    done = "The escalation procedure was reviewed and reissued."
    assert details[done] == "said to be done; evidence not stated"  # “reviewed” says nothing by itself
    assert picked(small_store, "follow-review", "text", review="Rowan")[-1] == ("Child R",)


def test_good_practice(small_store: Store) -> None:
    assert picked(small_store, "good-practice", "themes", "told_by", "confirmed") == [
        (["Information sharing"], "RR 1/19 Ash", False),
        (["Professional challenge and escalation"], "Audit of escalation 2020", False),
        (["Safe sleep"], "Repeat audit of safer sleep 2021", True),
    ]
    assert len(picked(small_store, "good-practice", "text", text="HEALTH visitor")) == 1
    assert len(picked(small_store, "good-practice", "text", theme="practice")) == 2


def test_printed_statistics(small_store: Store) -> None:
    """T3: the misprint keeps both values; T7: unit and sense are part of every figure."""
    columns = ("printed", "percent", "recomputed", "verdict", "unit", "sense", "group", "theme", "page")
    assert picked(small_store, "printed-statistics", *columns) == [
        ("36% • 9/20", 36.0, 45.0, "differ", "review", "feature", "both areas", "neglect", 1),
        ("64% • 16/25", 64.0, 64.0, "agree", "review", "feature", "both areas", "domestic-abuse", 2),
        ("half of the children", None, None, "cannot check", "child", "cause", "both areas", None, 3),
    ]


def test_possible_same_child(small_store: Store) -> None:
    """T2: stated with the sentence, possible with reasons both ways; told of review and case, listed once."""
    columns = ("one", "other", "kind", "for", "against", "quote", "decided")
    assert picked(small_store, "possible-same-child", *columns) == [
        ("AB", "Ash", "stated", [], [], "AB is the child published as Ash.", "not decided"),
        (
            "Child R",
            "Rowan",
            "possible",
            ["first letter of the name (weak)", "same partnership (weak)"],
            ["the periods do not meet (strong)"],
            None,
            "not decided",
        ),
    ]
    assert ask(small_store, "possible-same-child", to_be_sent=True).rows == []


def test_theme_combinations(small_store: Store) -> None:
    columns = ("other", "both", "with_theme", "of_reviews", "unit", "percent")
    assert picked(small_store, "theme-combinations", *columns, theme="domestic abuse") == [
        ("parental-substance-misuse", 2, 3, 5, "reviews", None),
        (CHALLENGE, 2, 3, 5, "reviews", None),
        ("bruising-non-mobile", 1, 3, 5, "reviews", None),
        ("information-sharing", 1, 3, 5, "reviews", None),
        ("neglect", 1, 3, 5, "reviews", None),
    ]
    pairs = picked(small_store, "theme-combinations", "theme", "other", "both")
    assert pairs[0] == ("domestic-abuse", "parental-substance-misuse", 2)
    assert len(pairs) == len({frozenset(p[:2]) for p in pairs}) == 12


def test_provenance(small_store: Store) -> None:
    row = ask(small_store, "provenance", {"text": "digest19/f1"}).rows[0]
    assert row == {
        "kind": "Finding",
        "id": "digest19/f1",
        "text": "Staff disagreed about the threshold and did not escalate.",
        "document": "Learning from reviews 2019",
        "page": 2,
        "line": None,
        "quote": "Staff disagreed about the threshold and did not escalate.",
        "file": "digest19.txt",
        "published": "2019-09-01",
        "address": None,
        "licence": None,
        "given": [],
        "editions": [],
        "coded": [
            "Professional challenge and escalation · “professional challenge and escalation” · "
            "rule professional-challenge/1 · confirmed"
        ],
        "by_wording": False,
        "codebook": "2026.1",
        "software": "0.1.0",
        "load": "run-1",
        "loaded": "2026-01-02T10:00:00",
    }


NEEDED = {
    "follow-theme": {"theme": CHALLENGE},
    "follow-review": {"review": "Ash"},
    "provenance": {"text": "escal"},
    "what-changed": {"since": "2020"},
}


@pytest.mark.parametrize("id_", sorted(set(questions()) - ASKED_OF_STATUS_GRAPH))  # those: test_more_questions.py
def test_every_row_says_where_it_stands(small_store: Store, id_: str) -> None:
    answer = ask(small_store, id_, NEEDED.get(id_, {}))
    assert answer.rows, (
        f"no row of {id_}: give NEEDED what the question takes, or, where it turns on statuses, due dates or tests of "
        "practice, name it in ASKED_OF_STATUS_GRAPH (tests/status_graph.py) and put its golden row into "
        "test_more_questions.py"
    )
    assert answer.denominator
    told = {"documents", "reviews", "confirmed", "suggested", "by_wording", "codebook", "load"}
    assert set(answer.json()["coverage"]) == told
    for row in answer.rows:
        places = row.get("evidence", [row])
        empty_cell = id_ == "theme-across-partnerships" and not row["reviews"] + row["tests"] + row["documents"]
        assert places or empty_cell
        for place in places:
            assert place["document"]
            assert place["page"] or place["line"]
            assert place["quote"]


def test_coverage_and_denominators_by_partnership(small_store: Store) -> None:
    whole, part = (
        ask(small_store, "recurring-themes"),
        ask(small_store, "recurring-themes", {"partnership": "eastvale"}),
    )
    assert whole.coverage == {
        "documents": 7,
        "reviews": 5,
        "confirmed": 2,
        "suggested": 25,
        "by_wording": 0,
        "codebook": "2026.1",
        "load": "run-1",
    }
    assert (whole.denominator, part.denominator) == ({"reviews": 5}, {"reviews": 2})


def test_an_empty_answer_says_why(small_store: Store) -> None:
    assert (
        "No theme 'trampolines' is in the loaded documents"
        in ask(small_store, "recurring-themes", {"theme": "trampolines"}).empty
    )
    asked = ask(small_store, "differing-judgements", {"partnership": "eastvale", "theme": "neglect"}).empty
    assert asked.endswith(
        "(Looked at: 1 loaded document; theme Neglect, partnership Eastvale Safeguarding Partnership.)"
    )
    assert "near to it is Eastvale" in ask(small_store, "recurring-themes", {"partnership": "Eastval"}).empty
    nothing = ask(small_store, "follow-theme", {"theme": "neglect", "to": "2001"})
    assert nothing.empty.startswith("No loaded document says anything on this theme in this scope.")


def test_a_limit_that_cuts_is_said(small_store: Store) -> None:
    answer = ask(small_store, "recurring-themes", {"limit": "2"})
    assert len(answer.rows) == 2
    assert "Only the first 2 rows" in answer.json()["caveats"][-1]


@pytest.mark.parametrize(
    ("id_", "params", "said"),
    [
        ("recuring-themes", {}, "recurring-themes"),
        ("recurring-themes", {"partnerhip": "x"}, "did you mean 'partnership'"),
        ("follow-theme", {}, "needs the parameter 'theme'"),
        ("recurring-themes", {"limit": "many"}, "whole number"),
        ("recurring-themes", {"from": "last year"}, "is a date such as"),
        ("follow-review", {"review": "RR"}, "could mean 4 reviews"),
    ],
)
def test_wrong_use_is_one_sentence_with_the_nearest(
    small_store: Store, id_: str, params: dict[str, str], said: str
) -> None:
    with pytest.raises(WrongUse) as caught:
        ask(small_store, id_, params)
    assert said in caught.value.sentence()


def test_nothing_loaded(store: Store) -> None:
    answer = ask(store, "recurring-themes")
    assert (answer.rows, answer.empty) == ([], "Nothing is loaded here yet.")
    assert answer.denominator == {"reviews": 0}


def many_reviews() -> Iterator[tuple[Review, list[str]]]:
    for number in range(12):
        review = Review(id=f"r{number}", name=f"R {number}", kind="rapid-review", canonical=f"r{number}")
        yield review, ["neglect", "domestic-abuse"] if number < 9 else ["neglect"]


def test_percentages_only_from_ten_reviews_on(store: Store) -> None:
    graph = Graph()
    place = graph.add(Partnership(id="p", name="P"))
    doc = graph.add(Document(id="d", name="D", source="p/d", kind="other", file="d.txt", publishedTo=date(2020, 1, 1)))
    graph.link(doc, "TELLS_OF", place)
    passages: list[str] = []
    for review, themes in many_reviews():
        graph.add(review)
        graph.link(review, "CONDUCTED_FOR", place)
        for id_ in themes:
            theme = graph.get(Theme, id_) or graph.add(Theme(id=id_, name=id_))
            finding = graph.add(Finding(id=f"{review.id}-{id_}", name=id_, text=id_, polarity="shortfall"))
            passages.append(finding.id)
            passage = graph.add(Passage(id=f"p-{finding.id}", name="l1", quote=id_, line=len(passages)))
            graph.link(passage, "OF", doc)
            graph.link(finding, "STATED_IN", passage)
            graph.link(review, "IDENTIFIES", finding)
            graph.link(finding, "ABOUT", theme, sense="learning", polarity="shortfall", state="suggested")
    run = LoadRun(id="1", name="1", collection="c", startedAt="2026-01-01T00:00:00", codebook="1", version="1")
    add_arising(graph)
    store.sync(graph, collection="c", run=run)
    answer = ask(store, "theme-combinations", {"theme": "neglect"})
    assert [(r["both"], r["with_theme"], r["percent"]) for r in answer.rows] == [(9, 12, 75.0)]
    other = ask(store, "theme-combinations", {"theme": "domestic-abuse"})
    assert [(r["both"], r["with_theme"], r["percent"]) for r in other.rows] == [(9, 9, None)]
    rows = ask(store, "recurring-themes").rows
    assert [(len(r["evidence"]), r["evidence_total"]) for r in rows] == [(5, 12), (5, 9)]


@pytest.mark.parametrize(
    ("id_", "known_by"), [("agency-types-by-theme", "agency_type"), ("theme-combinations", "other")]
)
def test_what_is_summed_at_load_is_what_a_question_counts_for_itself(
    small_store: Store, id_: str, known_by: str
) -> None:
    """With five passages a row a question reads what was summed, with six it counts: nothing but the sixth differs."""
    summed, counted = (ask(small_store, id_, {"passages": n}).rows for n in (5, 6))
    assert summed
    for one, other in zip(summed, counted, strict=True):
        same = [c for c in one if not c.startswith("evidence")]
        assert {c: one[c] for c in same} == {c: other[c] for c in same}
        assert one["evidence"] == other["evidence"][:5]
    assert len({(r["theme"], r[known_by]) for r in summed}) == len(summed)


def test_the_passages_shown_are_of_the_reviews_that_are_counted(small_store: Store) -> None:
    """One of each review before a second of any; what was summed at load is what the question finds for itself."""
    rows = ask(small_store, "recurring-themes").rows
    counted = ask(small_store, "recurring-themes", {"from": "1900"}).rows
    assert [(r["theme"], r["evidence"]) for r in rows] == [(r["theme"], r["evidence"]) for r in counted]
    challenge = next(r for r in rows if r["theme"] == CHALLENGE)
    assert challenge["reviews"] == len({e["document"] for e in challenge["evidence"][: challenge["reviews"]]})


def test_evidence_is_cut_with_both_sides_kept() -> None:
    items = [{"side": "before", "quote": str(i)} for i in range(7)] + [{"side": "after", "quote": "z"}]
    kept = cut(items)
    assert len(kept) == EVIDENCE
    assert kept[-1]["side"] == "after"


HEADER = find_question("good-practice").text
HALF = next(n for n, line in enumerate(HEADER.splitlines(), 1) if line.startswith("// empty:"))


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("// title:", "// titel:", 2, "unknown key 'titel'"),
        ("// topic: learning\n", "", 1, "lacks 'topic'"),
        ("// id: good-practice", "// id: good", 1, "not the name of the file"),
        ("// answers: table", "// answers: chart", 4, "is none of table, graph"),
        ("// for: learning lead", "// for: everybody", 5, "is none of scrutineer"),
        ("theme: string = null – a", "colour: string = null – a", 8, "is none of theme"),
        ("theme: string = null – a", "theme: string = null a", 8, "write a parameter as"),
        ("// revision: 1", "// revision: new", 28, "whole number"),
        ("// topic: learning\n", "// topic: learning\n// topic: again\n", 7, "stands twice"),
        ("// empty:", "//   and half a sentence.\n// empty:", HALF, "a caveat is a whole sentence"),
        ("// empty:", "//   A sentence that does not end\n// empty:", HALF, "its second line starts with '… '"),
    ],
)
def test_a_wrong_header_fails_with_file_and_line(old: str, new: str, line: int, said: str) -> None:
    assert old in HEADER
    with pytest.raises(HeaderError) as caught:
        parse(HEADER.replace(old, new, 1), "somewhere/good-practice.cypher")
    assert (caught.value.line, said in caught.value.message) == (line, True), caught.value
    assert f"good-practice.cypher:{line}" in caught.value.sentence()


def test_further_questions_from_a_folder(tmp_path: Path) -> None:
    (tmp_path / "my-own.cypher").write_text(HEADER.replace("good-practice", "my-own", 1), encoding="utf-8")
    assert "my-own" in questions([tmp_path])
    (tmp_path / "good-practice.cypher").write_text(HEADER, encoding="utf-8")
    with pytest.raises(WrongUse):
        questions([tmp_path])


PROMISED = {  # ids that scripts of users rely on; a new question needs no line here
    "recurring-themes",
    "follow-theme",
    "closed-but-recurred",
    "closed-on-outputs",
    "theme-across-partnerships",
    "follow-review",
    "differing-judgements",
    "agency-types-by-theme",
    "theme-through-time",
    "statutory-timescales",
    "overdue-actions",
    "closure-checklist",
    "difference-for-children",
    "said-before",
    "tackled-elsewhere",
    "good-practice",
    "recommendations-of-review",
    "impact-section",
    "panel-feedback",
    "theme-combinations",
    "printed-statistics",
    "possible-same-child",
    "missing-links",
    "known-to-services",
    "provenance",
    "promises",
    "what-changed",
}


def test_every_promised_question_is_there() -> None:
    assert set(questions()) >= PROMISED
    assert set(questions()) >= ASKED_OF_STATUS_GRAPH
