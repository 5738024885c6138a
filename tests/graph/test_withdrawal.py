"""A withdrawn document leaves no word behind, whenever it was cut short; a held one is neither shown nor counted."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from graph import model
from graph.codebook import load as load_codebook
from graph.collection import Collection
from graph.collection.holds import hold, release
from graph.collection.withdrawal import Tombstone, _write, fingerprint, finish_all, lift, tombstones, withdraw
from graph.decisions import (
    CodingDecision,
    Decision,
    Evidenced,
    LinkDecision,
    StatusDecision,
    ValueDecision,
    add,
    read_folder,
)
from graph.derive import build
from graph.errors import WrongUse
from loaders.extract import extract

DAY = date(2026, 3, 2)
ELM = """Elm Safeguarding Partnership
Learning from Elm 2024

Learning
- Nobody asked the older sister about the quiet weekend at the harbour house.
- Practitioners did not share the red folder with the night team.

Recommendations
1. The partnership should write one page about quiet weekends for every night team.
"""
OAK = """Oak Safeguarding Partnership
Learning from Oak 2023

Learning
- Practitioners did not share the red folder with the night team.
- Plans were not tested with the family before the winter.
"""
SECRET = "Nobody asked the older sister about the quiet weekend"


@pytest.fixture
def loaded(tmp_path: Path) -> Collection:
    collection = Collection.open(tmp_path / "collection")
    for name, text in (("elm.txt", ELM), ("oak.txt", OAK)):
        path = tmp_path / name
        path.write_text(text, "utf-8")
        collection.put(extract(path), path)
    return collection


def docid(collection: Collection, title: str) -> str:
    return next(d for d in collection.docids() if title in d)


def held_words(collection: Collection, words: str) -> list[str]:
    """Files of the folder whose bytes hold the words, however lines are broken."""
    found = []
    for path in sorted(p for p in collection.path.rglob("*") if p.is_file()):
        if words.encode() in b" ".join(path.read_bytes().split()):
            found.append(path.relative_to(collection.path).as_posix())
    return found


def decided(collection: Collection) -> list[Decision]:
    said = {"by": "learning lead", "on": DAY}
    title = collection.head(docid(collection, "elm")).title
    record = collection.record(docid(collection, "elm"))
    point = next(f for f in record.findings if SECRET in f.text)
    return [
        CodingDecision(thing="x:finding:1", document=title, quote=point.quote, theme="neglect", choice="keep", **said),
        ValueDecision(thing="waiting:" + point.quote, field="incident", value="2024-01", was=point.text, **said),
        Evidenced(thing="y:recommendation:9", document="Learning from Oak 2023", text=f"see “{point.text}”", **said),
        StatusDecision(thing="y:recommendation:9", status="C-IN", note=f"because {SECRET}", **said),
        LinkDecision(
            thing="y:finding:7",
            document="Learning from Oak 2023",
            quote="Plans were not tested with the family before the winter.",
            other="x:finding:1",
            other_quote=point.quote,
            relation="RECURS_IN",
            choice="yes",
            **said,
        ),
        StatusDecision(thing="y:action:3", status="C-IN", note="minute 14", **said),
    ]


def test_no_word_stays_and_decisions_are_kept_without_theirs(loaded: Collection) -> None:
    add(loaded.path / "decisions", decided(loaded))
    (loaded.path / "records" / "half.jsonl.new").write_text(SECRET, "utf-8")
    before = read_folder(loaded.path / "decisions")
    assert len(held_words(loaded, SECRET)) >= 5
    stone = withdraw(loaded, docid(loaded, "elm"), by="business manager", on=DAY, note="taken back")
    assert held_words(loaded, SECRET) == []
    assert held_words(loaded, "one page about quiet weekends") == []
    after = read_folder(loaded.path / "decisions")
    assert [(type(d), d.by, d.on) for d in after] == [(type(d), d.by, d.on) for d in before]
    assert stone.decisions == 5
    assert [d for d in after if d.note == "minute 14"] == [d for d in before if d.note == "minute 14"]
    joined = next(d for d in after if isinstance(d, LinkDecision))
    assert joined.quote.startswith("Plans were not tested")  # its own document stays
    assert (joined.other, joined.other_quote) == ("withdrawn:x:finding:1", "")
    assert held_words(loaded, "share the red folder") != []  # another document prints it too
    graph = build(loaded.records(), load_codebook(), loaded.decisions(), loaded.editions())
    assert len(graph.all(model.Decision)) == 6
    waiting = [d for d in graph.all(model.Decision) if d.reason == "its document was withdrawn"]
    assert len(waiting) == 3


def test_tombstone_says_who_and_why_without_words(loaded: Collection, tmp_path: Path) -> None:
    sha = loaded.head(docid(loaded, "elm")).sha256
    withdraw(loaded, docid(loaded, "elm"), by="business manager", on=DAY, note="taken back")
    (stone,) = tombstones(loaded)
    assert (stone.sha256, stone.on, stone.by, stone.note) == ([sha], "2026-03-02", "business manager", "taken back")
    assert stone.finished
    assert stone.items["finding"] == 2
    again = loaded.put(extract(tmp_path / "elm.txt"), tmp_path / "elm.txt")
    assert again.kind == "withdrawn"
    assert "withdrawn on 2026-03-02 by business manager (taken back)" in again.in_words()
    assert len(loaded.docids()) == 1


def test_same_words_in_other_bytes_are_refused_too(loaded: Collection, tmp_path: Path) -> None:
    withdraw(loaded, docid(loaded, "elm"), by="manager", on=DAY, note="taken back")
    copy = tmp_path / "copy.txt"
    copy.write_text(ELM + "\n\n", "utf-8")
    assert loaded.compare(extract(copy)).kind == "withdrawn"
    other = tmp_path / "elm.txt"
    other.write_text(ELM.replace(SECRET, "Nobody thought"), "utf-8")
    assert loaded.compare(extract(other)).kind == "new"  # what the publisher put in its place


def test_earlier_editions_go_with_it(loaded: Collection, tmp_path: Path) -> None:
    (tmp_path / "elm.txt").write_text(ELM.replace(SECRET, "Nobody thought of anyone"), "utf-8")
    assert loaded.put(extract(tmp_path / "elm.txt"), tmp_path / "elm.txt").kind == "new-edition"
    assert held_words(loaded, SECRET) != []  # the copy of the first edition
    stone = withdraw(loaded, docid(loaded, "elm"), by="manager", on=DAY, note="taken back")
    assert len(stone.sha256) == 2
    assert held_words(loaded, SECRET) == []
    (tmp_path / "first.txt").write_text(ELM, "utf-8")
    assert loaded.compare(extract(tmp_path / "first.txt")).kind == "withdrawn"


def test_cut_short_it_is_finished_by_whoever_comes_next(loaded: Collection) -> None:
    record = loaded.record(docid(loaded, "elm"))
    head = record.document
    stone = Tombstone(
        docid(loaded, "elm"), head.title, [head.sha256], fingerprint(record), None, "2026-03-02", "m", "w"
    )
    _write(loaded, stone)  # and killed there
    assert held_words(loaded, SECRET) != []
    assert len(finish_all(loaded)) == 1
    assert held_words(loaded, SECRET) == []
    assert finish_all(loaded) == []


def test_a_person_lifts_it(loaded: Collection, tmp_path: Path) -> None:
    stone = withdraw(loaded, docid(loaded, "elm"), by="manager", on=DAY, note="taken back")
    lift(loaded, stone, by="manager", on=DAY, note="published again")
    assert loaded.put(extract(tmp_path / "elm.txt"), tmp_path / "elm.txt").kind == "new"
    assert len(tombstones(loaded)) == 1


def test_reason_may_not_quote_the_document(loaded: Collection) -> None:
    with pytest.raises(WrongUse, match="without its words"):
        withdraw(loaded, docid(loaded, "elm"), by="manager", on=DAY, note=f"it says: {SECRET}")
    assert len(loaded.docids()) == 2
    assert tombstones(loaded) == []


def test_held_is_kept_but_not_shown_nor_counted(loaded: Collection) -> None:
    add(loaded.path / "decisions", decided(loaded))
    whole = build(loaded.records(), load_codebook(), loaded.decisions())
    hold(loaded, docid(loaded, "elm"), by="manager", on=DAY, note="criminal proceedings")
    assert [r.document.title for r in loaded.records()] == [loaded.head(docid(loaded, "oak")).title]
    graph = build(loaded.records(), load_codebook(), loaded.decisions())
    told = " ".join(str(v) for nodes in graph.nodes.values() for n in nodes.values() for v in n.row().values())
    assert SECRET not in told
    assert "Plans were not tested" in told
    release(loaded, docid(loaded, "elm"))
    again = build(loaded.records(), load_codebook(), loaded.decisions())
    assert {k: sorted(v) for k, v in again.nodes.items()} == {k: sorted(v) for k, v in whole.nodes.items()}


def test_documents_are_named_in_any_way_but_never_guessed(loaded: Collection) -> None:
    elm = docid(loaded, "elm")
    for name in ("elm.txt", loaded.head(elm).title, elm, loaded.head(elm).sha256[:10]):
        assert loaded.called(name) == elm
    with pytest.raises(WrongUse, match="no loaded document"):
        loaded.called("ash.txt")
