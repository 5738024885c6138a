"""PDF files to blocks: `read_pdf` opens the file through PDFium and puts its pages through the layout analysis.

bytes → words (words, shapes) → rules, heads, aligned, labelled (tables) → banners, columns, page (lines)
      → furniture, type, tables → drafts, blocks (blocks)
"""

from __future__ import annotations

import hashlib
from itertools import count
from pathlib import Path
from typing import Any

from graph.errors import UnreadableDocument
from loaders.blocks import Page, SourceText
from loaders.formats import marks
from loaders.formats.pdf import guard, unread
from loaders.formats.pdf.blocks import blocks, printed_lines
from loaders.formats.pdf.furniture import furniture
from loaders.formats.pdf.lines import Line
from loaders.formats.pdf.page import Layout, layout
from loaders.formats.pdf.tables import grids
from loaders.formats.pdf.type import usual, usual_size
from loaders.formats.pdf.words import Word, sheet

_TAIL = 2048  # bytes at the end of a file in which its end mark stands
_NOTE_SIZE = 0.92  # of the text's size: footnotes are set smaller


def read_pdf(path: Path, data: bytes) -> SourceText:
    """Read a PDF file into blocks.

    Args:
        path: the file, for its name only.
        data: its bytes.

    Returns:
        Blocks in reading order with `page` (from 1), and the text of each page. A block that runs over a page end is
        one block, on the page where it begins.

    Raises:
        UnreadableDocument: damaged, locked with a password, without pages, or without any text.
    """
    import pypdfium2 as pdfium

    if b"%%EOF" not in data.rstrip(b"\x00\t\r\n ")[-_TAIL:]:  # PDFium would mend it and lose pages in silence
        raise _unreadable(path)
    guard.check(str(path), data)
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise _unreadable(path, str(error)) from None
    try:
        return _read(document, path, data)
    except pdfium.PdfiumError as error:
        raise UnreadableDocument("the PDF is damaged", str(path), "get it again from where it was published") from error
    finally:
        document.close()


def _unreadable(path: Path, error: str = "") -> UnreadableDocument:
    if "password" in error.lower():
        return UnreadableDocument(
            "the PDF is locked with a password", str(path), "save a copy without password and load that"
        )
    return UnreadableDocument("the PDF is damaged or cut off", str(path), "get it again from where it was published")


def _read(document: Any, path: Path, data: bytes) -> SourceText:
    source = SourceText(path.name, hashlib.sha256(data).hexdigest(), "pdf", paged=True)
    source.metadata = {k.lower(): v for k, v in document.get_metadata_dict(skip_empty=True).items()}
    flows, pages = count(1), list[Layout]()
    empty: dict[int, str] = {}
    for number, page in enumerate(document, 1):
        drawn = sheet(page, number)
        page.close()
        if not drawn.words and not drawn.turned:
            empty[number] = "; a picture is not read" if drawn.shapes else ""
        if drawn.turning and marks.NOTE not in source.notes:
            source.notes.append(marks.NOTE)
        if drawn.garbled:
            source.notes.append((f"page {number}", f"{drawn.garbled} characters have no meaning in the file's fonts"))
        if drawn.turned:
            source.notes.append((f"page {number}", f"{len(drawn.turned)} words stand across the page"))
        pages.append(layout(drawn, flows, pages[-1] if pages else None))
        if pages[-1].scattered:
            source.notes.append(
                (f"page {number}", "words in more columns than can be told apart; read from left to right")
            )
    if len(empty) == len(pages):
        raise UnreadableDocument(
            "the PDF holds no text, only pictures of pages" if pages else "the PDF has no pages",
            str(path),
            "run text recognition (OCR) over it and load the result" if pages else "get it again",
        )
    source.notes += [(f"page {number}", f"no text on this page{picture}") for number, picture in empty.items()]
    source.notes += unread.notes([page for page in pages if page.number not in empty])
    _blocks(source, pages)
    return source


def _blocks(source: SourceText, pages: list[Layout]) -> None:
    every = [page.lines for page in pages]
    size = usual_size(every)
    free = [[line for line in lines if not line.cell] for lines in every]
    edges = furniture(free, [page.height for page in pages], size)
    body = [[line for line in lines if id(line) not in edges] for lines in every]
    norm = usual(body)
    notes = {id(line) for lines in body for line in _footnotes(lines, norm.size)}
    text = [[line for line in lines if id(line) not in notes] for lines in body]
    source.blocks = blocks(every, edges, notes, grids(pages, text, norm.words), norm)
    source.pages = [
        Page(page.number, printed_lines(page.lines), printed_lines(main))
        for page, main in zip(pages, text, strict=True)
    ]


def _footnotes(lines: list[Line], size: float) -> list[Line]:
    """The lines at the foot of a page that are set smaller and begin with a note's mark."""
    start = len(lines)
    while start and lines[start - 1].main and lines[start - 1].size <= _NOTE_SIZE * size:
        start -= 1
    if start == len(lines):
        return []
    marks = {word.text for line in lines[:start] for word in line.words if _raised(word, line)}
    for at in range(start, len(lines)):
        first = lines[at].words[0]
        number = first.text.isdigit() and len(first.text) <= 2
        if (number and (_raised(first, lines[at]) or first.text in marks)) or first.text in ("*", "†", "‡"):
            return lines[at:]
    return []


def _raised(word: Word, line: Line) -> bool:
    """Whether a word is set as a note's mark: small, or above the base line."""
    return word.size < 0.85 * line.size or word.base < line.base - 0.12 * line.size
