"""Newsletters and pages: what they are called, when they came out, whose they are, and which headings open a case."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.gazetteer import partnerships_in
from graph.records import DocumentRecord
from loaders.formats.html.read import read_html
from loaders.formats.text.read import read_text
from loaders.parse.cases.headings import case_label
from loaders.parse.cases.named import named_review
from loaders.parse.parse import parse

BODY = """

Welcome
Welcome to our newest edition.

Learning from the Child H review
Child H was five months old when she was found living in neglect in May 2023.
What we learned
> Nobody asked who else lived in the home.
> The health visitor did not see where the baby slept.

Safeguarding Practice Review "Jay"
Jay was 14 when he was stabbed.
Findings of the Child H review
- The surgery was not asked.
"""

PAGE = """<html><head><title>Case review: Robin | Ashmere Safeguarding Children Partnership</title></head><body>
<main><h1>Robin</h1><p>Robin was two when he died in June 2022.</p><h2>What we learned</h2>
<ul><li>The GP was not invited.</li></ul></main></body></html>"""


def read(text: str) -> DocumentRecord:
    return parse(read_text(Path("newsletter.txt"), text.encode()))


@pytest.mark.parametrize(
    ("head", "title", "published"),
    [
        ("Safeguarding Matters\nIssue 12 | Summer 2024\n", "Safeguarding Matters, Issue 12", "2024-05/2024-09"),
        ("Issue 12\nSummer 2024\n\nSafeguarding Matters\n", "Safeguarding Matters, Issue 12", "2024-05/2024-09"),
        ("The Bridge\n\nIssue 4: Autumn 2023\n\nNews from us all\n", "The Bridge, Issue 4", "2023-08/2023-12"),
        ("Fenwold SCP\n\nNewsletter Issue 7\n\nSpring term 2025", "Newsletter Issue 7", "2025-02/2025-06"),
        ("Learning Matters, Issue 5 (Summer 2024)", "Learning Matters, Issue 5 (Summer 2024)", "2024-05/2024-09"),
    ],
)
def test_a_newsletter_is_called_by_its_name_and_came_out_in_its_season(head: str, title: str, published: str) -> None:
    document = read(head + BODY).document
    assert (document.title, document.published, document.kind) == (title, published, "newsletter")


def test_headings_that_name_a_review_open_its_case_and_angles_lead_a_list() -> None:
    record = read("Fenwold SCP Newsletter\n\nIssue 7" + BODY)
    first, second = record.reviews
    assert (first.name, second.name, second.kind) == ("Child H", "Jay", "lcspr")
    assert [finding.text for finding in first.findings] == [
        "Nobody asked who else lived in the home.",
        "The health visitor did not see where the baby slept.",
        "The surgery was not asked.",
    ]
    assert first.dates.incident is not None
    assert first.dates.incident.printed == "May 2023"
    assert second.findings == []


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("The Child H review", "Child H"),
        ("Lessons from the Baby J case", "Baby J"),
        ("Learning from the Family B case review", "Family B"),
        ("Review into the death of Baby T", "Baby T"),
    ],
)
def test_a_review_is_known_by_the_child_named_in_its_heading(heading: str, name: str) -> None:
    label = case_label(heading)
    assert label is not None
    assert label.name == name


def test_a_name_alone_is_a_child_only_where_the_text_says_so() -> None:
    named = named_review("Learning from the Robin review", "Robin was three months old when he died.")
    assert named is not None
    assert named.name == "Robin"
    assert named_review("Learning from the Munro review", "Munro was asked by ministers to look again.") is None
    assert named_review("Learning from the annual review", "The annual review was held.") is None


def test_the_partnership_is_read_from_the_frame_of_a_page_and_from_its_short_name() -> None:
    record = parse(read_html(Path("page.html"), PAGE.encode()))
    assert record.document.partnership == "Ashmere Safeguarding Children Partnership"
    assert [(review.name, review.children[0].age_months) for review in record.reviews] == [("Robin", 24.0)]
    assert partnerships_in("Published by Fenwold SCP") == ["Fenwold Safeguarding Children Partnership"]
    assert partnerships_in("Fenwold SCB, 2014") == ["Fenwold Local Safeguarding Children Board"]
    assert partnerships_in("the SCP and our scp") == []


def test_a_chain_of_letters_is_no_list() -> None:
    chain = "Dear Ann\n\nOn Monday Ben wrote:\n> Please see the plan.\n> Kind regards\n>\n> Ben\n"
    assert not any(block.text.startswith("Please") for block in read_text(Path("mail.txt"), chain.encode()).blocks)


def test_news_that_a_report_was_published_is_no_work_done() -> None:
    text = (
        "Safeguarding newsletter\n\nNational news\n\nThe National Panel has published its second annual report. "
        "Alongside this, we have published two further reports.\n\nLocal news\n\nWe have published a new "
        "bruising protocol for all staff.\n"
    )
    record = parse(read_text(Path("news.txt"), text.encode()))
    assert [action.text for action in record.actions] == ["We have published a new bruising protocol for all staff."]
    assert any("report was published" in item.reason for item in record.report.rejected)
