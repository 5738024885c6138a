"""Blocks to passages: each item or sentence with its section's meaning, its case, its addressee and its priority.

One walk down the document. A heading may open a case, a section whose meaning is known, a priority, or name who is to
act; a lead-in ("Learning identified included:") holds for its paragraph and the list below. What stands under a
heading that is not understood keeps no meaning: the builder lists it as rejected instead of guessing.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from graph.records import DocumentKind
from graph.text import key
from loaders.blocks import Block, BlockKind
from loaders.parse.cases.announced import announced_cases
from loaders.parse.cases.naming import kind_of
from loaders.parse.cases.numbered import numbered_cases
from loaders.parse.cases.recalled import recalled_cases
from loaders.parse.cases.rows import CaseRows, cell_units
from loaders.parse.cases.whose import area_headings
from loaders.parse.cues import cue
from loaders.parse.items.tables import Tables
from loaders.parse.items.terms import terms_line
from loaders.parse.layout.below import explaining, texts_below
from loaders.parse.layout.content import CROSSES, TICKS
from loaders.parse.layout.document import Front
from loaders.parse.layout.parted import nothing_but_prose, topics_part
from loaders.parse.layout.place import Around
from loaders.parse.layout.title_page import ISSUE
from loaders.parse.layout.turning import Turning
from loaders.parse.layout.units import heads_list
from loaders.parse.passages import Entry, Outline
from loaders.parse.sections import Meaning, meaning, meaning_of
from loaders.parse.sentences import sentences

_PARTS = ("finding", "recommendation", "action", "impact", "context")
_OF_ROW = 60  # passages that one row of a table may hold
_ISSUE = 7  # words of a line that numbers a newsletter and dates it


def outline(blocks: list[Block], front: Front, tables: Tables) -> Outline:
    """Walk the blocks.

    Args:
        blocks: in reading order.
        front: what the title page says: the kind of document, the meaning of a heading not known, the blocks of the
            title, which open no section, and the one case that the document is about, where it is.
        tables: the tables among the blocks.
    """
    title, whole = front.title, front.whole
    told = kind_of(front.document.title)
    rows = CaseRows(blocks, told)
    walk = _Walk(front.document.kind, meaning(front.default) if front.default else None, tables, rows)
    signs = {block.raw.lstrip()[:1] for block in blocks if block.kind is BlockKind.BULLET}
    walk.ticked = bool(signs & {*TICKS}) and bool(signs & {*CROSSES})
    walk.by_number = numbered_cases(blocks)
    if front.document.kind != "annual-report":  # which repeats the same parts under its priorities
        walk.within |= _repeated(blocks)
    walk.announced = announced_cases(blocks)
    walk.recalled = recalled_cases(blocks) if whole is None else {}
    walk.areas = area_headings(blocks) if front.document.partnership is None else {}
    walk.text = " ".join(block.text for block in blocks)
    walk.told_plainly = whole is not None or bool(front.subjects) or not cue("prose", "reviewed").search(walk.text)
    walk.told = told if front.document.kind == "learning-digest" and told != "learning-review" else None
    walk.own = [body for body in (front.document.partnership, *front.document.partnerships) if body]
    walk.leads = topics_part(blocks, front) or not nothing_but_prose(blocks, front)
    walk.of_reviews = cue("prose", "reviewed").search(front.document.title) is not None
    if first := whole or front.first_case:
        at = next((block for block in title if key(first.printed) in key(block.text)), blocks[0])
        if key(first.printed) not in key(walk.text):  # the name of the file, which is printed nowhere
            first = replace(first, printed=at.text)
        walk.open_case(first, at, whole=whole is not None)
    walk.out.entries += [
        Entry(label, next((b for b in title if label.printed in b.text), blocks[0])) for label in front.subjects
    ]
    # the report lists footnotes as not kept
    running = [block for block in blocks if block.kind not in (BlockKind.FURNITURE, BlockKind.FOOTNOTE)]
    walk.second = {id(block): two.text for block, two in zip(running, running[2:], strict=False)}
    walk.below = texts_below(running)
    walk.explaining = explaining(running)
    for i, block in enumerate(running):
        if block in title:
            walk.out.structure.append(block)
            if block.kind is BlockKind.HEADING:
                walk.levels.add(block.level)
                if i and running[i - 1].text.startswith("Dear "):
                    walk.heading = block.text  # the subject of a letter heads what follows, and opens no section
        else:
            walk.step(block, running[i + 1] if i + 1 < len(running) else None)
    return walk.out


def _repeated(blocks: list[Block]) -> set[str]:
    """Headings that a document repeats ("Immediate learning"): parts of its cases, however high they stand."""
    counted = Counter(key(block.text) for block in blocks if block.kind is BlockKind.HEADING)
    return {
        text for text, count in counted.items() if count > 1 and (found := meaning_of(text)) and found.becomes in _PARTS
    }


class _Walk(Turning):
    """The walk itself: what each block does to the place, and the passages it yields there."""

    def __init__(self, kind: DocumentKind, default: Meaning | None, tables: Tables, rows: CaseRows) -> None:
        super().__init__(kind, default, tables, rows)
        self.around_rows: Around | None = None  # what a table interrupts
        self.explaining: set[int] = set()  # ids of lines that explain the heading of a box

    def step(self, block: Block, following: Block | None) -> None:
        """Take one block; `following` stands below it."""
        self._box(block)
        if block.kind is BlockKind.PARAGRAPH and self._of_all(block):
            self.close(None)
            self.enter(meaning("cross-cutting"), self.level)
        if self.around_rows and block.kind is not BlockKind.CELL:  # the table of cases is over
            self.enter(None, 0)
            self.go_on(self.around_rows)
            self.around_rows = None
        if self.contents.holds(block):
            self.out.structure.append(block)
            self.out.contents.add(id(block))
        elif id(block) in self.explaining:
            self.out.structure.append(block)
        elif id(block) not in self.tables.inside and id(block) not in self.tables.plans and self._row_of_case(block):
            pass
        elif ISSUE.match(block.text) and len(block.text.split()) <= _ISSUE:
            self.out.structure.append(block)
        elif self.in_chronology(block, following):
            self.emit(block, [(block.text, meaning("chronology"))])
        elif self.turns(block):
            pass
        elif self._says_terms(block):
            self.emit(block, [(block.text, self.meaning_here())])
        elif block.kind is BlockKind.HEADING or heads_list(block, following, self.kind):
            self.open_heading(block, following)
        elif id(block) in self.tables.plans:
            self.emit(block, [(block.text, meaning("action-plan"))])
        elif id(block) in self.tables.inside or self.tables.is_detail(block):
            self.out.structure.append(block)
        elif self.tables.tells_how_far(block) and self._stands(block):
            self.out.structure.append(block)  # how far the action of the row is
        else:
            self.content(block, following)

    def _of_all(self, block: Block) -> bool:
        """Whether a paragraph below a case speaks of all of them ("Both reviews show that …")."""
        several = len(self.out.entries) > 1 and self.entry is not None and not self.entry.whole
        return several and cue("prose", "of-all-reviews").match(block.text) is not None

    def _box(self, block: Block) -> None:
        """Where a box that held text is over, the section around it goes on; one that held a heading alone heads."""
        if block.boxed:
            if self.around_box is None:
                self.around_box, self.boxed_text = self.around(), False
            self.boxed_text |= block.kind is not BlockKind.HEADING and id(block) not in self.explaining
        elif self.around_box is not None:
            around = self.around_box
            if self.boxed_text and around.entry is self.entry and around.section is not None:
                self.enter(None, 0)
                self.go_on(around)
            self.around_box = None

    def _says_terms(self, block: Block) -> bool:
        """Whether a line says who is to do what is asked above it, and by when; the list it stands in goes on."""
        asking = self.meaning_here()
        return asking is not None and asking.becomes in ("recommendation", "action") and bool(terms_line(block.text))

    def _row_of_case(self, block: Block) -> bool:
        """A cell of a table whose rows are cases."""
        opened = self.rows.opened(block) if self.entry is None or not self.entry.whole else None
        if opened:
            label, rest = opened
            self.around_rows = self.around_rows or self.around()
            self.open_case(label, block)
            if rest:
                self.emit(block, [(sentence, meaning("context")) for sentence in sentences(rest)])
            else:
                self.out.structure.append(block)
            return True
        if self.around_rows is None or block.row is None or self.entry is None or self.entry.block.row != block.row:
            return False
        if self.tables.tells_status(block) and self._stands(block):
            self.out.structure.append(block)
            return True
        head = self.tables.head(block)
        self.emit(block, [*cell_units(block, head)], lead=head)
        return True

    def _stands(self, block: Block) -> bool:
        """Give the actions of a row what its column of status says; False where the row has none."""
        acts = [
            passage
            for passage in self.out.passages[-_OF_ROW:]
            if passage.entry is self.entry
            and (passage.block.table, passage.block.row) == (block.table, block.row)
            and passage.meaning is not None
            and passage.meaning.becomes == "action"
        ]
        for passage in acts:
            passage.stands = block.text
        return bool(acts)
