"""What may be read and what is refused, each with one sentence that says what, where and what to do."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from benchmarks.hostile_files import every
from graph.errors import UnreadableDocument
from loaders.read import READERS, find, read
from tests.pdfs import Paper, pdf

TEXT = "Learning from reviews\n\nThe family’s café visits – and the child’s words – were not written down.\n"


def refused(path: Path, **options: int) -> str:
    with pytest.raises(UnreadableDocument) as caught:
        read(path, **options)
    sentence = str(caught.value)
    assert str(path) in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert caught.value.todo
    return sentence


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def one_page() -> bytes:
    page = Paper()
    page.paragraph(70, 100, "The worker saw the child alone and wrote down what she said.")
    return pdf(page)


def test_missing_folder_empty_and_unknown(tmp_path: Path) -> None:
    assert "no such file" in refused(tmp_path / "gone.pdf")
    assert "is a folder" in refused(tmp_path)
    assert "is empty" in refused(written(tmp_path, "a.txt", b""))
    assert "is empty" in refused(written(tmp_path, "b.pdf", b" \n"))
    assert "type .xyz" in refused(written(tmp_path, "c.xyz", b"words"))
    assert "without a type" in refused(written(tmp_path, "words", b"words"))


def test_a_huge_file_is_refused_without_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)  # sparse: takes no room on the disk
    assert "200 MB" in refused(path)
    assert "the most that is read" in refused(written(tmp_path, "small.txt", b"x" * 100), limit=10)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_refused_and_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "no ordinary file" in refused(tmp_path / "pipe.txt")


def test_name_and_content_that_disagree(tmp_path: Path) -> None:
    assert "is a PDF" in refused(written(tmp_path, "report.txt", one_page()))
    assert "Office file" in refused(written(tmp_path, "report.pdf", b"PK\x03\x04" + b"x" * 50))
    assert "does not begin as a PDF" in refused(written(tmp_path, "words.pdf", b"only words"))
    assert "Office file" in refused(written(tmp_path, "deck.txt", b"PK\x03\x04" + b"x" * 50))


def test_locked_cut_off_and_pictures_only(tmp_path: Path) -> None:
    whole = one_page()
    page = Paper()
    page.paragraph(70, 100, "Locked away.")
    assert "password" in refused(written(tmp_path, "locked.pdf", pdf(page, locked=True)))
    assert "damaged or cut off" in refused(written(tmp_path, "cut.pdf", whole[:60]))
    assert "damaged or cut off" in refused(written(tmp_path, "end.pdf", whole[:-30]))
    assert "damaged or cut off" in refused(written(tmp_path, "noise.pdf", b"%PDF-1.7\n" + os.urandom(400)))
    scan = Paper()
    scan.frame(50, 50, 500, 700, fill=True)
    assert "no text" in refused(written(tmp_path, "scan.pdf", pdf(scan)))


def test_pdf_is_read_with_its_digest_and_page(tmp_path: Path) -> None:
    data = one_page()
    source = read(written(tmp_path, "Report.PDF", data))
    assert (source.name, source.format, source.paged) == ("Report.PDF", "pdf", True)
    assert source.sha256 == hashlib.sha256(data).hexdigest()
    assert [b.page for b in source.blocks] == [1]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_give_the_same_words(tmp_path: Path, encoding: str) -> None:
    data = TEXT.encode(encoding)
    source = read(written(tmp_path, "words.txt", data))
    assert "café visits – and the child’s words" in " ".join(b.text for b in source.blocks)
    assert source.sha256 == hashlib.sha256(data).hexdigest()
    assert bool(source.notes) == (encoding == "cp1252")


@pytest.mark.parametrize(
    "data",
    [bytes(range(128, 256)) * 4, "Дитина".encode("koi8-r") * 9, b"\x00\x01\x02words", "子ども".encode("shift-jis") * 9],
)
def test_what_is_no_plausible_text_is_refused(tmp_path: Path, data: bytes) -> None:
    sentence = refused(written(tmp_path, "odd.txt", data))
    assert "encoding" in sentence or "not text" in sentence


def test_folders_are_searched_in_order_without_hidden_files(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("z.txt", "a.pdf", "b/c.md", ".hidden.txt", ".git/x.txt", "photo.jpg", "~$lock.txt"):
        written(tmp_path, name, b"words")
    files, skipped = find([tmp_path, tmp_path / "z.txt"])
    assert [str(f.relative_to(tmp_path)) for f in files] == ["a.pdf", "b/c.md", "z.txt"]
    assert [(path.name, reason) for path, reason in skipped] == [("photo.jpg", "files of type .jpg are not read")]


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    inside, outside = tmp_path / "in", tmp_path / "out"
    inside.mkdir()
    outside.mkdir()
    written(outside, "secret.txt", b"words")
    written(inside, "own.txt", b"words")
    (inside / "link.txt").symlink_to(outside / "secret.txt")
    (inside / "way").symlink_to(outside, target_is_directory=True)
    (inside / "round").symlink_to(inside, target_is_directory=True)
    files, skipped = find([inside])
    assert [f.name for f in files] == ["own.txt"]
    assert {path.name for path, _ in skipped} == {"link.txt", "way", "round"}


def test_nothing_to_read_is_an_error_only_when_nothing_else_is_left(tmp_path: Path) -> None:
    empty, full = tmp_path / "empty", tmp_path / "full"
    empty.mkdir()
    full.mkdir()
    written(full, "a.txt", b"words")
    with pytest.raises(UnreadableDocument, match="nothing to read"):
        find([empty])
    files, skipped = find([empty, full])
    assert [f.name for f in files] == ["a.txt"]
    assert skipped[0].path == empty
    assert find([tmp_path / "gone.txt"])[0] == [tmp_path / "gone.txt"]  # `read` says what is wrong


def test_links_that_lead_nowhere_or_to_themselves_are_said(tmp_path: Path) -> None:
    written(tmp_path, "own.txt", b"words")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "never.txt")
    (tmp_path / "self.pdf").symlink_to(tmp_path / "self.pdf")
    (tmp_path / "same.txt").symlink_to(tmp_path / "own.txt")
    files, skipped = find([tmp_path])
    assert [f.name for f in files] == ["own.txt", "same.txt"]
    assert skipped == [
        (tmp_path / "gone.txt", "a link that leads nowhere"),
        (tmp_path / "self.pdf", "a link that leads nowhere"),
    ]
    assert "the file cannot be read" in refused(tmp_path / "self.pdf")
    assert "there is no such file" in refused(tmp_path / "gone.txt")


def test_every_format_is_read_from_files_made_to_harm() -> None:
    tried = {Path(name).suffix for _, name, _ in every("http://127.0.0.1:9")}
    for reader in set(READERS.values()):
        endings = {ending for ending, one in READERS.items() if one is reader}
        assert endings & tried, f"add files of type {', '.join(sorted(endings))} to benchmarks/hostile_files.py"
