"""How often "the same practice" is right on pairs that no bar was set with.

Measured when they were labelled: 0.66 precision at 0.74 recall on the 122 pairs across partnerships (0.50 at 0.87
before broad themes had to share a third telling word, which was set on the older pairs). The goal of 0.8 is not
reached; the floor here is what holds.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from graph.codebook import load
from graph.derive import build
from graph.derive.bars import same_practice
from graph.derive.by_theme import narrower_of
from graph.derive.statements import statements
from graph.text import digest, key

PAIRS = yaml.safe_load(Path(__file__).with_name("practice_pairs.yaml").read_text("utf-8"))


@pytest.mark.reviews
def test_the_bar_holds_on_pairs_it_was_not_set_with(reviews: Path) -> None:
    from loaders.extract import extract

    codebook = load()
    narrower = narrower_of(codebook)
    files = [*sorted(reviews.glob("*.txt")), *sorted((reviews / "pdf").glob("*.pdf"))]
    told = {digest(key(s.text)): s for s in statements(build([extract(path) for path in files], codebook))}

    def joined(one: str, other: str) -> bool:
        source, target = told[one], told[other]
        themes = {t for t in source.themes if ({t} | narrower[t]) & target.themes}
        shared = sorted(t for t in themes if not narrower[t] & themes)
        return bool(same_practice(source, target, shared, codebook, joint=False))

    found = {
        (where, label): [joined(*p) for p in pairs if set(p) <= told.keys()]
        for where, labels in PAIRS.items()
        for label, pairs in labels.items()
    }
    same, other = found["across", "same"], found["across", "other"]
    assert len(same) >= 25, "the reader now cuts sentences differently: label anew"
    assert len(other) >= 60, "the reader now cuts sentences differently: label anew"
    precision, recall = sum(same) / (sum(same) + sum(other)), sum(same) / len(same)
    print(f"across: precision {precision:.2f}, recall {recall:.2f} of {len(same)} + {len(other)} pairs")
    assert precision >= 0.6
    assert recall >= 0.65
    below = found["below", "other"]
    assert sum(below) <= 0.05 * len(below)
