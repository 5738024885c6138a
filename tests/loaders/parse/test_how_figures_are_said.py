"""How published reports say figures: many phrasings, numbers and things counted, all invented; and what is none."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.blocks import Block, BlockKind
from loaders.formats.text.read import read_text
from loaders.parse.figures.statistics import statistics_of
from loaders.parse.parse import parse

SAID = [  # with count k of n and, where {p} stands, its percentage
    "{K} of the {n} {things} {so}.",
    "{K} out of {n} {things} {so}.",
    "In {k} of the {n} {things}, {what}.",
    "{What} in {k} of {n} {things}.",
    "Of the {n} {things}, {k} {so}.",
    "Of {n} {things}, {k} ({p}%) {so}.",
    "{p}% ({k}/{n}) of {things} {so}.",
    "{p}% of {things} ({k} of {n}) {so}.",
    "{k}/{n} ({p}%) {things} {so}.",
    "{N} {things} were audited: {k} {so}.",
    "{N} {things} were looked at, of which {k} {so}.",
    "There were {n} {things}, {k} of which {so}.",
    "The audit of {n} {things} found that {what} in {k} of them.",
    "Auditors read {n} {things} and found that in {k}, {what}.",
    "The majority of {things} ({k} of {n}) {so}.",
    "Just under half ({k} of {n}) of the {things} {so}.",
    "{K} ({p}%) of the {n} {things} {so}.",
    "{K} of the {n} {things} {so} ({p}%).",
    "{K} of the {n} {things} – {p}% – {so}.",
    "{p} per cent of the {n} {things} ({k}) {so}.",
    "{What} in {k} ({p}%) of {n} {things}.",
    "• {What} – {k}/{n}",
    "• {What} ({k} of {n}, {p}%)",
    "Out of {n} {things}, {what} in {k}.",
    "Across the {n} {things}, {k} {so}.",
    "We audited {n} {things}. {K} of these {so}.",
    "We audited {n} {things}. Of these, {k} {so}.",
    "We audited {n} {things}. In {k}, {what}.",
]
THINGS = ["reviews", "case files", "records", "plans", "strategy meetings", "babies", "referrals", "audited cases"]
SO = ["featured neglect", "were late", "had no chronology", "were graded good", "named a father"]
WHAT = ["the father was not asked", "supervision was missing", "the voice of the child was clear"]
WORDS = ["", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"]


def firm(*texts: str) -> list[tuple[object, object, object]]:
    """The figures with a whole or a percentage that a page says; the first text is its heading."""
    kinds = [BlockKind.HEADING, *[BlockKind.PARAGRAPH] * (len(texts) - 1)]
    blocks = [Block(kind, text, line=i, raw=text) for i, (kind, text) in enumerate(zip(kinds, texts, strict=True), 1)]
    read = [(s.numerator, s.denominator, s.percent) for s in statistics_of(blocks)]
    return [figure for figure in read if figure[1:] != (None, None)]


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_part_of_a_whole_is_read_however_it_is_said(data: st.DataObject) -> None:
    said = data.draw(st.sampled_from(SAID))
    n = data.draw(st.integers(5, 13))
    k = data.draw(st.integers(2, n - 1))
    spelt = "/" not in said and data.draw(st.booleans())
    share = round(100 * k / n)
    part, whole = (WORDS[k], WORDS[n]) if spelt else (str(k), str(n))
    what = data.draw(st.sampled_from(WHAT))
    sentence = said.format(
        k=part,
        n=whole,
        p=share,
        K=part.capitalize(),
        N=whole.capitalize(),
        things=data.draw(st.sampled_from(THINGS)),
        so=data.draw(st.sampled_from(SO)),
        what=what,
        What=what.capitalize(),
    )
    assert firm("What we found", sentence) == [(k, n, share if "{p}" in said else None)], sentence


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The majority (n=14) of the 20 children were known to early help.", [(14, 20, None)]),
        ("More than half (9) of the 16 children were known to the police.", [(9, 16, None)]),
        ("Fathers were named in fewer than half of the 30 plans (13).", [(13, 30, None)]),
        ("Nearly a third of the 16 reviews featured neglect.", []),
        ("Nine in ten children had been seen.", [(9, 10, None)]),
        ("4 in every 10 files had no plan.", [(4, 10, None)]),
        ("All 12 files held a chronology.", [(12, 12, None)]),
        ("None of the eight plans named a father.", [(0, 8, None)]),
        ("16 cases (62%) out of 26 had a chronology.", [(16, 26, 62)]),
        ("Just over two thirds of children (11 out of 16; 69%) were known.", [(11, 16, 69)]),
        ("Of sixteen children, eleven, or 69%, were known to the police.", [(11, 16, 69)]),
        ("A genogram was missing from 33% of files (4 of the 12 read).", [(4, 12, 33)]),
        ("69% of children (n = 11) were known to the police.", [(11, None, 69)]),
        ("Known to the police (n=11, 69%)", [(11, None, 69)]),
        ("The share rose to 65% from 40% in the last audit.", [(None, None, 65)]),
        ("Of the 24 records audited, 18 were good and 4 required improvement.", [(18, 24, None), (4, 24, None)]),
        ("Of the 15 reviews neglect featured in nine and exploitation in two.", [(9, 15, None), (2, 15, None)]),
        ("Three of the eight children died and five were seriously harmed.", [(3, 8, None), (5, 8, None)]),
        ("Of 10 strategy meetings, 6 included health; of 8 core groups, 3 did.", [(6, 10, None), (3, 8, None)]),
        ("The audit of 12 files and 20 interviews found supervision in nine.", []),
        ("Of the 16 reviews, five agencies were in all.", []),
        ("All but two of the 14 plans were late.", [(12, 14, None)]),
    ],
)  # fmt: skip
def test_wholes_are_those_the_words_name(sentence: str, expected: list[object]) -> None:
    assert firm("What we found", sentence) == expected


def test_a_heading_or_a_count_before_says_what_rows_are_out_of() -> None:
    assert firm("Themes of our 15 reviews", "Neglect (9)", "Domestic abuse: 7") == [(9, 15, None), (7, 15, None)]
    assert firm("Themes", "Neglect (9)", "Page 7") == []
    read = firm("The year", "Five incidents were notified. All five led to a review, four of which (80%) were on time.")
    assert read == [(5, 5, None), (4, 5, 80)] or read == [(4, 5, 80)]


def test_what_was_looked_at_holds_for_the_sentences_below() -> None:
    page = [
        "Our front door",
        "We read 30 referrals made in January. Consent was recorded in 18 of them (60%). Nine said",
    ]
    page[1] += " nothing of the father. In 27 the worry was clear."
    assert firm(*page) == [(18, 30, 60), (9, 30, None), (27, 30, None)]
    opened = "When auditors opened twenty files, the passport was there in 16. It had been used in just five."
    assert firm("Has it helped?", opened) == [(16, 20, None), (5, 20, None)]
    assert firm("Twelve young people", "Seven of the 12 were excluded. A third of the children were in care.") == [
        (7, 12, None),
        (4, 12, None),
    ]
    assert firm("Numbers", "Of 22 actions open in April, 14 are closed, that is sixty-four per cent.") == [(14, 22, 64)]
    assert firm("Numbers", "Reviews finished in time this year: 5 out of 6.") == [(5, 6, None)]
    assert firm("Last note", "2/3 Police to tell school of any arrest in the household.") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Notifications rose from 4 to 9 in the year.",
        "Neglect featured in six reviews, twice as many as last year.",
        "The family moved on 3/12 to another area.",
        "Attendance fell below 90%.",
        "Children with attendance below 50% are classed as severely absent.",
        "Recommendation 3 of 7 is closed.",
        "She lost 12% of her birth weight.",
        "The scald covered 8% of her body surface.",
        "Oxygen saturation was 82%.",
        "We aim for 95% of staff to be trained.",
        "She attended 3 of 8 antenatal appointments.",
        "An enquiry under section 47 of the Children Act 1989 was opened.",
        "He was the second of three children.",
        "A third of the way through the year the panel met.",
        "Page 3 of 12",
    ],
)
def test_what_counts_no_reviews_is_no_figure(sentence: str) -> None:
    assert firm("What we found", sentence) == []


@pytest.mark.parametrize(
    ("head", "base"), [("2030 (12 children)", 12), ("2029–30 (9)", 9), ("This year (n = 14)", 14), ("This year", None)]
)
def test_a_head_that_names_a_time_says_what_its_column_is_out_of(head: str, base: int | None) -> None:
    text = f"# Audit of plans\n\n| | {head} |\n|---|---|\n| Father took part | 7 |\n"
    told = [(one.numerator, one.denominator) for one in parse(read_text(Path("audit.md"), text.encode())).statistics]
    assert (told == [(7, base)]) is (base is not None)


@pytest.mark.parametrize("looked", ["In a dip sample of 40 files in May", "We looked at 40 records in May"])
def test_what_a_sample_shows_in_some_is_out_of_the_sample_of_the_same_sentence(looked: str) -> None:
    text = f"# How good is our practice?\n\n{looked}, supervision was written down in 29.\n"
    told = [(one.numerator, one.denominator) for one in parse(read_text(Path("audit.md"), text.encode())).statistics]
    assert (29, 40) in told
