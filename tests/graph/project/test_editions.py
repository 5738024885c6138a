"""Editions and tellings: a replaced edition leaves counts and no words; one review told three times is one review."""

from __future__ import annotations

from pathlib import Path

from graph.codebook import load
from graph.collection import Collection
from graph.derive import build
from graph.model import Case, Document, Passage, Review
from graph.project.editions import Edition
from graph.records import Document as Told
from graph.records import DocumentKind, DocumentRecord, Finding
from graph.records import Review as Telling

CODEBOOK = load()


def telling(sha: str, title: str, kind: DocumentKind, *points: str, published: str = "2022") -> DocumentRecord:
    findings = [Finding(text=point, quote=point, page=2) for point in points]
    return DocumentRecord(
        document=Told(
            title=title, kind=kind, sha256=sha * 64, file=f"{title}.pdf", partnership="Linfold", published=published
        ),
        reviews=[Telling(ref="RR 1/22", kind="rapid-review", quote="Rapid Review RR 1/22", page=1, findings=findings)],
    )


def test_a_review_told_in_three_documents_is_one_review_with_three_sources() -> None:
    graph = build(
        [
            telling("a", "Learning from reviews", "learning-digest", "Fathers were not seen"),
            telling("b", "Annual report", "annual-report", "Fathers were not seen", "Sleep was not asked about"),
            telling("c", "Newsletter", "newsletter", "Staff should ask about sleep"),
        ],
        CODEBOOK,
    )
    (review,) = graph.all(Review)
    assert len(graph.all(Case)) == 1
    places = graph.targets(review, "STATED_IN", Passage)
    sources = {d.name for place in places for d in graph.targets(place, "OF", Document)}
    assert sources == {"Learning from reviews", "Annual report", "Newsletter"}


def test_replaced_editions_are_a_chain_of_documents_without_words(tmp_path: Path) -> None:
    collection = Collection.open(tmp_path / "collection")
    source = tmp_path / "digest.pdf"
    source.write_bytes(b"%PDF invented")
    points = (("One", "Two", "Three"), ("One", "Two"), ("One",))
    for sha, said in zip("abc", points, strict=True):
        collection.put(telling(sha, "Learning from reviews", "learning-digest", *said), source)
    graph = build(collection.records(), CODEBOOK, (), collection.editions())
    documents = {d.id[0]: d for d in graph.all(Document)}
    assert (documents["a"].kind, documents["b"].kind, documents["c"].kind) == (
        "superseded",
        "superseded",
        "learning-digest",
    )
    assert (documents["a"].held, documents["a"].gone) == ("3 learning points, 1 review", "1 learning point")
    assert graph.targets(documents["a"], "SUPERSEDED_BY", Document) == [documents["b"]]
    assert graph.targets(documents["b"], "SUPERSEDED_BY", Document) == [documents["c"]]
    assert graph.sources(documents["a"], "OF", Passage) == []
    assert documents["a"].supersededOn


def test_editions_of_a_document_that_was_taken_out_are_not_shown() -> None:
    edition = Edition("a" * 64, "Learning", "l.pdf", "2021", "2026-03-02", "f" * 64, "1 review", "")
    graph = build([telling("c", "Newsletter", "newsletter", "Staff should ask")], CODEBOOK, (), [edition])
    assert [d.id[0] for d in graph.all(Document)] == ["c"]
