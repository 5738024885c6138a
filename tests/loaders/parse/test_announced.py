"""Cases that a heading announces and short lines open, in a newsletter that names no review by a number."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.records import DocumentRecord
from loaders.extract import extract
from loaders.formats.text.read import read_text
from loaders.parse.parse import parse

NEWS = """THE BEACON
Newsletter of the Otterby Safeguarding Children Partnership, issue 4, spring 2031

LEARNING FROM THREE FAMILIES

KV
KV, a girl of 5 months, was taken to hospital in May 2030 with a fractured arm. She now lives with an aunt.
Good to see: the nurse rang the family's health visitor at once.
What we learned: the discharge letter was not read by anybody.

Lena and Tom
Tom (15) took his life in June 2030. His sister Lena is 12. A review has begun. Nobody had asked him how he was.

The harbour cottage
Four children aged between 2 and 9 were removed from a house without water. Housing had closed its file too early.

WHAT HAPPENED TO LAST YEAR'S PROMISES?
* One form for all transfers. We were asked by the department to wait for its own, so we are waiting.
* Training for ferry staff. Done.
"""


def read(text: str = NEWS) -> DocumentRecord:
    return parse(read_text(Path("news.txt"), text.encode()))


def test_each_announced_line_opens_a_case_with_its_child_and_its_learning() -> None:
    reviews = read().reviews
    assert [review.name for review in reviews] == ["KV", "Lena and Tom", None]
    assert [child.age_months for child in reviews[0].children] == [5.0]
    assert {child.outcome for child in reviews[1].children if child.name == "Tom"} == {"died"}
    assert [finding.polarity for finding in reviews[0].findings] == ["good-practice", "shortfall"]
    assert [[finding.text for finding in review.findings] for review in reviews[1:]] == [
        ["Nobody had asked him how he was."],
        ["Housing had closed its file too early."],
    ]


def test_what_stands_behind_the_announced_part_is_of_no_case() -> None:
    record = read()
    assert all(not review.actions for review in record.reviews)
    assert [action.status for action in record.actions] == ["under-way", "complete-evidence-awaited"]


@pytest.mark.parametrize(
    "heading", ["LEARNING FROM FIVE FAMILIES", "NEWS FROM THE TEAM"], ids=["another count", "nothing announced"]
)
def test_a_line_is_believed_only_where_the_heading_announces_as_many(heading: str) -> None:
    told = "\n\nThe new office\nWe have moved. Come and see us.\n\nWHAT HAPPENED TO"
    text = NEWS.replace("LEARNING FROM THREE FAMILIES", heading).replace("\n\nWHAT HAPPENED TO", told)
    assert "The new office" not in [review.quote for review in read(text).reviews]


BROTHERS = """Otterby Safeguarding Children Partnership
Executive summary of the review known as "The Three Brothers" (LCSPR 2 of 2030)

Why there was a review
Omar, Ned and Cai lived with their mother. In May 2030 Ned, then aged 7, told a teacher that he was hit. All three
were examined: Omar (11) and Ned had old marks; Cai, who was two and a half, had a broken arm.

What the review concluded
Every contact was judged by itself.
"""


def test_the_brothers_whom_a_label_counts_each_have_their_own_age() -> None:
    (review,) = read(BROTHERS).reviews
    told = {child.name: (child.age_months, child.sex) for child in review.children}
    assert told == {"Omar": (132.0, "male"), "Ned": (84.0, "male"), "Cai": (30.0, "male")}


def test_what_a_page_or_a_grid_sets_apart(tmp_path: Path) -> None:
    """Lettered requests, a line in italics above its text, signs in cells, names alone as a title."""
    page = """<html><head><title>The Beacon – issue 3</title></head><body>
<p>The Beacon: newsletter of Otterby Safeguarding Children Partnership, issue 3, spring 2031</p>
<h2>Milo: a learning review</h2>
<p>Milo, who's three, was found alone on a road at night and neglected at home.</p>
<p><em>What got in the way</em><br>Letters were sent that his parents could not read. Calls were never put together.</p>
<p><em>What we liked</em><br>His nursery made a picture timetable for his mum.</p>
<h2>We said we would. Have we?</h2>
<table><tr><td>●</td><td>Easy-read letters are now standard in health visiting.</td></tr>
<tr><td>●</td><td>The supervision pilot was called off because nobody bid.</td></tr></table>
</body></html>"""
    path = tmp_path / "beacon.html"
    path.write_text(page, encoding="utf-8")
    record = extract(path)
    (milo,) = record.reviews
    assert milo.name == "Milo"
    assert [finding.polarity for finding in milo.findings] == ["shortfall", "shortfall", "good-practice"]
    acts = [*record.actions, *milo.actions]
    assert [action.status for action in acts] == ["complete-evidence-awaited", "cancelled"]
