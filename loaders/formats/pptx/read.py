"""PowerPoint files to blocks: a slide is a page, its title a heading; then its boxes in reading order, its notes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from loaders.blocks import BlockKind, SourceText
from loaders.formats.drafts import Draft, Run
from loaders.formats.flow import finish
from loaders.formats.grid import Cell, Table
from loaders.formats.numbering import roman
from loaders.formats.office.drawing import Found, drawn, smart_art
from loaders.formats.office.safety import Package, Relation, attr, child, children, local, within
from loaders.formats.pptx.order import Box, in_reading_order
from loaders.formats.pptx.styles import Slide, Styled

_MOST_SLIDES = 3000
_TITLES = ("title", "ctrTitle")
_FURNITURE = ("dt", "ftr", "sldNum", "hdr")


def read_pptx(path: Path, data: bytes) -> SourceText:
    """Read a PowerPoint file into blocks.

    Args:
        path: the file, for its name only.
        data: its bytes (.pptx or .pptm).

    Returns:
        Blocks in reading order, `page` is the number of the slide. Speaker's notes stand below a heading "Notes" after
        their slide, before the next slide with a title.

    Raises:
        UnreadableDocument: locked, damaged, another kind of file, or hostile.
    """
    package = Package(path, data)
    source = SourceText(path.name, hashlib.sha256(data).hexdigest(), "pptx", paged=True)
    source.metadata = package.said()
    try:
        slides = _Reader(package, source).slides()
    except RecursionError:
        raise package.deep() from None
    finish(source, (draft for drafts in slides for draft in drafts), range(1, len(slides) + 1))
    source.notes[:0] = package.notes()
    if not source.blocks:
        raise package.empty()
    return source


class _Reader:
    """One file: its slides in order."""

    def __init__(self, package: Package, source: SourceText) -> None:
        self.package, self.source = package, source
        self.main = package.main("presentationml")
        self.base = package.part(self.main)
        self.tables = 0

    def slides(self) -> list[list[Draft]]:
        """The paragraphs of each slide."""
        related = self.package.relations(self.main)
        listed = list(children(child(self.base, "sldIdLst"), "sldId"))
        if len(listed) > _MOST_SLIDES:
            raise self.package.deep()
        names = [found.target for one in listed if (found := related.get(attr(one, "id") or ""))]
        result: list[list[Draft]] = []
        waiting: list[Draft] = []
        for number, name in enumerate(names, 1):
            drafts, notes = self._slide(number, name)
            if waiting and (not drafts or drafts[0].kind is BlockKind.HEADING):
                result[-1] += waiting
                waiting = []
            result.append(drafts)
            waiting += notes
        if result:
            result[-1] += waiting
        return result

    def _slide(self, number: int, name: str) -> tuple[list[Draft], list[Draft]]:
        root = self.package.part(name)
        if root is None:
            self._note(number, "the slide is missing from the file")
            return [], []
        if attr(root, "show") in ("0", "false"):
            self._note(number, "the slide is hidden in the presentation; it was read")
        related = self.package.relations(name)
        slide = self._styles(root, related)
        boxes = list(self._boxes(child(root, "cSld", "spTree"), slide, related, number))
        titles = [box for box in boxes if box.title]
        edges = [box for box in boxes if box.edge]
        drafts = [
            draft
            for box in [*titles, *in_reading_order([b for b in boxes if not b.title and not b.edge]), *edges]
            for draft in box.drafts
        ]
        notes = self._notes(related)
        for draft in [*drafts, *notes]:
            draft.page = number
        if not any(draft.text.strip() for draft in drafts):
            self._note(number, "there is no text on the slide")
        return drafts, notes

    def _styles(self, root: Any, related: dict[str, Relation]) -> Slide:
        """The slide with the layout and the master that it takes its looks from."""
        layout = self._one(related, "slideLayout")
        master = self._one(self.package.relations(layout), "slideMaster") if layout else ""
        return Slide(root, self.package.part(layout), self.package.part(master), self.base)

    @staticmethod
    def _one(related: dict[str, Relation], kind: str) -> str:
        return next((r.target for r in related.values() if r.kind == kind and not r.external), "")

    def _boxes(self, tree: Any, slide: Slide, related: dict[str, Relation], number: int) -> Iterator[Box]:
        """The boxes with text on a slide; what cannot be read is noted."""
        for shape in tree if tree is not None else ():
            name = local(shape)
            if name == "sp":
                yield self._text_box(shape, slide)
            elif name == "grpSp":
                inside = list(self._boxes(shape, slide, related, number))
                if inside:
                    ordered = [d for b in in_reading_order(inside) for d in b.drafts]
                    yield Box(ordered, slide.place(shape), title=False, edge=all(b.edge for b in inside))
            elif name == "graphicFrame":
                yield from self._frame(shape, slide, related, number)
            elif name == "AlternateContent":
                chosen = child(shape, "Choice")
                yield from self._boxes(chosen if chosen is not None else shape, slide, related, number)
            elif name == "pic":
                self._unread(shape, Found.PICTURE.value, number)

    def _text_box(self, shape: Any, slide: Slide) -> Box:
        kind = slide.kind(shape)
        drafts = list(_paragraphs(child(shape, "txBody"), slide.styled(shape)))
        for draft in drafts:
            if kind in _TITLES:
                draft.kind, draft.level = BlockKind.HEADING, 1 if kind == "ctrTitle" else 2
            elif kind in _FURNITURE:
                draft.kind = BlockKind.FURNITURE
        if kind in _TITLES and len(drafts) > 1:  # a title set in several paragraphs is one title
            runs = [run for at, d in enumerate(drafts) for run in ([Run(" ")] if at else []) + d.runs]
            drafts[0].runs, drafts = runs, drafts[:1]
        return Box(drafts, slide.place(shape), title=kind in _TITLES, edge=kind in _FURNITURE)

    def _frame(self, shape: Any, slide: Slide, related: dict[str, Relation], number: int) -> Iterator[Box]:
        table = next(within(shape, "tbl"), None)
        if table is not None:
            self.tables += 1
            yield Box(_table(table, f"table {self.tables}"), slide.place(shape), title=False, edge=False)
            return
        for kind, one in drawn(shape):
            if kind is Found.DIAGRAM:
                part = related.get(attr(one, "dm") or "")
                points = list(smart_art(self.package.part(part.target) if part else None))
                yield Box(points, slide.place(shape), title=False, edge=False)
            else:
                self._unread(shape, kind.value, number)

    def _unread(self, shape: Any, what: str, number: int) -> None:
        told = next((attr(one, "descr") or "" for one in within(shape, "cNvPr")), "").strip()
        said = f"; it is described as “{' '.join(told.split())[:120]}”" if told else ""
        self._note(number, f"{what} that cannot be read{said}")

    def _notes(self, related: dict[str, Relation]) -> list[Draft]:
        root = self.package.part(self._one(related, "notesSlide"))
        tree = child(root, "cSld", "spTree")
        drafts: list[Draft] = []
        for shape in within(tree, "sp") if tree is not None else ():
            holder = next(within(shape, "ph"), None)
            if holder is not None and attr(holder, "type") == "body":
                drafts += _paragraphs(child(shape, "txBody"), Styled([]))
        return [Draft([Run("Notes")], BlockKind.HEADING, level=2), *drafts] if drafts else []

    def _note(self, number: int, message: str) -> None:
        self.source.notes.append((f"slide {number}", message))


def _paragraphs(body: Any, styled: Styled) -> Iterator[Draft]:
    """The paragraphs of a text body, with their signs and counted numbers."""
    counts: dict[int, tuple[str, int]] = {}
    for one in children(body, "p"):
        look = styled.paragraph(child(one, "pPr"))
        runs = []
        sizes = []
        for part in one:
            if local(part) in ("r", "fld"):
                bold, struck, size = look.run(child(part, "rPr"))
                text = "".join(t.text or "" for t in children(part, "t"))
                runs.append(Run(text.replace("\v", "\n"), bold, struck))
                sizes.append((len(text), size))
            elif local(part) == "br":
                runs.append(Run("\n", bool(runs) and runs[-1].bold))
            elif local(part) not in ("pPr", "endParaRPr"):
                runs += [Run(t.text or "") for t in within(part, "t")]
        draft = Draft(runs, size=max(sizes, key=lambda pair: pair[0])[1] if sizes else None)
        if not draft.text.strip():
            continue
        for deeper in [depth for depth in counts if depth > look.depth]:
            del counts[deeper]
        if look.numbered:
            form, last = counts.get(look.depth, (look.numbered, look.start - 1))
            count = last + 1 if form == look.numbered else look.start
            counts[look.depth] = (look.numbered, count)
            draft.kind, draft.level, draft.label = BlockKind.NUMBERED, look.depth, _counted(look.numbered, count)
        else:
            counts.pop(look.depth, None)
            if look.bullet:
                draft.kind, draft.level = BlockKind.BULLET, look.depth + 1
        yield draft


def _counted(form: str, count: int) -> str:
    """A number as drawn ("arabicPeriod": "1.", "alphaLcParenBoth": "(a)"; ECMA-376, part 1, 20.1.10.61)."""
    sign = str(count)
    if form.startswith("alpha"):
        sign = chr(97 + (count - 1) % 26)
    elif form.startswith("roman"):
        sign = roman(count)
    sign = sign.upper() if form.startswith(("alphaUc", "romanUc")) else sign
    if form.endswith("ParenBoth"):
        return f"({sign})"
    return sign + (")" if form.endswith("ParenR") else "." if form.endswith("Period") else "")


def _table(element: Any, name: str) -> list[Draft]:
    properties = child(element, "tblPr")
    table = Table(name)
    if properties is not None:
        table.headed = attr(properties, "firstRow") in ("1", "true")
        table.stubbed = attr(properties, "firstCol") in ("1", "true")
    for row, line in enumerate(children(element, "tr"), 1):
        for column, cell in enumerate(children(line, "tc"), 1):
            if attr(cell, "hMerge") in ("1", "true") or attr(cell, "vMerge") in ("1", "true"):
                continue
            wide, tall = (
                min(int(n), 500) if (n := attr(cell, k)) and n.isdigit() else 1 for k in ("gridSpan", "rowSpan")
            )
            fill = child(cell, "tcPr", "solidFill", "srgbClr")
            drafts = list(_paragraphs(child(cell, "txBody"), Styled([])))
            colour = (attr(fill, "val") or "").upper() if fill is not None else ""
            table.cells.append(
                Cell(row, column, drafts, wide, tall, fill=colour if colour not in ("", "FFFFFF") else None)
            )
    return table.drafts()
