"""Names of officials in running text: what is found, what is never taken for one. Figures are of invented sentences."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.sharing import LEFT_OUT, Texts, names_in

HERE = Path(__file__).parent
PSEUDONYMS = frozenset({"riley", "ash", "jean", "tom"})


def sentences(name: str) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
    return listed


def measured(name: str) -> tuple[float, float]:
    """Precision and recall of names over the sentences of a file."""
    right = found = wanted = 0
    for case in sentences(name):
        got, names = names_in(case["text"], PSEUDONYMS), set(case["names"])
        right, found, wanted = right + len(got & names), found + len(got), wanted + len(names)
    return right / found, right / wanted


@pytest.mark.parametrize(("name", "precision", "recall"), [("names.yaml", 0.97, 0.95), ("unseen.yaml", 0.95, 0.8)])
def test_names_of_officials_are_found_and_little_else(name: str, precision: float, recall: float) -> None:
    measured_precision, measured_recall = measured(name)
    assert measured_precision >= precision
    assert measured_recall >= recall


def test_a_name_given_away_once_is_left_out_everywhere() -> None:
    texts = Texts()
    texts.learn(["Lead reviewer: Conrad Oyelaran"])
    assert texts.text("Staff told Conrad Oyelaran that it helped.") == f"Staff told {LEFT_OUT} that it helped."
    assert texts.text("Conrad  Oyelaran") == LEFT_OUT


def test_roles_stay_and_names_go() -> None:
    assert Texts().text("Jane Doe, Independent Chair, said so.") == f"{LEFT_OUT}, Independent Chair, said so."
    assert Texts().text("Dr Patel attended.") == f"Dr {LEFT_OUT} attended."


def test_published_pseudonyms_and_bodies_are_never_left_out() -> None:
    texts = Texts(kept=frozenset({"elm thompson", "mary seacole unit"}))
    for text in ("Elm Thompson was seen by the GP.", "The lead: Mary Seacole Unit", "Ms A and Mr B were at home."):
        assert texts.text(text) == text


def test_addresses_of_persons_go_and_those_of_offices_stay() -> None:
    texts = Texts()
    assert texts.text("Write to a.person@example.org") == "Write to [contact left out]"
    assert texts.text("Write to northmere.partnership@example.org") == "Write to northmere.partnership@example.org"


@pytest.mark.parametrize(
    "text",
    [
        "OFFICIAL-SENSITIVE",
        "This report is not for onward sharing.",
        "A reporting restriction applies to this family.",
        "There were signs of penetrative injury.",
    ],
)
def test_words_not_to_be_quoted_are_sent_as_a_reference(text: str) -> None:
    sent = Texts().safe({"quote": text, "page": 3})
    assert sent["quote"].startswith("[words left out: ")
    assert text not in sent["quote"]
    assert sent["page"] == 3


def test_ordinary_words_are_quoted() -> None:
    for text in ("Information was not shared between agencies.", "Policies on female genital mutilation."):
        assert Texts().text(text) == text
