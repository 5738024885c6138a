"""The same text as TXT, Word (with and without styles), PowerPoint, web page and PDF gives the same records.

The PDFs are printed here by Chromium (one column, two columns, slides, with running heads) and by LibreOffice from the
Word and PowerPoint files.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graph.records import DocumentRecord
from graph.text import holds, key
from loaders.blocks import Page
from loaders.extract import extract
from loaders.read import read
from tests.printed import LAYOUTS, printed_by_office, printed_page
from tests.rendered import Part, as_docx, as_html, as_pptx, as_txt, sample

FORMATS: dict[str, Callable[[list[Part]], bytes]] = {
    "plain.txt": as_txt,
    "styled.docx": as_docx,
    "bare.docx": lambda parts: as_docx(parts, styled=False),
    "deck.pptx": as_pptx,
    "page.html": as_html,
}
TEXTS = (
    "wexmoor-review-ash-2019",
    "wexmoor-learning-from-reviews-2023",
    "wexmoor-annual-report-2019-20",
    "wexmoor-annual-report-2020-21",
    "linfold-briefing-wren-2025",
    "more/linfold-action-plan-2024",
    "more/tarrow-letter-2023",
    "more/wexmoor-digest-2024",
)
ENOUGH = 0.98  # of the items of two formats are the same


def items(record: DocumentRecord) -> Counter[tuple[object, ...]]:
    """Everything extracted, by its words and what it was taken for; places left out."""
    found: Counter[tuple[object, ...]] = Counter()
    for box in [record, *record.reviews]:
        case = "" if box is record else key(box.name or box.ref or "")
        if case:
            found[("review", case, box.kind, box.test, *sorted(box.harms), len(box.children))] += 1
            for child in box.children:
                found[("child", case, child.age, child.sex, child.outcome, child.role)] += 1
            for name, when in box.dates:
                if when:
                    found[("date", case, name, str(when.from_), str(when.to))] += 1
            for agency in box.agencies:
                found[("agency", case, agency.kind)] += 1
        for one in box.findings:
            found[("finding", case, key(one.text), one.polarity, *sorted(t.id for t in one.themes))] += 1
        for one in box.recommendations:
            found[("recommendation", case, key(one.text), one.ref, *sorted(one.addressees))] += 1
        for one in box.actions:
            found[("action", case, key(one.text), one.status, one.promise)] += 1
        for one in [*box.judgements, *box.impacts]:
            found[(type(one).__name__, case, key(one.text))] += 1
    for one in record.statistics:
        found[("statistic", one.numerator, one.denominator, one.percent, one.unit, one.sense)] += 1
    for one in record.priorities:
        found[("priority", one.number, key(one.text), *(key(s.text) for s in one.sought))] += 1
    return found


def alike(one: Counter[tuple[object, ...]], other: Counter[tuple[object, ...]]) -> float:
    """The share of items that both have."""
    return (one & other).total() / max((one | other).total(), 1)


def runs_over(page: Page, following: Page, quote: str) -> bool:
    """Whether a passage begins on a page and ends on the next: in running text, or in a cell that is cut in two."""
    words = quote.split()
    halves = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)))
    return any(holds(page.running, one) and holds(following.running, other) for one, other in halves)


def extracted(folder: Path, name: str, data: bytes) -> DocumentRecord:
    path = folder / name
    path.write_bytes(data)
    record = extract(path)
    source = read(path)
    pages = {page.number: page for page in source.pages}
    for box in [record, *record.reviews]:
        for one in [*box.findings, *box.recommendations, *box.actions]:
            page = pages[one.page if source.paged else None]
            following = pages.get(one.page + 1) if one.page else None
            assert holds(page.text, one.quote) or (following and runs_over(page, following, one.quote)), one.quote
            assert source.paged or one.line
    return record


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Counter[tuple[object, ...]]]:
    """What each text gives as plain text, or as a web page where it holds a table."""
    folder = tmp_path_factory.mktemp("base")
    found = {}
    for name in TEXTS:
        parts = sample(name)
        plain = all(isinstance(words, str) for _, words in parts)
        made = ("plain.txt", as_txt(parts)) if plain else ("page.html", as_html(parts))
        found[name] = items(extracted(folder, *made))
        assert found[name].total() >= 8
    return found


def different(
    base: Counter[tuple[object, ...]], found: dict[str, Counter[tuple[object, ...]]]
) -> dict[str, list[tuple[object, ...]]]:
    """What the formats that are not alike enough have too little or too much."""
    return {file: [*(base - o), *(o - base)] for file, o in found.items() if alike(base, o) < ENOUGH}


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_gives_the_same_records_in_every_format(
    name: str, base: dict[str, Counter[tuple[object, ...]]], tmp_path: Path
) -> None:
    parts = sample(name)
    plain = all(isinstance(words, str) for _, words in parts)
    made = {file: make for file, make in FORMATS.items() if plain or file != "plain.txt"}
    found = {file: items(extracted(tmp_path, file, make(parts))) for file, make in made.items()}
    assert different(base[name], found) == {}


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_printed_by_a_browser_gives_the_same_records(
    name: str, base: dict[str, Counter[tuple[object, ...]]], chromium: Any, tmp_path: Path
) -> None:
    parts = sample(name)
    pages = {f"{layout.replace(' ', '-')}.pdf": printed_page(parts, layout, chromium) for layout in LAYOUTS}
    found = {file: items(extracted(tmp_path, file, data)) for file, data in pages.items()}
    assert different(base[name], found) == {}


def test_office_files_printed_give_the_same_records(
    base: dict[str, Counter[tuple[object, ...]]], tmp_path: Path
) -> None:
    offices = [file for file in FORMATS if file.endswith((".docx", ".pptx"))]
    files = {(name, file): tmp_path / f"{name.rpartition('/')[2]}-{file}" for name in TEXTS for file in offices}
    for (name, file), path in files.items():
        path.write_bytes(FORMATS[file](sample(name)))
    printed_by_office(files.values(), tmp_path)
    for name in TEXTS:
        pdfs = [files[name, file].with_suffix(".pdf") for file in offices]
        found = {pdf.name: items(extracted(tmp_path, pdf.name, pdf.read_bytes())) for pdf in pdfs}
        assert different(base[name], found) == {}
