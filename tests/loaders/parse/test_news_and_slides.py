"""News, statements, saved slides and lists of papers: what a review found there, and what is no learning."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.records import DocumentRecord
from loaders.coding import polarity_of
from loaders.coding.prose import prose_polarity
from loaders.extract import extract


def read(folder: Path, text: str, name: str = "page.txt") -> DocumentRecord:
    """The records of a text as a file."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return extract(path)


SLIDES = """Talk to the Norbeck partnership day

Common themes
Sleeping in one bed
Long history of neglect
Positives
Quick visits after birth
Good core groups
Learning
Gaps in the birth plan
Health visitors and wards
No handover between teams
Lack of chronology on the file
Mother's health not known
Learning (cont)
Impact of her childhood on her care of the baby
Change taken on trust
"""


def test_a_heading_that_is_one_line_of_many_ends_the_praise_above_it(tmp_path: Path) -> None:
    record = read(tmp_path, SLIDES)
    by_heading = {finding.text: finding.heading for finding in record.findings}
    assert by_heading["Quick visits after birth"] == "Positives"
    assert by_heading["Gaps in the birth plan"] == "Learning"
    assert by_heading["Lack of chronology on the file"] == "Learning"
    assert by_heading["Change taken on trust"] == "Learning (cont)"
    praised = {finding.text for finding in record.findings if finding.polarity == "good-practice"}
    assert praised == {"Quick visits after birth", "Good core groups"}
    assert record.impacts == []


def test_a_list_of_heads_opens_no_learning(tmp_path: Path) -> None:
    record = read(tmp_path, "Annual report\n\nWelcome\nLearning\nActions\nNext steps\nContacts\nThanks\n")
    assert record.findings == []


CONTENTS = """Norbeck Safeguarding Children Board

Serious Case Review: Child Q

Chapter

1 How the review was held

Reason for the Serious Case Review 4

Timing of the SCR 5

Child Q's family 5

Who led the review 9

The review team 11

About Norbeck 14

2 Practice

Appraisal 17

The story 18

3 Learning

The duty desk did not hold a strategy discussion, and nobody asked who lived in the home.
"""


def test_pages_that_count_up_are_contents_and_open_no_case(tmp_path: Path) -> None:
    record = read(tmp_path, CONTENTS)
    assert [(review.name, review.kind) for review in record.reviews] == [("Child Q", "scr")]


def test_heads_that_count_themselves_are_no_contents(tmp_path: Path) -> None:
    asked = "\n\n".join(
        f"RECOMMENDATION {n}\n\nThe trust should write down how duty {n} is handed over." for n in range(1, 8)
    )
    record = read(tmp_path, f"Response to the Local Child Safeguarding Practice Review: Robin\n\n{asked}\n")
    asked_for = [*record.recommendations, *(one for review in record.reviews for one in review.recommendations)]
    assert len(asked_for) == 7


NEWS = """Case review faults Norbeck after a girl's death

Services in Norbeck have been told to change by a report on a girl of two who died at home.

The little girl, who is known as Child 31, was taken to hospital and died there.

She had been seen by a health visitor at six weeks.

How she died is not known, but the report said no service saw how neglected she was.

It added that there was a failure across the town to share what was known.
"""


def test_news_of_a_case_tells_what_the_report_said(tmp_path: Path) -> None:
    (review,) = read(tmp_path, NEWS).reviews
    assert review.name == "Child 31"
    assert [(finding.text.split()[0], finding.polarity) for finding in review.findings] == [
        ("How", "shortfall"),
        ("It", "shortfall"),
    ]


STATEMENT = """3 March 2031

Today the Norbeck board publishes its Serious Case Review about a child known as BK.

Such reviews can also be undertaken where a child has been gravely hurt or neglected.

The chair of the board said: "The review looked at twelve years of work with this family.

"A number of failings were found. First, there was no clear plan and nothing to measure it by.

"In all those years the mother was too often seen as the client. Important reports were not \
properly shared.

"I would like to thank all who took part."
"""


def test_failings_that_are_counted_are_told_by_the_sentences_behind(tmp_path: Path) -> None:
    (review,) = read(tmp_path, STATEMENT).reviews
    assert review.name == "BK"
    assert len(review.findings) == 3
    assert {finding.polarity for finding in review.findings} == {"shortfall"}
    assert [child.outcome for child in review.children] == [
        "not-stated"
    ]  # when reviews are held is no fact of the child
    assert review.quote in STATEMENT  # and not the name of the file


