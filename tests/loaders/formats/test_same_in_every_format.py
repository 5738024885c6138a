"""The same text as TXT, Word (with and without styles), PowerPoint and a web page gives the same records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.records import DocumentRecord
from graph.text import holds, key
from loaders.extract import extract
from loaders.read import read
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
)
TRACKER: list[Part] = [
    ("h1", "Rapid Review: Child Fern"),
    ("p", "Linfold Safeguarding Children Partnership"),
    ("p", "June 2023"),
    ("h2", "Background"),
    ("p", "Fern was a two-year-old girl who was seriously injured at home in May 2022."),
    ("h2", "Recommendations"),
    (
        "table",
        [
            ["Recommendation", "Lead agency", "Due date"],
            [
                "Health visitors should see every child at home before a case is closed.",
                "Community Health",
                "March 2024",
            ],
            ["The Police should share every report of violence with the school.", "Linfold Police", "June 2024"],
        ],
    ),
]


def items(record: DocumentRecord) -> Counter[tuple[object, ...]]:
    """Everything extracted, by its words and what it was taken for; places left out."""
    found: Counter[tuple[object, ...]] = Counter()
    for box in [record, *record.reviews]:
        case = "" if box is record else key(box.name or box.ref or "")
        if case:
            found[("review", case, box.kind, box.test, *sorted(box.harms), len(box.children))] += 1
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


def extracted(folder: Path, name: str, data: bytes) -> DocumentRecord:
    path = folder / name
    path.write_bytes(data)
    record = extract(path)
    source = read(path)
    pages = {page.number: page.text for page in source.pages}
    for box in [record, *record.reviews]:
        for one in [*box.findings, *box.recommendations, *box.actions]:
            assert holds(pages[one.page if source.paged else None], one.quote), (name, one.quote)
            assert source.paged or one.line
    return record


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_gives_the_same_records_in_every_format(name: str, tmp_path: Path) -> None:
    parts = sample(name)
    found = {file: items(extracted(tmp_path, file, made(parts))) for file, made in FORMATS.items()}
    usual = found["plain.txt"]
    assert usual.total() >= 5
    assert {
        file: list((usual - other) + (other - usual)) for file, other in found.items() if alike(usual, other) < 0.98
    } == {}


def test_a_table_gives_the_same_records_in_every_format_that_has_tables(tmp_path: Path) -> None:
    found = {
        file: items(extracted(tmp_path, file, made(TRACKER))) for file, made in FORMATS.items() if file != "plain.txt"
    }
    assert [one for one in found["page.html"] if one[0] == "recommendation"]
    for file, other in found.items():
        assert other == found["page.html"], file
