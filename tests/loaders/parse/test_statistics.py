"""Printed statistics, on invented lines and on the figures of the real documents."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.records import Statistic
from graph.text import holds
from loaders.blocks import Block, BlockKind
from loaders.formats.text.read import read_text
from loaders.parse.figures.bare import is_statistic
from loaders.parse.figures.shares import figures
from loaders.parse.figures.statistics import statistics_of


def lines(*texts: str) -> list[Block]:
    """Blocks: "# …" a heading, "~ …" furniture, else a paragraph."""
    kinds = {"#": BlockKind.HEADING, "~": BlockKind.FURNITURE}
    return [Block(kinds.get(t[0], BlockKind.PARAGRAPH), t.lstrip("#~ "), line=i, raw=t) for i, t in enumerate(texts, 1)]


def triples(text: str) -> list[tuple[object, object, object]]:
    return [(f.numerator, f.denominator, f.percent) for f in figures(text)]


def read(path: Path) -> list[Statistic]:
    return statistics_of(read_text(path, path.read_bytes()).blocks)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("75% • 12/16 were boys", [(12, 16, 75)]),
        ("25% • In 4/16, a parent was in prison.", [(4, 16, 25)]),
        ("88% • Housing featured in 14/16 cases", [(14, 16, 88)]),
        ("12 of the 16 reviews (75%) named housing", [(12, 16, 75)]),
        ("9 (38%) of the 24 files were late", [(9, 24, 38)]),
        ("38% (9 of 24 files) were late", [(9, 24, 38)]),
        ("9 (38%) were late", [(9, None, 38)]),
        ("64% of the 25 files were late", [(None, 25, 64)]),
        ("7 out of 19 children (6/17 reviews)", [(7, 19, None), (6, 17, None)]),
        ("two of the four core groups were held without her", [(2, 4, None)]),
        ("none of the 12 plans named a father", [(0, 12, None)]),
        ("one in five children waited", [(1, 5, None)]),
        ("twenty-one of 30 audits", [(21, 30, None)]),
        ("Of the 14 notifications received, 6 became an LCSPR and 8 did not.", [(6, 14, None), (8, 14, None)]),
        ("His attendance fell from 91% to 64%.", [(None, None, 64)]),
        ("The panel read 8 cases (4 cases from Ashmere and 4 cases from Bexhill).", [(4, 8, None)]),
        ("The panel read 8 cases (5 cases from Ashmere and 3 from Bexhill).", [(5, 8, None), (3, 8, None)]),
        ("40 per cent of families moved", [(None, None, 40)]),
        ("19.5% of pupils, against 22% nationally", [(None, None, 19.5), (None, None, 22)]),
    ],
)
def test_figures_are_read_as_printed(text: str, expected: list[object]) -> None:
    assert triples(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "RR 3/19",
        "RR 3/19, 4/19 and RR 05/19 share this learning",
        "3/19",
        "held on 28/02/2021",
        "in 2019/20 the board met",
        "Page 2 of 6",
        "open 24/7",
        "one of the two towns",
        "all but two of their 90 carers",
        "in two of the past five years",
        "those with 80% attendance or below",
        "classified as low where fewer than 60% of lessons were attended",
        "against a target of 95%",
        "between 10-15% of pupils",
        "the 3-year-old and her two brothers",
        "under section 11 of the 2004 Act",
    ],
)
def test_what_only_looks_like_a_figure_is_left_out(text: str) -> None:
    assert triples(text) == []


@given(st.integers(2, 99), st.data())
def test_any_fraction_is_read_back(n: int, data: st.DataObject) -> None:
    k = data.draw(st.integers(1, n))
    percent = round(100 * k / n)
    assert triples(f"{percent}% • {k}/{n} featured housing") == [(k, n, percent)]
    assert (k, n, None) in triples(f"In all, {k} out of {n} children moved home.") or k == n == 1


def test_unit_and_sense_are_part_of_every_number() -> None:
    found = statistics_of(
        lines("Neglect was a feature in 5/12 reviews, which included 8/14 children", "4/12 were due to neglect")
    )
    assert [(s.unit, s.sense) for s in found] == [("review", "feature"), ("child", "feature"), ("other", "cause")]


def test_rows_under_a_heading_are_of_its_group_until_the_list_ends() -> None:
    found = statistics_of(
        lines(
            "# About our Children NVSCP",
            "4 children died",
            "2 were not recorded",
            "46% male",
            "# Themes",
            "Practitioners spoke of many things.",
            "# Safe sleep",
            "3/12 reviews (3/14 children)",
        )
    )
    assert [(s.numerator, s.percent, s.group) for s in found[:3]] == [
        (4, None, "NVSCP"),
        (2, None, "NVSCP"),
        (None, 46, "NVSCP"),
    ]
    assert [(s.unit, s.group, s.sense) for s in found[3:]] == [("review", None, "theme"), ("child", None, "theme")]


def test_population_activity_and_survey_figures_are_not_review_statistics() -> None:
    found = statistics_of(
        lines(
            "# ASHMERE SAFEGUARDING SNAPSHOT",
            "Throughout 2021-22 there were:",
            "12,345 children and young people under 18",
            "31.4% of children living in poverty in Ashmere, compared to 28% in the Far West and 29% nationally",
            "(Source - Poverty Watch data March 2020)",
            "812 referrals to children's social care",
            "4,500 visitors to the website",
            "62% of respondents found it useful",
        )
    )
    assert [s.source for s in found] == ["population"] * 4 + ["activity"] * 2 + ["survey"]
    assert [s.group for s in found[:4]] == ["Ashmere", "Ashmere", "Far West", "national"]
    assert [s.as_of for s in found] == ["2021-22", *["March 2020"] * 3, *["2021-22"] * 3]
    assert {s.sense for s in found} == {"mention"}


def test_counts_of_own_reviews_are_statistics_and_people_in_a_story_are_not() -> None:
    found = statistics_of(
        lines(
            "Since 2018 the partnership has received nine serious incident notifications.",
            "He lived with three children and two adults, and had six teeth removed.",
            "Child 1 was excluded from school for 2 days.",
        )
    )
    assert [(s.numerator, s.unit) for s in found] == [(9, "notification")]


def test_a_number_apart_from_its_words_is_put_together_and_furniture_left_out() -> None:
    found = statistics_of(
        lines("~ Page 3 of 9", "58%", "7/12", "featured a house move", "Ashmere has a population of", "45,678")
    )
    assert [(s.numerator, s.denominator, s.percent) for s in found] == [(7, 12, 58), (45678, None, None)]
    assert found[0].quote == "58% 7/12 featured a house move"
    assert found[0].line == 2


@pytest.mark.parametrize(
    "text",
    [
        "75% • 12/16 were boys",
        "4 children died",
        "2 were not recorded",
        "7 out of 19 children (6/17 reviews)",
        "Housing was a feature in 5/12 reviews",
        "Of the 14 reviews undertaken, 6 became an LCSPR.",
        "The partnership has undertaken six LCSPRs",
        "812 referrals to children's social care",
    ],
)
def test_lines_that_are_statistics_and_nothing_else(text: str) -> None:
    assert is_statistic(text)


@pytest.mark.parametrize(
    "text",
    [
        "The drug service was not invited to two of the four core groups.",
        "2 children were not seen alone",
        "In two cases police did not attend",
        "75% of plans should name a father",
        "Only 3 of the 12 plans were SMART",
        "Safe sleep",
        "Missed opportunities to visit within 10 days",
        "3/12 plans were not shared with the school",
    ],
)
def test_learning_with_a_number_in_it_stays_learning(text: str) -> None:
    assert not is_statistic(text)


@pytest.mark.reviews
def test_t3_the_misprinted_fraction_is_kept_as_printed(reviews: Path) -> None:
    found = read(reviews / "hsscp-learning-from-reviews-2025.txt")
    shares = [(s.numerator, s.denominator, s.percent) for s in found if s.denominator]
    assert (9, 20, 36) in shares
    assert [n for _, n, _ in shares].count(25) == 10


@pytest.mark.reviews
def test_t6_reviews_notifications_and_lcsprs_are_told_apart(reviews: Path) -> None:
    found = read(reviews / "hsscp-learning-from-reviews-2025.txt")
    assert {(s.numerator, s.denominator, s.unit) for s in found} >= {
        (25, None, "notification"),
        (10, 25, "review"),
        (10, None, "review"),
    }


@pytest.mark.reviews
def test_t7_unit_and_sense_in_the_thematic_summary(reviews: Path) -> None:
    found = read(reviews / "tees-themes-2017-21.txt")
    neglect = {(s.numerator, s.denominator, s.unit, s.sense) for s in found if s.topic == "neglect" and s.denominator}
    assert neglect >= {(13, 24, "review", "feature"), (15, 27, "child", "feature"), (7, 8, "child", "mention")}
    halves = [s for s in found if s.percent == 50 and s.topic in ("neglect", "physical-abuse")]
    assert [s.sense for s in halves] == ["cause", "cause"]
    assert {s.sense for s in found if s.percent == 79} == {"feature"}
    assert len([s for s in found if s.percent is not None]) == 33
    assert len([s for s in found if s.denominator is not None]) == 14


@pytest.mark.reviews
def test_t21_population_and_website_figures_are_not_review_statistics(reviews: Path) -> None:
    found = read(reviews / "hsscp-annual-report-2023-24.txt")
    assert not [s for s in found if s.source == "review" and s.percent is not None]
    assert 70 not in [s.percent for s in found]
    assert [(s.as_of, s.group) for s in found if s.percent == 32.6] == [
        ("June 2023", "Stockton-on-Tees"),
        ("May 2021", "Stockton-on-Tees"),
    ]
    assert [s.group for s in found if s.percent == 35] == ["Teesside", "North East"]
    assert [s.source for s in found if s.numerator == 9832] == ["activity"]


@pytest.mark.reviews
def test_every_quotation_stands_in_its_document(reviews: Path) -> None:
    for path in sorted(reviews.glob("*.txt")):
        text = read_text(path, path.read_bytes()).pages[0].text
        assert [s.quote for s in read(path) if not holds(text, s.quote)] == []


def test_the_sum_says_of_which_whole_a_count_with_its_percentage_is() -> None:
    (found,) = figures("An audit in January 2023 of 20 children in care found that in 13 (65%) the view was recorded.")
    assert (found.numerator, found.denominator, found.percent) == (13, 20, 65)
    (other,) = figures("An audit of 20 case files found that in 13 (70%) the view was recorded.")
    assert (other.numerator, other.denominator, other.percent) == (13, None, 70)


def test_each_percentage_of_a_list_has_the_topic_of_its_own_clause() -> None:
    line = "Of the 206 incidents, 17% were accidents, 8% involved domestic abuse, 31% were falls and 20% were suicides."
    told = {item.percent: item.topic for item in statistics_of(lines(line))}
    assert told == {17: None, 8: "domestic-abuse", 31: None, 20: "suicide-self-harm"}


def test_what_a_survey_of_so_many_found_and_the_second_of_two_counts() -> None:
    found = statistics_of(
        lines(
            "A survey of 60 parents in March 2031 found that 52 knew of a talk about sleep, and 27 one about drink.",
            "# Files",
            "An audit of 16 files found that the guidance was followed in nine.",
            "In four cases no talk with a doctor took place, and in three the referral was late.",
            "# Plans",
            "We looked at 20 files. Twelve had a plan and five had no chronology.",
        )
    )
    told = [(f.numerator, f.denominator) for f in found]
    assert told == [(52, 60), (27, 60), (9, 16), (4, 16), (3, 16), (12, 20), (5, 20)]


def test_the_sample_of_an_audit_holds_below_its_headings() -> None:
    found = statistics_of(
        lines(
            "# Multi-agency audit: neglect",
            "# What we did",
            "Eight agencies audited 24 cases.",
            "# What we found",
            "Chronologies were in place in 15 cases, up from 6 in 2031.",
            "The profile was started in 14 cases and finished in 5.",
        ),
        "Multi-agency audit: neglect",
    )
    shares = [(f.numerator, f.denominator) for f in found if f.denominator]
    assert shares == [(15, 24), (14, 24), (5, 24)]


@pytest.mark.parametrize(
    ("over", "expected"),
    [
        ("Survey question (212 replies)", (None, 212, 57)),
        ("Survey, May 2031 (n = 264)", (None, 264, 57)),
        ("Survey (2031)", (None, None, 57)),
        ("Survey question (3 replies)", (None, None, 57)),  # no count of three is 57%
    ],
)
def test_a_share_alone_is_of_what_the_head_over_the_labels_says(
    over: str, expected: tuple[float | None, ...], tmp_path: Path
) -> None:
    path = tmp_path / "survey.md"
    path.write_text(f"# Survey\n\n| {over} | Yes |\n|---|---|\n| I know about the review | 57% |\n", encoding="utf-8")
    assert [(one.numerator, one.denominator, one.percent) for one in read(path)][-1:] == [expected]
