"""Wholes named elsewhere in a sentence or before it, words for all and none, tables; and norms, changes and marks that
count nothing. All invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.formats.text.read import read_text
from loaders.parse.parse import parse

Said = tuple[float | None, float | None, float | None]


def firm(text: str) -> list[Said]:
    """The figures with a whole or a percentage that an audit's report says."""
    page = f"# Multi-agency audit report\n\n## What the audit found\n\n{text}\n"
    read = parse(read_text(Path("audit.md"), page.encode())).statistics
    return [(s.numerator, s.denominator, s.percent) for s in read if s.denominator is not None or s.percent is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Every one of the nine families had been referred before.", [(9, 9, None)]),
        ("Not one of four assessments says what he was like.", [(0, 4, None)]),
        ("Of 402 who answered 237 (59%) had, compared with 44% before.", [(237, 402, 59), (None, None, 44)]),
        ("All bar one of the eight schools replied.", [(7, 8, None)]),
        ("No father was named in any of the nine plans.", [(0, 9, None)]),
        ("We sampled ten files. The chronology was missing from all but two.", [(8, 10, None)]),
        ("There were six children in the cohort. Four were known to the police.", [(4, 6, None)]),
        ("Our sample was 24 plans. Fathers were named in 15.", [(15, 24, None)]),
        ("We spoke to 18 parents. Twelve said that they had been listened to.", [(12, 18, None)]),
        ("Of the thirty plans, 21 were in date. Of those, nine had been signed.", [(21, 30, None), (9, 21, None)]),
        ("Twelve practitioners joined the event. Half had known the family.", [(6, 12, None)]),
        ("Sixty young people took part, 45% of whom had been excluded.", [(None, 60, 45)]),
        ("Among the 33 carers who replied, 55% felt supported.", [(None, 33, 55)]),
        ("71% of respondents (base: 58) had heard of the protocol.", [(None, 58, 71)]),
        ("Agency replies (n=40): in place 75%, partly 20%.", [(None, 40, 75), (None, 40, 20)]),
        ("Twelve reviews were held; 80% of actions are closed.", [(None, None, 80)]),
        ("Eight were boys (57%) and six were girls (43%).", [(8, None, 57), (6, None, 43)]),
        ("Six reviews (of eleven) concern babies.", [(6, 11, None)]),
        ("31 of 65 forms came back, a response rate of 48%.", [(31, 65, 48)]),
        ("Domestic abuse 14, neglect 11 (of 22 reviews).", [(14, 22, None), (11, 22, None)]),
        ("Of 16 reviews: neglect 9, domestic abuse 7.", [(9, 16, None), (7, 16, None)]),
        ("27 children: 15 boys and 12 girls.", [(15, 27, None), (12, 27, None)]),
        ("In date: 60% (2022), 45% (2023)", [(None, None, 60), (None, None, 45)]),
        ("Seen alone: 11 / 19", [(11, 19, None)]),
        ("Faith recorded? 0/12.", [(0, 12, None)]),
        ("The GCP2 score was recorded in 6 of 20 files.", [(6, 20, None)]),
        ("57% of parents said that staff should listen more.", [(None, None, 57)]),
        ("Three of the five babies should have been seen at home.", [(3, 5, None)]),
        ("Visits in time (target 95%): 81%", [(None, None, 81)]),
    ],
)  # fmt: skip
def test_a_figure_has_the_whole_that_the_words_name(text: str, expected: list[Said]) -> None:
    assert firm(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The KPI is 90%.",
        "We expect 80% of forms to be returned.",
        "Each team is asked to sample 10% of its closed cases.",
        "Two of the three partners must agree before a review is begun.",
        "80% of staff will have been trained by June.",
        "Cases are graded good when 8 of the 10 parts are met.",
        "Key: green 85% and above, red below 60%.",
        "Referrals rose by 12% in the year.",
        "A 3% pay award was made.",
        "Education pays 15% of the budget, police 20%.",
        "A saving of 4% (£2,000) was found.",
        "GCS on arrival was 13/15.",
        "She put her pain at 8 out of 10.",
        "On a scale of 0 to 10 he gave 3/10.",
        "Two of the three fractures were older.",
        "She got 34% in her mock exam.",
        "He was one of five children.",
        "Between 12 and 14 of the 20 plans were late.",
        "Staff gave 110%.",
        "It was held for 23 young people and in every one of those a talk had followed.",
        "No evidence was seen that any of the six parents had ignored advice.",
        "There were 31 calls to two teams. In both, the calls were logged.",
        "Paper 2 of 5",
    ],
)
def test_a_norm_a_change_or_a_mark_is_no_figure(text: str) -> None:
    assert firm(text) == []


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("Grade | Files | Share\nGood | 7 | 39%", [(7, None, 39)]),
        ("Theme | Number of reviews | Percentage\nNeglect | 14 | 64", [(14, None, 64)]),
        ("Area | Good | Weak | Poor | Total\nVoice | 2 | 6 | 10 | 18", [(2, 18, None), (6, 18, None), (10, 18, None)]),
        ("Team | Cases | Late\nNorth | 20 | 6 (30%)", [(6, 20, 30)]),
        ("Agency | Attended (of 12)\nPolice | 11", [(11, 12, None)]),
        ("Measure | Target | Actual\nSeen in time | 95% | 88%", [(None, None, 88)]),
        ("Grade | Files | %\nGood | 7 of 18 | 39%", [(7, 18, 39)]),
        ("Reference | Theme | Page\n3/22 | Neglect | 7 of 12", []),
    ],
)  # fmt: skip
def test_cells_of_a_row_are_one_figure(table: str, expected: list[Said]) -> None:
    head, *rows = table.splitlines()
    bars = "|" + "---|" * len(head.split("|"))
    assert firm("\n".join([f"| {head} |", bars, *(f"| {row} |" for row in rows)])) == expected
