"""By what means an action works: what its own words name first."""

from __future__ import annotations

import pytest

from graph import model
from graph.derive import build
from graph.derive.means import means
from tests.graph.made import CODEBOOK, action, record


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Reminded all staff of the escalation procedure", "remind or brief"),
        ("A newsletter told staff what was learnt", "remind or brief"),
        ("Training on the new procedure was delivered to 80 staff", "train"),
        ("The bruising procedure was reviewed", "revise a procedure"),
        ("A checklist for step-down meetings is in use", "tool or checklist"),
        ("A dip sample of twenty files will be done", "audit or assure"),
        ("Recruited a worker for fathers", "change process, role or commissioning"),
        ("The case management system now flags missed visits", "change of the system"),
        ("Partners met", None),
    ],
)
def test_means(text: str, name: str | None) -> None:
    assert means(text) == name


def test_means_is_a_property_of_actions_and_only_where_named() -> None:
    graph = build([record("d.txt", actions=[action("Trained all staff"), action("Partners met")])], CODEBOOK)
    assert {a.text: a.means for a in graph.all(model.Action)} == {"Trained all staff": "train", "Partners met": None}
