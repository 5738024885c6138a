"""The eight published inspection documents: whole, in order, and every block found again on its page."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.blocks import BlockKind, SourceText
from loaders.read import read
from tests.loaders.formats.test_pdf import found_again

pytestmark = pytest.mark.reviews
LETTERS = 8


@pytest.fixture(scope="module")
def documents(reviews: Path) -> dict[str, SourceText]:
    return {path.stem: read(path) for path in sorted((reviews / "pdf").glob("*.pdf"))}


def test_all_are_read_and_every_block_is_found_again(documents: dict[str, SourceText]) -> None:
    assert len(documents) == LETTERS
    for name, document in documents.items():
        assert len(document.blocks) > 4 * len(document.pages), name
        assert not found_again(document), name


def test_nothing_of_a_page_is_lost(documents: dict[str, SourceText]) -> None:
    """As many words in blocks as on the pages, list signs and split words aside."""
    for name, document in documents.items():
        printed = sum(len(page.text.split()) for page in document.pages)
        kept = sum(len(block.text.split()) + len((block.number or "").split()) for block in document.blocks)
        assert 0.97 * printed <= kept <= printed, name


def test_furniture_is_caught_on_every_page_that_has_it(documents: dict[str, SourceText]) -> None:
    for name, document in documents.items():
        numbered = {
            b.page for b in document.blocks if b.kind == BlockKind.FURNITURE and b.text.split()[-1] == str(b.page)
        }
        printed = {
            page.number for page in document.pages if page.text.split() and page.text.split()[-1] == str(page.number)
        }
        assert printed <= numbered, name
        bodies = [b.text for b in document.blocks if b.kind != BlockKind.FURNITURE]
        assert not [text for text in bodies if text.isdigit()], name


def test_letters_have_their_bullets_and_headings(documents: dict[str, SourceText]) -> None:
    for name, document in documents.items():
        kinds = [b.kind for b in document.blocks]
        assert kinds.count(BlockKind.HEADING) >= 5, name
        assert kinds.count(BlockKind.BULLET) >= 4, name


def test_recommendations_of_2016_stand_numbered_on_one_page(documents: dict[str, SourceText]) -> None:
    blocks = documents["sif-stockton-on-tees-2016"].blocks
    on_page = [b for b in blocks if b.page == 8 and b.kind == BlockKind.NUMBERED]
    assert [b.number for b in on_page] == [str(n) for n in range(1, 11)]
    assert all(b.text.endswith(".") for b in on_page)
    every = [int(b.number or 0) for b in blocks if b.kind == BlockKind.NUMBERED]
    assert every == list(range(1, every[-1] + 1))
    assert every[-1] > 100


def test_paragraphs_of_2023_are_numbered_through(documents: dict[str, SourceText]) -> None:
    numbers = [b.number for b in documents["ilacs-stockton-on-tees-2023"].blocks if b.kind == BlockKind.NUMBERED]
    assert numbers == [str(n) for n in range(1, len(numbers) + 1)]
    assert len(numbers) > 40


def test_the_priority_actions_stand_beside_who_must_act(documents: dict[str, SourceText]) -> None:
    cells = [b for b in documents["area-send-bury-2024-priority-action"].blocks if b.kind == BlockKind.CELL]
    actions = [b for b in cells if b.column == 2 and (b.column_head or "").startswith("Areas for")]
    assert {b.row for b in actions} == set(range(2, 8))
    assert {b.page for b in actions} == {8, 9}
    assert all(b.row_head and b.row_head.endswith("ICB") for b in actions)
    assert sum(b.level == 1 for b in actions) >= 9


def test_practice_studies_are_boxed(documents: dict[str, SourceText]) -> None:
    for name, document in documents.items():
        studies = [b for b in document.blocks if b.text.lower().startswith(("case study:", "practice study:"))]
        assert all(b.boxed and b.kind == BlockKind.HEADING for b in studies), name
        assert len(studies) >= 1 or not name.startswith("jtai"), name
