"""Sentences of running prose: praise, blame or neither; and how often that is right on published reports."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from graph.text import digest, key
from loaders.coding.polarity import polarity_of
from loaders.coding.prose import prose_polarity

LABELS = Path(__file__).with_name("polarity_labels.yaml")


@pytest.mark.parametrize(
    ("sentence", "polarity"),
    [
        ("Assessments are timely and thorough.", "good-practice"),
        ("The rapid review found that nobody had asked who lived in the house.", "shortfall"),
        ("It was found that no professional had seen the bedroom.", "shortfall"),
        ("A rapid review was held and nobody was charged.", "not-stated"),
        ("Thresholds are well understood by partners.", "good-practice"),
        ("There has been a significant improvement in how the board is run.", "good-practice"),
        ("Referrals are dealt with without delay.", "good-practice"),
        ("Parents benefit from a skilled helpline.", "good-practice"),
        ("Visits are not always recorded.", "shortfall"),
        ("Nurses do not consistently see the younger siblings.", "shortfall"),
        ("Too few plans name a date.", "shortfall"),
        ("Some children wait too long for an assessment.", "shortfall"),
        ("Engaging landlords remains a challenge.", "shortfall"),
        ("The front door requires improvement.", "shortfall"),
        ("Oversight of the panel is limited.", "shortfall"),
        ("There is no joint audit of these cases.", "shortfall"),
        ("Plans are less effective for older children.", "shortfall"),
        ("Plans are not well understood.", "shortfall"),
        ("The team should meet the school.", "shortfall"),
        ("High caseloads in the duty team persist.", "barrier"),
        ("The service is part of the county council.", "not-stated"),
        ("Inspectors met 14 members of staff.", "not-stated"),
        ("There were 43 children on a plan in June.", "not-stated"),
        ("If families decline, they are telephoned.", "not-stated"),
        ("The aim is to improve the quality of plans.", "not-stated"),
        ("The board will write a clear plan.", "not-stated"),
        ("Good", "not-stated"),
    ],
)
def test_one_sentence(sentence: str, polarity: str) -> None:
    assert prose_polarity(sentence) == polarity


@pytest.mark.parametrize(
    ("sentence", "polarity"),
    [
        ("Visits are regular, but their records lack detail.", "shortfall"),
        ("Records lack detail, but they have improved.", "good-practice"),
        ("Although records lack detail, visits are timely.", "good-practice"),
        ("While visits are timely, records lack detail.", "shortfall"),
        ("Visits are timely, although some records lack detail.", "shortfall"),
        ("However, this is the work of one clerk.", "shortfall"),
        ("However, the records have improved.", "good-practice"),
        ("Despite some weak records, visits are timely.", "good-practice"),
        ("When parents do not attend, nurses promptly ring them.", "good-practice"),
        ("Children who are not in school are well supported.", "good-practice"),
        ("Managers tackle delay and drift robustly.", "good-practice"),
        ("Not only are visits timely, but records are thorough.", "good-practice"),
        ("Visits are timely. Records are weak.", "shortfall"),
    ],
)
def test_the_deciding_clause(sentence: str, polarity: str) -> None:
    assert prose_polarity(sentence) == polarity


def test_sections_of_prose_are_judged_by_the_sentence_and_lists_by_the_entry() -> None:
    said = "The pathway ensures that nurses are told."
    assert polarity_of(said, "inspection-judgement") == "good-practice"
    assert polarity_of("Ensure that nurses are told", "learning") == "shortfall"
    assert polarity_of("No oversight of weak plans was seen.", "inspection-judgement") == "shortfall"


def test_what_agencies_must_do_is_not_yet_done_well() -> None:
    assert prose_polarity("All services must share what they know to identify, help and protect children.") != (
        "good-practice"
    )


@pytest.mark.reviews
def test_right_on_published_reports(reviews: Path) -> None:
    from tests.published import extracted

    read = [extracted(path) for path in sorted((reviews / "pdf").glob("*.pdf"))]
    told = {digest(key(f.text)): f.polarity for r in read for one in (r, *r.reviews) for f in one.findings}
    labels = yaml.safe_load(LABELS.read_text("utf-8"))
    for part, least, at_least in (("tuned", 250, 0.9), ("held-out", 45, 0.85)):
        known = {h: label for label, rows in labels[part].items() for row in rows for h in row if h in told}
        assert len(known) >= least, "the reader now cuts sentences differently: label anew"
        right = sum(told[h] == label for h, label in known.items())
        assert right / len(known) >= at_least, part
        hidden = [h for h, label in known.items() if label == "shortfall" and told[h] == "good-practice"]
        assert len(hidden) <= 0.05 * len(known), "a shortfall told as good practice is the worse mistake"
