"""Cases told in a sentence of a theme open; a column about audits, a group that holds reviews and a theme are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.records import DocumentRecord
from loaders.formats.text.read import read_text
from loaders.parse.cases.headings import case_label
from loaders.parse.parse import parse
from loaders.trackers.reviews import label_of


def read(text: str) -> DocumentRecord:
    return parse(read_text(Path("paper.md"), text.encode()))


def themes(title: str, first: str, second: str) -> DocumentRecord:
    return read(
        f"# {title}\n\n## Theme 1: Fathers\n\nFathers were not seen. {first}\n\n- Fathers should be asked about.\n\n"
        f"## Theme 2: Neglect\n\nNeglect was not named. {second}\n\n- Babies must be weighed.\n"
    )


@pytest.mark.parametrize(
    ("sentence", "child"),
    [
        ("Child G, aged two, was killed by his mother's partner.", ("Child G", 24, "male", "died")),
        ("Child P (15) took her own life after two hospitals closed her case.", ("Child P", 180, "female", "died")),
        ("Baby T was ten weeks old when she was admitted with a fracture.", ("Baby T", 2.3, "female", "serious-harm")),
        ("The review of Baby U, a boy of five weeks, who died, found mould.", ("Baby U", 1.1, "male", "died")),
        ("Ifan, a boy of nine, was seriously injured; nobody asked him.", ("Ifan", 108, "male", "serious-harm")),
    ],
)
def test_a_child_told_in_a_theme_opens_a_case_with_its_facts(sentence: str, child: tuple[str, float, str, str]) -> None:
    record = themes("What eight reviews tell us", sentence, "Plans were long.")
    (case,) = record.reviews
    (told,) = case.children
    assert (told.name, round(told.age_months or 0, 1), told.sex, told.outcome) == child


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        ("What eight reviews tell us", "Child G was not seen by the school."),  # no age and no harm
        ("What eight reviews tell us", "Another area published a review of Child G, aged two, who died."),
        ("What eight reviews tell us", "Imagine Child G, aged two, who has died."),
        ("Guidance on fathers", "Child G, aged two, died."),  # no paper of reviews
        ("What eight reviews tell us", "Children aged two have died."),
        ("What eight reviews tell us", "In the north of Ashmere, a boy of nine was seriously injured."),
        ("What eight reviews tell us", "Meantime, a boy of nine was seriously injured."),
    ],
)
def test_what_only_mentions_a_child_opens_none(title: str, sentence: str) -> None:
    assert themes(title, sentence, "Plans were long.").reviews == []


def test_a_theme_that_opens_with_a_child_is_no_case_and_its_child_is() -> None:
    record = themes(
        "What eight reviews tell us",
        "Child G, aged two, was killed by his mother's partner.",
        "In the case of Child C, a girl of 11 months, who died, nobody had weighed her.",
    )
    assert {case.name for case in record.reviews} == {"Child G", "Child C"}


@pytest.mark.parametrize("column", ["Audit corner", "Audit round-up", "Our audit update", "The audit in numbers"])
def test_a_column_about_audits_is_no_audit(column: str) -> None:
    assert case_label(column) is None
    named = case_label(f"Multi-agency audit of neglect: {column.split()[-1]}")
    assert named is not None
    assert named.test == "audit"


@pytest.mark.parametrize("title", ["Ashmere SCP – Case Review Group log", "Learning review sub-group: actions"])
def test_a_group_that_holds_reviews_is_no_review(title: str) -> None:
    assert label_of(title) is None
    assert label_of("Case Review Group – LCSPR Juniper") is not None
