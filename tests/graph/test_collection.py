"""The collection folder: documents kept whole, editions told apart, damage named, nothing withdrawn in silence."""

from __future__ import annotations

import os
import stat
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

import pytest

from graph.collection import Collection
from graph.collection.record_files import write_whole
from graph.decisions import Identity
from graph.errors import StoreError
from graph.model import LoadRun
from graph.records import Action, Child, Coding, DateSpan, Document, DocumentRecord, Finding, Rejected, Report, Review
from graph.store import Changes


def made(
    sha: str = "a", *, file: str = "Report 1.pdf", findings: tuple[str, ...] = ("Nobody asked",), **of: object
) -> DocumentRecord:
    told = {"title": "Learning from Elm", "partnership": "Elm Partnership", "published": "2024-05", "pages": 3}
    return DocumentRecord(
        document=Document.model_validate({**told, "sha256": sha * 64, "file": file, **of}),
        reviews=[
            Review(
                ref="RR 1",
                name="Wren",
                children=[Child(name="Wren", age="three months")],
                findings=[
                    Finding(text=text, page=2, themes=[Coding(id="safe-sleep", cue="asked")]) for text in findings
                ],
            )
        ],
        actions=[Action(text="Ask at each visit", page=3)],
        promises=[Action(text="Ask at each visit", page=3)],
        report=Report(read=3, kept=2, rejected=[Rejected(where="p. 3", reason="no words")]),
    )


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "Report 1.pdf"
    path.write_bytes(b"%PDF invented")
    return path


@pytest.fixture
def collection(tmp_path: Path) -> Collection:
    return Collection.open(tmp_path / "new" / "collection")


def test_what_is_put_in_comes_out_the_same(collection: Collection, source: Path) -> None:
    record = made(period={"from": "2023-04-01", "to": "2024-03-31", "precision": "span", "basis": "printed"})
    assert isinstance(record.document.period, DateSpan)
    assert collection.put(record, source).kind == "new"
    again = Collection.open(collection.path)
    assert again.records() == [record]
    assert again.id == collection.id
    assert again.docids() == ["elm-partnership--report-1-pdf"]
    assert [p.read_bytes() for p in (collection.path / "sources").iterdir()] == [b"%PDF invented"]


def test_only_the_owner_can_read(collection: Collection, source: Path) -> None:
    collection.put(made(), source)
    for path in [collection.path, *collection.path.rglob("*")]:
        assert not stat.S_IMODE(path.stat().st_mode) & 0o077, path


def test_a_collection_whose_making_was_cut_short_is_made(tmp_path: Path) -> None:
    folder = tmp_path / "collection"
    folder.mkdir()
    (folder / "collection.json.new").write_text('{"id": "12')
    made_now = Collection.open(folder)
    assert Collection.open(folder).id == made_now.id
    assert not (folder / "collection.json.new").exists()


def test_two_that_make_one_collection_at_once_get_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, others = tmp_path / "collection", []

    def slowly(path: Path, text: str) -> None:
        path.with_name(path.name + ".new").write_text(text[:5])  # as it stands while the other one looks
        others.append(pool.submit(Collection.open, folder))
        assert not wait(others, timeout=0.5).done, others[0].exception()
        write_whole(path, text)

    monkeypatch.setattr("graph.collection.write_whole", slowly)
    with ThreadPoolExecutor(1) as pool:
        first = Collection.open(folder)
    assert [other.result().id for other in others] == [first.id]


def test_same_again_is_unchanged(collection: Collection, source: Path) -> None:
    collection.put(made(), source)
    file = collection.path / "records" / "elm-partnership--report-1-pdf.jsonl"
    before = file.stat().st_mtime_ns
    assert collection.put(made(), source).kind == "unchanged"
    assert file.stat().st_mtime_ns == before


def test_new_edition_says_what_changed(collection: Collection, source: Path) -> None:
    collection.put(made(findings=("Nobody asked", "Nobody rang", "Notes were late")), source)
    new = made("b", findings=("Nobody asked", "Nobody wrote", "Notes were late"))
    new.reviews[0].findings[0] = new.reviews[0].findings[0].model_copy(update={"polarity": "shortfall"})
    told = collection.compare(new)
    change = collection.put(new, source)
    assert told == change
    assert change.kind == "new-edition"
    assert (change.added, change.changed, change.removed) == ({"finding": 1}, {"finding": 1}, {"finding": 1})
    assert (
        change.in_words() == "new edition: 1 learning point added; 1 learning point changed; 1 learning point removed"
    )
    assert collection.records() == [new]
    old = collection.superseded()
    assert [(o["sha256"], o["title"], o["items"]["action"]) for o in old] == [("a" * 64, "Learning from Elm", 1)]
    assert (
        "Nobody rang"
        not in (collection.path / "records" / "superseded")
        .joinpath(next(os.walk(collection.path / "records" / "superseded"))[2][0])
        .read_text()
    )
    assert len(list((collection.path / "sources").iterdir())) == 2


