"""Case labels in the spellings of the field (T14), labels before abbreviations (T19), and what is no label."""

from __future__ import annotations

import pytest

from loaders.blocks import Block, BlockKind
from loaders.parse.cases.headings import case_label
from loaders.parse.cases.labelled import labelled_item
from loaders.parse.cases.naming import kind_of


@pytest.mark.parametrize(
    ("heading", "kind", "ref", "name"),
    [
        ("RR 7/19", "rapid-review", "RR 7/19", None),
        ("RR 07/19", "rapid-review", "RR 07/19", None),
        ("Rapid Review 3 of 2021", "rapid-review", "3 of 2021", None),
        ("QT Rapid Review", "rapid-review", None, "QT"),
        ("LA Rapid Review", "rapid-review", None, "LA"),
        ("BC & DE Rapid Review", "rapid-review", None, "BC & DE"),
        ('LCSPR KN21 "Fay"', "lcspr", "LCSPR KN21", "Fay"),
        ("LCSPPR - Wren", "lcspr", None, "Wren"),
        ("LSCPR: 'Wren'", "lcspr", None, "Wren"),
        ("Local Child Safeguarding Practice Review: Child R", "lcspr", None, "Child R"),
        ("The Wren LCSPR", "lcspr", None, "Wren"),
        ("Heron Learning Review", "learning-review", None, "Heron"),
        ("SCR Family T", "scr", None, "Family T"),
        ("Serious Case Review in respect of Child Q4 and Sibling Q5", "scr", "Q4", "Child Q4 and Sibling Q5"),
        ("Family T (Learning Review)", "learning-review", None, "Family T"),
        ("Child KZ (Category: Fatal)", "other", None, "Child KZ"),
        ("Baby W and Child X", "other", None, "Baby W and Child X"),
    ],
)
def test_labels(heading: str, kind: str, ref: str | None, name: str | None) -> None:
    label = case_label(heading)
    assert label is not None
    assert (label.kind, label.ref, label.name) == (kind, ref, name)
    assert label.printed == heading


@pytest.mark.parametrize(
    "heading",
    [
        "Rapid Reviews",
        "LCSPR Updates",
        "Rapid Review process",
        "Learning from Child Safeguarding Practice Reviews",
        "Local Child Safeguarding Practice Reviews (LCSPR's)",
        "CASE REVIEWS - Local Child Safeguarding Practice Review",
        "CASE REVIEWS - Audit",
        "Feedback received from the Child Safeguarding Practice Review Panel",
        "Audit findings",
        "Child in Need",
        "Children in Hospital",
        "Case study",
        "Child and Family",
        "Safeguarding Children Partnership",
        "Child Safeguarding Practice Review 2021",
        "JM:",
    ],
)
def test_headings_that_are_no_case(heading: str) -> None:
    assert case_label(heading) is None


def test_bare_initials_are_a_label_only_where_cases_are_listed() -> None:
    label = case_label("KV:", among_cases=True, kind="lcspr")
    assert label is not None
    assert (label.name, label.kind) == ("KV", "lcspr")


@pytest.mark.parametrize(
    ("heading", "test"),
    [
        ("Independent Deep Dive", "deep-dive"),
        ("Multi-Agency Audit - Follow-up from Deep Dive", "audit"),
        ("Dip sample: step down", "dip-sample"),
    ],
)
def test_tests_of_practice(heading: str, test: str) -> None:
    label = case_label(heading)
    assert label is not None
    assert (label.kind, label.test) == ("audit", test)


def test_an_item_may_open_a_case() -> None:
    label, rest = labelled_item(
        Block(BlockKind.BULLET, "Child Oak (fatal) The rapid review was held.", bold=("Child Oak (fatal)",))
    )
    assert label is not None
    assert (label.name, label.kind, rest) == ("Child Oak", "rapid-review", "The rapid review was held.")
    assert labelled_item(Block(BlockKind.BULLET, "Two reviews were held."))[0] is None


def test_the_kind_named_first_counts() -> None:
    assert kind_of("The rapid review led to a LCSPR") == "rapid-review"
    assert kind_of("nothing of the kind") is None


def test_a_practice_review_that_was_not_needed_leaves_the_rapid_review() -> None:
    said = "Child QR (Category: Non-fatal) The partners decided that a LCSPR was not needed."
    label, _ = labelled_item(Block(BlockKind.BULLET, said, bold=("Child QR (Category: Non-fatal)",)))
    assert label is not None
    assert label.kind == "rapid-review"


@pytest.mark.parametrize("heading", ["Review FM1/22", "Case ref: FM1/22", "FM1/22"])
def test_a_dated_code_is_a_case_whatever_word_stands_before_it(heading: str) -> None:
    label = case_label(heading)
    assert label is not None
    assert label.ref == "FM1/22"


@pytest.mark.parametrize(
    "heading",
    [
        *(f"Serious Case Review {word}" for word in ("Practitioner Briefing", "Response", "Chronology", "Archive")),
        *(f"Rapid Review {word}" for word in ("Decision", "Slides", "Feedback", "Notifications", "Impact")),
        *(f"{word} Serious Case Review" for word in ("Family", "Children", "Adolescent", "Fathers")),
        "LCSPR",
        "LCSPR Summary",
    ],
)
def test_an_everyday_word_beside_a_kind_of_review_names_no_child(heading: str) -> None:
    label = case_label(heading)
    assert label is None or (label.name is None and label.ref is None)


@pytest.mark.parametrize("name", ["Wren", "Hope", "Amber", "Summer", "Miles", "Ross", "Prudence", "Clement", "Alvah"])
def test_a_name_stays_a_name(name: str) -> None:
    label = case_label(f"Serious Case Review: {name}")
    assert label is not None
    assert label.name == name


@pytest.mark.parametrize(
    ("heading", "kind", "name"),
    [
        ("Local Safeguarding Child Practice Review - Child W", "lcspr", "Child W"),
        ("Significant Incident Learning Process: Family W", "learning-review", "Family W"),
        ("SERIOUS CASE REVIEW in respect of BABY W", "scr", "Baby W"),
        ("Baby Girl W", "other", "Baby Girl W"),
        ("Child W and her siblings", "other", "Child W"),
    ],
)
def test_more_ways_to_head_a_case(heading: str, kind: str, name: str) -> None:
    label = case_label(heading)
    assert label is not None
    assert (label.kind, label.name) == (kind, name)


@pytest.mark.parametrize(
    ("heading", "kind", "ref", "name"),
    [
        ("SCR 2019 (Innes)", "scr", None, "Innes"),
        ("Revisiting SCR 2019 (Innes)", "scr", None, "Innes"),
        ("Rapid Review 3/24 (Jory)", "rapid-review", "3/24", "Jory"),
        ("LCSPR (Child K)", "lcspr", None, "Child K"),
        ("LR 23/02 – P and Q", "learning-review", "LR 23/02", "P and Q"),
        ("RR 5/23 – K, L and M", "rapid-review", "RR 5/23", "K, L and M"),
    ],
)
def test_names_in_brackets_and_letters_behind_a_number(heading: str, kind: str, ref: str | None, name: str) -> None:
    label = case_label(heading)
    assert label is not None
    assert (label.kind, label.ref, label.name) == (kind, ref, name)


@pytest.mark.parametrize("heading", ["A Rapid Review", "Rapid Review (Summary)", "LCSPR (2023)"])
def test_an_article_a_paper_or_a_year_is_no_name(heading: str) -> None:
    assert case_label(heading) is None
