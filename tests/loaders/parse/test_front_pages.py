"""First pages as reports print them: lists of contents, dates, the family; and notes that point to cases."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.records import DocumentRecord
from loaders.formats.text.read import read_text
from loaders.parse.parse import parse


def read(text: str) -> DocumentRecord:
    return parse(read_text(Path("page.txt"), text.encode()))


CONTENTS = {
    "pages": "- IntroductionPage 3\n- Learning from the reviewPage 9\n- Recommendations\n"
    "9.1Summary of RecommendationsPage 10\n9.2Summary of Agency RecommendationsPage 11\n",
    "index": "Index\n\n1 Introduction 3\n\n8 Child V’s Days\n\n21\n\n9 The family Contribution to the Review 25\n\n"
    "12 Recommendations 99\n\n",
    "numbers": "CONTENTS\nPAGE\n1\nFamily Structure\n1. Introduction\n2\n7. Recommendations for the\nBoard\n34\n",
}


@pytest.mark.parametrize("name", CONTENTS)
def test_list_of_contents_gives_no_case_request_figure_or_age(name: str) -> None:
    text = (
        f"Serious Case Review\n\nChild V\n\nOctober 2026\n\n{CONTENTS[name]}\n1. Introduction\n\n"
        "Child V was a girl of 7 months when she died. She and her mother had a small house.\n"
    )
    record = read(text)
    (review,) = record.reviews
    assert [(child.age_months, child.sex, child.outcome) for child in review.children] == [(7.0, "female", "died")]
    assert review.recommendations == record.recommendations == []
    assert record.statistics == []


def test_sexes_of_a_listed_family_are_not_those_of_the_child() -> None:
    text = (
        "Serious Case Review\n\nChild V\n\nThe family\n\nChild V\nF\nMother\nF\nFather\nM\n\nWhat happened\n\n"
        "Child V was a girl of 7 months when she died.\n"
    )
    (review,) = read(text).reviews
    assert [(child.sex, child.outcome) for child in review.children] == [("female", "died")]


@pytest.mark.parametrize("line", ["Date of Death 16/07/26", "D.O.D: 14/06/2026", "Date of Birth 4 June 2024"])
def test_date_of_a_life_is_no_date_of_publication(line: str) -> None:
    record = read(f"Serious Case Review\nInitials of Child HD\n{line}\n\n1. Introduction\n\nHD was a boy who died.\n")
    assert record.document.published is None
    assert [review.name for review in record.reviews] == ["Child HD"]


def test_day_a_board_met_is_not_the_day_of_the_death() -> None:
    text = (
        "Publication of a Child Practice Review\n\nOn 10th January 2024 the Board recommended that a review should be "
        "held after a 13-week old baby had suddenly died.\n\nThe reviewing team identified that there had been "
        "breaches of procedures. In particular, the reviewing team was critical of the many changes of worker.\n"
    )
    (review,) = read(text).reviews
    assert review.dates.incident is None
    assert [finding.polarity for finding in review.findings] == ["shortfall", "shortfall"]


def test_items_that_open_with_a_child_and_a_harm_are_cases() -> None:
    text = (
        "Learning from recently published reviews\n\nSeminars for schools\n\nIn May the Partnership published reviews "
        "of three cases.\n\n- Child AH died in an accident at home. Neglect was a feature.\n"
        "- Child AE was sixteen years old and died after an overdose.\n"
        "- Child AI was five years old; she sustained burns. She was known to services.\n"
        "- Child protection training was held in May.\n"
    )
    told = [(r.name, [(c.age_months, c.outcome) for c in r.children]) for r in read(text).reviews]
    assert told == [
        ("Child AH", [(None, "died")]),
        ("Child AE", [(192.0, "died")]),
        ("Child AI", [(60.0, "serious-harm")]),
    ]


@pytest.mark.parametrize(
    "heading", ["Learning and development", "Serious Incident Learning Process", "Learning and development include:"]
)
def test_headings_of_training_are_no_learning(heading: str) -> None:
    text = f"{heading}\n\n- E-learning offers flexible access\n- Masterclasses are good for busy staff\n"
    record = read(text)
    assert record.findings == []
    assert record.reviews == []


def test_challenges_that_cases_reflect_are_learning() -> None:
    text = (
        "Serious case reviews\n\nKey themes\n\nThese cases show the difficulties that staff met in "
        "relation to:\n\n- Working with large families\n- Recognition of neglect\n"
    )
    assert [finding.text for finding in read(text).findings] == [
        "Working with large families",
        "Recognition of neglect",
    ]


def test_key_issues_that_repeat_a_lack_are_parted() -> None:
    text = (
        "Case reviews published in 2031\n\n2031 – Anonymous – Child BS\nDeath of a 2-year-old girl in 2030.\n"
        "Key issues: the impact of a new partner on the children, a lack of recording by the nursery and a lack of "
        "evidence behind its rating.\n"
    )
    (review,) = read(text).reviews
    assert len(review.findings) == 3


def test_the_card_of_a_library_above_a_report_says_what_it_is() -> None:
    record = read(
        "Title: Serious case review: in respect of Family W4.\nLSCB: Leeds Safeguarding Children Board\n"
        "Author: A Person\nDate of publication: 2014\n\n"
        "This report was given to the library by its board, with the Association of Independent Chairs.\n\n"
        "Family W4 Serious Case Review\n\nOverview Report\n\nReview Initiated: February 2011\n\n"
        "1. Introduction\n\n1.1 This review concerns two brothers, aged 2 and 4, who were neglected.\n\n"
        "2. Learning from the events\n\n2.1 Agencies did not share what they knew of the partner.\n"
    )
    document = record.document
    assert document.title == "Serious case review: in respect of Family W4"
    assert document.partnership is not None
    assert document.partnership.startswith("Leeds")
    assert document.published == "2014"
    assert [finding.text for finding in record.reviews[0].findings] == [
        "Agencies did not share what they knew of the partner."
    ]


def test_names_given_to_kin_are_no_names_of_the_case() -> None:
    record = read(
        "Serious Case Review\n\nCHILD WX\n\nSubject of the review: Child WX aged 3 months (deceased)\n\n"
        "Child WX lived with two half-siblings. The elder sibling will be referred to as Sibling 1 and mother's "
        "partner is known as Ash in this report.\n\nLearning\n\n"
        "Learning point 1: Plans were closed without evidence of change.\n"
    )
    review = record.reviews[0]
    assert review.aliases == []
    assert [(child.name, child.outcome, child.age_months) for child in review.children] == [("Child WX", "died", 3.0)]
