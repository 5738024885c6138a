"""Tables whose rules are drawn cell by cell, in one column of a page and on into the next."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from loaders.blocks import Block, BlockKind
from loaders.formats.pdf.read import read_pdf
from tests.pdfs import Paper, pdf

LEFT, RIGHT = (40.0, 110.0, 170.0, 270.0), (320.0, 390.0, 450.0, 550.0)
HEADS = ("Ref", "Age", "Harm")
ROWS = [("RR 1/31", "six weeks", "Head injury"), ("RR 2/31", "aged 15", "Stabbed"), ("RR 3/31", "newborn", "Neglect")]
SAID = "Three reviews were held"


def rules(page: Paper, columns: tuple[float, ...], y: float) -> None:
    for left, right in pairwise(columns):
        page.rule(left, y, right, y)


def row(page: Paper, columns: tuple[float, ...], y: float, words: tuple[str, ...], *, bold: bool = False) -> None:
    for x, text in zip(columns, words, strict=False):
        page.text(x + 4, y, text, bold=bold)


def blocks(*pages: Paper) -> list[Block]:
    return read_pdf(Path("overview.pdf"), pdf(*pages)).blocks


def cells(found: list[Block]) -> dict[tuple[int | None, int | None], Block]:
    return {(b.row, b.column): b for b in found if b.kind is BlockKind.CELL}


def beside(page: Paper, left: float, top: float, lines: int) -> None:
    for at in range(lines):
        page.text(left, top + 12 * at, SAID)


def test_a_table_goes_on_at_the_head_of_the_next_column() -> None:
    page = Paper()
    beside(page, LEFT[0], 80, 20)
    row(page, LEFT, 340, HEADS, bold=True)
    rules(page, LEFT, 345)
    row(page, LEFT, 357, ROWS[0])
    rules(page, LEFT, 362)
    row(page, LEFT, 374, ROWS[1])
    rules(page, LEFT, 379)
    row(page, RIGHT, 80, ROWS[2])  # its rule above stayed in the other column
    rules(page, RIGHT, 85)
    row(page, RIGHT, 97, ROWS[0])
    rules(page, RIGHT, 102)
    beside(page, RIGHT[0], 125, 20)
    found = blocks(page)
    told = cells(found)
    for number, words in enumerate([*ROWS, ROWS[0]], 2):
        assert tuple(told[number, at].text for at in range(1, 4)) == words
        assert [told[number, at].column_head for at in range(1, 4)] == list(HEADS)
    assert len(told) == 15
    assert {block.table for block in told.values()} == {"table 1"}


def test_rules_through_which_words_run_make_no_table() -> None:
    page = Paper()
    for y in (90, 110, 130, 150):
        rules(page, LEFT, y)
        page.text(LEFT[0] + 4, y + 14, "The partnership held three reviews in all of this year")
    assert cells(blocks(page)) == {}


def test_boxes_side_by_side_in_one_row_make_no_table() -> None:
    page = Paper()
    beside(page, LEFT[0], 80, 4)
    rules(page, LEFT, 160)
    row(page, LEFT, 175, ("14 reviews", "6 deaths", "9 areas"))
    rules(page, LEFT, 182)
    assert cells(blocks(page)) == {}
