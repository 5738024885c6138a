"""Marks that turn the direction of writing are taken out of text and PDF, and said; the words stay."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.hostile_pdf import FONT, WORDS, _file, _stream
from loaders.formats import marks
from loaders.read import read

SAID = "Professionals did not speak to the father."


def turned_pdf() -> bytes:
    """A page on which the sign "#" means U+202E and "$" a space of no width."""
    table = b"1 begincodespacerange <00> <ff> endcodespacerange 2 beginbfchar <23> <202E> <24> <200B> endbfchar"
    return _file(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        _stream(WORDS.replace(b"not", b"n#ot").replace(b"father", b"fat$her")),
        FONT[:-2] + b"/ToUnicode 6 0 R >>",
        _stream(b"begincmap " + table + b" endcmap"),
    )


@pytest.mark.parametrize("name", ["a.txt", "a.pdf"])
def test_marks_that_nobody_sees_are_taken_out_and_turning_ones_said(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    text = SAID.replace("not", "n\u202eot").replace("father", "fat\u200bher")
    path.write_bytes(turned_pdf() if name == "a.pdf" else text.encode())
    source = read(path)
    assert [block.text for block in source.blocks] == [SAID]
    assert source.pages[0].text.strip() == SAID
    assert source.notes == [marks.NOTE]


def test_accents_and_pictures_stay() -> None:
    assert marks.seen("café 👩\u200d👧 ‘x’") == "café 👩\u200d👧 ‘x’"
