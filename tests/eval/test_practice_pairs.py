"""How often "the same practice" is right on labelled pairs.

Measured on the published documents: on 121 pairs across partnerships 0.66 precision at 0.74 recall before practices
were named, 0.88 at 0.94 after, with those pairs in view. On 89 pairs labelled before that change and half of them below
the bar of that day: 0.68 at 0.55 before, 0.87 at 0.68 after. On 69 labelled after it and counted twice: 0.88 at 0.67.
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
    from tests.published import extracted

    codebook = load()
    narrower = narrower_of(codebook)
    files = [*sorted(reviews.glob("*.txt")), *sorted((reviews / "pdf").glob("*.pdf"))]
    told = {digest(key(s.text)): s for s in statements(build([extracted(path) for path in files], codebook))}

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
    for where, least_precision, least_recall in (("across", 0.8, 0.7), ("before", 0.8, 0.65), ("unseen", 0.8, 0.65)):
        same, other = found[where, "same"], found[where, "other"]
        assert len(same) >= 25, "the reader now cuts sentences differently: label anew"
        assert len(other) >= 30, "the reader now cuts sentences differently: label anew"
        precision, recall = sum(same) / (sum(same) + sum(other)), sum(same) / len(same)
        print(f"{where}: precision {precision:.2f}, recall {recall:.2f} of {len(same)} + {len(other)} pairs")
        assert precision >= least_precision
        assert recall >= least_recall
    below = found["below", "other"]
    assert sum(below) <= 0.05 * len(below)
