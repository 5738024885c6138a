"""What ordinary letters, newsletters, responses and thematic papers tell beside their lists and headings."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.records import DocumentRecord, Review
from loaders.formats.text.read import read_text
from loaders.parse.items.status import stand_of
from loaders.parse.parse import parse

LETTER = """Ashmere Safeguarding Children Partnership

Dear colleagues,

# Scrutiny of learning from reviews

Thank you for opening your files to me.

# Baby T

Baby T died in May 2031 aged six weeks from injuries that are believed to have been inflicted. I was impressed by the \
candour of the reports. The hospital did not send her notes on, and nobody in Ashmere rang to ask for them.

Since June a midwife has checked every late transfer.

# Child F

Child F was five when she was found in a home without food in June 2031. The rapid review was held in July. She \
weighed what a child of three should weigh. Small improvements were given great weight by staff. I asked Ashmere \
Council to look again at every plan of more than a year.

The Case Review Group has accepted these points.

# What troubles me

The reviewer of Child F has met two of her carers. Fathers are missing from most reviews.
"""
NEWSLETTER = """# Safeguarding newsletter, spring 2031

## A rapid review about online harm

Rapid review 31/04 looked at the care of a fourteen-year-old boy who tried to end his life after threats.

### Key learning

- The school taught only those who came on the day.
- His GP did not ask about life online.

The lesson has been made into a film for every pupil. Translations of the leaflet have been held up by a contract.

### What the review recommends

1. The Partnership should write a guide for parents.

The guide was published in May. Joint visits have started in two areas.
"""
THEMATIC = """Babies at risk: what ten rapid reviews have taught us

Thematic analysis of rapid reviews, 2029 to 2031

1. Why this analysis?

Each review had a plan of its own. We read them side by side to see what recurs.

2. How it was done

Two readers noted the features of each family on a form and talked where they disagreed.

3. What was seen

Circumstance                        Reviews (of 10)    Per cent
Domestic abuse between the adults   6                  60%
Housing problems                    3                  30%

4. Learning

Theme 1: A bruise is never just a bruise

Staff knew the procedure and did not follow it.

Case example: RR 31/02. A baby of three months had a broken arm. A doctor saw a mark and nobody asked about it.

Staff were afraid to upset families whom they knew.
"""


def told(name: str, text: str) -> DocumentRecord:
    return parse(read_text(Path(name), text.encode()))


def case(record: DocumentRecord, name: str) -> Review:
    return next(review for review in record.reviews if name in (review.name, review.ref))


def test_praise_in_a_letter_ends_where_blame_begins_and_a_story_is_no_work() -> None:
    baby = case(told("letter.md", LETTER), "Baby T")
    assert [(finding.text.split()[0:4], finding.polarity) for finding in baby.findings] == [
        (["I", "was", "impressed", "by"], "good-practice"),
        (["The", "hospital", "did", "not"], "shortfall"),
    ]
    assert [action.text for action in baby.actions] == ["Since June a midwife has checked every late transfer."]


def test_what_the_author_asked_is_a_recommendation_and_a_measure_asks_nothing() -> None:
    record = told("letter.md", LETTER)
    child = case(record, "Child F")
    assert [asked.text for asked in child.recommendations] == [
        "I asked Ashmere Council to look again at every plan of more than a year."
    ]
    assert not child.actions
    assert "Fathers are missing from most reviews." in {finding.text for finding in record.findings}


def test_a_review_that_opens_the_text_below_its_heading_has_what_stands_there() -> None:
    review = case(told("newsletter.md", NEWSLETTER), "31/04")
    assert [finding.text for finding in review.findings] == [
        "The school taught only those who came on the day.",
        "His GP did not ask about life online.",
    ]
    assert len(review.recommendations) == 1


def test_a_paragraph_below_a_list_that_tells_of_work_is_work() -> None:
    review = case(told("newsletter.md", NEWSLETTER), "31/04")
    assert [(action.text, action.status) for action in review.actions] == [
        ("The lesson has been made into a film for every pupil.", "complete-evidence-awaited"),
        ("Translations of the leaflet have been held up by a contract.", "overdue"),
        ("The guide was published in May.", "complete-evidence-awaited"),
        ("Joint visits have started in two areas.", "under-way"),
    ]


def test_a_paper_on_several_reviews_tells_how_it_was_made_and_an_example() -> None:
    record = told("thematic.txt", THEMATIC)
    example = case(record, "RR 31/02")
    assert [finding.text for finding in example.findings] == ["A doctor saw a mark and nobody asked about it."]
    assert [finding.text for finding in record.findings] == [
        "Staff knew the procedure and did not follow it.",
        "Staff were afraid to upset families whom they knew.",
    ]


def test_a_row_of_count_and_share_is_one_figure_of_what_the_row_says() -> None:
    figures = told("thematic.txt", THEMATIC).statistics
    assert [(one.numerator, one.denominator, one.percent, one.topic, one.unit) for one in figures] == [
        (6, 10, 60, "domestic-abuse", "review"),
        (3, 10, 30, "poverty-housing", "review"),
    ]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Response to the Child Safeguarding Practice Review concerning Robin, and action plan", "Robin"),
        ("Local child safeguarding practice review of Robin: partnership response and action plan", "Robin"),
    ],
)
def test_a_response_is_about_the_child_of_its_title(title: str, name: str) -> None:
    text = (
        f"# {title}\n\n## Summary\n\nRobin was seven when he was hurt.\n\n## Recommendations\n\n1. Schools must ask.\n"
    )
    assert [review.name for review in told("response.md", text).reviews] == [name]


def test_a_family_s_name_is_no_child_s_and_stands_for_the_review() -> None:
    text = (
        "# Annual report 2030-31\n\n## Local Child Safeguarding Practice Review: the Marlow children\n\n"
        "The three children, aged eight, six and one, were found in a caravan in May 2030.\n\n"
        "## Progress on recommendations\n\n| Recommendation | Review | Progress |\n|---|---|---|\n"
        "| Visit every family that teaches at home | Marlow | Achieved |\n"
    )
    (review,) = told("report.md", text).reviews
    assert [(child.name, child.age) for child in review.children] == [(None, "eight"), (None, "six"), (None, "one")]
    assert (review.name, len(review.recommendations)) == ("The Marlow children", 1)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A sleep plan has been designed with parents and is being printed.", "under-way"),
        ("The guide has been written with parents and is being used.", "complete-evidence-awaited"),
        ("Developing an app: this will not be taken forward, since a website does the job.", "cancelled"),
        ("We had intended to make a film. She does not want it, and it will not be made.", "cancelled"),
        ("The agreement was due in December and is still awaited from the hospital.", "overdue"),
        ("The template has been written and is in use at one clinic; roll-out to schools continues.", "under-way"),
        ("The planned audit did not take place in May and has been rescheduled for June.", "under-way"),
        ("Rated red.", "at-risk"),
        ("The Chair has asked the group to look again at its training, which has now missed two dates.", "overdue"),
        ("Attendance has increased, although it remains below what was agreed.", "under-way"),
        ("Marked as amber", "at-risk"),
        ("Judged to be green", "on-track"),
        ("Rated blue.", "not-stated"),
        ("The guide was issued in May. Rated amber.", "at-risk"),
        ("The record was changed in July and the change to the other is on schedule for November.", "under-way"),
    ],
)
def test_how_far_ordinary_sentences_say_it_is(text: str, status: str) -> None:
    assert stand_of(text).status == status


YEAR = """# Annual report 2030-31

