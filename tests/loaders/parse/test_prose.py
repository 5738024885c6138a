"""A letter in running prose, without headings: cases, learning, requests and work by what its sentences say."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.records import DocumentRecord
from loaders.extract import extract
from loaders.formats.text.read import read_text
from loaders.parse.layout.saying import said_by
from loaders.parse.parse import parse

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


LETTER_OF_THREE = """Independent Scrutineer
Otterby Safeguarding Children Partnership

30 September 2031

Dear colleagues,

You asked me to look at what became of the learning from our local reviews.

May I start with the review of Child Elm, the boy of eleven weeks who died in 2030 from a head injury. The review found
that his father had been absent from every record. The new form has been in use since March. The message system was
signed off in July subject to a test; the test failed and has not been repeated.

I turn next to the sisters known as J and K, who were aged 9 and 12 when it came to light that they had been abused. The
rapid review concluded that a note had been filed without being read. Training has been agreed to by every agency.

Lastly, Year 9 pupil Corin, the subject of the review which you published in May. He was stabbed and survived. It
recommended that the council should track every move, and that the youth justice service should hold a single plan.

Yours sincerely,

Independent Scrutineer
"""


def test_a_letter_in_prose_turns_to_its_cases_by_name() -> None:
    record = parse(read_text(Path("letter.txt"), LETTER_OF_THREE.encode()))
    assert [review.name for review in record.reviews] == ["Child Elm", "J and K", "Corin"]
    elm, sisters, corin = record.reviews
    assert [action.status.startswith("complete") for action in elm.actions] == [True, False]
    assert ["filed without being read" in finding.text for finding in sisters.findings] == [True]
    assert not any(action.status.startswith("complete") for action in sisters.actions)
    asked = [recommendation.text for recommendation in [*corin.recommendations, *record.recommendations]]
    assert [text.split()[1] for text in asked] == ["council", "youth"]


LETTER_WITH_REQUESTS = """Independent Scrutineer
Otterby Safeguarding Children Partnership

30 September 2032

Dear colleagues,

Robin died by suicide in May 2031, aged fifteen. The reviewer's main concern was that the hospital and the school had
never compared what each of them had been told. She also said that nobody had rung his father.

The review recommended that the Council keep one plan for each pupil who is off sick. I should perhaps say
that I asked to see it.

The second is the rapid review of the two-year-old girl who swallowed methadone at home (RR 4/31). The hospital did not
tell social workers until the Monday.

Now to the files. I read thirty of them. Supervision was missing from most.

I would ask that you do the following by May:

(a) that the Trust writes to every school about its new line;
(b) that the Council tells me how many plans there are.

Please do ring me if any of this is unclear.

Yours sincerely,

Independent Scrutineer
"""


def test_a_letter_may_list_what_it_asks_for_below_what_it_tells() -> None:
    record = parse(read_text(Path("letter.txt"), LETTER_WITH_REQUESTS.encode()))
    assert [review.name or review.ref for review in record.reviews] == ["Robin", "RR 4/31"]
    robin, girl = record.reviews
    assert [finding.text.split()[0] for finding in robin.findings] == ["The", "She"]
    assert [asked.text for asked in robin.recommendations] == [
        "The review recommended that the Council keep one plan for each pupil who is off sick."
    ]
    assert ["did not tell social workers" in finding.text for finding in girl.findings] == [True]
    assert [asked.ref for asked in record.recommendations] == ["a", "b"]
    assert not record.actions


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("I ask you to make sure that each school has a copy by May.", "asked"),
        ("We expect you to reply to both by the end of March.", "asked"),
        ("The review recommended that the Council keep one plan for each pupil.", "asked"),
        ("You know of Robin by now, as I expect you would.", None),
        ("The reviewer's main concern was that nobody had rung the school.", "learning"),
    ],
)
def test_what_a_sentence_of_prose_is_by_its_own_words(sentence: str, said: str | None) -> None:
    assert said_by(sentence) == said
