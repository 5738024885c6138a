"""Sentences of a hand that saw no cue find their themes: one half was mended by, the other only counted.

The floors are a little under what is reached, so that a change that codes worse is seen.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from loaders.coding import code

FLOORS = {"mended by": (0.95, 0.95), "only counted": (0.73, 0.63)}  # precision, recall


@pytest.mark.parametrize("half", FLOORS)
def test_sentences_find_their_themes(half: str) -> None:
    told: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("sentences.yaml").read_text("utf-8"))
    right = wrong = missed = 0
    for sentence in told[list(FLOORS).index(half) :: 2]:
        found, sure = {coding.id for coding in code(sentence["text"])}, set(sentence["themes"])
        right += len(found & sure)
        wrong += len(found - sure - set(sentence["fine"]))
        missed += len(sure - found)
    precision, recall = FLOORS[half]
    assert right / (right + wrong) >= precision
    assert right / (right + missed) >= recall
