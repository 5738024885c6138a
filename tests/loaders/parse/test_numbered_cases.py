"""Cases told under a number alone; a box of that name without a child is none, and a number joins nothing."""

from __future__ import annotations

from pathlib import Path

from graph import model
from graph.codebook import load
from graph.derive import build
from graph.records import DocumentRecord
from loaders.formats.text.read import read_text
from loaders.parse.parse import parse

TOP = "Otterby Safeguarding Children Partnership\nLearning from reviews 2024\n\n"
ONE = "Case 1\nA four-month-old boy was found unresponsive on a sofa.\nLearning\n- Fathers were not asked.\n"
TWO = "\nCase two\nTwin girls, aged 3, were removed after neglect.\nLearning\n- Missed visits were not followed up.\n"


def read(text: str, name: str = "a.txt") -> DocumentRecord:
    return parse(read_text(Path(name), (TOP + text).encode()))


def test_two_numbers_with_a_child_each_are_two_cases() -> None:
    record = read(ONE + TWO)
    ages = [[child.age_months for child in review.children] for review in record.reviews]
    assert ages == [[4.0], [36.0, 36.0]]
    assert [len(review.findings) for review in record.reviews] == [1, 1]
    assert [(review.ref, review.name) for review in record.reviews] == [(None, None)] * 2


def test_one_number_alone_or_a_box_without_a_child_opens_no_case() -> None:
    assert read(ONE).reviews == []
    boxes = "Case study 1\nA service set up a drop-in for staff.\n\nCase study 2\nThe hub moved to a new building.\n"
    assert read(boxes).reviews == []


def test_numbers_of_two_documents_are_not_the_same_case() -> None:
    graph = build([read(ONE + TWO), read(ONE.replace("four", "nine") + TWO, "b.txt")], load())
    assert len({case.canonical for case in graph.all(model.Case)}) == 4