## Learning from reviews

### Child K: rapid review

Child K was nine when she was hurt in May 2030.

The review made one recommendation:

1. The police should look at third party information.

The police introduced a daily check in December. A pathway is to be developed next year.

## Multi-agency audit: neglect

We audited 18 files in January. Good practice was seen in schools. Auditors found that plans did not say what to change.

Chronologies were seldom used to understand what had gone before.

## Comments of the Independent Scrutineer

Learning is not given enough time.
"""


def test_work_below_requests_an_audit_in_prose_and_a_scrutineer_s_comments_are_kept() -> None:
    record = told("year.md", YEAR)
    child, audit = record.reviews
    assert [action.status for action in child.actions] == ["complete-evidence-awaited", "not-started"]
    assert [finding.polarity for finding in audit.findings] == ["good-practice", "shortfall", "shortfall"]
    assert [judgement.author_role for judgement in record.judgements] == ["scrutineer"]


STORY = """# Annual report 2030-31

## Learning from reviews

### Rapid review A

A girl of sixteen who lived in a children's home was exploited over some months.

Staff reported each episode, and after a while the reports were treated as routine. The school was not told until May.

### LCSPR: the Marlow children

The review was published in May 2031. The children had not been to school for a year when they were found.

The reviewer's main conclusion is that each service depended on another. The surgery took the family off its list when \
letters were not answered. The reviewer noted too that a history of depression was not passed on.
"""


def test_a_story_without_headings_tells_what_those_around_the_child_did_not_do() -> None:
    girl, family = told("story.md", STORY).reviews
    assert [finding.text.split()[0] for finding in girl.findings] == ["Staff", "The"]
    by_rule = [finding for finding in family.findings if not finding.by_wording]
    assert [" ".join(finding.text.split()[:3]) for finding in by_rule] == [
        "The reviewer's main",
        "The surgery took",
        "The reviewer noted",
    ]


def test_text_under_a_heading_not_known_below_learning_keeps_what_judges_practice() -> None:
    text = (
        "# 7 minute briefing: Baby Wren\n\nRapid review.\n\n## What happened?\n\nWren, a baby of 14 weeks, was hurt in "
        "May 2031.\n\n## What did we learn?\n\n- The nurse did not ask about a mark.\n\n## Thinking about what was "
        "understood\n\nThe family lived by the sea. The assessment did not ask about the father's childhood. "
        "Workers did not check what they were told.\n"
    )
    (wren,) = told("wren.md", text).reviews
    assert [finding.text.split()[0] for finding in wren.findings] == ["The", "The", "Workers"]


PROGRESS = """# Progress on recommendations from reviews: half-year report

