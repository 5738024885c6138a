"""Sentences among requests and actions that hold none: announcements, thanks, views; and headings that ask."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.records import DocumentRecord
from loaders.extract import extract
from loaders.parse.items.announcing import announces_items, only_thanks

REVIEW = """# Local Child Safeguarding Practice Review: Child Fern

Child Fern was 4 when she was hurt.

## {head}

{body}
"""


def read(folder: Path, head: str, body: str) -> DocumentRecord:
    """The record of a review with one section."""
    path = folder / "review.md"
    path.write_text(REVIEW.format(head=head, body=body), encoding="utf-8")
    return extract(path)


def asked(record: DocumentRecord) -> list[str]:
    return [one.text for one in record.reviews[0].recommendations]


def acted(record: DocumentRecord) -> list[str]:
    return [one.text for one in record.reviews[0].actions]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Lead Reviewer makes four recommendations.",
        "Recommendations were made by the review as follows.",
        "Three recommendations follow.",
        "While the review was in progress a number of changes were made and others are planned.",
        "The Review Team suggested four strategies and the Child Protection Committee has accepted three:",
    ],
)
def test_what_only_announces_is_known_by_having_nothing_of_its_own(sentence: str) -> None:
    assert announces_items(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Lead Reviewer recommends a single form.",
        "A change was made to the night rota.",
        "All four recommendations have been completed.",
        "Recommendations on housing were made to the two councils by letter.",
    ],
)
def test_what_says_more_than_that_announces_nothing(sentence: str) -> None:
    assert not announces_items(sentence)


def test_thanks_and_acceptance_alone_are_no_action() -> None:
    assert only_thanks("The Partnership accepts the findings and is grateful to the family for their help.")
    assert only_thanks("We thank the practitioners who took part.")
    assert not only_thanks("The Partnership accepts the findings and has revised its protocol.")
    assert not only_thanks("The Board welcomes the report and will publish a plan in May.")


def test_what_was_considered_and_not_recommended_is_listed_with_its_reason(tmp_path: Path) -> None:
    body = (
        "1. The ICB should publish waiting times.\n2. Consideration was given to recommending a register of carers."
        " This has not been made a recommendation."
    )
    record = read(tmp_path, "Recommendations", body)
    assert asked(record) == ["The ICB should publish waiting times."]
    assert record.report is not None
    assert "was considered, and not recommended" in [one.reason for one in record.report.rejected]


def test_views_and_pointers_among_actions_are_none(tmp_path: Path) -> None:
    body = (
        "Fair.\n\nHere is what they said.\n\nIt is too soon to say.\n\nRead more about our training.\n\n"
        "A pocket guide was given to every officer in May."
    )
    assert acted(read(tmp_path, "What has been done", body)) == ["A pocket guide was given to every officer in May."]


def test_what_needs_to_happen_is_asked_of_somebody(tmp_path: Path) -> None:
    body = (
        "- Relatives must not be used as interpreters in any service\n- Police should flag an address at the third call"
        "\n- Midwives to ask about both parents\n- Trainers to rework the course. Lead: Learning Subgroup. By: May 2031"
    )
    record = read(tmp_path, "What needs to happen (Fern)", body)
    assert [one[:8] for one in asked(record)] == ["Relative", "Police s", "Midwives"]
    assert [one.status for one in record.reviews[0].actions] == ["not-started"]  # a line that names its lead is a plan


def test_a_thing_that_needs_to_improve_is_asked_for_and_a_statement_there_is_a_finding(tmp_path: Path) -> None:
    body = "- The involvement of families in reviews.\n- The plans for disabled children were late."
    record = read(tmp_path, "What needs to improve", body)
    assert asked(record) == ["The involvement of families in reviews."]
    assert [one.text for one in record.reviews[0].findings] == ["The plans for disabled children were late."]


def test_a_request_in_a_paragraph_is_parted_from_what_became_of_it(tmp_path: Path) -> None:
    body = (
        "The fourth, that all prescribing should stop where there are babies, was not accepted. The Committee"
        " was advised against a blanket rule and it will not be pursued."
    )
    record = read(tmp_path, "Strategies for improving practice", body)
    assert len(asked(record)) == 1
    assert [one.status for one in record.reviews[0].actions] == ["cancelled"]