def test_older_edition_does_not_come_back(collection: Collection, source: Path) -> None:
    collection.put(made("a"), source)
    collection.put(made("b", findings=("Other",)), source)
    assert collection.put(made("a"), source).kind == "older-edition"
    assert collection.put(made("c", published="2024-03"), source).kind == "older-edition"
    assert [r.document.sha256 for r in collection.records()] == ["b" * 64]


def test_same_content_under_another_name_is_the_known_document(collection: Collection, source: Path) -> None:
    collection.put(made(), source)
    assert collection.put(made(file="copy of report.pdf", title="copy of report"), source).kind == "renamed"
    assert [r.document.file for r in collection.records()] == ["Report 1.pdf"]


@pytest.mark.parametrize(
    "other",
    [
        {"published": "2023-05"},
        {"partnership": "Ash Partnership"},
        {"period": {"from": "2022-04-01", "to": "2023-03-31", "precision": "span", "basis": "printed"}},
        {"file": "Report 1.txt"},
    ],
)
def test_same_file_name_of_another_time_or_place_is_another_document(
    collection: Collection, source: Path, other: dict[str, object]
) -> None:
    period = {"from": "2023-04-01", "to": "2024-03-31", "precision": "span", "basis": "printed"}
    collection.put(made(period=period), source)
    assert collection.put(made("b", **{"period": period, **other}), source).kind == "new"  # type: ignore[arg-type]
    assert len(collection.records()) == 2
    assert collection.put(made("b", **{"period": period, **other}), source).kind == "unchanged"  # type: ignore[arg-type]


def test_read_otherwise_than_last_time(collection: Collection, source: Path) -> None:
    collection.put(made(), source)
    change = collection.put(made(findings=("Nobody asked", "Nobody rang")), source)
    assert (change.kind, change.added, change.docid) == ("read-again", {"finding": 1}, collection.docids()[0])
    assert collection.superseded() == []


def test_missing_source_withdraws_nothing(collection: Collection, source: Path) -> None:
    collection.put(made(), source)
    source.unlink()
    assert len(Collection.open(collection.path).records()) == 1


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        (lambda text: text[: len(text) // 2], "damaged at line|not whole"),
        (lambda text: text.replace('"read": 3', '"read": "many"'), "form it should"),
        (lambda text: text.replace('"kind": "action"', '"kind": "deed"'), "no known kind"),
        (lambda text: "", "not whole|damaged|begin"),
        (lambda text: text[: text.rindex('{"kind": "report"')], "not whole"),
    ],
)
def test_damaged_record_is_a_sentence_that_names_the_file(
    collection: Collection, source: Path, damage: object, sentence: str
) -> None:
    collection.put(made(), source)
    file = collection.path / "records" / "elm-partnership--report-1-pdf.jsonl"
    file.write_text(damage(file.read_text()))  # type: ignore[operator]
    with pytest.raises(StoreError, match=sentence) as told:
        collection.records()
    assert str(file) in str(told.value)
    assert "\n" not in str(told.value)


def test_folder_of_documents_does_not_become_a_collection(tmp_path: Path) -> None:
    (tmp_path / "report.pdf").write_bytes(b"x")
    with pytest.raises(StoreError, match="holds other files"):
        Collection.open(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["report.pdf"]


def test_newer_format_and_damaged_head(collection: Collection) -> None:
    head = collection.path / "collection.json"
    head.write_text('{"id": "x", "format": 99}')
    with pytest.raises(StoreError, match="newer version"):
        Collection.open(collection.path)
    head.write_text("{")
    with pytest.raises(StoreError, match="damaged"):
        Collection.open(collection.path)


def test_runs_are_kept_in_order_also_after_a_line_cut_short(collection: Collection) -> None:
    for number, changes in ((1, Changes(added_by={"Finding": 2})), (2, Changes())):
        run = LoadRun(
            id=f"r{number}",
            name="r",
            collection=collection.id,
            startedAt=f"2025-01-0{number}",
            codebook="1",
            version="0",
        )
        collection.note_run(run, changes, ["a.pdf"])
        with (collection.path / "runs.jsonl").open("a") as file:
            file.write('{"id": "cut')
    assert [(r["id"], r["added"], r["documents"]) for r in collection.runs()] == [
        ("r1", 2, ["a.pdf"]),
        ("r2", 0, ["a.pdf"]),
    ]


def test_decisions_are_read_in_order_and_checked(collection: Collection) -> None:
    folder = collection.path / "decisions"
    assert collection.decisions() == []
    (folder / "b.yaml").write_text("- {one: x, other: y, kind: different, by: learning lead, on: 2025-01-02}\n")
    (folder / "a.yaml").write_text("- one: x\n  other: z\n  kind: same\n")
    assert [(d.other, d.kind) for d in collection.decisions() if isinstance(d, Identity)] == [
        ("z", "same"),
        ("y", "different"),
    ]
    for text, sentence in (
        ("- {one: x, kind: same}", "decision 1: .*other: field required"),
        ("- {one: x, other: y}", "decision 1: kind"),
        ("a: [", "not YAML"),
        ("x", "not a list"),
    ):
        (folder / "a.yaml").write_text(text)
        with pytest.raises(StoreError, match=sentence):
            collection.decisions()
