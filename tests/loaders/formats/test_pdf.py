"""Blocks of PDF pages drawn by the test: what a reader sees is what comes out, in the order of reading."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.text import holds
from loaders.blocks import Block, BlockKind, SourceText
from loaders.formats.pdf.read import read_pdf
from tests.pdfs import Paper, pdf

FAMILY = "The family moved often and each agency held a part of the picture that no one else could see."
PLAN = "Plans were written in good time but the people named in them were not told what was expected."
SHORT = "Nobody asked who else was at home."
KINDS = BlockKind


def source(*pages: Paper) -> SourceText:
    return read_pdf(Path("made.pdf"), pdf(*pages))


def texts(found: SourceText | list[Block], *kinds: BlockKind) -> list[str]:
    every = found.blocks if isinstance(found, SourceText) else found
    return [b.text for b in every if not kinds or b.kind in kinds]


def found_again(read: SourceText) -> list[Block]:
    """Blocks that are not found on their page, nor over its end."""
    missing = []
    for block in read.blocks:
        assert block.page is not None
        page = read.pages[block.page - 1]
        following = read.pages[block.page].running if block.page < len(read.pages) else ""
        if not holds(page.text, block.text) and not holds(f"{page.running}\n{following}", block.text):
            missing.append(block)
    return missing


def test_heading_paragraph_and_nested_bullets() -> None:
    page = Paper()
    page.text(70, 80, "Learning from the review", 18, bold=True)
    page.text(70, 98, "of a family who moved", 18, bold=True)
    y = page.paragraph(70, 140, f"{FAMILY} {PLAN}")
    y = page.item(70, y + 6, "•", FAMILY)
    y = page.item(88, y, "o", PLAN)
    y = page.item(88, y, "o", SHORT)
    page.item(70, y, "•", PLAN)
    read = source(page)
    assert [(b.kind, b.level, b.text) for b in read.blocks] == [
        (KINDS.HEADING, 1, "Learning from the review of a family who moved"),
        (KINDS.PARAGRAPH, 0, f"{FAMILY} {PLAN}"),
        (KINDS.BULLET, 1, FAMILY),
        (KINDS.BULLET, 2, PLAN),
        (KINDS.BULLET, 2, SHORT),
        (KINDS.BULLET, 1, PLAN),
    ]
    assert not found_again(read)


def test_paragraphs_without_white_between_end_where_their_writer_ended_them() -> None:
    page = Paper()
    y = page.paragraph(70, 100, f"{FAMILY} {PLAN}")
    y = page.paragraph(70, y, SHORT)
    page.paragraph(70, y, f"{PLAN} {FAMILY}")
    assert texts(source(page)) == [f"{FAMILY} {PLAN}", SHORT, f"{PLAN} {FAMILY}"]


@pytest.mark.parametrize(
    ("sign", "number"),
    [("1.", "1"), ("3.2", "3.2"), ("R1", "R1"), ("(a)", "a"), ("10.", "10"), ("iv)", "iv"), ("7", "7")],
)
def test_printed_numbers_are_kept_apart_from_the_text(sign: str, number: str) -> None:
    page = Paper()
    y = page.paragraph(70, 100, FAMILY)
    page.item(70, y + 8, sign, PLAN, hang=36)
    block = source(page).blocks[-1]
    assert (block.kind, block.number, block.text) == (KINDS.NUMBERED, number, PLAN)


def test_quantities_years_and_single_letters_at_a_line_start_are_no_numbers() -> None:
    page = Paper()
    y = page.paragraph(70, 100, "The children who were seen in the quarter and the year before were")
    y = page.paragraph(70, y, "14 in all, as were their mothers; A. Smith wrote the report of")
    page.paragraph(70, y, "2016. Of these 3 had moved away.")
    assert [b.kind for b in source(page).blocks] == [KINDS.PARAGRAPH]


def test_bullets_drawn_as_shapes_and_signs_of_private_fonts() -> None:
    page = Paper()
    y = page.paragraph(70, 100, PLAN)
    page.dot(70, y)
    y = page.paragraph(88, y, FAMILY, columns=65)
    page.text(70, y, "n", font="F3")
    page.paragraph(88, y, SHORT)
    assert texts(source(page), KINDS.BULLET) == [FAMILY, SHORT]


def test_named_numbers_are_numbers_and_stay_in_headings() -> None:
    page = Paper()
    page.text(70, 80, "Priority 2: Challenge between agencies", 14, bold=True)
    page.paragraph(70, 110, f"Recommendation 4: {PLAN}")
    one, two = source(page).blocks
    assert (one.kind, one.number, one.text) == (KINDS.HEADING, None, "Priority 2: Challenge between agencies")
    assert (two.kind, two.number, two.text) == (KINDS.NUMBERED, "Recommendation 4", PLAN)


@pytest.mark.parametrize("shift", [0.0, 6.0])
def test_two_columns_are_read_one_after_the_other(shift: float) -> None:
    page = Paper()
    page.text(70, 80, "Two columns under one heading that is wide", 18, bold=True)
    page.paragraph(70, 120, " ".join([FAMILY] * 4), columns=34)
    page.paragraph(310, 120 + shift, " ".join([PLAN] * 4), columns=34)
    assert texts(source(page), KINDS.PARAGRAPH) == [" ".join([FAMILY] * 4), " ".join([PLAN] * 4)]


def test_a_paragraph_goes_on_in_the_next_column() -> None:
    page = Paper()
    page.paragraph(70, 100, f"{FAMILY} {PLAN} They met again in the spring and agreed on", columns=34)
    page.paragraph(310, 100, "what to do for the children, who were by then in school. " + PLAN, columns=34)
    assert len(source(page).blocks) == 1


def test_a_box_is_marked_and_does_not_part_the_text_around_it() -> None:
    page = Paper()
    y = page.paragraph(70, 100, FAMILY)
    page.frame(60, y + 10, 540, y + 80)
    page.text(70, y + 30, "Case study", bold=True)
    page.paragraph(70, y + 45, PLAN)
    page.paragraph(70, y + 110, FAMILY)
    read = source(page)
    assert [(b.kind, b.boxed) for b in read.blocks] == [
        (KINDS.PARAGRAPH, False),
        (KINDS.HEADING, True),
        (KINDS.PARAGRAPH, True),
        (KINDS.PARAGRAPH, False),
    ]


@pytest.mark.parametrize("rotate", [0, 90])
def test_turned_pages_are_read_upright(rotate: int) -> None:
    page = Paper(turned=True, rotate=rotate)
    page.text(70, 80, "Turned page", 18, bold=True)
    page.paragraph(70, 120, f"{FAMILY} {PLAN}")
    assert texts(source(page)) == ["Turned page", f"{FAMILY} {PLAN}"]


def test_words_split_at_line_ends_are_joined_as_the_document_spells_them() -> None:
    page = Paper()
    y = page.paragraph(70, 100, "A multi-agency plan was made and the assessment was shared with the school.")
    page.text(70, y + 10, "It was agreed that another multi-")
    page.text(70, y + 22, "agency meeting would look at the assess-")
    page.text(70, y + 34, "ment and at how well-")
    page.text(70, y + 46, "being was described.")
    (_, block) = source(page).blocks
    assert "another multi-agency meeting would look at the assessment and at how well-being was" in block.text
    assert not found_again(source(page))


def pages_of_report(count: int = 4) -> list[Paper]:
    pages = []
    for number in range(1, count + 1):
        page = Paper()
        page.text(70, 40, "Fernshire partnership report", 8)
        page.paragraph(70, 120, f"{FAMILY} This is what page {number} says of it.")
        page.text(300, 810, f"Page {number} of {count}", 8)
        pages.append(page)
    return pages


def test_running_heads_and_page_numbers_are_furniture() -> None:
    read = source(*pages_of_report())
    assert len(texts(read, KINDS.FURNITURE)) == 8
    assert len(texts(read, KINDS.PARAGRAPH)) == 4
    assert all("Fernshire" in page.text and "Fernshire" not in page.running for page in read.pages)


def test_large_headings_that_repeat_on_every_page_stay_headings() -> None:
    pages = []
    for _ in range(4):
        page = Paper()
        page.text(70, 60, "What did we learn?", 20, bold=True)
        page.paragraph(70, 120, f"{FAMILY} {PLAN} {FAMILY}")
        pages.append(page)
    assert texts(source(*pages), KINDS.HEADING) == ["What did we learn?"] * 4


def test_a_paragraph_and_a_bullet_run_over_the_page_end_past_furniture_and_notes() -> None:
    one, two, three = pages_of_report(3)
    one.paragraph(70, 700, "The visit was not made because the worker who had been asked to see the child")
    one.text(70, 770, "1", 5)
    one.text(76, 772, "A note on the word visit as used here.", 8)
    two.paragraph(70, 80, "had left, and no one had taken over her work.")
    two.item(70, 700, "•", "Supervision took place each month but it changed no one decision.")
    said = "It was also not written down, so that nobody could say later what had been agreed."
    three.paragraph(88, 80, said, columns=65)
    read = source(one, two, three)
    over = next(b for b in read.blocks if b.text.startswith("The visit"))
    assert over.page == 1
    assert over.text.endswith("child had left, and no one had taken over her work.")
    assert [b.number for b in read.blocks if b.kind == KINDS.FOOTNOTE] == ["1"]
    assert next(b for b in read.blocks if b.kind == KINDS.BULLET).text.endswith("what had been agreed.")
    assert not found_again(read)


def test_ruled_tables_give_cells_with_heads_over_two_pages() -> None:
    one, two = Paper(), Paper()
    one.paragraph(70, 80, FAMILY)
    one.table([70, 200, 520], [700, 720, 770])
    one.text(75, 714, "Agency", bold=True)
    one.text(205, 714, "What it will do", bold=True)
    one.text(75, 734, "Health visiting")
    one.paragraph(205, 734, FAMILY, columns=45)
    two.table([70, 200, 520], [60, 110, 160])
    two.paragraph(205, 74, PLAN, columns=45)
    two.text(75, 124, "Police")
    two.text(205, 124, SHORT)
    cells = [b for b in source(one, two).blocks if b.kind == KINDS.CELL]
    assert [(b.row, b.column, b.row_head, b.column_head, b.text) for b in cells] == [
        (1, 1, None, None, "Agency"),
        (1, 2, None, None, "What it will do"),
        (2, 1, None, "Agency", "Health visiting"),
        (2, 2, "Health visiting", "What it will do", FAMILY),
        (2, 2, "Health visiting", "What it will do", PLAN),
        (3, 1, None, "Agency", "Police"),
        (3, 2, "Police", "What it will do", SHORT),
    ]


def test_a_grid_that_only_arranges_the_page_gives_headings_and_text() -> None:
    page = Paper()
    page.table([60, 300, 540], [80, 180, 280])
    for number, (x, y) in enumerate([(70, 100), (310, 100), (70, 200), (310, 200)], 1):
        page.text(x, y, f"{number}. What we learned", bold=True)
        page.paragraph(x, y + 16, FAMILY, columns=34)
    read = source(page)
    assert [b.kind for b in read.blocks] == [KINDS.HEADING, KINDS.PARAGRAPH] * 4
    assert [b.number for b in read.blocks if b.kind == KINDS.HEADING] == ["1", "2", "3", "4"]


def test_contents_pages_are_no_headings() -> None:
    page = Paper()
    page.text(70, 80, "Contents", 18, bold=True)
    for at, title in enumerate(["Foreword", "What we learned", "Recommendations"]):
        page.text(70, 120 + 30 * at, title, 14, bold=True)
        page.text(500, 120 + 30 * at, str(3 + at), 14, bold=True)
    other = Paper()
    other.paragraph(70, 100, " ".join([FAMILY] * 5))
    assert texts(source(page, other), KINDS.HEADING) == ["Contents"]


def test_pages_without_text_are_noted() -> None:
    page = Paper()
    page.paragraph(70, 100, FAMILY)
    scan = Paper()
    scan.picture(0, 0, 595, 842)
    assert source(page, scan, Paper()).notes == [
        ("page 2", "no text on this page; a picture is not read"),
        ("page 3", "no text on this page"),
    ]


def test_bold_runs_and_metadata() -> None:
    page = Paper()
    page.text(70, 100, "Impact:", bold=True)
    page.text(70 + 8 * 6, 100, "it is too early to say what changed")
    page.paragraph(70, 140, FAMILY)
    read = read_pdf(Path("made.pdf"), pdf(page, title="A report"))
    assert read.blocks[0].bold == ("Impact:",)
    assert read.blocks[0].kind == KINDS.PARAGRAPH
    assert read.metadata["title"] == "A report"


WORDS = st.lists(
    st.sampled_from(["family", "school", "plan", "visit", "worker", "asked", "shared", "police", "early", "help"]),
    min_size=6,
    max_size=60,
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["paragraph", "bullet", "number"]), WORDS), min_size=1, max_size=6))
def test_what_is_written_comes_out_once_and_in_order(parts: list[tuple[str, list[str]]]) -> None:
    page, y, wanted = Paper(), 80.0, []
    for count, (kind, words) in enumerate(parts, 1):
        text = " ".join(words).capitalize() + "."
        wanted.append((kind, text))
        if kind == "paragraph":
            y = page.paragraph(70, y, text, columns=60)
        else:
            y = page.item(70, y, "•" if kind == "bullet" else f"{count}.", text, columns=60, hang=24)
        y += 9
    read = source(page)
    kinds = {KINDS.PARAGRAPH: "paragraph", KINDS.BULLET: "bullet", KINDS.NUMBERED: "number"}
    assert [(kinds.get(b.kind), b.text) for b in read.blocks] == wanted
    assert not found_again(read)
