"""From a path to records: the whole way, and what goes wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import UnreadableDocument
from graph.records import DocumentRecord
from graph.text import holds
from loaders.blocks import SourceText
from loaders.extract import extract
from loaders.read import read
from tests.published import extracted

DOCUMENTS = Path(__file__).parent / "parse" / "documents"


def test_a_text_file_becomes_records(tmp_path: Path) -> None:
    record = extract(DOCUMENTS / "seven-minute.txt")
    assert [review.name for review in record.reviews] == ["Child Fern"]
    assert record.document.file == "seven-minute.txt"
    assert record.document.pages is None
    assert len(record.document.sha256) == 64


def test_the_same_file_gives_the_same_records() -> None:
    one, two = (extract(DOCUMENTS / "yearly.txt").model_dump_json() for _ in range(2))
    assert one == two


def test_records_survive_being_written() -> None:
    record = extract(DOCUMENTS / "digest.txt")
    assert DocumentRecord.model_validate_json(record.model_dump_json(by_alias=True)) == record


def test_an_unreadable_file_is_told_in_a_sentence(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    with pytest.raises(UnreadableDocument, match=r"empty\.txt"):
        extract(empty)


def published(reviews: Path) -> list[Path]:
    return [*sorted(reviews.glob("*.txt")), *sorted((reviews / "pdf").glob("*.pdf"))]


def stands_in(source: SourceText, page: int | None, quote: str) -> bool:
    """On the page it names; over a page break, its halves stand around the running lines."""
    pages = {one.number: one.text for one in source.pages}
    if holds(pages[page], quote):
        return True
    words = quote.split()
    return page is not None and any(
        holds(pages[page], " ".join(words[:n])) and holds(pages.get(page + 1, ""), " ".join(words[n:]))
        for n in range(1, len(words))
    )


@pytest.mark.reviews
def test_every_quotation_of_the_published_documents_is_found_again(reviews: Path) -> None:
    lost = []
    for path in published(reviews):
        source, record = read(path), extracted(path)
        for box in [record, *record.reviews]:
            stated = [*box.findings, *box.recommendations, *box.actions, *box.judgements, *box.impacts]
            stated += [*record.statistics, *record.responses] if box is record else [*box.context, *box.chronology]
            for item in stated:
                assert (item.page is not None) == source.paged
                assert source.paged or item.line is not None
                if not stands_in(source, item.page, item.quote):
                    lost.append((path.name, item.page, item.line, item.quote))
    assert not lost


@pytest.mark.reviews
def test_no_published_document_is_empty_and_each_report_adds_up(reviews: Path) -> None:
    for path in published(reviews):
        record = extracted(path)
        every = [
            *record.findings,
            *record.actions,
            *(f for one in record.reviews for f in [*one.findings, *one.actions]),
        ]
        assert len(every) >= 15, path.name
        assert record.report.read == record.report.kept + len(record.report.rejected)
        assert record.document.partnership, path.name
        assert record.document.kind != "other", path.name


@pytest.mark.reviews
def test_inspections_are_one_entry_without_children(reviews: Path) -> None:
    for path in sorted((reviews / "pdf").glob("*.pdf")):
        record = extracted(path)
        assert [(one.kind, one.test) for one in record.reviews] == [("inspection", "inspection")], path.name
        assert not record.reviews[0].children
        assert record.reviews[0].dates.completed is not None
        assert record.document.published


@pytest.mark.reviews
def test_numbered_recommendations_of_the_2016_inspection(reviews: Path) -> None:
    """T22-T24 start here: the numbers are printed, and no. 10 is about police at strategy meetings."""
    made = extracted(reviews / "pdf" / "sif-stockton-on-tees-2016.pdf").reviews[0].recommendations
    assert [rec.ref for rec in made][:10] == [str(n) for n in range(1, 11)]
    tenth = made[9]
    assert "police" in tenth.text
    assert "strategy meetings" in tenth.text
    assert tenth.page == 8


@pytest.mark.reviews
def test_traps_of_the_published_texts(reviews: Path) -> None:
    """T2, T5, T11, T14, T17, T19, T20, T25 as far as reading goes."""
    deck = extracted(reviews / "hsscp-learning-from-reviews-2025.txt")
    cases = {one.name: one for one in deck.reviews}
    assert set(cases) == {"LB", "LA", "LH", "AW", "AL & JL"}  # T19: a case labelled LA is a case
    assert {f.polarity for f in cases["LB"].findings if "Neglect" in f.text} == {"absent"}  # T5
    assert {f.polarity for f in cases["LB"].findings if f.text == "Visiting"} == {"not-stated"}  # T19
    assert len(deck.findings) == 9  # T25: learning that is common to all hangs on no case
    letter = extracted(reviews / "hsscp-newsletter-2023-24-q3.txt")
    assert [(i.one, i.other) for one in letter.reviews for i in one.identities] == [("JM", "Child Joe")]  # T2
    assert [rec.stated for one in letter.reviews for rec in one.recommendations] == [False]  # T20
    yearly = extracted(reviews / "hsscp-annual-report-2023-24.txt")
    tests = [one for one in yearly.reviews if one.test]
    assert [one.test for one in tests] == ["deep-dive", "audit"]  # T11
    assert tests[0].follows_up == ["Riley"]
    done = [
        a.status
        for one in yearly.reviews
        if one.name in ("Joe", "Roo")
        for a in one.actions
        if not a.promise or "Planned" in a.text
    ]
    assert len(done) == 7  # T17
    assert done.count("complete-evidence-awaited") == 3
    joint = extracted(reviews / "tees-themes-2017-21.txt")
    assert len(joint.document.partnerships) == 2  # T18
    nottinghamshire = extracted(reviews / "nottinghamshire-learning-2022.txt")
    assert [one.ref for one in nottinghamshire.reviews][4] == "RR 05/22"  # T14
