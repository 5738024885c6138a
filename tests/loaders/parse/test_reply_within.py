"""A report that prints the partners' reply to it: a letter of prose, whose work is told as actions of the review."""

from __future__ import annotations

from pathlib import Path

from loaders.formats.text.read import read_text
from loaders.parse.parse import parse

REPORT = """# Child Orrin

# A Local Child Safeguarding Practice Review

Orrin was thirteen and had lived with a heart condition since he was nine. He died in May 2030.

# What I ask

1. The Trust should apply its policy to every child.

# The partners' reply

5.1 Dear Ms Penhale, Thank you for your report. We are sorry that we did not do better. The hospital rewrote its letter
in March 2031. A pilot ran until July and is on hold.

5.2 We will ask his grandfather to open the conference in June 2032.
"""


def test_a_reply_is_read_as_work_without_its_courtesies_and_the_article_names_no_child() -> None:
    (review,) = parse(read_text(Path("report.md"), REPORT.encode())).reviews
    assert review.name == "Child Orrin"
    assert [child.age for child in review.children] == ["thirteen"]
    assert len(review.recommendations) == 1
    assert [(one.text[:20], one.status) for one in review.actions] == [
        ("The hospital rewrote", "complete-evidence-awaited"),
        ("A pilot ran until Ju", "paused"),
        ("We will ask his gran", "not-started"),
    ]
    assert [one.leads for one in review.actions] == [[], [], []]
