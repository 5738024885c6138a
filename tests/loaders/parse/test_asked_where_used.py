"""What nobody uses is not asked: most of the time of reading goes into questions about sentences."""

from __future__ import annotations

import pytest

from loaders.blocks import Block, BlockKind
from loaders.parse.items import signed
from loaders.parse.layout import units
from loaders.parse.sections import meaning

LONG = " ".join(f"Plans were written down late on day {day}, and nobody had asked the family." for day in range(9))


def asked_of(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sentences that are asked what they tell by their words, from now on."""
    asked: list[str] = []
    ask = units.told_by_words
    monkeypatch.setattr(units, "told_by_words", lambda text, **more: asked.append(text) or ask(text, **more))
    return asked


@pytest.mark.parametrize("section", ["learning", "good-practice", "panel-feedback"])
def test_sentences_of_an_inspection_are_not_asked_what_their_place_says(
    monkeypatch: pytest.MonkeyPatch, section: str
) -> None:
    asked = asked_of(monkeypatch)
    told = units.item_units(Block(BlockKind.NUMBERED, LONG, number="4"), meaning(section), inspected=True)
    assert len(told) == 9
    assert asked == []


def test_sentences_of_a_long_numbered_paragraph_of_learning_are_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = asked_of(monkeypatch)
    units.item_units(Block(BlockKind.NUMBERED, LONG, number="4"), meaning("learning"))
    assert len(asked) == 9


def test_only_behind_the_end_of_a_letter_a_line_is_asked_for_an_office(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    ask = signed.cue

    def counted(part: str, name: str) -> object:
        asked.append(name)
        return ask(part, name)

    monkeypatch.setattr(signed, "cue", counted)
    lines = [Block(BlockKind.BULLET, text) for text in ("Plans were late", "Yours sincerely", "Chair", "Plans, again.")]
    assert signed.signature_lines(lines) == lines
    assert asked == ["letter-end", "letter-end", *["letter-end", "personal-office"] * 2]
