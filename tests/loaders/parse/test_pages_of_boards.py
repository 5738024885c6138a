"""Pages, minutes and statements of boards: what they tell in general or of themselves is told of no child."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.dates import iso
from graph.records import DocumentRecord
from loaders.extract import extract


def read(folder: Path, text: str, name: str = "page.txt") -> DocumentRecord:
    """The records of a text as a file."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return extract(path)


@pytest.mark.parametrize("opening", ["However", "Across the county", "Regionally", "Nevertheless"])
def test_a_word_that_joins_sentences_is_no_child(tmp_path: Path, opening: str) -> None:
    record = read(
        tmp_path,
        f"""What our reviews have in common

Most of the families were known to a service already.

{opening}, babies were the largest group in our rapid reviews, and two of them died aged three months.
""",
    )
    assert [child.name for review in record.reviews for child in review.children if child.name] == []
    assert [review.name for review in record.reviews if review.name] == []


def test_the_rule_for_holding_a_review_is_no_fact_of_the_child(tmp_path: Path) -> None:
    record = read(
        tmp_path,
        """Agenda item: Wren - SCR action plan

Minutes:

The lead officer told members that regulations ask for a serious case review where abuse or neglect of a child was \
known or suspected and the child either died or was seriously harmed.

Members asked what had become of the workers who knew about Wren's case.
""",
    )
    (review,) = record.reviews
    assert [child.outcome for child in review.children] == ["not-stated"]
    assert review.harms == []


def test_the_day_of_a_death_is_not_the_day_a_report_came_out(tmp_path: Path) -> None:
    record = read(
        tmp_path,
        """Baby L Serious Case Review

Thursday, 6 March 2031

The Marlow Safeguarding Children Board has today published the overview report about Baby L, who died in October 2029 \
at the age of five months.
""",
    )
    (review,) = record.reviews
    assert record.document.published == "2031-03-06"
    assert review.dates.incident is not None
    assert iso(review.dates.incident) == "2029-10"
    assert review.dates.published is None


def test_the_day_a_review_was_asked_for_is_not_that_of_the_death(tmp_path: Path) -> None:
    record = read(
        tmp_path,
        """Concise Child Practice Review: MARLOW 3

The chair of the board commissioned a concise review in March 2030 following the death of a six-week-old baby.
""",
    )
    (review,) = record.reviews
    assert review.dates.incident is None


def test_a_body_is_called_by_its_name_and_not_by_its_whole_line(tmp_path: Path) -> None:
    minutes = read(tmp_path, "04/03/2031 - Case Reviews - Marlow City Child Protection Committee\n\nIt was noted.\n")
    assert minutes.document.partnership == "Marlow City Child Protection Committee"
    reply = read(tmp_path, "Marlow Vale Safeguarding Board Response regarding Wren\n\nThe review is going on.\n")
    assert reply.document.partnership == "Marlow Vale Safeguarding Board"
    anybody = read(tmp_path, "Children's Safeguarding Partnership Annual Report\n\nIt was a busy year.\n")
    assert anybody.document.partnership is None


def test_who_wrote_a_page_is_not_its_title(tmp_path: Path) -> None:
    record = read(tmp_path, "More reviews than last year\n\nBY ALEX EXAMPLE\n\nNine reviews were held in the county.\n")
    assert record.document.title == "More reviews than last year"


def test_the_number_of_an_item_counts_nothing(tmp_path: Path) -> None:
    record = read(tmp_path, "114 Practice Review PDF 70 KB\n\nTo consider the review.\n\nMinutes:\n\nIt was noted.\n")
    assert record.statistics == []


def test_below_findings_and_recommendations_what_only_tells_is_found_and_not_asked(tmp_path: Path) -> None:
    record = read(
        tmp_path,
        """# Learning from reviews in the north

## Key findings and recommendations of the inspectorate

### Families

- Where a child was deaf, workers did not always see how that may change what the child can tell.
- Boards should agree who speaks with the child.
- The risks may be harder to see when a plan ends.
""",
        "page.md",
    )
    assert [one.text for one in record.recommendations] == ["Boards should agree who speaks with the child."]
    assert len(record.findings) == 2


def test_a_list_of_requests_may_say_how_it_is_ordered(tmp_path: Path) -> None:
    record = read(
        tmp_path,
        """Response to the Marlow review

RECOMMENDATIONS

This is a list of recommendations made by the review, in the order of its chapters.

The list is marked to show which were accepted and whether a new law will be needed.

R1. The council should name one officer for children placed far from home.
""",
    )
    assert [one.ref for one in record.recommendations] == ["R1"]


