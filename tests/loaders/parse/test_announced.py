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


CHAPTER = """# Chapter 5. Learning from reviews

## Otterby Safeguarding Children Partnership, Annual Report 2030/31

## 5.2 Child AD (practice review, published September 2030)

Child AD was an eleven-month-old boy who was scalded at home in October 2029.

**What the review told us.** The nursery was not asked for its view.

**What it recommended.** There were two recommendations. The hub should tell referrers. The council should check homes.

## 5.3 Saffron (practice review, published January 2031)

Saffron, as she has asked to be known, is now 17. She told a youth worker that she had been abused.

The review has focused on how agencies work together. She has since moved to another town.

**What the review told us.** Saffron was not listened to at school.

## 5.4 What we have done

- A standard reply to referrers was introduced in May.

## 5.5 What has not yet begun

- The training for schools has not been commissioned.
"""


def test_chapters_counted_on_behind_those_of_cases_are_of_none() -> None:
    record = parse(read_text(Path("chapter.md"), CHAPTER.encode()))
    assert [review.name for review in record.reviews] == ["Child AD", "Saffron"]
    assert [len(review.findings) for review in record.reviews] == [1, 1]
    assert [text.text.split()[1] for text in record.reviews[0].recommendations] == ["hub", "council"]
    assert [action.status.startswith("complete") for action in record.actions] == [True, False]
    assert all(not review.actions for review in record.reviews)


def test_what_stands_under_the_number_of_a_recommendation_in_a_response_was_done_about_it(tmp_path: Path) -> None:
    page = """<html><body><h1>Local Child Safeguarding Practice Review: Wren</h1>
<p>Wren was nine when she died.</p><h2>Recommendations</h2><ol><li>The trust should flag missed visits.</li></ol>
<h2>Our response</h2><h3>Recommendation 1</h3><p>An audit of 30 records was finished by July. Behind schedule</p>"""
    path = tmp_path / "wren.html"
    path.write_text(page, encoding="utf-8")
    (wren,) = extract(path).reviews
    assert [text.text for text in wren.recommendations] == ["The trust should flag missed visits."]
    assert [action.status for action in wren.actions] == ["overdue"]


@pytest.mark.parametrize("last", ["Learning from 22 reviews", "Domestic abuse 14, neglect 11 (of 22 reviews)"])
def test_a_document_may_end_in_a_heading_that_announces_cases(last: str) -> None:
    page = f"# Audit report\n\n## Findings\n\nPlans were late in two areas.\n\n## {last}\n"
    record = parse(read_text(Path("audit.md"), page.encode()))
    assert record.report.read == record.report.kept + len(record.report.rejected)
