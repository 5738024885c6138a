"""A PDF on which its reader ends is named, and the next one is read by a new helper."""

from __future__ import annotations

import resource
from pathlib import Path

import pytest

from graph.cli.loading import read_all
from graph.errors import UnreadableDocument
from loaders.formats.pdf.apart import pdfs_apart
from loaders.formats.pdf.read import read_pdf
from loaders.read import read
from tests.pdfs import Paper, pdf

ROOM = 50 * 1024**2  # bytes


def sound() -> bytes:
    page = Paper()
    page.paragraph(70, 100, "Professionals did not speak to the father.")
    return pdf(page)


def large() -> bytes:
    """A page whose content unpacks to more than there is room for."""
    page = Paper()
    page.text(70, 100, "Words.")
    page.ops.append(" " * 100_000_000)
    return pdf(page)


def test_a_helper_reads_what_is_read_in_place(tmp_path: Path) -> None:
    path = tmp_path / "one.pdf"
    path.write_bytes(sound())
    here = read(path)
    with pdfs_apart() as apart:
        assert read(path) == here
        assert apart.process is not None
        with pytest.raises(UnreadableDocument) as refusal:
            apart.read(path, b"%PDF-1.7\n%%EOF")
    assert "the PDF is damaged" in str(refusal.value)
    assert apart.process is None


def test_a_file_that_ends_the_helper_is_named_and_the_next_is_read() -> None:
    with pdfs_apart() as apart:
        assert apart.read(Path("one.pdf"), sound()) == read_pdf(Path("one.pdf"), sound())
        assert apart.process is not None
        taken = int(Path(f"/proc/{apart.process.pid}/statm").read_text().split()[0]) * resource.getpagesize()
        resource.prlimit(apart.process.pid, resource.RLIMIT_AS, (taken + ROOM, taken + ROOM))
        with pytest.raises(UnreadableDocument) as refusal:
            apart.read(Path("large.pdf"), large())
        assert str(refusal.value).startswith("large.pdf: the file ended the program that reads it")
        assert apart.read(Path("two.pdf"), sound()).blocks


def test_a_small_load_reads_pdfs_beside_other_files(tmp_path: Path) -> None:
    (tmp_path / "one.pdf").write_bytes(sound())
    (tmp_path / "two.txt").write_text("Learning\n\n- Professionals did not speak to the father.\n", encoding="utf-8")
    (tmp_path / "three.pdf").write_bytes(b"%PDF-1.7\n%%EOF")
    found = list(read_all([tmp_path / name for name in ("one.pdf", "two.txt", "three.pdf")]))
    assert [record is not None for _, record, _ in found] == [True, True, False]
    assert "damaged" in str(found[2][2])
