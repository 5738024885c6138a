"""One fictional text rendered into every format, for tests that compare what is read from them.

A text is a list of parts: (kind, words), with kind "h1", "h2", "h3", "p", "li", "n" (a paragraph with a typed number)
or "table" (words: rows of cells, the first row the head). `**` marks bold words.
"""

from __future__ import annotations

import html
import io
import re
from html.parser import HTMLParser
from pathlib import Path

import docx
import pptx
from pptx.util import Inches

Part = tuple[str, "str | list[list[str]]"]
SAMPLES = Path(__file__).parent / "samples"


def sample(name: str) -> list[Part]:
    """The parts of a page in tests/samples."""
    reader = _Parts()
    reader.feed((SAMPLES / f"{name}.html").read_text(encoding="utf-8"))
    return reader.parts


class _Parts(HTMLParser):
    """Headings, paragraphs, list items and tables of a plain page."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[Part] = []
        self.open: str | None = None
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("h1", "h2", "h3", "p", "li", "td", "th"):
            self.open, self.words = ("n" if ("class", "n") in attrs else tag), ""
        elif tag == "table":
            self.parts.append(("table", []))
        elif tag == "tr":
            self._table().append([])
        elif tag == "b" and self.open != "n":
            self.words += "**"

    def handle_endtag(self, tag: str) -> None:
        if tag == "b":
            self.words += " " if self.open == "n" else "**"
        elif self.open and tag in ("td", "th"):
            self._table()[-1].append(self.words.strip())
            self.open = None
        elif self.open and tag in ("h1", "h2", "h3", "p", "li"):
            self.parts.append((self.open, self.words.strip()))
            self.open = None

    def handle_data(self, data: str) -> None:
        if self.open:
            self.words += data

    def _table(self) -> list[list[str]]:
        rows = self.parts[-1][1]
        assert isinstance(rows, list)
        return rows


def _runs(words: str) -> list[tuple[str, bool]]:
    return [(text, at % 2 == 1) for at, text in enumerate(words.split("**")) if text]


def as_txt(parts: list[Part]) -> bytes:
    """Plain text with markdown signs for headings, a blank line between paragraphs, nothing bold."""
    lines = []
    for kind, words in parts:
        assert isinstance(words, str)
        sign = {"h1": "# ", "h2": "## ", "h3": "### ", "li": "- "}.get(kind, "")
        lines.append(sign + words.replace("**", ""))
    return ("\n\n".join(lines) + "\n").encode()


def as_html(parts: list[Part]) -> bytes:
    """A page as a site would publish it: menu, main part, footer."""
    body, listed = [], False
    for kind, words in parts:
        if listed != (kind == "li"):
            body.append("<ul>" if not listed else "</ul>")
            listed = not listed
        if isinstance(words, list):
            head, *rows = ["".join(f"<c>{html.escape(cell)}</c>" for cell in row) for row in words]
            body.append(f"<table><thead><tr>{head.replace('c>', 'th>')}</tr></thead><tbody>")
            body += [f"<tr>{row.replace('c>', 'td>')}</tr>" for row in rows]
            body.append("</tbody></table>")
            continue
        text = re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", html.escape(words, quote=False))
        tag = "p" if kind == "n" else kind
        body.append(f"<{tag}>{text}</{tag}>")
    body += ["</ul>"] if listed else []
    menu = "<header><a href='/'>Home</a></header><nav><ul><li>Learning</li><li>Recommendations</li></ul></nav>"
    page = "\n".join(body)
    return (
        f"<!DOCTYPE html>\n<html><head><meta charset='utf-8'><title>Site</title><script>var a = 'care';</script></head>"
        f"<body>{menu}<main>\n{page}\n</main><footer><p>Contact us</p></footer></body></html>"
    ).encode()


def as_docx(parts: list[Part], styled: bool = True) -> bytes:
    """A Word document; not `styled`: headings are larger or bold paragraphs, bullets are typed."""
    document = docx.Document()
    for kind, words in parts:
        if isinstance(words, list):
            table = document.add_table(len(words), len(words[0]), style="Table Grid")
            for at, row in enumerate(words):
                for column, text in enumerate(row):
                    table.cell(at, column).paragraphs[0].add_run(text).bold = at == 0
            continue
        if kind in ("h1", "h2", "h3") and styled:
            document.add_heading(words, int(kind[1]))
            continue
        paragraph = document.add_paragraph(style="List Bullet" if kind == "li" and styled else None)
        if kind == "li" and not styled:
            paragraph.add_run("•\t")
        for text, bold in _runs(words):
            run = paragraph.add_run(text)
            run.bold = bold or kind[0] == "h"
            if kind in ("h1", "h2"):
                run.font.size = docx.shared.Pt({"h1": 20, "h2": 15}[kind])
    return saved(document)


def as_pptx(parts: list[Part]) -> bytes:
    """A deck: a slide for each heading of the first two ranks, third ranks bold in the text."""
    deck = pptx.Presentation()
    first = next((at for at, (kind, _) in enumerate(parts) if kind in ("h1", "h2")), 0)
    if first < 3:  # what stands above the title goes below it
        parts = [parts[first], *parts[:first], *parts[first + 1 :]]
    made = None
    for at, (kind, words) in enumerate(parts):
        if kind in ("h1", "h2") or made is None:
            titled = kind in ("h1", "h2")
            opening = kind == "h1" and not any(one == "h1" for one, _ in parts[:at])
            made = deck.slides.add_slide(deck.slide_layouts[0 if opening else 1])
            frame = made.placeholders[1].text_frame
            made.shapes.title.text = words if titled else ""
            if titled:
                continue
        if isinstance(words, list):
            size = [Inches(n) for n in (1, 6, 8, 1)]
            table = made.shapes.add_table(len(words), len(words[0]), *size).table
            for row, line in enumerate(words):
                for column, text in enumerate(line):
                    table.cell(row, column).text = text
            continue
        paragraph = _added(frame, f"**{words}**" if kind == "h3" else words)
        sign = "{http://schemas.openxmlformats.org/drawingml/2006/main}bu"
        properties = paragraph._p.get_or_add_pPr()
        if kind == "li":
            properties.append(properties.makeelement(f"{sign}Char", {"char": "•"}))
        else:
            properties.append(properties.makeelement(f"{sign}None", {}))
    return saved(deck)


def _added(frame, words):  # type: ignore[no-untyped-def]
    paragraph = frame.paragraphs[0] if not frame.text else frame.add_paragraph()
    for text, bold in _runs(words):
        run = paragraph.add_run()
        run.text = text
        run.font.bold = True if bold else None
    return paragraph


def saved(document) -> bytes:  # type: ignore[no-untyped-def]
    """The bytes of a document or deck."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
