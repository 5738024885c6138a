"""Shares of what was looked at, and of the last so many: the whole stands in the same sentence, in its own place."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.blocks import Block, BlockKind
from loaders.formats.text.read import read_text
from loaders.parse.figures.statistics import statistics_of
from loaders.parse.parse import parse

Told = tuple[float | None, float | None, float | None]


def figures(text: str) -> list[Told]:
    record = parse(read_text(Path("report.txt"), f"# Learning report\n\n## Findings\n\n{text}\n".encode()))
    return [(one.numerator, one.denominator, one.percent) for one in record.statistics]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "An audit of 25 pre-birth assessments found that the father had been spoken to in 14 of these (56%).",
            [(14, 25, 56)],
        ),
        (
            "Scrutiny's sample of 18 strategy meetings since then showed a school present at 15, which is better.",
            [(15, 18, None)],
        ),
        ("An audit of ten discharges in 2023 showed that social care attended four.", [(4, 10, None)]),
        ("Children and families contributed to two of the last five reviews, which is not enough.", [(2, 5, None)]),
        ("In 44 of the last 47 families the worker was seen in time.", [(44, 47, None)]),
        ("Of the 33 episodes 6 had a return interview.", [(6, 33, None)]),
        ("Audit of 40 notes in January: 37 seen same day.", [(37, 40, None)]),
        ("64 third referrals reviewed to date and in 22 the decision was changed.", [(22, 64, None)]),
        (
            "The practice has told us that of 163 letters received in the period, 21 were opened by a GP.",
            [(21, 163, None)],
        ),
        ("I rang all fourteen numbers in the procedures and five of them rang out.", [(5, 14, None)]),
        (
            "Scrutiny looked at the records of all 16 young people who should have a plan and found that seven did.",
            [(7, 16, None)],
        ),
        ("Of 86 parents with a child under five, 51 had a take-home supply of a week or more (59%).", [(51, 86, 59)]),
        ("A re-dip in June of 12 new timetables: 5 had been reviewed at six weeks (42%).", [(5, 12, 42)]),
        ("Nine of the latest twelve plans named a lead (75%).", [(9, 12, 75)]),
        ("Three of our most recent eight reviews were of babies.", [(3, 8, None)]),
        ("We checked 20 supervision notes and 11 of these recorded a decision.", [(11, 20, None)]),
        ("A dip sample of 30 contacts showed a chronology on six.", [(6, 30, None)]),
        ("A check of 24 plans in May found the school at 18.", [(18, 24, None)]),
        ("A check of fifteen core groups found the father had been invited to eight of them (53%).", [(8, 15, 53)]),
        ("The audit looked at 40 records, of which 12 had a genogram.", [(12, 40, None)]),
        ("He was one of the last five children on the ward.", []),
        ("The police were called on two of the last three nights before his death.", []),
        ("The plan was reviewed at 15 weeks and again at 18.", []),
        ("An audit of ten discharges will be held in May and the group will meet at four.", []),
        ("The meeting showed that staff arrived at nine.", []),
        ("Of the three agencies, the police attended twice.", []),
    ],
)
def test_a_share_of_what_its_sentence_names(text: str, told: list[Told]) -> None:
    assert figures(text) == told


def test_a_list_counts_in_what_its_lead_says() -> None:
    lead = "Across the reviews completed since 2031 (n=18):"
    assert figures(f"{lead}\n\n- neglect was a feature in 13 (72%)\n- fathers were not engaged in ten") == [
        (13, 18, 72),
        (10, 18, None),
    ]


def test_a_share_in_a_column_is_out_of_the_count_above_it() -> None:
    cells = [
        ["", "2030/31", "2031/32"],
        ["Reviews held", "4", "6"],
        ["Held within the time allowed", "2 (50%)", "5 (83%)"],
    ]
    blocks = [
        Block(BlockKind.CELL, text, row=row, column=column, table="table 1")
        for row, texts in enumerate(cells, start=1)
        for column, text in enumerate(texts, start=1)
    ]
    told = [(one.numerator, one.denominator, one.percent) for one in statistics_of(blocks)]
    assert (2, 4, 50) in told
    assert (5, 6, 83) in told


def test_a_share_and_its_percentage_in_the_next_cell_are_one_figure() -> None:
    texts = ["Father", "spoken to in 9 of the 24, and in two of these late", "38%"]
    blocks = [
        Block(BlockKind.CELL, text, row=2, column=at, table="table 1", column_head=head)
        for at, (text, head) in enumerate(zip(texts, ["Area", "What we found", "Share"], strict=True), start=1)
    ]
    told = [(one.numerator, one.denominator, one.percent) for one in statistics_of(blocks)]
    assert (9, 24, 38) in told
    assert (None, None, 38) not in told
