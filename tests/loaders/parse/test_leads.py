"""A case that a paragraph turns to below the heading of a topic: where it begins and ends, and what opens none."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.records import DocumentRecord
from loaders.extract import extract
from loaders.formats.text.read import read_text
from loaders.parse.cases.headings import case_label
from loaders.parse.parse import parse

TITLE = (
    "# Ashmere Safeguarding Children Partnership: annual report 2031\n\n## Overall view\n\n"
    "Partners know their strengths.\n"
)


def read(folder: Path, text: str) -> DocumentRecord:
    path = folder / "paper.md"
    path.write_text(text)
    return extract(path)


def called(record: DocumentRecord) -> list[str | None]:
    return [review.ref or review.name for review in record.reviews]


@pytest.mark.parametrize(
    ("lead", "called_as", "age", "sex"),
    [
        ("LCSPR Pip concerned a six month old boy who suffered a fractured arm.", "Pip", 6, "male"),
        ("7. Rapid Review 2 related to a girl, 14, raped by an older pupil.", "Rapid Review 2", 168, "female"),
        ("RR 3/31 looked at the care of a boy of four who was scalded.", "RR 3/31", 48, "male"),
        ("The review of Tamsin, aged two, who died of neglect, was published in March.", "Tamsin", 24, None),
        ("Ewan (9) was found dead at home. His practice review was published in May.", "Ewan", 108, "male"),
        (
            "One rapid review was held. It concerned Corin, a boy of 13, who was seriously injured.",
            "Corin",
            156,
            "male",
        ),
        ("We published the LCSPR about Rowan, who was 11 when he died of asthma.", "Rowan", 132, "male"),
        ("The Alder review came out in May. Alder was four when he was scalded.", "Alder", 48, "male"),
        ("LCSPR into Family T, in which brothers aged 3 and 9 were neglected, was signed off.", "Family T", 36, "male"),
        (
            "I began with Juno. Juno was 15 when she was trafficked. The review asked for one plan.",
            "Juno",
            180,
            "female",
        ),
        ("The LCSPR in respect of Child Z, a five year old boy who drowned, has reported.", "Child Z", 60, "male"),
        ("The second review was of Sol, aged three, who was badly injured by a dog.", "Sol", 36, None),
        ("SI 3/31 concerned a one-year-old girl who had bruises.", "SI 3/31", 12, "female"),
        ("- Child N, aged 3, suffered burns at home. The review found that visits had stopped.", "Child N", 36, None),
    ],
)
def test_a_paragraph_turns_to_a_case_below_a_topic(
    tmp_path: Path, lead: str, called_as: str, age: float, sex: str | None
) -> None:
    text = f"{TITLE}\n## Seeing the whole family\n\n{lead} Nobody asked who lived there.\n\n## Data\n\n- 612 children\n"
    (review,) = read(tmp_path, text).reviews
    assert (review.ref or review.name) == called_as
    assert (review.children[0].age_months, review.children[0].sex) == (age, sex)


@pytest.mark.parametrize(
    "told",
    [
        "The national review into the murders of Arlo and Bria, aged 6 and 1, was published in May.",
        "LCSPR Jem, published by another partnership, concerned a boy of six who died.",
        "Northwick Safeguarding Children Partnership has published LCSPR Jem, about a boy of six who died.",
        "Eight children under five were seriously neglected. A girl of three was among the youngest.",
        "Imagine that Sam, aged 7, says that he was hit with a belt and badly hurt. A review would ask why.",
        "Robin Marsh was 24 when she joined us. Robin leads on rapid reviews of children who died.",
        "Maya, 15, said that she was always told after the meeting. Tom, 12, said that his worker listens.",
        "An LCSPR concerns a child who has died or been seriously harmed. A rapid review is held within 15 days.",
        "Four of five rapid reviews concerned children under one who were injured.",
        "Leo, 16, was badly bullied at school and now leads our group.",
        "Jade was 22 when she was murdered. The law named after her followed a review.",
    ],
)
def test_what_only_mentions_a_child_or_a_review_opens_no_case(tmp_path: Path, told: str) -> None:
    text = f"{TITLE}\n## Seeing the whole family\n\n{told}\n\n## Data\n\n- 612 children\n"
    assert read(tmp_path, text).reviews == []


def test_learning_from_elsewhere_is_no_case_of_this_area(tmp_path: Path) -> None:
    text = (
        f"{TITLE}\n## Learning from other areas\n\nLCSPR Jem concerned a boy of six who died.\n\n## Data\n\n- 9 plans\n"
    )
    assert read(tmp_path, text).reviews == []


def test_a_case_ends_where_another_begins_or_the_paper_speaks_of_itself(tmp_path: Path) -> None:
    text = (
        f"{TITLE}\n## Babies\n\n"
        "LCSPR Pip concerned a boy of six months who suffered a fractured arm. The health visitor's worry was not "
        "written down.\n\n"
        "The review found that nobody had asked about the partner.\n\n"
        "Rapid Review 2 related to a girl of one who was burned. The home had not been seen by any agency.\n\n"
        "Scrutiny sampled 20 assessments and fathers had not been seen in nine.\n\n"
        "## Training\n\n- Courses were not well attended\n"
    )
    record = read(tmp_path, text)
    assert called(record) == ["Pip", "Rapid Review 2"]
    told = {review.ref or review.name: " ".join(one.quote for one in review.findings) for review in record.reviews}
    assert "partner" in told["Pip"]
    assert "written down" in told["Pip"]
    assert "not been seen by any agency" in told["Rapid Review 2"]
    assert all("Scrutiny" not in findings and "Courses" not in findings for findings in told.values())


def test_a_later_mention_is_the_same_case(tmp_path: Path) -> None:
    text = (
        f"{TITLE}\n## Babies\n\nLCSPR Pip concerned a boy of six months who suffered a fractured arm.\n\n"
        "## Progress\n\nLCSPR Pip, which was about a boy of six months who was injured, has led to a new policy.\n"
    )
    assert called(read(tmp_path, text)) == ["Pip"]


@pytest.mark.parametrize(
    ("heading", "ref"),
    [
        ("RR 1 2030/31 (girl, 15)", "RR 1 2030/31"),
        ("Rapid Review 1 (2030/31)", "Rapid Review 1 2030/31"),
        ("Rapid Review 4", "Rapid Review 4"),
        ("Rapid Review 4/31", "4/31"),
        ("LCSPR 3", "LCSPR 3"),
    ],
)
def test_a_bare_number_refers_with_its_kind_and_its_year(heading: str, ref: str) -> None:
    label = case_label(heading)
    assert label is not None
    assert label.ref == ref


def test_what_an_audit_is_held_against_is_no_audit() -> None:
    assert case_label("Audit standards") is None
    assert case_label("Audit criteria") is None


@pytest.mark.parametrize(
    ("heading", "below", "name"),
    [
        ("In brief: Robin", "Robin was 17. He died by suicide in May 2030.", "Robin"),
        ("Joint review with Northwick: Robin", "Robin, 16, was found burned in a flat.", "Robin"),
        ("Robin, 7", "- Severe burns from a bath\n- The home was never seen", "Robin"),
        ("Robin’s story", "- Robin was 5\n- Drowned in a pond in June 2030", "Robin"),
        ("Robin and Wren", "Robin was five and Wren was 3 when both were badly burned.", "Robin and Wren"),
        (
            "The Marlow family",
            "The Marlow family came to notice when three children aged 2, 5 and 8 were seriously "
            "neglected. A practice review was held.",
            "The Marlow family",
        ),
        ("What children said: Maya", "Maya, 15, said that she had been badly hurt and told nobody.", None),
        ("Robin", "Robin joined the team in May and leads on reviews of children who died.", None),
        ("Training", "Training, 7 sessions, is about babies who were injured.", None),
    ],
)
def test_a_name_set_apart_in_a_heading_is_a_case_where_its_story_stands_below(
    tmp_path: Path, heading: str, below: str, name: str | None
) -> None:
    text = f"{TITLE}\n## {heading}\n\n{below}\n\n## What our reviews tell us\n\n- The home was not seen\n"
    assert [review.name for review in read(tmp_path, text).reviews] == ([name] if name else [])


def test_the_one_review_of_a_paper_takes_its_name_from_a_heading(tmp_path: Path) -> None:
    text = (
        "# Lessons from a rapid review\n\n## Robin’s story\n\n- Robin was 5\n- Drowned in 2030\n\n## Learning\n\n- X\n"
    )
    assert [review.name for review in read(tmp_path, text).reviews] == ["Robin"]
    other = text.replace("- X", "- LCSPR Wren found the same")
    assert [review.name for review in read(tmp_path, other).reviews] != ["Robin"]


def test_a_name_in_prose_alone_does_not_name_the_one_review(tmp_path: Path) -> None:
    text = "# Local Child Safeguarding Practice Review\n\n## What happened\n\nBryony is nine years old. She was hurt.\n"
    assert {review.name for review in read(tmp_path, text).reviews} <= {None}


def test_a_letter_of_prose_names_its_reviews_one_by_one(tmp_path: Path) -> None:
    text = (
        "Dear Chief Executive,\n\nYou asked for an account of the two reviews of this spring.\n\n"
        "The first was that of Child R, who was twelve and died after being hit by a train. School passed on two of "
        "its eleven worries.\n\nThe second was about Nell, a girl of 17, who was found unconscious in a hotel. "
        "No plan followed her.\n\nYours sincerely\n"
    )
    path = tmp_path / "letter.txt"
    path.write_text(text)
    record = extract(path)
    assert [(review.name, review.test) for review in record.reviews] == [("Child R", None), ("Nell", None)]


def test_cases_headed_by_a_number_of_the_year_are_cases(tmp_path: Path) -> None:
    text = (
        "# Quarterly paper\n\n## Case 31-04\n\nA boy aged two was found with bruises. The learning review has met.\n\n"
        "## Case 31-07\n\nA girl of 14 was assaulted. The learning review reports in June.\n\n## Finance\n\nNone.\n"
    )
    assert [review.ref for review in read(tmp_path, text).reviews] == ["31-04", "31-07"]


def test_a_paper_that_speaks_of_reviews_is_not_yet_the_report_of_one(tmp_path: Path) -> None:
    text = (
        "# Foreword\n\nIn the year we told the Panel of six incidents in which a child had died or was seriously "
        "harmed. Five rapid reviews were held and none led to an LCSPR.\n\n## Thanks\n\nThank you, Rose.\n"
    )
    assert read(tmp_path, text).reviews == []


@pytest.mark.parametrize(
    ("title", "story", "name"),
    [
        (
            "Seven minute briefing: Robin and Wren (LCSPR)",
            "Robin (12) and her sister Wren (7) were abused by their uncle for years.",
            "Robin and Wren",
        ),
        (
            "Learning briefing: Robin - non-accidental injury",
            "Robin is a baby who was sent to hospital, where several fractures were found.",
            "Robin",
        ),
        ("Learning briefing: Training - what is on offer", "Babies who are hurt are seen by a doctor.", None),
    ],
)
def test_a_briefing_is_of_the_child_its_title_names(title: str, story: str, name: str | None) -> None:
    text = f"# {title}\n\n## What happened\n\n{story}\n\n## What we learnt\n\n- Nobody asked who lived there.\n"
    record = parse(read_text(Path("briefing.md"), text.encode()))
    assert [review.name for review in record.reviews if review.name] == ([name] if name else [])


@pytest.mark.parametrize(
    ("heading", "told", "facts"),
    [
        ("RR 3/31 (baby boy, 9 weeks)", "The baby died on a sofa.", (2.1, "male", "died")),
        ("RR 3/31 (girl, 15)", "Three overdoses were taken at home.", (180, "female", "not-stated")),
        ("Child R", "Child R was twelve and died after a fall.", (144, None, "died")),
        ("Child R", "Child R was 16 and suffered serious injuries.", (192, None, "serious-harm")),
        (
            "Child R",
            "Child R, aged 2, swallowed a pill and spent a week in intensive care.",
            (24, None, "serious-harm"),
        ),
        (
            "Child R",
            "Child R, aged 2, drank some of a medicine that can be fatal to a child.",
            (24, None, "not-stated"),
        ),
    ],
)
def test_the_lead_of_a_case_says_who_its_child_is(
    tmp_path: Path, heading: str, told: str, facts: tuple[float | None, str | None, str]
) -> None:
    text = f"# Learning from rapid reviews\n\n## {heading}\n\n{told}\n\n## RR 4/31\n\nA girl of four was burned.\n"
    child = read(tmp_path, text).reviews[0].children[0]
    assert (child.age_months, child.sex, child.outcome) == facts


def test_a_letter_about_one_child_is_of_that_child(tmp_path: Path) -> None:
    text = (
        "Dear colleague,\n\nI am writing to you about a boy we are calling Robin. The Board finished its rapid review "
        "in May.\n\n**What happened**\n\nRobin is eight. In July he was brought to hospital with a broken arm.\n\n"
        "**What we learnt**\n\nNobody asked his school what it had seen.\n\nYours sincerely\n"
    )
    path = tmp_path / "letter.txt"
    path.write_text(text)
    assert [review.name for review in extract(path).reviews] == ["Robin"]
