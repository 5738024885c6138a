"""Letters of a panel in paragraphs without numbers: each judgement by its own sentence, the rest left as story."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.records import DocumentRecord
from loaders.formats.text.read import read_text
from loaders.parse.cases.headings import case_label
from loaders.parse.parse import parse

LETTER = """Child Safeguarding Practice Review Panel
20 Example Street

14 October 2022

Dear Safeguarding Partners,

RE: LCSPR Child Marlowe - Ashmere Safeguarding Children Partnership

Thank you for submitting your review, which the Panel considered at its meeting on 5 October 2022.

The Panel was pleased to see a report that kept Marlowe's daily life in view. We thought the analysis of the move
between two authorities was strong. Marlowe was 14 when he went missing.

The Panel did, however, feel that the review could have explored why worries about his weight were not escalated. We
would also have welcomed more on the role of faith. It was not clear how the recommendation on supervision would be
measured.

We noted that the review took 19 months. The Panel agreed that the criteria for a national review were not met.

Yours sincerely,

Chair of the Panel
"""
NUMBERED = """Dear colleagues

Rapid Review: Baby Rowan

1. I write on behalf of the national Panel about Baby Rowan, who was eleven weeks old when he was found to be hurt.

2. The rapid review was comprehensive and submitted on time.

3. There was little consideration of the father.

Kind regards
Panel Secretariat
"""


def _read(text: str) -> DocumentRecord:
    return parse(read_text(Path("letter.txt"), text.encode()))


def test_a_panel_judges_in_its_own_sentences() -> None:
    (review,) = _read(LETTER).reviews
    assert (review.name, review.kind) == ("Child Marlowe", "lcspr")
    assert [(child.name, child.age_months, child.sex) for child in review.children] == [
        ("Child Marlowe", 168.0, "male")
    ]
    judged = [(judgement.polarity, judgement.text.split(",")[0][:40]) for judgement in review.judgements]
    assert judged == [
        ("good-practice", "The Panel was pleased to see a report th"),
        ("good-practice", "We thought the analysis of the move betw"),
        ("shortfall", "The Panel did"),
        ("shortfall", "We would also have welcomed more on the "),
        ("shortfall", "It was not clear how the recommendation "),
        ("not-stated", "We noted that the review took 19 months."),
        ("not-stated", "The Panel agreed that the criteria for a"),
    ]
    assert {judgement.author_role for judgement in review.judgements} == {"panel"}
    assert review.findings == []


def test_a_numbered_letter_on_behalf_of_the_panel() -> None:
    (review,) = _read(NUMBERED).reviews
    told = [(judgement.polarity, judgement.text[:20]) for judgement in review.judgements]
    assert ("good-practice", "The rapid review was") in told
    assert ("shortfall", "There was little con") in told


@pytest.mark.parametrize(
    ("heading", "name", "kind"),
    [
        ("RE: LCSPR Child Marlowe - Ashmere Safeguarding Children Partnership", "Child Marlowe", "lcspr"),
        (
            "Local Child Safeguarding Practice Review regarding Child M, Ashmere Safeguarding Children Partnership",
            "Child M",
            "lcspr",
        ),
        ("Re: Serious Incident Notification SIN 123456 – Child K", "Child K", "other"),
        ("LCSPR in relation to Child M", "Child M", "lcspr"),
        ("Leeds: Baby T", "Baby T", "other"),
    ],
)
def test_what_a_letter_is_about(heading: str, name: str, kind: str) -> None:
    label = case_label(heading)
    assert label is not None
    assert (label.name, label.kind) == (name, kind)


def test_praise_in_a_letter_that_lists_the_rest_is_the_view_of_the_panel(tmp_path: Path) -> None:
    text = (
        "Child Safeguarding Practice Review Panel\n\nTo: the safeguarding partners of Elm and Marsh\n\n"
        "Dear colleagues,\n\nRapid review: Baby Thorne\n\nThank you for the rapid review into the injury of Baby "
        "Thorne, who was eleven weeks old.\n\nThe Panel found the rapid review to be clear and well evidenced. We were "
        "pleased to see the views of the health visitor.\n\nWe thought that these points needed more attention:\n\n"
        "a) The review did not say what was known about the father.\n"
        "b) There was little analysis of why the assessment was closed.\n\nYours sincerely,\n\nChair of the Panel\n"
    )
    path = tmp_path / "letter.txt"
    path.write_text(text, encoding="utf-8")
    record = parse(read_text(path, path.read_bytes()))
    (review,) = record.reviews
    assert [one.polarity for one in review.judgements] == ["good-practice", "good-practice", "shortfall", "shortfall"]
    assert review.findings == []
    assert record.document.partnership == "safeguarding partners of Elm and Marsh"
