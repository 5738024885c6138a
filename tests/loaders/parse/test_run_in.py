"""Reports that tell cases under words in bold, learning in the stories of cases, and pages that link to their parts."""

from __future__ import annotations

from pathlib import Path

from graph.records import DocumentRecord
from loaders.coding import code
from loaders.formats.text.read import read_text
from loaders.parse.items.status import stand_of
from loaders.parse.parse import parse


def read(text: str) -> DocumentRecord:
    return parse(read_text(Path("report.md"), text.encode()))


ROWAN = (
    "**Rowan’s review** came out in May. Rowan, who is 13, was sexually abused by a family friend over two years. "
    "Two strategy discussions were held without health. Nobody asked her what she wanted."
)
BABY = (
    "**RR 4/31 (Baby K)** is like it. He was 10 weeks old, and had bruises to one ear. "
    "The registrar who saw him did not know that he had been seen the day before."
)
IN_BOLD = f"""# Report of the Independent Scrutineer

## Is learning used?

I read eleven actions that were said to be done.

{ROWAN}

{BABY}

**Partners** have told me that they read both reports, and I have no reason to doubt that they did so with care.

## The front door

I sat with the team for two days.
"""


def test_words_in_bold_that_begin_a_sentence_open_a_case() -> None:
    record = read(IN_BOLD)
    rowan, baby = record.reviews
    assert (rowan.name, [child.age for child in rowan.children]) == ("Rowan", ["13"])
    assert (baby.ref, [child.age for child in baby.children]) == ("RR 4/31", ["10 weeks"])


def test_a_story_tells_what_workers_did_not_do_without_a_word_of_learning() -> None:
    rowan, baby = read(IN_BOLD).reviews
    assert [finding.text for finding in rowan.findings][:1] == ["Two strategy discussions were held without health."]
    assert [finding.polarity for finding in baby.findings] == ["shortfall"]


def test_a_heading_that_says_there_is_learning_gives_what_stands_below_no_topic() -> None:
    text = "The ward did not ask who lived in the home."
    assert [theme.id for theme in code(text, heading="Does learning from reviews last?")] == [
        theme.id for theme in code(text)
    ]


def test_of_one_name_in_bold_only_what_is_told_of_the_child_opens_a_case() -> None:
    told = read(IN_BOLD.replace("RR 4/31 (Baby K)", "It")).reviews
    assert [review.name for review in told] == ["Rowan"], "the child is known by what is told of her, not by the bold"


def test_a_number_and_a_name_are_one_label() -> None:
    text = """# Yearly report of the safeguarding board

## Reviews that reported

Practice review 1/31 – Rowan. Rowan was six weeks old when she died in a caravan. Nobody asked to see where she slept.

Practice review 2/31 – Bryn. Bryn was fourteen when he was injured by a car. His school did not know where he lived.
"""
    assert [(review.ref, review.children[0].name, review.children[0].age) for review in read(text).reviews] == [
        ("1/31", "Rowan", "six weeks"),
        ("2/31", "Bryn", "fourteen"),
    ]


def test_links_to_the_parts_of_a_page_open_nothing() -> None:
    record = read("""# Learning briefing: Rowan

- What happened
- What we can learn
- What went well

## What happened

Rowan was 15 when he was stabbed in the park and died.

## What we can learn

The ward sent a notification to social care but no strategy discussion took place.

## What went well

- A teacher kept a chair for him.
""")
    (review,) = record.reviews
    assert [finding.polarity for finding in review.findings] == ["shortfall", "good-practice"]


def test_what_was_asked_last_year_stands_apart_from_what_became_of_it() -> None:
    record = read("""# Report of the Independent Scrutineer

## What I asked for last year

1. That the plan be cut to three pages. It is three pages now.
2. Fathers to be counted. Nothing has been done that I can find.

## What I ask of the partners now

Neither costs money. The police should settle on one delegate. I should like the council to print its figures.
""")
    assert [asked.text for asked in record.recommendations] == [
        "That the plan be cut to three pages.",
        "Fathers to be counted.",
        "The police should settle on one delegate.",
        "I should like the council to print its figures.",
    ]
    assert [action.text for action in record.actions] == [
        "It is three pages now.",
        "Nothing has been done that I can find.",
    ]


def test_a_paragraph_of_work_may_begin_with_what_was_asked() -> None:
    record = read("""# Learning briefing

## What we are doing about it

The trust should have a youth worker on every ward. That began in May.

The form now has a box that must be filled in. It is used everywhere.
""")
    assert [asked.text for asked in record.recommendations] == ["The trust should have a youth worker on every ward."]
    assert "That began in May." in [action.text for action in record.actions]


def test_what_somebody_has_undertaken_to_do_is_not_done() -> None:
    assert stand_of("The service has undertaken to test its numbers every quarter.").status == "not-started"
    assert stand_of("The service has undertaken an audit.").status == "complete-evidence-awaited"
