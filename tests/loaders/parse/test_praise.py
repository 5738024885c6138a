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
