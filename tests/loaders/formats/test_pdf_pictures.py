"""Charts and pictures on pages that hold text: each lost one is said once, and decoration is not."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path

import pytest

from loaders.formats.pdf.read import read_pdf
from tests.pdfs import Paper, pdf

WORDS = "The family had met nine services in two years and nobody had put their accounts side by side."
CHART = "a chart or drawing is not read, only the words in it"
PICTURE = "a picture is not read"


def page() -> Paper:
    made = Paper()
    made.paragraph(70, 130, WORDS)
    made.paragraph(70, 600, WORDS)
    return made


def notes(*pages: Paper) -> list[tuple[str, str]]:
    return read_pdf(Path("figures.pdf"), pdf(*pages)).notes


def bars(paper: Paper) -> None:
    paper.rule(100, 400, 400, 400)
    for at, height in enumerate((120, 40, 90, 60)):
        paper.area(120 + 60 * at, 400 - height, 150 + 60 * at, 400)
        paper.text(122 + 60 * at, 412, f"20{at + 18}")


def lying_bars(paper: Paper) -> None:
    for at, length in enumerate((150, 90, 210, 40)):
        paper.text(100, 262 + 30 * at, "Health")
        paper.area(160, 250 + 30 * at, 160 + length, 266 + 30 * at)


def trend(paper: Paper) -> None:
    paper.rule(100, 400, 400, 400)
    paper.rule(100, 250, 100, 400)
    paper.path((100, 380), (200, 300), (300, 350), (400, 260))


def slices(paper: Paper) -> None:
    corners = [(200 + 70 * math.cos(a / 5), 350 + 70 * math.sin(a / 5)) for a in range(32)]
    paper.path((200, 350), *corners[:12], fill=True)
    paper.path((200, 350), *corners[11:], (200 + 70.0, 350.0), fill=True)


@pytest.mark.parametrize("draw", [bars, lying_bars, trend, slices])
def test_charts_are_noted(draw: Callable[[Paper], None]) -> None:
    one = page()
    draw(one)
    assert notes(page(), one) == [("page 2", CHART)]


def test_a_picture_is_noted_once_with_its_caption() -> None:
    first, again, other = page(), page(), page()
    first.picture(100, 200, 400, 400)
    first.text(100, 416, "Figure 2: Ages of the children")
    again.picture(100, 300, 400, 500)
    other.picture(100, 200, 400, 400, grey="7f7f0000")
    other.text(100, 416, "Pictures of this kind are rare.")
    plain = [page() for _ in range(4)]
    assert notes(first, again, other, *plain) == [
        ("page 1", f"{PICTURE}; beside it stands “Figure 2: Ages of the children”"),
        ("page 3", PICTURE),
    ]


def test_what_repeats_what_is_small_and_what_lies_under_words_is_decoration() -> None:
    pages = [page() for _ in range(4)]
    for one in pages:
        one.picture(70, 20, 400, 110)  # a banner
        one.picture(0, 0, 595, 842, grey="aabbccdd")  # a ground
    pages[0].picture(70, 300, 110, 340, grey="01020304")  # a sign
    pages[1].picture(60, 110, 520, 190, grey="05060708")  # the ground of a paragraph
    pages[2].picture(460, 720, 560, 800, grey="11121314")  # a logo
    assert notes(*pages) == []


def test_tables_boxes_rules_and_bullets_are_no_charts() -> None:
    one = page()
    one.table([70, 200, 330, 500], [200, 230, 260, 290])
    for x in (80, 210, 340):
        for y in (220, 250, 280):
            one.text(x, y, "Held in May")
    one.area(70, 200, 200, 230)
    one.frame(70, 320, 500, 400, fill=True)
    one.paragraph(80, 340, WORDS, columns=50)
    for y in (440, 470, 500, 530):
        one.dot(72, y)
        one.text(90, y, WORDS[:40])
        one.rule(70, y + 8, 70 + y / 2, y + 8)
    assert notes(one) == []


def test_bands_behind_the_rows_of_a_table_are_no_chart() -> None:
    one = page()
    for at in range(6):
        one.area(70, 300 + 40 * at, 500, 320 + 40 * at) if at < 4 else None
        one.text(80, 314 + 20 * at, "Share what is known")
        one.text(300, 314 + 20 * at, "Health")
    assert notes(one) == []
