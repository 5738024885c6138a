"""A letter in running prose, without headings: cases, learning, requests and work by what its sentences say."""

from __future__ import annotations

from pathlib import Path

from graph.records import DocumentRecord
from loaders.extract import extract

LETTER = """Marlow Vale Safeguarding Children Partnership

9 May 2025

Dear colleague,

We reviewed the death of a four-month-old girl who died in January after sleeping on a sofa with her father. We learnt \
that the family had not been given advice on safer sleep. It was clear that the health visitor should have been told \
of the move. Practitioners did not ask about alcohol. Her mother did not drink.

We ask health to give every family advice on safer sleep before birth.

Since then, the council has set up a daily list of moves.

With best wishes,

Petra Lunn
Independent Chair
"""


def read(folder: Path, text: str) -> DocumentRecord:
    """The records of a text as a file."""
    path = folder / "letter.txt"
    path.write_text(text, encoding="utf-8")
    return extract(path)


def test_a_letter_without_headings_gives_its_case_with_what_was_learnt_asked_and_done(tmp_path: Path) -> None:
    [review] = read(tmp_path, LETTER).reviews
    assert [(child.age, child.sex, child.outcome) for child in review.children] == [
        ("four-month-old", "female", "died")
    ]
    assert [finding.polarity for finding in review.findings] == ["shortfall"] * 3  # what her mother did not do is none
    assert [asked.addressees for asked in review.recommendations] == [["health"]]
    assert [action.status for action in review.actions] == ["complete-evidence-awaited"]


def test_who_signs_the_letter_is_kept_nowhere(tmp_path: Path) -> None:
    assert "Petra" not in read(tmp_path, LETTER).model_dump_json()


def test_a_text_that_brings_in_no_child_or_only_an_example_is_left_as_it_was(tmp_path: Path) -> None:
    example = LETTER.replace("We reviewed the death of", "For example, imagine a review of")
    assert read(tmp_path, example).reviews == []
    assert read(tmp_path, LETTER.replace("a four-month-old girl who", "a man who")).reviews == []


def test_a_text_with_headings_is_read_by_them(tmp_path: Path) -> None:
    headed = LETTER.replace("We ask health", "Recommendations\n\nWe ask health")
    assert read(tmp_path, headed).reviews == []
