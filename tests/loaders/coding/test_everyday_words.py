"""Learning told in everyday words ("Nobody asked who else was sleeping in the flat") finds its theme, and few others.

Cues and sentences were written by one hand, so this says that nothing was lost, not how strangers' words are read.
"""

from __future__ import annotations

from pathlib import Path

import yaml

from loaders.coding import code


def test_everyday_words_find_their_theme() -> None:
    told: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_name("everyday_words.yaml").read_text("utf-8"))
    pairs = [(theme, text) for theme, texts in told.items() for text in texts]
    found = [(theme, text, {coding.id for coding in code(text)}) for theme, text in pairs]
    missed = [(theme, text) for theme, text, ids in found if theme not in ids]
    others = sum(len(ids - {theme}) for theme, _, ids in found)
    assert len(missed) <= 0.05 * len(pairs), missed
    assert others <= 0.4 * len(pairs)
