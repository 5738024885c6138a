"""Word documents to blocks: styles to headings and lists, counted numbers, tables, text boxes, notes apart.

Read is what Word would print with all changes accepted: inserted text stays, deleted and hidden text and comments do
not. Word stores no pages, so a place is the count of the paragraph.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from loaders.blocks import COLOUR_ALONE, BlockKind, Shape, SourceText
from loaders.formats.docx.parts import alternative, cells, count_of, fill_of, rows, symbol
from loaders.formats.docx.styles import Look, Styles
from loaders.formats.drafts import Draft, Run
from loaders.formats.flow import finish
from loaders.formats.grid import Cell, Table
from loaders.formats.numbering import Numbering
from loaders.formats.office.drawing import Found, drawn, smart_art
from loaders.formats.office.safety import Package, attr, child, local, within

_GONE = frozenset(["del", "moveFrom", "pPr", "rPr", "rt", "instrText", "delText", "sdtPr", "sdtEndPr", "proofErr"])
_FRAMES = ("drawing", "pict", "object")
_SIGNS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "", "t": ""}
_PARTS = ("footnote", "endnote")


def read_docx(path: Path, data: bytes) -> SourceText:
    """Read a Word document into blocks.

    Args:
        path: the file, for its name only.
        data: its bytes (.docx or .docm).

    Returns:
        Blocks in reading order; `line` is the count of the paragraph and its line in the text of the one page. Notes at
        the foot, then headers and footers, come last.

    Raises:
        UnreadableDocument: locked, damaged, another kind of file, or hostile.
    """
    package = Package(path, data)
    source = SourceText(path.name, hashlib.sha256(data).hexdigest(), "docx")
    try:
        reader = _Reader(package)
        drafts = reader.document()
    except RecursionError:
        raise package.deep() from None
    source.metadata = package.said()
    source.shapes = reader.shapes
    finish(source, drafts)
    reader.report(source, drafts)
    if not source.blocks:
        raise package.empty()
    return source


class _Reader:
    """One document: its parts, the lists as counted so far, and what was met on the way."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.name = package.main("wordprocessingml")
        self.relations = package.relations(self.name)
        self.styles = Styles(self._related("styles"))
        self.numbering = Numbering(self._related("numbering"))
        self.cited: list[tuple[str, str]] = []  # foot- and endnotes in the order of their marks: kind, id
        self.seen: list[tuple[int, str]] = []  # what cannot be read, and how many drafts stand before it
        self.hidden = 0  # words
        self.tables = 0
        self.made: list[Draft] = []
        self.shapes: list[Shape] = []

    def _related(self, kind: str) -> Any:
        target = next((r.target for r in self.relations.values() if r.kind == kind and not r.external), "")
        return self.package.part(target)

    def document(self) -> list[Draft]:
        """All paragraphs: the text, its notes, its headers and footers."""
        body = child(self.package.part(self.name), "body")
        if body is None:
            raise self.package.empty()
        self.made += self._flow(body)
        self._notes()
        self._furniture(body)
        return self.made

    def report(self, source: SourceText, drafts: list[Draft]) -> None:
        """Say what was not read, with the paragraph it stands at."""
        source.notes += self.package.notes()
        for at, message in self.seen:
            line = next((draft.line for draft in reversed(drafts[:at]) if draft.line), None)
            source.notes.append((f"after paragraph {line}" if line else "beginning", message))
        if self.hidden:
            words = "1 word is" if self.hidden == 1 else f"{self.hidden:,} words are"
            source.notes.append(("file", f"{words} marked as hidden and not read"))

    # -- flow ------------------------------------------------------------------------------------------------------
    def _flow(self, parent: Any) -> list[Draft]:
        """The paragraphs and tables in an element; a paragraph whose end was deleted goes on in the next."""
        result: list[Draft] = []
        open_ = False
        for one in parent:
            name = local(one)
            if name == "p":
                found = list(self._paragraph(one, len(result)))
                if open_ and found and result:
                    result[-1].runs += found.pop(0).runs
                result += found
                open_ = child(one, "pPr", "rPr", "del") is not None
            elif name == "tbl":
                result += self._table(one, len(result))
            elif name == "sdt":
                result += self._control(one)
            elif name == "altChunk":
                self._not_read(len(result), "a file pasted into the document is not read")
            elif name not in _GONE and name != "sectPr":
                result += self._flow(one)
        return result

    def _control(self, element: Any) -> list[Draft]:
        """A content control: its text, unless it still asks for one; a table of contents is furniture."""
        if child(element, "sdtPr", "showingPlcHdr") is not None:
            return []
        inside = child(element, "sdtContent")
        found = self._flow(inside) if inside is not None else []
        gallery = child(element, "sdtPr", "docPartObj", "docPartGallery")
        if gallery is not None and "table of contents" in (attr(gallery, "val") or "").lower():
            for draft in found:
                draft.kind = BlockKind.FURNITURE
        return found

    def _paragraph(self, element: Any, before: int) -> Iterator[Draft]:
        properties = child(element, "pPr")
        look = self.styles.look(properties)
        frames: list[Any] = []
        runs: list[Run] = []
        sizes: list[tuple[int, float]] = []
        self._runs(element, None, look, runs, sizes, frames)
        draft = Draft(runs, size=max(sizes)[1] if sizes else look.size)
        if draft.text.strip():
            self._classify(draft, look)
            before += 1
            yield draft
        for frame in frames:
            yield from self._frame(frame, before)

    def _classify(self, draft: Draft, look: Look) -> None:
        """What the styles say the paragraph is, with its counted number."""
        at = look.depth
        if look.number is not None and at is None:
            at = self.numbering.level_of(look.number, look.style)
        printed = self.numbering.count(look.number, at or 0) if look.number is not None else None
        depth = (at or 0) + 1
        draft.label = printed or None
        if look.contents:
            draft.kind, draft.label = BlockKind.FURNITURE, None
        elif look.heading or look.title:
            draft.kind, draft.level = BlockKind.HEADING, look.heading or 1
        elif printed == "" or (printed is None and look.bullet):
            draft.kind, draft.level = BlockKind.BULLET, max(depth, look.bullet)
        elif printed is not None:
            draft.kind = BlockKind.NUMBERED
            draft.level = 0 if "." in printed.strip(".") else depth - 1

    def _runs(
        self,
        element: Any,
        properties: Any,
        look: Look,
        runs: list[Run],
        sizes: list[tuple[int, float]],
        frames: list[Any],
    ) -> None:
        """Collect the text of a paragraph, and the frames anchored in it."""
        bold, size, hidden = self.styles.run(properties, look)
        struck = self.styles.struck(properties)
        for one in element:
            name = local(one)
            if name in _FRAMES:
                frames.append(one)
            elif name in ("footnoteReference", "endnoteReference"):
                self.cited.append((name.removesuffix("Reference"), attr(one, "id") or ""))
            elif name in _SIGNS or name == "sym":
                text = (one.text or "") if name == "t" else _SIGNS.get(name, "")
                if name == "sym":
                    text = symbol(one)
                elif name == "br" and attr(one, "type") in ("page", "column"):
                    text = " "
                if hidden:
                    self.hidden += len(text.split())
                elif text:
                    runs.append(Run(text, bold, struck))
                    sizes.append((len(text.strip()), size))
            elif name == "AlternateContent":
                chosen = child(one, "Choice")
                self._runs(chosen if chosen is not None else one, properties, look, runs, sizes, frames)
            elif name == "sdt":
                if child(one, "sdtPr", "showingPlcHdr") is None and (inside := child(one, "sdtContent")) is not None:
                    self._runs(inside, properties, look, runs, sizes, frames)
            elif name and name not in _GONE:
                self._runs(one, child(one, "rPr") if name == "r" else properties, look, runs, sizes, frames)

    # -- frames, tables, apart -------------------------------------------------------------------------------------
    def _frame(self, frame: Any, before: int) -> Iterator[Draft]:
        """Text boxes and drawn lists in reading order; what cannot be read is noted."""
        for kind, one in drawn(frame):
            if kind is Found.TEXT:
                for draft in self._flow(one):
                    draft.boxed = True
                    yield draft
            elif kind is Found.DIAGRAM:
                related = self.relations.get(attr(one, "dm") or "")
                yield from smart_art(self.package.part(related.target) if related else None)
            else:
                self._not_read(before, f"{kind.value} is not read{alternative(frame)}")

    def _table(self, element: Any, before: int) -> list[Draft]:
        self.tables += 1
        table = Table(f"table {self.tables}")
        look = child(element, "tblPr", "tblLook")
        lines = [row for row in rows(element) if child(row, "trPr", "del") is None]
        above: dict[int, Cell] = {}
        for number, row in enumerate(lines, 1):
            properties = child(row, "trPr")
            head = child(properties, "tblHeader") is not None
            table.headed = table.headed or (head and number == 1)
            column = 1 + count_of(properties, "gridBefore")
            for cell in cells(row):
                wide = max(count_of(child(cell, "tcPr"), "gridSpan"), 1)
                merge = child(cell, "tcPr", "vMerge")
                if merge is not None and attr(merge, "val") != "restart" and column in above:
                    above[column].tall += 1
                else:
                    made = Cell(number, column, self._flow(cell), wide, head=head, fill=fill_of(cell))
                    table.cells.append(made)
                    above[column] = made
                column += wide
        if look is not None and len(lines) > 1 and attr(look, "firstColumn") == "1" and attr(look, "firstRow") == "1":
            table.headed = table.headed or self._styled(element)
        if bare := table.coloured():
            self._not_read(before, f"{table.name} has {bare} cells that say something {COLOUR_ALONE}")
        self.shapes += table.shapes()
        return table.drafts()

    def _styled(self, element: Any) -> bool:
        """Whether the table's style is one that sets its first row apart (any but the plain grid)."""
        style = child(element, "tblPr", "tblStyle")
        return style is not None and (attr(style, "val") or "") not in ("TableGrid", "TableNormal")

    def _notes(self) -> None:
        """Foot- and endnotes in the order of their marks, numbered as Word shows them."""
        for kind in _PARTS:
            root = self._related(f"{kind}s")
            inside = {attr(one, "id"): one for one in root} if root is not None else {}
            for count, (_, name) in enumerate([c for c in self.cited if c[0] == kind], 1):
                for at, draft in enumerate(self._flow(inside[name]) if name in inside else ()):
                    draft.kind, draft.level, draft.cell = BlockKind.FOOTNOTE, 0, None
                    draft.label = str(count) if at == 0 else None
                    self.made.append(draft)

    def _furniture(self, body: Any) -> None:
        """Headers and footers, each wording once."""
        seen: set[str] = set()
        for name in ("headerReference", "footerReference"):
            for one in within(body, name):
                related = self.relations.get(attr(one, "id") or "")
                root = self.package.part(related.target) if related and not related.external else None
                for draft in self._flow(root) if root is not None else ():
                    draft.kind, draft.cell = BlockKind.FURNITURE, None
                    if draft.text.strip() not in seen:
                        self.made.append(draft)
                    seen.add(draft.text.strip())

    def _not_read(self, before: int, message: str) -> None:
        self.seen.append((len(self.made) + before, message))
