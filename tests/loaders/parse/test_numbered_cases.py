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


PLAN = """
## What partners are doing

| Review | What | Who | Where we are |
|---|---|---|---|
| 1 | Ask about fathers at each visit | Health | In place since May 2024 |
| 2 | Write to schools about missed visits | Council | Not yet started |
| 3 | Check who stays in the home | Police | Under way |
"""
DIGEST = """# Rapid review learning digest

Otterby Safeguarding Children Partnership

## The three reviews

### Review 1
A boy aged four was found unresponsive on a sofa.
#### Good work
The ambulance crew asked about his sister as well.

### Review 2
A girl aged 12 was harmed by a relative.

### Review 3
They had lived with a foster carer for a year.
"""


def test_a_plan_of_the_same_document_names_cases_by_their_numbers() -> None:
    record = parse(read_text(Path("digest.md"), (DIGEST + PLAN).encode()))
    told = [(review.quote, [child.age for child in review.children], len(review.actions)) for review in record.reviews]
    assert told == [("Review 1", ["four"], 1), ("Review 2", ["12"], 1), ("Review 3", [], 1)]
    assert [finding.polarity for finding in record.reviews[0].findings] == ["good-practice"]


def test_numbers_in_the_plans_of_two_documents_join_nothing() -> None:
    texts = [DIGEST + PLAN, DIGEST.replace("four", "nine") + PLAN]
    records = [parse(read_text(Path(f"{at}.md"), text.encode())) for at, text in enumerate(texts)]
    assert len({case.canonical for case in build(records, load()).all(model.Case)}) == 6
