"""PowerPoint to blocks: slides, titles, bullets, order of boxes, tables, notes; and files that are refused."""

from __future__ import annotations

import io
from pathlib import Path

import pptx
import pytest
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from graph.errors import UnreadableDocument
from graph.text import holds
from loaders.blocks import BlockKind, SourceText
from loaders.formats.pptx.read import read_pptx
from loaders.read import read
from tests.offices import compound, zipped
from tests.rendered import saved

TITLE, CONTENT, TWO, ONLY, BLANK = 0, 1, 3, 5, 6


@pytest.fixture
def deck():  # type: ignore[no-untyped-def]
    return pptx.Presentation()


def slide(deck, layout=CONTENT, title=None, *points):  # type: ignore[no-untyped-def]
    made = deck.slides.add_slide(deck.slide_layouts[layout])
    if title:
        made.shapes.title.text = title
    if points:
        made.placeholders[1].text = "\n".join(points)
    return made


def box(made, text, left, top, width=3.0, height=1.0):  # type: ignore[no-untyped-def]
    shape = made.shapes.add_textbox(Inches(left), Inches(top), Inches(width), Inches(height))
    shape.text_frame.text = text
    return shape


def source(deck) -> SourceText:  # type: ignore[no-untyped-def]
    return read_pptx(Path("deck.pptx"), saved(deck))


def texts(found: SourceText, page: int) -> list[str]:
    return [block.text for block in found.blocks if block.page == page]


def test_a_slide_is_a_page_and_its_title_a_heading(deck) -> None:  # type: ignore[no-untyped-def]
    slide(deck, TITLE, "Learning from reviews", "March 2023")
    slide(deck, CONTENT, "Rowan", "First point", "Second point")
    found = source(deck)
    assert found.paged
    assert [page.number for page in found.pages] == [1, 2]
    assert [(b.page, b.kind.value, b.level, b.text) for b in found.blocks] == [
        (1, "heading", 1, "Learning from reviews"),
        (1, "paragraph", 0, "March 2023"),
        (2, "heading", 2, "Rowan"),
        (2, "bullet", 1, "First point"),
        (2, "bullet", 1, "Second point"),
    ]


def test_bullets_have_the_depth_of_their_level_and_numbers_are_counted(deck) -> None:  # type: ignore[no-untyped-def]
    made = slide(deck, CONTENT, "Rowan", "Outer point", "Inner point", "First", "Second")
    paragraphs = made.placeholders[1].text_frame.paragraphs
    paragraphs[1].level = 1
    name = "{http://schemas.openxmlformats.org/drawingml/2006/main}buAutoNum"
    for paragraph in paragraphs[2:]:
        paragraph._p.get_or_add_pPr().append(paragraph._p.makeelement(name, {"type": "arabicPeriod", "startAt": "3"}))
    found = [(b.kind.value, b.level, b.number) for b in source(deck).blocks[1:]]
    assert found == [("bullet", 1, None), ("bullet", 2, None), ("numbered", 0, "3"), ("numbered", 0, "4")]


def test_boxes_are_read_in_rows_and_columns_whatever_their_order_in_the_file(deck) -> None:  # type: ignore[no-untyped-def]
    made = slide(deck, ONLY, "Rowan")
    box(made, "Fourth in the lower right corner of the slide", 5, 4)
    box(made, "Second in the upper right corner of the slide", 5, 2)
    box(made, "Third in the lower left corner of the slide", 1, 4)
    box(made, "First in the upper left corner of the slide", 1, 2)
    assert [text.split()[0] for text in texts(source(deck), 1)] == ["Rowan", "First", "Second", "Third", "Fourth"]


def test_columns_below_short_heads_are_read_one_after_the_other(deck) -> None:  # type: ignore[no-untyped-def]
    made = slide(deck, ONLY, "Rowan")
    for text, left, top in (
        ("What worked", 1, 2),
        ("What did not", 5, 2),
        ("The nurse called at once and wrote it down that day", 1, 3),
        ("Nobody asked the father about where the baby slept", 5, 3),
    ):
        box(made, text, left, top)
    assert [text.split()[0] for text in texts(source(deck), 1)] == ["Rowan", "What", "The", "What", "Nobody"]


