"""Words that a text file splits over two lines are put together in items and numbered paragraphs too."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.blocks import BlockKind
from loaders.formats.text.read import read_text


@pytest.mark.parametrize(
    ("lead", "kind"), [("3.4  ", BlockKind.NUMBERED), ("- ", BlockKind.BULLET), ("", BlockKind.PARAGRAPH)]
)
def test_a_word_split_over_two_lines_is_one_word(lead: str, kind: BlockKind) -> None:
    text = (
        f"{lead}The nurse wrote twice to the housing officer about the condi-\ntion of the flat, and nobody answered.\n"
    )
    block = read_text(Path("a.txt"), text.encode()).blocks[0]
    assert block.kind is kind
    assert "condition of the flat" in block.text


@pytest.mark.parametrize("broken", ["a 14-\nday plan was made", "a note said - \nwithout a date - that he left"])
def test_a_dash_or_a_figure_at_a_line_end_splits_no_word(broken: str) -> None:
    text = f"3.4  The health visitor told the reviewer in full that {broken}, and it was written down.\n"
    block = read_text(Path("a.txt"), text.encode()).blocks[0]
    assert " ".join(broken.split()) in block.text
