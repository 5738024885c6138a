"""Audits told in a paragraph or a bare list of a digest or a yearly report: what they found is their learning."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.records import DocumentRecord
from loaders.formats.text.read import read_text
from loaders.parse.parse import parse

TEXT = """# {title}

## Baby Q – Local child safeguarding practice review

Death of a boy aged three months in May 2031.

### Learning

- Visits were not made to the home.

## Domestic abuse audit

We audited 20 files in June. In 12 of them nobody asked who lived at home. Records were not shared with schools. \
We have since changed the form.

## Neglect dip sample

We looked at ten files in July.

- Plans were not shared with schools.
- Nobody asked who was at home.
"""


def read(title: str) -> DocumentRecord:
    return parse(read_text(Path("told.md"), TEXT.format(title=title).encode()))


@pytest.mark.parametrize("title", ["Learning from reviews", "Annual report 2030-31", "Safeguarding newsletter"])
def test_what_an_audit_found_is_learning_of_the_audit(title: str) -> None:
    child, audit, sample = read(title).reviews
    assert [finding.text for finding in child.findings] == ["Visits were not made to the home."]
    assert [(finding.text, finding.polarity) for finding in audit.findings] == [
        ("In 12 of them nobody asked who lived at home.", "shortfall"),
        ("Records were not shared with schools.", "shortfall"),
    ]
    assert [(action.text, action.status) for action in audit.actions] == [
        ("We have since changed the form.", "complete-evidence-awaited")
    ]
    assert [finding.text for finding in sample.findings] == [
        "Plans were not shared with schools.",
        "Nobody asked who was at home.",
    ]


def test_a_heading_on_what_else_is_known_tells_no_actions() -> None:
    text = "# Learning from reviews\n\n## What else we know\n\n- Plans were not shared with schools.\n"
    assert parse(read_text(Path("known.md"), text.encode())).actions == []


def test_a_heading_as_high_as_those_of_cases_ends_the_last_where_parts_of_others_stand_lower() -> None:
    text = TEXT.format(title="Learning from reviews") + (
        "\n## Where our plans are\n\n| Action | Wave | Where it stands |\n|---|---|---|\n"
        "| Publish a neglect tool | 1 | Done in May 2031 |\n| Brief all chairs | 2 | Not started |\n"
    )
    record = parse(read_text(Path("told.md"), text.encode()))
    assert record.reviews[-1].name == "Neglect dip sample"
    assert record.reviews[-1].actions == []
    assert [action.text for action in record.actions] == ["Publish a neglect tool", "Brief all chairs"]