def test_news_of_no_one_case_tells_what_the_report_found(tmp_path: Path) -> None:
    record = read(
        tmp_path,
        """Council says sorry

Norbeck Council has said sorry after a study of several serious case reviews.

It found that the workforce was under considerable pressure, made worse by insufficient leadership.

This led, the report concluded, to inconsistent decisions.

The council said that it had been a hard year for everyone.
""",
    )
    assert [finding.polarity for finding in record.findings] == ["shortfall", "shortfall"]
    assert record.reviews == []


def test_a_name_given_to_the_nameless_child_of_the_story_opens_no_second_case(tmp_path: Path) -> None:
    record = read(
        tmp_path,
        """A five-month-old baby boy was found dead beside his mother, and a serious case review has been published.

The review calls the child Baby K, and tells of a quiet boy.

Baby K was five months old when he died in March 2029.

The chair said: "The death of this five-month-old in March 2029 is a great sorrow to us."
""",
    )
    assert [review.name for review in record.reviews] == ["Baby K"]


def test_a_number_behind_the_name_of_a_part_is_no_age(tmp_path: Path) -> None:
    record = read(
        tmp_path,
        """Abstract

Background Serious case reviews are held when a child has died. We read 23 serious case reviews.

Results 20 children died of an acute illness and 12 of a chronic one.
""",
    )
    assert record.reviews == []


TABLE = """<html><body><h1>Serious Case Reviews (SCRs)</h1><p>These are our reviews.</p>
<table><tr><th>Case</th><th>Overview Report</th><th>Learning Brief</th></tr>
<tr><td>Child G</td><td>Published 14 June 2027</td><td>Published 15 October 2025</td></tr>
<tr><td>Child O</td><td>No longer published</td><td>Delayed in publication</td></tr></table></body></html>"""


def test_when_a_learning_brief_was_published_is_no_learning(tmp_path: Path) -> None:
    record = read(tmp_path, TABLE, "page.html")
    assert [review.name for review in record.reviews] == ["Child G", "Child O"]
    assert [review.findings for review in record.reviews] == [[], []]


@pytest.mark.parametrize(
    "line",
    [
        "The Director of Children's Services will respond to questions about the new arrangements.",
        "Officers of the health board and the police will be in attendance.",
    ],
)
def test_who_comes_to_a_meeting_is_no_promise(tmp_path: Path, line: str) -> None:
    record = read(
        tmp_path, f"Agenda item\n\nReport of the Independent Scrutineer\n\n{line}\n\n3.1 The committee met.\n"
    )
    assert record.actions == []


def test_a_code_before_the_child_is_the_reference_of_a_briefing(tmp_path: Path) -> None:
    record = read(
        tmp_path,
        """Skip to content

Help for those who work with families

Six-step Briefing: XN18 Baby K

1. The Background

Baby K, aged 12 weeks, was taken to hospital with severe brain injuries.

4. The Findings

  • Lack of co-operation by a parent should be weighed as a risk.
  • Letters between wards were lost.
""",
    )
    (review,) = record.reviews
    assert (review.ref, review.name, len(review.findings)) == ("XN18", "Baby K", 2)
    assert record.document.title == "Six-step Briefing: XN18 Baby K"


def test_what_nobody_could_foresee_does_not_undo_what_was_missed() -> None:
    said = 'The review found: "While the death could not have been prevented, there were gaps in the plan."'
    assert polarity_of(said, "learning") == "shortfall"
    assert polarity_of("The death could not have been predicted by any agency.", "learning") == "absent"


@pytest.mark.parametrize(
    "sentence",
    [
        "A doctor accepted the account that the injuries were sustained by accident.",
        "The report states that even if the mother had had a full assessment, nobody can say what would have changed.",
    ],
)
def test_what_was_not_done_or_was_hurt_is_no_praise(sentence: str) -> None:
    assert prose_polarity(sentence) != "good-practice"


def test_signs_behind_a_word_point_to_a_note_and_open_no_bold_run(tmp_path: Path) -> None:
    record = read(tmp_path, "Two reviews\n\nLearning:\n\nVisits to the home stopped**\nPlans were late in both\n")
    assert [finding.text for finding in record.findings] == ["Visits to the home stopped", "Plans were late in both"]


def test_short_paragraphs_below_a_sentence_of_a_list_are_its_items(tmp_path: Path) -> None:
    items = ["Care given to fathers.", "Babies who cannot move.", "Risk outside the home.", "Young carers."]
    body = "".join(f"<p>{item}</p>" for item in items)
    lead = "<h1>Panel report</h1><p>It draws on rapid reviews. Key themes identified include:</p>"
    record = read(tmp_path, f"<html><body>{lead}{body}</body></html>", "page.html")
    assert [finding.text for finding in record.findings] == items