STATEMENT = """Child K Serious Case Review

Monday 4 March 2030

Today the board has published a review of Child K, who died in May 2028 at the age of nine months.

A review must be held when a child dies and abuse or neglect of the child is known or suspected.

The review has found nothing to contradict the coroner. In this case no further action was needed.

This is hard work, and there is a lack of advice to foster carers on safer sleep. We are therefore calling on the \
council to write clearer guidance for its carers.
"""


def test_a_statement_on_one_review_tells_learning_and_asks_in_its_sentences(tmp_path: Path) -> None:
    (review,) = read(tmp_path, STATEMENT).reviews
    assert [one.text[:20] for one in review.findings if one.polarity == "shortfall"] == ["This is hard work, a"]
    assert [one.addressees for one in review.recommendations] == [["council"]]


def test_a_briefing_is_of_its_child_whatever_topic_its_title_adds(tmp_path: Path) -> None:
    record = read(
        tmp_path,
        """# Learning briefing: Infant B – burns

## The incident

- Infant B was a five-week-old baby living with both parents.
- Infant B was taken to hospital with serious burns.

## Good practice

- The midwife made timely referrals.
- The ward told the health visitor on the same day.
""",
        "page.md",
    )
    (review,) = record.reviews
    assert [child.age_months is not None for child in review.children] == [True]
    assert len(review.findings) == 2
    assert record.findings == []


def test_a_link_that_names_a_review_again_opens_no_other(tmp_path: Path) -> None:
    record = read(
        tmp_path,
        """# Leaflets

## SCR H

Two visits were missed before the baby died, and nobody told the health visitor.

This leaflet sets out the learning for agencies that the review identified.

Learning Leaflet - SCR H

## SCR K

The school was not told that the boy had moved, and he was seriously injured.

Learning Leaflet - SCR K
""",
        "page.md",
    )
    assert [review.name for review in record.reviews] == ["H", "K"]
    assert not any("leaflet" in one.text for review in record.reviews for one in review.findings)


def test_a_title_that_names_nobody_leaves_the_name_to_the_text(tmp_path: Path) -> None:
    record = read(
        tmp_path,
        """Board publishes serious case review into death of teenager

Child FJ, as she is called in the review, died in June 2031 after an overdose. She had told her school.
""",
    )
    (review,) = record.reviews
    assert [child.name for child in review.children] == ["Child FJ"]


def test_what_a_committee_says_of_a_death_opens_no_case_and_its_papers_are_no_work(tmp_path: Path) -> None:
    record = read(
        tmp_path,
        """Agenda item

Members gave the following views:

  • The partnership was working on new ways to share what was learnt.

Councillor Example said that it was sad when a child died and a review was held. She noted that it was now six months \
since the report had been published.

The Head of Children’s Social Care introduced the report and the action plan, which told of the progress made.
""",
    )
    assert record.reviews == []
    assert [one.text for one in record.actions if one.status == "complete-evidence-awaited"] == []


def test_what_a_board_found_wanting_is_learning_and_not_about_the_board(tmp_path: Path) -> None:
    record = read(
        tmp_path,
        """Agencies to improve after review

The board found several areas requiring attention including:

- The need to improve how meetings are recorded.
- The review of how staff are supervised when a case is hard.
""",
    )
    assert [one.polarity for one in record.findings] == ["shortfall", "shortfall"]


def test_among_topics_of_learning_a_heading_of_news_is_a_topic_too(tmp_path: Path) -> None:
    record = read(
        tmp_path,
        """# Homes with violence

## Key learning

### The whole picture

- Earlier relationships were not always explored.

### Engagement with children

- Information about contact was based on what parents said, which led to over-optimistic assessments.
""",
        "page.md",
    )
    assert [one.polarity for one in record.findings] == ["shortfall", "shortfall"]


def test_children_are_counted_beside_the_reviews_that_are_about_them(tmp_path: Path) -> None:
    record = read(
        tmp_path,
        """Overview of case management reviews 2023-2028

The board analysed 24 case reviews relating to 45 children.

The 12 CMRs involve 19 children.

Teams worked with families involving 30 children.
""",
    )
    told = [(one.numerator, one.unit) for one in record.statistics]
    assert told == [(24, "review"), (45, "child"), (12, "review"), (19, "child")]
    assert record.document.published is None


def test_an_occasion_is_asked_for_and_asked_of_nobody(tmp_path: Path) -> None:
    record = read(tmp_path, "# Marlow\n\n## Recommendations\n\n1. Joint sessions should take place.\n", "page.md")
    assert [one.addressees for one in record.recommendations] == [[]]
