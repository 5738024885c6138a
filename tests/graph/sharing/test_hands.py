"""What many hands let slip: how much of it leaves, and how much that should stay is lost, sentence by sentence.

The odd half of each part was only counted, never mended by. A word is lost where a sentence should stay whole, or where
what makes it worth sending went with the name.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.gazetteer import areas_named
from graph.sharing import LEFT_OUT, Texts

PSEUDONYMS = ("daffodil", "sycamore", "child t", "family q", "adam", "falcon", "rowan", "plum")
ONLY_COUNTED, MENDED_BY = slice(0, None, 2), slice(1, None, 2)


@cache
def bank() -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = yaml.safe_load(Path(__file__).with_name("hands.yaml").read_text(encoding="utf-8"))
    return found


@cache
def texts() -> Texts:
    return Texts(kept=frozenset({*PSEUDONYMS, *(name.casefold() for name in areas_named())}))


def measured(part: str, half: slice) -> tuple[int, int, int]:
    """Sentences of which something leaves, of which something that should stay is lost, and harmless ones not whole."""
    leaked = lost = 0
    for case in bank()[f"{part} hide".strip()][half]:
        sent = texts().text(case["text"]).casefold()
        leaked += any(word.casefold() in sent for word in case["hide"])
        lost += any(word.casefold() not in sent for word in case["keep"])
    return leaked, lost, sum(texts().text(text) != text for text in bank()[f"{part} whole".strip()][half])


@pytest.mark.parametrize(
    ("part", "half", "most"),
    [
        ("", ONLY_COUNTED, (1, 1, 2)),
        ("", MENDED_BY, (0, 0, 0)),
        ("later", ONLY_COUNTED, (1, 0, 0)),
        ("later", MENDED_BY, (0, 0, 0)),
        ("last", ONLY_COUNTED, (1, 0, 2)),
        ("last", MENDED_BY, (0, 0, 1)),
    ],
)
def test_little_leaves_and_little_is_lost(part: str, half: slice, most: tuple[int, int, int]) -> None:
    found = measured(part, half)
    assert all(n <= limit for n, limit in zip(found, most, strict=True)), found


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("Kezia Baker was not asked.", f"{LEFT_OUT} was not asked."),
        (
            "The Bakers were not asked, nor was baker's yeast.",
            f"The {LEFT_OUT} were not asked, nor was baker's yeast.",
        ),
        ("Mum/Kacper seen by SARAH.", f"Mum/{LEFT_OUT} seen by {LEFT_OUT}."),
        ("In May Ifeoluwa moved.", f"In May {LEFT_OUT} moved."),
        ("St Brannock's Hospital and St Helga's.", f"St Brannock's Hospital and St {LEFT_OUT}'s."),
        ("Ifeoluwa (2016) and Ifeoluwa et al.", "Ifeoluwa (2016) and Ifeoluwa et al."),
        ("Operation Zephyrus and the Northmere Constabulary.", "Operation Zephyrus and the Northmere Constabulary."),
        ("Grace was shown by the nurse.", "Grace was shown by the nurse."),
        ("That night Grace was shown out.", f"That night {LEFT_OUT} was shown out."),
    ],
)
def test_a_word_that_nobody_knows_is_left_out(text: str, sent: str) -> None:
    assert Texts().text(text) == sent


def test_a_pseudonym_that_a_document_gives_stays_and_a_nickname_does_not() -> None:
    made = Texts()
    made.learn(
        [
            "Her mother will be called Ewelina, and we call the boys Jakub and Oskar.",
            "Her brother, “Dawid”, was at home.",
            "Kezia is a pseudonym.",
            "The stepfather is known as Shaz.",
            "Folake is the name of her aunt.",
        ]
    )
    for name in ("Ewelina", "Dawid", "Kezia"):
        assert made.text(f"{name} told a teacher.") == f"{name} told a teacher."
    for name in ("Shaz", "Folake"):
        assert made.text(f"{name} told a teacher.") == f"{LEFT_OUT} told a teacher."


def test_words_of_what_the_collection_publishes_stay_but_not_those_of_a_school() -> None:
    made = Texts(kept=frozenset({"northmere council", "brackenhill primary school"}))
    assert made.text("Staff of Northmere and of Brackenhill came.") == f"Staff of Northmere and of {LEFT_OUT} came."