def test_a_bold_line_is_a_heading_inside_its_slide(deck) -> None:  # type: ignore[no-untyped-def]
    made = slide(deck, ONLY, "Rowan")
    frame = box(made, "Good practice", 1, 2).text_frame
    frame.paragraphs[0].runs[0].font.bold = True
    frame.add_paragraph().text = "The nurse called the duty worker within the hour."
    assert [(b.kind, b.level) for b in source(deck).blocks] == [
        (BlockKind.HEADING, 2),
        (BlockKind.HEADING, 3),
        (BlockKind.PARAGRAPH, 0),
    ]


def test_cells_know_their_heads_and_charts_and_pictures_are_noted(deck) -> None:  # type: ignore[no-untyped-def]
    made = slide(deck, ONLY, "Actions")
    table = made.shapes.add_table(2, 3, Inches(1), Inches(2), Inches(6), Inches(1)).table
    for at, text in enumerate(("No", "Action", "Lead", "1", "Write the plan", "Health")):
        table.cell(at // 3, at % 3).text = text
    data = CategoryChartData()
    data.categories = ["2021"]
    data.add_series("Reviews", (3,))
    made.shapes.add_chart(XL_CHART_TYPE.PIE, Inches(1), Inches(4), Inches(2), Inches(2), data)
    found = source(deck)
    last = found.blocks[-1]
    assert (last.kind, last.row, last.column, last.row_head, last.column_head) == (BlockKind.CELL, 2, 3, "1", "Lead")
    assert ("slide 1", "a chart that cannot be read") in found.notes


def test_notes_come_after_their_slide_and_do_not_part_a_slide_from_its_continuation(deck) -> None:  # type: ignore[no-untyped-def]
    made = slide(deck, CONTENT, "Rowan", "First point")
    made.notes_slide.notes_text_frame.text = "Say who found it."
    box(slide(deck, BLANK), "More on the same case stands on this slide.", 1, 1)
    slide(deck, CONTENT, "Ash", "Other point")
    found = source(deck)
    assert [(b.page, b.text) for b in found.blocks] == [
        (1, "Rowan"),
        (1, "First point"),
        (2, "More on the same case stands on this slide."),
        (1, "Notes"),
        (1, "Say who found it."),
        (3, "Ash"),
        (3, "Other point"),
    ]
    assert holds(found.pages[0].text, "Say who found it.")


def test_hidden_and_empty_slides_and_footers(deck) -> None:  # type: ignore[no-untyped-def]
    hidden = slide(deck, CONTENT, "Rowan", "First point")
    hidden._element.set("show", "0")
    slide(deck, BLANK)
    found = source(deck)
    assert [where for where, _ in found.notes] == ["slide 1", "slide 2"]
    assert len(found.pages) == 2


HOSTILE = {
    "zip bomb": (zipped({"ppt/presentation.xml": b" " * 30_000_000}), "unpack"),
    "locked": (compound("EncryptedPackage"), "password"),
    "old": (compound("PowerPoint Document"), "old Office format"),
    "nuls": (b"\0" * 4000, "no Office file"),
    "no deck": (zipped({"a.txt": b"hello"}), "no Office document"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_refused_with_a_sentence(name: str, tmp_path: Path) -> None:
    data, said = HOSTILE[name]
    path = tmp_path / "deck.pptx"
    path.write_bytes(data)
    with pytest.raises(UnreadableDocument, match=said):
        read(path)


def test_entities_in_a_slide_and_slides_without_words_are_refused(deck) -> None:  # type: ignore[no-untyped-def]
    import zipfile

    slide(deck, CONTENT, "Rowan", "First point")
    parts = {}
    with zipfile.ZipFile(io.BytesIO(saved(deck))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = "ppt/slides/slide1.xml"
    mark = b"?>"
    before, _, after = parts[name].partition(mark)
    laughs = b'<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]>'
    with pytest.raises(UnreadableDocument, match="declarations"):
        read_pptx(Path("deck.pptx"), zipped(parts | {name: before + mark + laughs + after}))
    empty = pptx.Presentation()
    slide(empty, BLANK)
    with pytest.raises(UnreadableDocument, match="no text"):
        source(empty)
