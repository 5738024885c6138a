"""Pages of rules yield no case, learning, work or figure; a review that explains itself first stays a review."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.records import DocumentRecord
from loaders.extract import extract
from loaders.formats.text.read import read_text
from loaders.parse.parse import parse

PAGES = {
    "website": """Local Child Safeguarding Practice Reviews

The reviews we hold

A Local Child Safeguarding Practice Review is the formal process by which agencies look back at their work with a child
and family before the child's death.

When a review is held

Reviews are always held when a child dies and neglect is known or suspected. They can also be held where:

- a child has been seriously harmed by an assault
- the child was looked after at any point in the 6 months before

Good practice is shared and learning is acted on. Reviews do not ask who is to blame for a death.
""",
    "procedure": """8.4 Serious Case Review Guidance

This chapter was updated in March 2015.

1. Overview

This guidance has been written to support partners, so that actions arising from reviews improve services. Working
Together 2015 states that lessons should be shared.

2. Recommendations

- Recommendations should be specific and should be agreed with each agency
- The agency must report on its actions within 15 working days

1. the child has died, or
2. the child has been seriously harmed
""",
    "tool": """Practice review toolkit

Case Discussion Tool

The purpose of the tool is to help a group talk about a case. This toolkit provides a structure for a rapid review
meeting.

What worked well

- Say what helped the 2-5 year olds whom the plan is about
- Be open with the family

Recommendations

- Agree what should change and who must be told
""",
    "wales": """Child Practice Reviews

A review is of one of two kinds. A concise review should take place if a child died or was harmed and abuse is known or
suspected.

Learning

The review will focus on the year before. The purpose of reviews is to find out what could be done better.
""",
}


def read(tmp_path: Path, text: str) -> DocumentRecord:
    path = tmp_path / "page.txt"
    path.write_text(text, encoding="utf-8")
    return extract(path)


@pytest.mark.parametrize("name", PAGES)
def test_pages_of_rules_yield_nothing_and_say_why(tmp_path: Path, name: str) -> None:
    record = read(tmp_path, PAGES[name])
    assert record.reviews == []
    assert record.findings == record.recommendations == record.actions == record.statistics == []
    assert record.impacts == record.judgements == []
    assert any("in general" in item.reason for item in record.report.rejected)


def test_review_that_explains_itself_first_is_read(tmp_path: Path) -> None:
    text = """Local Child Safeguarding Practice Review: guidance for readers

The purpose of the review is to learn. Reviews are held when a child dies and abuse is known or suspected.

What happened

The baby was five months old when her father shook her. She died in hospital.

Learning

- Midwives did not ask who lived in the home
- The police were not told of the earlier injury

Recommendations

1. The Partnership should check that fathers are asked about.
"""
    record = read(tmp_path, text)
    (review,) = record.reviews
    assert [child.age_months for child in review.children] == [5.0]
    assert len(review.findings) == 2
    assert len(review.recommendations) == 1


def test_findings_in_the_present_tense_are_kept_without_a_story(tmp_path: Path) -> None:
    """A leaflet of one review that tells no story and says nothing of how reviews are held loses nothing."""
    text = """Rapid Review: messages for staff

Learning

- Fathers are often left out of assessments
- Bruises on babies are explained away

Recommendations

