"""Good practice in stories, which are otherwise left as they are."""

from __future__ import annotations

from pathlib import Path

from graph.records import DocumentRecord
from loaders.formats.text.read import read_text
from loaders.parse.parse import parse

DIGEST = """# Learning from reviews, 2031

## Rapid Review 4/31

Robin was three when he was badly burned in May 2030. He lived with his mother and two sisters. His nursery worker kept
a diary of how he was and rang the health visitor every week. She went back on a Sunday. His mother rang his father
every week.

## What the policy says

Every worker should visit each week and keep a diary.
"""


def _read(text: str) -> DocumentRecord:
    return parse(read_text(Path("digest.md"), text.encode()))


def test_a_deed_beyond_the_job_is_good_practice_in_a_story() -> None:
    record = _read(DIGEST)
    told = [(f.text, f.polarity) for review in record.reviews for f in review.findings]
    assert told == [
        ("His nursery worker kept a diary of how he was and rang the health visitor every week.", "good-practice"),
        ("She went back on a Sunday.", "good-practice"),
    ]
    assert not record.findings
    assert any("kept a diary" in stated.text for stated in record.reviews[0].context), "the story stays whole"


def test_what_was_looked_for_and_not_there_is_told_wherever_it_stands() -> None:
    text = DIGEST + "\n## Rapid Review 5/31\n\nKit was two when he died. He lived with his aunt. "
    text += "The panel considered whether he had been turned away by any clinic and found nothing to suggest it.\n"
    (_, review) = _read(text).reviews
    assert [(f.text.split()[1], f.polarity) for f in review.findings] == [("panel", "absent")]


def test_a_long_paragraph_of_learning_keeps_its_story_as_story() -> None:
    filler = (
        "They moved to a flat above the bakery in the spring and the children began at the school beside the river."
    )
    points = f"Nobody asked where the baby slept. {filler} {filler} {filler} The two clinics did not share their notes."
    text = f"# Learning review of Robin\n\n## Learning\n\n3.1 {points}\n\n3.2 {points}\n"
    record = parse(read_text(Path("report.txt"), text.encode()))
    told = [f.text for box in (record, *record.reviews) for f in box.findings]
    assert set(told) == {"Nobody asked where the baby slept.", "The two clinics did not share their notes."}
