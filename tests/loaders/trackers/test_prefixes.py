"""A key that says which review a prefix is of: JUN1 is of Juniper where the tracker says so, and only there."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from graph.records import DocumentRecord
from loaders.extract import extract
from tests.loaders.trackers.books import read_book

HEAD = ["No.", "Recommendation", "Action", "Lead", "Due", "Status"]
LINE = "JUN = LCSPR Juniper (girl, 9, neglect, 2030); TAR = Rapid Review Tarn (boy, 5 months, head injury, March 2031)"
TABLE = [
    ["Code", "Review", "Child", "Harm", "Published"],
    ["JUN", "LCSPR Juniper", "Girl, 9", "Neglect", "May 2030"],
    ["TAR", "Rapid Review Tarn", "Boy, 5 months", "Head injury", "not published"],
]


def _rows(*numbers: str) -> list[list[str]]:
    return [[n, f"What {n} asked.", f"Write the guide for {n}", "Council", "30/09/2031", "On track"] for n in numbers]


def _told(record: DocumentRecord) -> dict[str | None, list[str | None]]:
    """The numbers of actions by the name of their review, those of none under None."""
    told: dict[str | None, list[str | None]] = {r.name or r.ref: [a.ref for a in r.actions] for r in record.reviews}
    return told | ({None: [a.ref for a in record.actions]} if record.actions else {})


def _is_whole(record: DocumentRecord) -> None:
    assert record.report.read == record.report.kept + len(record.report.rejected)


ROWS = [HEAD, *_rows("JUN1", "JUN/2", "TAR1", "TAR-2")]
FILED = {"Juniper": ["JUN1", "JUN/2"], "Tarn": ["TAR1", "TAR-2"]}


@pytest.mark.parametrize(
    "sheets",
    [
        {"Plan": [["Fenmere learning tracker"], [LINE], [], *ROWS]},
        {"Plan": [*ROWS, [], [LINE]]},
        {"Plan": ROWS, "Reviews": TABLE},
        {"Reviews": TABLE, "Plan": ROWS},
        {"Plan": [*ROWS, [], ["JUN", "LCSPR Juniper (girl, 9)"], ["TAR", "Rapid Review Tarn (boy, 5 months)"]]},
        {"Plan": [["Rows numbered JUN are from LCSPR Juniper (girl, 9). Rows numbered TAR are from the rapid review Tarn (boy, 5 months)."], *ROWS]},  # noqa: E501
        {"Plan": [["Actions JUN1-JUN2: LCSPR Juniper (girl, 9)\nActions TAR1-TAR2: rapid review Tarn (boy, 5 months)"], *ROWS]},  # noqa: E501
    ],
)  # fmt: skip
def test_rows_go_to_the_review_of_their_prefix_wherever_the_key_stands(
    tmp_path: Path, sheets: dict[str, list[list[str]]]
) -> None:
    record = read_book(tmp_path / "plan.xlsx", **sheets)
    assert _told(record) == FILED
    juniper, tarn = record.reviews
    assert (juniper.kind, tarn.kind) == ("lcspr", "rapid-review")
    assert [(c.name, c.age, c.sex) for c in (*juniper.children, *tarn.children)] == [
        ("Juniper", "9", "female"),
        ("Tarn", "5 months", "male"),
    ]
    assert [r.text for r in juniper.recommendations] == ["What JUN1 asked.", "What JUN/2 asked."]
    _is_whole(record)


def test_harm_and_month_are_read_from_the_key_and_a_year_alone_dates_nothing(tmp_path: Path) -> None:
    juniper, tarn = read_book(tmp_path / "plan.xlsx", Plan=[[LINE], *ROWS]).reviews
    assert (juniper.harms, tarn.harms) == (["neglect"], ["physical-abuse"])
    assert juniper.dates.incident is None
    assert tarn.dates.incident is not None
    assert tarn.dates.incident.printed == "March 2031"
    published = read_book(tmp_path / "two.xlsx", Plan=ROWS, Reviews=TABLE).reviews[0].dates.published
    assert published is not None
    assert published.printed == "May 2030"


def test_codes_in_the_column_of_reviews_are_the_reviews_of_the_key(tmp_path: Path) -> None:
    key = ["Key", "ASH", "LCSPR Ash (boy, 11)", "ELM", "Rapid review Elm (girl, 3 weeks)"]
    head = ["Review", "No", "Action", "Lead", "Due", "Status"]
    rows = [[code, str(n), f"Write guide {n}", "Council", "30/06/2031", "On track"] for n, code in enumerate(("ASH", "", "ELM", "ASH & ELM"), 1)]  # noqa: E501  # fmt: skip
    record = read_book(tmp_path / "plan.xlsx", Plan=[["Learning tracker"], key, [], head, *rows])
    assert _told(record) == {"Ash": ["1", "2", "4"], "Elm": ["3", "4"]}


def test_a_key_in_sentences_may_tell_of_a_child_without_a_name(tmp_path: Path) -> None:
    key = [["ASH is the LCSPR about a boy of 11 who died in a fire in May 2030."], ["ELM is a rapid review: girl, 3 weeks."]]  # noqa: E501  # fmt: skip
    record = read_book(tmp_path / "plan.xlsx", About=key, Plan=[HEAD, *_rows("ASH R1", "ELM R1")])
    assert _told(record) == {"ASH": ["ASH R1"], "ELM": ["ELM R1"]}
    assert [(c.age, c.sex, c.outcome) for r in record.reviews for c in r.children] == [
        ("11", "male", "died"),
        ("3 weeks", "female", "not-stated"),
    ]


def test_of_a_prefix_that_is_not_told_nothing_is_guessed(tmp_path: Path) -> None:
    rows = [HEAD, *_rows("JUN1", "OAK1", "JUN2, TAR2")]
    rows[2][1] = ""  # no recommendation of its own, and none of another review's
    record = read_book(tmp_path / "plan.xlsx", Plan=[["Actions from LCSPR Juniper and others"], [LINE], *rows])
    assert _told(record) == {"Juniper": ["JUN1", "JUN2, TAR2"], "Tarn": ["JUN2, TAR2"], None: ["OAK1"]}
    assert record.actions[0].recommendation is None


def test_a_banner_that_tells_a_code_is_over_its_rows_too(tmp_path: Path) -> None:
    rows = [HEAD, ["JUN – LCSPR Juniper (girl, 9)"], *_rows("JUN1", "2"), ["TAR – rapid review Tarn"], *_rows("TAR1")]
    assert _told(read_book(tmp_path / "plan.xlsx", Plan=rows)) == {"Juniper": ["JUN1", "2"], "Tarn": ["TAR1"]}


def test_rows_that_the_key_says_are_of_no_review_are_of_none(tmp_path: Path) -> None:
    key = [["Reviews"], ["JUN", "LCSPR Juniper"], ["P", "Partnership priority, no review"]]
    rows = [["LCSPR Juniper and more: actions"], HEAD, *_rows("JUN1", "P1")]
    assert _told(read_book(tmp_path / "plan.xlsx", Key=key, Plan=rows)) == {"Juniper": ["JUN1"], None: ["P1"]}


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("H = High; M = Medium; L = Low", ["H1", "M1", "L1"]),
        ("P = Police; H = Health", ["P1", "H1"]),
        ("JUN = June; JUL = July", ["JUN1", "JUL1"]),
        ("N = Neglect; E = Exploitation", ["N1", "E1"]),
        ("S = Single agency; M = Multi-agency", ["S1", "M1"]),
        ("J = Jane Smith; T = Tom Brown", ["J1", "T1"]),
        ("B = complete, G = on track, A = at risk, R = late", ["B1", "G1"]),
    ],
)
def test_a_key_to_anything_else_makes_no_review(tmp_path: Path, line: str, numbers: list[str]) -> None:
    record = read_book(tmp_path / "plan.xlsx", Plan=[["Actions from local reviews"], [line], HEAD, *_rows(*numbers)])
    assert _told(record) == {None: numbers}


def test_names_alone_are_reviews_only_where_something_says_so(tmp_path: Path) -> None:
    rows = [["J – Juniper; T – Tarn"], HEAD, *_rows("J.1", "T.3")]
    told = read_book(tmp_path / "a.xlsx", Plan=[["Actions from local reviews"], *rows])
    assert _told(told) == {"Juniper": ["J.1"], "Tarn": ["T.3"]}
    untold = read_book(tmp_path / "b.xlsx", Plan=[["Improvement tracker"], *rows])
    assert _told(untold) == {None: ["J.1", "T.3"]}
    assert "“J = Juniper” numbers rows" in " ".join(note.message for note in untold.report.notes)


def test_a_key_below_the_table_of_a_text_document(tmp_path: Path) -> None:
    document = Document()
    table = document.add_table(rows=0, cols=4)
    for row in (["Ref", "Action", "Owner", "RAG"], ["L1", "Train all", "Health", "Green"], ["M1", "Meet", "Council", "Red"]):  # noqa: E501  # fmt: skip
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.add_paragraph("L – Larch (LCSPR, two brothers aged 4 and 6, neglect, published January 2031)")
    document.add_paragraph("M – Maple (rapid review, a 16 year old girl, exploitation)")
    document.save(str(tmp_path / "plan.docx"))
    record = extract(tmp_path / "plan.docx")
    assert _told(record) == {"Larch": ["L1"], "Maple": ["M1"]}
    larch, maple = record.reviews
    assert [(c.name, c.age, c.sex) for c in larch.children] == [(None, "4", "male"), (None, "6", "male")]
    assert [(c.age, c.sex) for c in maple.children] == [("16 year old", "female")]