- The health trust to train its staff
"""
    record = read(tmp_path, text)
    assert sum(len(part.findings) for part in (record, *record.reviews)) == 2
    assert sum(len(part.recommendations) for part in (record, *record.reviews)) == 1


@pytest.mark.parametrize(
    "title",
    [
        "Serious Case Reviews - report by the Director",
        "On a journey with the Child Practice Review Framework",
        "How our Rapid Review process works",
        "Learning from Safeguarding Practice Review Panel meetings",
    ],
)
def test_titles_of_many_reviews_or_of_how_they_are_held_open_no_case(tmp_path: Path, title: str) -> None:
    assert read(tmp_path, f"{title}\n\nMembers asked for an update and thanked the officers who came.\n").reviews == []


@pytest.mark.parametrize(
    "text",
    [
        # a page on audits in general
        "Multi-agency scrutiny\n\nQuality Audit\n\nAs set out in Working Together 2023 audits of records are done.\n\n"
        "Why conduct audit?\n\nIt finds weakness.\n\nWhat happens next\n\nEach of the audits is drawn into a report. "
        "The reports draw out themes and make recommendations. The process also enables us to learn.\n",
        # advice on how to use learning, in the imperative and as questions in the first person
        "Learning from reviews\n\nPractitioners can do this by:\n\n1. Reflect on your own practice\n\nConsider:\n\n"
        "- Have I seen this before?\n- What would I do differently now?\n\nApply the learning in real situations\n\n"
        "- Being more alert to risk\n- Asking more curious questions\n",
        # how a partnership reviews, on the page of a newsletter
        "Learning from case reviews: burns\n\nHow do we review practice and share learning?\n\nThe board seeks "
        "to promote good practice. Our learning plan is one of the ways.\n\nHelp\n\nReviews show that infants "
        "are brought in because abuse has hurt or killed them.\n",
        # a study of papers
        "Signs of illness in infants: rapid review of clinical guidelines\n\nA rapid review was done by searching "
        " libraries of papers. Sixty signs were identified.\n",
    ],
    ids=["audits", "advice", "how we review", "papers"],
)
def test_pages_about_learning_tell_of_no_case(tmp_path: Path, text: str) -> None:
    record = read(tmp_path, text)
    assert record.reviews == []
    assert record.findings == record.recommendations == record.actions == []


def test_last_item_of_a_list_heads_nothing(tmp_path: Path) -> None:
    text = (
        "Learning from practice\n\nWe looked at one plan\n\n• Early help\n• Getting the basics right\n"
        "• Strengths-based approach to learning\n\nThe board is piloting a new approach to good practice.\n"
    )
    assert read(tmp_path, text).findings == []


def test_praise_below_areas_improving_is_no_blame(tmp_path: Path) -> None:
    text = (
        "Multi-agency audit report\n\nAreas for development\n\n- Minutes are late\n\nAreas improving\n\n"
        "- There has been an improvement in who comes to meetings\n- Some gaps were seen\n"
    )
    (review,) = read(tmp_path, text).reviews
    first, second, third = (finding.polarity for finding in review.findings)
    assert (first, third) == ("shortfall", "shortfall")
    assert second != "shortfall"


def test_name_of_a_board_is_no_child_and_a_male_child_is_a_boy(tmp_path: Path) -> None:
    text = (
        "Serious case review: Child R\n\nOn 19 November 2029 Child R, a male child aged 15 months, was taken ill. "
        "Nobody could help and he was pronounced dead. Fenwold Safeguarding Children Board died out as a name in 2031. "
        "All the board's cousins were under the age of one.\n"
    )
    (review,) = read(tmp_path, text).reviews
    assert [(c.age_months, c.sex, c.outcome) for c in review.children] == [(15.0, "male", "died")]


def test_lessons_of_many_reviews_are_never_set_aside_as_rules(tmp_path: Path) -> None:
    """A talk that quotes what must be done, and then tells what reviews found, is no page of rules."""
    text = (
        "Learning Lessons from Serious Case Reviews\n\n‘Boards should publish reviews where abuse is suspected’\n\n"
        "What we found\n\n- The child's views were not central\n- Key information was not shared\n- Nobody was told\n"
    )
    record = read(tmp_path, text)
    assert len(record.findings) + sum(len(review.findings) for review in record.reviews) == 3


def test_news_that_reviews_are_published_is_no_learning_and_names_no_child(tmp_path: Path) -> None:
    text = (
        "SCR Publications\n\nToday we publish four Serious Case Reviews: Child TC; TE; TH; and M.\n\n"
        "A learning brief for Child M was published in May 2025; a trial has delayed it until now.\n"
    )
    record = read(tmp_path, text)
    assert record.reviews == []
    assert record.findings == []


def test_pages_of_what_a_kind_of_review_is_for_are_rules(tmp_path: Path) -> None:
    text = (
        "Case management review\n\nThe purpose of case management reviews (CMRs) is to find learning.\n\n"
        "The focus of a CMR should be what can be learnt, above all:\n\n- Learning\n\n- Reporting lessons and "
        "recommendations\n\nStatutory basis\n\nThe Act places a duty on the Board to carry out reviews.\n"
    )
    record = read(tmp_path, text)
    assert record.reviews == []
    assert record.findings == []


@pytest.mark.parametrize("printed", ["Child R S.C.R", "Child R SCR"])
def test_abbreviations_with_stops_name_the_same_review(tmp_path: Path, printed: str) -> None:
    text = (
        f"Lessons from recent reviews\n\n{printed}\n\nSummary: In May 2029 Child R died. She was eight months old.\n\n"
        "Key issues identified\n\n- Professionals missed a number of opportunities\n"
    )
    (review,) = read(tmp_path, text).reviews
    assert (review.name, review.kind) == ("Child R", "scr")
    assert [finding.polarity for finding in review.findings] == ["shortfall"]


@pytest.mark.parametrize(
    "text",
    [
        "Joint Targeted Area Inspection: Neglect\n\nWhat is it?\n\nAn inspection is conducted by several bodies. The "
        "framework evaluates how partners work.\n\nThe framework will look at:\n\n- the quality of assessments\n"
        "- how children are heard\n\nThey will consider:\n\n- How do we see the signs of neglect\n",
        "Joint targeted area inspections\n\nFramework and guidance for joint inspections.\n\nPartners can use this "
        "to understand how inspections are conducted.\n\n- Police\n- Probation\n\nThe notification has changed to 10 "
        "working days. We will not always inspect every service.\n",
    ],
    ids=["what it is", "guidance"],
)
def test_pages_on_inspections_in_general_are_no_inspection(tmp_path: Path, text: str) -> None:
    record = read(tmp_path, text)
    assert record.reviews == []
    assert record.findings == record.actions == []


def test_letter_of_one_inspection_in_the_present_tense_is_read(tmp_path: Path) -> None:
    text = (
        "Joint targeted area inspection of Fenwold\n\nDear Partnership\n\nThis letter summarises the findings. The "
        "inspection took place from 4 to 8 March 2030.\n\nHeadline findings\n\nInspections of schools are planned "
        "well. Plans for children are not shared between agencies.\n"
    )
    (review,) = read(tmp_path, text).reviews
    assert review.test == "inspection"
    assert "Plans for children are not shared between agencies." in [finding.text for finding in review.findings]


def test_what_a_briefing_is_for_and_where_to_go_are_no_learning(tmp_path: Path) -> None:
    text = (
        "Learning from Serious Case Reviews – Child R\n\nThis briefing summarises in brief what was learnt "
        "from a review into the death of Child R.\n\nA Serious Case Review takes place where abuse is "
        "suspected and a child has (i) died; or (ii) been harmed.\n\nIf you work with families, there may be "
        "more for you. Please ask your manager.\n\nChild R’s story\n\nChild R was aged thirteen and died at home."
        "\n\nLearning\n\n"
        "The school did not ask who lived at home. Practitioners should consider the wider family.\n"
    )
    record = read(tmp_path, text)
    (review,) = record.reviews
    assert [(child.age_months, child.outcome) for child in review.children] == [(156.0, "died")]
    assert record.findings == []
    assert [finding.text for finding in review.findings] == [
        "The school did not ask who lived at home.",
        "Practitioners should consider the wider family.",
    ]


def test_one_finding_in_the_present_tense_keeps_a_page_from_being_set_aside(tmp_path: Path) -> None:
    """Two sentences say what inspections are; the one point of learning below must not be lost for that."""
    text = (
        "Learning from reviews\n\nSummary\n\nInspections are carried out by several bodies. The inspections look at "
        "how partners work. A working group meets monthly.\n\nKey learning and practice improvements\n\n"
        "- Where parents have been victims of abuse, this context is not always fully explored\n"
    )
    assert len(read(tmp_path, text).findings) == 1


def test_why_reviews_are_held_says_nothing_of_the_child(tmp_path: Path) -> None:
    text = (
        "Serious Case Review: Child R\n\nWhat happened\n\nA serious case review (SCR) is required to find out how and "
        "why a child died. An SCR takes place after a child's death. Child R was burned in May 2030.\n"
    )
    (review,) = read(tmp_path, text).reviews
    assert [child.outcome for child in review.children] == ["serious-harm"]


def test_learning_told_among_rules_is_kept() -> None:
    text = """Bruising in babies: practice guidance

What is this about?
A local child safeguarding practice review takes place when a child dies or is seriously harmed. The purpose of the
review is to identify improvements.

What should you do?
Practitioners must refer any bruise on a baby who cannot crawl.

What we keep seeing
Fathers are not asked about. Records of the midwife do not reach the GP. You should always ask who lives there.
"""
    record = parse(read_text(Path("guidance.txt"), text.encode()))
    assert record.reviews == []
    assert record.recommendations == []
    assert [finding.text for finding in record.findings] == [
        "Fathers are not asked about.",
        "Records of the midwife do not reach the GP.",
    ]
