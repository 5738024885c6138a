"""Reading order where drawings or labels say it: headings over columns, labels beside texts, heads above rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.blocks import Block, BlockKind
from loaders.formats.pdf.read import read_pdf
from tests.pdfs import Paper, pdf

LONG = "The workers met every week and wrote down what they heard from the family and from the school in the village."
CARDS = {
    "Child": "A girl aged nine who lived with her aunt.",
    "What happened": "She was hurt at home in the spring and told her teacher about it on the next day of school.",
    "What we learned": "Nobody had asked her what she wanted, though three workers had seen her on her own that month.",
}


def blocks(page: Paper) -> list[Block]:
    return read_pdf(Path("page.pdf"), pdf(page)).blocks


def texts(page: Paper) -> list[str]:
    return [block.text for block in blocks(page)]


def part(page: Paper, y: float, name: str) -> float:
    """A short heading and two columns of text below it; the first column's sentence goes on in the second."""
    page.text(50, y, name, 16, bold=True)
    left = page.paragraph(50, y + 40, f"{name} one. {LONG} {LONG} and then", columns=38)
    return max(left, page.paragraph(310, y + 40, f"it went on in {name}. {LONG} {LONG}", columns=38))


@pytest.mark.parametrize("drawn", ["rule", "ground"])
def test_a_heading_drawn_over_both_columns_parts_them(drawn: str) -> None:
    page, y = Paper(), 80.0
    for name in ("North", "South", "West"):
        if drawn == "ground":
            page.frame(50, y - 16, 545, y + 8, fill=True)
        else:
            page.rule(50, y + 8, 545, y + 8)
        y = part(page, y, name) + 30
    found = texts(page)
    assert [text.split()[0] for text in found] == ["North", "North", "South", "South", "West", "West"]
    assert all(f"and then it went on in {name}." in " ".join(found) for name in ("North", "South", "West"))


def test_a_rule_over_one_column_parts_nothing() -> None:
    page = Paper()
    page.paragraph(50, 80, f"{LONG} {LONG}", columns=38)
    page.text(50, 190, "Below", 12, bold=True)
    page.rule(50, 194, 280, 194)
    page.paragraph(50, 215, f"Left ends. {LONG}", columns=38)
    page.paragraph(310, 80, f"Right begins. {LONG} {LONG} {LONG} {LONG}", columns=38)
    found = texts(page)
    assert [text.split()[0] for text in found] == ["The", "Below", "Left", "Right"]


def test_a_list_that_runs_over_a_column_stays_on_its_level() -> None:
    page = Paper()
    page.paragraph(50, 80, LONG, columns=38)
    page.item(50, 140, "•", "The first thing they did was to write down what the children", columns=34)
    page.paragraph(328, 80, "had told them on the first day.", columns=34)
    y = page.item(310, 110, "•", "The second thing was a letter to all of the schools.", columns=34)
    page.item(310, y + 4, "•", "The third was a visit to each of the homes.", columns=34)
    items = [block for block in blocks(page) if block.kind is BlockKind.BULLET]
    assert [block.level for block in items] == [1, 1, 1]
    assert items[0].text.endswith("what the children had told them on the first day.")


def card(page: Paper, y: float, name: str, entries: dict[str, str], *, ground: bool = True, bold: bool = True) -> float:
    page.text(60, y, name, bold=True)
    y += 26
    for label, text in entries.items():
        if ground:
            page.frame(54, y - 12, 142, y + 14, fill=True)
        page.paragraph(60, y, label, columns=12, bold=bold)
        y = max(page.paragraph(156, y, text, columns=58), y + 14) + 14
    return y


@pytest.mark.parametrize("ground", [True, False])
def test_labels_are_read_each_before_its_text(ground: bool) -> None:
    page = Paper()
    y = page.paragraph(54, 70, LONG)
    y = card(page, y + 20, "Review 1", CARDS, ground=ground)
    card(page, y + 20, "Review 2", CARDS, ground=ground)
    found = [block for block in blocks(page) if block.text != LONG]
    one = [text for entry in CARDS.items() for text in entry]
    assert [block.text for block in found] == ["Review 1", *one, "Review 2", *one]
    assert [block.kind for block in found[::7]] == [BlockKind.HEADING] * 2
    assert [(block.row, block.column) for block in found[1:7]] == [(r, c) for r in (1, 2, 3) for c in (1, 2)]
    assert found[1].table == found[6].table != found[8].table


def test_plain_words_in_a_narrow_column_are_no_labels() -> None:
    page = Paper()
    card(page, 90, "Notes", CARDS, ground=False, bold=False)
    assert not [block for block in blocks(page) if block.kind is BlockKind.CELL]


def test_two_columns_of_text_under_bold_lines_are_no_labels() -> None:
    page = Paper()
    y = 80.0
    for name in ("First", "Second", "Third"):
        page.text(50, y, name, bold=True)
        page.text(310, y, name, bold=True)
        left = page.paragraph(50, y + 14, LONG, columns=38)
        y = max(left, page.paragraph(310, y + 14, LONG, columns=38)) + 14
    assert not [block for block in blocks(page) if block.kind is BlockKind.CELL]


HEADS = ("Rec.", "Action", "Lead", "Due", "Position")
XS = [54.0, 92.0, 260.0, 350.0, 420.0, 541.0]
ROWS = [("1", "Ask families", "Council", "May 2030", "Not begun."), ("2", "Write it down", "Police", "June", "Done.")]


def plan(page: Paper, heads: tuple[str, ...], *, ground: bool = False, bold: bool = False) -> dict[object, Block]:
    page.paragraph(54, 90, "The group looked at this plan in its meeting.")
    if ground:
        page.frame(XS[0], 110, XS[-1], 130, fill=True)
    for x, head in zip(XS, heads, strict=False):
        page.text(x + 5, 124, head, bold=bold)
    page.table(XS, [130.0, 150.0, 170.0])
    for y, row in zip((144, 164), ROWS, strict=True):
        for x, words in zip(XS, row, strict=False):
            page.text(x + 5, y, words)
    return {(block.row, block.column): block for block in blocks(page) if block.kind is BlockKind.CELL}


@pytest.mark.parametrize(("ground", "bold"), [(True, True), (True, False), (False, True)])
def test_heads_above_the_rules_are_the_first_row(ground: bool, bold: bool) -> None:
    found = plan(Paper(), HEADS, ground=ground, bold=bold)
    assert [found[1, at].text for at in range(1, 6)] == list(HEADS)
    assert [found[3, at].text for at in range(1, 6)] == list(ROWS[1])
    assert [found[3, at].column_head for at in range(1, 6)] == list(HEADS)


def test_a_sentence_above_a_table_stays_a_sentence() -> None:
    found = plan(Paper(), ("These are the actions that were agreed in the autumn",), bold=True)
    assert [found[1, at].text for at in range(1, 6)] == list(ROWS[0])