## LCSPR Baby Iris (published June 2030)

Iris was four months old when she was hurt in May 2029.

Recommendation 1: The Board should review the pathway for bruising. The pathway was issued to practices in April. \
Rated blue.

Recommendation 2: Midwives should record who lives in the home. This matters for every child.

## Rapid Review 31-05

The review of twins aged three was completed in May 2031. It recommended that the Trust should adopt one template, \
that hospitals should tell schools, and that a pathway should be commissioned.

## Delays and risks

The agreement was due in April and is still awaited.

## Actions which will not be taken forward

The app will no longer be developed.
"""


def test_a_request_and_how_far_it_is_are_two_and_a_reason_belongs_to_it() -> None:
    iris, twins, *_ = told("progress.md", PROGRESS).reviews
    assert [asked.text for asked in iris.recommendations] == [
        "The Board should review the pathway for bruising.",
        "Midwives should record who lives in the home. This matters for every child.",
    ]
    assert [action.status for action in iris.actions] == ["complete-evidence-awaited"]
    assert (twins.ref, len(twins.recommendations)) == ("31-05", 3)


def test_what_is_late_or_given_up_is_told_under_headings_that_say_so() -> None:
    record = told("progress.md", PROGRESS)
    statuses = {action.text: action.status for box in (record, *record.reviews) for action in box.actions}
    assert statuses["The agreement was due in April and is still awaited."] == "overdue"
    assert statuses["The app will no longer be developed."] == "cancelled"


def test_about_the_child_below_the_heading_of_its_review_is_its_story() -> None:
    text = (
        "# Learning from reviews\n\n## Leo: Local Child Safeguarding Practice Review\n\n### About Leo\n\n"
        "Leo was 12 weeks old when he died in May 2031.\n\n### What did the review find?\n\nNobody asked about his "
        "father.\n\n## Common themes\n\nAcross these four reviews the same messages come up.\n\n## About us\n\n"
        "We are a board.\n"
    )
    record = told("page.md", text)
    (leo,) = record.reviews
    assert [child.age for child in leo.children] == ["12 weeks"]
    assert [finding.text for finding in leo.findings] == ["Nobody asked about his father."]
    assert record.findings == []


def test_a_briefing_without_a_child_keeps_what_a_review_found_and_an_entry_of_a_catalogue_its_story() -> None:
    text = (
        "7 minute briefing: bruising in babies\n\nBackground\n\nA recent rapid review in Ashmere has "
        "found that bruises are not always understood.\n\nBruising is a sign of abuse.\n"
    )
    assert len(told("briefing.txt", text).findings) == 1
    text = (
        "Learning from national serious case reviews\n\nBaby C\n\nDeath of a boy of seven weeks in May 2030. The "
        "pregnancy was uneventful. Health visitors reported no concerns. The review concluded that the death could not "
        "have been prevented.\n\nLearning includes: there is no work with fathers before birth.\n"
    )
    (baby,) = told("catalogue.txt", text).reviews
    assert [finding.text.split()[0] for finding in baby.findings] == ["The", "there"]
    assert "uneventful" not in baby.findings[0].text


def test_the_child_of_the_paragraph_above_may_be_named_in_the_next() -> None:
    text = (
        "Baby died after nobody referred bruises\n\n"
        "A four-month-old baby died after bruises were not referred, a serious case review has found.\n\n"
        "The child, named only as ‘Baby V’, died last year after three skull fractures were found.\n\n"
        "On the day before, a GP saw two bruises and no referral was made.\n"
    )
    assert [review.name for review in told("news.txt", text).reviews] == ["Baby V"]


def test_a_letter_s_reference_names_its_child() -> None:
    text = (
        "National Panel\n\nOur reference: SIN 40718 (Child R)\n\nDear colleagues,\n\nThank you for the rapid review.\n"
    )
    assert [review.name for review in told("letter.txt", text).reviews] == ["Child R"]


def test_what_befell_a_child_or_says_how_a_page_was_made_is_no_work_under_headings_of_work() -> None:
    text = (
        "# Safeguarding update\n\n## What has been done since our review of 2030\n\n"
        "It is two years since we published our review. Visitors had talked with his parents in the hall. "
        "Both children have made a good recovery. A support worker has been charged. "
        "By May the service had seen the storage in all its homes. The home visit record was rewritten in April.\n\n"
        "This page was added on 1 March 2032.\n"
    )
    assert [action.text for action in told("update.md", text).actions] == [
        "By May the service had seen the storage in all its homes.",
        "The home visit record was rewritten in April.",
    ]
