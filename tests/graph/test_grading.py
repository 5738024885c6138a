"""What a line of evidence is worth by its words: measured on invented lines, tuned and kept apart."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from graph.project.evidence_facts import facts_of, stale_from
from graph.project.grading import grade
from graph.questions import questions
from graph.trace.words import GRADE

LINES = yaml.safe_load((Path(__file__).parent / "graded_lines.yaml").read_text("utf-8"))


def agreement(lines: list[list[str]]) -> tuple[float, float]:
    """Share of grades, and of polarities where one is labelled, that are as the person said."""
    graded = [(line, grade(line[1])) for line in lines]
    told = [facts_of(line[1], found).polarity == line[2] for line, found in graded if len(line) > 2]
    return sum(found.grade == line[0] for line, found in graded) / len(lines), sum(told) / len(told)


def test_agreement_on_lines_kept_apart() -> None:
    assert len(LINES["kept"]) >= 60
    grades, polarities = agreement(LINES["kept"])
    assert grades >= 0.9
    assert polarities >= 0.9


def test_the_lines_the_rules_were_written_for() -> None:
    assert agreement(LINES["tuned"]) == (1.0, 1.0)


@pytest.mark.parametrize(
    "text",
    [
        "An agreed, shared commitment to the new priority",
        "An audit will show whether this has changed practice.",
        "A dip sample is planned for May; a survey is to follow.",
        "Partners recognising risk early",
    ],
)
def test_t10_intentions_and_assertions_show_nothing(text: str) -> None:
    found = grade(text)
    assert found.grade == "E0"
    assert found.rule.startswith("grades/")


def test_what_is_planned_beside_a_result_does_not_hide_the_result() -> None:
    found = grade("Audit of 18 referrals: seen within four hours in 17; repeat audit due January 2031.")
    assert found.grade == "E3"
    facts = facts_of("Audit of 18 referrals: seen within four hours in 17; repeat audit due January 2031.", found)
    assert (facts.sample_size, facts.method, facts.polarity, facts.dated) == (18, "audit", "supports", None)


def test_a_grade_given_by_its_reader_stands() -> None:
    assert grade("Words of no kind", "E2", "seen by a person").rule == "as read"


@pytest.mark.parametrize(
    ("text", "looked"),
    [
        ("Deep dive by the Independent Scrutineer found clear plans in 9 of 10 files.", "scrutineer"),
        ("Inspectors found that plans are timely.", "inspectorate"),
        ("A multi-agency audit of 12 showed good recording.", "partner"),
        ("Our own audit of 12 showed good recording.", "self"),
        ("An audit of 12 showed good recording.", "not stated"),
    ],
)
def test_who_looked_is_a_field_of_its_own(text: str, looked: str) -> None:
    assert facts_of(text, grade(text)).independence == looked


def test_how_of_how_many_and_when() -> None:
    text = "Dip sample of twelve files in March 2024: the plan was shared in three."
    facts = facts_of(text, grade(text))
    assert (facts.method, facts.sample_size, facts.polarity) == ("dip sample", 12, "contradicts")
    assert facts.dated == (date(2024, 3, 1), date(2024, 3, 31))


def test_twelve_months_on() -> None:
    assert stale_from(date(2024, 2, 29)) == date(2025, 3, 1)
    assert stale_from(date(2023, 12, 31)) == date(2025, 1, 1)


def test_a_test_that_held_is_nowhere_called_better_for_children() -> None:
    """A later test that finds practice good again shows practice, not what changed for a child."""
    held = "practice tested again, and held"
    assert GRADE["E5"] == held
    graded = [q for q in questions().values() if "'better for children'" in q.text]
    assert len(graded) > 5
    assert all(held in q.text for q in graded)
    assert not [q.id for q in questions().values() if "lasting" in q.text]
