"""A table of contents that Word and LibreOffice bring up to date, already filled with the headings; page numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.text.paragraph import Paragraph


def add_contents(doc: Any) -> Paragraph:
    """The place of the contents; `fill_contents` fills it."""
    doc.add_paragraph("Contents", style="TOC Heading")
    place: Paragraph = doc.add_paragraph()
    return place


def fill_contents(place: Paragraph, headings: Sequence[tuple[int, str, str]], deep: int = 2) -> None:
    """Write a line for each heading (level, text, bookmark) of levels 1 to `deep`, each a link."""
    lines = [h for h in headings if h[0] <= deep]
    before = place
    for number, (level, text, mark) in enumerate(lines):
        line = before if number == 0 else Paragraph(_after(before), before._parent)
        line.paragraph_format.left_indent = Cm(0.6 * (level - 1))
        line.paragraph_format.space_after = 0
        if number == 0:
            _mark(line, "begin").find(qn("w:fldChar")).set(qn("w:dirty"), "true")  # Word adds the pages when it opens
            _code(line, f' TOC \\o "1-{deep}" \\h \\z \\u ')
            _mark(line, "separate")
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), mark)
        line._p.append(link)
        inside = Paragraph(line._p, line._parent)
        link.append(inside.add_run(text)._r)
        if number == len(lines) - 1:
            _mark(line, "end")
        before = line


def number_pages(paragraph: Paragraph, title: str) -> None:
    """ "Title, page 2 of 5" in a footer."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run(f"{title[:90]}, page ")
    field(paragraph, " PAGE ", "1")
    paragraph.add_run(" of ")
    field(paragraph, " NUMPAGES ", "1")


def field(paragraph: Paragraph, code: str, shown: str) -> list[Any]:
    """A field at the end of a paragraph; returns its runs."""
    made = [_mark(paragraph, "begin"), _code(paragraph, code), _mark(paragraph, "separate")]
    made.append(paragraph.add_run(shown)._r)
    made.append(_mark(paragraph, "end"))
    return made


def _mark(paragraph: Paragraph, kind: str) -> Any:
    run = paragraph.add_run()._r
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    run.append(mark)
    return run


def _code(paragraph: Paragraph, code: str) -> Any:
    run = paragraph.add_run()._r
    text = OxmlElement("w:instrText")
    text.set(qn("xml:space"), "preserve")
    text.text = code
    run.append(text)
    return run


def _after(paragraph: Paragraph) -> Any:
    made = OxmlElement("w:p")
    paragraph._p.addnext(made)
    return made
