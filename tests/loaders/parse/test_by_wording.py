"""Sentences taken by their words alone: where no heading and no rule says what they are, and what is left alone."""

from __future__ import annotations

from pathlib import Path

from graph.check.doubtful import WORDING, doubtful
from graph.records import DocumentRecord, Stated
from loaders.formats.text.read import read_text
from loaders.parse.parse import parse

STORY = """# Rapid Review 4/31: learning briefing

## Background

Wren was four when she was hurt. Her family had moved to the town in 2030. Her grandmother had never liked the flat. The
school had three worries about her, and each was kept in a different book, so that nobody saw them together.

## A wet Tuesday

The nurse did not know that the school had seen a bruise, and its report was not shared with her. The office is closed.

## Findings

- Records were kept in three places.
"""


def _read(text: str) -> DocumentRecord:
    return parse(read_text(Path("briefing.md"), text.encode()))


def _by_wording(record: DocumentRecord) -> list[str]:
    homes = [record, *record.reviews]
    items: list[Stated] = [one for h in homes for one in (*h.findings, *h.recommendations, *h.actions)]
    return [one.text for one in items if one.by_wording]


def test_what_went_wrong_is_taken_from_a_story_and_from_under_an_unknown_heading() -> None:
    record = _read(STORY)
    shared, asked = _by_wording(record)
    assert shared.startswith("The school had three worries")
    assert asked.startswith("The nurse did not know")
    told = " ".join(one.text for review in record.reviews for one in review.context)
    assert "three worries" in told, "the story stays whole"


def test_what_is_taken_so_waits_for_a_person() -> None:
    record = _read(STORY)
    assert {one.text for one in doubtful(record) if WORDING in one.reason} == set(_by_wording(record))
    (listed,) = (one for review in record.reviews for one in review.findings if not one.by_wording)
    assert listed.text == "Records were kept in three places."


def test_what_the_makers_of_records_refuse_stays_refused() -> None:
    text = STORY.replace("shared with her.", "shared with her. Why did nobody know who had seen her?")
    assert len(_by_wording(_read(text))) == 2


def test_what_a_rule_has_taken_is_not_taken_again() -> None:
    text = STORY.replace("The office is closed", "The visits were made over the telephone. The office is closed")
    text = text.replace("- Records were kept in three places.", "The nurse did not know that the school was worried.")
    texts = [one.text for review in _read(text).reviews for one in review.findings]
    assert len(texts) == len(set(texts)) == 3
    assert "The nurse did not know that the school was worried." in texts


def test_work_taken_by_its_words_is_only_done_where_they_say_so() -> None:
    head = "# Learning from Child A: what came of it\n\n## Odds and ends\n\n"
    text = (
        head + "The card for new parents is with the printers. The new rota has been in use since May in all teams.\n"
    )
    record = _read(text)
    actions = [one for home in (record, *record.reviews) for one in home.actions]
    assert not [one for one in actions if "printers" in one.text and one.status.startswith("complete")]


def test_praise_and_blame_that_no_rule_knows_are_told_by_words_and_topics_stay_not_stated() -> None:
    points = ("Each agency held a part of what was known and had its own record", "Fathers")
    listed = "\n".join(f"- {point}" for point in points)
    record = _read(STORY.replace("- Records were kept in three places.", listed))
    told = {one.text: one for review in record.reviews for one in review.findings}
    assert (told[points[0]].polarity, told[points[0]].judged_by) == ("shortfall", "wording")
    assert (told[points[1]].polarity, told[points[1]].judged_by) == ("not-stated", "words")


def test_a_definition_is_no_learning() -> None:
    text = STORY.replace("The office is closed", "“Met in part” means there was a plan but nobody knew it. The office")
    assert len(_by_wording(_read(text))) == 2


def test_what_would_have_been_is_no_action() -> None:
    text = STORY.replace("The office is closed", "A check of the register would have shown both. The office is closed")
    record = _read(text)
    assert not [one for home in (record, *record.reviews) for one in home.actions]
