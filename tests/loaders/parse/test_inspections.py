"""Reports and letters of several inspectorates: what was found, how it is judged, what is asked, what is business."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.records import Review
from loaders.coding.prose import prose_polarity
from loaders.formats.text.read import read_text
from loaders.parse.parse import parse

HEALTH = """Review of health services for children looked after and safeguarding in Ashmere

Care Quality Commission

Date of publication: 12 August 2019

Summary of findings

The child's journey

1. Early help

1.1 Families benefit from a health visiting service that offers all five contacts.

1.2 School nurses do not receive notice of attendances at the emergency department.

2. Leadership and governance

2.1 GPs rarely attend initial child protection conferences.

Recommendations

1. Ashmere Clinical Commissioning Group should:
1.1 Ensure that GPs submit reports to all child protection conferences.
"""
POLICE = """Ashmere Police: Child protection inspection

September 2021

Causes of concern

Cause of concern: The force is failing to protect children who are detained in custody.

Recommendations

We recommend that, within three months, Ashmere Police should:
- review the reasons for detention of every child; and
- record the outcome of each review.
"""
VISIT = """Dear Colleague

Focused visit to Ashmere children's services

This letter summarises the findings of the focused visit to Ashmere children's services on 12 and 13 April 2022.

Headline findings

Since the last inspection, when services were judged to require improvement to be good, the front door is a strength.
The response to children who go missing is not yet consistent.

Main findings

Inspectors met parents, who were very positive about their workers.

Ofsted will take the findings from this visit into account when planning the next inspection.
"""


def _read(text: str) -> Review:
    (review,) = parse(read_text(Path("inspection.txt"), text.encode())).reviews
    return review


def test_what_a_review_of_health_services_found() -> None:
    review = _read(HEALTH)
    assert review.test == "inspection"
    assert [(finding.polarity, finding.text.split()[0]) for finding in review.findings] == [
        ("good-practice", "Families"),
        ("shortfall", "School"),
        ("shortfall", "GPs"),
    ]
    assert [r.addressees for r in review.recommendations] == [["Ashmere Clinical Commissioning Group"]]


def test_a_cause_of_concern_is_learning_and_a_deadline_is_nobody() -> None:
    review = _read(POLICE)
    assert [finding.polarity for finding in review.findings] == ["shortfall"]
    assert [r.addressees for r in review.recommendations] == [["Ashmere Police"], ["Ashmere Police"]]


def test_what_inspectors_will_do_is_not_what_they_found() -> None:
    review = _read(VISIT)
    assert [(finding.polarity, finding.text.split()[0]) for finding in review.findings] == [
        ("good-practice", "Since"),
        ("shortfall", "The"),
        ("good-practice", "Inspectors"),
    ]
    assert review.dates.completed is not None
    assert review.dates.completed.printed == "13 April 2022"


@pytest.mark.parametrize(
    ("sentence", "polarity"),
    [
        ("Help for children who go missing is not yet consistent.", "shortfall"),
        ("Support for children who are not in school is good.", "good-practice"),
        ("Help for families whose children are not at school is prompt.", "good-practice"),
        ("The panel would have welcomed more about the father.", "shortfall"),
        ("The criteria for a review were not met.", "not-stated"),
    ],
)
def test_a_clause_about_a_child_ends_at_the_verb_of_the_sentence(sentence: str, polarity: str) -> None:
    assert prose_polarity(sentence) == polarity


AREA = """# Area SEND inspection of Ashmere Local Area Partnership

## Inspection outcome

There are widespread failings that the partnership must address.

A monitoring inspection will be carried out within about a year.

As a result of this inspection, the regulator requires the partnership to prepare and submit an action plan.

## What does the area partnership need to do better?

- Leaders acted at once. A few plans still name settings that nobody inspects. They see the need to improve the offer.
- Commissioners should check the waiting list each month.
"""


def test_what_an_inspection_says_of_itself_is_no_finding_and_only_an_item_that_opens_by_asking_asks() -> None:
    (area,) = parse(read_text(Path("area.md"), AREA.encode())).reviews
    assert [finding.text.split(".")[0] for finding in area.findings] == [
        "There are widespread failings that the partnership must address",
        "Leaders acted at once",
    ]
    assert [asked.text for asked in area.recommendations] == ["Commissioners should check the waiting list each month."]
