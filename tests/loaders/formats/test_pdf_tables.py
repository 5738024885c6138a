"""Tables whose columns nothing rules: read with their heads where the evidence is strong, else as text."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from loaders.blocks import Block, BlockKind
from loaders.formats.pdf.read import read_pdf
from tests.pdfs import Paper, pdf

XS = (70.0, 300.0, 390.0, 480.0)
HEADS = ("Action", "Lead", "Due", "Status")
ROWS = [
    ("Share what is known about fathers before the birth, in all four places.", "Health", "March 2025", "Complete"),
    ("Ask about money at every visit and write down the answer.", "Council", "May 2025", "Under way"),
    ("Check that what was agreed is done by asking families.", "Police", "June 2025", "Not started"),
    ("Write to schools about what changed.", "Council", "July 2025", "Complete"),
]
PROSE = "The partnership agreed these actions in the autumn and looks at them twice a year in its meeting."


def table(page: Paper, y: float, rows: list[tuple[str, ...]], *, look: str = "", bold: bool = True) -> float:
    """Draw rows of cells; `look`: "lines" under each row, "bands" behind every other row, "air" between them."""
    for at, row in enumerate(rows):
        top, bottom = y - 10, y
        if look == "bands" and at % 2:
            page.frame(XS[0] - 4, top, 540, top + 12 * len(textwrap.wrap(row[0], 36)), fill=True)
        for x, words in zip(XS, row, strict=True):
            columns = 36 if x == XS[0] else 13
            bottom = max(bottom, page.paragraph(x, y, words, columns=columns, bold=bold and at == 0))
        if look == "lines":
            page.rule(XS[0], bottom - 7, 540, bottom - 7)
        y = bottom + (6 if look else 0)
    return y


def cells(*pages: Paper) -> dict[tuple[int | None, int | None], Block]:
    blocks = read_pdf(Path("plan.pdf"), pdf(*pages)).blocks
    return {(b.row, b.column): b for b in blocks if b.kind is BlockKind.CELL}


@pytest.mark.parametrize("look", ["", "lines", "bands", "air"])
def test_cells_have_their_heads(look: str) -> None:
    page = Paper()
    page.paragraph(70, 80, PROSE)
    after = table(page, 130, [HEADS, *ROWS], look=look)
    page.paragraph(70, after + 20, PROSE)
    found = cells(page)
    assert [found[1, at].text for at in range(1, 5)] == list(HEADS)
    for number, row in enumerate(ROWS, 2):
        assert tuple(found[number, at].text for at in range(1, 5)) == row
        assert [found[number, at].column_head for at in range(1, 5)] == list(HEADS)
    assert len(found) == 20


def test_the_table_goes_on_on_the_next_page() -> None:
    first, second = Paper(), Paper()
    first.paragraph(70, 80, PROSE)
    table(first, 640, [HEADS, *ROWS[:2]], look="air")
    after = table(second, 80, ROWS[2:], look="air", bold=False)
    second.paragraph(70, after + 20, PROSE)
    found = cells(first, second)
    assert (found[4, 2].text, found[4, 2].column_head) == ("Police", "Lead")
    assert (found[5, 4].text, found[5, 4].column_head) == ("Complete", "Status")


def test_columns_of_text_under_bold_heads_stay_text() -> None:
    page = Paper()
    for x, head in zip((50.0, 220.0, 390.0), ("Health", "Police", "Schools"), strict=True):
        page.text(x, 100, head, bold=True)
        page.paragraph(x, 115, " ".join([PROSE] * 3), columns=25)
    blocks = read_pdf(Path("cards.pdf"), pdf(page)).blocks
    assert not [block for block in blocks if block.kind is BlockKind.CELL]
    assert [block.text for block in blocks if block.text.startswith("The partnership")] == [" ".join([PROSE] * 3)] * 3


def test_rows_without_a_head_stay_text() -> None:
    page = Paper()
    table(page, 130, ROWS, look="air", bold=False)
    assert cells(page) == {}


def test_a_row_without_upright_rules_keeps_the_columns_of_the_rows_above() -> None:
    page = Paper()
    xs, ys = [70.0, 200.0, 330.0, 500.0], [200.0, 230.0, 260.0, 290.0, 320.0]
    for y in ys:
        page.rule(xs[0], y, xs[-1], y)
    page.rule(xs[0], ys[0], xs[0], ys[-1])
    page.rule(xs[-1], ys[0], xs[-1], ys[-1])
    for x in xs[1:-1]:
        page.rule(x, ys[1], x, ys[2])
    for at, row in enumerate((("Action", "Lead", "Due"), ("Ask", "Health", "May"), ("Tell", "Police", "June"))):
        for x, words in zip(xs, row, strict=False):
            page.text(x + 5, ys[at] + 18, words, bold=at == 0)
    page.text(75, 308, "All others were merged")
    found = cells(page)
    assert [found[place].text for place in ((1, 2), (2, 2), (3, 2), (4, 1))] == [
        "Lead",
        "Health",
        "Police",
        "All others were merged",
    ]
    assert found[3, 3].column_head == "Due"


def test_a_row_cut_by_the_page_end_is_one_row() -> None:
    first, second = Paper(), Paper()
    xs = [70.0, 200.0, 400.0, 500.0]
    first.table(xs, [700, 720, 760])
    second.table(xs, [80, 110, 140])
    for page, y, row in (
        (first, 714, HEADS[:3]),
        (first, 734, ("Agreed in May", "Ask about money at every", "Health")),
        (second, 94, ("by all", "visit and write it down.", "")),
        (second, 124, ("Agreed in June", "Ask about fathers.", "Police")),
    ):
        for x, words in zip(xs, row, strict=False):
            page.text(x + 5, y, words, bold=row is HEADS[:3])
    found = cells(first, second)
    assert found[2, 1].text == "Agreed in May by all"
    assert found[2, 2].text == "Ask about money at every visit and write it down."
    assert found[3, 3].text == "Police"
