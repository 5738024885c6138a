"""Themes that the words of a learning point make likely, beside those that a cue names."""

from __future__ import annotations

from pathlib import Path

from graph.codebook import load
from loaders.coding.theme_words import _table, themes_by_words
from loaders.coding.wording import words_of
from loaders.formats.text.read import read_text
from loaders.parse.parse import parse

APART = "Every agency held one part of her history and none of them knew what the others had been told."
STEPFATHER = "Workers never met the man who had moved in, and his name was in no record."


def test_what_no_cue_names_is_found_by_its_words_with_the_word_that_says_most() -> None:
    found = {coding.id: coding for coding in themes_by_words(APART, (), "shortfall")}
    assert "information-sharing" in found
    told = found["information-sharing"]
    assert told.rule == "information-sharing/words"
    assert told.polarity == "shortfall"
    assert told.cue in APART
    assert words_of(told.cue) <= words_of(APART)


def test_what_is_known_is_not_given_again_and_what_was_absent_is_about_nothing() -> None:
    assert "information-sharing" not in {c.id for c in themes_by_words(APART, ("information-sharing",), "shortfall")}
    assert themes_by_words(APART, (), "absent") == []


def test_a_bare_topic_is_left_to_the_cues() -> None:
    assert themes_by_words("Missing from school", (), "not-stated") == []


def test_every_theme_that_words_know_is_in_the_codebook() -> None:
    assert set(_table()[""]) <= set(load().concepts)


def test_a_learning_point_that_is_read_has_the_themes_of_its_words() -> None:
    text = f"# Rapid Review 4/31\n\nWren was four when she was hurt.\n\n## What we found\n\n- {STEPFATHER}\n"
    (review,) = parse(read_text(Path("review.md"), text.encode())).reviews
    (finding,) = review.findings
    assert {"hidden-adults"} <= {coding.id for coding in finding.themes}
