"""A sheet of recommendations: what was learned and whose story it is, what is asked, and rows closed as other work."""

from __future__ import annotations

from pathlib import Path

from loaders.formats.csv import read_csv
from loaders.trackers.parse import parse_tracker

SHEET = """Review,What was learned,Recommendation,Lead,BRAG,Update
Child Q (LCSPR 2030),"Child Q, a boy of 4, died when a chest of drawers fell on him; nobody had looked at the flat.",\
The council should fix furniture to walls.,Housing,Blue,Fixed in 200 flats by May 2030.
Child Q (LCSPR 2030),Neighbours had worried and did not know whom to tell.,Posters to be put up in each block.,\
Housing,Blue,Merged into action 7 of the housing plan.
"""


def test_a_sheet_of_recommendations_tells_learning_a_child_and_what_is_asked() -> None:
    record = parse_tracker(read_csv(Path("sheet.csv"), SHEET.encode()))
    (review,) = record.reviews
    assert [finding.text[:18] for finding in review.findings] == ["Child Q, a boy of ", "Neighbours had wor"]
    assert [finding.polarity for finding in review.findings] == ["shortfall", "shortfall"]
    assert [(child.sex, child.outcome) for child in review.children] == [("male", "died")]
    assert [asked.text for asked in review.recommendations] == [
        "The council should fix furniture to walls.",
        "Posters to be put up in each block.",
    ]
    assert [asked.text for asked in review.recommendations] == [action.text for action in review.actions]
    assert [action.status for action in review.actions] == ["complete-evidence-awaited", "superseded"]
    assert all(
        finding.quote in SHEET and action.quote in SHEET
        for finding, action in zip(review.findings, review.actions, strict=True)
    )