def test_items_run_into_one_paragraph_are_items(tmp_path: Path) -> None:
    record = read(
        tmp_path,
        "Reviews\n\nKey issues identified • Visits stopped • Plans were late • Nobody asked the father • Notes lost\n",
    )
    assert len(record.findings) == 4


def test_a_story_headed_by_a_name_below_what_the_page_is_called_is_of_that_child(tmp_path: Path) -> None:
    record = read(
        tmp_path,
        """Learning from young lives

Robin’s Story

Robin’s a 15 year old boy who lived with his father. He died in March 2029 after a fall.

What we learned

• Nobody asked Robin how he was.
""",
    )
    (review,) = record.reviews
    assert (review.name, len(review.findings)) == ("Robin", 1)


def test_a_source_quoted_over_paragraphs_goes_on_telling(tmp_path: Path) -> None:
    record = read(
        tmp_path,
        """Report on a death in Norbeck

The council has apologised for letting a family down after a case review found that visits were not made.

The report stated: "The services failed to act on what they knew.

"Records were not shared between them, as they should have been.

"Nobody could have known of the attack."

The street where they live was quiet today.
""",
    )
    told = [*record.findings, *(finding for review in record.reviews for finding in review.findings)]
    assert [finding.text[:12] for finding in told if finding.polarity == "shortfall"] == [
        "The council ",
        "The report s",
        '"Records wer',
    ]


def test_when_reviews_are_held_is_no_finding_below_a_link_to_learning(tmp_path: Path) -> None:
    record = read(
        tmp_path,
        """Published Serious Case Reviews

Overview Report Child K

Overview Report Child L

Learning and Improvement 29th May 2034

Serious case reviews aim to help services to learn how to work together.

Serious Case Reviews are commissioned by the chair of the board.
""",
    )
    assert [review.name for review in record.reviews] == ["Child K", "Child L"]
    assert [finding.text for finding in record.findings] == []
    assert all(not review.findings for review in record.reviews)


def test_deaths_of_children_in_general_are_no_case(tmp_path: Path) -> None:
    record = read(
        tmp_path,
        """How many deaths could be avoided?

The data are from a release of July 2032. Between April and March the boards reviewed the deaths of all children, \
from birth up to 18 years, who lived in their area.

A serious case review looks at one death; panels look at every one.
""",
    )
    assert record.reviews == []


@pytest.mark.parametrize(
    "sentence",
    [
        "None will be new, but it is worth telling them again.",
        "Services will not improve if nobody is allowed to learn.",
        "I would also like to thank them; what they told us has been shared with all partners.",
    ],
)
def test_what_will_not_be_and_thanks_are_no_actions(tmp_path: Path, sentence: str) -> None:
    assert read(tmp_path, f"Thematic review\n\nWe met in May to read six cases.\n\n{sentence}\n").actions == []


def test_the_year_of_a_plan_is_no_share(tmp_path: Path) -> None:
    record = read(tmp_path, "Minutes\n\nMembers received the Business Plan 16/17 of the Safeguarding Children Board.\n")
    assert record.statistics == []


def test_the_body_for_which_a_review_was_held_is_no_part_of_its_label(tmp_path: Path) -> None:
    record = read(
        tmp_path,
        """Serious Case Review in respect of Child Q on behalf of

Norbeck Safeguarding Children Board

Introduction

Child Q was three weeks old when she was hurt.
""",
    )
    assert [review.name for review in record.reviews] == ["Child Q"]


def test_a_committee_that_scrutinises_holds_no_audit(tmp_path: Path) -> None:
    record = read(
        tmp_path, "Issue\n\nSafeguarding Children Overview and Scrutiny Report\n\nThe committee met in May.\n"
    )
    assert record.reviews == []


def test_what_a_council_admits_and_a_review_details_is_learning(tmp_path: Path) -> None:
    record = read(
        tmp_path,
        """Norbeck's leader has apologised that the town did not act when worries were raised.

The words come as a practice review into two deaths was published.

It detailed the visits that were missed by services that failed to step in.

The leader accepted that it had been a long day for everyone in the hall.
""",
    )
    told = [*record.findings, *(finding for review in record.reviews for finding in review.findings)]
    assert [(finding.text.split()[0], finding.polarity) for finding in told] == [
        ("Norbeck's", "shortfall"),
        ("It", "shortfall"),
    ]
