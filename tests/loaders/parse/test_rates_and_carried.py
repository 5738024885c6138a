"""Rates, spans, counts of a whole named before, and figures of one person's story, in fictional summaries."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.records import DocumentRecord, Statistic
from loaders.extract import extract
from loaders.formats.text.read import read_text
from loaders.parse.figures.rates import rates_and_spans
from loaders.parse.figures.statistics import statistics_of


def _read(tmp_path: Path, *lines: str) -> list[Statistic]:
    path = tmp_path / "summary.txt"
    path.write_text("\n\n".join(lines), encoding="utf-8")
    return statistics_of(read_text(path, path.read_bytes()).blocks, "Brackenshire learning summary")


def _told(found: list[Statistic]) -> list[tuple[float | None, float | None, str]]:
    return [(f.numerator, f.denominator, f.unit) for f in found]


@pytest.mark.parametrize(
    ("sentence", "rate", "per"),
    [
        ("Brackenshire had 98.4 children in care per 10,000.", 98.4, 10_000),
        ("The rate per 10,000 children stood at 61 in March 2023.", 61, 10_000),
        ("The infant mortality rate is 4.1 deaths per 1,000 live births.", 4.1, 1_000),
        ("There were 210 arrests per 100 000 young people.", 210, 100_000),
        ("Some 3 per thousand births were affected.", 3, 1_000),
    ],
)
def test_a_rate_is_a_rate_and_no_count(tmp_path: Path, sentence: str, rate: float, per: int) -> None:
    (found,) = _read(tmp_path, "Context", sentence)
    assert (found.rate, found.per) == (rate, per)
    assert (found.numerator, found.denominator, found.percent) == (None, None, None)
    assert found.source != "review"


@pytest.mark.parametrize(
    ("sentence", "span"),
    [
        ("Between 20 and 30 per cent of the reviews featured neglect.", "Between 20 and 30 per cent"),
        ("Neglect featured in 20-30% of reviews.", "20-30%"),
        ("Attendance ranged from 35% to 60% of pupils.", "35% to 60%"),
        ("Three to five reviews are completed each year.", "Three to five"),
        ("Police recorded 12 to 15 incidents each month.", "12 to 15"),
    ],
)
def test_a_span_gives_neither_of_its_ends(tmp_path: Path, sentence: str, span: str) -> None:
    (found,) = _read(tmp_path, "Context", sentence)
    assert found.span == span
    assert (found.numerator, found.denominator, found.percent) == (None, None, None)


@pytest.mark.parametrize(
    "sentence",
    [
        "Absence fell from 40% to 32% of pupils.",
        "Children aged three to five children's centres were seen.",
        "Two reviews and four audits were completed.",
        "In 2019 to 2021 reviews were few.",
        "Pupils attend twice per week.",
    ],
)
def test_what_only_looks_like_a_span_or_a_rate(sentence: str) -> None:
    assert rates_and_spans(sentence) == []


def test_a_whole_holds_for_the_sentences_below_it(tmp_path: Path) -> None:
    found = _read(
        tmp_path,
        "What the figures say",
        "Of the 12 reviews completed this year, most concerned infants. Neglect was a factor in three and drug use in "
        "two. Four of the reviews were joint. Five of the children were under one.",
        "Another year",
        "Neglect was a factor in many, and drug use in two.",
    )
    assert _told(found) == [
        (12, None, "review"),
        (3, 12, "review"),
        (2, 12, "review"),
        (4, 12, "review"),
        (5, None, "child"),
    ]
    assert [f.sense for f in found[1:3]] == ["feature", "feature"]


def test_what_follows_a_count_of_these_counts_in_the_same_whole(tmp_path: Path) -> None:
    found = _read(
        tmp_path,
        "Notifications",
        "A total of 9 notifications were made. In five of these the child had died. The remaining four concerned "
        "serious harm.",
    )
    assert _told(found) == [(9, None, "notification"), (5, 9, "notification"), (4, 9, "notification")]


def test_the_children_of_a_family_are_no_whole(tmp_path: Path) -> None:
    found = _read(
        tmp_path,
        "The family",
        "There were three children at home. Neglect had featured in one. Two of the children were seen alone.",
    )
    assert found == []


def test_one_childs_figure_is_no_statistic_and_is_said(tmp_path: Path) -> None:
    path = tmp_path / "review.txt"
    path.write_text(
        "Brackenshire Safeguarding Children Partnership\n\nLearning from reviews 2022\n\nRapid Review: Corin\n\n"
        "Background\n\nCorin attended 31% of lessons. His mother kept two of six appointments.\n\n"
        "Learning\n\n- Attendance should be shared with the health visitor.\n",
        encoding="utf-8",
    )
    record: DocumentRecord = extract(path)
    assert record.statistics == []
    told = [note.message for note in record.report.notes if "one person's story" in note.message]
    assert len(told) == 2
    assert any("31%" in message for message in told)
