"""The paper every briefing is written on: styles, contents, captions, citations, tables that repeat their header.

Every statement of fact goes through `fact`, `quote` or a table with a source column, so that none is without one.
Texts are put in as text: nothing in a document can become a field, a link or mark-up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from graph.sharing import INTERNAL
from graph.views.briefs.charts import add_bar_chart
from graph.views.briefs.contents import add_contents, fill_contents, number_pages
from graph.views.cells import inert, sources

INK = RGBColor(0x1D, 0x35, 0x57)
CONTENT_NOTE = (
    "Before you read: these pages tell of serious harm to children, in the words of published reviews. Take a break "
    "if you need one, and talk to somebody you trust about what stays with you."
)


class Paper:
    """A Word document in the making; call `save` once."""

    def __init__(self, made_on: date, *, internal: bool = False) -> None:
        self.made_on = made_on
        self.internal = internal
        self.doc = Document()
        self._figures = self._tables = 0
        self._charts, self._deep = 0, 2
        self._headings: list[tuple[int, str, str]] = []
        self._contents: Paragraph | None = None
        _styles(self.doc)
        section = self.doc.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.2)
        section.top_margin = section.bottom_margin = Cm(2)

    def title(self, text: str, under: str) -> None:
        """The title of the briefing (also of the file) and the line below it."""
        clean = inert(text)
        self.doc.core_properties.title = clean[:250]
        self.doc.core_properties.language = "en-GB"
        self.doc.core_properties.author = "Golden Thread"
        self.doc.add_paragraph(clean, style="Title")
        if under:
            self.doc.add_paragraph(inert(under), style="Subtitle")
        header = self.doc.sections[0].header.paragraphs[0]
        header.text = f"{INTERNAL}: with names of officials, every quotation and small counts" if self.internal else ""
        header.alignment = WD_ALIGN_PARAGRAPH.CENTER
        for run in header.runs:
            run.bold = True
        number_pages(self.doc.sections[0].footer.paragraphs[0], clean)

    def contents(self, deep: int = 2) -> None:
        """A table of contents, filled with the headings that follow (levels 1 to `deep`) when the paper is saved."""
        self._deep = deep
        self._contents = add_contents(self.doc)

    def heading(self, text: str, level: int = 1, *, new_page: bool = False) -> None:
        """A heading; levels follow each other without gaps."""
        made = self.doc.add_paragraph(inert(text), style=f"Heading {level}")
        made.paragraph_format.page_break_before = new_page
        name = f"_gt{len(self._headings) + 1}"
        _bookmark(made, name, len(self._headings) + 1)
        self._headings.append((level, inert(text), name))

    def say(self, text: str, style: str = "Body Text") -> Paragraph:
        """A sentence of this briefing itself, which states nothing that is in a document."""
        return self.doc.add_paragraph(inert(text), style=style)

    def fact(self, text: str, evidence: Iterable[Mapping[str, Any]] | str, *, bullet: bool = False) -> None:
        """A statement with its source: passages (document and page), or the question it was counted by."""
        made = self.doc.add_paragraph(style="Fact Bullet" if bullet else "Fact")
        made.add_run(inert(text).rstrip())
        cite(made, evidence)

    def quote(self, item: Mapping[str, Any]) -> None:
        """A passage as printed, with its place; where words are left out, only the place."""
        if not item.get("quote"):
            return
        made = self.doc.add_paragraph(style="Quotation")
        made.add_run(f"“{inert(str(item['quote']))}”")
        cite(made, [item])

    def note(self, text: str) -> None:
        """Something to know before reading on, in a box that is told by its words too."""
        self.doc.add_paragraph(inert(text), style="Note")

    def table(
        self, caption: str, columns: Sequence[str], rows: Sequence[Sequence[Any]], widths: Sequence[float]
    ) -> None:
        """A captioned table whose header is repeated on every page; `widths` in centimetres, wider where a word is."""
        self._tables += 1
        widths = _wide_enough(widths, [columns, *rows])
        title = inert(f"Table {self._tables}. {caption}")
        self.doc.add_paragraph(title, style="Caption").paragraph_format.keep_with_next = True
        table = self.doc.add_table(rows=1 + len(rows), cols=len(columns), style="Table Grid")
        table.autofit = False
        _describe(table, title)
        for at, width in enumerate(widths):
            table.columns[at].width = Cm(width)
        grid = list(table.rows)
        for number, values in enumerate([columns, *rows]):
            row = grid[number]
            _row_property(row, "w:cantSplit")
            if number == 0:
                _row_property(row, "w:tblHeader")
            for at, cell in enumerate(row.cells):
                cell.width = Cm(widths[at])
                value = values[at]
                words = cell.paragraphs[0]
                words.style = self.doc.styles["Table Head" if number == 0 else "Table Text"]
                words.add_run("" if value is None else inert(str(value)))
                if number == 0:
                    _shade(cell, "E3E9F1")
        self.doc.add_paragraph(style="Table Text")

    def chart(
        self, caption: str, unit: str, bars: Sequence[tuple[str, int]], source: str, *, table: bool = True
    ) -> None:
        """A bar chart with numbers on the bars and words for those who do not see it; its table follows.

        Without `table` the next table of the paper must hold the same numbers.
        """
        self._figures += 1
        self._charts += 1
        told = "; ".join(f"{name}: {n}" for name, n in bars)
        title = f"Figure {self._figures}. {caption}"
        holder = self.doc.add_paragraph(style="Figure")
        add_bar_chart(
            self.doc,
            holder,
            self._charts,
            title=inert(title),
            alt=inert(f"Bar chart, {unit}: {told}. The same numbers are in the table below."),
            series=inert(unit),
            bars=[(inert(name), n) for name, n in bars],
        )
        self.doc.add_paragraph(inert(f"{title} ({source})"), style="Caption")
        if not table:
            return
        self.table(f"The numbers of figure {self._figures}", ["", unit], [list(b) for b in bars], (11, 5.5))

    def save(self, path: Path) -> Path:
        """Fill the contents and write the file."""
        if self._contents is not None:
            fill_contents(self._contents, self._headings, self._deep)
        path.parent.mkdir(parents=True, exist_ok=True)
        self.doc.save(str(path))
        return path


def cite(paragraph: Paragraph, evidence: Iterable[Mapping[str, Any]] | str) -> Run:
    """The source of a statement at its end, in brackets."""
    told = evidence if isinstance(evidence, str) else sources(list(evidence)) or "source not stated"
    run = paragraph.add_run(f" [{inert(told)}]")
    run.style = "Source"
    return run


def _wide_enough(widths: Sequence[float], rows: Sequence[Sequence[Any]]) -> list[float]:
    """Widths at which no column breaks a word, as far as the widest column can spare the room."""
    fitted = list(widths)
    for at in range(len(fitted)):
        words = (word for row in rows for word in str(row[at] or "").split())
        short = min(4.0, 0.5 + 0.2 * max(map(len, words), default=0)) - fitted[at]
        widest = max(range(len(fitted)), key=fitted.__getitem__)
        if 0 < short < fitted[widest] - 4 and widest != at:
            fitted[at] += short
            fitted[widest] -= short
    return fitted


def _styles(doc: Any) -> None:
    """Real styles, British English throughout, dark ink on white."""
    from docx.enum.style import WD_STYLE_TYPE

    styles = doc.styles
    normal = styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(name), "Calibri")
    for lang in styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), "en-GB")
    for name, size in (("Title", 24), ("Heading 1", 16), ("Heading 2", 13), ("Heading 3", 11.5)):
        style = styles[name]
        style.font.name, style.font.size, style.font.color.rgb, style.font.bold = "Calibri", Pt(size), INK, True
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(theme), None)
    styles["Subtitle"].font.color.rgb, styles["Subtitle"].font.italic = RGBColor(0x33, 0x33, 0x33), False
    styles["Subtitle"].font.name = "Calibri"
    styles["Title"].paragraph_format.space_after = Pt(6)
    styles["Caption"].font.color.rgb, styles["Caption"].font.size = RGBColor(0x22, 0x22, 0x22), Pt(10)
    made = {
        "Fact": ("Body Text", 11, 0.0),
        "Fact Bullet": ("List Bullet", 11, None),
        "Quotation": ("Body Text", 11, 0.9),
        "Note": ("Body Text", 11, 0.3),
        "Table Text": ("Normal", 9.5, None),
        "Table Head": ("Normal", 9.5, None),
        "Figure": ("Normal", 11, None),
    }
    for name, (based, size, indent) in made.items():
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles[based]
        style.font.size = Pt(size)
        if indent:
            style.paragraph_format.left_indent = Cm(indent)
            style.paragraph_format.right_indent = Cm(indent / 2)
    styles["Quotation"].font.italic = True
    styles["Table Head"].font.bold = True
    styles["Figure"].paragraph_format.keep_with_next = True
    for name in ("Body Text", "Fact", "Fact Bullet", "Quotation", "Note"):
        styles[name].paragraph_format.space_after = Pt(5)
    for name in ("Table Text", "Table Head"):
        styles[name].paragraph_format.space_after = Pt(0)
    _frame(styles["Note"])
    source = styles.add_style("Source", WD_STYLE_TYPE.CHARACTER)
    source.font.size, source.font.italic, source.font.color.rgb = Pt(9), False, RGBColor(0x33, 0x33, 0x33)


def _frame(style: Any) -> None:
    borders = OxmlElement("w:pBdr")
    for side in ("top", "left", "bottom", "right"):
        edge = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "8"), ("space", "4"), ("color", "1D3557")):
            edge.set(qn(f"w:{name}"), value)
        borders.append(edge)
    style.element.get_or_add_pPr().append(borders)


def _bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    for tag, at in (("w:bookmarkStart", 0), ("w:bookmarkEnd", len(paragraph._p))):
        mark = OxmlElement(tag)
        mark.set(qn("w:id"), str(number))
        if tag.endswith("Start"):
            mark.set(qn("w:name"), name)
            paragraph._p.insert(1 if paragraph._p.pPr is not None else at, mark)
        else:
            paragraph._p.append(mark)


def _row_property(row: Any, tag: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(tag))


def _shade(cell: Any, colour: str) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


def _describe(table: Any, title: str) -> None:
    """What the table is, for those who do not see it."""
    properties = table._tbl.tblPr
    for tag in ("w:tblCaption", "w:tblDescription"):
        made = OxmlElement(tag)
        made.set(qn("w:val"), title)
        properties.append(made)
