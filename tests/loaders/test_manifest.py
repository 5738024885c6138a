"""A manifest beside documents: its facts take the place of printed ones, faults are sentences, holds hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.collection import Collection
from graph.errors import WrongUse
from graph.given import Given
from loaders.extract import extract
from loaders.manifest import Sources, read_sources

TEXT = """Learning from Elder

Published: May 2021

Learning from this review

- Professionals should ask about sleep arrangements at every visit.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "documents"
    place.mkdir()
    (place / "elder.txt").write_text(TEXT)
    (place / "rowan.txt").write_text(TEXT.replace("Elder", "Rowan"))
    return place


def told(folder: Path, manifest: str) -> Sources:
    (folder / "sources.yaml").write_text(manifest)
    return read_sources(sorted(folder.rglob("*.txt")), [folder])


def test_given_facts_take_the_place_of_printed_ones_and_say_so(folder: Path) -> None:
    sources = told(
        folder,
        "- file: elder.txt\n  title: Review of Elder\n  partnership: Harrowdale Safeguarding Children Partnership\n"
        "  published: 2021-06\n  period: {from: 2020-04, to: 2021-03}\n  address: https://example.org/elder.txt\n"
        "  licence: Open Government Licence v3.0\n",
    )
    assert sources.faults == []
    record = extract(folder / "elder.txt", given=sources.of(folder / "elder.txt"))
    document = record.document
    assert (document.title, document.published, document.published_basis) == ("Review of Elder", "2021-06", "manifest")
    assert document.partnership == "Harrowdale Safeguarding Children Partnership"
    assert (document.address, document.licence) == ("https://example.org/elder.txt", "Open Government Licence v3.0")
    assert document.period
    assert (str(document.period.from_), str(document.period.to)) == ("2020-04-01", "2021-03-31")
    assert document.period.basis == "manifest"
    printed = {fact.field: fact.printed for fact in document.given}
    assert printed["title"] == "Learning from Elder"
    assert printed["published"] == "2021-05"
    assert printed["address"] is None
    messages = [note.message for note in record.report.notes if note.where == "manifest"]
    assert "title is “Review of Elder”; the document prints “Learning from Elder”" in messages
    assert sources.of(folder / "rowan.txt") is None


@pytest.mark.parametrize(
    "manifest",
    [
        "elder.txt: {title: A}\nrowan.txt: {title: B}\n",
        "sources:\n  - {file: elder.txt, title: A}\n  - {file: rowan.txt, title: B}\n",
    ],
)
def test_a_map_by_file_is_read_too(folder: Path, manifest: str) -> None:
    sources = told(folder, manifest)
    assert [sources.told[path].title for path in sorted(sources.told)] == ["A", "B"]


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        (
            "{file: ash.txt, title: A}",
            "entry 1 (ash.txt): there is no such file; correct its name or take the entry out.",
        ),
        ("{title: A}", "entry 1: does not say which file it is about; give it a line `file: NAME`."),
        ("{file: elder.txt, published: soon}", "published: is no date; write it as 2023, 2023-11 or 2023-11-13;"),
        ("{file: elder.txt, adress: x}", "“adress” is not known; did you mean address?"),
        ("{file: elder.txt, address: somewhere}", "address: is no address that begins with http:// or https://"),
        ("{file: elder.txt, period: {from: 2022, to: 2020}}", "period: is no period"),
        ("{file: elder.txt, title: [a]}", "title: input should be a valid string"),
    ],
)
def test_each_fault_is_a_sentence_and_the_rest_is_read(folder: Path, entry: str, fault: str) -> None:
    sources = told(folder, f"- {entry}\n- {{file: rowan.txt, title: B}}\n")
    (sentence,) = sources.faults
    assert str(folder / "sources.yaml") in sentence
    assert fault in sentence
    rowan = sources.of(folder / "rowan.txt")
    assert rowan
    assert rowan.title == "B"


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        ("hold: true\n  reason: a trial is not over", "a trial is not over"),
        ("hold: yes", "no reason is given"),
        ("hold: until the inquest", "until the inquest"),
        ("hold: [1, 2]", "cannot be read and may hold it back"),
        ("holds: true", "cannot be read and may hold it back"),
    ],
)
def test_what_is_or_may_be_held_is_held(folder: Path, entry: str, reason: str) -> None:
    found = told(folder, f"- file: elder.txt\n  {entry}\n").of(folder / "elder.txt")
    assert found
    assert reason in (found.held or "")
    assert told(folder, "- {file: elder.txt, hold: no}\n").of(folder / "elder.txt") == Given()


def test_a_manifest_that_cannot_be_read_holds_everything_beside_it(folder: Path) -> None:
    sources = told(folder, "- file: [elder.txt\n")
    (sentence,) = sources.faults
    assert "is not YAML that can be read (line" in sentence
    assert all((found := sources.of(path)) and found.held for path in folder.glob("*.txt"))
    with pytest.raises(WrongUse, match="not YAML"):
        read_sources([folder / "elder.txt"], [folder], folder / "sources.yaml")


def test_the_nearest_manifest_is_believed_and_none_above_the_folder_named(folder: Path) -> None:
    inner = folder / "2021"
    inner.mkdir()
    (folder / "elder.txt").rename(inner / "elder.txt")
    (folder.parent / "sources.yaml").write_text("- {file: documents/rowan.txt, title: Above}\n")
    (inner / "sources.yaml").write_text("- {file: elder.txt, title: Near}\n")
    sources = told(folder, "- {file: 2021/elder.txt, title: Far}\n")
    found = sources.of(inner / "elder.txt")
    assert found
    assert found.title == "Near"
    assert sources.of(folder / "rowan.txt") is None


def test_given_facts_stay_when_the_file_is_loaded_without_its_manifest(folder: Path, tmp_path: Path) -> None:
    path = folder / "elder.txt"
    collection = Collection.open(tmp_path / "collection")
    given = Given(title="Review of Elder", address="https://example.org/e", partnership=["Harrowdale", "Wexmoor"])
    collection.put(extract(path, given=given), path)
    assert collection.put(extract(path), path).kind == "unchanged"
    (kept,) = collection.records()
    assert (kept.document.title, kept.document.address) == ("Review of Elder", "https://example.org/e")
    assert kept.document.partnerships == ["Harrowdale", "Wexmoor"]
    assert collection.put(extract(path, given=Given(title="Elder")), path).kind == "read-again"
    (kept,) = collection.records()
    assert (kept.document.title, kept.document.address) == ("Elder", None)
