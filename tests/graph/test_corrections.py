"""Corrections beside documents: tied to what they are about, refused with a sentence, replaced and never lost."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from graph.cli.correcting import keep
from graph.codebook import load
from graph.collection import Collection
from graph.decisions import ValueDecision
from graph.derive import build
from graph.model import Action, Case, Child, Decision, Finding
from graph.records import Action as ToldAction
from graph.records import Child as ToldChild
from graph.records import Document, DocumentRecord
from graph.records import Finding as ToldFinding
from graph.records import Review as Telling
from loaders.corrections import read_corrections

CODEBOOK = load()
BY = "by: learning lead, on: 2026-03-02, note: our own file"


@pytest.fixture
def collection(tmp_path: Path) -> Collection:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "elder.pdf").write_bytes(b"%PDF invented")
    opened = Collection.open(tmp_path / "collection")
    opened.put(record(), folder / "elder.pdf")
    return opened


def record(sha: str = "a", due: str = "2022-03") -> DocumentRecord:
    line = "Train all staff in safe sleep advice by March 2022"
    return DocumentRecord(
        document=Document(title="Learning from Elder", sha256=sha * 64, file="elder.pdf", published="2021-05"),
        reviews=[
            Telling(
                ref="RR 1/21",
                name="Elder",
                kind="rapid-review",
                quote="Elder (RR 1/21)",
                page=1,
                children=[ToldChild(name="Elder", age="three-month-old", quote="Elder was three months old", page=1)],
                findings=[ToldFinding(text="Nobody asked about sleep", quote="Nobody asked about sleep", page=2)],
                actions=[ToldAction(text=line, quote=line, due=due, page=3)],
            )
        ],
    )


def told(collection: Collection, text: str) -> list[str]:
    """Keep what a corrections file says; gives its faults."""
    folder = collection.path.parent / "documents"
    (folder / "corrections.yaml").write_text(text)
    corrections = read_corrections([folder / "elder.pdf"], [folder])
    return corrections.faults + keep(collection, corrections, {"Learning from Elder"})


def values(collection: Collection) -> dict[str, object]:
    return {d.field: d.value for d in collection.decisions() if isinstance(d, ValueDecision)}


def test_each_way_to_say_what_is_meant_reaches_the_graph(collection: Collection) -> None:
    faults = told(
        collection,
        f"- {{document: elder.pdf, review: RR 1/21, field: incident month, value: 2020-11, {BY}}}\n"
        f"- {{document: Learning from Elder, about: Elder, field: child's age, value: four months, {BY}}}\n"
        f"- {{document: elder.pdf, quote: safe sleep advice, field: due date, value: 2022-09, {BY}}}\n"
        f"- {{document: elder.pdf, quote: Nobody asked about sleep, field: polarity, value: shortfall, {BY}}}\n"
        f"- {{document: elder.pdf, field: title, value: Review of Elder, {BY}}}\n",
    )
    assert faults == []
    graph = build(collection.records(), CODEBOOK, collection.decisions())
    (case,) = graph.all(Case)
    assert (case.incidentFrom, case.incidentTo) == (date(2020, 11, 1), date(2020, 11, 30))
    assert [child.agePrinted for child in graph.all(Child)] == ["four months"]
    assert [(a.due, a.previousDue) for a in graph.all(Action)] == [("2022-09", ["2022-03"])]
    assert [f.polarity for f in graph.all(Finding)] == ["shortfall"]
    assert all(d.found for d in graph.all(Decision))
    assert {d.was for d in graph.all(Decision) if d.field == "due"} == {"2022-03"}


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        (
            f"{{document: elder.pdf, review: RR 1/21, field: weather, value: 1, {BY}}}",
            "“weather” is nothing that can be",
        ),
        (f"{{document: elder.pdf, review: RR 1/21, field: incident, value: soon, {BY}}}", "soon is no date"),
        ("{document: elder.pdf, field: title, value: A, on: 2026-03-02}", "by is missing"),
        ("{document: elder.pdf, field: title, value: A, by: lead, on: soon}", "on: input should be a valid date"),
        (
            f"{{document: elder.pdf, feild: title, field: title, value: A, {BY}}}",
            "“feild” is not known; it may",
        ),
        ("just words", "is no correction"),
    ],
)
def test_a_fault_is_a_sentence_and_the_rest_is_kept(collection: Collection, entry: str, fault: str) -> None:
    (sentence,) = told(collection, f"- {entry}\n- {{document: elder.pdf, field: title, value: B, {BY}}}\n")
    assert "corrections.yaml: entry 1" in sentence
    assert fault in sentence
    assert values(collection) == {"title": "B"}


@pytest.mark.parametrize(
    ("about", "why"),
    [
        ("document: elder.pdf, quote: words that are nowhere", "the document does not hold the words"),
        ("document: ash.pdf, quote: safe sleep advice", "no loaded document is called ash.pdf"),
        ("document: elder.pdf", "it does not say what of the document it is about"),
    ],
)
def test_what_is_not_found_is_said_kept_and_waits(collection: Collection, about: str, why: str) -> None:
    (sentence,) = told(collection, f"- {{{about}, field: due, value: 2022-09, {BY}}}\n")
    assert why in sentence
    assert "is kept and waits" in sentence
    graph = build(collection.records(), CODEBOOK, collection.decisions())
    assert [d.found for d in graph.all(Decision)] == [False]
    assert [a.due for a in graph.all(Action)] == ["2022-03"]


def test_the_file_replaces_what_it_said_before_and_is_not_needed_to_keep_it(collection: Collection) -> None:
    entry = f"- {{document: elder.pdf, quote: safe sleep advice, field: due, value: 2022-09, {BY}}}\n"
    assert told(collection, entry) == []
    kept = collection.path / "decisions" / "corrections.yaml"
    before = kept.stat().st_mtime_ns
    assert told(collection, entry) == []
    assert kept.stat().st_mtime_ns == before
    folder = collection.path.parent / "documents"
    (folder / "corrections.yaml").unlink()
    gone = read_corrections([folder / "elder.pdf"], [folder])
    assert keep(collection, gone, set()) == []
    assert values(collection) == {"due": "2022-09"}
    assert told(collection, entry.replace("2022-09", "2022-10")) == []
    assert values(collection) == {"due": "2022-10"}
    assert told(collection, "[]\n") == []
    assert values(collection) == {}


def test_a_correction_is_found_again_in_a_new_edition(collection: Collection) -> None:
    told(collection, f"- {{document: elder.pdf, quote: safe sleep advice, field: due, value: 2022-09, {BY}}}\n")
    collection.put(record("b", due="2022-04"), collection.path.parent / "documents" / "elder.pdf")
    graph = build(collection.records(), CODEBOOK, collection.decisions())
    assert [a.due for a in graph.all(Action)] == ["2022-09"]


def test_a_document_beside_the_file_that_is_not_loaded_now_is_left_alone(collection: Collection) -> None:
    folder = collection.path.parent / "documents"
    (folder / "ash.pdf").write_bytes(b"%PDF invented")
    assert told(collection, f"- {{document: ash.pdf, field: title, value: A, {BY}}}\n") == []
    assert values(collection) == {}
